//! Deciding when a transfer is too slow to continue.

use std::time::Duration;

/// The limits of a transfer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TransferLimits {
    /// The minimum rate in bytes per second, on average over `window`; 0 for any.
    pub min_rate: f64,
    /// The time over which the rate is averaged.
    pub window: Duration,
    /// The maximum size of one file, in bytes.
    pub max_bytes: u64,
    /// The maximum length of a file inside an answer, in bytes of base64.
    pub max_answer_bytes: u64,
}

impl Default for TransferLimits {
    /// The rate and time that curl's manual gives as an example of a dead transfer, and a
    /// size that no video comes near.
    fn default() -> Self {
        Self {
            min_rate: 1000.0,
            window: Duration::from_secs(60),
            max_bytes: 16 << 30,
            max_answer_bytes: 512 << 20,
        }
    }
}

/// The pace of one transfer. Only time spent waiting for bytes counts, so that a reader
/// may be as slow as it likes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pace {
    waited: Duration,
    bytes: u64,
}

impl Pace {
    /// Counts bytes and the time spent waiting for them. Returns `false` if they came too
    /// slowly for a whole window.
    #[must_use]
    pub fn count(&mut self, bytes: u64, waited: Duration, limits: &TransferLimits) -> bool {
        self.bytes += bytes;
        self.waited += waited;
        if self.waited < limits.window {
            return true;
        }
        let enough = self.bytes as f64 >= limits.min_rate * self.waited.as_secs_f64();
        *self = Self::default();
        enough
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_an_average_over_the_window() {
        let limits = TransferLimits {
            min_rate: 1000.0,
            window: Duration::from_secs(10),
            ..TransferLimits::default()
        };
        let run = |bytes: u64, step: u64| {
            let mut pace = Pace::default();
            (0..20).all(|_| pace.count(bytes, Duration::from_secs(step), &limits))
        };
        assert!(run(1000, 1));
        assert!(!run(999, 1));
        assert!(run(20_000, 20), "one long step");
        assert!(!run(19_999, 20));
        let any = TransferLimits {
            min_rate: 0.0,
            ..limits
        };
        assert!(Pace::default().count(0, Duration::from_secs(100), &any));
    }

    #[test]
    fn a_burst_does_not_excuse_the_time_after_it() {
        let limits = TransferLimits::default();
        let mut pace = Pace::default();
        assert!(pace.count(1 << 30, Duration::from_secs(60), &limits));
        assert!(pace.count(1, Duration::from_secs(59), &limits));
        assert!(!pace.count(1, Duration::from_secs(1), &limits));
    }
}
