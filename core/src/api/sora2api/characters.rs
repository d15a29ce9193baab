//! `sora2api.characters.*`: making and finding characters (`docs/wire/sora2api.md`
//! §5.1 and §6.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::answer::accepted;
use super::{TokenId, operation};
use crate::api::{
    Body, Context, FileInput, Meta, Operation, Part, Patience, Reply, Timestamp, form_fields,
    lenient,
};
use crate::media::MediaType;
use crate::model::{Dialect, Error, Result};

/// Makes a character out of a video, while the caller waits.
///
/// Give the video as a file, sent as a form, or in base64, sent as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateCharacter {
    /// A video model; `sora-video-10s` is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["sora-video-10s"]))]
    pub model: Option<String>,
    /// The video, as a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<FileInput>,
    /// The video, in base64. It is sent under the name `video`, as the
    /// document's example shows and the gateways read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_base64: Option<String>,
    /// The start and end of the part that shows the character, in seconds. Default: `0,3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamps: Option<String>,
    /// The name that prompts use, without `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The instructions for the character's behaviour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction_set: Option<String>,
    /// The instructions for what the character must not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety_instruction_set: Option<String>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A character that was made.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreatedCharacter {
    /// The gateway's id, `char_…`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created: Option<Timestamp>,
    /// The model.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub model: Option<String>,
    /// The character.
    #[serde(default)]
    pub data: CharacterData,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The data of a character that was made.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CharacterData {
    /// The cameo's id, `ch_…`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cameo_id: Option<String>,
    /// The name that prompts use.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub display_name: Option<String>,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Searches for characters and users by name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchCharacters {
    /// The name, or its beginning.
    pub username: String,
    /// The users to look for; `users` is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<SearchIntent>,
    /// The account to search with; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
    /// The most results to return. Default: 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// The users that a search looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SearchIntent {
    /// All users.
    Users,
    /// Those who may appear in videos.
    Cameo,
}

/// The result of a search.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CharacterMatches {
    /// The name that was searched for.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub query: Option<String>,
    /// The number of results.
    #[serde(default, deserialize_with = "lenient::count")]
    pub count: u64,
    /// The characters and users found.
    #[serde(default, deserialize_with = "lenient::list")]
    pub results: Vec<FoundCharacter>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A character or user that was found.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct FoundCharacter {
    /// The user's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub user_id: Option<String>,
    /// The name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub display_name: Option<String>,
    /// The picture.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub profile_picture_url: Option<String>,
    /// True if the character or user may appear in videos.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub can_cameo: bool,
    /// True if the character or user is verified.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub verified: bool,
    /// The number of followers.
    #[serde(default, deserialize_with = "lenient::count")]
    pub follower_count: u64,
    /// The tag by which prompts refer to it, such as `<@ch_xxx>`. Not a secret.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub token: Option<String>,
    /// The owner of the character.
    #[serde(default)]
    pub owner: Option<CharacterOwner>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The owner of a character that was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CharacterOwner {
    /// The user's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub user_id: Option<String>,
    /// The name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub display_name: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Refuses what is not `start,end` in seconds.
pub(super) fn check_timestamps(text: Option<&str>) -> Result<()> {
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return Ok(());
    };
    let seconds = |text: &str| text.trim().parse::<f64>().ok().filter(|s| s.is_finite());
    let range = text.split_once(',');
    match range.and_then(|(start, end)| Some((seconds(start)?, seconds(end)?))) {
        Some((start, end)) if start >= 0.0 && start < end => Ok(()),
        _ => Err(Error::invalid(
            "timestamps",
            format!("must be `start,end` in seconds, such as `0,3`, not `{text}`"),
        )),
    }
}

/// Refuses a name with `@`.
pub(super) fn check_username(name: Option<&str>) -> Result<()> {
    match name {
        Some(name) if name.contains('@') || name.trim().is_empty() => {
            Err(Error::invalid("username", "must be the name without `@`"))
        }
        _ => Ok(()),
    }
}

impl Operation for CreateCharacter {
    type Output = CreatedCharacter;

    const META: Meta = Meta::post(
        "sora2api.characters.create",
        Dialect::Sora2api,
        "/v1/characters",
    )
    .patience(Patience::Video)
    .source("docs/wire/sora2api.md §5.1");

    fn check(&self) -> Result<()> {
        check_timestamps(self.timestamps.as_deref())?;
        check_username(self.username.as_deref())?;
        match (&self.video, &self.video_base64) {
            (Some(file), None) => match file.opened("video")?.media_type {
                Some(kind) if !kind.is_video() => Err(Error::invalid(
                    "video",
                    format!("must be a video; its content is {}", MediaType::mime(kind)),
                )),
                _ => Ok(()),
            },
            (None, Some(text)) if !text.is_empty() => Ok(()),
            _ => Err(Error::invalid(
                "video",
                "give either `video`, a file, or `video_base64`",
            )),
        }
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        self.video.iter_mut().collect()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut plain = self.clone();
        if let Some(text) = plain.video_base64.take() {
            plain.extra.insert("video".into(), text.into());
        }
        match plain.video.take() {
            Some(file) => {
                let mut parts = form_fields(&plain)?;
                parts.push(Part::file("video", &file)?);
                context.form(&plain, parts)
            }
            None => context.request(&plain),
        }
    }

    fn decode(reply: &Reply) -> Result<CreatedCharacter> {
        accepted(reply)
    }
}

operation!(SearchCharacters => CharacterMatches,
Meta::get("sora2api.characters.search", Dialect::Sora2api, "/v1/characters/search")
    .source("docs/wire/sora2api.md §6.5"),
check: |search| match search.username.trim().is_empty() {
    true => Err(Error::invalid("username", "must not be empty")),
    false => Ok(()),
});
