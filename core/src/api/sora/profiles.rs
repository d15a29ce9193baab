//! `sora.profiles.*`: users and characters as others see them (`docs/wire/sora.md` §7.6).
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

/// A user or a character as others see it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct UserProfile {
    /// The user's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub user_id: Option<String>,
    /// The user name.
    #[serde(default)]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The picture.
    #[serde(default)]
    pub profile_picture_url: Option<String>,
    /// The page.
    #[serde(default)]
    pub permalink: Option<String>,
    /// What the user says of itself.
    #[serde(default)]
    pub description: Option<String>,
    /// The character's id, when it is one.
    #[serde(default)]
    pub character_id: Option<String>,
    /// The cameo that the character was made as.
    #[serde(default)]
    pub cameo_id: Option<String>,
    /// How many follow.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub follower_count: Option<u64>,
    /// How many posts there are.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub post_count: Option<u64>,
    /// Since when it is there.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Searches users and characters by the user name.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchProfiles {
    /// What the user name holds, without `@`.
    pub username: String,
    /// What is looked for: `users`, or `cameo` for characters alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<String>,
    /// How many to answer at most, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where to go on: the `cursor` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// A page of what was found.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct MentionPage {
    /// What was found.
    #[serde(default, deserialize_with = "lenient::list")]
    pub items: Vec<Mention>,
    /// Where the next page begins; absent on the last.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Someone who was found.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// Who it is.
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
