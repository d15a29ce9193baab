//! `openai.videos.list` and `.delete`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::videos_v1::VideoJob;
use crate::api::{Meta, Operation, Reply, lenient, refusal};
use crate::model::{Dialect, Error, Result};

/// Lists the account's videos.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListVideos {
    /// The position to continue from: the id of the last video of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The most videos to return, from 1 to 100; the server's default is 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// By time of creation; the newest first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

/// An order by time of creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The oldest first.
    Asc,
    /// The newest first.
    Desc,
}

/// A page of videos.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VideoPage {
    /// The videos.
    #[serde(default, deserialize_with = "VideoJob::read_list")]
    pub data: Vec<VideoJob>,
    /// The id of the first.
    #[serde(default)]
    pub first_id: Option<String>,
    /// The id of the last.
    #[serde(default)]
    pub last_id: Option<String>,
    /// True if there are more videos; SGLang does not say.
    #[serde(default)]
    pub has_more: Option<bool>,
    /// Fields that the reference does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl VideoPage {
    /// The position of the next page, if there is one. If the server does not say, a page of fewer
    /// videos than were asked for is the last.
    pub fn next(&self, limit: Option<u32>) -> Option<String> {
        let more = self.has_more.unwrap_or_else(|| {
            let most = limit.map_or(20, |limit| limit as usize);
            self.data.len() >= most
        });
        let last = self.last_id.clone();
        last.or_else(|| Some(self.data.last()?.id.clone()))
            .filter(|_| more && !self.data.is_empty())
    }
}

impl Operation for ListVideos {
    type Output = VideoPage;

    const META: Meta = Meta::get("openai.videos.list", Dialect::Openai, "/v1/videos")
        .source("openai-python `videos.list`, docs/wire/openai.md §5.1");

    fn check(&self) -> Result<()> {
        match self.limit {
            Some(limit) if !(1..=100).contains(&limit) => Err(Error::invalid(
                "limit",
                format!("must be from 1 to 100, not {limit}"),
            )),
            _ => Ok(()),
        }
    }

    fn decode(reply: &Reply) -> Result<VideoPage> {
        let mut value = reply.value()?;
        if let Some(inner) = value.get_mut("data").filter(|inner| inner.is_object()) {
            value = inner.take();
        }
        if value.is_array() {
            value = serde_json::json!({ "data": value });
        }
        lenient::fill(&mut value, "data", &["videos", "items", "tasks", "list"]);
        let has_list = value.get("data").is_some_and(Value::is_array);
        if !has_list {
            if let Some(refusal) = refusal(reply) {
                return Err(refusal);
            }
            // An account without videos has an empty list, which some write as null.
            if value.get("data").is_none() {
                return Err(reply.unexpected("the answer holds no list".into()));
            }
        }
        let mut page: VideoPage = reply.read(value)?;
        for video in &mut page.data {
            video.resolve(reply);
        }
        Ok(page)
    }
}

/// Deletes a finished or failed video and its files.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteVideo {
    /// The video's id.
    pub video_id: String,
}

/// The result of a deletion. SGLang returns the video with the status `deleted`; others return
/// nothing.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Deleted {
    /// The video's id.
    pub id: Option<String>,
    /// True if the video is deleted.
    pub deleted: bool,
    /// Everything else that the server said.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl<'de> Deserialize<'de> for Deleted {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut extra =
            Option::<Map<String, Value>>::deserialize(deserializer)?.unwrap_or_default();
        let stated = extra.shift_remove("deleted");
        Ok(Self {
            id: match extra.shift_remove("id") {
                Some(Value::String(id)) => Some(id),
                _ => None,
            },
            // A 2xx that says nothing else is a yes.
            deleted: stated != Some(Value::Bool(false)),
            extra,
        })
    }
}

impl Operation for DeleteVideo {
    type Output = Deleted;

    const META: Meta = Meta::delete(
        "openai.videos.delete",
        Dialect::Openai,
        "/v1/videos/{video_id}",
    )
    .source("openai-python `videos.delete`, docs/wire/openai.md §5.2");

    fn decode(reply: &Reply) -> Result<Deleted> {
        match refusal(reply) {
            // SGLang's video may hold the error that ended it.
            Some(refusal) if reply.value()?.get("id").is_none() => Err(refusal),
            _ => reply.json(),
        }
    }
}
