//! How jobs go, in the gateway's eyes, and the tasks of one token
//! (`docs/wire/sora2api.md` §6.8 to §6.10 and §11.3).

use http::StatusCode;
use serde_json::{Value, json};

use super::access::{client, number};
use super::gateway::{Gateway, open};
use crate::engine::jobs::{JobKind, Status};
use crate::engine::refusal::Refusal;
use crate::engine::timeline::Stage;
use crate::exchange::{Answer, Call, Reply};

/// `GET /v1/tokens/{token_id}/pending-tasks`: the older list, whose progress
/// jumps from 0 to 0.9.
pub async fn pending(call: Call) -> Answer {
    list(&call, |progress| if progress < 0.9 { 0.0 } else { 0.9 })
}

/// `GET /v1/tokens/{token_id}/pending-tasks-v2`
pub async fn pending_v2(call: Call) -> Answer {
    list(&call, |progress| progress)
}

fn list(call: &Call, shown: impl Fn(f64) -> f64) -> Answer {
    client(call)?;
    let id = number(call, "token_id")?;
    let tasks = open(call, |gateway, world| {
        let account = account(gateway, id)?;
        let mut tasks: Vec<_> = world
            .jobs
            .of_account(&account)
            .filter(|job| job.asked.kind == JobKind::Video)
            .filter_map(|job| {
                let moment = job.moment(call.now);
                let listed = !matches!(moment.stage, Stage::Gap | Stage::Finished);
                listed.then(|| {
                    json!({
                        "id": job.id,
                        "status": word(moment.stage),
                        "prompt": job.asked.prompt,
                        "progress_pct": moment.progress.map(&shown),
                    })
                })
            })
            .collect();
        tasks.reverse();
        Ok::<_, Refusal>(tasks)
    })?;
    Ok(Reply::json(json!({
        "success": true,
        "token_id": id,
        "count": tasks.len(),
        "tasks": tasks,
    })))
}

/// `GET /v1/tokens/{token_id}/tasks/{task_id}`; the id is that of a task, or of
/// the video that it makes.
pub async fn get(call: Call) -> Answer {
    client(&call)?;
    let id = number(&call, "token_id")?;
    let wanted = call.param("task_id");
    let task = open(&call, |gateway, world| {
        let account = account(gateway, id)?;
        let task = gateway.videos.get(wanted).map(|video| video.job.as_str());
        let job = world
            .jobs
            .get(task.unwrap_or(wanted))
            .filter(|job| job.account == account);
        let job = job.ok_or_else(|| Refusal::of("not_found").message("Task not found"))?;
        let moment = job.moment(call.now);
        let status = match job.status(call.now) {
            Status::Queued | Status::Running => word(moment.stage),
            Status::Succeeded => "succeeded",
            Status::Failed => "failed",
            Status::Cancelled => "cancelled",
        };
        let ready = job.status(call.now) == Status::Succeeded && call.now >= job.media_from;
        let generations: Vec<Value> = job
            .generations
            .iter()
            .filter(|_| ready)
            .map(|generation| {
                let url = call.asset_url(generation, super::views::main_file(job, false));
                json!({"id": generation, "url": url})
            })
            .collect();
        Ok::<_, Refusal>(json!({
            "id": job.id,
            "status": status,
            "prompt": job.asked.prompt,
            "title": match job.asked.kind {
                JobKind::Video => "Video Generation",
                JobKind::Image => "Image Generation",
            },
            "progress_pct": moment.progress,
            "generations": generations,
        }))
    })?;
    Ok(Reply::json(json!({"success": true, "task": task})))
}

/// `POST /api/tasks/{task_id}/cancel`, of the upstream administration.
pub async fn cancel(call: Call) -> Answer {
    super::access::administrator(&call)?;
    let id = call.param("task_id");
    let now = call.now;
    let mut world = call.world();
    let job = world.jobs.get_mut(id);
    let job = job.ok_or_else(|| Refusal::of("not_found").message("There is no such task."))?;
    if !matches!(job.status(now), Status::Queued | Status::Running) {
        let message = "The task is over and cannot be cancelled.";
        return Ok(Reply::json(json!({"success": false, "message": message})));
    }
    job.cancelled_at = Some(now);
    Ok(Reply::json(
        json!({"success": true, "message": "The task was cancelled."}),
    ))
}

fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Preprocessing => "preprocessing",
        Stage::Queued => "queued",
        Stage::Running => "running",
        _ => "processing",
    }
}

/// The account behind the token with the number `id`.
pub fn account(gateway: &Gateway, id: u64) -> Result<String, Refusal> {
    let token = gateway.pool.get(id).ok_or_else(no_token)?;
    token.account.clone().ok_or_else(|| {
        let mut refusal = Refusal::of("internal_error");
        refusal.status = StatusCode::INTERNAL_SERVER_ERROR;
        refusal.message("Token is not valid")
    })
}

/// There is no token with that number.
pub fn no_token() -> Refusal {
    Refusal::of("not_found").message("Token not found")
}
