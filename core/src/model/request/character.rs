//! Characters (cameos), made from a video and used in others.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Reference, timestamps};

/// A character to be made from part of a video. The video must show no real person
/// without that person's consent.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CharacterRequest {
    /// The video that shows the character. Either this or `from_job`.
    pub video: Option<Reference>,
    /// The job whose video shows the character. Either this or `video`.
    pub from_job: Option<String>,
    /// The start and end of its appearance, in seconds, as `[0, 3]` or `"0,3"`. Default: 0
    /// to 3. `mirror` and servers that copied it take 1 to 3 s.
    #[serde(deserialize_with = "timestamps::optional")]
    #[schemars(schema_with = "timestamps::schema")]
    pub timestamps: Option<(f64, f64)>,
    /// The user name, without `@`. Default: the server's suggestion.
    pub username: Option<String>,
    /// The display name. Default: the server's suggestion.
    pub display_name: Option<String>,
    /// The character's behaviour, in words.
    pub instruction_set: Option<String>,
    /// Restrictions on the character's behaviour, in words.
    pub safety_instruction_set: Option<String>,
    /// The people who may use it. Default: its owner.
    pub visibility: Option<Visibility>,
}

/// The people who may use a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Only its owner.
    Private,
    /// Everyone.
    Public,
}

/// A character.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Character {
    /// The server's id.
    pub id: String,
    /// The id of the cameo that it was created as, if different.
    pub cameo_id: Option<String>,
    /// The user name, without `@`.
    pub username: Option<String>,
    /// The display name.
    pub display_name: Option<String>,
    /// The address of the profile picture.
    pub profile_picture_url: Option<String>,
    /// The address of the character's page.
    pub permalink: Option<String>,
    /// The server's answer, unchanged.
    pub raw: Value,
}
