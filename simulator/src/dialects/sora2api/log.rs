//! What the gateway did, for its log and its numbers.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::course::{Course, course};
use super::entries::Entry;
use super::gateway::Gateway;
use super::views;
use crate::engine::jobs::{JobKind, Status};
use crate::engine::world::World;
use crate::exchange::Call;

/// The newest `limit` entries (`docs/wire/sora2api.md` §7.10).
pub fn entries(call: &Call, gateway: &Gateway, world: &World, limit: usize) -> Vec<Value> {
    let newest = gateway.log.entries.iter().rev().take(limit);
    newest
        .map(|entry| word(call, gateway, world, entry))
        .collect()
}

fn word(call: &Call, gateway: &Gateway, world: &World, entry: &Entry) -> Value {
    let now = call.now;
    let token = entry.token_id.and_then(|id| gateway.pool.get(id));
    let account = token
        .and_then(|token| token.account.as_deref())
        .and_then(|id| world.accounts.get(id));
    let mut body = json!({
        "id": entry.id,
        "token_id": entry.token_id,
        "token_email": token.map(|token| &token.email),
        "token_username": account.and_then(|account| account.spec.username.as_ref()),
        "operation": entry.operation,
        "status_code": entry.status_code,
        "duration": 0.0,
        "created_at": views::naive(entry.at),
        "request_body": entry.request,
        "response_body": null,
        "task_id": null,
    });
    match &entry.outcome {
        Err(message) => {
            body["response_body"] = json!(json!({"error": message}).to_string());
        }
        Ok(id) => {
            let Some(job) = world.jobs.get(id) else {
                return body;
            };
            let Course {
                status,
                progress,
                ended_at,
                error,
            } = course(job, &gateway.settings, now);
            let spent = ended_at.unwrap_or(now).duration_since(entry.at);
            body["duration"] = json!(spent.as_secs_f64());
            body["task_id"] = json!(job.id);
            body["progress"] = json!(progress);
            body["task_status"] = json!(match status {
                Status::Queued | Status::Running => "processing",
                Status::Succeeded => "completed",
                Status::Failed => "failed",
                Status::Cancelled => "cancelled",
            });
            if call.observed() {
                body["status_code"] = json!(match status {
                    Status::Queued | Status::Running => -1,
                    Status::Succeeded => 200,
                    Status::Failed | Status::Cancelled => 500,
                });
            }
            let mut answer = json!({"task_id": job.id, "error": error.map(|(_, message)| message)});
            if call.observed() && status == Status::Succeeded {
                let file = views::main_file(job, false);
                let urls = job.generations.iter().map(|id| call.asset_url(id, file));
                answer = json!({
                    "task_id": job.id,
                    "status": "success",
                    "prompt": job.asked.prompt,
                    "model": job.asked.model,
                    "result_urls": urls.collect::<Vec<_>>(),
                });
            }
            body["response_body"] = json!(answer.to_string());
        }
    }
    body
}

/// How much the gateway did, today and in all (`docs/wire/sora2api.md` §6.1).
pub fn numbers(gateway: &Gateway, world: &World, now: Timestamp) -> Value {
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    let today = |at: &Timestamp| day(*at) == day(now);
    let jobs = world.jobs.iter();
    let ours: Vec<_> = jobs
        .filter(|job| job.asked.dialect.starts_with(super::NAME))
        .collect();
    let made = |kind: JobKind| {
        let of_kind = ours.iter().filter(|job| job.asked.kind == kind);
        let at: Vec<_> = of_kind.map(|job| job.created_at).collect();
        (at.iter().filter(|at| today(at)).count(), at.len())
    };
    let failed = ours.iter().filter_map(|job| {
        let course = course(job, &gateway.settings, now);
        course.ended_at.filter(|_| course.status == Status::Failed)
    });
    let errors: Vec<_> = failed.chain(gateway.log.errors.iter().copied()).collect();
    let (today_images, total_images) = made(JobKind::Image);
    let (today_videos, total_videos) = made(JobKind::Video);
    json!({
        "total_tokens": gateway.pool.iter().count(),
        "active_tokens": gateway.pool.iter().filter(|token| token.is_active).count(),
        "today_images": today_images,
        "total_images": total_images,
        "today_videos": today_videos,
        "total_videos": total_videos,
        "today_errors": errors.iter().filter(|at| today(at)).count(),
        "total_errors": errors.len(),
    })
}
