//! How a job is waited for.

use std::sync::Arc;
use std::time::Duration;

use crate::client::seconds;
use crate::model::{Job, Result};
use crate::platform::{MaybeSend, MaybeSync};

/// How a job is waited for.
#[derive(Clone, Default)]
pub struct WaitOptions {
    /// How long at most, above 0 and up to ten years; the client's `video_timeout` when
    /// absent.
    pub deadline: Option<Duration>,
    /// Told of every poll.
    pub on_progress: Option<Arc<dyn OnProgress>>,
}

impl WaitOptions {
    /// Refuses what no clock can count, before anything is sent.
    pub(super) fn check(&self) -> Result<()> {
        let secs = self.deadline.map(|deadline| deadline.as_secs_f64());
        seconds("deadline", secs).map(drop)
    }
}

/// Told how a job stands.
pub trait OnProgress: MaybeSend + MaybeSync {
    /// The job as the last poll saw it.
    fn progress(&self, job: &Job);
}

impl<F: Fn(&Job) + MaybeSend + MaybeSync> OnProgress for F {
    fn progress(&self, job: &Job) {
        self(job);
    }
}
