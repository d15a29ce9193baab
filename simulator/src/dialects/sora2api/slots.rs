//! The slots of upstream's accounts. It gives a job's slot free after it has sent `[DONE]`,
//! in the course of the same answer: one whose client is gone by then keeps its slot for
//! good (docs/wire/sora2api.md §12.2).

use std::time::Duration;

use super::UPSTREAM;
use super::gateway::open;
use crate::engine::jobs::JobKind;
use crate::exchange::Call;

/// How long giving it free takes, in real time.
const MOMENT: Duration = Duration::from_millis(200);

/// The slot of a running job. Dropped before it is given free, it is lost.
pub struct Slot {
    call: Call,
    account: String,
    kind: JobKind,
    is_held: bool,
}

impl Slot {
    /// The slot of `job`.
    pub fn of(call: &Call, job: &str) -> Self {
        let world = call.world();
        let job = world.jobs.get(job);
        Self {
            call: call.clone(),
            account: job.map(|job| job.account.clone()).unwrap_or_default(),
            kind: job.map_or(JobKind::Video, |job| job.asked.kind),
            is_held: call.dialect == UPSTREAM && job.is_some(),
        }
    }

    /// Gives it free, which takes a moment after the stream's last event.
    pub async fn free(mut self) {
        if self.is_held {
            tokio::time::sleep(MOMENT).await;
            self.is_held = false;
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        if self.is_held {
            open(&self.call, |gateway, _| {
                let of_job = |token: &&mut super::pool::Token| {
                    token.account.as_deref() == Some(self.account.as_str())
                };
                if let Some(token) = gateway.pool.iter_mut().find(of_job) {
                    token.leaked.push(self.kind);
                }
            });
        }
    }
}
