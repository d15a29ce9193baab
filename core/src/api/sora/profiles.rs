//! `sora.profiles.*`: the public profiles of users and characters (`docs/wire/sora.md` §7.6).
//!
//! The document does not have them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::drafts::check_limit;
use super::usernames::check_username;
use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Result};

/// Reads a user's or a character's profile by its user name.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetProfile {
    /// The user name, without `@`.
    pub username: String,
}

/// The public profile of a user or a character.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct UserProfile {
    /// The user's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub user_id: Option<String>,
    /// The user name.
    #[serde(default)]
    pub username: Option<String>,
    /// The display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The address of the picture.
    #[serde(default)]
    pub profile_picture_url: Option<String>,
    /// The address of the profile's page.
    #[serde(default)]
    pub permalink: Option<String>,
    /// The user's own description.
    #[serde(default)]
    pub description: Option<String>,
    /// The character's id, if the profile is that of a character.
    #[serde(default)]
    pub character_id: Option<String>,
    /// The cameo from which the character was made.
    #[serde(default)]
    pub cameo_id: Option<String>,
    /// The number of followers.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub follower_count: Option<u64>,
    /// The number of posts.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub post_count: Option<u64>,
    /// The time at which the profile was created.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Searches users and characters by user name.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchProfiles {
    /// The text to find in user names, without `@`.
    pub username: String,
    /// The kind of profile to look for: `users`, or `cameo` for characters only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<String>,
    /// The maximum number of profiles to return, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// A page of search results.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct MentionPage {
    /// The search results.
    #[serde(default, deserialize_with = "lenient::list")]
    pub items: Vec<Mention>,
    /// The cursor of the next page; absent on the last page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A user or character that was found.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The profile of the user or character.
    pub profile: UserProfile,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for GetProfile {
    type Output = UserProfile;

    const META: Meta = Meta::get(
        "sora.profiles.get",
        Dialect::Sora,
        "/project_y/profile/username/{username}",
    )
    .source("docs/wire/sora.md §7.6");

    fn check(&self) -> Result<()> {
        check_username("username", &self.username)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<UserProfile> {
        let mut value = reply.value()?;
        if let Some(inner) = value.get_mut("profile").filter(|inner| inner.is_object()) {
            value = inner.take();
        }
        reply.read(value)
    }
}

impl Operation for SearchProfiles {
    type Output = MentionPage;

    const META: Meta = Meta::get(
        "sora.profiles.search",
        Dialect::Sora,
        "/project_y/profile/search_mentions",
    )
    .source("docs/wire/sora.md §7.6");

    fn check(&self) -> Result<()> {
        check_username("username", &self.username)?;
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<MentionPage> {
        let mut value = reply.value()?;
        if value.is_array() {
            value = json!({ "items": value });
        }
        for item in lenient::items(&mut value, "items") {
            if !item.get("profile").is_some_and(Value::is_object) {
                *item = json!({ "profile": item.take() });
            }
        }
        reply.read(value)
    }
}
