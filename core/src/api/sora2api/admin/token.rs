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
    /// The account's id in the gateway.
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
    /// The account's own proxy. It may hold a password.
    #[serde(default)]
    pub proxy_url: Option<Secret>,
    /// The e-mail address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub email: Option<String>,
    /// The user name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The display name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub name: Option<String>,
    /// A note of the admin's.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub remark: Option<String>,
    /// The time at which the access token expires.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub expiry_time: Option<Timestamp>,
    /// True if the account is enabled.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_active: bool,
    /// The time until which the account rests.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub cooled_until: Option<Timestamp>,
    /// The time at which the account was added.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The time of the last use.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub last_used_at: Option<Timestamp>,
    /// The number of times the account was used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub use_count: u64,
    /// The number of images that the account has made.
    #[serde(default, deserialize_with = "lenient::count")]
    pub image_count: u64,
    /// The number of videos that the account has made.
    #[serde(default, deserialize_with = "lenient::count")]
    pub video_count: u64,
    /// The number of times the account has failed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub error_count: u64,
    /// The plan, such as `chatgpt_team`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub plan_type: Option<String>,
    /// The name of the plan, in words.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub plan_title: Option<String>,
    /// The time at which the plan ends.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub subscription_end: Option<Timestamp>,
    /// True if the account has Sora 2; absent if that is not known.
    #[serde(default, deserialize_with = "optional_flag")]
    pub sora2_supported: Option<bool>,
    /// The account's invite code.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub sora2_invite_code: Option<String>,
    /// The number of times the invite code was used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub sora2_redeemed_count: u64,
    /// The number of times the invite code can be used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub sora2_total_count: u64,
    /// The number of videos that the account may still make.
    #[serde(default, deserialize_with = "lenient::count")]
    pub sora2_remaining_count: u64,
    /// The time from which the account may make videos again.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub sora2_cooldown_until: Option<Timestamp>,
    /// True if the account makes images.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub image_enabled: bool,
    /// True if the account makes videos.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub video_enabled: bool,
    /// The most images that the account makes at once; -1 means no limit.
    #[serde(default, deserialize_with = "optional_integer")]
    pub image_concurrency: Option<i64>,
    /// The most videos that the account makes at once; -1 means no limit.
    #[serde(default, deserialize_with = "optional_integer")]
    pub video_concurrency: Option<i64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
