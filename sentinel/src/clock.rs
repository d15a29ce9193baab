//! Time, on platforms with a clock.

use std::time::Duration;

/// Measures the time since it was started, with a clock that counts from any fixed moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stopwatch {
    clock: fn() -> Duration,
    started: Duration,
}

impl Stopwatch {
    /// Starts, with the platform's clock if none is given.
    pub fn start(clock: Option<fn() -> Duration>) -> Self {
        let clock = clock.unwrap_or(platform);
        Self {
            clock,
            started: clock(),
        }
    }

    /// The time since the start.
    pub fn elapsed(&self) -> Duration {
        (self.clock)().saturating_sub(self.started)
    }
}

/// The platform's monotonic clock.
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
fn platform() -> Duration {
    use std::{sync::OnceLock, time::Instant};

    static EPOCH: OnceLock<Instant> = OnceLock::new();
    EPOCH.get_or_init(Instant::now).elapsed()
}

/// In a browser the standard library has no clock: time stands still.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
fn platform() -> Duration {
    Duration::ZERO
}
