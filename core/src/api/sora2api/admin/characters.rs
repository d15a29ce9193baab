//! `sora2api.admin_characters.*`: the characters that the gateway knows
//! (`docs/wire/sora2api.md` §7.13).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, delete, get, operation, set};
use crate::api::sora2api::TokenId;
use crate::api::sora2api::answer::listed;
use crate::api::{Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Error, Result};

/// Lists all characters.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListCharacters {}

/// Lists an account's characters.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListTokenCharacters {
    /// The account.
    pub token_id: TokenId,
}

/// Reads a character.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCharacter {
    /// The cameo's id, `ch_…`.
    pub cameo_id: String,
}

/// Changes a character. What is absent stays as it is.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct UpdateCharacter {
    /// The cameo's id, `ch_…`.
    pub cameo_id: String,
    /// The instructions for the character's behaviour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction_set: Option<String>,
    /// The instructions for what the character must not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety_instruction_set: Option<String>,
    /// The people who may use the character.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visibility: Option<CharacterVisibility>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Removes a character from the gateway's list, and from nowhere else.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteCharacter {
    /// The cameo's id, `ch_…`.
    pub cameo_id: String,
}

/// The people who may use a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CharacterVisibility {
    /// The owner alone.
    Private,
    /// Everyone.
    Public,
}

/// A character, as the gateway keeps it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ManagedCharacter {
    /// The character's id in the gateway.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub id: Option<u64>,
    /// The cameo's id, `ch_…`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cameo_id: Option<String>,
    /// The character's id, `char_…`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub character_id: Option<String>,
    /// The account that it belongs to.
    #[serde(default)]
    pub token_id: Option<TokenId>,
    /// The name that prompts use.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub display_name: Option<String>,
    /// The address of the character's picture.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub profile_url: Option<String>,
    /// The instructions for the character's behaviour: text, or JSON as text.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub instruction_set: Option<String>,
    /// The instructions for what the character must not do: text, or JSON as text.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub safety_instruction_set: Option<String>,
    /// `private` or `public`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub visibility: Option<String>,
    /// `processing`, `finalized` or `deleted`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The time of the last change.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub updated_at: Option<Timestamp>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A character.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CharacterAnswer {
    /// The character.
    #[serde(default)]
    pub character: ManagedCharacter,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ListCharacters {
    type Output = Vec<ManagedCharacter>;

    const META: Meta = get("sora2api.admin_characters.list", "/api/characters")
        .source("docs/wire/sora2api.md §7.13");

    fn decode(reply: &Reply) -> Result<Vec<ManagedCharacter>> {
        listed(reply, &["characters", "data"])
    }
}

impl Operation for ListTokenCharacters {
    type Output = Vec<ManagedCharacter>;

    const META: Meta = get(
        "sora2api.admin_characters.by_token",
        "/api/characters/by-token/{token_id}",
    )
    .source("docs/wire/sora2api.md §7.13");

    fn decode(reply: &Reply) -> Result<Vec<ManagedCharacter>> {
        listed(reply, &["characters", "data"])
    }
}

operation!(GetCharacter => CharacterAnswer,
    get("sora2api.admin_characters.get", "/api/characters/{cameo_id}")
        .source("docs/wire/sora2api.md §7.13"));
operation!(UpdateCharacter => Done,
set("sora2api.admin_characters.update", "/api/characters/{cameo_id}/update")
    .source("docs/wire/sora2api.md §7.13"),
check: |update| match update {
    UpdateCharacter {
        instruction_set: None, safety_instruction_set: None, visibility: None, ..
    } => Err(Error::invalid("cameo_id", "give something to change beside it")),
    _ => Ok(()),
});
operation!(DeleteCharacter => Done,
    delete("sora2api.admin_characters.delete", "/api/characters/{cameo_id}")
        .source("docs/wire/sora2api.md §7.13"));
