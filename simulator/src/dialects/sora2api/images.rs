//! Images in the shape of OpenAI's (`docs/wire/sora2api.md` §4).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::access::{Sent, client};
use super::generation::{Wanted, outcome, start};
use super::models::{self, Model};
use super::references::count_images;
use crate::engine::jobs::JobKind;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `image` is the documented name; the others serve where no relay stands in
/// between.
const REFERENCES: [&str; 4] = ["image", "images", "references", "input_image"];

const FIELDS: [&str; 12] = [
    "prompt",
    "model",
    "n",
    "size",
    "quality",
    "style",
    "response_format",
    "image",
    "image[]",
    "images",
    "references",
    "input_image",
];

/// Shorter side of an image whose size is a ratio, in pixels.
const SHORTER_SIDE: u32 = 1024;
/// Sides that are accepted, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 64..=4096;

/// `POST /v1/images/generations`
pub async fn generate(call: Call) -> Answer {
    let client = client(&call)?;
    let sent = Sent::read(&call)?;
    sent.only(&call, &FIELDS)?;
    count_images(&sent, &REFERENCES)?;
    make(&call, &client, &sent).await
}

/// `POST /v1/images/edits`
pub async fn edit(call: Call) -> Answer {
    let client = client(&call)?;
    let sent = Sent::read(&call)?;
    sent.only(&call, &FIELDS)?;
    if count_images(&sent, &REFERENCES)? == 0 {
        return Err(Refusal::missing("image", "The field"));
    }
    make(&call, &client, &sent).await
}

async fn make(call: &Call, client: &super::access::Client, sent: &Sent) -> Answer {
    let prompt = sent.prompt()?;
    let fields = &sent.fields;
    let model = fields.optional_text("model")?.unwrap_or("gpt-image-2");
    let default = match model {
        "gpt-image-2" => (1024, 1024),
        model => match models::find(call, model)? {
            Model::Generate {
                kind: JobKind::Image,
                width,
                height,
                ..
            } => (width, height),
            _ => {
                let message = format!("Model {model} is not an image model");
                return Err(Refusal::wrong_value("model", message));
            }
        },
    };
    check_count(sent)?;
    fields.optional_one_of("quality", &["standard", "hd"])?;
    fields.optional_one_of("style", &["natural", "vivid"])?;
    let format = fields.optional_one_of("response_format", &["url", "b64_json"])?;
    let (width, height) = match fields.optional_text("size")? {
        Some(size) => pixels(size)?,
        None => default,
    };
    let wanted = Wanted {
        kind: JobKind::Image,
        prompt: prompt.clone(),
        width,
        height,
        seconds: 0,
        model: model.to_owned(),
        remix_of: None,
        request: fields.to_value(),
    };
    let job = start(call, client, wanted)?;
    let link = outcome(call, &job).await?;
    let mut item = match format {
        Some("b64_json") => json!({"b64_json": content(call, &job).await?}),
        _ => json!({"url": link.url}),
    };
    item["revised_prompt"] = json!(prompt);
    let created = call.engine.clock.now().as_second();
    Ok(Reply::json(json!({"created": created, "data": [item]})))
}

/// One image is made; a form writes the number as text.
fn check_count(sent: &Sent) -> Result<(), Refusal> {
    let count = match sent.fields.get("n") {
        None => Some(1),
        Some(serde_json::Value::String(text)) => text.parse().ok(),
        Some(_) => Some(sent.fields.integer("n")?),
    };
    match count {
        Some(1) => Ok(()),
        Some(count) => {
            let message = format!("`n` is {count}; accepted: 1.");
            Err(Refusal::wrong_value("n", message))
        }
        None => Err(Refusal::wrong_type("n", "an integer")),
    }
}

/// Pixels of `1024x1024`, or of a ratio such as `16:9`.
fn pixels(size: &str) -> Result<(u32, u32), Refusal> {
    let pair = |mark: char| {
        let (width, height) = size.split_once(mark)?;
        let sides: (u32, u32) = (width.parse().ok()?, height.parse().ok()?);
        Some(sides)
    };
    let ratio = |(width, height): (u32, u32)| {
        let shorter = width.min(height).max(1);
        let scale = |side: u32| side.saturating_mul(SHORTER_SIDE) / shorter / 8 * 8;
        (scale(width), scale(height))
    };
    pair('x')
        .or_else(|| pair(':').map(ratio))
        .filter(|(width, height)| SIDES.contains(width) && SIDES.contains(height))
        .ok_or_else(|| {
            let message =
                format!("`size` is \"{size}\"; accepted: 1024x1024, or a ratio such as 16:9.");
            Refusal::wrong_value("size", message)
        })
}

async fn content(call: &Call, job: &str) -> Result<String, Refusal> {
    let generation = call
        .world()
        .jobs
        .get(job)
        .map(|job| job.generations[0].clone())
        .unwrap_or_default();
    let engine = call.engine.clone();
    let find = move || engine.asset(&generation, "image.png");
    let asset = tokio::task::spawn_blocking(find).await.ok().flatten();
    let asset = asset.ok_or_else(|| Refusal::of("internal_error"))?;
    let bytes: Vec<u8> = asset.content.read_at(0..asset.content.len()).to_vec();
    Ok(BASE64_STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_becomes_pixels() {
        assert_eq!(pixels("16:9").unwrap(), (1816, 1024));
        assert_eq!(pixels("4:5").unwrap(), (1024, 1280));
        assert_eq!(pixels("1792x1024").unwrap(), (1792, 1024));
        for wrong in ["big", "0x0", "16:0", "100000x1"] {
            assert!(pixels(wrong).is_err(), "{wrong}");
        }
    }
}
