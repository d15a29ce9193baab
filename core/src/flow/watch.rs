//! One wait on one job: when it polls, for how long, and what it makes of the outcome.

use std::time::Duration;

use super::proof::{tell_unknown, whole_file};
use super::wait::OnProgress;
use super::watcher::Sighting;
use crate::client::Client;
use crate::dialect::adapter::Asked;
use crate::model::{Error, ErrorKind, Job, JobKind, JobStatus, Result};
use crate::policy::ended::{failure_of, unknown_job};
use crate::policy::watch::{Next, Observation, Tolerance, Verdict, advance};

/// The longest time for the last look, after the deadline has passed. With it, a machine
/// that slept, or a process that was stopped, still sees what happened meanwhile.
const LAST_LOOK: Duration = Duration::from_secs(5);

/// The same, at the end of a wait that is shorter than that.
const SHORTEST_LOOK: Duration = Duration::from_secs(1);

/// One wait on one job. All times are of the monotonic clock: setting the time of day
/// neither freezes nor ends it.
pub(crate) struct Watch {
    client: Client,
    asked: Asked,
    job: Job,
    /// The age of the job when the wait began.
    age: Duration,
    started: Duration,
    deadline: Duration,
    /// The time until which the server may not know the job yet.
    new_until: Duration,
    polls: u32,
    /// The start of the poll whose outcome was taken last.
    last_poll: Option<Duration>,
    next: Next,
    missing_since: Option<Duration>,
    tolerance: Tolerance,
    /// What the last poll failed with, until one is answered.
    failure: Option<Error>,
    looked_last: bool,
}

impl Watch {
    pub(crate) fn new(client: &Client, job: Job, limit: Duration) -> Self {
        let asked = Asked::anywhere(&job);
        let mut job = job;
        client.claim(&mut job);
        client.kept().watcher.enter(&asked.key);
        let started = client.monotonic();
        let not_before = client.kept().made.not_before(&job.id);
        let age = job.created_at.map(|created| client.now().since(created));
        let grace = client.spoken().poll.grace;
        Self {
            client: client.clone(),
            asked,
            job,
            age: age.unwrap_or_default(),
            started,
            deadline: started.saturating_add(limit),
            // A job known by its id alone was not created just now.
            new_until: started
                .saturating_add(age.map_or(Duration::ZERO, |age| grace.saturating_sub(age))),
            polls: 0,
            last_poll: None,
            next: Next::NotBefore(not_before),
            missing_since: None,
            tolerance: Tolerance::default(),
            failure: None,
            looked_last: false,
        }
    }

    /// Waits as long as the policy says, polls, and returns the job's current state. The
    /// first call polls at once, unless the creation's answer asked for a pause. At the
    /// deadline the wait ends after a last look, even where the server asked for a longer
    /// pause: one request tells whether the job is done.
    pub(crate) async fn next(&mut self) -> Result<Job> {
        self.step()
            .await
            .map_err(|error| error.with_job(self.job.id.clone()))
    }

    async fn step(&mut self) -> Result<Job> {
        self.client.check_made(&self.job)?;
        self.pause().await?;
        self.polls += 1;
        if let Err(error) = self.client.find_out().await {
            let now = self.client.monotonic();
            return self.tolerate(error, now, now);
        }
        let sighting = self.look().await.ok_or_else(|| self.too_late())?;
        self.last_poll = Some(sighting.begun);
        let now = self.client.monotonic();
        let seen = match sighting.outcome {
            Ok(Some(seen)) => {
                self.new_until = Duration::ZERO;
                self.next = Next::NotBefore(
                    seen.again_after
                        .map_or(Duration::ZERO, |wait| now.saturating_add(wait)),
                );
                Observation::Seen(Box::new(seen.job))
            }
            Ok(None) => {
                self.next = Next::NotBefore(Duration::ZERO);
                self.asked.far_back = false;
                Observation::Missing
            }
            Err(error) if error.kind() == ErrorKind::NotFound && now < self.new_until => {
                self.next = Next::NotBefore(Duration::ZERO);
                Observation::Missing
            }
            Err(error) => return self.tolerate(error, sighting.begun, now),
        };
        self.tolerance.answered();
        self.failure = None;
        let missing_for = match seen {
            Observation::Seen(_) => {
                self.missing_since = None;
                Duration::ZERO
            }
            Observation::Missing => now.saturating_sub(*self.missing_since.get_or_insert(now)),
        };
        let grace = self.client.spoken().poll.grace;
        match advance(&self.job, seen, missing_for, grace) {
            Verdict::Stands(job) => {
                self.job = *job;
                self.doubt().await;
                Ok(self.job.clone())
            }
            Verdict::Lost => Err(Error::new(
                ErrorKind::OutcomeUnknown,
                format!(
                    "the job is neither in progress nor among the results for {} s",
                    grace.as_secs()
                ),
            )
            .with_hint("It may still appear: resume it by its id later.")),
        }
    }

    /// Sleeps until the next poll, or until the time is over.
    async fn pause(&mut self) -> Result<()> {
        let limits = &self.client.spoken().poll;
        if self.looked_last || limits.max_polls.is_some_and(|most| self.polls >= most) {
            return Err(self.too_late());
        }
        let now = self.client.monotonic();
        let age = self.age.saturating_add(now.saturating_sub(self.started));
        let pace = match self.polls {
            0 => Duration::ZERO,
            _ => limits.next(age, self.job.progress, self.client.jitter()),
        };
        let left = self.deadline.saturating_sub(now);
        let until = self.next.after(now, pace).min(left);
        if until.is_zero() && self.polls == 0 {
            return Ok(());
        }
        let client = &self.client;
        let ended = client.adapter().ended(client, &self.asked.key);
        futures_lite::future::or(ended, client.inner.host.sleep(until)).await;
        Ok(())
    }

    /// Returns what a poll sees; nothing when the deadline has passed and the last look did
    /// not finish in its time.
    async fn look(&mut self) -> Option<Sighting> {
        let client = self.client.clone();
        let watcher = &client.kept().watcher;
        let now = client.monotonic();
        let fresh = now.saturating_sub(client.spoken().poll.interval.mul_f64(0.8));
        // An outcome is not taken a second time for another poll's.
        let newer = self
            .last_poll
            .map(|begun| begun.saturating_add(Duration::from_nanos(1)));
        let since = fresh.max(newer.unwrap_or(self.started));
        let left = self.deadline.saturating_sub(now);
        if !left.is_zero() {
            let sighted = watcher.sight(&client, &self.asked, since, false);
            if let Some(sighting) = client.within(left, sighted).await {
                return Some(sighting);
            }
        }
        self.looked_last = true;
        let sighted = watcher.sight(&client, &self.asked, self.deadline, true);
        let limit = self.deadline.saturating_sub(self.started);
        let last = LAST_LOOK.min(limit.max(SHORTEST_LOOK));
        client.within(last, sighted).await
    }

    /// A poll that fails does not end the wait at once: the job goes on.
    fn tolerate(&mut self, error: Error, begun: Duration, now: Duration) -> Result<Job> {
        let grace = self.client.spoken().poll.grace;
        self.next = self.tolerance.failed(&error, begun, now, grace);
        match self.next {
            Next::GiveUp => Err(unknown_job(self.job.dialect, error)),
            _ => {
                self.failure = Some(error);
                match self.looked_last {
                    true => Err(self.too_late()),
                    false => Ok(self.job.clone()),
                }
            }
        }
    }

    /// Looks for the file of a job with an unknown state word, when the time has come: a
    /// whole file ends the job.
    async fn doubt(&mut self) {
        let client = self.client.clone();
        let watcher = &client.kept().watcher;
        let key = &self.asked.key;
        let now = client.monotonic();
        let doubted = watcher.doubt(key, &self.job, now);
        if doubted.tell {
            tell_unknown(&client, &self.job);
        }
        if doubted.look {
            let left = self.deadline.saturating_sub(now).max(LAST_LOOK);
            let found = client
                .within(left, Box::pin(whole_file(&client, &self.job)))
                .await;
            watcher.looked(key, found.flatten(), client.monotonic());
        }
        if self.job.has_unknown_status()
            && let Some(proof) = watcher.proof(key)
        {
            self.job.status = JobStatus::Succeeded;
            self.job.progress = 100.0;
            match self.job.kind {
                JobKind::Video => self.job.set_videos(vec![proof]),
                JobKind::Image if self.job.images.is_empty() => self.job.images = vec![proof],
                JobKind::Image => {}
            }
        }
    }

    fn too_late(&self) -> Error {
        let now = self.client.monotonic();
        let waited = now.saturating_sub(self.started);
        let limit = self.deadline.saturating_sub(self.started).min(waited);
        let stands = format!(
            "the job is not done after {} s; it stands at {} and {:.0} %",
            limit.as_secs(),
            self.job.status_word.as_deref().unwrap_or("queued"),
            self.job.progress
        );
        if let Some(failure) = &self.failure {
            let what = format!("{stands}, and the last poll failed: {}", failure.reason());
            return Error::new(ErrorKind::Timeout, what)
                .with_hint("It may go on at the server: resume it by its id.")
                .caused_by(failure.clone());
        }
        let Some(since) = self.missing_since else {
            return Error::new(ErrorKind::Timeout, stands).with_hint(
                match self.job.has_unknown_status() {
                    true => {
                        "sorakit does not know that word, and takes it for running. It goes on at \
                         the server: resume it by its id."
                    }
                    false => "It goes on at the server: resume it by its id.",
                },
            );
        };
        let missing = now.saturating_sub(since).as_secs();
        Error::new(
            ErrorKind::Timeout,
            format!("{stands}, and the server has not shown it for {missing} s"),
        )
        .with_hint("It may still appear: resume it by its id later.")
    }
}

/// Returns a job's current state.
pub(super) async fn look_at(client: &Client, job: &Job) -> Result<Job> {
    client.find_out().await?;
    client.check_made(job)?;
    let asked = Asked::anywhere(job);
    let seen = client.adapter().observe(client, &asked).await;
    let seen = seen.map_err(|error| unknown_job(job.dialect, error))?;
    let seen = seen.ok_or_else(|| {
        Error::new(
            ErrorKind::NotFound,
            "the server shows no such job, neither in progress nor done",
        )
    })?;
    let mut now = Job {
        id: asked.key.id,
        ..seen.job
    };
    now.keep_from(job);
    client.claim(&mut now);
    Ok(now)
}

/// Waits until a job has succeeded: a video or images. Some servers answer a creation
/// with the finished work; then there is nothing to wait for.
pub(super) async fn wait_for(
    client: &Client,
    job: &Job,
    limit: Duration,
    on_progress: Option<&dyn OnProgress>,
) -> Result<Job> {
    let mut job = job.clone();
    let mut watch = None;
    loop {
        if let Some(error) = failure_of(&job) {
            return Err(error);
        }
        if job.is_ended() {
            return Ok(job);
        }
        let watch = watch.get_or_insert_with(|| Watch::new(client, job.clone(), limit));
        job = watch.next().await?;
        if let Some(on_progress) = on_progress {
            on_progress.progress(&job);
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.client.kept().watcher.leave(&self.asked.key);
    }
}
