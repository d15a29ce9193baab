//! `openai.videos.create`, `.get` and `.content`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::MODELS;
use crate::api::videos_v1::{Content, Seconds, VideoJob, accept_any, check_size, text_parts};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Reply, fields_of};
use crate::api::{Patience, ReplyKind};
use crate::model::{Dialect, Error, Result};

/// Creates a video from a prompt, and an image to start from.
///
/// OpenAI's own libraries always send a form, also without a file, and vLLM-Omni
/// takes nothing else; Dynamo takes JSON alone; the others take both. Dynamo
/// answers when the video is done, which can take minutes.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideo {
    /// The text that describes the video.
    pub prompt: String,
    /// The model; the server's own default when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = MODELS))]
    pub model: Option<String>,
    /// The length in seconds: 4, 8, 12, 16 or 20 for OpenAI's models.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<Seconds>,
    /// The size: `720x1280`, `1280x720`, `1024x1792` or `1792x1024` for OpenAI's
    /// models.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The image that it starts from.
    #[serde(default, skip_serializing)]
    pub input_reference: Option<InputReference>,
    /// Characters that appear, at most two. The prompt has to name them too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characters: Vec<CharacterReference>,
    /// The encoding of the request. Not a field of the API.
    #[serde(default, skip_serializing)]
    pub encoding: Encoding,
    /// Further fields, sent as they are: `fps`, `num_frames`, `negative_prompt`,
    /// `seed`, `guidance_scale`, `response_format` and whatever a server knows.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The encoding of a creation request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// As a form, `multipart/form-data`.
    #[default]
    Multipart,
    /// As JSON. Files cannot go along; an image has to be an address or a data URL.
    Json,
}

/// An image to start from.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum InputReference {
    /// A file, sent with its name and MIME type.
    File(FileInput),
    /// An image that the server can reach by itself, in OpenAI's form.
    Image(ImageReference),
    /// An address or a data URL as text, as Dynamo and new-api want it.
    Text(String),
}

/// An image that the server can reach by itself: one of the two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImageReference {
    /// An address, or a data URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// A file that was uploaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<String>,
}

/// A character that appears in a video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CharacterReference {
    /// The character's id.
    pub id: String,
}

impl Operation for CreateVideo {
    type Output = VideoJob;

    const META: Meta = Meta::post("openai.videos.create", Dialect::Openai, "/v1/videos")
        .source("openai-python `videos.create`, docs/wire/openai.md §2");

    fn check(&self) -> Result<()> {
        if self.prompt.trim().is_empty() {
            return Err(Error::invalid("prompt", "must not be empty"));
        }
        if let Some(seconds) = &self.seconds {
            seconds.check("seconds")?;
        }
        if let Some(size) = self.size.as_deref().filter(|size| *size != "auto") {
            check_size("size", size)?;
        }
        if self.encoding == Encoding::Multipart {
            check_lists(&self.extra)?;
        }
        if self.characters.len() > 2 {
            return Err(Error::invalid("characters", "at most two can appear"));
        }
        match (&self.input_reference, self.encoding) {
            (Some(InputReference::File(_)), Encoding::Json) => Err(Error::invalid(
                "input_reference",
                "a file needs the encoding `multipart`; in JSON it has to be an `image_url`",
            )),
            (Some(InputReference::Text(text)), _) if text.trim().is_empty() => {
                Err(Error::invalid("input_reference", "must not be empty"))
            }
            (Some(InputReference::Image(image)), _)
                if image.image_url.is_some() == image.file_id.is_some() =>
            {
                Err(Error::invalid(
                    "input_reference",
                    "give a file, or either `image_url` or `file_id`",
                ))
            }
            _ => Ok(()),
        }
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        match &mut self.input_reference {
            Some(InputReference::File(file)) => vec![file],
            _ => Vec::new(),
        }
    }

    fn patience(&self) -> Patience {
        match self.encoding {
            Encoding::Multipart => Patience::Request,
            // Dynamo answers when the video is done.
            Encoding::Json => Patience::Video,
        }
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        if self.encoding == Encoding::Json {
            let mut body = fields_of(self)?;
            let reference = match &self.input_reference {
                Some(InputReference::Image(image)) => Some(json!(image)),
                Some(InputReference::Text(text)) => Some(json!(text)),
                Some(InputReference::File(_)) | None => None,
            };
            body.extend(reference.map(|reference| ("input_reference".to_owned(), reference)));
            return context.request_with(self, &body.into());
        }
        let mut parts = text_parts(self);
        match &self.input_reference {
            Some(InputReference::File(file)) => parts.push(Part::file("input_reference", file)?),
            Some(InputReference::Text(text)) => parts.push(Part::text("input_reference", text)),
            Some(InputReference::Image(image)) => {
                let named = [("image_url", &image.image_url), ("file_id", &image.file_id)];
                for (name, value) in named {
                    let value = value.as_ref();
                    parts.extend(
                        value.map(|value| Part::text(format!("input_reference[{name}]"), value)),
                    );
                }
            }
            None => {}
        }
        context.form(self, parts)
    }

    fn answers(reply: &Reply) -> bool {
        VideoJob::answers::<Self>(reply)
    }

    fn failure(reply: &Reply) -> Error {
        of_encoding(reply, crate::api::failure(reply))
    }

    fn decode(reply: &Reply) -> Result<VideoJob> {
        VideoJob::decode(reply)
    }
}

/// Refuses a list in a form, which servers pass over in silence: none reads `seed[]`.
pub(super) fn check_lists(extra: &Map<String, Value>) -> Result<()> {
    let is_plain = |value: &Value| !value.is_array() && !value.is_object();
    let list = extra.iter().find(|(_, value)| match value {
        Value::Array(items) => !items.is_empty() && items.iter().all(is_plain),
        _ => false,
    });
    match list {
        Some((name, _)) => Err(Error::invalid(
            name,
            "is a list, which no server reads in a form",
        )
        .with_hint("Give the option `encoding` as `json`, where the server takes JSON; else one value.")),
        None => Ok(()),
    }
}

/// The words in which servers report a body that they cannot read in its encoding.
const OF_ENCODING: &[&str] = &[
    "json",
    "multipart",
    "form-data",
    "form data",
    "formdata",
    "urlencoded",
    "content-type",
    "content type",
    "media type",
    "mediatype",
    "invalid character '-'", // Go's reader of JSON, at a form's boundary
    "boundary",
    "prompt is required", // it is never empty, so the body was not read
    "missing required parameter: 'prompt'",
];

/// Says how to send it otherwise, where a server could not read the body.
fn of_encoding(reply: &Reply, error: Error) -> Error {
    if !matches!(reply.status.as_u16(), 400 | 415 | 422) {
        return error;
    }
    let text = reply.text();
    let text = text[..text.floor_char_boundary(8 << 10)].to_ascii_lowercase();
    // FastAPI, of every field of a form that it reads as JSON.
    let lacks_prompt = text.contains("field required") && text.contains("prompt");
    let is_unread = reply.status == http::StatusCode::UNSUPPORTED_MEDIA_TYPE || lacks_prompt;
    match is_unread || OF_ENCODING.iter().any(|words| text.contains(words)) {
        true => error.with_hint(
            "The server may read another encoding: give the option `encoding` as `json` for JSON, \
             or as `multipart` for a form.",
        ),
        false => error,
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
        "openai.videos.get",
        Dialect::Openai,
        "/v1/videos/{video_id}",
    )
    .source("openai-python `videos.retrieve`, docs/wire/openai.md §3");

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

/// Fetches a finished video's file, or a picture of it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetContent {
    /// The video's id.
    pub video_id: String,
    /// The file to fetch; the video when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<Variant>,
}

/// A file of a finished video.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Variant {
    /// The video itself, an MP4.
    Video,
    /// A still, a WebP.
    Thumbnail,
    /// Stills in rows, a JPEG.
    Spritesheet,
    /// One that only some servers have, such as `1`, the second video of several: SGLang.
    #[serde(untagged)]
    Other(String),
}

impl Operation for GetContent {
    type Output = Content;

    const META: Meta = Meta::get(
        "openai.videos.content",
        Dialect::Openai,
        "/v1/videos/{video_id}/content",
    )
    .reply(ReplyKind::Media)
    .source("openai-python `videos.download_content`, docs/wire/openai.md §4");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(accept_any)
    }

    fn decode(reply: &Reply) -> Result<Content> {
        Content::decode(reply)
    }
}
