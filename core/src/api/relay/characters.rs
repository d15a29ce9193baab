//! `relay.characters.create`: a character from a video or a job.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::headers::uncached;
use crate::api::videos_v1::{CreatedCharacter, check_range, check_source};
use crate::api::{Body, Context, Meta, Operation, Reply, refusal};
use crate::model::{Dialect, Result};

/// Makes a character from a stretch of a video that shows no real person.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateCharacter {
    /// The video's address. This or `from_task`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The finished task whose video it is. This or `url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_task: Option<String>,
    /// The start and end of the character's appearance, `start,end` in seconds. Servers take
    /// 1 to 3 s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamps: Option<String>,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for CreateCharacter {
    type Output = CreatedCharacter;

    const META: Meta = Meta::post(
        "relay.characters.create",
        Dialect::Relay,
        "/sora/v1/characters",
    )
    .source("docs/wire/relay.md §5");

    fn check(&self) -> Result<()> {
        check_source(self.url.as_deref(), self.from_task.as_deref())?;
        match &self.timestamps {
            Some(timestamps) => check_range("timestamps", timestamps),
            None => Ok(()),
        }
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(uncached)
    }

    fn decode(reply: &Reply) -> Result<CreatedCharacter> {
        match refusal(reply) {
            Some(refusal) => Err(refusal),
            None => reply.json(),
        }
    }
}
