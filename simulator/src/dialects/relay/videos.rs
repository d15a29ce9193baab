//! Videos from text and images, their course, and remixes (`docs/wire/relay.md` §1 to §3).

use serde_json::Value;

use super::{bodies, hook};
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::jobs::{self, Shown};
use crate::dialects::gateway::measures;
use crate::dialects::gateway::references::{IMAGES, check_url, check_url_or_base64};
use crate::engine::jobs::{JobKind, NewJob, Status};
use crate::engine::random::Random;
use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;
use crate::exchange::{Answer, Call, Fields, Reply};

/// Frames in a second.
const FPS: u32 = 30;

/// The documented fields, and those that relays take besides (`docs/wire/relay.md` §2.3).
const FIELDS: [&str; 11] = [
    "model",
    "prompt",
    "images",
    "aspect_ratio",
    "duration",
    "hd",
    "watermark",
    "private",
    "notify_hook",
    "character_url",
    "character_timestamps",
];

/// `POST /v2/videos/generations`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    fields.only(&FIELDS)?;
    check_references(&fields)?;
    let asked = read(&call, &fields)?;
    let shown = jobs::create(&call, &account, asked, new_id)?;
    if let Some(address) = fields.optional_text("notify_hook")? {
        hook::call_at_end(&call, &account, &shown.id, address);
    }
    Ok(Reply::json(bodies::created(&call, &shown)))
}

/// `GET /v2/videos/generations/{task_id}`: JSON that is declared `text/plain`.
pub async fn get(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let shown = named(&call, &account, call.param("task_id"))?;
    let body = bodies::task(&call, &shown).to_string();
    Ok(Reply::bytes("text/plain; charset=utf-8", body))
}

/// `POST /v1/videos/{task_id}/remix`: a new task from one that is done.
pub async fn remix(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let source = named(&call, &account, call.param("task_id"))?;
    let fields = call.json()?;
    fields.only(&["prompt"])?;
    let prompt = fields.string("prompt")?.to_owned();
    if source.status(call.now) != Status::Succeeded {
        let message = format!("The task {} has not succeeded.", source.id);
        return Err(Refusal::wrong_value("task_id", message));
    }
    let asked = NewJob {
        prompt,
        remix_of: Some(source.id.clone()),
        request: fields.to_value(),
        ..source.job.asked
    };
    let shown = jobs::create(&call, &account, asked, new_id)?;
    Ok(Reply::json(bodies::created(&call, &shown)))
}

/// The task `id` of `account`.
pub fn named(call: &Call, account: &str, id: &str) -> Result<Shown, Refusal> {
    jobs::find(call, account, id).ok_or_else(|| Refusal::not_found("task", id))
}

fn new_id(random: &mut Random) -> String {
    random.uuid()
}

fn read(call: &Call, fields: &Fields) -> Result<NewJob, Refusal> {
    let model = fields.one_of("model", &["sora-2", "sora-2-pro"])?;
    let prompt = fields.string("prompt")?.to_owned();
    let ratio = fields.optional_one_of("aspect_ratio", &["16:9", "9:16"])?;
    let duration = duration(fields)?;
    let hd = fields.optional_boolean("hd")?.unwrap_or(false);
    for name in ["watermark", "private"] {
        fields.optional_boolean(name)?;
    }
    if hd && model != "sora-2-pro" {
        return Err(Refusal::wrong_value("hd", "`hd` needs `model` sora-2-pro."));
    }
    if call.observed() && duration == 25 {
        if model != "sora-2-pro" {
            let message = "`duration` 25 needs `model` sora-2-pro; accepted: 10, 15.";
            return Err(Refusal::wrong_value("duration", message));
        }
        if hd {
            let message = "`duration` 25 is not offered with `hd`; accepted: 10, 15.";
            return Err(Refusal::wrong_value("duration", message));
        }
    }
    let (long, short) = if hd { (1920, 1080) } else { (1280, 720) };
    let (width, height) = if ratio == Some("9:16") {
        (short, long)
    } else {
        (long, short)
    };
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Video,
        prompt,
        width,
        height,
        frames: duration * FPS,
        fps: FPS,
        model: model.to_owned(),
        variants: 1,
        remix_of: None,
        request: fields.to_value(),
    })
}

/// A number, or digits (`docs/wire/relay.md` §2.1).
fn duration(fields: &Fields) -> Result<u32, Refusal> {
    let name = "duration";
    match fields.get(name) {
        None => Ok(10),
        Some(Value::String(_)) => {
            let text = fields.one_of(name, &["10", "15", "25"])?;
            Ok(text.parse().unwrap_or(10))
        }
        Some(_) => {
            let seconds = fields.integer_of(name, &[10, 15, 25])?;
            Ok(u32::try_from(seconds).unwrap_or(10))
        }
    }
}

fn check_references(fields: &Fields) -> Result<(), Refusal> {
    for image in fields.strings("images")? {
        check_url_or_base64("images", image, &IMAGES)?;
    }
    if let Some(hook) = fields.optional_text("notify_hook")? {
        check_url("notify_hook", hook, &[])?;
    }
    if let Some(url) = fields.optional_text("character_url")? {
        check_url_or_base64("character_url", url, &[FileType::Mp4])?;
    }
    if let Some(range) = fields.optional_text("character_timestamps")? {
        measures::time_range("character_timestamps", range, 1.0)?;
    }
    Ok(())
}
