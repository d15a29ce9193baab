//! `mirror.videos.*`: videos, and new versions of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{MODELS, VideoOptions};
use crate::api::ReplyKind;
use crate::api::videos_v1::{Content, VideoJob, accept_any, form};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Reply};
use crate::model::{Dialect, Error, Result};

/// Creates a video from a prompt, and images to start from.
///
/// Sent as JSON, or as a form if there are images.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideo {
    /// The text that describes the video.
    pub prompt: String,
    /// The model, with its parameters after dashes.
    #[serde(default = "model")]
    #[schemars(extend("examples" = MODELS))]
    pub model: String,
    /// Images to start from.
    #[serde(default, skip_serializing)]
    pub input_reference: Vec<FileInput>,
    /// The extra parameters.
    #[serde(flatten)]
    pub options: VideoOptions,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn model() -> String {
    "sora_video2".into()
}

impl CreateVideo {
    /// A video with the document's defaults.
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            prompt: prompt.into(),
            model: model(),
            input_reference: Vec::new(),
            options: VideoOptions::default(),
            extra: Map::new(),
        }
    }
}

impl Operation for CreateVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post("mirror.videos.create", Dialect::Mirror, "/v1/videos")
        .source("docs/wire/mirror.md §4.1, §6");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)?;
        for file in &self.input_reference {
            check_image("input_reference", file)?;
        }
        self.options.check(&self.model)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        self.input_reference.iter_mut().collect()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        if self.input_reference.is_empty() {
            return context.request(self);
        }
        let images = self.input_reference.iter();
        let images = images.map(|file| Part::file("input_reference[]", file));
        form(self, context, images.collect::<Result<_>>()?)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

/// Reads the state of a video.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetVideo {
    /// The video's id.
    pub video_id: String,
}

impl Operation for GetVideo {
    type Output = VideoJob;

    const META: Meta = Meta::get(
        "mirror.videos.get",
        Dialect::Mirror,
        "/v1/videos/{video_id}",
    )
    .source("docs/wire/mirror.md §4.2, §4.3");

    fn job(&self) -> Option<&str> {
        Some(&self.video_id)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

/// Fetches a finished video's file.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetContent {
    /// The video's id.
    pub video_id: String,
}

impl Operation for GetContent {
    type Output = Content;

    const META: Meta = Meta::get(
        "mirror.videos.content",
        Dialect::Mirror,
        "/v1/videos/{video_id}/content",
    )
    .reply(ReplyKind::Media)
    .source("docs/wire/mirror.md §4.2, §4.3");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(accept_any)
    }

    fn decode(reply: &Reply) -> Result<Content> {
        Content::decode(reply)
    }
}

/// Makes a new version of a video, with a character from a video, from a job, or
/// made from the result.
///
/// A video that was made with `private` cannot be remixed.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RemixVideo {
    /// The video's id.
    pub video_id: String,
    /// The text that describes the new version.
    pub prompt: String,
    /// The model, with its parameters after dashes.
    #[serde(default = "model")]
    #[schemars(extend("examples" = MODELS))]
    pub model: String,
    /// The extra parameters.
    #[serde(flatten)]
    pub options: VideoOptions,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for RemixVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post(
        "mirror.videos.remix",
        Dialect::Mirror,
        "/v1/videos/{video_id}/remix",
    )
    .source("docs/wire/mirror.md §4.4, §6");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)?;
        self.options.check(&self.model)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

pub(super) fn check_prompt(prompt: &str) -> Result<()> {
    match prompt.trim().is_empty() {
        true => Err(Error::invalid("prompt", "must not be empty")),
        false => Ok(()),
    }
}

pub(super) fn check_image(field: &str, file: &FileInput) -> Result<()> {
    let opened = file.opened(field)?;
    match opened.media_type {
        Some(found) if !found.is_video() => Ok(()),
        _ => {
            let found = opened.description();
            Err(Error::invalid(
                field,
                format!("must be an image; its content is {found}"),
            ))
        }
    }
}
