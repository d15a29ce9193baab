//! `openai.characters.*`: characters from an uploaded video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::videos_v1::form;
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Timestamp, lenient};
use crate::model::{Dialect, Error, Result};

/// Makes a character from a short video, an MP4 of 2 to 4 s.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCharacter {
    /// The name that is shown, and that prompts refer to.
    pub name: String,
    /// The video that shows it.
    #[serde(skip_serializing)]
    pub video: FileInput,
}

/// A character.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Character {
    /// The character's id; the reference lets a server leave it out.
    #[serde(default)]
    pub id: Option<String>,
    /// The name that is shown.
    #[serde(default)]
    pub name: Option<String>,
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// Fields that the reference does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for CreateCharacter {
    type Output = Character;

    const META: Meta = Meta::post(
        "openai.characters.create",
        Dialect::Openai,
        "/v1/videos/characters",
    )
    .source("openai-python `videos.create_character`");

    fn check(&self) -> Result<()> {
        if self.name.trim().is_empty() {
            return Err(Error::invalid("name", "must not be empty"));
        }
        let opened = self.video.opened("video")?;
        if !opened.media_type.is_some_and(|found| found.is_video()) {
            let found = opened.description();
            return Err(Error::invalid(
                "video",
                format!("must be a video; its content is {found}"),
            ));
        }
        Ok(())
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        vec![&mut self.video]
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let video = Part::file("video", &self.video)?;
        form(self, context, vec![video])
    }
}

/// Reads a character.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCharacter {
    /// The character's id.
    pub character_id: String,
}

impl Operation for GetCharacter {
    type Output = Character;

    const META: Meta = Meta::get(
        "openai.characters.get",
        Dialect::Openai,
        "/v1/videos/characters/{character_id}",
    )
    .source("openai-python `videos.get_character`");
}
