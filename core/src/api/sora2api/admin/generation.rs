//! `sora2api.admin_generation.*`: how long the gateway waits for media (`docs/wire/sora2api.md`
//! §7.6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{check_range, get, operation, set};
use crate::api::lenient;
use crate::model::Error;

/// Reads how long the gateway waits for media.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetGenerationTimeout {}

/// Sets how long the gateway waits for media. What is absent stays as it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetGenerationTimeout {
    /// For an image, in seconds, from 60 to 3600.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_timeout: Option<u32>,
    /// For a video, in seconds, from 60 to 7200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_timeout: Option<u32>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GenerationAnswer {
    /// The settings.
    #[serde(default)]
    pub config: GenerationTimeout,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The longest times that the gateway waits for media.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GenerationTimeout {
    /// For an image, in seconds.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub image_timeout: Option<u64>,
    /// For a video, in seconds.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub video_timeout: Option<u64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetGenerationTimeout => GenerationAnswer,
    get("sora2api.admin_generation.get", "/api/generation/timeout")
        .source("docs/wire/sora2api.md §7.6"));
operation!(SetGenerationTimeout => GenerationAnswer,
set("sora2api.admin_generation.set", "/api/generation/timeout")
    .source("docs/wire/sora2api.md §7.6"),
check: |timeout| {
    if timeout.image_timeout.is_none() && timeout.video_timeout.is_none() {
        return Err(Error::invalid("video_timeout", "give it, or `image_timeout`, or both"));
    }
    check_range("image_timeout", timeout.image_timeout, 60, 3600)?;
    check_range("video_timeout", timeout.video_timeout, 60, 7200)
});
