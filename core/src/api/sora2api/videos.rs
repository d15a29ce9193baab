//! `sora2api.videos.*`: videos as tasks (`docs/wire/sora2api.md` §3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::video::{VideoSeconds, VideoSize, VideoStyle};
use crate::api::location;
use crate::api::videos_v1::VideoJob;
use crate::api::{
    Body, Context, FileInput, Meta, Operation, Part, Patience, Reply, ReplyKind, form_fields,
};
use crate::model::{Dialect, Error, ErrorKind, Orientation, Reference, Result, settled_url};

/// Creates a video.
///
/// Sent as a form if there is a file to start from, else as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideo {
    /// The text that describes the video.
    pub prompt: String,
    /// The model: `sora-2`, the default, or another of the gateway's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["sora-2", "sora-2-pro"]))]
    pub model: Option<String>,
    /// The length: 10 or 15 s, the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<VideoSeconds>,
    /// The size in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<VideoSize>,
    /// Landscape or portrait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
    /// The style.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style_id: Option<VideoStyle>,
    /// An image to start from: a file, or, in forks, an address or data URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_reference: Option<Reference>,
    /// An image to start from, in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_image: Option<String>,
    /// The published video to make a new version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remix_target_id: Option<String>,
    /// Further parameters, sent as JSON text: an object, or its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<VideoMetadata>,
    /// True to answer at once, false to answer when the video is done. Default: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub async_mode: Option<bool>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Further parameters of a video: an object, or its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum VideoMetadata {
    /// The text of an object.
    Text(String),
    /// An object.
    Fields(Map<String, Value>),
}

impl VideoMetadata {
    fn check(&self) -> Result<()> {
        match self {
            Self::Text(text) if serde_json::from_str::<Map<String, Value>>(text).is_err() => {
                Err(Error::invalid(
                    "metadata",
                    "must be an object, or the text of one, such as `{\"key\": 1}`",
                ))
            }
            _ => Ok(()),
        }
    }

    fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Fields(fields) => Value::Object(fields).to_string(),
        }
    }
}

/// Reads the state of a video.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetVideo {
    /// The task's id.
    pub video_id: String,
}

/// Reads the address of a finished video.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetVideoContent {
    /// The task's id.
    pub video_id: String,
}

/// The location of a finished video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VideoContent {
    /// The address.
    pub url: String,
}

/// Makes a new version of a video.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct RemixVideo {
    /// The video's id.
    pub video_id: String,
    /// The text that describes the changes.
    pub prompt: String,
    /// The model; `sora-2` is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["sora-2", "sora-2-pro"]))]
    pub model: Option<String>,
    /// The length: 10 or 15 s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<VideoSeconds>,
    /// The size in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<VideoSize>,
    /// The style.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style_id: Option<VideoStyle>,
    /// True to answer at once, false to answer when the video is done. Default: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub async_mode: Option<bool>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An answer comes when the video is done, unless the server works on alone.
fn patience(async_mode: Option<bool>) -> Patience {
    match async_mode {
        Some(false) => Patience::Video,
        _ => Patience::Request,
    }
}

fn check_prompt(prompt: &str) -> Result<()> {
    match prompt.trim().is_empty() {
        true => Err(Error::invalid("prompt", "must not be empty")),
        false => Ok(()),
    }
}

impl Operation for CreateVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post("sora2api.videos.create", Dialect::Sora2api, "/v1/videos")
        .source("docs/wire/sora2api.md §3.1");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)?;
        self.metadata
            .as_ref()
            .map_or(Ok(()), VideoMetadata::check)?;
        if let Some(size) = self.size {
            size.check(self.model.as_deref())?;
            if self
                .orientation
                .is_some_and(|one| one != size.orientation())
            {
                return Err(Error::invalid(
                    "orientation",
                    "must agree with `size`; give one of them alone",
                ));
            }
        }
        if self.input_reference.is_some() && self.input_image.is_some() {
            return Err(Error::invalid(
                "input_image",
                "must not be given together with `input_reference`",
            ));
        }
        if let Some(Reference::File(file)) = &self.input_reference {
            crate::api::sora::check_image("input_reference", file)?;
        }
        Ok(())
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        match &mut self.input_reference {
            Some(Reference::File(file)) => vec![file],
            _ => Vec::new(),
        }
    }

    fn patience(&self) -> Patience {
        patience(self.async_mode)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut plain = self.clone();
        let reference = plain.input_reference.take();
        if let Some(metadata) = plain.metadata.take() {
            let text = metadata.into_text();
            plain.extra.insert("metadata".into(), text.into());
        }
        match reference {
            Some(Reference::File(file)) => {
                let mut parts = form_fields(&plain)?;
                parts.push(Part::file("input_reference", &file)?);
                context.form(&plain, parts)
            }
            Some(Reference::Url { url }) => {
                let url = settled_url("input_reference", &url)?;
                plain.extra.insert("input_reference".into(), url.into());
                context.request(&plain)
            }
            None => context.request(&plain),
        }
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

impl Operation for GetVideo {
    type Output = VideoJob;

    const META: Meta = Meta::get(
        "sora2api.videos.get",
        Dialect::Sora2api,
        "/v1/videos/{video_id}",
    )
    .source("docs/wire/sora2api.md §3.2");

    fn job(&self) -> Option<&str> {
        Some(&self.video_id)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

impl Operation for GetVideoContent {
    type Output = VideoContent;

    const META: Meta = Meta::get(
        "sora2api.videos.content",
        Dialect::Sora2api,
        "/v1/videos/{video_id}/content",
    )
    .reply(ReplyKind::Redirect)
    .source("docs/wire/sora2api.md §3.3");

    // The document redirects with 302, gateways with 307, and one writes a JSON
    // array into `Location` (docs/wire/sora2api.md §3.3).
    fn decode(reply: &Reply) -> Result<VideoContent> {
        let stated = reply.value().ok().and_then(|value| {
            let url = ["url", "video_url"].iter().find_map(|name| value.get(name));
            Some(url?.as_str()?.to_owned())
        });
        let url = reply.header("location").map(location).or(stated);
        let url = url.filter(|url| !url.is_empty()).ok_or_else(|| {
            Error::new(
                ErrorKind::UnexpectedResponse,
                "the server answers without the address of the video",
            )
            .with_hint("It may send the video itself: use `videos.download`.")
        })?;
        Ok(VideoContent { url })
    }
}

impl Operation for RemixVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post(
        "sora2api.videos.remix",
        Dialect::Sora2api,
        "/v1/videos/{video_id}/remix",
    )
    .source("docs/wire/sora2api.md §3.4");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)?;
        match self.size {
            Some(size) => size.check(self.model.as_deref()),
            None => Ok(()),
        }
    }

    fn patience(&self) -> Patience {
        patience(self.async_mode)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}
