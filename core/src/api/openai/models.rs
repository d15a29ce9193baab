//! `openai.models.list`: the models that a server has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Meta, Operation, Timestamp, lenient};
use crate::model::Dialect;

/// The models that OpenAI's reference names. A self-hosted server has its own,
/// so others are sent as they are.
pub const MODELS: &[&str] = &[
    "sora-2",
    "sora-2-pro",
    "sora-2-2025-10-06",
    "sora-2-pro-2025-10-06",
    "sora-2-2025-12-08",
];

/// Lists the models that the server has.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListModels {}

/// A server's models.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ModelList {
    /// The models.
    #[serde(default, deserialize_with = "lenient::list")]
    pub data: Vec<Model>,
    /// Fields that the reference does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Model {
    /// The model's name.
    pub id: String,
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created: Option<Timestamp>,
    /// The owner.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub owned_by: Option<String>,
    /// Fields that the reference does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ListModels {
    type Output = ModelList;

    const META: Meta = Meta::get("openai.models.list", Dialect::Openai, "/v1/models")
        .source("openai-python `models.list`");
}
