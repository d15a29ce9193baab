//! Characters (cameos): made from a video, and put into others.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Reference, timestamps};

/// A character to be made from a stretch of a video. The video must show no
/// real person without that person's consent.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CharacterRequest {
    /// The video that shows it. This or `from_job`.
    pub video: Option<Reference>,
    /// The job whose video shows it. This or `video`.
    pub from_job: Option<String>,
    /// From where to where it is seen, in seconds, as `[0, 3]` or `"0,3"`. Default: 0
    /// to 3. `mirror` and servers that copied it take 1 to 3 s.
    #[serde(deserialize_with = "timestamps::optional")]
    #[schemars(schema_with = "timestamps::schema")]
    pub timestamps: Option<(f64, f64)>,
    /// The user name, without `@`. Default: what the server suggests.
    pub username: Option<String>,
    /// The name that is shown. Default: what the server suggests.
    pub display_name: Option<String>,
    /// How it behaves, in words.
    pub instruction_set: Option<String>,
    /// What it must not do, in words.
    pub safety_instruction_set: Option<String>,
    /// Who may use it. Default: its owner.
    pub visibility: Option<Visibility>,
}

/// Who may use a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Its owner.
    Private,
    /// Everybody.
    Public,
}

/// A character.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Character {
    /// The server's id.
    pub id: String,
    /// The id of the cameo that it was made as, where that is another one.
    pub cameo_id: Option<String>,
    /// The user name, without `@`.
    pub username: Option<String>,
    /// The name that is shown.
    pub display_name: Option<String>,
    /// Its picture.
    pub profile_picture_url: Option<String>,
    /// Its page.
    pub permalink: Option<String>,
    /// What the server said, as it said it.
    pub raw: Value,
}
