//! Jobs: what was asked for, how it goes, and what comes out.

use std::collections::{BTreeMap, VecDeque};

use jiff::Timestamp;
use serde_json::Value;

use super::timeline::{Moment, Stage, Timeline};

/// What a job makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobKind {
    /// A video.
    Video,
    /// A still image.
    Image,
}

/// How a job ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// With media.
    Success,
    /// Refused for its content, or failed: the error code and a text for people.
    Failure {
        /// A code of `docs/wire/sora.md` §13, such as `content_policy_violation`.
        code: String,
        /// Why, in words.
        message: String,
    },
    /// It leaves the pending list and is never seen again.
    Vanished,
}

impl Outcome {
    /// A failure with the words that go with `code`.
    pub fn failure(code: &str) -> Self {
        let message = match code {
            "content_policy_violation" => "This content may violate our content policies.",
            "safety_filter_triggered" => "The safety filter stopped this generation.",
            "image_review_failed" => "The image shows a real person.",
            "prompt_review_failed" => "The prompt breaks the rules.",
            "result_review_failed" => "The result did not pass the review.",
            "timeout" => "The generation took too long and was stopped.",
            _ => "Something went wrong while generating.",
        };
        Self::Failure {
            code: code.to_owned(),
            message: message.to_owned(),
        }
    }

    /// Whether the content was refused, rather than the machine failing.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Failure { code, .. }
            if code == "content_policy_violation"
                || code == "safety_filter_triggered"
                || code.ends_with("_review_failed"))
    }
}

/// What a dialect asks the engine to make.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// The dialect that took the request.
    pub dialect: &'static str,
    /// Video or image.
    pub kind: JobKind,
    /// The prompt as given.
    pub prompt: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Frames in all; 1 for an image.
    pub frames: u32,
    /// Frames in a second.
    pub fps: u32,
    /// The model's name as the dialect gave it.
    pub model: String,
    /// How many results, 1 to 4.
    pub variants: u32,
    /// The post, video or job that this one is made from.
    pub remix_of: Option<String>,
    /// The request as received, to be echoed.
    pub request: Value,
}

impl NewJob {
    /// About how many bytes of memory it takes.
    fn bytes(&self) -> usize {
        fn of(value: &Value) -> usize {
            let held: usize = match value {
                Value::String(text) => text.len(),
                Value::Array(items) => items.iter().map(of).sum(),
                Value::Object(fields) => fields.iter().map(|(name, it)| name.len() + of(it)).sum(),
                _ => 0,
            };
            size_of::<Value>() + held
        }
        self.prompt.len() + self.model.len() + of(&self.request)
    }
}

/// One job.
#[derive(Debug, Clone)]
pub struct Job {
    /// Task id, `task_…`; a dialect may show it in another form.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// What was asked for.
    pub asked: NewJob,
    /// When it was made.
    pub created_at: Timestamp,
    /// Its course.
    pub timeline: Timeline,
    /// Its end.
    pub outcome: Outcome,
    /// Ids of its results, `gen_…`.
    pub generations: Vec<String>,
    /// Seed of its media.
    pub seed: u64,
    /// When it was cancelled.
    pub cancelled_at: Option<Timestamp>,
    /// Deleted from the list of drafts.
    pub deleted: bool,
    /// From when on the finished job shows its media.
    pub media_from: Timestamp,
    /// Its video is padded to a gigabyte.
    pub huge: bool,
}

/// A job's state in words that every dialect can translate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Accepted or waiting.
    Queued,
    /// In work.
    Running,
    /// Done, with media.
    Succeeded,
    /// Refused or failed.
    Failed,
    /// Cancelled.
    Cancelled,
}

impl Job {
    /// Stage and progress at `now`.
    pub fn moment(&self, now: Timestamp) -> Moment {
        if self.cancelled_at.is_some() {
            return Moment {
                stage: Stage::Finished,
                progress: None,
            };
        }
        self.timeline.at(now)
    }

    /// The state at `now`, for dialects without a gap.
    pub fn status(&self, now: Timestamp) -> Status {
        if self.cancelled_at.is_some() {
            return Status::Cancelled;
        }
        match self.timeline.at(now).stage {
            Stage::Preprocessing | Stage::Queued => Status::Queued,
            Stage::Running | Stage::Processing | Stage::Gap => Status::Running,
            Stage::Finished => match self.outcome {
                Outcome::Success => Status::Succeeded,
                Outcome::Failure { .. } => Status::Failed,
                Outcome::Vanished => Status::Running,
            },
        }
    }

    /// Whether it takes one of the account's slots at `now`.
    pub fn is_active(&self, now: Timestamp) -> bool {
        let stage = self.moment(now).stage;
        !matches!(stage, Stage::Gap | Stage::Finished)
    }

    /// Whether it ended without media, so that its quota is given back.
    pub fn is_refunded(&self, now: Timestamp) -> bool {
        matches!(self.status(now), Status::Failed | Status::Cancelled)
    }

    /// Length of the video in seconds; 0 for an image.
    pub fn seconds(&self) -> f64 {
        match self.asked.kind {
            JobKind::Video => f64::from(self.asked.frames) / f64::from(self.asked.fps.max(1)),
            JobKind::Image => 0.0,
        }
    }

    /// `landscape`, `portrait` or `square`.
    pub fn orientation(&self) -> &'static str {
        match self.asked.width.cmp(&self.asked.height) {
            std::cmp::Ordering::Greater => "landscape",
            std::cmp::Ordering::Less => "portrait",
            std::cmp::Ordering::Equal => "square",
        }
    }
}

/// The oldest jobs are forgotten beyond this number…
const KEPT: usize = 50_000;
/// …and beyond this many bytes of what was asked for.
const KEPT_BYTES: usize = 256 * 1024 * 1024;

/// Every job, oldest first; the last 50,000 are kept.
#[derive(Debug, Default)]
pub struct Jobs {
    order: VecDeque<String>,
    by_id: BTreeMap<String, Job>,
    by_generation: BTreeMap<String, String>,
    bytes: usize,
}

impl Jobs {
    /// Adds a job. The oldest ones make room for it.
    pub fn add(&mut self, job: Job) -> &Job {
        for generation in &job.generations {
            self.by_generation
                .insert(generation.clone(), job.id.clone());
        }
        self.bytes += job.asked.bytes();
        self.order.push_back(job.id.clone());
        while self.order.len() > 1 && (self.order.len() > KEPT || self.bytes > KEPT_BYTES) {
            self.forget_oldest();
        }
        self.by_id.entry(job.id.clone()).or_insert(job)
    }

    fn forget_oldest(&mut self) {
        let oldest = self.order.pop_front().and_then(|id| self.by_id.remove(&id));
        let Some(oldest) = oldest else { return };
        self.bytes = self.bytes.saturating_sub(oldest.asked.bytes());
        for generation in &oldest.generations {
            self.by_generation.remove(generation);
        }
    }

    /// The job with `id`.
    pub fn get(&self, id: &str) -> Option<&Job> {
        self.by_id.get(id)
    }

    /// The job with `id`, to change it.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Job> {
        self.by_id.get_mut(id)
    }

    /// The job that has the result `generation`.
    pub fn by_generation(&self, generation: &str) -> Option<&Job> {
        self.get(self.by_generation.get(generation)?)
    }

    /// All jobs, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Job> {
        self.order.iter().filter_map(|id| self.by_id.get(id))
    }

    /// The jobs of `account`, newest first.
    pub fn of_account(&self, account: &str) -> impl Iterator<Item = &Job> {
        self.iter().rev().filter(move |job| job.account == account)
    }
}
