//! State that the flows of a client share.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use super::watcher::Watcher;
use crate::client::Client;
use crate::lock::lock;
use crate::model::Job;

/// State that the flows of a client share.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) watcher: Watcher,
    /// The jobs that creations answered with.
    pub(super) made: Made,
}

impl Client {
    /// The state that the flows of this client and its clones share.
    pub(super) fn kept(&self) -> &Kept {
        self.inner.slots.flow.get(Kept::default)
    }
}

/// The newest jobs with which a client's creations were answered.
#[derive(Default)]
pub(super) struct Made(Mutex<VecDeque<New>>);

/// A job, and the time before which the server asks not to be asked after it.
struct New {
    id: String,
    not_before: Duration,
}

impl Made {
    /// The number that is kept: more than a list of the newest shows.
    const KEPT: usize = 500;

    /// Notes a job that begins `now`, by the monotonic clock.
    pub(super) fn note(&self, job: &mut Job, now: Duration) {
        let after = job.again_after.take();
        let new = New {
            id: job.id.clone(),
            not_before: after.map_or(Duration::ZERO, |after| now.saturating_add(after)),
        };
        let mut made = lock(&self.0);
        if made.len() == Self::KEPT {
            made.pop_front();
        }
        made.push_back(new);
    }

    pub(super) fn holds(&self, id: &str) -> bool {
        lock(&self.0).iter().any(|made| made.id == id)
    }

    /// The time before which a job is not asked after, by the monotonic clock.
    pub(super) fn not_before(&self, id: &str) -> Duration {
        let made = lock(&self.0);
        let mut newest = made.iter().rev();
        let found = newest.find(|made| made.id == id);
        found.map_or(Duration::ZERO, |made| made.not_before)
    }
}
