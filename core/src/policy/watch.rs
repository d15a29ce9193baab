//! What a poll tells of a job: it only moves forward, and a job that is nowhere
//! to be found is neither done nor failed.

use std::time::Duration;

use crate::job::{Job, JobStatus};

/// What a poll saw of a job.
#[derive(Debug, Clone, PartialEq)]
pub enum Observation {
    /// The server showed it.
    Seen(Box<Job>),
    /// The server did not show it.
    Missing,
}

/// What to make of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The job as it stands now.
    Stands(Box<Job>),
    /// It has been missing for too long: its outcome is unknown.
    Lost,
}

/// Takes an observation into account. `missing_for` is how long the job has not
/// been seen, and `grace` how long that may be (wire.md §2.1: some seconds pass
/// between the list of pending jobs and the drafts).
pub fn advance(job: &Job, seen: Observation, missing_for: Duration, grace: Duration) -> Verdict {
    match seen {
        Observation::Seen(mut next) => {
            next.progress = match next.status {
                JobStatus::Succeeded => 100.0,
                _ => next.progress.max(job.progress),
            };
            next.created_at = next.created_at.or(job.created_at);
            next.model = next.model.take().or_else(|| job.model.clone());
            // The list of pending jobs and the drafts may give two ids for it;
            // the caller knows it by the first.
            next.id.clone_from(&job.id);
            Verdict::Stands(next)
        }
        Observation::Missing if missing_for > grace => Verdict::Lost,
        Observation::Missing => {
            let mut job = job.clone();
            if job.progress > 0.0 {
                job.status = JobStatus::Running;
            }
            Verdict::Stands(Box::new(job))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::Dialect;
    use crate::job::JobKind;

    fn job(status: JobStatus, progress: f64) -> Job {
        let mut job = Job::new("task_1", Dialect::Sora, JobKind::Video);
        job.status = status;
        job.progress = progress;
        job
    }

    fn standing(verdict: Verdict) -> Job {
        match verdict {
            Verdict::Stands(job) => *job,
            Verdict::Lost => panic!("lost"),
        }
    }

    const GRACE: Duration = Duration::from_secs(60);

    #[test]
    fn progress_never_goes_back_and_the_end_is_a_hundred() {
        let before = job(JobStatus::Running, 40.0);
        let back = Observation::Seen(Box::new(job(JobStatus::Running, 10.0)));
        let after = standing(advance(&before, back, Duration::ZERO, GRACE));
        assert_eq!(after.progress, 40.0);
        let done = Observation::Seen(Box::new(job(JobStatus::Succeeded, 0.0)));
        let after = standing(advance(&before, done, Duration::ZERO, GRACE));
        assert_eq!(after.progress, 100.0);
    }

    #[test]
    fn a_missing_job_runs_for_the_grace_time_and_is_then_lost() {
        let before = job(JobStatus::Running, 90.0);
        let missing = |secs| {
            advance(
                &before,
                Observation::Missing,
                Duration::from_secs(secs),
                GRACE,
            )
        };
        assert_eq!(standing(missing(60)).status, JobStatus::Running);
        assert_eq!(missing(61), Verdict::Lost);
    }
}
