//! `sora2api.feeds.*`: published videos (`docs/wire/sora2api.md` §6.4, §6.6 and §6.11).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{TokenId, operation};
use crate::api::{Meta, Timestamp, lenient};
use crate::model::Dialect;

/// Lists what a user has published.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListUserFeed {
    /// The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`.
    pub user_id: String,
    /// How many at most; 8 is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where to go on: the `cursor` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The account to ask with; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
}

/// Lists what everybody has published.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPublicFeed {
    /// How many at most; 8 is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Which part; the latest is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<FeedCut>,
    /// Where to go on: the `cursor` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The account to ask with; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
}

/// Lists what one of the gateway's accounts has published.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListOwnFeed {
    /// The account.
    pub token_id: TokenId,
    /// How many at most; 8 is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Which part of the public feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum FeedCut {
    /// The latest.
    #[serde(rename = "nf2_latest")]
    Latest,
    /// The most liked.
    #[serde(rename = "nf2_top")]
    Top,
}

/// A page of what a user has published.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct UserFeed {
    /// The user.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub user_id: Option<String>,
    /// The page.
    #[serde(default)]
    pub feed: FeedItems,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A page of what an account has published.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct OwnFeed {
    /// The account.
    #[serde(default)]
    pub token_id: Option<TokenId>,
    /// The page.
    #[serde(default)]
    pub feed: FeedItems,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A page of what everybody has published.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct PublicFeed {
    /// Which part.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cut: Option<String>,
    /// How many are on the page.
    #[serde(default, deserialize_with = "lenient::count")]
    pub count: u64,
    /// Where the next page begins; absent on the last.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// The videos.
    #[serde(default, deserialize_with = "lenient::list")]
    pub items: Vec<FeedItem>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A page of published videos.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct FeedItems {
    /// The videos.
    #[serde(default, deserialize_with = "lenient::list")]
    pub items: Vec<FeedItem>,
    /// Where the next page begins; absent on the last.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A published video. Its fields are the gateway's summary, or the native post
/// as it is; what is not listed here is in `extra`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct FeedItem {
    /// The post's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// Its text.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub text: Option<String>,
    /// Its page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub permalink: Option<String>,
    /// A still.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub preview_image_url: Option<String>,
    /// When it was published.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub posted_at: Option<Timestamp>,
    /// How many like it.
    #[serde(default, deserialize_with = "lenient::count")]
    pub like_count: u64,
    /// How many have seen it.
    #[serde(default, deserialize_with = "lenient::count")]
    pub view_count: u64,
    /// How many new versions there are.
    #[serde(default, deserialize_with = "lenient::count")]
    pub remix_count: u64,
    /// The video.
    #[serde(default)]
    pub attachment: Option<FeedAttachment>,
    /// Who published it.
    #[serde(default)]
    pub author: Option<FeedAuthor>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The video of a post.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct FeedAttachment {
    /// `video`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub kind: Option<String>,
    /// Where it is.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub url: Option<String>,
    /// Where it is, for downloading.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub downloadable_url: Option<String>,
    /// Width in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub width: Option<u64>,
    /// Height in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub height: Option<u64>,
    /// Frames in all.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub n_frames: Option<u64>,
    /// Length in seconds.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub duration_seconds: Option<f64>,
    /// A still.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub thumbnail_url: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Who published a video: a user's profile.
pub type FeedAuthor = super::people::Profile;

operation!(ListUserFeed => UserFeed,
    Meta::get("sora2api.feeds.user", Dialect::Sora2api, "/v1/users/{user_id}/feed")
        .source("docs/wire/sora2api.md §6.4"));
operation!(ListPublicFeed => PublicFeed,
    Meta::get("sora2api.feeds.public", Dialect::Sora2api, "/v1/feed")
        .source("docs/wire/sora2api.md §6.6"));
operation!(ListOwnFeed => OwnFeed,
    Meta::get("sora2api.feeds.own", Dialect::Sora2api, "/v1/tokens/{token_id}/profile-feed")
        .source("docs/wire/sora2api.md §6.11"));
