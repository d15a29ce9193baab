//! Jobs that have ended, and those that may have.

use crate::api::{ended, is_no_reason, video_address};
use crate::model::{Dialect, Error, ErrorKind, Job, JobStatus};

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
    Some(over(error).with_job(&job.id))
}

/// The error of something that is over: asking again brings the same, and advice for a
/// request is none for a job that was accepted.
fn over(error: Error) -> Error {
    let of_requests = matches!(
        error.kind(),
        ErrorKind::Authentication | ErrorKind::NotFound | ErrorKind::Permission
    );
    match error.retryable() || of_requests {
        true => error
            .with_retryable(false)
            .with_hint("The job has ended: create a new one once its reason is gone."),
        false => error,
    }
}

/// The error of a job that its server does not know. Servers that host a model keep their
/// jobs in memory.
pub(crate) fn unknown_job(dialect: Dialect, error: Error) -> Error {
    match (dialect, error.kind()) {
        (Dialect::Openai, ErrorKind::NotFound) => error.with_hint(
            "Servers that host a model keep jobs in memory: after a restart, or at another \
             replica behind the same address, a job is unknown, and its video is lost. Otherwise \
             check the id and the base URL.",
        ),
        _ => error,
    }
}

/// The error of asking after a job at a server that keeps none.
pub(crate) fn keeps_no_jobs() -> Error {
    let what = "this server keeps no jobs: the answer to a creation is all there is of one";
    Error::new(ErrorKind::Unsupported, what).with_hint(
        "Download from the job that the creation returned; its addresses are in it. To have the \
         video again, create it again.",
    )
}

/// True if a job may be done whatever its status word: there is an address in the answer,
/// or its progress is complete.
pub fn looks_done(job: &Job) -> bool {
    !job.is_ended() && (job.progress >= 100.0 || video_address(&job.raw).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{JobError, JobKind};

    #[test]
    fn nothing_that_has_ended_is_worth_asking_again() {
        for code in [
            "rate_limit_exceeded",
            "heavy_load",
            "too_many_concurrent_tasks",
            "invalid_api_key",
            "timeout",
        ] {
            let mut job = Job::new("j", Dialect::Openai, JobKind::Video);
            job.status = JobStatus::Failed;
            job.error = Some(JobError {
                code: Some(code.into()),
                message: "x".into(),
            });
            let error = failure_of(&job).unwrap();
            assert!(!error.retryable(), "{code}: {error}");
            let advice = error.hint().unwrap_or_default().to_owned();
            assert!(!advice.contains("try again later"), "{code}: {advice}");
            assert!(!advice.contains("valid token"), "{code}: {advice}");
        }
    }
}
