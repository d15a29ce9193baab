//! `sora2api.profiles.*`: profiles of users (`docs/wire/sora2api.md` §6.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{TokenId, operation};
use crate::api::{Meta, lenient};
use crate::model::Dialect;

/// Reads a user's profile.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetProfile {
    /// The user's name.
    pub username: String,
    /// The account to ask with; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
}

/// The answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ProfileAnswer {
    /// The profile.
    #[serde(default)]
    pub profile: Profile,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A user's profile.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "UserProfile")]
pub struct Profile {
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
    /// The number of followers.
    #[serde(default, deserialize_with = "lenient::count")]
    pub follower_count: u64,
    /// True if the user is verified.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub verified: bool,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetProfile => ProfileAnswer,
    Meta::get("sora2api.profiles.get", Dialect::Sora2api, "/v1/profiles/{username}")
        .source("docs/wire/sora2api.md §6.3"));
