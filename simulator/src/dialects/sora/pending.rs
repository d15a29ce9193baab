//! Tasks in work (`docs/wire/sora.md` §6.1, §6.4).
//!
//! As observed a task leaves this list before it appears among the drafts: for some
//! seconds it is in neither. As documented it is `completed` meanwhile.

use serde_json::{Value, json};

use super::access::authenticate;
use super::bodies;
use crate::engine::jobs::{Job, JobKind, Outcome};
use crate::engine::timeline::Stage;
use crate::exchange::{Answer, Call, Reply};

/// `GET /nf/pending/v2`: a bare array, oldest first.
pub async fn v2(call: Call) -> Answer {
    list(&call, |call, job, stage, progress| {
        if call.observed() {
            observed(job, stage, progress)
        } else {
            documented(job, stage, progress)
        }
    })
}

/// `GET /nf/pending`, the older list: its progress jumps from 0 to 0.9.
pub async fn v1(call: Call) -> Answer {
    list(&call, |call, job, stage, progress| {
        let jumped = progress.map(|progress| if progress < 0.9 { 0.0 } else { 0.9 });
        if call.observed() {
            observed(job, stage, jumped)
        } else {
            documented(job, stage, jumped)
        }
    })
}

fn list(call: &Call, word: impl Fn(&Call, &Job, Stage, Option<f64>) -> Value) -> Answer {
    let account = authenticate(call)?;
    let world = call.world();
    let mut entries: Vec<_> = world
        .jobs
        .of_account(&account)
        .filter(|job| job.asked.kind == JobKind::Video)
        .filter_map(|job| {
            let moment = job.moment(call.now);
            // As documented a task stays until its draft is there, and is completed.
            let gone = match moment.stage {
                Stage::Finished => true,
                Stage::Gap => call.observed() || job.outcome != Outcome::Success,
                _ => false,
            };
            (!gone).then(|| word(call, job, moment.stage, moment.progress))
        })
        .collect();
    entries.reverse();
    Ok(Reply::json(entries))
}

/// The failure that a task shows in its last stage here: one of the machine.
/// Refused content shows only among the drafts.
fn failure(job: &Job, stage: Stage) -> Option<(&str, &str)> {
    match &job.outcome {
        Outcome::Failure { code, message }
            if stage == Stage::Processing && !job.outcome.is_refusal() =>
        {
            Some((code, message))
        }
        _ => None,
    }
}

fn documented(job: &Job, stage: Stage, progress: Option<f64>) -> Value {
    let failure = failure(job, stage);
    let status = match stage {
        _ if failure.is_some() => "failed",
        Stage::Preprocessing | Stage::Queued => "pending",
        Stage::Gap => "completed",
        _ => "processing",
    };
    let progress = match stage {
        Stage::Gap => Some(1.0),
        _ => progress,
    };
    let mut task = json!({
        "id": job.generations[0],
        "status": status,
        "progress": progress,
        "created_at": bodies::iso(job.created_at),
        "prompt": job.asked.prompt,
        "orientation": job.orientation(),
        "n_frames": job.asked.frames,
    });
    if let Some((code, message)) = failure {
        task["error"] = json!({"code": code, "message": message});
    }
    task
}

fn observed(job: &Job, stage: Stage, progress: Option<f64>) -> Value {
    let failure = failure(job, stage);
    let (status, progress) = match stage {
        _ if failure.is_some() => ("failed", progress),
        Stage::Preprocessing => ("preprocessing", None),
        Stage::Queued => ("queued", progress),
        Stage::Running => ("running", progress),
        _ => ("processing", progress),
    };
    json!({
        "id": job.id,
        "task_type": "video_gen",
        "status": status,
        "progress_pct": progress,
        "progress_pos_in_queue": null,
        "prompt": job.asked.prompt,
        "title": null,
        "failure_reason": failure.map(|(_, message)| message),
        "generations": [],
        "created_at": bodies::seconds(job.created_at),
        "creation_config": bodies::creation_config(job),
    })
}
