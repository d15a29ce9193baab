//! An account, as the gateway keeps it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::sora2api::TokenId;
use crate::api::sora2api::answer::{optional_flag, optional_integer};
use crate::api::{Timestamp, lenient};
use crate::model::Secret;

/// An account, with its credentials, settings and figures. The gateway calls it
/// a token.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ManagedToken {
    /// Its id in the gateway.
    pub id: TokenId,
    /// The access token.
    #[serde(default)]
    pub token: Option<Secret>,
    /// The session token.
    #[serde(default)]
    pub st: Option<Secret>,
    /// The refresh token.
    #[serde(default)]
    pub rt: Option<Secret>,
    /// The client id that the refresh token was issued to.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub client_id: Option<String>,
    /// Its own proxy. It may hold a password.
    #[serde(default)]
    pub proxy_url: Option<Secret>,
    /// Its e-mail address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub email: Option<String>,
    /// Its user name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// Its display name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub name: Option<String>,
    /// A note of the admin's.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub remark: Option<String>,
    /// When the access token expires.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub expiry_time: Option<Timestamp>,
    /// Whether it is in use.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_active: bool,
    /// Until when it rests.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub cooled_until: Option<Timestamp>,
    /// When it was added.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// When it was last used.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub last_used_at: Option<Timestamp>,
    /// How often it was used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub use_count: u64,
    /// How many images it made.
    #[serde(default, deserialize_with = "lenient::count")]
    pub image_count: u64,
    /// How many videos it made.
    #[serde(default, deserialize_with = "lenient::count")]
    pub video_count: u64,
    /// How often it failed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub error_count: u64,
    /// Its plan, such as `chatgpt_team`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub plan_type: Option<String>,
    /// Its plan in words.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub plan_title: Option<String>,
    /// When its plan ends.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub subscription_end: Option<Timestamp>,
    /// Whether it has Sora 2; absent when that is not known.
    #[serde(default, deserialize_with = "optional_flag")]
    pub sora2_supported: Option<bool>,
    /// Its invite code.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub sora2_invite_code: Option<String>,
    /// How often its invite code was used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub sora2_redeemed_count: u64,
    /// How often its invite code can be used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub sora2_total_count: u64,
    /// How many videos it may still make.
    #[serde(default, deserialize_with = "lenient::count")]
    pub sora2_remaining_count: u64,
    /// When it may make videos again.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub sora2_cooldown_until: Option<Timestamp>,
    /// Whether it makes images.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub image_enabled: bool,
    /// Whether it makes videos.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub video_enabled: bool,
    /// How many images it makes at once; -1 is no limit.
    #[serde(default, deserialize_with = "optional_integer")]
    pub image_concurrency: Option<i64>,
    /// How many videos it makes at once; -1 is no limit.
    #[serde(default, deserialize_with = "optional_integer")]
    pub video_concurrency: Option<i64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
