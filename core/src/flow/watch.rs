//! Watching jobs: one poll serves everybody who waits on an account.

use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::StreamExt;

use crate::api::{Timestamp, ended};
use crate::client::{Client, lock};
use crate::dialect::{Asked, JobKey, Outcome};
use crate::error::{Error, ErrorKind, Result};
use crate::job::{Job, JobStatus};
use crate::policy::watch::{Observation, Verdict, advance};

/// How many jobs are asked after at once, where each takes a request.
const AT_ONCE: usize = 6;

/// What the waits of a client share.
#[derive(Default)]
pub(crate) struct Watcher {
    /// How many wait on each job.
    watched: Mutex<HashMap<JobKey, usize>>,
    /// The last poll. Whoever finds it too old polls, and the others wait for it.
    round: async_lock::Mutex<Option<Round>>,
    /// Whether the server was found to have no list of jobs.
    without_list: AtomicBool,
}

impl Watcher {
    /// How these jobs stand, each with an outcome of its own: by the list that
    /// serves several, and what that says nothing of by a request for each.
    async fn poll(&self, client: &Client, jobs: &[Asked]) -> HashMap<JobKey, Outcome> {
        let adapter = client.dialect().adapter();
        let mut outcomes = HashMap::with_capacity(jobs.len());
        if jobs.len() > 1
            && !self.without_list.load(Ordering::Relaxed)
            && let Some(list) = adapter.observe_all(client, jobs)
        {
            match list.await {
                Ok(listed) => outcomes = listed,
                Err(_) => self.without_list.store(true, Ordering::Relaxed),
            }
        }
        let mut others = jobs.to_vec();
        others.retain(|job| !outcomes.contains_key(&job.key));
        let asked = others.into_iter().map(|job| {
            let client = client.clone();
            async move {
                let outcome = adapter.observe(&client, &job).await;
                (job.key, outcome)
            }
        });
        let answers: Vec<_> = futures_util::stream::iter(asked)
            .buffer_unordered(AT_ONCE)
            .collect()
            .await;
        outcomes.extend(answers);
        outcomes
    }
}

/// A poll and what it saw.
struct Round {
    at: Timestamp,
    asked: HashSet<JobKey>,
    outcomes: HashMap<JobKey, Outcome>,
}

/// One wait on one job.
pub(crate) struct Watch {
    client: Client,
    key: JobKey,
    job: Job,
    started: Timestamp,
    last_seen: Timestamp,
    /// Since when polls have failed.
    failing_since: Option<Timestamp>,
    polls: u32,
    deadline: Duration,
}

impl Watch {
    pub(crate) fn new(client: &Client, job: Job, deadline: Duration) -> Self {
        let now = client.now();
        let key = JobKey::from(&job);
        *lock(&client.inner.watcher.watched)
            .entry(key.clone())
            .or_default() += 1;
        Self {
            client: client.clone(),
            key,
            job,
            started: now,
            last_seen: now,
            failing_since: None,
            polls: 0,
            deadline,
        }
    }

    /// Waits as long as the policy says, polls, and answers with the job as it
    /// stands. The first time it polls at once.
    pub(crate) async fn next(&mut self) -> Result<Job> {
        self.step()
            .await
            .map_err(|error| error.with_job(self.job.id.clone()))
    }

    async fn step(&mut self) -> Result<Job> {
        let limits = &self.client.inner.poll;
        let waited = self.client.now().since(self.started);
        if self.polls > 0 {
            let age = self.job.created_at.map_or(waited, |created| {
                self.client.now().since(created).max(waited)
            });
            let pause = limits.next(age, self.job.progress, self.client.jitter());
            let left = self.deadline.saturating_sub(waited);
            if left.is_zero() || limits.max_polls.is_some_and(|most| self.polls >= most) {
                return Err(self.too_late(waited));
            }
            self.client.inner.host.sleep(pause.min(left)).await;
        }
        self.polls += 1;
        let seen = match self.observe().await {
            Ok(seen) => seen,
            Err(error) => return self.tolerate(error),
        };
        self.failing_since = None;
        let now = self.client.now();
        if matches!(seen, Observation::Seen(_)) {
            self.last_seen = now;
        }
        let grace = self.client.inner.poll.grace;
        match advance(&self.job, seen, now.since(self.last_seen), grace) {
            Verdict::Stands(job) => {
                self.job = *job;
                Ok(self.job.clone())
            }
            Verdict::Lost => Err(Error::new(
                ErrorKind::OutcomeUnknown,
                format!(
                    "the job is neither in progress nor among the results for {} s",
                    grace.as_secs()
                ),
            )
            .hint("It may still appear: resume it by its id later.")),
        }
    }

    /// A poll that fails does not end the wait at once: the job goes on.
    fn tolerate(&mut self, error: Error) -> Result<Job> {
        let now = self.client.now();
        let since = *self.failing_since.get_or_insert(now);
        if error.retryable() && now.since(since) < self.client.inner.poll.grace {
            return Ok(self.job.clone());
        }
        Err(error)
    }

    fn too_late(&self, waited: Duration) -> Error {
        Error::new(
            ErrorKind::Timeout,
            format!(
                "the job is not done after {} s; it stands at {} and {:.0} %",
                waited.as_secs(),
                self.job.status_word.as_deref().unwrap_or("queued"),
                self.job.progress
            ),
        )
        .hint("It goes on at the server: resume it by its id.")
    }

    /// What the last poll saw of the job, or a new poll if that is too old.
    async fn observe(&self) -> Result<Observation> {
        let watcher = &self.client.inner.watcher;
        let mut round = watcher.round.lock().await;
        let now = self.client.now();
        let fresh = self.client.inner.poll.interval.mul_f64(0.8);
        let usable = |round: &Round| {
            now.since(round.at) < fresh
                && round.at >= self.started
                && round.asked.contains(&self.key)
        };
        if !round.as_ref().is_some_and(usable) {
            let jobs: Vec<Asked> = lock(&watcher.watched)
                .keys()
                .map(|key| Asked {
                    key: key.clone(),
                    created_at: None,
                    far_back: false,
                })
                .collect();
            let outcomes = watcher.poll(&self.client, &jobs).await;
            *round = Some(Round {
                at: self.client.now(),
                asked: jobs.into_iter().map(|job| job.key).collect(),
                outcomes,
            });
        }
        let round = round.as_ref().expect("there is a round now");
        match round.outcomes.get(&self.key) {
            Some(Ok(Some(job))) => Ok(Observation::Seen(Box::new(job.clone()))),
            Some(Err(error)) if error.kind() != ErrorKind::NotFound => Err(error.clone()),
            _ => Ok(Observation::Missing),
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let mut watched = lock(&self.client.inner.watcher.watched);
        if let Some(count) = watched.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                watched.remove(&self.key);
            }
        }
    }
}

/// The error of a job that ended without a result; `None` for any other.
pub(crate) fn failure_of(job: &Job) -> Option<Error> {
    let stated = job.error.clone().unwrap_or_default();
    let error = match job.status {
        JobStatus::Failed => {
            let reason = match stated.message.trim() {
                "" => "the job ended without a result and without a reason",
                reason => reason,
            };
            ended(stated.code.as_deref(), reason)
        }
        JobStatus::Cancelled => {
            let error = Error::new(ErrorKind::Cancelled, "the job was cancelled");
            match &stated.code {
                Some(code) => error.with_code(code),
                None => error,
            }
        }
        _ => return None,
    };
    Some(error.with_job(&job.id))
}
