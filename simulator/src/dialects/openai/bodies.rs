//! Ids and objects in the words of each flavour.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::flavour::Flavour;
use crate::dialects::gateway::jobs::Shown;
use crate::engine::jobs::Status;
use crate::engine::random::Random;
use crate::exchange::Call;

/// How long a finished video can be fetched.
const CONTENT_LIFE_S: i64 = 24 * 3600;

/// A new id for a video.
pub fn new_id(flavour: Flavour, random: &mut Random) -> String {
    match flavour {
        Flavour::OpenAi => format!("video_{}", random.hex(48)),
        Flavour::SgLang | Flavour::Dynamo | Flavour::LocalAi => random.uuid(),
        Flavour::FastVideo => random.hex(32),
        Flavour::Unsloth => format!("video_{}", random.hex(32)),
        Flavour::VllmOmni => format!("video_gen_{}", random.hex(32)),
        Flavour::NewApi => format!("task_{}", random.token(32)),
        Flavour::LiteLlm => {
            let own = format!("video_{}", random.hex(48));
            let envelope = format!("litellm:custom_llm_provider:openai;model_id:;video_id:{own}");
            format!("video_{}", BASE64.encode(envelope))
        }
    }
}

/// When a finished video can no longer be fetched, in seconds since 1970.
pub fn expires_at(shown: &Shown, now: Timestamp) -> Option<i64> {
    let completed = shown.completed_at(now)?;
    (shown.status(now) == Status::Succeeded).then_some(completed + CONTENT_LIFE_S)
}

/// A video.
pub fn video(call: &Call, shown: &Shown) -> Value {
    let flavour = Flavour::of(call.dialect);
    let now = call.now;
    let status = match shown.status(now) {
        Status::Queued => "queued",
        Status::Running => "in_progress",
        Status::Succeeded => "completed",
        Status::Failed | Status::Cancelled => "failed",
    };
    let mut video = json!({
        "id": shown.id,
        "object": "video",
        "model": shown.job.asked.model,
        "status": status,
        "progress": shown.percent(now).unwrap_or(0),
        "created_at": shown.created_at(),
        "completed_at": shown.completed_at(now),
        "expires_at": expires_at(shown, now),
        "seconds": shown.seconds().to_string(),
        "size": shown.size(),
        "remixed_from_video_id": shown.job.asked.remix_of,
        "error": error(flavour, shown, now),
    });
    let prompt = json!(shown.job.asked.prompt);
    match flavour {
        Flavour::OpenAi | Flavour::LiteLlm => video["prompt"] = prompt,
        Flavour::Unsloth => {
            video["prompt"] = prompt;
            video["expires_at"] = Value::Null;
        }
        Flavour::SgLang | Flavour::FastVideo => {
            video["quality"] = json!("standard");
            video["url"] = Value::Null;
            video["file_path"] = json!(format!("outputs/{}.mp4", shown.id));
            video["expires_at"] = Value::Null;
            video["peak_memory_mb"] = Value::Null;
            video["inference_time_s"] = Value::Null;
            if flavour == Flavour::SgLang && shown.has_media(now) {
                several(shown, &mut video);
            }
        }
        // It answers with `synchronous`.
        Flavour::Dynamo | Flavour::LocalAi => {}
        Flavour::VllmOmni => {
            let done = shown.has_media(now);
            video["prompt"] = prompt;
            video["quality"] = json!("default");
            video["media_type"] = json!("video/mp4");
            video["file_name"] = json!(done.then(|| format!("{}.mp4", shown.id)));
            video["inference_time_s"] = Value::Null;
            video["stage_durations"] = json!({});
            video["peak_memory_mb"] = json!(0.0);
        }
        Flavour::NewApi => {
            video["task_id"] = json!(shown.id);
            if let Some(url) = shown.link(call, "source.mp4") {
                video["metadata"] = json!({"url": url});
            }
            // What is not set is left out.
            if let Value::Object(members) = &mut video {
                members.retain(|_, value| !value.is_null());
            }
        }
    }
    video
}

/// What SGLang says of several outputs, without a storage in the cloud; and of the prompt,
/// if it was asked to work that out.
fn several(shown: &Shown, video: &mut Value) {
    let count = shown.job.generations.len();
    if count > 1 {
        let path = |at| format!("outputs/{}_{at}.mp4", shown.id);
        video["num_outputs"] = json!(count);
        video["urls"] = json!(vec![Value::Null; count]);
        video["file_paths"] = (0..count).map(path).collect();
    }
    let enhance = &shown.job.asked.request["enhance_prompt"];
    if enhance == "true" || *enhance == true {
        let prompt = format!("{}, in detail", shown.job.asked.prompt);
        video["revised_prompt"] = json!(prompt);
    }
}

/// The answer of a server that waits for the video: its media in `data`.
pub fn synchronous(call: &Call, shown: &Shown, media: Value) -> Value {
    let now = call.engine.clock.now();
    let taken = now.duration_since(shown.job.created_at).as_secs_f64();
    json!({
        "id": shown.id,
        "object": "video",
        "model": shown.job.asked.model,
        "status": "completed",
        "progress": 100,
        "created": shown.created_at(),
        "data": [media],
        "error": null,
        "inference_time_s": taken,
    })
}

/// Why a video failed.
fn error(flavour: Flavour, shown: &Shown, now: Timestamp) -> Value {
    let Some((code, message)) = shown.failure(now) else {
        return Value::Null;
    };
    match flavour {
        Flavour::SgLang | Flavour::FastVideo => json!({"message": message}),
        Flavour::Unsloth => json!({"code": "video_generation_failed", "message": message}),
        Flavour::VllmOmni | Flavour::Dynamo | Flavour::LocalAi => {
            json!({"code": 500, "message": message})
        }
        Flavour::OpenAi | Flavour::NewApi | Flavour::LiteLlm => {
            let code = if shown.job.outcome.is_refusal() {
                "moderation_blocked"
            } else {
                code
            };
            json!({"code": code, "message": message})
        }
    }
}
