//! `sora2api.feeds.*`: published videos (`docs/wire/sora2api.md` §6.4, §6.6 and §6.11).

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{TokenId, operation};
use crate::api::{Meta, Timestamp, lenient};
use crate::model::Dialect;

/// Lists the videos that a user has published.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListUserFeed {
    /// The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`.
    pub user_id: String,
    /// The most videos to return. Default: 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The account to ask with; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
}

/// Lists the videos that everyone has published.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPublicFeed {
    /// The most videos to return. Default: 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The part of the feed; the latest is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<FeedCut>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The account to ask with; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
}

/// Lists the videos that one of the gateway's accounts has published.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListOwnFeed {
    /// The account.
    pub token_id: TokenId,
    /// The most videos to return. Default: 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A part of the public feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum FeedCut {
    /// The latest.
    #[serde(rename = "nf2_latest")]
    Latest,
    /// The most liked.
    #[serde(rename = "nf2_top")]
    Top,
}

/// A page of the videos that a user has published.
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

/// A page of the videos that an account has published.
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

/// A page of the videos that everyone has published.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct PublicFeed {
    /// The part of the feed.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cut: Option<String>,
    /// The number of videos on the page.
    #[serde(default, deserialize_with = "lenient::count")]
    pub count: u64,
    /// The position of the next page; absent on the last page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// The videos.
    #[serde(default, deserialize_with = "items")]
    pub items: Vec<FeedItem>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A page of published videos.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct FeedItems {
    /// The videos.
    #[serde(default, deserialize_with = "items")]
    pub items: Vec<FeedItem>,
    /// The position of the next page; absent on the last page.
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
    /// The post's text.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub text: Option<String>,
    /// The address of the post's page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub permalink: Option<String>,
    /// A still.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub preview_image_url: Option<String>,
    /// The time of publication.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub posted_at: Option<Timestamp>,
    /// The number of likes.
    #[serde(default, deserialize_with = "lenient::count")]
    pub like_count: u64,
    /// The number of views.
    #[serde(default, deserialize_with = "lenient::count")]
    pub view_count: u64,
    /// The number of new versions.
    #[serde(default, deserialize_with = "lenient::count")]
    pub remix_count: u64,
    /// The video.
    #[serde(default)]
    pub attachment: Option<FeedAttachment>,
    /// The user who published it.
    #[serde(default)]
    pub author: Option<FeedAuthor>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Items as the document has them, or as the backend nests them: `{post, profile}`, the
/// post with a list of attachments.
fn items<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FeedItem>, D::Error> {
    let items: Vec<Value> = lenient::list(deserializer)?;
    let flat = items.into_iter().map(flat);
    // One that cannot be read hides no other.
    Ok(flat
        .filter_map(|item| serde_json::from_value(item).ok())
        .collect())
}

fn flat(item: Value) -> Value {
    let Value::Object(mut item) = item else {
        return item;
    };
    let Some(Value::Object(mut post)) = item.shift_remove("post") else {
        return item.into();
    };
    if let Some(Value::Array(attachments)) = post.get_mut("attachments")
        && !attachments.is_empty()
    {
        let mut first = attachments[0].take();
        attachments.remove(0);
        summarise(&mut first);
        if attachments.is_empty() {
            post.shift_remove("attachments");
        }
        post.entry("attachment").or_insert(first);
    }
    if let Some(profile) = item.shift_remove("profile") {
        post.entry("author").or_insert(profile);
    }
    // What else stands beside the post.
    for (name, value) in item {
        post.entry(name).or_insert(value);
    }
    post.into()
}

/// Adds to a native attachment what the gateway's summary has.
fn summarise(attachment: &mut Value) {
    let thumbnail = attachment.pointer("/encodings/thumbnail/path").cloned();
    let frames = attachment.get("n_frames").and_then(Value::as_f64);
    let seconds = attachment.get("duration_s").and_then(Value::as_f64);
    // The backend's videos have 30 frames a second.
    let seconds = seconds.or(frames.map(|frames| frames / 30.0));
    if let Some(fields) = attachment.as_object_mut() {
        if let Some(thumbnail) = thumbnail {
            fields.entry("thumbnail_url").or_insert(thumbnail);
        }
        if let Some(seconds) = seconds {
            fields.entry("duration_seconds").or_insert(seconds.into());
        }
    }
}

/// The video of a post.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct FeedAttachment {
    /// `video`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub kind: Option<String>,
    /// The address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub url: Option<String>,
    /// The address for downloading.
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

/// The profile of the user who published a video.
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_feed_is_read_flat_and_as_the_backend_nests_it() {
        let flat = json!({"id": "s_1", "text": "a cat", "attachment": {"url": "u"},
            "author": {"username": "john"}});
        let nested = json!({"post": {"id": "s_1", "text": "a cat", "posted_at": 1767225600,
            "attachments": [{"url": "u", "n_frames": 300,
                "encodings": {"thumbnail": {"path": "t"}}}]},
            "profile": {"username": "john"}, "reposter_profile": null});
        for item in [flat, nested] {
            let feed: FeedItems =
                serde_json::from_value(json!({"items": [item, 5], "cursor": null})).unwrap();
            let [item] = feed.items.as_slice() else {
                panic!("{feed:?}")
            };
            assert_eq!(item.id.as_deref(), Some("s_1"));
            assert_eq!(item.text.as_deref(), Some("a cat"));
            let attachment = item.attachment.as_ref().unwrap();
            assert_eq!(attachment.url.as_deref(), Some("u"));
            if let Some(seconds) = attachment.duration_seconds {
                assert_eq!(seconds, 10.0);
                assert_eq!(attachment.thumbnail_url.as_deref(), Some("t"));
            }
            let author = item.author.as_ref().unwrap();
            assert_eq!(author.username.as_deref(), Some("john"));
        }
    }
}
