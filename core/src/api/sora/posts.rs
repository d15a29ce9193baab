//! `sora.posts.*`: publishing (`docs/wire/sora.md` §7.1, §7.2, §7.4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::post::normalise;
use super::{Deleted, Done, PostTree, Published};
use crate::api::{Body, Context, Meta, Operation, Reply};
use crate::model::{Dialect, Error, Result};

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

/// Reads a post.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetPost {
    /// The post, `s_…`.
    pub post_id: String,
}

/// Deletes a post. A post that is already gone is not an error.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeletePost {
    /// The post, `s_…`.
    pub post_id: String,
}

/// Reads a post with its original and its remixes.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetPostTree {
    /// The post, `s_…`.
    pub post_id: String,
}

/// Likes a post.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LikePost {
    /// The post, `s_…`.
    pub post_id: String,
}

fn read_one(reply: &Reply) -> Result<Published> {
    let mut value = reply.value()?;
    normalise(&mut value);
    reply.read(value)
}

impl Operation for CreatePost {
    type Output = Published;

    const META: Meta = Meta::post("sora.posts.create", Dialect::Sora, "/project_y/post")
        .sentinel()
        .source("docs/wire/sora.md §7.1");

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
        .source("docs/wire/sora.md §7.4");

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
    .source("docs/wire/sora.md §7.2");

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
    .source("docs/wire/sora.md §7.4");

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
            super::post::normalise_page(children);
        }
        reply.read(value)
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
    .source("docs/wire/sora.md §7.4");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Done> {
        Done::read(reply)
    }
}
