//! The number of this process's tasks in progress that must complete before it ends.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The longest time that the end of a process waits for renewals.
pub const DRAIN_LIMIT: Duration = Duration::from_secs(10);

/// The process in the upper half, the number of tasks in the lower: a child has none of
/// its parent's.
pub(super) static COUNT: AtomicU64 = AtomicU64::new(0);

/// This process, as it appears in the count.
pub(super) fn own() -> u64 {
    u64::from(std::process::id()) << 32
}

/// The number of tasks in progress in this process.
pub(super) fn count() -> u64 {
    let count = COUNT.load(Ordering::SeqCst);
    match count & !0xffff_ffff == own() {
        true => count & 0xffff_ffff,
        false => 0,
    }
}
