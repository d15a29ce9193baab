//! How a task goes, within the time limits that the gateway gives it.

use jiff::Timestamp;

use super::settings::Settings;
use crate::engine::jobs::{Job, Outcome, Status};

/// A job at one moment.
pub struct Course {
    /// Its state; a job that takes longer than the gateway waits has failed.
    pub status: Status,
    /// Percent.
    pub progress: u8,
    /// When it ended, if it did.
    pub ended_at: Option<Timestamp>,
    /// Code and message of its failure.
    pub error: Option<(String, String)>,
}

/// How `job` goes at `now`.
pub fn course(job: &Job, settings: &Settings, now: Timestamp) -> Course {
    let status = job.status(now);
    let fraction = job.moment(now).progress.unwrap_or(0.0);
    let running = matches!(status, Status::Queued | Status::Running);
    let limit = settings.timeout(job.asked.kind);
    let deadline = job.created_at + limit;
    let mut course = Course {
        status,
        progress: (fraction * 100.0).clamp(0.0, 100.0) as u8,
        ended_at: (!running).then(|| job.cancelled_at.unwrap_or(job.timeline.finished_at())),
        error: None,
    };
    match &job.outcome {
        _ if running && now >= deadline => {
            let message = format!("Generation timeout after {} seconds", limit.as_secs());
            course.status = Status::Failed;
            course.ended_at = Some(deadline);
            course.error = Some(("timeout".into(), message));
        }
        _ if running => course.progress = course.progress.min(99),
        Outcome::Failure { code, message } if status == Status::Failed => {
            course.error = Some((code.clone(), message.clone()));
        }
        _ => {}
    }
    course
}
