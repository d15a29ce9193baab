//! `openai.videos.generate`: a creation that is answered with the finished video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::videos_v1::VideoJob;
use crate::api::{Meta, Operation, Patience, Reply};
use crate::model::{Dialect, Error, Result};

/// Generates a video, as LocalAI has it. The answer comes when the video is done, which
/// can take minutes, and states its address or holds its bytes.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GenerateVideo {
    /// The model.
    pub model: String,
    /// The text that describes the video.
    pub prompt: String,
    /// The text that describes what the video must not show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negative_prompt: Option<String>,
    /// The first frame: an address, or base64 alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_image: Option<String>,
    /// The last frame: an address, or base64 alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_image: Option<String>,
    /// The sound that it goes with: an address, or base64 alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<String>,
    /// The width in pixels; the server's default is 512.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The height in pixels; the server's default is 512.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The form in which the video is returned: `url` or `b64_json`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_format: Option<String>,
    /// Further fields, sent as they are: `num_frames`, `fps`, `seed`, `cfg_scale`, `step`,
    /// and `params`, an object of texts for the backend.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for GenerateVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post("openai.videos.generate", Dialect::Openai, "/video")
        .source("LocalAI `core/http/endpoints/localai/video.go`, docs/wire/openai.md §2.4");

    fn check(&self) -> Result<()> {
        for (field, value) in [("model", &self.model), ("prompt", &self.prompt)] {
            if value.trim().is_empty() {
                return Err(Error::invalid(field, "must not be empty"));
            }
        }
        Ok(())
    }

    fn patience(&self) -> Patience {
        Patience::Video
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}
