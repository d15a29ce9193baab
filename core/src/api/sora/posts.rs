//! `sora.posts.*`: publishing (`000_*` §7.1, §7.2, wire.md §2.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::drafts::{DownloadUrls, Encodings};
use super::{Deleted, Done, PostPage, UserProfile};
use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::dialect::Dialect;
use crate::error::{Error, Result};

/// Publishes finished videos as a post.
///
/// ```
/// use sorakit::api::sora::CreatePost;
///
/// let post = CreatePost::of("gen_01k9btrqrnen792yvt703dp0tq");
/// assert_eq!(post.attachments_to_create[0].kind, "sora");
/// ```
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreatePost {
    /// The videos.
    pub attachments_to_create: Vec<NewAttachment>,
    /// The text; it may be empty.
    #[serde(default)]
    pub post_text: String,
    /// Fields that are not named here, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A video to publish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewAttachment {
    /// The generation, `gen_…`, not the task.
    pub generation_id: String,
    /// `sora`.
    #[serde(default = "sora")]
    pub kind: String,
}

fn sora() -> String {
    "sora".into()
}

impl CreatePost {
    /// A post of one video, without text.
    pub fn of(generation_id: impl Into<String>) -> Self {
        Self {
            attachments_to_create: vec![NewAttachment {
                generation_id: generation_id.into(),
                kind: sora(),
            }],
            post_text: String::new(),
            extra: Map::new(),
        }
    }
}

/// A post, and who published it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Published {
    /// The post.
    pub post: Post,
    /// Who published it.
    #[serde(default)]
    pub profile: Option<UserProfile>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A post.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Post {
    /// Its id, `s_…`.
    pub id: String,
    /// Its page.
    #[serde(default)]
    pub permalink: Option<String>,
    /// Its text.
    #[serde(default)]
    pub text: Option<String>,
    /// When it was published.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub posted_at: Option<Timestamp>,
    /// The video, as the document names it.
    #[serde(default)]
    pub video_url: Option<String>,
    /// How many like it.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub like_count: Option<u64>,
    /// How often it was looked at.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub view_count: Option<u64>,
    /// How many versions of it there are.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub remix_count: Option<u64>,
    /// The post that it is a version of.
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
    /// The video with and without its mark, as the server offers them.
    #[serde(default)]
    pub download_urls: Option<DownloadUrls>,
    /// The files it is offered as.
    #[serde(default)]
    pub encodings: Option<Encodings>,
    /// Its length in frames.
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

/// Reads a post.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GetPost {
    /// The post, `s_…`.
    pub post_id: String,
}

/// Deletes a post. What is gone already is no error.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct DeletePost {
    /// The post, `s_…`.
    pub post_id: String,
}

/// Reads a post with what it was made from and what was made from it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GetPostTree {
    /// The post, `s_…`.
    pub post_id: String,
}

/// A post among its versions.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct PostTree {
    /// The post.
    pub post: Post,
    /// Who published it.
    #[serde(default)]
    pub profile: Option<UserProfile>,
    /// What it was made from.
    #[serde(default)]
    pub parent: Option<Published>,
    /// What was made from it.
    #[serde(default)]
    pub children: PostPage,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Likes a post.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LikePost {
    /// The post, `s_…`.
    pub post_id: String,
}

/// Makes any shape of a post into `{post, …}` with an id: a post may stand bare,
/// and its id only at the end of its address (wire.md §2.1).
pub(super) fn normalise(value: &mut Value) {
    if !value.get("post").is_some_and(Value::is_object) {
        *value = json!({ "post": value.take() });
    }
    let post = &mut value["post"];
    lenient::fill(post, "posted_at", &["created_at"]);
    if post.get("id").is_none_or(Value::is_null)
        && let Some(permalink) = post.get("permalink").and_then(Value::as_str)
    {
        let path = permalink.split(['?', '#']).next().unwrap_or_default();
        let id = path.trim_end_matches('/').rsplit('/').next();
        post["id"] = json!(id.unwrap_or_default());
    }
}

fn read_one(reply: &Reply) -> Result<Published> {
    let mut value = reply.value()?;
    normalise(&mut value);
    lenient::read(reply, value)
}

impl Operation for CreatePost {
    type Output = Published;

    const META: Meta = Meta::post("sora.posts.create", Dialect::Sora, "/project_y/post")
        .sentinel()
        .source("000_* §7.1");

    fn check(&self) -> Result<()> {
        if self.attachments_to_create.is_empty() {
            return Err(Error::invalid("attachments_to_create", "must hold a video"));
        }
        for (index, attachment) in self.attachments_to_create.iter().enumerate() {
            let id = &attachment.generation_id;
            if id.is_empty() || id.starts_with("task_") {
                return Err(Error::invalid(
                    format!("attachments_to_create[{index}].generation_id"),
                    format!("must be the id of a draft, `gen_…`, not `{id}`"),
                ));
            }
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Published> {
        read_one(reply)
    }
}

impl Operation for GetPost {
    type Output = Published;

    const META: Meta = Meta::get("sora.posts.get", Dialect::Sora, "/project_y/post/{post_id}")
        .source("wire.md §2.1");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Published> {
        read_one(reply)
    }
}

impl Operation for DeletePost {
    type Output = Deleted;

    const META: Meta = Meta::delete(
        "sora.posts.delete",
        Dialect::Sora,
        "/project_y/post/{post_id}",
    )
    .source("000_* §7.2");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn accepts(status: http::StatusCode) -> bool {
        Deleted::accepts(status)
    }

    fn decode(reply: &Reply) -> Result<Deleted> {
        Deleted::read(reply)
    }
}

impl Operation for GetPostTree {
    type Output = PostTree;

    const META: Meta = Meta::get(
        "sora.posts.tree",
        Dialect::Sora,
        "/project_y/post/{post_id}/tree",
    )
    .source("wire.md §2.1");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<PostTree> {
        let mut value = reply.value()?;
        normalise(&mut value);
        if let Some(parent) = value.get_mut("parent").filter(|parent| parent.is_object()) {
            normalise(parent);
        }
        if let Some(children) = value.get_mut("children") {
            super::feeds::normalise(children);
        }
        lenient::read(reply, value)
    }
}

impl Operation for LikePost {
    type Output = Done;

    // Liking twice is the same as once.
    const META: Meta = Meta::post(
        "sora.posts.like",
        Dialect::Sora,
        "/project_y/post/{post_id}/like",
    )
    .repeatable()
    .source("wire.md §2.1");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Done> {
        Done::read(reply)
    }
}
