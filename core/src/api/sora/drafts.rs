//! `sora.drafts.*`: finished videos (`docs/wire/sora.md` §6.2, §6.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Error, Result};

/// Lists the account's finished videos, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListDrafts {
    /// The maximum number of drafts to return, from 1 to 100; the server's default is 15.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// Lists the account's finished videos by the newer path. Not in the document.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListDraftsV2 {
    /// The maximum number of drafts to return, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// Reads one finished video. Not in the document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetDraft {
    /// The generation, `gen_…`.
    pub generation_id: String,
}

/// A page of drafts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct DraftPage {
    /// The drafts, newest first.
    #[serde(default, deserialize_with = "lenient::list")]
    pub items: Vec<Draft>,
    /// The same drafts, by their name in the document.
    #[serde(default, deserialize_with = "lenient::list")]
    pub drafts: Vec<Draft>,
    /// The cursor of the next page; absent on the last page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A finished video, or the refusal that takes its place.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// The generation's id, `gen_…`.
    pub id: String,
    /// The task that made the draft, `task_…`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub task_id: Option<String>,
    /// `sora_draft`, `sora_content_violation` or `sora_error`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub kind: Option<String>,
    /// The state, in the server's words.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// The reason for a refusal or failure.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub reason_str: Option<String>,
    /// The same reason, in Markdown.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub markdown_reason_str: Option<String>,
    /// The video.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub url: Option<String>,
    /// The video, for downloading.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub downloadable_url: Option<String>,
    /// The video by its name in the document, under whichever name the server gives it.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub video_url: Option<String>,
    /// The video with and without its watermark, as the server offers them.
    #[serde(default, deserialize_with = "lenient::optional")]
    pub download_urls: Option<DownloadUrls>,
    /// A still of the video.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub thumbnail_url: Option<String>,
    /// Width in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub width: Option<u64>,
    /// Height in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub height: Option<u64>,
    /// Length in seconds.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub duration_s: Option<f64>,
    /// The same, by its name in the document.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub duration_seconds: Option<f64>,
    /// The orientation.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub orientation: Option<String>,
    /// The length in frames, at 30 a second.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub n_frames: Option<u64>,
    /// The model, such as `sy_8`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub model: Option<String>,
    /// The title.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub title: Option<String>,
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The prompt.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub prompt: Option<String>,
    /// The files in which the draft is offered.
    #[serde(default, deserialize_with = "lenient::optional")]
    pub encodings: Option<Encodings>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The addresses of a video with and without its watermark, as the server gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DownloadUrls {
    /// With the watermark.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub watermark: Option<String>,
    /// Without the watermark; absent if the server does not offer that.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub no_watermark: Option<String>,
    /// With a card at the end.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub endcard_watermark: Option<String>,
}

/// The files in which a draft or post is offered.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Encodings {
    /// The video as it was made.
    #[serde(default)]
    pub source: Option<Encoding>,
    /// A still of the video.
    #[serde(default)]
    pub thumbnail: Option<Encoding>,
    /// The other sizes and formats.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One file of a draft or post.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Encoding {
    /// The file's address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub path: Option<String>,
    /// The size in bytes.
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

    /// True if [the video](Self::video) carries the watermark; `None` when the server does not
    /// say. It carries the watermark where the document's `video_url` is the only address
    /// (`docs/wire/sora.md` §6.2).
    pub fn has_watermark(&self) -> Option<bool> {
        let others = [&self.downloadable_url, &self.url];
        if self.download_urls.is_none()
            && others.iter().all(|other| other.is_none())
            && self.encodings.is_none()
        {
            return self.video().map(|_| true);
        }
        let (urls, video) = (self.download_urls.as_ref()?, self.video()?);
        if urls.no_watermark.as_deref() == Some(video) {
            Some(false)
        } else {
            (urls.watermark.as_deref() == Some(video)).then_some(true)
        }
    }

    /// The address of a still, under whichever name the server gives it.
    pub fn thumbnail(&self) -> Option<&str> {
        self.thumbnail_url
            .as_deref()
            .or_else(|| self.encodings.as_ref()?.thumbnail.as_ref()?.path.as_deref())
    }

    /// The reason for a refusal or failure, under whichever name the server gives it.
    pub fn reason(&self) -> Option<&str> {
        let other = |name| self.extra.get(name).and_then(Value::as_str);
        let stated = || {
            let error = self.extra.get("error")?;
            error.as_str().or_else(|| error.get("message")?.as_str())
        };
        self.reason_str
            .as_deref()
            .or(self.markdown_reason_str.as_deref())
            .or_else(|| other("reason"))
            .or_else(|| other("error_message"))
            .or_else(stated)
            .filter(|reason| !reason.is_empty())
    }

    /// The server's code for the failure, when it gives one.
    pub fn code(&self) -> Option<&str> {
        self.extra.get("error")?.get("code")?.as_str()
    }
}

/// Refuses a limit that no list accepts.
pub(super) fn check_limit(limit: Option<u32>) -> Result<()> {
    match limit {
        Some(limit) if !(1..=100).contains(&limit) => {
            Err(Error::invalid("limit", "must be from 1 to 100"))
        }
        _ => Ok(()),
    }
}

/// `{items, cursor}`, `{drafts}`, or a bare array (`docs/wire/sora.md` §6.2).
fn read_page(reply: &Reply) -> Result<DraftPage> {
    let mut value = reply.value()?;
    if value.is_array() {
        value = json!({ "items": value });
    }
    lenient::fill(&mut value, "items", &["drafts"]);
    for draft in lenient::items(&mut value, "items") {
        normalise(draft);
    }
    lenient::both(&mut value, ["items", "drafts"]);
    reply.read(value)
}

/// Gives a draft the names of the document beside those of real servers.
fn normalise(draft: &mut Value) {
    lenient::both(draft, ["duration_s", "duration_seconds"]);
    super::pending::name_creation(draft);
    let read = Draft::deserialize(&*draft).ok();
    let (video, still) = match &read {
        Some(read) => (read.video(), read.thumbnail()),
        None => (None, None),
    };
    if let Value::Object(fields) = draft {
        for (name, address) in [("video_url", video), ("thumbnail_url", still)] {
            if let Some(address) = address
                && fields.get(name).is_none_or(Value::is_null)
            {
                fields.insert(name.to_owned(), address.into());
            }
        }
    }
}

impl Operation for ListDrafts {
    type Output = DraftPage;

    const META: Meta = Meta::get(
        "sora.drafts.list",
        Dialect::Sora,
        "/project_y/profile/drafts",
    )
    .source("docs/wire/sora.md §6.2");

    fn check(&self) -> Result<()> {
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<DraftPage> {
        read_page(reply)
    }
}

impl Operation for ListDraftsV2 {
    type Output = DraftPage;

    const META: Meta = Meta::get(
        "sora.drafts.list_v2",
        Dialect::Sora,
        "/project_y/profile/drafts/v2",
    )
    .source("docs/wire/sora.md §6.5");

    fn check(&self) -> Result<()> {
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<DraftPage> {
        read_page(reply)
    }
}

impl Operation for GetDraft {
    type Output = Draft;

    const META: Meta = Meta::get(
        "sora.drafts.get",
        Dialect::Sora,
        "/project_y/profile/drafts/v2/{generation_id}",
    )
    .source("docs/wire/sora.md §6.5");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Draft> {
        let mut value = reply.value()?;
        if let Some(inner) = value.get_mut("draft").filter(|inner| inner.is_object()) {
            value = inner.take();
        }
        normalise(&mut value);
        reply.read(value)
    }
}
