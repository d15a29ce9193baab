//! Following a job to its end, for answers that wait for it or tell of it in pieces.

use std::sync::Arc;

use futures_util::stream::{self, Stream, StreamExt as _};
use jiff::{SignedDuration, Timestamp};

use super::Engine;
use super::jobs::Status;

/// How often a gateway looks at its jobs, in simulated time.
pub const POLL_INTERVAL: SignedDuration = SignedDuration::from_secs(2);

/// A job at one look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// When, in simulated time.
    pub at: Timestamp,
    /// Its state. A job that succeeded counts as running until its media is there.
    pub status: Status,
    /// 0.0 to 1.0; `None` when it is not told.
    pub progress: Option<f64>,
}

impl Look {
    /// Whether nothing will change any more.
    pub fn is_final(&self) -> bool {
        !matches!(self.status, Status::Queued | Status::Running)
    }
}

/// Looks at `job` now and then at every step of `every`, until it ends or the
/// time is `until`. The last look tells which of the two it was; there is none
/// if there is no such job.
pub fn watch(
    engine: Arc<Engine>,
    job: String,
    every: SignedDuration,
    until: Timestamp,
) -> impl Stream<Item = Look> + Send + 'static {
    let first: Option<Timestamp> = Some(engine.clock.now());
    stream::unfold(
        (engine, job, first),
        move |(engine, job, next)| async move {
            engine.clock.sleep_until(next?).await;
            let look = look(&engine, &job)?;
            let over = look.is_final() || look.at >= until;
            let next = (!over).then(|| (look.at + every).min(until));
            Some((look, (engine, job, next)))
        },
    )
}

/// Waits until `job` ends or the time is `until`, and returns the last look.
pub async fn finished(engine: &Arc<Engine>, job: &str, until: Timestamp) -> Option<Look> {
    let looks = watch(engine.clone(), job.to_owned(), POLL_INTERVAL, until);
    looks.fold(None, |_, look| async move { Some(look) }).await
}

fn look(engine: &Engine, job: &str) -> Option<Look> {
    let at = engine.clock.now();
    let world = engine.world();
    let job = world.jobs.get(job)?;
    let status = match job.status(at) {
        Status::Succeeded if at < job.media_from => Status::Running,
        status => status,
    };
    Some(Look {
        at,
        status,
        progress: job.moment(at).progress,
    })
}
