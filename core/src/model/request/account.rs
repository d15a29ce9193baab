//! An account's quota, and the models it can use.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Orientation;
use crate::model::Timestamp;

/// An account's remaining quota. Values that a server does not report are absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AccountQuota {
    /// The amount left.
    pub remaining: Option<f64>,
    /// The amount used.
    pub used: Option<f64>,
    /// The amount used and the amount left, together.
    pub total: Option<f64>,
    /// The unit of the numbers.
    pub unit: QuotaUnit,
    /// True if nothing more can be made for now.
    pub exhausted: bool,
    /// The time at which the quota is full again.
    pub resets_at: Option<Timestamp>,
    /// The server's answer, unchanged.
    pub raw: Value,
}

/// The unit of a quota.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuotaUnit {
    /// Videos.
    #[default]
    Videos,
    /// The gateway's credits, as its site shows them.
    Credits,
}

/// An available model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ModelInfo {
    /// The model's name, as used in requests.
    pub id: String,
    /// The kind of output, if known.
    pub kind: Option<ModelKind>,
    /// The model that it stands for, in the words of the backend behind it, such as
    /// `sy_ore`.
    pub model: Option<String>,
    /// The size of its results, such as `small`, when the name says so.
    pub size: Option<String>,
    /// Landscape or portrait, if the name says so.
    pub orientation: Option<Orientation>,
    /// The length of the results in seconds, if the name says so.
    pub duration: Option<u32>,
    /// The server's description.
    pub description: Option<String>,
    /// The server's answer, unchanged; `null` for a documented model of a server without
    /// a list.
    pub raw: Value,
}

/// The kind of output of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ModelKind {
    /// Videos.
    Video,
    /// Images.
    Image,
    /// Prompts.
    Prompt,
}
