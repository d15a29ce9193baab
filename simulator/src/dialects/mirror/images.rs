//! Images: the answer comes when they are done.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::{Value, json};

use super::access::paid_licence;
use super::model::{Family, Model};
use crate::dialects::gateway::input::{Input, Schema};
use crate::dialects::gateway::jobs::{self, Shown};
use crate::dialects::gateway::measures;
use crate::dialects::gateway::references::{IMAGES, check_url_or_base64};
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

const SCHEMA: Schema = Schema {
    integers: &["n"],
    booleans: &[],
    json: &[],
};

/// `POST /sora/v1/images/generations`: JSON or a form.
pub async fn generate(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let input = Input::read(&call, SCHEMA)?;
    input.only(&["prompt", "model", "size", "n", "response_format"])?;
    answer(&call, &account, &input.fields).await
}

/// `POST /sora/v1/images/edits`: a form with one or more `image[]`.
pub async fn edit(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let input = Input::read(&call, SCHEMA)?;
    input.only(&["prompt", "model", "size", "n", "response_format", "image"])?;
    let files = input.files("image")?;
    for file in &files {
        file.file_type(&IMAGES)?;
    }
    let texts = match input.fields.get("image") {
        Some(Value::String(text)) => vec![text.as_str()],
        _ => input.fields.strings("image")?,
    };
    for text in &texts {
        check_url_or_base64("image", text, &IMAGES)?;
    }
    if files.is_empty() && texts.is_empty() {
        return Err(Refusal::missing("image[]", "The file"));
    }
    answer(&call, &account, &input.fields).await
}

/// What is asked for: `size` says only the proportions, 1:1, 3:2 or 2:3.
pub fn read(call: &Call, fields: &Fields) -> Result<NewJob, Refusal> {
    let prompt = fields.string("prompt")?.to_owned();
    let model = fields.string("model")?;
    if Model::read(model)?.family != Family::Image {
        let message = format!("`model` {model} makes videos; accepted: sora_image.");
        return Err(Refusal::wrong_value("model", message));
    }
    let (width, height) = match fields.optional_text("size")? {
        None => (360, 360),
        Some(size) => match measures::proportions("size", size)? {
            (width, height) if width > height => (540, 360),
            (width, height) if width < height => (360, 540),
            _ => (360, 360),
        },
    };
    let variants = match fields.get("n") {
        Some(_) => fields.integer_of("n", &[1, 2, 3, 4])?,
        None => 1,
    };
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Image,
        prompt,
        width,
        height,
        frames: 1,
        fps: 1,
        model: model.to_owned(),
        variants: u32::try_from(variants).unwrap_or(1),
        remix_of: None,
        request: fields.to_value(),
    })
}

/// Makes the job that `asked` describes.
pub fn start(call: &Call, account: &str, asked: NewJob) -> Result<Shown, Refusal> {
    jobs::create(call, account, asked, |random| {
        format!("image_{}", random.hex(32))
    })
}

async fn answer(call: &Call, account: &str, fields: &Fields) -> Answer {
    let format = fields.optional_one_of("response_format", &["url", "b64_json"])?;
    let shown = start(call, account, read(call, fields)?)?;
    jobs::wait(call, &shown).await?;
    let mut data = Vec::new();
    for generation in &shown.job.generations {
        data.push(if format == Some("b64_json") {
            let content = jobs::asset(call, generation, "image.png").await?.content;
            json!({"b64_json": BASE64.encode(content.read_at(0..content.len()))})
        } else {
            json!({"url": call.asset_url(generation, "image.png")})
        });
    }
    Ok(Reply::json(
        json!({"created": call.engine.clock.now().as_second(), "data": data}),
    ))
}
