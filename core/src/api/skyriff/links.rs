//! `skyriff.drafts.link` and `skyriff.posts.link`: the addresses of one's own
//! drafts and posts, asked for as a chat (`docs/wire/skyriff.md` §7, §8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::videos_v1::is_address;
use crate::api::{Body, Context, Meta, Operation, Reply, lenient, refusal};
use crate::model::{Dialect, Error, Result, Secret};

/// Looks up the links of the newest draft of the account that an access token
/// belongs to. The token goes to the gateway, so give it only to one that you
/// trust with your account.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LookUpDraft {
    /// The account's whole access token. Spaces around it are removed.
    pub access_token: Secret,
}

/// Looks up the links of a published work by its address.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LookUpPost {
    /// The work's whole address, such as `https://sora.chatgpt.com/p/s_…`. Spaces
    /// around it are removed.
    pub url: String,
}

/// The result of a look-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LinkLookup {
    /// The links.
    pub links: Links,
    /// The draft's or post's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub post_id: Option<String>,
    /// The prompt that it was made from.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub original_input: Option<String>,
    /// The figures of the draft or post.
    #[serde(default)]
    pub post_info: Option<PostInfo>,
    /// The rest of the chat's answer.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The links of a draft or post, as the gateway gives them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Links {
    /// The id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// The video without a watermark.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub mp4: Option<String>,
    /// The video with a watermark.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub mp4_wm: Option<String>,
    /// An animated preview.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub gif: Option<String>,
    /// A still.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub thumbnail: Option<String>,
    /// The description.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub text: Option<String>,
    /// A description in Markdown.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub md: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The figures of a draft or post.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PostInfo {
    /// The number of files.
    #[serde(default, deserialize_with = "lenient::count")]
    pub attachments_count: u64,
    /// The number of views.
    #[serde(default, deserialize_with = "lenient::count")]
    pub view_count: u64,
    /// The number of likes.
    #[serde(default, deserialize_with = "lenient::count")]
    pub like_count: u64,
    /// The title.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub title: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for LookUpDraft {
    type Output = LinkLookup;

    const META: Meta = Meta::post(
        "skyriff.drafts.link",
        Dialect::Skyriff,
        "/v1/chat/completions",
    )
    .repeatable()
    .source("docs/wire/skyriff.md §7");

    fn check(&self) -> Result<()> {
        check_word("access_token", self.access_token.expose())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let body = chat("sora-drafts-url", self.access_token.expose());
        context.request_with(self, &body)
    }

    fn decode(reply: &Reply) -> Result<LinkLookup> {
        decode(reply)
    }
}

impl Operation for LookUpPost {
    type Output = LinkLookup;

    const META: Meta = Meta::post(
        "skyriff.posts.link",
        Dialect::Skyriff,
        "/v1/chat/completions",
    )
    .repeatable()
    .source("docs/wire/skyriff.md §8");

    fn check(&self) -> Result<()> {
        check_word("url", &self.url)?;
        match is_address(self.url.trim()) {
            true => Ok(()),
            false => Err(Error::invalid("url", "must start with https:// or http://")),
        }
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request_with(self, &chat("sora_url", &self.url))
    }

    fn decode(reply: &Reply) -> Result<LinkLookup> {
        decode(reply)
    }
}

/// The chat request. It must not be streamed, and its content must have no spaces around it.
fn chat(model: &str, content: &str) -> Value {
    json!({
        "model": model,
        "stream": false,
        "messages": [{ "role": "user", "content": content.trim() }],
    })
}

fn check_word(field: &str, text: &str) -> Result<()> {
    let text = text.trim();
    match text.is_empty() || text.contains(char::is_whitespace) {
        true => Err(Error::invalid(
            field,
            "must not be empty and must have no spaces in it",
        )),
        false => Ok(()),
    }
}

fn decode(reply: &Reply) -> Result<LinkLookup> {
    match refusal(reply) {
        Some(refusal) => Err(refusal),
        None => reply.json(),
    }
}
