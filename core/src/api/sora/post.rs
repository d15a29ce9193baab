//! Posts as the server gives them (`docs/wire/sora.md` §7.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::UserProfile;
use super::drafts::{DownloadUrls, Encodings};
use crate::api::{Timestamp, lenient};

/// A post and its author.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Published {
    /// The post.
    pub post: Post,
    /// The author.
    #[serde(default)]
    pub profile: Option<UserProfile>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A post.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Post {
    /// The post's id, `s_…`.
    pub id: String,
    /// The address of the post's page.
    #[serde(default)]
    pub permalink: Option<String>,
    /// The text.
    #[serde(default)]
    pub text: Option<String>,
    /// The time of publication.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub posted_at: Option<Timestamp>,
    /// The same, by its name in the document.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The video by its name in the document, under whichever name the server gives it.
    #[serde(default)]
    pub video_url: Option<String>,
    /// The number of likes.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub like_count: Option<u64>,
    /// The number of views.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub view_count: Option<u64>,
    /// The number of remixes.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub remix_count: Option<u64>,
    /// The post of which this one is a remix.
    #[serde(default)]
    pub parent_post_id: Option<String>,
    /// The videos.
    #[serde(default, deserialize_with = "lenient::list")]
    pub attachments: Vec<Attachment>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A video of a post.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// `sora`.
    #[serde(default)]
    pub kind: Option<String>,
    /// The generation, `gen_…`.
    #[serde(default)]
    pub generation_id: Option<String>,
    /// The video.
    #[serde(default)]
    pub url: Option<String>,
    /// The video, for downloading.
    #[serde(default)]
    pub downloadable_url: Option<String>,
    /// The video with and without its watermark, as the server offers them.
    #[serde(default)]
    pub download_urls: Option<DownloadUrls>,
    /// The files in which the video is offered.
    #[serde(default)]
    pub encodings: Option<Encodings>,
    /// Width in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub width: Option<u64>,
    /// Height in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub height: Option<u64>,
    /// The length in frames.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub n_frames: Option<u64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Post {
    /// The video's address, under whichever name the server gives it.
    pub fn video(&self) -> Option<&str> {
        let attachment = self.attachments.first();
        let source = || {
            let encodings = attachment?.encodings.as_ref()?;
            encodings.source.as_ref()?.path.as_deref()
        };
        let offered = || attachment?.download_urls.as_ref()?.no_watermark.as_deref();
        let other = || {
            let attachment = attachment?;
            attachment
                .downloadable_url
                .as_deref()
                .or(attachment.url.as_deref())
        };
        source()
            .or_else(offered)
            .or(self.video_url.as_deref())
            .or_else(other)
            .filter(|url| !url.is_empty())
    }
}

/// A post with its original and its remixes.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct PostTree {
    /// The post.
    pub post: Post,
    /// The author.
    #[serde(default)]
    pub profile: Option<UserProfile>,
    /// The post of which this one is a remix.
    #[serde(default)]
    pub parent: Option<Published>,
    /// The remixes of the post.
    #[serde(default)]
    pub children: PostPage,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Turns any shape of a post into `{post, …}` with an id: the post may come without a wrapper,
/// and its id may appear only at the end of its address (`docs/wire/sora.md` §7.1).
pub(super) fn normalise(value: &mut Value) {
    if !value.get("post").is_some_and(Value::is_object) {
        *value = json!({ "post": value.take() });
    }
    let post = &mut value["post"];
    lenient::both(post, ["posted_at", "created_at"]);
    if post.get("id").is_none_or(Value::is_null)
        && let Some(permalink) = post.get("permalink").and_then(Value::as_str)
    {
        let path = permalink.split(['?', '#']).next().unwrap_or_default();
        let id = path.trim_end_matches('/').rsplit('/').next();
        post["id"] = json!(id.unwrap_or_default());
    }
    let read = Post::deserialize(&*post).ok();
    if let Some(video) = read.as_ref().and_then(Post::video)
        && post.get("video_url").is_none_or(Value::is_null)
    {
        post["video_url"] = video.into();
    }
}

/// A page of posts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct PostPage {
    /// The posts.
    #[serde(default, deserialize_with = "lenient::list")]
    pub items: Vec<Published>,
    /// The cursor of the next page; absent on the last page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Turns any shape of a list into `{items: [{post, …}], cursor}`.
pub(super) fn normalise_page(value: &mut Value) {
    if value.is_array() {
        *value = json!({ "items": value.take() });
    }
    for item in lenient::items(value, "items") {
        normalise(item);
    }
}
