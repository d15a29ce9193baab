//! Enhancing a prompt.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A prompt to expand with more detail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnhanceRequest {
    /// The prompt.
    pub prompt: String,
    /// The amount of detail. Default: medium.
    #[serde(default)]
    pub level: ExpansionLevel,
    /// The length of the intended video, in seconds: 10, 15 or 20. Default: 10.
    pub duration: Option<u32>,
}

/// The amount of detail added to a prompt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExpansionLevel {
    /// A little.
    Short,
    /// Some.
    #[default]
    Medium,
    /// A lot.
    Long,
}
