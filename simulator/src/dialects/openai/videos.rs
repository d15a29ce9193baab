//! Looking at videos, listing and deleting them (`docs/wire/openai.md` §3, §5).

use serde_json::{Value, json};

use super::bodies;
use super::flavour::Flavour;
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::jobs::{self, Shown};
use crate::engine::jobs::Status;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `GET /v1/videos/{video_id}`
pub async fn get(call: Call) -> Answer {
    let (_, shown) = find(&call)?;
    let reply = Reply::json(bodies::video(&call, &shown));
    Ok(match Flavour::of(call.dialect) {
        // The status of what it failed with.
        Flavour::VllmOmni if shown.status(call.now) == Status::Failed => {
            reply.status(http::StatusCode::INTERNAL_SERVER_ERROR)
        }
        Flavour::Unsloth if shown.job.is_active(call.now) => {
            reply.header("openai-poll-after-ms", "2000")
        }
        _ => reply,
    })
}

/// `GET /v1/videos?after&limit&order`: newest first unless `order` is `asc`.
pub async fn list(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let flavour = Flavour::of(call.dialect);
    let mut all = jobs::all(&call, &account);
    // Those that keep their jobs in memory show none after an unknown one.
    let forgives = flavour.is_like_sglang() || flavour == Flavour::VllmOmni;
    match call.query("order") {
        None | Some("desc") => all.reverse(),
        Some("asc") => {}
        // FastVideo takes any other word for `desc`.
        Some(_) if flavour == Flavour::FastVideo => all.reverse(),
        Some(other) => {
            let message = format!("`order` is \"{other}\"; accepted: asc, desc.");
            return Err(Refusal::wrong_value("order", message));
        }
    }
    if let Some(after) = call.query("after") {
        match all.iter().position(|shown| shown.id == after) {
            Some(at) => drop(all.drain(..=at)),
            None if forgives => all.clear(),
            None => {
                let message = format!("`after`: there is no video {after}.");
                return Err(Refusal::wrong_value("after", message));
            }
        }
    }
    let shows_all = matches!(flavour, Flavour::FastVideo | Flavour::VllmOmni);
    let limit = call.limit(if shows_all { usize::MAX } else { 20 })?;
    let has_more = all.len() > limit;
    all.truncate(limit);
    let data: Vec<Value> = all
        .iter()
        .map(|shown| bodies::video(&call, shown))
        .collect();
    let mut body = json!({"object": "list", "data": data});
    if flavour != Flavour::FastVideo {
        body["first_id"] = json!(all.first().map(|shown| &shown.id));
        body["last_id"] = json!(all.last().map(|shown| &shown.id));
        body["has_more"] = json!(has_more);
    }
    Ok(Reply::json(body))
}

/// `DELETE /v1/videos/{video_id}`; a video in work is stopped.
pub async fn delete(call: Call) -> Answer {
    let (_, shown) = find(&call)?;
    let body = if Flavour::of(call.dialect).is_like_sglang() {
        let mut video = bodies::video(&call, &shown);
        video["status"] = json!("deleted");
        video
    } else {
        json!({"id": shown.id, "object": "video.deleted", "deleted": true})
    };
    let mut world = call.world();
    if let Some(job) = world.jobs.get_mut(&shown.job.id) {
        if job.is_active(call.now) {
            job.cancelled_at = Some(call.now);
        }
        job.deleted = true;
    }
    Ok(Reply::json(body))
}

/// The caller's account and the video of the path.
pub fn find(call: &Call) -> Result<(String, Shown), Refusal> {
    let account = authenticate(call)?;
    let shown = named(call, &account, call.param("video_id"))?;
    Ok((account, shown))
}

/// The video `id` of `account`.
pub fn named(call: &Call, account: &str, id: &str) -> Result<Shown, Refusal> {
    jobs::find(call, account, id).ok_or_else(|| match Flavour::of(call.dialect) {
        Flavour::SgLang | Flavour::FastVideo => Refusal::of("not_found").message("Video not found"),
        Flavour::NewApi => {
            let mut refusal = Refusal::of("not_found").message("task_not_exist");
            refusal.status = http::StatusCode::BAD_REQUEST;
            refusal.code = "task_not_exist".into();
            refusal
        }
        _ => Refusal::not_found("video", id),
    })
}
