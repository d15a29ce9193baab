//! `openai.videos.create_sync`: a creation that is answered with the video's bytes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::videos::check_lists;
use crate::api::videos_v1::{Content, Seconds, check_size, form};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Patience, Reply, ReplyKind};
use crate::model::{Dialect, Error, Result};

/// Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
/// there is no job that could be looked at, and the server gives up after 600 s, with 504.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideoSync {
    /// The text that describes the video.
    pub prompt: String,
    /// The model; the one that the server runs when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The length in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<Seconds>,
    /// The size, such as `1280x720`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// An image to start from.
    #[serde(default, skip_serializing)]
    pub input_reference: Option<FileInput>,
    /// Further fields, sent as they are; objects as JSON text.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for CreateVideoSync {
    type Output = Content;

    const META: Meta = Meta::post(
        "openai.videos.create_sync",
        Dialect::Openai,
        "/v1/videos/sync",
    )
    .reply(ReplyKind::Media)
    .source("vLLM-Omni `entrypoints/openai/api_server.py`, docs/wire/openai.md §2.4");

    fn check(&self) -> Result<()> {
        if self.prompt.trim().is_empty() {
            return Err(Error::invalid("prompt", "must not be empty"));
        }
        if let Some(seconds) = &self.seconds {
            seconds.check("seconds")?;
        }
        if let Some(size) = &self.size {
            check_size("size", size)?;
        }
        check_lists(&self.extra)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        self.input_reference.iter_mut().collect()
    }

    fn patience(&self) -> Patience {
        Patience::Video
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let file = self.input_reference.as_ref();
        let file = file.map(|file| Part::file("input_reference", file));
        form(self, context, file.into_iter().collect::<Result<_>>()?)
    }

    fn decode(reply: &Reply) -> Result<Content> {
        Content::decode(reply)
    }
}
