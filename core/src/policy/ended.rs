//! Jobs that have ended, and those that may have.

use crate::api::{ended, is_no_reason, video_address};
use crate::model::{Error, ErrorKind, Job, JobStatus};

/// The error of a job that ended without a result; `None` for any other.
pub(crate) fn failure_of(job: &Job) -> Option<Error> {
    let stated = job.error.clone().unwrap_or_default();
    let error = match job.status {
        JobStatus::Failed => {
            let code = stated.code.as_deref();
            match stated.message.trim() {
                "" => ended(code, "the job ended without a result and without a reason"),
                // The beginning of the answer is no reason: it may quote the prompt.
                text if is_no_reason(text) => {
                    let error = Error::new(ended(code, "").kind(), text);
                    code.into_iter().fold(error, Error::with_code)
                }
                reason => ended(code, reason),
            }
        }
        JobStatus::Cancelled => {
            let error = Error::new(ErrorKind::Cancelled, "the job was cancelled");
            match &stated.code {
                Some(code) => error.with_code(code),
                None => error,
            }
        }
        _ => return None,
    };
    Some(error.with_job(&job.id))
}

/// True if a job may be done whatever its status word: there is an address in the answer,
/// or its progress is complete.
pub fn looks_done(job: &Job) -> bool {
    !job.is_ended() && (job.progress >= 100.0 || video_address(&job.raw).is_some())
}
