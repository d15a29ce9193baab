//! Tasks as the relay shows them.

use serde_json::{Value, json};

use crate::dialects::gateway::jobs::Shown;
use crate::engine::jobs::Status;
use crate::engine::timeline::Stage;
use crate::exchange::Call;

/// The answer to a request to create or remix; observed, the id alone.
pub fn created(call: &Call, shown: &Shown) -> Value {
    if call.observed() {
        return json!({"task_id": shown.id});
    }
    json!({
        "task_id": shown.id,
        "status": "NOT_START",
        "progress": 0,
        "created_at": shown.created_at(),
    })
}

/// A task in its course (`docs/wire/relay.md` §1).
pub fn task(call: &Call, shown: &Shown) -> Value {
    if call.observed() {
        return observed(call, shown);
    }
    let now = call.now;
    let status = match shown.status(now) {
        Status::Queued => "NOT_START",
        Status::Running => "IN_PROGRESS",
        Status::Succeeded => "SUCCESS",
        Status::Failed | Status::Cancelled => "FAILURE",
    };
    let mut task = json!({
        "task_id": shown.id,
        "status": status,
        "progress": shown.percent(now),
        "created_at": shown.created_at(),
        "model": shown.job.asked.model,
        "duration": shown.seconds(),
        "size": shown.size(),
        "video_url": shown.link(call, file(shown)),
    });
    if let Some((code, message)) = shown.failure(now) {
        task["error"] = json!({"code": review(shown, code), "message": message});
    }
    task
}

/// The file of a task: with its watermark where that was asked for.
fn file(shown: &Shown) -> &'static str {
    match shown.job.asked.request["watermark"] == true {
        true => "watermark.mp4",
        false => "source.mp4",
    }
}

/// Which of the three reviews refused, for content; the code itself otherwise.
fn review<'a>(shown: &Shown, code: &'a str) -> &'a str {
    match code {
        "safety_filter_triggered" => "result_review_failed",
        "content_policy_violation" if shown.job.asked.request["images"][0].is_string() => {
            "image_review_failed"
        }
        "content_policy_violation" => "prompt_review_failed",
        code => code,
    }
}

/// Landscape videos come as `data.output`, the others as `data.outputs`: both
/// have been seen.
fn observed(call: &Call, shown: &Shown) -> Value {
    let now = call.now;
    let status = match (shown.status(now), shown.job.moment(now).stage) {
        (Status::Queued, Stage::Preprocessing) => "SUBMITTED",
        (Status::Queued, _) => "QUEUED",
        (Status::Running, _) => "IN_PROGRESS",
        (Status::Succeeded, _) => "SUCCESS",
        (Status::Failed | Status::Cancelled, _) => "FAILURE",
    };
    let started = shown.job.timeline.running_from();
    let data = shown.link(call, file(shown)).map(|url| {
        if shown.job.orientation() == "landscape" {
            json!({"output": url})
        } else {
            json!({"outputs": [url]})
        }
    });
    json!({
        "task_id": shown.id,
        "platform": "sora",
        "action": "generate",
        "status": status,
        "progress": shown.percent(now).map(|percent| format!("{percent}%")),
        "submit_time": shown.created_at(),
        "start_time": if now >= started { started.as_second() } else { 0 },
        "finish_time": shown.completed_at(now).unwrap_or(0),
        "fail_reason": shown.failure(now).map_or("", |(_, message)| message),
        "data": data,
    })
}
