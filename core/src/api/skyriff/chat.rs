//! `skyriff.chat.completions`: videos in a chat (`docs/wire/skyriff.md` §6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::chat::{ChatChunk, ChatCompletion, ChatMessage, ChatReader, check_messages};
use crate::api::{EventOperation, Meta, Operation, Reply};
use crate::api::{Patience, ReplyKind};
use crate::model::{Dialect, Error, Result};

/// Makes a video in a chat. The document calls it a toy: an answer takes about
/// 15 minutes, and Pro models are not offered.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CompleteChat {
    /// The model.
    #[schemars(extend("examples" = [
        "sora2-landscape", "sora2-portrait", "sora2-landscape-15s", "sora2-portrait-15s",
    ]))]
    pub model: String,
    /// True to stream the answer. Default: false.
    #[serde(default)]
    pub stream: bool,
    /// The messages. An image to start from goes into the message.
    pub messages: Vec<ChatMessage>,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for CompleteChat {
    type Output = ChatCompletion;

    const META: Meta = Meta::post(
        "skyriff.chat.completions",
        Dialect::Skyriff,
        "/v1/chat/completions",
    )
    .reply(ReplyKind::Events)
    .patience(Patience::Video)
    .source("docs/wire/skyriff.md §6");

    fn check(&self) -> Result<()> {
        if self.model.trim().is_empty() {
            return Err(Error::invalid("model", "must not be empty"));
        }
        if matches!(self.model.as_str(), "sora-drafts-url" | "sora_url") {
            return Err(Error::invalid(
                "model",
                "looks links up: use `skyriff.drafts.link` or `skyriff.posts.link`",
            ));
        }
        if self.model.starts_with("sora2-pro-") {
            return Err(Error::invalid(
                "model",
                "Pro models are not offered in a chat: use `skyriff.videos.create`",
            ));
        }
        check_messages(&self.messages)
    }

    fn decode(reply: &Reply) -> Result<ChatCompletion> {
        ChatCompletion::read(reply)
    }
}

impl EventOperation for CompleteChat {
    type Event = ChatChunk;
    type Reader = ChatReader;
}
