//! The processor time of this thread, for tests that look how work grows: what other
//! programs of the machine take does not count.

use std::time::Duration;

/// The time so far.
pub(crate) fn thread_time() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), now.tv_nsec.unsigned_abs() as u32)
}
