//! Videos as the gateway shows them.

use serde_json::{Value, json};

use crate::dialects::gateway::jobs::{self, Shown};
use crate::engine::jobs::Status;
use crate::engine::timeline::Stage;
use crate::exchange::Call;

/// The answer to a request to create (`docs/wire/skyriff.md` §1).
pub fn created(call: &Call, shown: &Shown) -> Value {
    json!({
        "id": shown.id,
        "object": "video.generation",
        "model": shown.job.asked.model,
        "status": status(call, shown),
        "progress": 0,
        "created_at": shown.created_at(),
        "size": shown.size(),
    })
}

/// A video in its course (`docs/wire/skyriff.md` §4).
pub async fn video(call: &Call, shown: &Shown) -> Value {
    let now = call.now;
    let mut video = created(call, shown);
    video["progress"] = json!(shown.percent(now));
    video["video_url"] = json!(shown.link(call, "source.mp4"));
    video["completed_at"] = json!(shown.completed_at(now));
    if let Some((code, message)) = shown.failure(now) {
        video["error"] =
            json!({"message": message, "type": "video_generation_error", "code": code});
    }
    if call.observed() {
        let started = shown.job.timeline.running_from();
        video["started_at"] = json!((now >= started).then(|| started.as_second()));
        if shown.has_media(now) {
            let asset = jobs::asset(call, &shown.job.generations[0], "source.mp4").await;
            video["size"] = json!(asset.map(|asset| asset.content.len()).ok());
        }
    }
    video
}

/// The documented words, or as many others as have been seen.
fn status(call: &Call, shown: &Shown) -> &'static str {
    let status = shown.status(call.now);
    if !call.observed() {
        return match status {
            Status::Queued => "pending",
            Status::Running => "processing",
            Status::Succeeded => "success",
            Status::Failed | Status::Cancelled => "failed",
        };
    }
    match (status, shown.job.moment(call.now).stage) {
        (Status::Queued, Stage::Preprocessing) => "created",
        (Status::Queued, _) => "queued",
        (Status::Running, Stage::Running) => "running",
        (Status::Running, _) => "in_progress",
        (Status::Succeeded, _) => "done",
        (Status::Failed | Status::Cancelled, _) => "error",
    }
}
