//! What the waits of a client share: polls that belong to nobody, and what they saw.
//!
//! A poll runs as a task of the host's. So it goes on when whoever began it is
//! gone or does not poll, and whoever waits for it waits as long as it likes. Where
//! a list serves several jobs, one poll serves all that are watched; where each job
//! takes a request of its own, it is asked after at its own pace. What one job's
//! poll comes to says nothing of another's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_lock::Semaphore;
use futures_util::FutureExt;
use futures_util::future::Shared;

use crate::client::{Client, lock};
use crate::dialect::adapter::{Asked, JobKey, Lists, Outcome};
use crate::model::{ErrorKind, Job, MediaLink};
use crate::platform::{self, BoxFuture};
use crate::policy::watch::{Doubt, Doubted};

/// How many jobs are asked after at once, where each takes a request.
const AT_ONCE: usize = 16;

/// For how long a list that failed, or a job that it does not show, is not asked
/// of the list again, and each job gets a request of its own.
const REST: Duration = Duration::from_secs(60);

/// The same where the server says that it has no list.
const LONG_REST: Duration = Duration::from_secs(600);

/// What the waits of a client share.
#[derive(Default)]
pub(crate) struct Watcher {
    state: Mutex<State>,
}

struct State {
    /// The process that this is of. A poll does not go on in a child.
    process: u32,
    watched: HashMap<JobKey, Watched>,
    /// The list that is being read.
    round: Option<Poll>,
    /// When the list may be asked for again, after it failed.
    list_rests_until: Duration,
    slots: Arc<Semaphore>,
    polls: u64,
}

/// A job that is waited for.
#[derive(Default)]
struct Watched {
    waits: usize,
    last: Option<Sighting>,
    /// The poll under way that will say how it stands.
    poll: Option<Poll>,
    /// Until when it is asked after on its own, since the list does not show it.
    alone_until: Duration,
    /// What is made of a word that is not known.
    doubt: Doubt,
    /// The file that proves that it is done, whatever its word.
    proof: Option<MediaLink>,
}

/// What a poll saw of a job.
#[derive(Clone)]
pub(crate) struct Sighting {
    /// When the poll was begun, by the monotonic clock.
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
            slots: Arc::new(Semaphore::new(AT_ONCE)),
            polls: 0,
        }
    }
}

impl Watcher {
    /// One more waits for this job.
    pub(crate) fn enter(&self, key: &JobKey) {
        let mut state = self.state();
        state.watched.entry(key.clone()).or_default().waits += 1;
    }

    /// One less waits for it.
    pub(crate) fn leave(&self, key: &JobKey) {
        let mut state = self.state();
        if let Some(watched) = state.watched.get_mut(key) {
            watched.waits = watched.waits.saturating_sub(1);
            if watched.waits == 0 {
                state.watched.remove(key);
            }
        }
    }

    /// What a poll that was begun at `since` or later saw of a job: the last one's,
    /// or that of one under way, or of a new one. With `at_once`, nobody else's list
    /// is waited for.
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
                // Not there when the wait has crossed a fork.
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

    /// What one of those who wait for a job has to do about its word; the others need not.
    pub(crate) fn doubt(&self, key: &JobKey, job: &Job, now: Duration) -> Doubted {
        let mut state = self.state();
        let watched = state.watched.get_mut(key);
        watched.map_or(Doubted::default(), |watched| watched.doubt.seen(job, now))
    }

    /// The job's file was looked for.
    pub(crate) fn looked(&self, key: &JobKey, proof: Option<MediaLink>, now: Duration) {
        if let Some(watched) = self.state().watched.get_mut(key) {
            watched.doubt.looked(now);
            watched.proof = proof;
        }
    }

    /// The file that proves that a job is done, once it was found.
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
        // Whoever drops it in a child leaves alone what the parent drives.
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
            Lists::Several => !alone && self.watched.len() > 1,
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

    /// Keeps what a poll saw, unless a later one was quicker.
    fn keep(&mut self, key: &JobKey, begun: Duration, outcome: Outcome) {
        if let Some(watched) = self.watched.get_mut(key)
            && watched.last.as_ref().is_none_or(|last| last.begun < begun)
        {
            watched.last = Some(Sighting { begun, outcome });
        }
    }
}

/// One poll: of the list first, if there is one, and of the job that it was begun
/// for alone where the list says nothing of it.
async fn run(
    client: Client,
    jobs: Vec<Asked>,
    lists: bool,
    number: u64,
    begun: Duration,
    slots: Arc<Semaphore>,
) {
    // Who polls asks again soon; a poll that fails need not be sent again before.
    let client = client.without_retries();
    let adapter = client.adapter();
    let own = &jobs[0];
    let mut outcomes = HashMap::new();
    let mut rests = None;
    if lists {
        match adapter.observe_all(&client, &jobs).await {
            Ok(listed) => outcomes = listed,
            // Each waits as long as it is asked to.
            Err(error) if error.retry_after().is_some_and(|asked| !asked.is_zero()) => {
                let failed = |job: &Asked| (job.key.clone(), Err(error.clone()));
                outcomes = jobs.iter().map(failed).collect();
            }
            Err(error) => {
                rests = Some(match error.kind() {
                    ErrorKind::NotFound | ErrorKind::Unsupported | ErrorKind::BadRequest => {
                        LONG_REST
                    }
                    _ => REST,
                });
            }
        }
    }
    let is_listed = outcomes.contains_key(&own.key);
    if !is_listed {
        let _slot = slots.acquire().await;
        let outcome = adapter.observe(&client, own).await;
        outcomes.insert(own.key.clone(), outcome);
    }
    let now = client.monotonic();
    let mut state = client.kept().watcher.state();
    for (key, outcome) in outcomes {
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
