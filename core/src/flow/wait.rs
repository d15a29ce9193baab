//! Options of a wait for a job.

use std::sync::Arc;
use std::time::Duration;

use crate::client::seconds;
use crate::model::{Job, Result};
use crate::platform::{MaybeSend, MaybeSync};

/// Options of a wait for a job.
#[derive(Clone, Default)]
pub struct WaitOptions {
    /// The longest wait, above 0 and up to ten years; the client's `video_timeout` when
    /// absent.
    pub deadline: Option<Duration>,
    /// Called after every poll.
    pub on_progress: Option<Arc<dyn OnProgress>>,
}

impl WaitOptions {
    /// Refuses deadlines that no clock can count, before anything is sent.
    pub(super) fn check(&self) -> Result<()> {
        let secs = self.deadline.map(|deadline| deadline.as_secs_f64());
        seconds("deadline", secs).map(drop)
    }
}

/// Receives a job's progress.
pub trait OnProgress: MaybeSend + MaybeSync {
    /// Receives the job as the last poll saw it.
    fn progress(&self, job: &Job);
}

impl<F: Fn(&Job) + MaybeSend + MaybeSync> OnProgress for F {
    fn progress(&self, job: &Job) {
        self(job);
    }
}
