//! Enhancing a prompt.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A prompt to expand with more detail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnhanceRequest {
    /// The prompt.
    pub prompt: String,
    /// The amount of detail. Default: what the model's name says, or medium.
    #[serde(default)]
    pub level: Option<ExpansionLevel>,
    /// The length of the video it is for, in seconds: 10, 15 or 20. Default: what the
    /// model's name says, or 10.
    pub duration: Option<u32>,
    /// A name that says both: `prompt-enhance-short-10s`, `prompt-enhance-medium-15s` or
    /// `prompt-enhance-long-20s`.
    #[schemars(extend("examples" = [
        "prompt-enhance-short-10s", "prompt-enhance-medium-15s", "prompt-enhance-long-20s",
    ]))]
    pub model: Option<String>,
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
