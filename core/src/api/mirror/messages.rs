//! `mirror.messages.create`: images and videos in a chat of Anthropic's form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{MODELS, ModelName};
use crate::api::chat::{ChatChunk, ChatCompletion, ChatReader};
use crate::api::{Body, Context, EventOperation, Meta, Operation, Patience, Reply, ReplyKind};
use crate::model::{Dialect, Error, Result};

/// Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it for
/// the license.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateMessage {
    /// The messages.
    pub messages: Vec<Message>,
    /// The model, with its parameters after dashes.
    #[serde(default = "model")]
    #[schemars(extend("examples" = MODELS))]
    pub model: String,
    /// The longest answer, in tokens. Anthropic's form requires it. Default: 4096.
    #[serde(default = "max_tokens")]
    pub max_tokens: u32,
    /// True to stream the answer. Default: true.
    #[serde(default = "stream")]
    pub stream: bool,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A message of Anthropic's form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AnthropicMessage")]
pub struct Message {
    /// The role of the speaker: `user` or `assistant`.
    #[serde(default = "user")]
    pub role: String,
    /// The content.
    pub content: MessageContent,
}

/// The content of a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AnthropicContent")]
#[serde(untagged)]
pub enum MessageContent {
    /// Text alone.
    Text(String),
    /// Parts as Anthropic writes them: `{"type": "text", "text": …}`, or `{"type":
    /// "image", "source": {"type": "base64", "media_type": …, "data": …}}`.
    Parts(Vec<Map<String, Value>>),
}

fn model() -> String {
    "sora_image".into()
}

fn max_tokens() -> u32 {
    4096
}

fn stream() -> bool {
    true
}

fn user() -> String {
    "user".into()
}

impl Operation for CreateMessage {
    type Output = ChatCompletion;

    const META: Meta = Meta::post("mirror.messages.create", Dialect::Mirror, "/v1/messages")
        .reply(ReplyKind::Events)
        .patience(Patience::Video)
        .source("docs/wire/mirror.md §2.1");

    fn check(&self) -> Result<()> {
        let says = |message: &Message| match &message.content {
            MessageContent::Text(text) => !text.trim().is_empty(),
            MessageContent::Parts(parts) => !parts.is_empty(),
        };
        if self.messages.is_empty() || !self.messages.iter().all(says) {
            return Err(Error::invalid(
                "messages",
                "must hold a message, and none that is empty",
            ));
        }
        ModelName::read(&self.model).map(|_| ())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut request = context.request(self)?;
        let version = http::HeaderValue::from_static("2023-06-01");
        request.headers_mut().insert("anthropic-version", version);
        Ok(request)
    }

    fn decode(reply: &Reply) -> Result<ChatCompletion> {
        ChatCompletion::read(reply)
    }
}

impl EventOperation for CreateMessage {
    type Event = ChatChunk;
    type Reader = ChatReader;
}
