//! `mirror.chat.completions`: images and videos in a chat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{MODELS, ModelName};
use crate::api::chat::{ChatChunk, ChatCompletion, ChatMessage, ChatReader, check_messages};
use crate::api::{EventOperation, Meta, Operation, Reply};
use crate::api::{Patience, ReplyKind};
use crate::model::{Dialect, Result};

/// Makes an image or a video in a chat. Images to start from go into the
/// message, as addresses or data URLs.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CompleteChat {
    /// The messages.
    pub messages: Vec<ChatMessage>,
    /// The model, with its parameters after dashes.
    #[serde(default = "model")]
    #[schemars(extend("examples" = MODELS))]
    pub model: String,
    /// True to stream the answer, as the document shows it. Default: true.
    #[serde(default = "stream")]
    pub stream: bool,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn model() -> String {
    "sora_image".into()
}

fn stream() -> bool {
    true
}

impl Operation for CompleteChat {
    type Output = ChatCompletion;

    const META: Meta = Meta::post(
        "mirror.chat.completions",
        Dialect::Mirror,
        "/v1/chat/completions",
    )
    .reply(ReplyKind::Events)
    .patience(Patience::Video)
    .source("docs/wire/mirror.md §2");

    fn check(&self) -> Result<()> {
        check_messages(&self.messages)?;
        ModelName::read(&self.model).map(|_| ())
    }

    fn decode(reply: &Reply) -> Result<ChatCompletion> {
        ChatCompletion::read(reply)
    }
}

impl EventOperation for CompleteChat {
    type Event = ChatChunk;
    type Reader = ChatReader;
}
