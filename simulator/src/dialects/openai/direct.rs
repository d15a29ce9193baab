//! LocalAI's own way: a creation that is answered with the finished video
//! (`docs/wire/openai.md` §2.4).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::json;

use super::bodies;
use super::flavour::Flavour;
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::jobs;
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

/// `POST /video`: `seconds`, `size` and `input_reference` are taken and ignored.
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    for name in ["start_image", "end_image", "audio"] {
        check_media(&fields, name)?;
    }
    if let Some(params) = fields.optional_object("params")? {
        for (name, value) in params.to_value().as_object().into_iter().flatten() {
            if !value.is_string() {
                let message = format!("`params.{name}` must be text.");
                return Err(Refusal::wrong_value("params", message));
            }
        }
    }
    let number = |name: &str, default: u32| match fields.get(name) {
        Some(_) => Ok(u32::try_from(fields.integer(name)?).unwrap_or(default)),
        None => Ok::<_, Refusal>(default),
    };
    let fps = number("fps", Flavour::LocalAi.fps())?.clamp(1, 120);
    let asked = NewJob {
        dialect: call.dialect,
        kind: JobKind::Video,
        prompt: fields.string("prompt")?.to_owned(),
        width: number("width", 512)?,
        height: number("height", 512)?,
        frames: number("num_frames", fps)?.clamp(1, 1440),
        fps,
        model: fields.string("model")?.to_owned(),
        variants: 1,
        remix_of: None,
        request: fields.to_value(),
    };
    let shown = jobs::create(&call, &account, asked, |random| {
        bodies::new_id(Flavour::LocalAi, random)
    })?;
    let format = fields.optional_text("response_format")?;
    jobs::wait(&call, &shown).await?;
    let generation = &shown.job.generations[0];
    let item = if format == Some("b64_json") {
        let content = jobs::asset(&call, generation, "source.mp4").await?.content;
        json!({"b64_json": BASE64.encode(content.read_at(0..content.len()))})
    } else {
        json!({"url": call.asset_url(generation, "source.mp4")})
    };
    Ok(Reply::json(json!({
        "created": shown.created_at(),
        "id": shown.id,
        "data": [item],
    })))
}

/// An address, or base64 without a head.
fn check_media(fields: &Fields, name: &str) -> Result<(), Refusal> {
    let Some(text) = fields.optional_text(name)? else {
        return Ok(());
    };
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    match text.is_empty() || is_address || BASE64.decode(text).is_ok() {
        true => Ok(()),
        false => {
            let message = format!("`{name}`: illegal base64 data.");
            Err(Refusal::wrong_value(name, message))
        }
    }
}
