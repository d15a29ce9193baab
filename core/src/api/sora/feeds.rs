//! `sora.feeds.*` and `sora.posts.remixes`: lists of posts (`docs/wire/sora.md` §7.5).
//!
//! The document does not have them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PostPage;
use super::drafts::check_limit;
use super::post::normalise_page;
use crate::api::{Body, Context, Meta, Operation, Reply};
use crate::model::{Dialect, Result};

/// Lists the posts of all users.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPublicFeed {
    /// The maximum number of posts to return, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// `nf2_latest` or `nf2_top`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// Lists the posts of one user.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListProfileFeed {
    /// The user's id, or `me`.
    #[serde(default = "me")]
    pub user: String,
    /// The maximum number of posts to return, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// `nf2`.
    #[serde(default = "nf2", skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// Lists the remixes of a post.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListRemixes {
    /// The post, `s_…`.
    pub post_id: String,
    /// The maximum number of posts to return, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

fn me() -> String {
    "me".into()
}

fn nf2() -> Option<String> {
    Some("nf2".into())
}

impl ListProfileFeed {
    /// The posts of the user with this id; `me` is the account itself.
    pub fn of(user: impl Into<String>) -> Self {
        Self {
            user: user.into(),
            limit: None,
            cut: nf2(),
            cursor: None,
        }
    }
}

fn read_page(reply: &Reply) -> Result<PostPage> {
    let mut value = reply.value()?;
    normalise_page(&mut value);
    reply.read(value)
}

impl Operation for ListPublicFeed {
    type Output = PostPage;

    const META: Meta = Meta::get("sora.feeds.public", Dialect::Sora, "/project_y/feed")
        .source("docs/wire/sora.md §7.5");

    fn check(&self) -> Result<()> {
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<PostPage> {
        read_page(reply)
    }
}

impl Operation for ListProfileFeed {
    type Output = PostPage;

    const META: Meta = Meta::get(
        "sora.feeds.profile",
        Dialect::Sora,
        "/project_y/profile_feed/{user}",
    )
    .source("docs/wire/sora.md §7.5");

    fn check(&self) -> Result<()> {
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<PostPage> {
        read_page(reply)
    }
}

impl Operation for ListRemixes {
    type Output = PostPage;

    const META: Meta = Meta::get(
        "sora.posts.remixes",
        Dialect::Sora,
        "/project_y/post/{post_id}/remix_feed",
    )
    .source("docs/wire/sora.md §7.5");

    fn check(&self) -> Result<()> {
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<PostPage> {
        read_page(reply)
    }
}
