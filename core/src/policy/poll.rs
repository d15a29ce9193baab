//! The wait before a job is polled again.

use std::time::Duration;

use crate::model::Dialect;

/// The limits of polling a job.
#[derive(Debug, Clone, PartialEq)]
pub struct PollLimits {
    /// The shortest wait between two polls.
    pub interval: Duration,
    /// The longest wait for a video.
    pub deadline: Duration,
    /// The longest wait for an image.
    pub image_deadline: Duration,
    /// The time for which a job may be missing, after it was last seen, before its
    /// outcome counts as unknown.
    pub grace: Duration,
    /// The most polls in one wait; no limit if absent.
    pub max_polls: Option<u32>,
    /// The reason for waits longer than the interval.
    pub pace: Pace,
}

/// The reason for waits between two polls that are longer than the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Nothing: every poll comes an interval after the one before.
    Fixed,
    /// The job's progress alone, at any age.
    Progress,
    /// The job's progress and its age.
    ProgressAndAge,
}

/// The longest wait between two polls (`docs/wire/skyriff.md` §13, `docs/wire/relay.md` §9).
const LONGEST: Duration = Duration::from_secs(10);

impl PollLimits {
    /// The values that each dialect's document recommends. sora2api polls every 2 s
    /// (`docs/wire/sora2api.md` §10); skyriff asks for 5 to 10 s
    /// (`docs/wire/skyriff.md` §13). It gives a Pro job 30 minutes, and sora2api a video.
    pub fn of(dialect: Dialect) -> Self {
        Self {
            interval: match dialect {
                Dialect::Skyriff => Duration::from_secs(5),
                _ => Duration::from_secs(2),
            },
            deadline: Duration::from_secs(1800),
            image_deadline: Duration::from_secs(300),
            grace: Duration::from_secs(60),
            max_polls: None,
            pace: match dialect {
                Dialect::Relay => Pace::Progress,
                _ => Pace::ProgressAndAge,
            },
        }
    }

    /// The wait before the next poll of a job of this age and progress, in
    /// percent: the interval at first, up to five times that later, as
    /// `docs/wire/relay.md` §9 recommends (2, 3, 5 and 10 s). `jitter` is a random
    /// number from 0 to 1 and spreads many jobs out. It is never below the
    /// interval, nor, unless the interval is, above 10 s.
    pub fn next(&self, age: Duration, progress: f64, jitter: f64) -> Duration {
        if self.pace == Pace::Fixed {
            return self.interval;
        }
        let by_progress = match progress {
            p if p < 20.0 => 1.0,
            p if p < 50.0 => 1.5,
            p if p < 80.0 => 2.5,
            _ => 5.0,
        };
        // A job that stays at the beginning is polled no more often than one that moves.
        let by_age = match age.as_secs_f64() / self.interval.as_secs_f64().max(1e-3) {
            rounds if rounds < 30.0 => 1.0,
            rounds if rounds < 120.0 => 2.0,
            _ => 5.0,
        };
        // Near its end a short job must not wait five times its interval.
        let factor: f64 = if self.pace == Pace::Progress {
            by_progress
        } else if by_age < 2.0 {
            f64::min(by_progress, 2.5)
        } else {
            by_age
        };
        let wait = self.interval.mul_f64(factor * (0.9 + 0.2 * jitter));
        wait.clamp(self.interval, LONGEST.max(self.interval))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skyriff_is_asked_every_five_to_ten_seconds_for_half_an_hour() {
        let limits = PollLimits::of(Dialect::Skyriff);
        assert_eq!(limits.deadline, Duration::from_secs(1800));
        for (age, progress) in [(0, 0.0), (20, 45.0), (60, 85.0), (900, 10.0), (1700, 99.0)] {
            for jitter in [0.0, 0.5, 1.0] {
                let wait = limits.next(Duration::from_secs(age), progress, jitter);
                assert!((5.0..=10.0).contains(&wait.as_secs_f64()), "{age} {wait:?}");
            }
        }
    }

    #[test]
    fn a_relay_is_asked_as_its_document_shows() {
        // By progress alone: 2, 3, 5 and 10 s, at any age.
        let limits = PollLimits::of(Dialect::Relay);
        for age in [0, 20, 60, 600, 1700] {
            for (progress, expected) in [
                (0.0, 2.0),
                (19.0, 2.0),
                (20.0, 3.0),
                (49.0, 3.0),
                (50.0, 5.0),
                (79.0, 5.0),
                (80.0, 10.0),
                (99.0, 10.0),
            ] {
                let wait = limits.next(Duration::from_secs(age), progress, 0.5);
                assert_eq!(wait.as_secs_f64(), expected, "{age} s, {progress} %");
            }
        }
    }

    #[test]
    fn a_fixed_interval_is_the_same_at_any_age_and_progress() {
        let limits = PollLimits {
            interval: Duration::from_secs(3),
            pace: Pace::Fixed,
            ..PollLimits::of(Dialect::Relay)
        };
        for (age, progress, jitter) in [(0, 0.0, 0.0), (300, 95.0, 1.0), (3600, 10.0, 0.5)] {
            let wait = limits.next(Duration::from_secs(age), progress, jitter);
            assert_eq!(wait, Duration::from_secs(3));
        }
    }

    #[test]
    fn an_interval_of_ones_own_is_kept() {
        let limits = PollLimits {
            interval: Duration::from_secs(30),
            ..PollLimits::of(Dialect::Relay)
        };
        let wait = limits.next(Duration::from_secs(3600), 90.0, 0.5);
        assert_eq!(wait, Duration::from_secs(30));
    }

    #[test]
    fn polling_is_faster_early_and_slower_late() {
        let limits = PollLimits::of(Dialect::Sora);
        for (age, progress, expected) in [
            (0, 0.0, 2.0),
            (10, 30.0, 3.0),
            (30, 60.0, 5.0),
            (50, 95.0, 5.0),
            (100, 10.0, 4.0),
            (300, 10.0, 10.0),
        ] {
            let wait = limits.next(Duration::from_secs(age), progress, 0.5);
            assert!(
                (wait.as_secs_f64() - expected).abs() < 1e-6,
                "{age} {progress} {wait:?}"
            );
        }
    }
}
