//! What must not be cut off by the end of the process: renewals under way.
//!
//! A refresh token that was sent is used up, and what replaces it exists nowhere
//! until it is stored. So whoever ends a process waits for it, and a signal that
//! would end the process waits too: see [`drain`] and [`super::signals`].

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::count::{COUNT, count, own};
#[cfg(unix)]
use super::signals;

pub use super::count::DRAIN_LIMIT;

/// How often it is looked whether all has ended.
const SLICE: Duration = Duration::from_millis(5);

/// One that is under way, until it is dropped.
pub(crate) struct Unfinished {
    process: u64,
}

impl Unfinished {
    /// One more.
    pub(crate) fn begin() -> Self {
        let process = own();
        // What a parent had under way at a fork is not counted on.
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

/// Waits, on this thread, until nothing is under way that must not stop half-way:
/// a token being renewed and stored. To be called before a process ends. Whether
/// all of it has ended within `limit`.
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
