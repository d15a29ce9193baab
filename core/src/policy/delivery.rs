//! A download's decisions after a failure: how patient it is, and where it looks next.
//! The same for every dialect.

use std::time::Duration;

use crate::model::{Error, ErrorKind};

/// The progress of a download when something fails.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    /// True if bytes had come from this address.
    pub begun: bool,
    /// The number of resumptions since the last progress.
    pub retries: u32,
    /// True if the file may be somewhere that has not been tried yet.
    pub elsewhere: bool,
    /// The time for which nothing has worked, less the waits that the server asked for.
    pub failing_for: Duration,
    /// The total wait that the server has asked for so far.
    pub asked: Duration,
}

/// The limits of a download's patience.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// The most resumptions at one address without progress.
    pub max_retries: u32,
    /// The longest time that a finished file may be missing.
    pub grace: Duration,
    /// The longest total wait that a server may ask for.
    pub longest: Duration,
    /// The pause between two attempts.
    pub pause: Duration,
}

/// The next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Resume at the same address after a wait.
    GoOn(Duration),
    /// Try elsewhere at once.
    LookElsewhere,
    /// Try everywhere again after a wait, of which the server asked for `asked`.
    LookAgain {
        /// The length of the wait.
        after: Duration,
        /// The part of it that the server asked for.
        asked: Duration,
    },
    /// Return the error to the caller.
    GiveUp,
}

/// Decides the next step after an error that may pass. `jitter` is a random number from 0
/// to 1.
pub fn next(error: &Error, standing: Standing, patience: &Patience, jitter: f64) -> Next {
    let broke_off = matches!(error.kind(), ErrorKind::Connection | ErrorKind::Timeout);
    let is_patient =
        standing.retries < patience.max_retries && standing.failing_for < patience.grace;
    if standing.begun && broke_off && is_patient {
        let doubled = FIRST.saturating_mul(1_u32 << standing.retries.min(6));
        return Next::GoOn(doubled.mul_f64(0.5 + 0.5 * jitter));
    }
    if standing.elsewhere {
        return Next::LookElsewhere;
    }
    let asked = error.retry_after().unwrap_or_default();
    if standing.failing_for >= patience.grace
        || standing.asked.saturating_add(asked) > patience.longest
    {
        return Next::GiveUp;
    }
    let left = patience.grace - standing.failing_for;
    Next::LookAgain {
        after: patience.pause.min(left).max(asked),
        asked,
    }
}

/// The first wait before a broken transfer is resumed.
const FIRST: Duration = Duration::from_millis(500);

/// True if an answer of the API itself is final: neither waiting nor trying elsewhere can
/// help.
pub fn is_final(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::InvalidInput
            | ErrorKind::Unsupported
            | ErrorKind::Configuration
            | ErrorKind::Authentication
            | ErrorKind::Permission
            | ErrorKind::Sentinel
            | ErrorKind::ProofOfWork
            | ErrorKind::AccountSetup
            | ErrorKind::Region
            | ErrorKind::QuotaExhausted
            | ErrorKind::ContentPolicy
            | ErrorKind::GenerationFailed
            | ErrorKind::Cancelled
            | ErrorKind::Storage
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience = Patience {
        max_retries: 2,
        grace: Duration::from_secs(60),
        longest: Duration::from_secs(1800),
        pause: Duration::from_secs(2),
    };

    fn decide(error: &Error, standing: Standing) -> Next {
        next(error, standing, &PATIENCE, 1.0)
    }

    #[test]
    fn a_broken_transfer_goes_on_where_it_was_and_then_elsewhere() {
        let broke = Error::new(ErrorKind::Connection, "reset");
        let standing = |retries, elsewhere| Standing {
            begun: true,
            retries,
            elsewhere,
            ..Standing::default()
        };
        assert_eq!(decide(&broke, standing(0, true)), Next::GoOn(FIRST));
        assert_eq!(decide(&broke, standing(1, true)), Next::GoOn(FIRST * 2));
        assert_eq!(decide(&broke, standing(2, true)), Next::LookElsewhere);
        // Each attempt may take a while to break off; all of them together have the grace.
        let late = Standing {
            failing_for: Duration::from_secs(60),
            ..standing(0, false)
        };
        assert_eq!(decide(&broke, late), Next::GiveUp);
        let dead = Standing {
            elsewhere: true,
            ..Standing::default()
        };
        assert_eq!(decide(&broke, dead), Next::LookElsewhere);
    }

    #[test]
    fn what_is_not_ready_is_waited_for_as_long_as_a_poll() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::Server,
            ErrorKind::BadRequest,
        ] {
            let error = Error::new(kind, "not yet");
            let failing = |secs| Standing {
                failing_for: Duration::from_secs(secs),
                ..Standing::default()
            };
            let after = |secs| Next::LookAgain {
                after: Duration::from_secs(secs),
                asked: Duration::ZERO,
            };
            assert_eq!(decide(&error, failing(0)), after(2));
            assert_eq!(decide(&error, failing(59)), after(1));
            assert_eq!(decide(&error, failing(60)), Next::GiveUp);
        }
    }

    #[test]
    fn a_wait_that_the_server_asks_for_is_kept_within_reason() {
        let asking = |secs| {
            Error::new(ErrorKind::RateLimited, "slow down")
                .with_retry_after(Duration::from_secs(secs))
        };
        let wait = |secs| Next::LookAgain {
            after: Duration::from_secs(secs),
            asked: Duration::from_secs(secs),
        };
        assert_eq!(decide(&asking(90), Standing::default()), wait(90));
        assert_eq!(decide(&asking(1801), Standing::default()), Next::GiveUp);
        let asked = Standing {
            asked: Duration::from_secs(1800),
            ..Standing::default()
        };
        assert_eq!(decide(&asking(1), asked), Next::GiveUp);
        let zero = decide(&asking(0), Standing::default());
        assert!(matches!(zero, Next::LookAgain { after, .. } if after == PATIENCE.pause));
    }
}
