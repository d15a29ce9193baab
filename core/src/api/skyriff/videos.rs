//! `skyriff.videos.*` (`docs/wire/skyriff.md` §1 to §5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::ReplyKind;
use crate::api::videos_v1::{Content, Seconds, VideoJob, accept_any, check_size, form, is_address};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Reply};
use crate::model::{Dialect, Error, Result};

/// Creates a video from a prompt, from an image file, or from
/// an image's address.
///
/// Sent as a form if there is a file, else as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideo {
    /// The text that describes the video.
    pub prompt: String,
    /// The model, whose name states the orientation and length of the video.
    #[schemars(extend("examples" = [
        "sora2-landscape", "sora2-portrait", "sora2-landscape-15s", "sora2-portrait-15s",
        "sora2-pro-landscape-25s", "sora2-pro-portrait-25s",
        "sora2-pro-landscape-hd-15s", "sora2-pro-portrait-hd-15s",
    ]))]
    pub model: String,
    /// An image to start from, as a file. It must show no real person.
    #[serde(default, skip_serializing)]
    pub input_reference: Option<FileInput>,
    /// An image to start from, by its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// The size, such as `1280x720`. Default: the model's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The length in seconds, such as `"4"`. Default: the model's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<Seconds>,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for CreateVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post("skyriff.videos.create", Dialect::Skyriff, "/v1/videos")
        .source("docs/wire/skyriff.md §1 to §3");

    fn check(&self) -> Result<()> {
        for (field, text) in [("prompt", &self.prompt), ("model", &self.model)] {
            if text.trim().is_empty() {
                return Err(Error::invalid(field, "must not be empty"));
            }
        }
        if let Some(url) = &self.image_url {
            if self.input_reference.is_some() {
                return Err(Error::invalid(
                    "image_url",
                    "give either `input_reference` or `image_url`",
                ));
            }
            if !is_address(url) {
                return Err(Error::invalid(
                    "image_url",
                    "must start with https:// or http://",
                ));
            }
        }
        if let Some(file) = &self.input_reference {
            crate::api::sora::check_image("input_reference", file)?;
        }
        if let Some(size) = &self.size {
            check_size("size", size)?;
        }
        match &self.seconds {
            Some(seconds) => seconds.check("seconds"),
            None => Ok(()),
        }
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        self.input_reference.iter_mut().collect()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        match &self.input_reference {
            Some(file) => {
                let image = Part::file("input_reference", file)?;
                form(self, context, vec![image])
            }
            None => context.request(self),
        }
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

/// Reads the state of a video.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetVideo {
    /// The video's id.
    pub video_id: String,
}

impl Operation for GetVideo {
    type Output = VideoJob;

    const META: Meta = Meta::get(
        "skyriff.videos.get",
        Dialect::Skyriff,
        "/v1/videos/{video_id}",
    )
    .source("docs/wire/skyriff.md §4");

    fn job(&self) -> Option<&str> {
        Some(&self.video_id)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply).map(finish_at_a_hundred)
    }
}

/// The document's second sign of success: progress 100, here with an address.
fn finish_at_a_hundred(mut video: VideoJob) -> VideoJob {
    let whole = video.progress.is_some_and(|progress| progress >= 100.0);
    video.is_done = whole && video.video_url.is_some();
    video
}

/// Fetches a finished video's file. It is slow; the address in
/// the job is better. Some gateways answer an address here too.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetContent {
    /// The video's id.
    pub video_id: String,
}

impl Operation for GetContent {
    type Output = Content;

    const META: Meta = Meta::get(
        "skyriff.videos.content",
        Dialect::Skyriff,
        "/v1/videos/{video_id}/content",
    )
    .reply(ReplyKind::Media)
    .source("docs/wire/skyriff.md §5");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(accept_any)
    }

    fn decode(reply: &Reply) -> Result<Content> {
        Content::decode(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::JobStatus;
    use serde_json::{Value, json};

    #[test]
    fn progress_of_a_hundred_with_an_address_is_success() {
        let read = |value: Value| {
            let status = http::StatusCode::OK;
            let reply = Reply::new(status, http::HeaderMap::new(), value.to_string());
            GetVideo::decode(&reply).unwrap().into_job(Dialect::Skyriff)
        };
        let url = "https://cdn.example/1.mp4";
        let done =
            read(json!({"id": "1", "status": "processing", "progress": 100, "video_url": url}));
        assert_eq!(done.status, JobStatus::Succeeded);
        assert_eq!(done.status_word.as_deref(), Some("processing"));
        assert_eq!(done.video.unwrap().url, url);
        let not_yet = read(json!({"id": "1", "status": "processing", "progress": 100}));
        assert_eq!(not_yet.status, JobStatus::Running);
        let failed =
            read(json!({"id": "1", "status": "failed", "progress": 100, "video_url": url}));
        assert_eq!(failed.status, JobStatus::Failed);
    }
}
