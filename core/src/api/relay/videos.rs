//! `relay.videos.*`: videos and new versions of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::headers::uncached;
use crate::api::videos_v1::{VideoJob, check_range, is_address};
use crate::api::{Body, Context, Meta, Operation, Reply};
use crate::model::{Dialect, Error, Result};

/// The models of `docs/wire/relay.md` §7.2. Relays have others too, which are sent as they are.
pub const MODELS: &[&str] = &["sora-2", "sora-2-pro"];

/// Creates a video from a prompt, and images to start from.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideo {
    /// The model.
    #[serde(default = "model")]
    #[schemars(extend("examples" = MODELS))]
    pub model: String,
    /// The text that describes the video.
    pub prompt: String,
    /// Images to start from: addresses, or data URLs. They must show no real
    /// person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<String>,
    /// Landscape or portrait. Default: `16:9`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aspect_ratio: Option<AspectRatio>,
    /// The length in seconds: 10, 15 or 25. Default: 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// High definition: of `sora-2-pro` alone, and not at 25 s. Default: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hd: Option<bool>,
    /// True for a video with a watermark, false for one without. For your own works only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watermark: Option<bool>,
    /// True to keep the video unpublished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<bool>,
    /// The address that the relay calls when the video is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notify_hook: Option<String>,
    /// A video to make a character from, by its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_url: Option<String>,
    /// The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
    /// apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_timestamps: Option<String>,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The aspect ratio of a video: landscape or portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum AspectRatio {
    /// Landscape.
    #[serde(rename = "16:9")]
    Landscape,
    /// Portrait.
    #[serde(rename = "9:16")]
    Portrait,
}

fn model() -> String {
    "sora-2".into()
}

impl CreateVideo {
    /// A video with the document's defaults.
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            model: model(),
            prompt: prompt.into(),
            images: Vec::new(),
            aspect_ratio: None,
            duration: None,
            hd: None,
            watermark: None,
            private: None,
            notify_hook: None,
            character_url: None,
            character_timestamps: None,
            extra: Map::new(),
        }
    }
}

impl Operation for CreateVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post(
        "relay.videos.create",
        Dialect::Relay,
        "/v2/videos/generations",
    )
    .source("docs/wire/relay.md §2");

    fn check(&self) -> Result<()> {
        for (field, text) in [("prompt", &self.prompt), ("model", &self.model)] {
            if text.trim().is_empty() {
                return Err(Error::invalid(field, "must not be empty"));
            }
        }
        if let Some(seconds) = self.duration
            && !matches!(seconds, 10 | 15 | 25)
        {
            return Err(Error::invalid(
                "duration",
                format!("must be 10, 15 or 25 seconds, not {seconds}"),
            ));
        }
        if self.hd == Some(true) && self.model == "sora-2" {
            return Err(Error::invalid(
                "hd",
                "is offered by `sora-2-pro` alone, not by `sora-2`",
            ));
        }
        let is_image = |image: &String| is_address(image) || image.starts_with("data:");
        if !self.images.iter().all(is_image) {
            return Err(Error::invalid(
                "images",
                "each must be an address, or a data URL such as `data:image/png;base64,…`",
            ));
        }
        let addresses = [
            ("notify_hook", &self.notify_hook),
            ("character_url", &self.character_url),
        ];
        for (field, address) in addresses {
            if address.as_deref().is_some_and(|url| !is_address(url)) {
                return Err(Error::invalid(field, "must start with https:// or http://"));
            }
        }
        match &self.character_timestamps {
            Some(timestamps) => check_range("character_timestamps", timestamps),
            None => Ok(()),
        }
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(uncached)
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
    /// The task's id.
    pub task_id: String,
}

impl Operation for GetVideo {
    type Output = VideoJob;

    const META: Meta = Meta::get(
        "relay.videos.get",
        Dialect::Relay,
        "/v2/videos/generations/{task_id}",
    )
    .source("docs/wire/relay.md §1");

    fn job(&self) -> Option<&str> {
        Some(&self.task_id)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(uncached)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

/// Makes a new version of a finished video from a new prompt.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RemixVideo {
    /// The task's id.
    pub task_id: String,
    /// The text that describes the new version.
    pub prompt: String,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for RemixVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post(
        "relay.videos.remix",
        Dialect::Relay,
        "/v1/videos/{task_id}/remix",
    )
    .source("docs/wire/relay.md §3");

    fn check(&self) -> Result<()> {
        match self.prompt.trim().is_empty() {
            true => Err(Error::invalid("prompt", "must not be empty")),
            false => Ok(()),
        }
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(uncached)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}
