//! `openai.videos.remix`, `.edit` and `.extend`: videos from videos.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::videos_v1::{Seconds, VideoJob, form};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Reply};
use crate::model::{Dialect, Error, Result};

/// Makes a new version of a finished video from a new prompt.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RemixVideo {
    /// The video's id.
    pub video_id: String,
    /// The text that describes the new version.
    pub prompt: String,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for RemixVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post(
        "openai.videos.remix",
        Dialect::Openai,
        "/v1/videos/{video_id}/remix",
    )
    .source("openai-python `videos.remix`, docs/wire/openai.md §6.1");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

/// A video to work on.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum VideoSource {
    /// A file.
    File(FileInput),
    /// A finished video of the server's.
    Id {
        /// The video's id.
        id: String,
    },
}

/// Edits a video as the prompt says.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EditVideo {
    /// The text that describes the changes.
    pub prompt: String,
    /// The video.
    #[serde(skip_serializing)]
    pub video: VideoSource,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for EditVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post("openai.videos.edit", Dialect::Openai, "/v1/videos/edits")
        .source("openai-python `videos.edit`, docs/wire/openai.md §6.2");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        self.video.files()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        encode_with(self, &self.video, context)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

/// Continues a video beyond its end. The result is the whole, old and new together.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ExtendVideo {
    /// The text that describes the continuation.
    pub prompt: String,
    /// The length of the new part in seconds: 4, 8, 12, 16 or 20 for OpenAI's models.
    pub seconds: Seconds,
    /// The video.
    #[serde(skip_serializing)]
    pub video: VideoSource,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ExtendVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post(
        "openai.videos.extend",
        Dialect::Openai,
        "/v1/videos/extensions",
    )
    .source("openai-python `videos.extend`, docs/wire/openai.md §6.3");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)?;
        self.seconds.check("seconds")
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        self.video.files()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        encode_with(self, &self.video, context)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

impl VideoSource {
    fn files(&mut self) -> Vec<&mut FileInput> {
        match self {
            Self::File(file) => vec![file],
            Self::Id { .. } => Vec::new(),
        }
    }
}

/// A form with the file, or JSON with the id.
fn encode_with<O: Operation>(
    operation: &O,
    video: &VideoSource,
    context: &Context<'_>,
) -> Result<http::Request<Body>> {
    match video {
        VideoSource::File(file) => {
            let video = Part::file("video", file)?;
            form(operation, context, vec![video])
        }
        VideoSource::Id { id } => {
            let mut body = serde_json::to_value(operation).unwrap_or_default();
            body["video"] = json!({ "id": id });
            context.request_with(operation, &body)
        }
    }
}

fn check_prompt(prompt: &str) -> Result<()> {
    match prompt.trim().is_empty() {
        true => Err(Error::invalid("prompt", "must not be empty")),
        false => Ok(()),
    }
}
