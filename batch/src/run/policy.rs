//! What a failure means for a batch: pure functions.

use std::time::Duration;

use sorakit::{Error, ErrorKind};

/// What a creation that failed means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody knows whether it was taken.
    Unknown,
    /// The account has too many jobs.
    Full,
    /// The server takes nothing at the moment.
    Pause,
    /// It would be the same with every request.
    Stop,
    /// This request is refused.
    Fail,
}

/// What a wait or a download that failed means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// The job has ended without a result.
    Fail,
    /// The job cannot be found.
    Unknown,
    /// It stands as it stood; a later run goes on.
    Leave,
    /// The same, and it would be the same with every job.
    Stop,
}

/// What a creation that failed means. `outcome_unknown`, and a refusal for now that names a job,
/// leave it open; everything else says that the server has not taken it.
pub fn refusal(error: &Error) -> Refusal {
    let for_now = |refusal| match error.job_id() {
        Some(_) => Refusal::Unknown,
        None => refusal,
    };
    match error.kind() {
        ErrorKind::OutcomeUnknown => Refusal::Unknown,
        ErrorKind::TooManyJobs => for_now(Refusal::Full),
        ErrorKind::RateLimited
        | ErrorKind::QuotaExhausted
        | ErrorKind::Overloaded
        | ErrorKind::Blocked
        | ErrorKind::Server
        | ErrorKind::Connection
        | ErrorKind::Timeout
        | ErrorKind::NotReady => for_now(Refusal::Pause),
        // A wrong base URL is every request's; a remixed video that is gone is one's.
        ErrorKind::NotFound if error.job_id().is_none() => Refusal::Stop,
        ErrorKind::Authentication
        | ErrorKind::Permission
        | ErrorKind::AccountSetup
        | ErrorKind::Region
        | ErrorKind::Sentinel
        | ErrorKind::ProofOfWork
        | ErrorKind::Configuration
        | ErrorKind::Storage => Refusal::Stop,
        _ => Refusal::Fail,
    }
}

/// What a wait that failed means.
pub fn lost_wait(error: &Error) -> Loss {
    match error.kind() {
        ErrorKind::ContentPolicy
        | ErrorKind::GenerationFailed
        | ErrorKind::Cancelled
        | ErrorKind::NotFound
        | ErrorKind::InvalidInput
        | ErrorKind::BadRequest => Loss::Fail,
        ErrorKind::OutcomeUnknown => Loss::Unknown,
        ErrorKind::Authentication | ErrorKind::Configuration | ErrorKind::Storage => Loss::Stop,
        _ if error.retryable() || error.kind() == ErrorKind::Timeout => Loss::Leave,
        // The reason that a server gives for a job that has ended.
        _ => Loss::Fail,
    }
}

/// What a download that failed means. The job is paid for, so that it is tried again in every
/// run until the server says that the file is gone.
pub fn lost_download(error: &Error) -> Loss {
    match error.kind() {
        ErrorKind::NotFound => Loss::Fail,
        // A full disk, or a folder that cannot be written any more.
        ErrorKind::Storage | ErrorKind::InvalidInput => Loss::Stop,
        ErrorKind::Authentication | ErrorKind::Configuration => Loss::Stop,
        _ => Loss::Leave,
    }
}

/// The pause before the next request after so many failures in a row: as the server asks, or
/// longer each time.
pub fn pause(failures: u32, asked: Option<Duration>) -> Duration {
    const FIRST: Duration = Duration::from_secs(2);
    const LONGEST: Duration = Duration::from_secs(300);
    let doubled = FIRST.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1).min(16)));
    asked.unwrap_or_default().max(doubled.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_refusal_has_its_meaning() {
        use ErrorKind as K;
        for (kind, expected) in [
            (K::OutcomeUnknown, Refusal::Unknown),
            (K::TooManyJobs, Refusal::Full),
            (K::Connection, Refusal::Pause),
            (K::QuotaExhausted, Refusal::Pause),
            (K::Blocked, Refusal::Pause),
            (K::Authentication, Refusal::Stop),
            (K::NotFound, Refusal::Stop),
            (K::ContentPolicy, Refusal::Fail),
            (K::BadRequest, Refusal::Fail),
            (K::InvalidInput, Refusal::Fail),
        ] {
            assert_eq!(refusal(&Error::new(kind, "x")), expected, "{kind}");
        }
    }

    #[test]
    fn a_refusal_that_names_a_job_is_not_sent_again() {
        for kind in [
            ErrorKind::RateLimited,
            ErrorKind::TooManyJobs,
            ErrorKind::Server,
        ] {
            let error = Error::new(kind, "x").with_job("v_9");
            assert_eq!(refusal(&error), Refusal::Unknown, "{kind}");
        }
    }

    #[test]
    fn what_is_paid_for_is_left_for_later_unless_it_is_over() {
        use ErrorKind as K;
        for (kind, wait, download) in [
            (K::Timeout, Loss::Leave, Loss::Leave),
            (K::Connection, Loss::Leave, Loss::Leave),
            (K::OutcomeUnknown, Loss::Unknown, Loss::Leave),
            (K::ContentPolicy, Loss::Fail, Loss::Leave),
            (K::NotFound, Loss::Fail, Loss::Fail),
            (K::UnexpectedResponse, Loss::Fail, Loss::Leave),
            (K::Storage, Loss::Stop, Loss::Stop),
        ] {
            let error = Error::new(kind, "x");
            assert_eq!(lost_wait(&error), wait, "{kind}");
            assert_eq!(lost_download(&error), download, "{kind}");
        }
    }

    #[test]
    fn pauses_grow_and_are_never_shorter_than_the_server_asks() {
        let secs = |failures, asked: Option<u64>| {
            pause(failures, asked.map(Duration::from_secs)).as_secs()
        };
        assert_eq!(
            [secs(1, None), secs(2, None), secs(3, None), secs(99, None)],
            [2, 4, 8, 300]
        );
        assert_eq!(
            [secs(1, Some(0)), secs(1, Some(30)), secs(99, Some(3600))],
            [2, 30, 3600]
        );
    }
}
