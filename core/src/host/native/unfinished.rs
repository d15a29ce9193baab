//! Work that the end of the process must not cut off: renewals in progress.
//!
//! A refresh token that was sent is used up, and its replacement exists nowhere until it
//! is stored. So ending a process waits for it, and so does a signal that would end the
//! process: see [`drain`] and [`super::signals`].

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::count::{COUNT, count, own};
#[cfg(unix)]
use super::signals;

pub use super::count::DRAIN_LIMIT;

/// The interval between checks for completion.
const SLICE: Duration = Duration::from_millis(5);

/// One piece of such work in progress, until it is dropped.
pub(crate) struct Unfinished {
    process: u64,
}

impl Unfinished {
    /// Counts one more.
    pub(crate) fn begin() -> Self {
        let process = own();
        // A parent's renewals at a fork do not count.
        let _ = COUNT.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |count| {
            Some(match count & !0xffff_ffff == process {
                true => count + 1,
                false => process + 1,
            })
        });
        #[cfg(unix)]
        signals::hold();
        Self { process }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if self.process != own() {
            return;
        }
        COUNT.fetch_sub(1, Ordering::SeqCst);
        #[cfg(unix)]
        if count() == 0 {
            signals::release();
        }
    }
}

/// Blocks this thread until no work is in progress that must not stop half-way: a token
/// being renewed and stored. Call it before a process ends. Returns true if all of it
/// ended within `limit`.
///
/// ```
/// assert!(sorakit::host::drain(sorakit::host::DRAIN_LIMIT));
/// ```
pub fn drain(limit: Duration) -> bool {
    let began = Instant::now();
    while count() > 0 {
        if began.elapsed() >= limit {
            return false;
        }
        std::thread::sleep(SLICE);
    }
    true
}
