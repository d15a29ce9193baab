//! What a program is told while a call goes on.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use sorakit::{Event, Job, TransferProgress};

use crate::failure::ForeignFailure;
use crate::json::{Json, write};

/// The shortest time between two reports of a transfer.
const REPORTS: Duration = Duration::from_millis(50);

/// Told of events, of a job at every poll, or of the bytes so far. It is called on the
/// client's own thread, and should return soon.
#[uniffi::export(with_foreign)]
pub trait Listener: Send + Sync {
    /// Takes a value. What it throws changes nothing.
    fn tell(&self, value: Json) -> Result<(), ForeignFailure>;
}

/// A listener of events.
pub fn of_events(listener: Arc<dyn Listener>) -> impl Fn(&Event) + Send + Sync + 'static {
    move |event| drop(listener.tell(write(event)))
}

/// A listener of a job.
pub fn of_job(listener: Arc<dyn Listener>) -> impl Fn(&Job) + Send + Sync + 'static {
    move |job| drop(listener.tell(write(job)))
}

/// A listener of a transfer, told at most twenty times a second, and of its end.
pub fn of_transfer(
    listener: Arc<dyn Listener>,
) -> impl Fn(TransferProgress) + Send + Sync + 'static {
    let last: Mutex<Option<Instant>> = Mutex::new(None);
    move |progress| {
        let mut last = last.lock().unwrap_or_else(|broken| broken.into_inner());
        let whole = progress.total == Some(progress.done);
        if whole || last.is_none_or(|last| last.elapsed() >= REPORTS) {
            *last = Some(Instant::now());
            let _ = listener.tell(write(&progress));
        }
    }
}
