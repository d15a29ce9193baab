//! The next step after a request failed: nothing that the server may have accepted is
//! sent again, unless sending it twice is the same as once.
//!
//! For requests that must not be sent twice (creations, publications, uploads, invites)
//! the rule is [`is_safe`]: only the server's own statement that it accepted nothing
//! permits a repeat. A redirect, a 401, a refused proof of work and a full account are no
//! exceptions; each is repeated only on that statement. Anything else that may have been
//! accepted is `outcome_unknown`.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::api::Repeatable;
use crate::host::Taken;
use crate::model::{Dialect, Error, ErrorKind};

/// The limits of retrying.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RetryLimits {
    /// The most times a request is sent again.
    pub max_retries: u32,
    /// The first wait; it doubles with each further one.
    pub base: Duration,
    /// The longest computed wait.
    pub cap: Duration,
    /// The longest `Retry-After` that is obeyed. A longer one ends in the error, which
    /// states it.
    pub longest_retry_after: Duration,
    /// The longest time that a creation waits for a free slot when the account has too
    /// many jobs in progress.
    pub slot_wait: Duration,
    /// The wait between two attempts for a slot, if the server does not say.
    pub slot_interval: Duration,
}

impl RetryLimits {
    /// The limits that each dialect's document recommends: for `skyriff`, waits of about 1, 2 and
    /// 4 s (`docs/wire/skyriff.md` §13), which `relay` shares.
    pub fn of(dialect: Dialect) -> Self {
        match dialect {
            Dialect::Skyriff | Dialect::Relay => Self {
                base: Duration::from_secs(1),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }
}

impl Default for RetryLimits {
    fn default() -> Self {
        Self {
            max_retries: 3,
            base: Duration::from_millis(500),
            cap: Duration::from_secs(20),
            longest_retry_after: Duration::from_secs(300),
            slot_wait: Duration::from_secs(600),
            slot_interval: Duration::from_secs(10),
        }
    }
}

/// A failure, as far as the decision needs it.
#[derive(Debug, Clone, Copy)]
pub struct Failed<'a> {
    /// The error.
    pub error: &'a Error,
    /// The possibility that the server accepted the request; `None` if it answered.
    pub taken: Option<Taken>,
}

/// The attempts of a call so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Attempts {
    /// The number of retries for any reason but those below.
    pub retries: u32,
    /// True if the access token was replaced already.
    pub refreshed: bool,
    /// True if the Sentinel token was replaced already.
    pub new_sentinel: bool,
    /// The time since a free slot was first waited for, by a monotonic clock.
    pub waited_for_slot: Duration,
}

/// The next step.
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
    /// Return the error to the caller.
    GiveUp,
    /// Report that it is unknown whether the server accepted the request.
    OutcomeUnknown,
}

/// True if a failed request may be sent again without any doubt: sending it twice is the
/// same as once, no connection was made, or the server says that it accepted nothing (an
/// outer 429 or 401, or a documented code or text of its own).
pub fn is_safe(repeatable: Repeatable, failed: Failed<'_>) -> bool {
    repeatable == Repeatable::Always
        || failed.taken == Some(Taken::No)
        || (failed.taken.is_none() && failed.error.untaken())
}

/// Decides the next step. `jitter` is a random number from 0 to 1.
pub fn next(
    repeatable: Repeatable,
    failed: Failed<'_>,
    attempts: Attempts,
    limits: &RetryLimits,
    jitter: f64,
) -> Next {
    let error = failed.error;
    match failed.taken {
        _ if !is_safe(repeatable, failed) => return unsafe_to_repeat(failed),
        // An untrusted certificate, or an answer that cannot be accepted, would come
        // again.
        Some(_) if !error.retryable() => return Next::GiveUp,
        Some(_) => return again(error, attempts, limits, jitter),
        None => {}
    }
    match error.kind() {
        ErrorKind::Authentication if !attempts.refreshed => Next::Refresh,
        ErrorKind::Sentinel if !attempts.new_sentinel => Next::NewSentinel,
        // A read takes no slot, and none needs to be free for it.
        ErrorKind::TooManyJobs if repeatable != Repeatable::Always => {
            slot(error, attempts, limits, jitter)
        }
        ErrorKind::TooManyJobs
        | ErrorKind::Overloaded
        | ErrorKind::RateLimited
        | ErrorKind::Server
        | ErrorKind::Timeout => again(error, attempts, limits, jitter),
        kind if repeatable == Repeatable::Always && is_no_answer(kind, error.status()) => {
            again(error, attempts, limits, jitter)
        }
        _ => Next::GiveUp,
    }
}

/// True if the answer is not the server's own: a page from something in front of it, or a
/// success that is cut off, empty or unreadable. It says nothing about the request, and
/// may pass.
fn is_no_answer(kind: ErrorKind, status: Option<u16>) -> bool {
    match kind {
        ErrorKind::Blocked => true,
        ErrorKind::UnexpectedResponse => matches!(status, None | Some(200..=299)),
        _ => false,
    }
}

/// The next step for a request that must not be sent twice, after no answer, or one that
/// does not say that nothing was accepted.
fn unsafe_to_repeat(failed: Failed<'_>) -> Next {
    if failed.taken.is_some() || failed.error.is_open() {
        return Next::OutcomeUnknown;
    }
    let refused = match failed.error.kind() {
        // The server, or a gateway in front of it, broke or gave up: a job may be running
        // behind it.
        ErrorKind::Server | ErrorKind::Timeout => false,
        // A CDN's challenge came in the server's place.
        ErrorKind::Blocked => matches!(failed.error.status(), Some(400..=499 | 503)),
        ErrorKind::Overloaded
        | ErrorKind::RateLimited
        | ErrorKind::TooManyJobs
        | ErrorKind::NotReady
        | ErrorKind::Conflict
        // What a broken server did not find may be the job that it had begun elsewhere.
        | ErrorKind::NotFound
        | ErrorKind::UnexpectedResponse => !leaves_open(failed.error.status()),
        // The answer names a reason that no retry changes.
        _ => true,
    };
    match refused {
        true => Next::GiveUp,
        false => Next::OutcomeUnknown,
    }
}

/// True if an answer with this status may come after the request was accepted: every 5xx,
/// a request given up on its way, and the redirects that follow an accepted form.
fn leaves_open(status: Option<u16>) -> bool {
    matches!(status, Some(302 | 303 | 408 | 499 | 500..=599))
}

/// Waits for one of the account's jobs to end, as long as the limit allows.
fn slot(error: &Error, attempts: Attempts, limits: &RetryLimits, jitter: f64) -> Next {
    let left = limits.slot_wait.saturating_sub(attempts.waited_for_slot);
    let wait = match error.retry_after() {
        // A server that always asks for no wait is asked less and less often.
        Some(asked) => {
            let patient = (attempts.waited_for_slot / 4).min(limits.slot_interval);
            asked.max(smallest(jitter)).max(patient.min(left))
        }
        None => limits.slot_interval.min(left),
    };
    match wait <= left && wait >= SMALLEST_WAIT {
        true => Next::WaitForSlot(wait),
        false => Next::GiveUp,
    }
}

fn again(error: &Error, attempts: Attempts, limits: &RetryLimits, jitter: f64) -> Next {
    if attempts.retries >= limits.max_retries {
        return Next::GiveUp;
    }
    let doubled = limits
        .base
        .saturating_mul(2_u32.saturating_pow(attempts.retries.min(16)));
    // Half fixed and half random: spread out, yet never at once.
    let wait = doubled.min(limits.cap).mul_f64(0.5 + 0.5 * jitter);
    match error.retry_after() {
        Some(asked) if asked > limits.longest_retry_after => Next::GiveUp,
        Some(asked) => Next::Retry(wait.max(asked).max(smallest(jitter))),
        None => Next::Retry(wait),
    }
}

/// The shortest wait that a server can ask for. `Retry-After: 0` is a date that has
/// passed, or a server that does not know; if everyone obeyed it at once, it would be a
/// flood.
const SMALLEST_WAIT: Duration = Duration::from_secs(1);

/// The smallest wait, spread out so that waiting clients do not return together.
fn smallest(jitter: f64) -> Duration {
    SMALLEST_WAIT.mul_f64(1.0 + 0.5 * jitter)
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
    fn skyriff_and_relays_are_waited_for_1_2_and_4_seconds() {
        let error = Error::new(ErrorKind::Server, "x").with_status(500);
        for dialect in [Dialect::Skyriff, Dialect::Relay] {
            let limits = RetryLimits::of(dialect);
            let waits = [0, 1, 2, 3].map(|retries| {
                let attempts = Attempts {
                    retries,
                    ..Attempts::default()
                };
                let failed = Failed {
                    error: &error,
                    taken: None,
                };
                next(Always, failed, attempts, &limits, 1.0)
            });
            let after = |secs| Next::Retry(Duration::from_secs(secs));
            assert_eq!(waits, [after(1), after(2), after(4), Next::GiveUp]);
        }
    }

    #[test]
    fn each_answer_has_its_next_step() {
        use ErrorKind as K;
        use Next::{GiveUp, NewSentinel, OutcomeUnknown, Refresh};
        let wait = Next::Retry(Duration::from_millis(500));
        let slot = Next::WaitForSlot(Duration::from_secs(10));
        // The results for a read, for a creation, and for a creation whose answer says
        // that nothing was accepted.
        let none = Attempts::default();
        for (kind, status, always, creation, untaken) in [
            (K::Overloaded, 503, wait, OutcomeUnknown, wait),
            (K::Overloaded, 400, wait, GiveUp, wait),
            (K::RateLimited, 429, wait, GiveUp, wait),
            (K::RateLimited, 500, wait, OutcomeUnknown, wait),
            (K::TooManyJobs, 502, wait, OutcomeUnknown, slot),
            (K::TooManyJobs, 429, wait, GiveUp, slot),
            (K::Server, 500, wait, OutcomeUnknown, wait),
            (K::Server, 502, wait, OutcomeUnknown, wait),
            (K::Server, 520, wait, OutcomeUnknown, wait),
            (K::Server, 400, wait, OutcomeUnknown, wait),
            (K::Timeout, 504, wait, OutcomeUnknown, wait),
            (K::Timeout, 408, wait, OutcomeUnknown, wait),
            (K::Timeout, 499, wait, OutcomeUnknown, wait),
            (K::Authentication, 401, Refresh, GiveUp, Refresh),
            (K::Authentication, 500, Refresh, GiveUp, Refresh),
            (K::Sentinel, 400, NewSentinel, GiveUp, NewSentinel),
            (K::Blocked, 403, wait, GiveUp, GiveUp),
            (K::Blocked, 503, wait, GiveUp, GiveUp),
            (K::Blocked, 502, wait, OutcomeUnknown, GiveUp),
            (K::NotFound, 404, GiveUp, GiveUp, GiveUp),
            (K::NotFound, 500, GiveUp, OutcomeUnknown, GiveUp),
            (K::Conflict, 409, GiveUp, GiveUp, GiveUp),
            (K::QuotaExhausted, 429, GiveUp, GiveUp, GiveUp),
            (K::QuotaExhausted, 500, GiveUp, GiveUp, GiveUp),
            (K::ContentPolicy, 400, GiveUp, GiveUp, GiveUp),
            (K::BadRequest, 400, GiveUp, GiveUp, GiveUp),
            (K::UnexpectedResponse, 200, wait, GiveUp, GiveUp),
            (K::UnexpectedResponse, 301, GiveUp, GiveUp, GiveUp),
            (K::UnexpectedResponse, 303, GiveUp, OutcomeUnknown, GiveUp),
            (K::UnexpectedResponse, 307, GiveUp, GiveUp, GiveUp),
        ] {
            let error = Error::new(kind, "x").with_status(status);
            let what = format!("{kind} {status}");
            assert_eq!(decide(Always, &error, None, none), always, "{what}");
            assert_eq!(decide(IfUntaken, &error, None, none), creation, "{what}");
            let error = error.mark_untaken();
            assert_eq!(decide(IfUntaken, &error, None, none), untaken, "{what}");
        }
        // Whatever its kind, an answer that tells of a broken upstream leaves it open.
        for kind in [K::RateLimited, K::BadRequest, K::Permission] {
            let error = Error::new(kind, "x").with_status(400).mark_open();
            assert_eq!(decide(IfUntaken, &error, None, none), OutcomeUnknown);
        }
    }

    /// The requests that are freely repeated though they are not reads: each has its
    /// reason beside its operation. Nothing that creates, publishes, uploads or uses
    /// something up is among them.
    #[test]
    fn what_may_be_repeated_is_a_short_list() {
        use crate::api::{Method, operations};
        let repeated: Vec<&str> = operations()
            .filter(|one| one.meta.method == Method::Post && one.meta.repeatable == Always)
            .map(|one| one.meta.name)
            .filter(|name| !name.starts_with("sora2api.admin"))
            .collect();
        assert_eq!(
            repeated,
            [
                "sora.sentinel.request",
                "sora.account.initialize",
                "sora.username.check",
                "sora.prompts.enhance",
                "sora.posts.like",
                "sora.cameos.update",
                "sora2api.prompts.enhance",
                "skyriff.drafts.link",
                "skyriff.posts.link",
            ]
        );
        let sent_once = |name: &str| {
            let found = crate::api::find(name).expect("it is an operation");
            found.meta.repeatable == IfUntaken
        };
        for name in [
            "sora.tokens.refresh",
            "sora.invites.accept",
            "sora.characters.finalize",
            "sora.posts.create",
            "sora2api.admin_tokens.import",
            "sora2api.admin_tokens.rt2at",
            "sora2api.admin_tokens.activate_sora2",
            "openai.videos.remix",
            "relay.files.upload",
        ] {
            assert!(sent_once(name), "{name}");
        }
    }

    #[test]
    fn what_would_fail_again_is_not_tried_again() {
        let none = Attempts::default();
        let untrusted = Error::new(ErrorKind::Connection, "certificate").with_retryable(false);
        for repeatable in [Always, IfUntaken] {
            let next = decide(repeatable, &untrusted, Some(Taken::No), none);
            assert_eq!(next, Next::GiveUp);
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
            let error = Error::new(*kind, "x").with_status(429).mark_untaken();
            assert_eq!(
                decide(IfUntaken, &error, None, spent),
                Next::GiveUp,
                "{kind}"
            );
            assert_eq!(decide(Always, &error, None, spent), Next::GiveUp, "{kind}");
        }
    }

    #[test]
    fn a_wait_that_is_asked_for_is_kept_when_it_is_short_enough() {
        let asked = |secs| {
            let error = Error::new(ErrorKind::RateLimited, "x")
                .with_retry_after(Duration::from_secs(secs))
                .mark_untaken();
            decide(IfUntaken, &error, None, Attempts::default())
        };
        assert_eq!(asked(7), Next::Retry(Duration::from_secs(7)));
        assert_eq!(asked(90), Next::Retry(Duration::from_secs(90)));
        assert_eq!(asked(3600), Next::GiveUp);
        // Never at once, whatever the server says.
        assert_eq!(asked(0), Next::Retry(Duration::from_millis(1500)));
    }

    #[test]
    fn a_free_slot_is_waited_for_as_long_as_allowed_and_no_longer() {
        let full = Error::new(ErrorKind::TooManyJobs, "x").mark_untaken();
        let decide = |asked: Option<u64>, waited| {
            let error = match asked {
                Some(secs) => full.clone().with_retry_after(Duration::from_secs(secs)),
                None => full.clone(),
            };
            let attempts = Attempts {
                waited_for_slot: Duration::from_secs(waited),
                ..Attempts::default()
            };
            decide(IfUntaken, &error, None, attempts)
        };
        let wait = |seconds| Next::WaitForSlot(Duration::from_secs(seconds));
        assert_eq!(decide(Some(30), 0), wait(30));
        // The server's wait is either obeyed, or not waited for at all.
        assert_eq!(decide(Some(30), 590), Next::GiveUp);
        assert_eq!(decide(None, 595), wait(5));
        assert_eq!(decide(None, 600), Next::GiveUp);
        let at_once = Next::WaitForSlot(Duration::from_millis(1500));
        assert_eq!(decide(Some(0), 0), at_once);
        assert_eq!(decide(Some(0), 20), wait(5));
        assert_eq!(decide(Some(0), 300), wait(10));
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
