//! What to do after a request failed: nothing is sent again that the server may
//! have taken, unless sending it twice is the same as once.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::api::Repeatable;
use crate::error::{Error, ErrorKind};
use crate::host::Taken;

/// How often and how long is tried.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RetryLimits {
    /// How often a request is sent again at most.
    pub max_retries: u32,
    /// The first wait; it doubles with every further one.
    pub base: Duration,
    /// The longest wait that is computed.
    pub cap: Duration,
    /// The longest `Retry-After` that is waited for. A longer one ends in the
    /// error, which says how long.
    pub longest_retry_after: Duration,
    /// How long a creation waits for a free slot when the account has too many
    /// jobs in progress.
    pub slot_wait: Duration,
}

impl Default for RetryLimits {
    fn default() -> Self {
        Self {
            max_retries: 3,
            base: Duration::from_millis(500),
            cap: Duration::from_secs(20),
            longest_retry_after: Duration::from_secs(60),
            slot_wait: Duration::from_secs(600),
        }
    }
}

/// What failed, as far as the decision needs it.
#[derive(Debug, Clone, Copy)]
pub struct Failed<'a> {
    /// The error.
    pub error: &'a Error,
    /// Whether the server can have taken the request: `None` when it answered.
    pub taken: Option<Taken>,
}

/// How far the call is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Attempts {
    /// How often it has been sent again for any reason but those below.
    pub retries: u32,
    /// Whether the access token was replaced already.
    pub refreshed: bool,
    /// Whether the Sentinel token was replaced already.
    pub new_sentinel: bool,
    /// How long a free slot has been waited for.
    pub waited_for_slot: Duration,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Send again after a wait.
    Retry(Duration),
    /// Replace the access token, then send again.
    Refresh,
    /// Get a new Sentinel token, then send again.
    NewSentinel,
    /// Wait for one of the account's jobs to end, then send again.
    WaitForSlot(Duration),
    /// Give the error to the caller.
    GiveUp,
    /// It is unknown whether the server took the request: say so.
    OutcomeUnknown,
}

/// Decides. `jitter` is a random number from 0 to 1.
pub fn next(
    repeatable: Repeatable,
    failed: Failed<'_>,
    attempts: Attempts,
    limits: &RetryLimits,
    jitter: f64,
) -> Next {
    let error = failed.error;
    match failed.taken {
        Some(Taken::Unknown) if repeatable == Repeatable::IfUntaken => {
            return Next::OutcomeUnknown;
        }
        // An answer that came and cannot be taken would come again.
        Some(_) if error.kind() == ErrorKind::UnexpectedResponse => return Next::GiveUp,
        Some(_) => return again(error, attempts, limits, jitter),
        None => {}
    }
    match error.kind() {
        ErrorKind::Authentication if !attempts.refreshed => Next::Refresh,
        ErrorKind::Sentinel if !attempts.new_sentinel => Next::NewSentinel,
        ErrorKind::TooManyJobs if attempts.waited_for_slot < limits.slot_wait => {
            let left = limits.slot_wait - attempts.waited_for_slot;
            let asked = error.retry_after().unwrap_or(Duration::from_secs(10));
            Next::WaitForSlot(asked.min(left))
        }
        // The server said that it took nothing.
        ErrorKind::Overloaded | ErrorKind::RateLimited => again(error, attempts, limits, jitter),
        // A gateway in between gave up, or the server broke: anything may have happened.
        ErrorKind::Server | ErrorKind::Timeout => match repeatable {
            Repeatable::Always => again(error, attempts, limits, jitter),
            Repeatable::IfUntaken if error.http_status() == Some(500) => Next::GiveUp,
            Repeatable::IfUntaken => Next::OutcomeUnknown,
        },
        _ => Next::GiveUp,
    }
}

fn again(error: &Error, attempts: Attempts, limits: &RetryLimits, jitter: f64) -> Next {
    if attempts.retries >= limits.max_retries {
        return Next::GiveUp;
    }
    let asked = error.retry_after().unwrap_or_default();
    if asked > limits.longest_retry_after {
        return Next::GiveUp;
    }
    let doubled = limits
        .base
        .saturating_mul(2_u32.saturating_pow(attempts.retries.min(16)));
    // Half fixed and half random: spread out, yet never at once.
    let wait = doubled.min(limits.cap).mul_f64(0.5 + 0.5 * jitter);
    Next::Retry(wait.max(asked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Repeatable::{Always, IfUntaken};

    fn decide(
        repeatable: Repeatable,
        error: &Error,
        taken: Option<Taken>,
        attempts: Attempts,
    ) -> Next {
        next(
            repeatable,
            Failed { error, taken },
            attempts,
            &RetryLimits::default(),
            1.0,
        )
    }

    #[test]
    fn a_creation_is_never_sent_twice_when_it_may_have_been_taken() {
        let broke = Error::new(ErrorKind::Connection, "reset");
        let none = Attempts::default();
        let wait = Next::Retry(Duration::from_millis(500));
        assert_eq!(
            decide(IfUntaken, &broke, Some(Taken::Unknown), none),
            Next::OutcomeUnknown
        );
        assert_eq!(decide(IfUntaken, &broke, Some(Taken::No), none), wait);
        assert_eq!(decide(Always, &broke, Some(Taken::Unknown), none), wait);
    }

    #[test]
    fn each_answer_has_its_next_step() {
        use ErrorKind as K;
        let wait = Next::Retry(Duration::from_millis(500));
        let slot = Next::WaitForSlot(Duration::from_secs(10));
        for (kind, status, always, if_untaken) in [
            (K::Overloaded, 503, wait, wait),
            (K::Overloaded, 400, wait, wait),
            (K::RateLimited, 429, wait, wait),
            (K::Server, 500, wait, Next::GiveUp),
            (K::Server, 502, wait, Next::OutcomeUnknown),
            (K::Timeout, 504, wait, Next::OutcomeUnknown),
            (K::Authentication, 401, Next::Refresh, Next::Refresh),
            (K::Sentinel, 400, Next::NewSentinel, Next::NewSentinel),
            (K::TooManyJobs, 429, slot, slot),
            (K::QuotaExhausted, 429, Next::GiveUp, Next::GiveUp),
            (K::ContentPolicy, 400, Next::GiveUp, Next::GiveUp),
            (K::Blocked, 403, Next::GiveUp, Next::GiveUp),
            (K::BadRequest, 400, Next::GiveUp, Next::GiveUp),
        ] {
            let error = Error::new(kind, "x").status(status);
            let none = Attempts::default();
            assert_eq!(
                decide(Always, &error, None, none),
                always,
                "{kind} {status}"
            );
            assert_eq!(
                decide(IfUntaken, &error, None, none),
                if_untaken,
                "{kind} {status}"
            );
        }
    }

    #[test]
    fn everything_has_its_limit() {
        let spent = Attempts {
            retries: 3,
            refreshed: true,
            new_sentinel: true,
            waited_for_slot: Duration::from_secs(600),
        };
        for kind in ErrorKind::ALL {
            let error = Error::new(*kind, "x").status(429);
            assert_eq!(decide(Always, &error, None, spent), Next::GiveUp, "{kind}");
        }
    }

    #[test]
    fn a_wait_that_is_asked_for_is_kept_when_it_is_short_enough() {
        let asked = |secs| {
            let error =
                Error::new(ErrorKind::RateLimited, "x").with_retry_after(Duration::from_secs(secs));
            decide(IfUntaken, &error, None, Attempts::default())
        };
        assert_eq!(asked(7), Next::Retry(Duration::from_secs(7)));
        assert_eq!(asked(3600), Next::GiveUp);
    }

    #[test]
    fn a_free_slot_is_waited_for_as_long_as_allowed_and_no_longer() {
        let error =
            Error::new(ErrorKind::TooManyJobs, "x").with_retry_after(Duration::from_secs(30));
        let waited = |seconds| Attempts {
            waited_for_slot: Duration::from_secs(seconds),
            ..Attempts::default()
        };
        let wait = |seconds| Next::WaitForSlot(Duration::from_secs(seconds));
        assert_eq!(decide(IfUntaken, &error, None, waited(0)), wait(30));
        assert_eq!(decide(IfUntaken, &error, None, waited(590)), wait(10));
        assert_eq!(decide(IfUntaken, &error, None, waited(600)), Next::GiveUp);
    }

    #[test]
    fn an_answer_that_cannot_be_taken_is_not_asked_for_again() {
        let error = Error::new(ErrorKind::UnexpectedResponse, "too long");
        let none = Attempts::default();
        let came = Some(Taken::Unknown);
        assert_eq!(decide(Always, &error, came, none), Next::GiveUp);
        assert_eq!(decide(IfUntaken, &error, came, none), Next::OutcomeUnknown);
    }
}
