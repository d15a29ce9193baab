//! What an account may do: its quota, and the models it can use.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Orientation;
use crate::model::Timestamp;

/// What an account may still make. What a server does not say is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AccountQuota {
    /// What is left.
    pub remaining: Option<f64>,
    /// What is used.
    pub used: Option<f64>,
    /// Used and left together.
    pub total: Option<f64>,
    /// What the numbers count.
    pub unit: QuotaUnit,
    /// Whether nothing more may be made for now.
    pub exhausted: bool,
    /// When the quota is full again.
    pub resets_at: Option<Timestamp>,
    /// What the server said, as it said it.
    pub raw: Value,
}

/// What a quota counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuotaUnit {
    /// Videos.
    #[default]
    Videos,
    /// The gateway's credits, as its site shows them.
    Credits,
}

/// A model that can be asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ModelInfo {
    /// Its name, as requests give it.
    pub id: String,
    /// What it makes, where that is known.
    pub kind: Option<ModelKind>,
    /// The model that it stands for, in the words of the backend behind it, such as
    /// `sy_ore`.
    pub model: Option<String>,
    /// The size of its results, such as `small`, when the name says so.
    pub size: Option<String>,
    /// Which way its results stand, when the name says so.
    pub orientation: Option<Orientation>,
    /// The length of its results in seconds, when the name says so.
    pub duration: Option<u32>,
    /// What the server says of it.
    pub description: Option<String>,
    /// What the server said, as it said it; `null` for a documented model of a
    /// server without a list.
    pub raw: Value,
}

/// What a model makes.
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
