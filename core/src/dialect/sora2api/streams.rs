//! Jobs that live in a chat's stream: the gateway makes the work while it answers, and
//! there is no other place to ask for it. The client keeps each stream open as a task of
//! the host's, whoever waits for its job.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::Shared;
use futures_util::{FutureExt, StreamExt};
use sorakit_sentinel::sha3_512;

use crate::api::chat::{ChatChunk, ChatCompletion};
use crate::api::sora2api::CreateChat;
use crate::client::{Client, EventStream, lock};
use crate::dialect::adapter::{JobKey, Outcome};
use crate::model::{
    Dialect, Error, ErrorKind, Event, Job, JobError, JobKind, JobStatus, MediaLink, Result,
};
use crate::platform::{self, BoxFuture};

/// The jobs of one client that live in streams.
#[derive(Default)]
pub(super) struct Streams(Mutex<State>);

struct State {
    /// The process that reads the streams. A forked one has none of them.
    process: u32,
    jobs: VecDeque<(JobKey, Arc<Live>)>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            process: platform::process(),
            jobs: VecDeque::new(),
        }
    }
}

/// The most jobs that are remembered; those that ended first are forgotten first.
const REMEMBERED: usize = 500;

/// The time that a creation waits for an answer that may be there already.
const MOMENT: Duration = Duration::from_millis(250);

/// The warning that the caller needs before the job is paid for.
const WARNING: &str = "this gateway makes the work in its answer's stream: the job lives with \
                       this process, and cannot be resumed elsewhere";

/// A job whose stream is open, or was.
struct Live {
    told: Arc<Mutex<Told>>,
    /// Reads the stream to its end.
    reading: Shared<BoxFuture<'static, ()>>,
}

/// The state of the job, as the stream has told it so far.
struct Told {
    job: Job,
    /// The reason that the outcome is not known.
    lost: Option<Error>,
}

impl Streams {
    /// Sends the request, and returns its job as soon as the gateway has taken it.
    pub(super) async fn begin(
        &self,
        client: &Client,
        chat: CreateChat,
        kind: JobKind,
        duration: Option<f64>,
    ) -> Result<Job> {
        client.tell(Event::Warning {
            message: WARNING.into(),
        });
        let mut job = Job::new(new_id(client, &chat), Dialect::Sora2api, kind);
        job.status = JobStatus::Running;
        job.resumable = false;
        job.created_at = Some(client.now());
        job.model = Some(chat.model.clone());
        let mut events = client.stream(chat);
        // What is refused comes before anything else.
        let first = events.next().await.transpose();
        let first = first.map_err(|error| match (error.status(), error.kind()) {
            // What a gateway says in its stream, it says of what it has begun.
            (None, kind) if kind != ErrorKind::Connection => error.with_retryable(false),
            _ => error,
        })?;
        let key = JobKey::from(&job);
        let told = Arc::new(Mutex::new(Told { job, lost: None }));
        let read = read(client.clone(), told.clone(), first, events, duration);
        let read: BoxFuture<'static, ()> = Box::pin(read);
        let live = Arc::new(Live {
            told,
            reading: read.shared(),
        });
        {
            let mut state = self.state();
            if state.jobs.len() >= REMEMBERED {
                let over = state.jobs.iter().position(|(_, live)| live.is_over());
                state.jobs.remove(over.unwrap_or_default());
            }
            state.jobs.push_back((key, live.clone()));
        }
        client.inner.host.finish(Box::pin(live.reading.clone()));
        // An answer that is there already needs no wait.
        let moment = client.inner.host.sleep(MOMENT);
        futures_lite::future::or(live.reading.clone(), moment).await;
        let told = lock(&live.told);
        match &told.lost {
            Some(error) => Err(error.clone()),
            None => Ok(told.job.clone()),
        }
    }

    /// The state of a job, as its stream has told it; `None` for a job that has none here.
    pub(super) fn observe(&self, key: &JobKey) -> Option<Outcome> {
        let live = self.find(key)?;
        // A host may leave the reading to those who wait.
        let _ = live.reading.clone().now_or_never();
        let told = lock(&live.told);
        Some(match &told.lost {
            Some(error) => Err(error.clone()),
            None => Ok(Some(told.job.clone().into())),
        })
    }

    /// Completes when the stream of a job has told how it ended; never for any other job.
    pub(super) async fn ended(&self, key: &JobKey) {
        match self.find(key) {
            Some(live) if lock(&live.told).lost.is_none() => live.reading.clone().await,
            _ => std::future::pending().await,
        }
    }

    fn find(&self, key: &JobKey) -> Option<Arc<Live>> {
        let state = self.state();
        let mut jobs = state.jobs.iter().rev();
        jobs.find(|(known, _)| known == key)
            .map(|(_, live)| live.clone())
    }

    fn state(&self) -> impl std::ops::DerefMut<Target = State> + '_ {
        let mut state = lock(&self.0);
        if state.process != platform::process() {
            // The parent's streams are no longer read here, and must not be touched.
            std::mem::forget(std::mem::take(&mut *state));
        }
        state
    }
}

impl Drop for Streams {
    fn drop(&mut self) {
        // A child that drops this leaves alone what the parent reads.
        drop(self.state());
    }
}

impl Live {
    fn is_over(&self) -> bool {
        let told = lock(&self.told);
        told.job.is_ended() || told.lost.is_some()
    }
}

/// Reads a stream to its end, and tells the job what it says.
async fn read(
    client: Client,
    told: Arc<Mutex<Told>>,
    first: Option<ChatChunk>,
    mut events: EventStream<ChatChunk>,
    duration: Option<f64>,
) {
    let mut whole = ChatCompletion::default();
    let mut next = first.map(Ok);
    let failed = loop {
        match next {
            Some(Ok(chunk)) => {
                if let Some(progress) = chunk.progress() {
                    let mut told = lock(&told);
                    told.job.progress = told.job.progress.max(progress.min(99.0));
                }
                whole.add(chunk);
            }
            Some(Err(error)) => break Some(error),
            None => break None,
        }
        next = events.next().await;
    };
    let mut told = lock(&told);
    let Told { job, lost } = &mut *told;
    match failed {
        None => finish(job, &whole, duration),
        // Nobody knows what became of it.
        Some(error) if error.kind() == ErrorKind::OutcomeUnknown => {
            *lost = Some(error.with_job(&job.id));
            return;
        }
        Some(error) => {
            job.status = JobStatus::Failed;
            job.error = Some(JobError {
                code: error.code().map(Into::into),
                message: error.reason().to_owned(),
            });
        }
    }
    job.completed_at = Some(client.now());
}

/// Ends a job with the media in its answer.
fn finish(job: &mut Job, whole: &ChatCompletion, duration: Option<f64>) {
    job.raw = serde_json::to_value(whole).unwrap_or_default();
    job.created_at = whole.created.or(job.created_at);
    let kind = job.kind;
    let media = whole.result().media.into_iter();
    let links: Vec<_> = media
        .filter(|media| media.kind == kind)
        .map(|media| MediaLink {
            url: media.url,
            duration,
            ..MediaLink::default()
        })
        .collect();
    if links.is_empty() {
        job.status = JobStatus::Failed;
        let what = match kind {
            JobKind::Video => "the chat ended without a video",
            JobKind::Image => "the chat ended without an image",
        };
        job.error = Some(JobError {
            code: None,
            message: what.into(),
        });
        return;
    }
    job.status = JobStatus::Succeeded;
    job.progress = 100.0;
    match kind {
        JobKind::Video => job.set_videos(links),
        JobKind::Image => job.images = links,
    }
}

/// A new id, by which another process can tell the request in the gateway's log: a UUID of
/// version 8 that begins with a mark of model and prompt.
fn new_id(client: &Client, chat: &CreateChat) -> String {
    let mut bytes = [0; 16];
    client.inner.host.random(&mut bytes);
    bytes[..MARK].copy_from_slice(&mark(&chat.model, chat.prompt()));
    uuid::Builder::from_custom_bytes(bytes)
        .into_uuid()
        .to_string()
}

/// The length of a mark in bytes: what precedes the version in a UUID.
const MARK: usize = 6;

/// The mark in an id that [`new_id`] made; `None` for any other.
pub(super) fn mark_in(id: &str) -> Option<[u8; MARK]> {
    let id = uuid::Uuid::try_parse(id).ok()?;
    let bytes = id.as_bytes()[..MARK].try_into().ok()?;
    (id.get_version_num() == 8).then_some(bytes)
}

/// Tells a request from others.
pub(super) fn mark(model: &str, prompt: &str) -> [u8; MARK] {
    let digest = sha3_512(format!("{model}\n{prompt}").as_bytes());
    let mut mark = [0; MARK];
    mark.copy_from_slice(&digest[..MARK]);
    mark
}
