//! Videos from text, an image file, or an image's address (`docs/wire/skyriff.md` §1 to §5).

use http::StatusCode;
use serde_json::{Value, json};

use super::bodies;
use super::model::Model;
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::input::{Input, Schema};
use crate::dialects::gateway::jobs::{self, Shown};
use crate::dialects::gateway::measures;
use crate::dialects::gateway::references::{IMAGES, check_url};
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::random::Random;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

/// Frames in a second.
const FPS: u32 = 30;

/// `POST /v1/videos`: JSON, with `image_url` for an image's address; a form
/// for an image file.
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let is_form = call.content_type() == "multipart/form-data";
    let input = Input::read(&call, Schema::default())?;
    let observed = call.observed();
    if !observed {
        let known: &[&str] = if is_form {
            &["prompt", "model", "size", "seconds", "input_reference"]
        } else {
            &["prompt", "model", "size", "seconds", "image_url"]
        };
        input.only(known)?;
    }
    match input.file("input_reference")? {
        Some(file) => drop(file.file_type(&IMAGES)?),
        None if is_form && !observed => {
            return Err(Refusal::missing("input_reference", "The file"));
        }
        None => {}
    }
    if let Some(url) = input.fields.optional_text("image_url")? {
        check_url("image_url", url, &IMAGES)?;
    }
    let asked = read(&call, &input.fields)?;
    let shown = jobs::create(&call, &account, asked, new_id)?;
    Ok(Reply::json(bodies::created(&call, &shown)))
}

/// `GET /v1/videos/{video_id}`
pub async fn get(call: Call) -> Answer {
    let shown = find(&call)?;
    Ok(Reply::json(bodies::video(&call, &shown).await))
}

/// `GET /v1/videos/{video_id}/content`: the bytes; observed, JSON that names
/// the address, in one of two forms.
pub async fn content(call: Call) -> Answer {
    let shown = find(&call)?;
    let Some(url) = shown.link(&call, "source.mp4") else {
        let message = format!("The video {} is not ready.", shown.id);
        let mut refusal = Refusal::of("conflict").message(message);
        refusal.status = StatusCode::BAD_REQUEST;
        refusal.code = "video_not_ready".into();
        return Err(refusal);
    };
    if !call.observed() {
        return shown.content(&call, "source.mp4").await;
    }
    Ok(Reply::json(if Model::is_pro(&shown.job.asked.model) {
        json!({"links": {"mp4": url}})
    } else {
        json!({"video_url": url, "thumbnail_url": shown.link(&call, "thumbnail.webp")})
    }))
}

/// A new id.
pub fn new_id(random: &mut Random) -> String {
    format!("video_{}", random.uuid())
}

/// What `model` makes of `prompt`.
pub fn asked(call: &Call, prompt: &str, model: Model, request: Value) -> NewJob {
    NewJob {
        dialect: call.dialect,
        kind: JobKind::Video,
        prompt: prompt.to_owned(),
        width: model.size.0,
        height: model.size.1,
        frames: model.seconds * FPS,
        fps: FPS,
        model: model.name.to_owned(),
        variants: 1,
        remix_of: None,
        request,
    }
}

/// The optional `size` and `seconds` win over the model's name.
fn read(call: &Call, fields: &Fields) -> Result<NewJob, Refusal> {
    let prompt = fields.string("prompt")?;
    let mut model = Model::read(fields.string("model")?, call.observed())?;
    if let Some(size) = fields.optional_text("size")? {
        model.size = measures::size("size", size)?;
    }
    if let Some(seconds) = fields.get("seconds") {
        model.seconds = length(seconds, call.observed())?;
    }
    Ok(asked(call, prompt, model, fields.to_value()))
}

/// Text; real servers take a number too.
fn length(seconds: &Value, observed: bool) -> Result<u32, Refusal> {
    let number = match seconds {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) if observed => number.as_u64(),
        _ => return Err(Refusal::wrong_type("seconds", "a string")),
    };
    let number = number.and_then(|number: u64| u32::try_from(number).ok());
    number
        .filter(|number| (1..=25).contains(number))
        .ok_or_else(|| {
            let message = format!("`seconds` is {seconds}; accepted: \"1\" to \"25\".");
            Refusal::wrong_value("seconds", message)
        })
}

fn find(call: &Call) -> Result<Shown, Refusal> {
    let account = authenticate(call)?;
    let id = call.param("video_id");
    jobs::find(call, &account, id).ok_or_else(|| Refusal::not_found("video", id))
}
