//! `sora2api.prompts.*`: richer prompts (`docs/wire/sora2api.md` §6.7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::TokenId;
use super::answer::accepted;
use crate::api::{Body, Context, Meta, Operation, Reply};
use crate::model::{Dialect, Error, Result};

/// Writes a prompt out in detail.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnhancePrompt {
    /// The prompt.
    pub prompt: String,
    /// The amount of detail to add; `medium` is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expansion_level: Option<Expansion>,
    /// The length of the video that it is for: 10 or 15 s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_s: Option<u32>,
    /// The account to ask with; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
}

/// The amount of detail added to a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each is its own name.
pub enum Expansion {
    Short,
    Medium,
    Long,
}

/// The prompt, written out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct EnhancedPrompt {
    /// The text.
    pub enhanced_prompt: String,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for EnhancePrompt {
    type Output = EnhancedPrompt;

    const META: Meta = Meta::post(
        "sora2api.prompts.enhance",
        Dialect::Sora2api,
        "/v1/enhance_prompt",
    )
    .repeatable()
    .source("docs/wire/sora2api.md §6.7");

    fn check(&self) -> Result<()> {
        if self.prompt.trim().is_empty() {
            return Err(Error::invalid("prompt", "must not be empty"));
        }
        match self.duration_s {
            None | Some(10 | 15) => Ok(()),
            Some(other) => Err(Error::invalid(
                "duration_s",
                format!("must be 10 or 15, not {other}"),
            )),
        }
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request_with_query(self, &["token_id"])
    }

    fn decode(reply: &Reply) -> Result<EnhancedPrompt> {
        accepted(reply)
    }
}
