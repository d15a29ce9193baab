//! `sora.characters.*` and the upload that begins one (`docs/wire/sora.md` §4.2, §8).
//!
//! A character begins as a cameo, made from a video; [`Cameos`](crate::flow::Cameos) leads from
//! one to the other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::usernames::check_username;
use super::{Deleted, InstructionSet, Uploaded};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Reply};
use crate::media::MediaType;
use crate::model::{Dialect, Error, Result, timestamps};

/// Uploads a video to make a character from: MP4, by content.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UploadCharacter {
    /// The video.
    pub file: FileInput,
    /// The part of the video in which the character is seen, from start to end in seconds, as
    /// `[0, 3]` or `"0,3"`.
    #[serde(default = "first_seconds", deserialize_with = "timestamps::range")]
    #[schemars(schema_with = "timestamps::schema")]
    pub timestamps: (f64, f64),
}

/// Makes a character from a video of the account's own.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CharacterFromGeneration {
    /// The generation whose video is used, `gen_…`.
    pub generation_id: String,
    /// The character to make again; a new one is made when absent.
    #[serde(default)]
    pub character_id: Option<String>,
    /// The part of the video in which the character is seen, from start to end in seconds, as
    /// `[0, 3]` or `"0,3"`.
    #[serde(default = "first_seconds", deserialize_with = "timestamps::range")]
    #[schemars(schema_with = "timestamps::schema")]
    pub timestamps: (f64, f64),
}

/// Turns a processed cameo into a character.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FinalizeCharacter {
    /// The cameo, `cameo_…`.
    pub cameo_id: String,
    /// The character's user name, without `@`.
    pub username: String,
    /// The display name.
    pub display_name: String,
    /// The picture, as [`UploadFile`](super::UploadFile) answered it.
    pub profile_asset_pointer: String,
    /// Instructions for the character's behaviour. The document sends `null`.
    #[serde(default)]
    pub instruction_set: Option<InstructionSet>,
    /// Instructions about things the character must not do. The document sends `null`.
    #[serde(default)]
    pub safety_instruction_set: Option<InstructionSet>,
}

/// The answer to [`FinalizeCharacter`].
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Finalized {
    /// The character.
    pub character: FinalizedCharacter,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A new character.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct FinalizedCharacter {
    /// The character's id, `char_…` or `ch_…`.
    pub character_id: String,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Deletes a character. A character that is already gone is not an error.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteCharacter {
    /// The character.
    pub character_id: String,
}

fn first_seconds() -> (f64, f64) {
    (0.0, 3.0)
}

fn check_range((start, end): (f64, f64)) -> Result<()> {
    if start >= 0.0 && end > start && end.is_finite() {
        return Ok(());
    }
    Err(Error::invalid(
        "timestamps",
        "must be a start and a later end, in seconds, such as 0 and 3",
    ))
}

/// A number of seconds without a needless `.0`.
fn seconds(number: f64) -> Value {
    match number.fract() == 0.0 && number < 1e9 {
        true => json!(number as u64),
        false => json!(number),
    }
}

impl Operation for UploadCharacter {
    type Output = Uploaded;

    const META: Meta = Meta::post(
        "sora.uploads.character",
        Dialect::Sora,
        "/characters/upload",
    )
    .source("docs/wire/sora.md §4.2");

    fn check(&self) -> Result<()> {
        let opened = self.file.opened("file")?;
        if opened.media_type != Some(MediaType::Mp4) {
            let found = opened.description();
            return Err(Error::invalid(
                "file",
                format!("must be an MP4 video; its content is {found}"),
            ));
        }
        check_range(self.timestamps)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        vec![&mut self.file]
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let (start, end) = self.timestamps;
        let parts = vec![
            Part::file("file", &self.file)?,
            Part::text("timestamps", format!("{},{}", seconds(start), seconds(end))),
        ];
        super::headers::identify(context.form(self, parts)?, context)
    }
}

impl Operation for CharacterFromGeneration {
    type Output = Uploaded;

    const META: Meta = Meta::post(
        "sora.characters.from_generation",
        Dialect::Sora,
        "/characters/from-generation",
    )
    .source("docs/wire/sora.md §4.4");

    fn check(&self) -> Result<()> {
        if self.generation_id.is_empty() {
            return Err(Error::invalid("generation_id", "must not be empty"));
        }
        check_range(self.timestamps)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let (start, end) = self.timestamps;
        let body = json!({
            "generation_id": self.generation_id,
            "character_id": self.character_id,
            "timestamps": [seconds(start), seconds(end)],
        });
        super::headers::identify(context.request_with(self, &body)?, context)
    }
}

impl Operation for FinalizeCharacter {
    type Output = Finalized;

    const META: Meta = Meta::post(
        "sora.characters.finalize",
        Dialect::Sora,
        "/characters/finalize",
    )
    .source("docs/wire/sora.md §8.2");

    fn check(&self) -> Result<()> {
        check_username("username", &self.username)?;
        for (field, value) in [
            ("cameo_id", &self.cameo_id),
            ("display_name", &self.display_name),
            ("profile_asset_pointer", &self.profile_asset_pointer),
        ] {
            if value.trim().is_empty() {
                return Err(Error::invalid(field, "must not be empty"));
            }
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Finalized> {
        let mut value = reply.value()?;
        // Some servers answer the character itself.
        if value.get("character").is_none() && value.get("character_id").is_some() {
            value = json!({ "character": value });
        }
        reply.read(value)
    }
}

impl Operation for DeleteCharacter {
    type Output = Deleted;

    const META: Meta = Meta::delete(
        "sora.characters.delete",
        Dialect::Sora,
        "/project_y/characters/{character_id}",
    )
    .source("docs/wire/sora.md §8.4");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn accepts(status: http::StatusCode) -> bool {
        Deleted::accepts(status)
    }

    fn decode(reply: &Reply) -> Result<Deleted> {
        Deleted::read(reply)
    }
}
