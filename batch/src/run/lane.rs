//! A connection at work: its jobs, their limit, and its pauses.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use async_lock::RwLock;
use sorakit::{Client, Error};

use super::policy::pause;
use crate::connection::Connection;

/// A connection at work.
pub struct Lane {
    pub name: String,
    pub client: Client,
    /// Held to read by all that send, and alone by whoever looks for a lost job, lest it takes
    /// one whose answer is still on its way.
    pub sending: RwLock<()>,
    state: Mutex<Standing>,
}

/// How a connection stands.
struct Standing {
    jobs: Jobs,
    failures: u32,
    /// Since when nothing was taken.
    failing_since: Option<Instant>,
    paused_until: Option<Instant>,
    /// True once nothing more can be sent in this run.
    is_closed: bool,
}

/// The jobs that run, and the most that may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Jobs {
    given: usize,
    limit: usize,
    running: usize,
    /// The number that has ended since the limit was changed.
    ended: usize,
}

impl Lane {
    pub fn new(connection: Connection) -> Self {
        Self {
            name: connection.name,
            client: connection.client,
            sending: RwLock::new(()),
            state: Mutex::new(Standing {
                jobs: Jobs::new(connection.jobs),
                failures: 0,
                failing_since: None,
                paused_until: None,
                is_closed: false,
            }),
        }
    }

    /// True if a further job may be sent now.
    pub fn is_free(&self, now: Instant) -> bool {
        let state = self.state();
        let is_paused = state.paused_until.is_some_and(|until| until > now);
        state.jobs.is_free() && !is_paused && !state.is_closed
    }

    /// The end of its pause, if a job could be sent but for that.
    pub fn paused_until(&self) -> Option<Instant> {
        let state = self.state();
        state
            .paused_until
            .filter(|_| state.jobs.is_free() && !state.is_closed)
    }

    /// Nothing more can be sent over it in this run.
    pub fn close(&self) {
        self.state().is_closed = true;
    }

    /// True once nothing more can be sent over it.
    pub fn is_closed(&self) -> bool {
        self.state().is_closed
    }

    /// A job takes a place.
    pub fn begin(&self) {
        self.state().jobs.running += 1;
    }

    /// A job leaves its place.
    pub fn end(&self) {
        self.state().jobs.end();
    }

    /// The server takes requests.
    pub fn takes(&self) {
        let mut state = self.state();
        (state.failures, state.failing_since, state.paused_until) = (0, None, None);
    }

    /// The account is full: a job that was refused leaves its place. Answers with the new
    /// limit, or `None` if there is nothing whose end could be waited for.
    pub fn full(&self) -> Option<usize> {
        self.state().jobs.full()
    }

    /// The server takes nothing: pauses, and answers for how long; `None` when it has for too
    /// long.
    pub fn pause(&self, error: &Error, patience: Duration, now: Instant) -> Option<Duration> {
        let mut state = self.state();
        // Those that were sent together fail together.
        if state.paused_until.is_some_and(|until| until > now) {
            return Some(Duration::ZERO);
        }
        let since = *state.failing_since.get_or_insert(now);
        state.failures += 1;
        let after = pause(state.failures, error.retry_after());
        if (now + after).saturating_duration_since(since) > patience {
            return None;
        }
        state.paused_until = Some(now + after);
        Some(after)
    }

    fn state(&self) -> MutexGuard<'_, Standing> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Jobs {
    fn new(given: usize) -> Self {
        Self {
            given,
            limit: given,
            running: 0,
            ended: 0,
        }
    }

    fn is_free(&self) -> bool {
        self.running < self.limit
    }

    /// After a while one more is tried, should there be room again.
    fn end(&mut self) {
        self.running = self.running.saturating_sub(1);
        self.ended += 1;
        if self.limit < self.given && self.ended >= 4 * self.limit {
            (self.limit, self.ended) = (self.limit + 1, 0);
        }
    }

    fn full(&mut self) -> Option<usize> {
        self.running = self.running.saturating_sub(1);
        if self.running == 0 {
            self.limit = 1;
            return None;
        }
        (self.limit, self.ended) = (self.running, 0);
        Some(self.limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_what_the_account_takes_and_grows_again() {
        let mut jobs = Jobs::new(10);
        jobs.running = 10;
        // Of ten that were sent together three are taken.
        for _ in 0..7 {
            jobs.full();
        }
        assert_eq!((jobs.limit, jobs.running), (3, 3));
        assert!(!jobs.is_free());
        for _ in 0..12 {
            jobs.end();
            assert!(jobs.is_free());
            jobs.running += 1;
        }
        assert_eq!(jobs.limit, 4);
    }

    #[test]
    fn an_account_that_others_fill_is_asked_again_later() {
        let mut jobs = Jobs::new(4);
        jobs.running = 1;
        assert_eq!(jobs.full(), None);
        assert!(jobs.is_free());
    }
}
