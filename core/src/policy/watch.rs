//! The effect of a poll on a job: it only moves forward, and a missing job is neither
//! done nor failed. A failed poll says nothing about the job, unless the server says it
//! about this job or this credential.

use std::time::Duration;

use super::ended::looks_done;
use crate::model::{Error, ErrorKind, Job, JobStatus};

/// The result of a poll.
#[derive(Debug, Clone, PartialEq)]
pub enum Observation {
    /// The server showed the job.
    Seen(Box<Job>),
    /// The server did not show it.
    Missing,
}

/// The conclusion from a poll.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The job's current state.
    Stands(Box<Job>),
    /// It has been missing for too long: its outcome is unknown.
    Lost,
}

/// Applies an observation. `missing_for` is the time for which the job has not been seen,
/// and `grace` the longest that this may last (`docs/wire/sora.md` §6.1: some seconds
/// pass between the list of pending jobs and the drafts).
pub fn advance(job: &Job, seen: Observation, missing_for: Duration, grace: Duration) -> Verdict {
    match seen {
        Observation::Seen(mut next) => {
            next.progress = match next.status {
                JobStatus::Succeeded => 100.0,
                _ => next.progress.max(job.progress),
            };
            next.keep_from(job);
            // The list of pending jobs and the drafts may give it two ids; the caller
            // knows it by the first.
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

/// The least time between two polls that say the same about a job or a credential, before
/// it is believed.
pub const APART: Duration = Duration::from_secs(1);

/// A wait's tolerance of failed polls, whatever their kind. Times are those of a
/// monotonic clock.
///
/// Failures are tolerated for the grace time since the first in a row: a gateway's page,
/// an answer that is cut off or invalid, a refused connection and an unresolved name say
/// nothing about the job, which goes on. The time that the server itself asked to wait
/// does not count. What the server says about this very job (it does not exist, it may
/// not be read, it failed) or about this credential is believed once it says so twice in
/// a row, a second apart. A request that was not even sent would fail again, and ends the
/// wait, as does an answer that is unambiguous.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tolerance {
    until: Option<Duration>,
    said: Option<(ErrorKind, Duration)>,
}

/// The consequence of a failed poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Poll at the usual pace, but not before this time.
    NotBefore(Duration),
    /// Poll at this time, to learn whether the server says the same.
    At(Duration),
    /// The wait ends with the error.
    GiveUp,
}

impl Next {
    /// The time from `now` until the next poll, at this pace.
    pub fn after(self, now: Duration, pace: Duration) -> Duration {
        match self {
            Self::NotBefore(at) => at.saturating_sub(now).max(pace),
            Self::At(at) => at.saturating_sub(now),
            Self::GiveUp => Duration::ZERO,
        }
    }
}

impl Tolerance {
    /// Notes that a poll was answered.
    pub fn answered(&mut self) {
        *self = Self::default();
    }

    /// Notes that a poll that began at `begun` has failed by `now`.
    pub fn failed(
        &mut self,
        error: &Error,
        begun: Duration,
        now: Duration,
        grace: Duration,
    ) -> Next {
        let asked = error.retry_after().unwrap_or_default();
        let until = *self.until.get_or_insert(now.saturating_add(grace));
        self.until = Some(until.saturating_add(asked));
        let not_before = match asked.is_zero() {
            true => Duration::ZERO,
            false => now.saturating_add(asked),
        };
        if was_found_here(error) || now > until {
            return Next::GiveUp;
        }
        if !is_of_job_or_credential(error) {
            self.said = None;
            return Next::NotBefore(not_before);
        }
        match self.said {
            Some((kind, first)) if kind == error.kind() => {
                let at = first.saturating_add(APART);
                match begun >= at {
                    true => Next::GiveUp,
                    false => Next::At(at.max(not_before)),
                }
            }
            _ => {
                self.said = Some((error.kind(), begun));
                Next::At(begun.saturating_add(APART).max(not_before))
            }
        }
    }
}

/// True if the server itself says it about this job or this credential: a page from
/// something in front of it says nothing about either.
fn is_of_job_or_credential(error: &Error) -> bool {
    error.is_stated()
        && matches!(
            error.kind(),
            ErrorKind::NotFound
                | ErrorKind::Permission
                | ErrorKind::ContentPolicy
                | ErrorKind::GenerationFailed
                | ErrorKind::Authentication
                | ErrorKind::AccountSetup
                | ErrorKind::Region
        )
}

/// True if the failure was found here, before anything was sent or from an answer that
/// was understood.
fn was_found_here(error: &Error) -> bool {
    // An untrusted certificate, and anything else that would fail again.
    if error.kind() == ErrorKind::Connection && !error.retryable() {
        return true;
    }
    error.status().is_none()
        && !error.is_stated()
        && matches!(
            error.kind(),
            ErrorKind::InvalidInput
                | ErrorKind::Unsupported
                | ErrorKind::Configuration
                | ErrorKind::Authentication
                | ErrorKind::Permission
                | ErrorKind::ContentPolicy
                | ErrorKind::GenerationFailed
                // Of a job that lived in a stream which broke off: a poll has none.
                | ErrorKind::OutcomeUnknown
        )
}

/// A wait's handling of an unknown word for a job's status. It means that the job is
/// running. Once there are signs that it may be done, or nothing has changed for
/// [`UNCHANGED`], observers are told of the word, and every [`LOOKS`] the job's file is
/// looked for: a whole one proves that the job is done. Progress that never moves is left
/// as it is.
#[derive(Debug, Clone, Default)]
pub struct Doubt {
    /// The word, the progress, and the time since which they have stood.
    stands: Option<(String, f64, Duration)>,
    /// The word that was reported.
    told: Option<String>,
    /// The earliest time to look for the file again.
    next_look: Duration,
}

/// The time for which a job with an unknown word may stay unchanged before it is doubted.
pub const UNCHANGED: Duration = Duration::from_secs(600);

/// The time between two looks for its file.
pub const LOOKS: Duration = Duration::from_secs(60);

/// The consequences of a job's unknown word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Doubted {
    /// The word is to be reported.
    pub tell: bool,
    /// The file is to be looked for.
    pub look: bool,
}

impl Doubt {
    /// Notes the job's state at `now`.
    pub fn seen(&mut self, job: &Job, now: Duration) -> Doubted {
        let word = job.status_word.as_deref().unwrap_or_default();
        if !job.has_unknown_status() {
            *self = Self::default();
            return Doubted::default();
        }
        let since = match &self.stands {
            Some((stood, progress, since)) if stood == word && *progress == job.progress => *since,
            _ => {
                self.stands = Some((word.to_owned(), job.progress, now));
                now
            }
        };
        if !looks_done(job) && now.saturating_sub(since) < UNCHANGED {
            return Doubted::default();
        }
        let tell = self.told.as_deref() != Some(word);
        if tell {
            self.told = Some(word.to_owned());
        }
        let look = now >= self.next_look;
        if look {
            self.looked(now);
        }
        Doubted { tell, look }
    }

    /// Notes that a look ended at `now`.
    pub fn looked(&mut self, now: Duration) {
        self.next_look = now.saturating_add(LOOKS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dialect;
    use crate::model::JobKind;

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

    fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    /// A poll that took no time.
    fn fail(tolerance: &mut Tolerance, error: &Error, at: u64) -> Next {
        tolerance.failed(error, secs(at), secs(at), GRACE)
    }

    #[test]
    fn a_failure_of_whatever_kind_is_borne_for_the_time_of_grace() {
        for kind in ErrorKind::ALL {
            let page = Error::new(*kind, "x").with_status(503);
            let mut tolerance = Tolerance::default();
            for at in [10, 11, 70] {
                let next = fail(&mut tolerance, &page, at);
                assert_eq!(next, Next::NotBefore(Duration::ZERO), "{kind} {at}");
            }
            assert_eq!(fail(&mut tolerance, &page, 71), Next::GiveUp, "{kind}");
            tolerance.answered();
            let next = fail(&mut tolerance, &page, 500);
            assert_eq!(next, Next::NotBefore(Duration::ZERO), "{kind}");
        }
    }

    #[test]
    fn what_the_server_asks_to_wait_is_kept_to_and_not_counted() {
        let busy = |asked| Error::new(ErrorKind::RateLimited, "x").with_retry_after(secs(asked));
        let mut tolerance = Tolerance::default();
        assert_eq!(
            fail(&mut tolerance, &busy(300), 0),
            Next::NotBefore(secs(300))
        );
        assert_eq!(
            fail(&mut tolerance, &busy(300), 300),
            Next::NotBefore(secs(600))
        );
        let silent = Error::new(ErrorKind::Connection, "x");
        assert_eq!(
            fail(&mut tolerance, &silent, 660),
            Next::NotBefore(Duration::ZERO)
        );
        assert_eq!(fail(&mut tolerance, &silent, 661), Next::GiveUp);
    }

    #[test]
    fn a_word_of_the_job_or_the_credential_is_believed_the_second_time() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::Authentication,
            ErrorKind::Permission,
        ] {
            let word = Error::new(kind, "x").with_status(404).mark_stated();
            let mut tolerance = Tolerance::default();
            assert_eq!(fail(&mut tolerance, &word, 5), Next::At(secs(6)));
            let early = tolerance.failed(&word, secs(5), secs(9), GRACE);
            assert_eq!(early, Next::At(secs(6)), "the same poll");
            assert_eq!(fail(&mut tolerance, &word, 6), Next::GiveUp);

            let mut tolerance = Tolerance::default();
            fail(&mut tolerance, &word, 5);
            let page = Error::new(ErrorKind::Server, "x").with_status(502);
            fail(&mut tolerance, &page, 6);
            assert_eq!(
                fail(&mut tolerance, &word, 7),
                Next::At(secs(8)),
                "not in a row"
            );
            tolerance.answered();
            assert_eq!(fail(&mut tolerance, &word, 9), Next::At(secs(10)));
        }
    }

    fn marinating(progress: f64) -> Job {
        let mut job = job(JobStatus::Running, progress);
        job.status_word = Some("marinating".into());
        job
    }

    #[test]
    fn an_unknown_word_is_told_once_and_the_file_looked_for_once_a_minute() {
        let both = |tell, look| Doubted { tell, look };
        for (what, first) in [("unchanged", 600), ("at 100 %", 0), ("an address", 0)] {
            let mut standing = marinating(40.0);
            match what {
                "at 100 %" => standing.progress = 100.0,
                "an address" => {
                    standing.raw = serde_json::json!({"video_url": "https://cdn.example/v.mp4"});
                }
                _ => {}
            }
            let mut doubt = Doubt::default();
            let mut seen = |at| doubt.seen(&standing, secs(at));
            if first > 0 {
                assert_eq!(seen(0), both(false, false), "{what}");
                assert_eq!(seen(first - 1), both(false, false), "{what}");
            }
            assert_eq!(seen(first), both(true, true), "{what}");
            assert_eq!(seen(first + 59), both(false, false), "{what}");
            assert_eq!(seen(first + 60), both(false, true), "{what}");
            doubt.looked(secs(first + 100));
            assert_eq!(doubt.seen(&standing, secs(first + 159)), both(false, false));
            assert_eq!(doubt.seen(&standing, secs(first + 160)), both(false, true));
        }
    }

    #[test]
    fn what_moves_or_is_known_is_not_doubted() {
        let mut doubt = Doubt::default();
        for minute in 0..100 {
            let moving = marinating(minute as f64);
            assert_eq!(doubt.seen(&moving, secs(minute * 540)), Doubted::default());
        }
        for status in [JobStatus::Queued, JobStatus::Running, JobStatus::Succeeded] {
            let mut known = job(status, 100.0);
            known.status_word = Some("processing".into());
            assert_eq!(doubt.seen(&known, secs(1_000_000)), Doubted::default());
        }
        doubt.seen(&marinating(100.0), secs(0));
        let mut other = marinating(100.0);
        other.status_word = Some("resting".into());
        assert!(doubt.seen(&other, secs(1)).tell, "each word is told");
    }

    #[test]
    fn what_is_wrong_here_ends_the_wait_at_once() {
        let untrusted = Error::new(ErrorKind::Connection, "certificate").with_retryable(false);
        for error in [
            Error::invalid("video_id", "must not be empty"),
            Error::new(ErrorKind::Configuration, "no proxy of this kind"),
            Error::new(ErrorKind::GenerationFailed, "the cameo failed"),
            untrusted,
        ] {
            assert_eq!(fail(&mut Tolerance::default(), &error, 0), Next::GiveUp);
        }
    }
}
