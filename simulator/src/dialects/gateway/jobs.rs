//! Jobs as gateways show them: under ids of the dialect's own, with whole
//! percents, and media by link or by bytes.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use crate::engine::assets::Asset;
use crate::engine::jobs::{Job, JobKind, NewJob, Outcome, Status};
use crate::engine::random::Random;
use crate::engine::refusal::Refusal;
use crate::engine::watch;
use crate::exchange::{Answer, Call};
use crate::server::files;

/// How long a synchronous request is held before it is answered with an error.
pub const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(30);

/// The ids that dialects show in place of the engine's.
#[derive(Default)]
struct ShownIds {
    jobs: HashMap<String, String>,
    shown: HashMap<String, String>,
}

/// A job and the id under which its dialect shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The id that clients see.
    pub id: String,
    /// The job as it was when it was looked up.
    pub job: Job,
}

/// Makes a job for `account`; `id` makes the id to show.
pub fn create(
    call: &Call,
    account: &str,
    asked: NewJob,
    id: impl FnOnce(&mut Random) -> String,
) -> Result<Shown, Refusal> {
    let mut world = call.world();
    let job = world
        .create_job(account, asked, call.job_failure.as_deref(), call.now)?
        .clone();
    let id = id(&mut world.random);
    let ids = world.state::<ShownIds>();
    ids.jobs.insert(id.clone(), job.id.clone());
    ids.shown.insert(job.id.clone(), id.clone());
    drop(world);
    call.note_job(&job.id);
    Ok(Shown { id, job })
}

/// The job that `account` made in this dialect and sees as `id`.
pub fn find(call: &Call, account: &str, id: &str) -> Option<Shown> {
    let mut world = call.world();
    let job = world.state::<ShownIds>().jobs.get(id)?.clone();
    let job = world.jobs.get(&job)?;
    let own = job.account == account && job.asked.dialect == call.dialect && !job.deleted;
    own.then(|| Shown {
        id: id.to_owned(),
        job: job.clone(),
    })
}

/// Whether a job of `account` is being made in this dialect.
pub fn is_busy(call: &Call, account: &str) -> bool {
    let all = all(call, account);
    all.iter().any(|shown| shown.job.is_active(call.now))
}

/// The jobs that `account` made in this dialect, oldest first.
pub fn all(call: &Call, account: &str) -> Vec<Shown> {
    let mut guard = call.world();
    let world = &mut *guard;
    let own = |job: &&Job| {
        job.account == account
            && job.asked.dialect == call.dialect
            && job.asked.kind == JobKind::Video
            && !job.deleted
    };
    let jobs: Vec<_> = world.jobs.iter().filter(own).cloned().collect();
    let ids = &world.state::<ShownIds>().shown;
    let shown = jobs.into_iter().filter_map(|job| {
        let id = ids.get(&job.id)?.clone();
        Some(Shown { id, job })
    });
    shown.collect()
}

/// Waits in simulated time until `shown` is finished: how synchronous requests
/// come to their results. A failed job becomes a refusal.
pub async fn wait(call: &Call, shown: &Shown) -> Result<(), Refusal> {
    let look = watch::finished(&call.engine, &shown.job.id, call.now + LONGEST_WAIT).await;
    match (look.map(|look| look.status), &shown.job.outcome) {
        (Some(Status::Succeeded), _) => Ok(()),
        (Some(Status::Failed), Outcome::Failure { code, message }) => {
            let refusal = Refusal::named(code).unwrap_or_else(|| Refusal::of("generation_failed"));
            Err(refusal.message(message.clone()))
        }
        _ => Err(Refusal::of("generation_failed").message("The generation took too long.")),
    }
}

/// The file `file` of the result `generation`.
pub async fn asset(call: &Call, generation: &str, file: &'static str) -> Result<Asset, Refusal> {
    let (engine, owner) = (call.engine.clone(), generation.to_owned());
    let find = move || engine.asset(&owner, file);
    let found = tokio::task::spawn_blocking(find).await.ok().flatten();
    found.ok_or_else(|| Refusal::not_found("file", file))
}

impl Shown {
    /// The state at `now`.
    pub fn status(&self, now: Timestamp) -> Status {
        self.job.status(now)
    }

    /// Progress in percent, 100 only for a video that is done; `None` when the
    /// server does not tell.
    pub fn percent(&self, now: Timestamp) -> Option<u32> {
        if self.status(now) == Status::Succeeded {
            return Some(100);
        }
        let progress = self.job.moment(now).progress?;
        // Between 0.0 and 1.0.
        Some(((progress * 100.0) as u32).min(99))
    }

    /// Whether its media can be had.
    pub fn has_media(&self, now: Timestamp) -> bool {
        self.status(now) == Status::Succeeded && now >= self.job.media_from
    }

    /// When it was made, in seconds since 1970.
    pub fn created_at(&self) -> i64 {
        self.job.created_at.as_second()
    }

    /// When it ended, in seconds since 1970.
    pub fn completed_at(&self, now: Timestamp) -> Option<i64> {
        let ended = matches!(self.status(now), Status::Succeeded | Status::Failed);
        ended.then(|| self.job.timeline.finished_at().as_second())
    }

    /// Why it failed: code and message.
    pub fn failure(&self, now: Timestamp) -> Option<(&str, &str)> {
        match (&self.job.outcome, self.status(now)) {
            (Outcome::Failure { code, message }, Status::Failed) => Some((code, message)),
            _ => None,
        }
    }

    /// A signed address of `file`, once there is media.
    pub fn link(&self, call: &Call, file: &str) -> Option<String> {
        self.has_media(call.now)
            .then(|| call.asset_url(&self.job.generations[0], file))
    }

    /// The bytes of `file`.
    pub async fn content(&self, call: &Call, file: &str) -> Answer {
        files::serve(call, &self.job.generations[0], file).await
    }

    /// The video of one of several results, counted from 0.
    pub async fn numbered(&self, call: &Call, index: usize) -> Answer {
        match self.job.generations.get(index) {
            Some(generation) => files::serve(call, generation, "source.mp4").await,
            None => Err(Refusal::not_found("video", &index.to_string())),
        }
    }

    /// `WIDTHxHEIGHT`.
    pub fn size(&self) -> String {
        format!("{}x{}", self.job.asked.width, self.job.asked.height)
    }

    /// Length in whole seconds.
    pub fn seconds(&self) -> u32 {
        self.job.asked.frames / self.job.asked.fps.max(1)
    }
}
