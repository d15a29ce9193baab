//! `mirror.characters.create`: a character from a video or a job.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::videos_v1::{CreatedCharacter, check_source, check_timestamps};
use crate::api::{Meta, Operation, Reply, refusal};
use crate::model::{Dialect, Result};

/// Makes a character from a stretch of a video that shows no real person.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateCharacter {
    /// The video: its address, or base64. This or `from_task`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The finished job whose video it is. This or `url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_task: Option<String>,
    /// The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
    /// apart. Default: `0,3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamps: Option<String>,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for CreateCharacter {
    type Output = CreatedCharacter;

    const META: Meta = Meta::post(
        "mirror.characters.create",
        Dialect::Mirror,
        "/v1/characters",
    )
    .source("docs/wire/mirror.md §5.1");

    fn check(&self) -> Result<()> {
        check_source(self.url.as_deref(), self.from_task.as_deref())?;
        match &self.timestamps {
            Some(timestamps) => check_timestamps("timestamps", timestamps),
            None => Ok(()),
        }
    }

    fn decode(reply: &Reply) -> Result<CreatedCharacter> {
        match refusal(reply) {
            Some(refusal) => Err(refusal),
            None => reply.json(),
        }
    }
}
