//! `sora.drafts.*`: finished videos (`000_*` §6.2, wire.md §2.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::dialect::Dialect;
use crate::error::{Error, Result};

/// Lists the account's finished videos, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ListDrafts {
    /// How many to answer at most, from 1 to 100; the server's default is 15.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where to go on: the `cursor` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// A page of drafts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct DraftPage {
    /// The drafts, newest first.
    #[serde(default, alias = "drafts", deserialize_with = "lenient::list")]
    pub items: Vec<Draft>,
    /// Where the next page begins; absent on the last.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A finished video, or the refusal that stands in its place.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// The generation's id, `gen_…`.
    pub id: String,
    /// The task that made it, `task_…`.
    #[serde(default)]
    pub task_id: Option<String>,
    /// `sora_draft`, `sora_content_violation` or `sora_error`.
    #[serde(default)]
    pub kind: Option<String>,
    /// The server's word for its state.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// Why it was refused or failed.
    #[serde(default)]
    pub reason_str: Option<String>,
    /// The same, in Markdown.
    #[serde(default)]
    pub markdown_reason_str: Option<String>,
    /// The video.
    #[serde(default)]
    pub url: Option<String>,
    /// The video, for downloading.
    #[serde(default)]
    pub downloadable_url: Option<String>,
    /// The video, as the document names it.
    #[serde(default)]
    pub video_url: Option<String>,
    /// A still of it.
    #[serde(default)]
    pub thumbnail_url: Option<String>,
    /// Width in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub width: Option<u64>,
    /// Height in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub height: Option<u64>,
    /// Length in seconds.
    #[serde(
        default,
        alias = "duration_seconds",
        deserialize_with = "lenient::optional_number"
    )]
    pub duration_s: Option<f64>,
    /// When it was made.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The prompt.
    #[serde(default)]
    pub prompt: Option<String>,
    /// The files it is offered as.
    #[serde(default)]
    pub encodings: Option<Encodings>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The files that a draft or post is offered as.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Encodings {
    /// The video as it was made.
    #[serde(default)]
    pub source: Option<Encoding>,
    /// A still of it.
    #[serde(default)]
    pub thumbnail: Option<Encoding>,
    /// The other sizes and forms.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One file of a draft or post.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Encoding {
    /// Its address.
    #[serde(default)]
    pub path: Option<String>,
    /// Its length in bytes.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub size: Option<u64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Draft {
    /// The video's address, under whichever name the server gives it.
    pub fn video(&self) -> Option<&str> {
        self.downloadable_url
            .as_deref()
            .or(self.url.as_deref())
            .or(self.video_url.as_deref())
            .or_else(|| self.encodings.as_ref()?.source.as_ref()?.path.as_deref())
            .filter(|url| !url.is_empty())
    }

    /// The address of a still, under whichever name the server gives it.
    pub fn thumbnail(&self) -> Option<&str> {
        self.thumbnail_url
            .as_deref()
            .or_else(|| self.encodings.as_ref()?.thumbnail.as_ref()?.path.as_deref())
    }

    /// Why it was refused or failed, under whichever name the server gives it.
    pub fn reason(&self) -> Option<&str> {
        let other = |name| self.extra.get(name).and_then(Value::as_str);
        self.reason_str
            .as_deref()
            .or(self.markdown_reason_str.as_deref())
            .or_else(|| other("reason"))
            .or_else(|| other("error_message"))
            .filter(|reason| !reason.is_empty())
    }
}

impl Operation for ListDrafts {
    type Output = DraftPage;

    const META: Meta = Meta::get(
        "sora.drafts.list",
        Dialect::Sora,
        "/project_y/profile/drafts",
    )
    .source("000_* §6.2");

    fn check(&self) -> Result<()> {
        match self.limit {
            Some(limit) if !(1..=100).contains(&limit) => {
                Err(Error::invalid("limit", "must be from 1 to 100"))
            }
            _ => Ok(()),
        }
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    // A bare array is a page too (wire.md §2.1).
    fn decode(reply: &Reply) -> Result<DraftPage> {
        if reply.value()?.is_array() {
            return Ok(DraftPage {
                items: reply.json()?,
                ..DraftPage::default()
            });
        }
        reply.json()
    }
}
