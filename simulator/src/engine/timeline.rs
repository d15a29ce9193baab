//! A job's course over simulated time, as a pure function of its age.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Accepted; the prompt is being looked at.
    Preprocessing,
    /// Waiting for a machine.
    Queued,
    /// Being generated.
    Running,
    /// Generated; being encoded.
    Processing,
    /// Gone from the pending list, not yet among the results: the few seconds
    /// in which a native task is in neither.
    Gap,
    /// Done, whatever the outcome.
    Finished,
}

/// How progress is reported while a job runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Curve {
    /// Slow start and end.
    #[default]
    Eased,
    /// 0 until nearly done, then 0.9, as the older pending list shows it.
    Jump,
    /// Falls back once on its way.
    Backward,
    /// Never reported.
    Absent,
}

/// How long each stage lasts in simulated time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// Preprocessing.
    pub preprocessing: Duration,
    /// Waiting.
    pub queued: Duration,
    /// Running, for an image or the fixed part of a video.
    pub running: Duration,
    /// Running, for each second of video on top.
    pub running_per_second: Duration,
    /// Encoding.
    pub processing: Duration,
    /// In neither list.
    pub gap: Duration,
}

impl Default for Pace {
    /// A ten-second video takes two minutes; the gap is the four seconds of
    /// `docs/wire/sora.md` §6.1.
    fn default() -> Self {
        Self {
            preprocessing: Duration::from_secs(3),
            queued: Duration::from_secs(9),
            running: Duration::from_secs(20),
            running_per_second: Duration::from_secs(8),
            processing: Duration::from_secs(4),
            gap: Duration::from_secs(4),
        }
    }
}

/// The course of one job.
#[derive(Debug, Clone, Copy)]
pub struct Timeline {
    start: Timestamp,
    ends: [SignedDuration; 5],
    /// How progress is reported.
    pub curve: Curve,
    /// It runs for ever.
    pub stuck: bool,
}

/// Stage and progress of a job at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Where the job stands.
    pub stage: Stage,
    /// 0.0 to 1.0; `None` when the server does not tell.
    pub progress: Option<f64>,
}

impl Timeline {
    /// The course of a job that starts at `start` and makes `seconds` of video
    /// (0 for an image); `stretch` lengthens the waiting, 1.0 leaves it.
    pub fn new(start: Timestamp, pace: &Pace, seconds: f64, stretch: f64) -> Self {
        let running = pace.running + pace.running_per_second.mul_f64(seconds.max(0.0));
        let stages = [
            pace.preprocessing,
            pace.queued.mul_f64(stretch.max(0.0)),
            running,
            pace.processing,
            pace.gap,
        ];
        let mut total = SignedDuration::ZERO;
        let ends = stages.map(|stage| {
            total += SignedDuration::try_from(stage).unwrap_or(SignedDuration::MAX);
            total
        });
        Self {
            start,
            ends,
            curve: Curve::default(),
            stuck: false,
        }
    }

    /// Stage and progress at `now`.
    pub fn at(&self, now: Timestamp) -> Moment {
        let age = now.duration_since(self.start);
        let stages = [
            Stage::Preprocessing,
            Stage::Queued,
            Stage::Running,
            Stage::Processing,
            Stage::Gap,
        ];
        let reached = self.ends.iter().position(|end| age < *end);
        let stage = match reached {
            Some(index) if index > 2 && self.stuck => Stage::Running,
            None if self.stuck => Stage::Running,
            Some(index) => stages[index],
            None => Stage::Finished,
        };
        Moment {
            stage,
            progress: self.progress(stage, age),
        }
    }

    /// When the job is finished, unless it is stuck.
    pub fn finished_at(&self) -> Timestamp {
        self.start
            .checked_add(self.ends[4])
            .unwrap_or(Timestamp::MAX)
    }

    /// When generation begins: a refusal by content shows then.
    pub fn running_from(&self) -> Timestamp {
        self.start
            .checked_add(self.ends[1])
            .unwrap_or(Timestamp::MAX)
    }

    fn progress(&self, stage: Stage, age: SignedDuration) -> Option<f64> {
        let begin = self.ends[1].as_secs_f64();
        let length = (self.ends[2].as_secs_f64() - begin).max(f64::MIN_POSITIVE);
        let part = ((age.as_secs_f64() - begin) / length).clamp(0.0, 1.0);
        let part = if self.stuck { part.min(0.5) } else { part };
        if self.curve == Curve::Absent && stage != Stage::Finished {
            return None;
        }
        let value = match stage {
            Stage::Preprocessing | Stage::Queued => 0.0,
            Stage::Running => match self.curve {
                Curve::Jump if part < 0.95 => 0.0,
                Curve::Jump => 0.9,
                Curve::Backward if (0.5..0.6).contains(&part) => 0.3,
                _ => 0.95 * part * part * (3.0 - 2.0 * part),
            },
            Stage::Processing => 0.95,
            Stage::Gap | Stage::Finished => 1.0,
        };
        Some((value * 1000.0).round() / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(timeline: &Timeline, second: i64) -> Moment {
        timeline.at(timeline.start + SignedDuration::from_secs(second))
    }

    #[test]
    fn a_job_passes_every_stage_and_its_progress_never_falls() {
        let start = Timestamp::from_second(1_700_000_000).unwrap();
        let timeline = Timeline::new(start, &Pace::default(), 10.0, 1.0);
        let stages: Vec<_> = [0, 5, 60, 113, 118, 121]
            .map(|second| moment(&timeline, second).stage)
            .into();
        let expected = [
            Stage::Preprocessing,
            Stage::Queued,
            Stage::Running,
            Stage::Processing,
            Stage::Gap,
            Stage::Finished,
        ];
        assert_eq!(stages, expected);
        let progress: Vec<_> = (0..130)
            .map(|second| moment(&timeline, second).progress.unwrap())
            .collect();
        assert!(progress.is_sorted());
        assert_eq!(progress.last(), Some(&1.0));
    }

    #[test]
    fn the_other_curves_are_what_they_say() {
        let start = Timestamp::from_second(1_700_000_000).unwrap();
        let mut timeline = Timeline::new(start, &Pace::default(), 10.0, 1.0);
        timeline.curve = Curve::Backward;
        let progress: Vec<_> = (12..112)
            .map(|second| moment(&timeline, second).progress.unwrap())
            .collect();
        assert!(!progress.is_sorted());
        timeline.curve = Curve::Absent;
        assert_eq!(moment(&timeline, 60).progress, None);
        timeline.curve = Curve::Jump;
        assert_eq!(moment(&timeline, 60).progress, Some(0.0));
        timeline.stuck = true;
        assert_eq!(moment(&timeline, 100_000).stage, Stage::Running);
    }
}
