//! `sora2api.models.*`: what the gateway makes (`docs/wire/sora2api.md` §1.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::operation;
use crate::api::{Meta, lenient};
use crate::model::Dialect;

/// The documented models of `/v1/chat/completions` that make videos. A running
/// gateway may have others.
pub const VIDEO_MODELS: &[&str] = &[
    "sora-video-landscape-10s",
    "sora-video-portrait-10s",
    "sora-video-landscape-15s",
    "sora-video-portrait-15s",
    "sora-video-landscape-25s",
    "sora-video-portrait-25s",
];

/// The documented models that make images. A running gateway may have others.
pub const IMAGE_MODELS: &[&str] = &[
    "sora-image",
    "sora-image-landscape",
    "sora-image-portrait",
    "gpt-image-2",
];

/// Lists the gateway's models.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListModels {}

/// The gateway's models.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GatewayModels {
    /// The models.
    #[serde(default, deserialize_with = "lenient::list")]
    pub data: Vec<GatewayModel>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A model.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GatewayModel {
    /// The model's id.
    pub id: String,
    /// `sora2api`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub owned_by: Option<String>,
    /// The model's output, such as `Video generation - landscape`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub description: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(ListModels => GatewayModels,
    Meta::get("sora2api.models.list", Dialect::Sora2api, "/v1/models").source("docs/wire/sora2api.md §1.1"));
