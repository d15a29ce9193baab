//! `sora.videos.*`: new videos (`docs/wire/sora.md` §5.2, §5.4, §5.6).

use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

use super::VideoSettings;
use crate::api::answer::{self, About};
use crate::api::{Body, Context, Meta, Operation, Reply, asked_wait, lenient, refusal};
use crate::model::{Dialect, Error, Result};

/// Creates a video from a prompt, an image, or both, or a remix of a published one.
///
/// ```
/// use sorakit::api::sora::{CreateVideo, Orientation};
/// use sorakit::api::Operation;
///
/// let mut video = CreateVideo::new("a cat in the snow");
/// video.settings.orientation = Orientation::Portrait;
/// video.settings.n_frames = 450;
/// assert!(video.check().is_ok());
/// video.settings.n_frames = 360;
/// assert!(video.check().is_err());
/// ```
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideo {
    /// A description of the video.
    pub prompt: String,
    /// The settings of the video.
    #[serde(flatten)]
    pub settings: VideoSettings,
}

/// Creates several videos from one prompt. Not in the document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideos {
    /// A description of the videos.
    pub prompt: String,
    /// The number of videos, from 2 to 4.
    pub nsamples: u32,
    /// The settings of the videos.
    #[serde(flatten)]
    pub settings: VideoSettings,
}

/// Extends a finished video. Not in the document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendVideo {
    /// The draft to extend, `gen_…`.
    pub generation_id: String,
    /// A description of what happens next.
    pub user_prompt: String,
    /// The length to add, in seconds: 10 or 15.
    pub extension_duration_s: u32,
    /// True if the server may rewrite the prompt.
    #[serde(default = "yes")]
    pub enable_rewrite: bool,
}

/// The task that a creation started.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CreatedTask {
    /// The task's id: `task_…` or `gen_…`. Opaque.
    pub id: String,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
    /// How long the server asks to wait before the task is first asked after.
    #[serde(skip)]
    pub(crate) again_after: Option<Duration>,
}

/// The tasks that a creation of several videos started.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreatedTasks {
    /// The tasks.
    #[serde(default, deserialize_with = "lenient::list")]
    pub tasks: Vec<CreatedTask>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl CreatedTask {
    /// Reads the task wherever an answer names it, or the refusal that takes its place.
    pub(super) fn decode(reply: &Reply) -> Result<Self> {
        let value = reply.job_value()?;
        let answer = answer::read(&value, About::Begun);
        let is_sure = answer
            .as_ref()
            .is_some_and(|answer| answer.id.is_some() && !answer.is_weak);
        if !is_sure && let Some(refused) = refusal(reply) {
            return Err(refused);
        }
        let named = || reply.new_job().map(|id| Self::new(id, Map::new()));
        let mut task = Self::of(value)
            .or_else(named)
            .ok_or_else(|| reply.says_nothing_of_a_job())?;
        task.again_after = asked_wait(reply);
        Ok(task)
    }

    fn new(id: String, extra: Map<String, Value>) -> Self {
        Self {
            id,
            extra,
            again_after: None,
        }
    }

    fn of(value: Value) -> Option<Self> {
        let id = answer::read(&value, About::Begun)?.id?;
        let mut extra = match value {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        extra.shift_remove("id");
        Some(Self::new(id, extra))
    }
}

impl<'de> Deserialize<'de> for CreatedTask {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::of(Value::deserialize(deserializer)?)
            .ok_or_else(|| serde::de::Error::custom("it has no id"))
    }
}

fn yes() -> bool {
    true
}

impl CreateVideo {
    /// A standard video of 10 s in landscape.
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            prompt: prompt.into(),
            settings: VideoSettings::default(),
        }
    }
}

pub(super) fn check_prompt(field: &str, prompt: &str) -> Result<()> {
    match prompt.trim().is_empty() {
        true => Err(Error::invalid(field, "must not be empty")),
        false => Ok(()),
    }
}

impl Operation for CreateVideo {
    type Output = CreatedTask;

    const META: Meta = Meta::post("sora.videos.create", Dialect::Sora, "/nf/create")
        .sentinel()
        .source("docs/wire/sora.md §5.2, §5.4");

    fn check(&self) -> Result<()> {
        check_prompt("prompt", &self.prompt)?;
        self.settings.check()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify_creation(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<CreatedTask> {
        CreatedTask::decode(reply)
    }
}

impl Operation for CreateVideos {
    type Output = CreatedTasks;

    const META: Meta = Meta::post("sora.videos.bulk_create", Dialect::Sora, "/nf/bulk_create")
        .sentinel()
        .source("docs/wire/sora.md §5.6");

    fn check(&self) -> Result<()> {
        check_prompt("prompt", &self.prompt)?;
        if !(2..=4).contains(&self.nsamples) {
            return Err(Error::invalid(
                "nsamples",
                format!("must be from 2 to 4, not {}", self.nsamples),
            ));
        }
        self.settings.check()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify_creation(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<CreatedTasks> {
        let mut value = reply.value()?;
        if value.is_array() {
            value = json!({ "tasks": value });
        }
        lenient::fill(&mut value, "tasks", &["items", "task_responses", "data"]);
        let made: CreatedTasks = match value.get("tasks") {
            Some(Value::Array(_)) => reply.read(value)?,
            _ => CreatedTasks::default(),
        };
        match made.tasks.is_empty() {
            // One task stands for itself.
            true => Ok(CreatedTasks {
                tasks: vec![CreatedTask::decode(reply)?],
                ..made
            }),
            false => Ok(made),
        }
    }
}

impl Operation for ExtendVideo {
    type Output = CreatedTask;

    const META: Meta = Meta::post(
        "sora.videos.extend",
        Dialect::Sora,
        "/project_y/profile/drafts/{generation_id}/long_video_extension",
    )
    .sentinel()
    .source("docs/wire/sora.md §5.6");

    fn check(&self) -> Result<()> {
        check_prompt("user_prompt", &self.user_prompt)?;
        if !matches!(self.extension_duration_s, 10 | 15) {
            return Err(Error::invalid(
                "extension_duration_s",
                format!("must be 10 or 15 s, not {}", self.extension_duration_s),
            ));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify_creation(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<CreatedTask> {
        CreatedTask::decode(reply)
    }
}
