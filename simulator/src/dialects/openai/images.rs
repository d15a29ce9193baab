//! Images of SGLang and vLLM-Omni: the answer comes when they are done
//! (`docs/wire/openai.md` §2.5).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use serde_json::{Value, json};

use super::flavour::Flavour;
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::input::{Input, Schema};
use crate::dialects::gateway::jobs;
use crate::dialects::gateway::measures;
use crate::dialects::gateway::references::{IMAGES, check_url_or_base64};
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

const SCHEMA: Schema = Schema {
    integers: &["n", "seed", "num_inference_steps"],
    booleans: &[],
    json: &[],
};

/// `POST /v1/images/generations`: JSON.
pub async fn generate(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    // SGLang's default is an address, which it has not.
    let default = match Flavour::of(call.dialect) {
        Flavour::SgLang => "url",
        _ => "b64_json",
    };
    answer(&call, &account, &fields, default).await
}

/// `POST /v1/images/edits`: a form with `image` or `image[]`, `url` or `url[]`.
pub async fn edit(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let input = Input::read(&call, SCHEMA)?;
    let files = input.files("image")?;
    for file in &files {
        file.file_type(&IMAGES)?;
    }
    let urls = match input.fields.get("url") {
        Some(Value::String(text)) => vec![text.as_str()],
        _ => input.fields.strings("url")?,
    };
    for url in &urls {
        check_url_or_base64("url", url, &IMAGES)?;
    }
    if files.is_empty() && urls.is_empty() {
        let mut refusal = Refusal::missing("image", "The field");
        refusal = refusal.message("Field 'image' or 'url' is required");
        refusal.status = StatusCode::UNPROCESSABLE_ENTITY;
        return Err(refusal);
    }
    answer(&call, &account, &input.fields, "b64_json").await
}

async fn answer(call: &Call, account: &str, fields: &Fields, default: &str) -> Answer {
    let flavour = Flavour::of(call.dialect);
    let format = fields.optional_text("response_format")?.unwrap_or(default);
    if format != "b64_json" {
        let message = match flavour {
            Flavour::SgLang => "response_format='url' requires cloud storage to be configured.",
            _ => "Only response_format 'b64_json' is supported now.",
        };
        return Err(Refusal::wrong_value("response_format", message));
    }
    let asked = read(call, flavour, fields)?;
    let (width, height) = (asked.width, asked.height);
    let shown = jobs::create(call, account, asked, |random| random.uuid())?;
    jobs::wait(call, &shown).await?;
    let mut data = Vec::new();
    for generation in &shown.job.generations {
        let content = jobs::asset(call, generation, "image.png").await?.content;
        let bytes = BASE64.encode(content.read_at(0..content.len()));
        data.push(match flavour {
            Flavour::SgLang => json!({
                "b64_json": bytes,
                "url": null,
                "revised_prompt": shown.job.asked.prompt,
                "file_path": null,
                "resize": null,
            }),
            _ => json!({"b64_json": bytes, "url": null, "revised_prompt": null}),
        });
    }
    let created = call.engine.clock.now().as_second();
    Ok(Reply::json(match flavour {
        Flavour::SgLang => json!({"id": shown.id, "created": created, "data": data}),
        _ => json!({
            "created": created,
            "data": data,
            "output_format": "png",
            "size": format!("{width}x{height}"),
        }),
    }))
}

fn read(call: &Call, flavour: Flavour, fields: &Fields) -> Result<NewJob, Refusal> {
    let asked = match fields.get("n") {
        Some(_) => fields.integer("n")?,
        None => 1,
    };
    let n = match flavour {
        // The nearest, in silence.
        Flavour::SgLang => asked.clamp(1, 10),
        _ if (1..=10).contains(&asked) => asked,
        _ => {
            let message = format!("`n` is {asked}; accepted: 1 to 10.");
            return Err(Refusal::wrong_value("n", message));
        }
    };
    let size = fields.optional_text("size")?;
    let size = size.filter(|size| !matches!(*size, "" | "auto"));
    let (width, height) = measures::size("size", size.unwrap_or("1024x1024"))?;
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Image,
        prompt: fields.string("prompt")?.to_owned(),
        width,
        height,
        frames: 1,
        fps: 1,
        model: fields
            .optional_text("model")?
            .unwrap_or("sora-2")
            .to_owned(),
        variants: u32::try_from(n).unwrap_or(1),
        remix_of: None,
        request: fields.to_value(),
    })
}
