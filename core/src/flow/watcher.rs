//! Polls that a client's waits share and that belong to no single wait.
//!
//! A poll runs as a task of the host's, so it continues when whoever began it is gone or
//! does not poll, and every wait can wait as long as it likes. Where a list serves
//! several jobs, one poll serves all that are watched; where each job needs its own
//! request, it is polled at its own pace. The outcome of one job's poll says nothing
//! about another's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_lock::Semaphore;
use futures_util::FutureExt;
use futures_util::future::Shared;

use crate::client::{Client, lock};
use crate::dialect::adapter::{Asked, JobKey, Lists, Outcome};
use crate::model::{ErrorKind, Job, JobStatus, MediaLink};
use crate::platform::{self, BoxFuture};
use crate::policy::watch::{Doubt, Doubted};

/// The most jobs that are polled at once, where each needs its own request.
const AT_ONCE: usize = 16;

/// The time for which a list that failed is not requested again, or a job that it does
/// not show is not looked for in it; each job gets its own request meanwhile.
const REST: Duration = Duration::from_secs(60);

/// The least time between two requests that check what the list says.
const CHECKS: Duration = Duration::from_secs(1);

/// The same as [`REST`], where the server says that it has no list.
const LONG_REST: Duration = Duration::from_secs(600);

/// State that the waits of a client share.
#[derive(Default)]
pub(crate) struct Watcher {
    state: Mutex<State>,
}

struct State {
    /// The process that owns this. A poll does not continue in a child.
    process: u32,
    watched: HashMap<JobKey, Watched>,
    /// The list that is being read.
    round: Option<Poll>,
    /// The time when the list may be requested again, after it failed.
    list_rests_until: Duration,
    /// The time of the last request that checked what the list says of a job.
    checked_at: Duration,
    slots: Arc<Semaphore>,
    polls: u64,
}

/// A job with at least one wait.
#[derive(Default)]
struct Watched {
    waits: usize,
    last: Option<Sighting>,
    /// The poll under way that will return the job's state.
    poll: Option<Poll>,
    /// The time until which it is polled on its own, because the list does not show it.
    alone_until: Duration,
    /// What the list says of it, and since when.
    listed: Option<(Duration, JobStatus, Option<String>, f64)>,
    /// The doubt about an unknown state word.
    doubt: Doubt,
    /// The file that proves that it is done, whatever its state word.
    proof: Option<MediaLink>,
}

/// A job as one poll saw it.
#[derive(Clone)]
pub(crate) struct Sighting {
    /// The start of the poll, by the monotonic clock.
    pub(crate) begun: Duration,
    pub(crate) outcome: Outcome,
}

/// A poll under way.
#[derive(Clone)]
struct Poll {
    number: u64,
    begun: Duration,
    task: Shared<BoxFuture<'static, ()>>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            process: platform::process(),
            watched: HashMap::new(),
            round: None,
            list_rests_until: Duration::ZERO,
            checked_at: Duration::ZERO,
            slots: Arc::new(Semaphore::new(AT_ONCE)),
            polls: 0,
        }
    }
}

impl Watcher {
    /// Counts one more wait for this job.
    pub(crate) fn enter(&self, key: &JobKey) {
        let mut state = self.state();
        state.watched.entry(key.clone()).or_default().waits += 1;
    }

    /// Counts one wait less for it.
    pub(crate) fn leave(&self, key: &JobKey) {
        let mut state = self.state();
        if let Some(watched) = state.watched.get_mut(key) {
            watched.waits = watched.waits.saturating_sub(1);
            if watched.waits == 0 {
                state.watched.remove(key);
            }
        }
    }

    /// Returns a sighting of a job by a poll that was begun at `since` or later: the last
    /// one, one under way, or a new one. With `at_once`, it does not wait for another job's
    /// list.
    pub(crate) async fn sight(
        &self,
        client: &Client,
        asked: &Asked,
        since: Duration,
        at_once: bool,
    ) -> Sighting {
        loop {
            let task = {
                let mut state = self.state();
                let watched = state.watched.entry(asked.key.clone()).or_default();
                // Missing when the wait has crossed a fork.
                watched.waits = watched.waits.max(1);
                match (&watched.last, &watched.poll) {
                    (Some(last), _) if last.begun >= since => return last.clone(),
                    (_, Some(poll)) if poll.begun >= since => poll.task.clone(),
                    _ => state.poll(client, asked, at_once),
                }
            };
            task.await;
        }
    }

    /// Tells one of a job's waits what to do about its word; the others need do nothing.
    pub(crate) fn doubt(&self, key: &JobKey, job: &Job, now: Duration) -> Doubted {
        let mut state = self.state();
        let watched = state.watched.get_mut(key);
        watched.map_or(Doubted::default(), |watched| watched.doubt.seen(job, now))
    }

    /// Records that the job's file was looked for.
    pub(crate) fn looked(&self, key: &JobKey, proof: Option<MediaLink>, now: Duration) {
        if let Some(watched) = self.state().watched.get_mut(key) {
            watched.doubt.looked(now);
            watched.proof = proof;
        }
    }

    /// The file that proves that a job is done, once found.
    pub(crate) fn proof(&self, key: &JobKey) -> Option<MediaLink> {
        self.state().watched.get(key)?.proof.clone()
    }

    fn state(&self) -> impl std::ops::DerefMut<Target = State> + '_ {
        let mut state = lock(&self.state);
        if state.process != platform::process() {
            // The parent's polls are no longer driven, and must not be touched.
            std::mem::forget(std::mem::take(&mut *state));
        }
        state
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // A child that drops this leaves alone what the parent drives.
        drop(self.state());
    }
}

impl State {
    /// Begins a poll for a job, or finds the one to wait for first.
    fn poll(
        &mut self,
        client: &Client,
        asked: &Asked,
        at_once: bool,
    ) -> Shared<BoxFuture<'static, ()>> {
        let now = client.monotonic();
        let rests = |watched: &Watched| now < watched.alone_until;
        let alone = now < self.list_rests_until || self.watched.get(&asked.key).is_some_and(rests);
        let lists = match client.adapter().lists() {
            Lists::Never => false,
            // The last look at a job is at the job itself.
            Lists::Several if alone || at_once || self.watched.len() < 2 => false,
            Lists::Several => !self.checks(&asked.key, now),
            Lists::Always => true,
        };
        if lists
            && !at_once
            && let Some(round) = &self.round
        {
            return round.task.clone();
        }
        let mut jobs = vec![asked.clone()];
        if lists {
            let others = self.watched.iter();
            let others = others.filter(|(key, watched)| **key != asked.key && !rests(watched));
            jobs.extend(others.map(|(key, _)| Asked::among_newest(key.clone())));
        }
        self.polls += 1;
        let number = self.polls;
        let run = run(
            client.clone(),
            jobs.clone(),
            lists,
            number,
            now,
            self.slots.clone(),
        );
        let run: BoxFuture<'static, ()> = Box::pin(run);
        let poll = Poll {
            number,
            begun: now,
            task: run.shared(),
        };
        for job in jobs {
            let watched = self.watched.entry(job.key).or_default();
            watched.poll = Some(poll.clone());
        }
        if lists {
            self.round = Some(poll.clone());
        }
        client.inner.host.finish(Box::pin(poll.task.clone()));
        poll.task
    }

    /// True if a job gets a request of its own now, because the list says the same of it for so
    /// long that the list may be what stands still. However many jobs there are, that is one request
    /// a second.
    fn checks(&mut self, key: &JobKey, now: Duration) -> bool {
        let is_due = now.saturating_sub(self.checked_at) >= CHECKS;
        let listed = self.watched.get_mut(key).and_then(|it| it.listed.as_mut());
        let Some((since, ..)) = listed.filter(|_| is_due) else {
            return false;
        };
        if now.saturating_sub(*since) < REST {
            return false;
        }
        (*since, self.checked_at) = (now, now);
        true
    }

    /// Notes what the list says of a job.
    fn note(&mut self, key: &JobKey, job: &Job, now: Duration) {
        let Some(watched) = self.watched.get_mut(key) else {
            return;
        };
        let says = (job.status, job.status_word.as_ref(), job.progress);
        match &watched.listed {
            Some((_, status, word, progress)) if (*status, word.as_ref(), *progress) == says => {}
            _ => watched.listed = Some((now, job.status, job.status_word.clone(), job.progress)),
        }
    }

    /// Keeps a poll's outcome, unless a later poll was quicker.
    fn keep(&mut self, key: &JobKey, begun: Duration, outcome: Outcome) {
        if let Some(watched) = self.watched.get_mut(key)
            && watched.last.as_ref().is_none_or(|last| last.begun < begun)
        {
            watched.last = Some(Sighting { begun, outcome });
        }
    }
}

/// Runs one poll: of the list first, if there is one, and then of the job that it was
/// begun for, if the list says nothing of it.
async fn run(
    client: Client,
    jobs: Vec<Asked>,
    lists: bool,
    number: u64,
    begun: Duration,
    slots: Arc<Semaphore>,
) {
    // A poll is soon followed by another; one that fails need not be retried before.
    let client = client.without_retries();
    let adapter = client.adapter();
    let own = &jobs[0];
    let mut outcomes = HashMap::new();
    let mut rests = None;
    if lists {
        match adapter.observe_all(&client, &jobs).await {
            Ok(listed) => outcomes = listed,
            // Each waits as long as its server asks, unless that is so long that it may be meant
            // for the list alone.
            Err(error)
                if error
                    .retry_after()
                    .is_some_and(|asked| !asked.is_zero() && asked <= REST) =>
            {
                let failed = |job: &Asked| (job.key.clone(), Err(error.clone()));
                outcomes = jobs.iter().map(failed).collect();
            }
            Err(error) => {
                let asked = error.retry_after().unwrap_or_default();
                rests = Some(asked.max(match error.kind() {
                    ErrorKind::NotFound | ErrorKind::Unsupported | ErrorKind::BadRequest => {
                        LONG_REST
                    }
                    _ => REST,
                }));
            }
        }
    }
    let listed: Vec<JobKey> = outcomes.keys().cloned().collect();
    let is_listed = outcomes.contains_key(&own.key);
    if !is_listed {
        let _slot = slots.acquire().await;
        let outcome = adapter.observe(&client, own).await;
        outcomes.insert(own.key.clone(), outcome);
    }
    let now = client.monotonic();
    let mut state = client.kept().watcher.state();
    for (key, outcome) in outcomes {
        if let Ok(Some(seen)) = &outcome
            && listed.contains(&key)
        {
            state.note(&key, &seen.job, now);
        }
        state.keep(&key, begun, outcome);
    }
    if let Some(rest) = rests {
        state.list_rests_until = now.saturating_add(rest);
    }
    for job in &jobs {
        if let Some(watched) = state.watched.get_mut(&job.key) {
            watched.poll.take_if(|poll| poll.number == number);
            if lists && !is_listed && job.key == own.key {
                watched.alone_until = now.saturating_add(REST);
            }
        }
    }
    state.round.take_if(|round| round.number == number);
}
