//! `sora2api.chat.create`: videos, images, remixes and characters out of a chat
//! (`docs/wire/sora2api.md` §2 and §12.2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::characters::check_timestamps;
use super::models::{IMAGE_MODELS, VIDEO_MODELS};
use super::video::VideoStyle;
use crate::api::chat::{
    ChatChunk, ChatCompletion, ChatContent, ChatMessage, ChatReader, check_messages,
};
use crate::api::{EventOperation, Meta, Operation, Patience, Reply, ReplyKind};
use crate::model::{Dialect, Error, Result};

/// Asks for a video, an image, a remix or a character.
///
/// Running gateways generate only for a stream, which is the default here;
/// without one they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
/// answer's [`result`](ChatCompletion::result) holds the media.
///
/// ```no_run
/// # async fn example(client: sorakit::Client) -> sorakit::Result<()> {
/// use futures_util::StreamExt;
/// use sorakit::api::sora2api::CreateChat;
///
/// let mut events = client.stream(CreateChat::new(
///     "sora-video-landscape-10s",
///     "a cat in the snow",
/// ));
/// while let Some(chunk) = events.next().await {
///     let chunk = chunk?;
///     println!("{:?} {}", chunk.progress(), chunk.content());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateChat {
    /// The model, such as `sora-video-landscape-10s` or `sora-image`.
    #[schemars(extend("examples" = known_models()))]
    pub model: String,
    /// The messages. Only the last one counts. Images by address are ignored by running gateways,
    /// so they are refused: give a data URL.
    pub messages: Vec<ChatMessage>,
    /// True to stream the answer. Default: true.
    #[serde(default = "yes")]
    pub stream: bool,
    /// An image to start from, in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// A video to make a character from, in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<String>,
    /// The published video to make a new version of: `s_…`, or its share link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remix_target_id: Option<String>,
    /// The style.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style_id: Option<VideoStyle>,
    /// The options for making a character.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_options: Option<CharacterOptions>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The options for making a character.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CharacterOptions {
    /// The start and end of the part that shows the character, in seconds. Default: `0,3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamps: Option<String>,
    /// The name that prompts use, without `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The instructions for the character's behaviour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction_set: Option<String>,
    /// The instructions for what the character must not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety_instruction_set: Option<String>,
}

fn yes() -> bool {
    true
}

fn known_models() -> Vec<&'static str> {
    [VIDEO_MODELS, IMAGE_MODELS].concat()
}

impl CreateChat {
    /// Asks a model for what the prompt says, as a stream.
    pub fn new(model: impl Into<String>, prompt: impl Into<String>) -> Self {
        Self {
            model: model.into(),
            messages: vec![ChatMessage::user(prompt)],
            stream: true,
            image: None,
            video: None,
            remix_target_id: None,
            style_id: None,
            character_options: None,
            extra: Map::new(),
        }
    }
}

impl CreateChat {
    /// The text of the last message, which alone counts.
    pub(crate) fn prompt(&self) -> &str {
        match self.messages.last().map(|message| &message.content) {
            Some(ChatContent::Text(text)) => text,
            _ => "",
        }
    }
}

impl Operation for CreateChat {
    type Output = ChatCompletion;

    const META: Meta = Meta::post(
        "sora2api.chat.create",
        Dialect::Sora2api,
        "/v1/chat/completions",
    )
    .reply(ReplyKind::Events)
    .patience(Patience::Video)
    .source("docs/wire/sora2api.md §2.1, §12.2");

    fn check(&self) -> Result<()> {
        if self.model.trim().is_empty() {
            return Err(Error::invalid("model", "must not be empty"));
        }
        check_messages(&self.messages)?;
        let urls = self.messages.iter().flat_map(ChatMessage::urls);
        for (field, url) in urls {
            if field == "image_url" && !url.starts_with("data:") {
                return Err(Error::invalid(
                    field,
                    "must be a data URL: the gateway ignores images by address",
                ));
            }
        }
        match &self.character_options {
            Some(options) => {
                check_timestamps(options.timestamps.as_deref())?;
                super::characters::check_username(options.username.as_deref())
            }
            None => Ok(()),
        }
    }

    fn decode(reply: &Reply) -> Result<ChatCompletion> {
        ChatCompletion::read(reply)
    }
}

impl EventOperation for CreateChat {
    type Event = ChatChunk;
    type Reader = ChatReader;
}
