//! The one job type, for every dialect's tasks.

mod words;

use std::fmt;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::text::unsigned;
use super::{Dialect, Timestamp, lenient};

/// A generation, in progress or ended.
///
/// A job can be resumed in another process by its `id` alone, where it is `resumable`.
#[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Job {
    /// The server's id. Opaque; its form differs between servers.
    pub id: String,
    /// The dialect of the server that runs it.
    pub dialect: Dialect,
    /// A video or images.
    pub kind: JobKind,
    /// The current status.
    pub status: JobStatus,
    /// The server's own word for the status, such as `preprocessing`.
    pub status_word: Option<String>,
    /// The progress in percent, from 0 to 100. A watcher never lets it go back.
    pub progress: f64,
    /// The time of creation.
    pub created_at: Option<Timestamp>,
    /// The time at which it ended.
    pub completed_at: Option<Timestamp>,
    /// The requested model, in the server's words.
    pub model: Option<String>,
    /// The finished video; of several variants the first.
    pub video: Option<MediaLink>,
    /// All variants of the finished video, with `video` as the first.
    #[serde(default)]
    pub videos: Vec<MediaLink>,
    /// The finished images.
    pub images: Vec<MediaLink>,
    /// The reason for its failure.
    pub error: Option<JobError>,
    /// True if another process can wait for it by its id. False for a job that lives in
    /// a stream which this process holds open: when the process ends, so does the job.
    #[serde(default = "yes")]
    pub resumable: bool,
    /// The base URL of the server that made it. Follow-ups go there, or nowhere.
    #[serde(default)]
    pub base_url: Option<String>,
    /// The measures that its creation asked for, to compare with the result: servers change sizes
    /// and numbers of frames to what their model can do, without notice.
    #[serde(default)]
    pub requested: Option<Requested>,
    /// The prompt as the server worked it out, where it says so.
    #[serde(default)]
    pub revised_prompt: Option<String>,
    /// The server's answer, unchanged.
    pub raw: Value,
    /// How long the server asks to wait before the new job is first asked after; the flow that
    /// made it takes it from here.
    #[serde(skip)]
    pub(crate) again_after: Option<Duration>,
}

fn yes() -> bool {
    true
}

/// The measures that a creation asked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Requested {
    /// The size, such as `1280x720`.
    #[serde(default)]
    pub size: Option<String>,
    /// The length in seconds.
    #[serde(default)]
    pub duration: Option<f64>,
    /// The number of frames.
    #[serde(default)]
    pub frames: Option<u32>,
    /// The frames a second.
    #[serde(default)]
    pub fps: Option<f64>,
    /// The number of variants.
    #[serde(default)]
    pub n: Option<u32>,
}

/// The media that a job makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// A video.
    Video,
    /// One or more images.
    Image,
}

/// The status of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobStatus {
    /// Accepted, but not yet started.
    Queued,
    /// In progress. Any word that sorakit does not know means this, never an end.
    Running,
    /// Done; the media can be downloaded.
    Succeeded,
    /// Ended without a result.
    Failed,
    /// Cancelled by its owner.
    Cancelled,
}

/// A file that a job made, and what the server says about it.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MediaLink {
    /// The server's id of the file, where it has one besides the job's: natively the
    /// generation, `gen_…`, that `sora.posts.create` takes.
    #[serde(default)]
    pub id: Option<String>,
    /// The address. Often signed, and valid for a limited time. Empty if the bytes are
    /// available only through the API, or stand in the answer itself.
    pub url: String,
    /// A still image from it.
    pub thumbnail_url: Option<String>,
    /// Width in pixels.
    pub width: Option<u32>,
    /// Height in pixels.
    pub height: Option<u32>,
    /// Length in seconds.
    pub duration: Option<f64>,
    /// Number of frames, where the server says it.
    #[serde(default)]
    pub frames: Option<u32>,
    /// Frames a second, where the server says it.
    #[serde(default)]
    pub fps: Option<f64>,
    /// True if it carries a watermark, where the server says so.
    pub watermark: Option<bool>,
}

/// The reason for a job's failure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JobError {
    /// The server's code.
    pub code: Option<String>,
    /// The server's reason.
    pub message: String,
}

impl Job {
    /// A new job in the queue.
    pub fn new(id: impl Into<String>, dialect: Dialect, kind: JobKind) -> Self {
        let id: String = id.into();
        Self {
            // As it was read from a file, with the end of its line.
            id: id.trim().to_owned(),
            dialect,
            kind,
            status: JobStatus::Queued,
            status_word: None,
            progress: 0.0,
            created_at: None,
            completed_at: None,
            model: None,
            video: None,
            videos: Vec::new(),
            images: Vec::new(),
            error: None,
            resumable: true,
            base_url: None,
            requested: None,
            revised_prompt: None,
            raw: Value::Null,
            again_after: None,
        }
    }

    /// Keeps what only an earlier sight of the same job knew.
    pub(crate) fn keep_from(&mut self, earlier: &Self) {
        self.created_at = self.created_at.or(earlier.created_at);
        self.model = self.model.take().or_else(|| earlier.model.clone());
        self.base_url = self.base_url.take().or_else(|| earlier.base_url.clone());
        self.requested = self.requested.take().or_else(|| earlier.requested.clone());
        let revised = self.revised_prompt.take();
        self.revised_prompt = revised.or_else(|| earlier.revised_prompt.clone());
    }

    /// True once the job has ended, with or without a result.
    pub fn is_ended(&self) -> bool {
        self.status.is_ended()
    }

    /// Takes these for the finished videos.
    pub(crate) fn set_videos(&mut self, videos: Vec<MediaLink>) {
        self.video = videos.first().cloned();
        self.videos = videos;
    }

    /// True if sorakit does not know the server's word for the job's status, which
    /// therefore means no more than running.
    pub fn has_unknown_status(&self) -> bool {
        let word = self.status_word.as_deref();
        !self.is_ended() && word.is_some_and(|word| JobStatus::from_word(word).is_none())
    }
}

/// Omits `raw`, which may hold anything.
impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job")
            .field("id", &self.id)
            .field("dialect", &self.dialect)
            .field("kind", &self.kind)
            .field("status", &self.status)
            .field("status_word", &self.status_word)
            .field("progress", &self.progress)
            .field("created_at", &self.created_at)
            .field("completed_at", &self.completed_at)
            .field("model", &self.model)
            .field("video", &self.video)
            .field("videos", &self.videos)
            .field("images", &self.images)
            .field("error", &self.error)
            .field("resumable", &self.resumable)
            .field("base_url", &self.base_url)
            .field("requested", &self.requested)
            .finish_non_exhaustive()
    }
}

/// Cuts off the signatures of addresses.
impl fmt::Debug for MediaLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MediaLink")
            .field("id", &self.id)
            .field("url", &unsigned(&self.url))
            .field(
                "thumbnail_url",
                &self.thumbnail_url.as_deref().map(unsigned),
            )
            .field("width", &self.width)
            .field("height", &self.height)
            .field("duration", &self.duration)
            .field("frames", &self.frames)
            .field("fps", &self.fps)
            .field("watermark", &self.watermark)
            .finish()
    }
}

impl JobStatus {
    /// The status on every surface, such as `running`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// True if the status is final.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }
}

impl fmt::Display for JobStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The scale on which a dialect reports progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgressScale {
    /// 0 to 1, as the native backend does; a value above 1 is still percent.
    Fraction,
    /// 0 to 100, where 1 means one percent.
    Percent,
}

/// Progress in percent, from any form that servers send; 0 if absent.
pub fn read_progress(value: Option<&Value>, scale: ProgressScale) -> f64 {
    let number = value.and_then(lenient::number).unwrap_or(0.0);
    let percent = match scale {
        ProgressScale::Fraction if number <= 1.0 => number * 100.0,
        _ => number,
    };
    percent.clamp(0.0, 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn debug_shows_no_signature() {
        let mut job = Job::new("j", Dialect::Relay, JobKind::Video);
        job.raw = json!({ "url": "https://a/v?sig=x" });
        job.video = Some(MediaLink {
            url: "https://a/v.mp4?sig=x&se=1".into(),
            ..MediaLink::default()
        });
        let shown = format!("{job:?}");
        assert!(shown.contains("https://a/v.mp4?…"), "{shown}");
        assert!(!shown.contains("sig="), "{shown}");
    }

    #[test]
    fn one_is_a_hundred_percent_only_as_a_fraction() {
        let read = |value, scale| read_progress(Some(&value), scale);
        assert_eq!(read(json!(1), ProgressScale::Fraction), 100.0);
        assert_eq!(read(json!(1), ProgressScale::Percent), 1.0);
        assert_eq!(read(json!("45%"), ProgressScale::Percent), 45.0);
        assert_eq!(read(json!(45), ProgressScale::Fraction), 45.0);
        assert_eq!(read(json!(null), ProgressScale::Fraction), 0.0);
        assert_eq!(read_progress(None, ProgressScale::Percent), 0.0);
    }
}
