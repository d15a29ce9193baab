//! `sora.prompts.enhance`: a prompt in more detail (`docs/wire/sora.md` §5.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::videos::check_prompt;
use crate::api::{Body, Context, Meta, Operation};
use crate::model::{Dialect, Error, ExpansionLevel, Result};

/// Rewrites a prompt in more detail.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnhancePrompt {
    /// The prompt.
    pub prompt: String,
    /// The amount of detail.
    pub expansion_level: ExpansionLevel,
    /// The length in seconds of the video that the prompt is for: 10, 15 or 20.
    pub duration_s: u32,
}

/// A prompt in more detail.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EnhancedPrompt {
    /// The new prompt.
    pub enhanced_prompt: String,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for EnhancePrompt {
    type Output = EnhancedPrompt;

    // It makes nothing but a text.
    const META: Meta = Meta::post(
        "sora.prompts.enhance",
        Dialect::Sora,
        "/editor/enhance_prompt",
    )
    .repeatable()
    .source("docs/wire/sora.md §5.5");

    fn check(&self) -> Result<()> {
        check_prompt("prompt", &self.prompt)?;
        if !matches!(self.duration_s, 10 | 15 | 20) {
            return Err(Error::invalid(
                "duration_s",
                format!("must be 10, 15 or 20 s, not {}", self.duration_s),
            ));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }
}
