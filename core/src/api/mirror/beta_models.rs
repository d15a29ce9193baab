//! `mirror.beta_models.generate`: images and videos in a chat of Google's form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{MODELS, ModelName};
use crate::api::chat::{ChatChunk, ChatCompletion, ChatReader};
use crate::api::{Body, Context, EventOperation, Meta, Operation, Patience, Reply, ReplyKind};
use crate::model::{Dialect, Error, Result};

/// Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror must
/// have unlocked it for the license.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GenerateContent {
    /// The model, with its parameters after dashes.
    #[serde(default = "model")]
    #[schemars(extend("examples" = MODELS))]
    pub model: String,
    /// The messages.
    pub contents: Vec<Content>,
    /// The method, which streams the answer or returns it at once. Default:
    /// `streamGenerateContent`.
    #[serde(default)]
    pub method: GenerateMethod,
    /// Further fields, sent as they are, such as `generationConfig`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A message of Google's form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "GoogleContent")]
pub struct Content {
    /// The role of the speaker: `user` or `model`.
    #[serde(default = "user")]
    pub role: String,
    /// The content: `{"text": …}`, or `{"inlineData": {"mimeType": …, "data": …}}`.
    pub parts: Vec<Map<String, Value>>,
}

/// A method of Google's form, which streams the answer or returns it at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum GenerateMethod {
    /// Piece by piece.
    #[default]
    #[serde(rename = "streamGenerateContent")]
    Stream,
    /// At once.
    #[serde(rename = "generateContent")]
    Whole,
}

fn model() -> String {
    "sora_image".into()
}

fn user() -> String {
    "user".into()
}

impl Operation for GenerateContent {
    type Output = ChatCompletion;

    const META: Meta = Meta::post(
        "mirror.beta_models.generate",
        Dialect::Mirror,
        "/v1beta/models/{model}:{method}",
    )
    .reply(ReplyKind::Events)
    .patience(Patience::Video)
    .source("docs/wire/mirror.md §2.2");

    fn check(&self) -> Result<()> {
        if self.contents.is_empty() || self.contents.iter().any(|it| it.parts.is_empty()) {
            return Err(Error::invalid(
                "contents",
                "must hold a message, and none without parts",
            ));
        }
        ModelName::read(&self.model).map(|_| ())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut operation = self.clone();
        if self.method == GenerateMethod::Stream {
            operation.extra.insert("alt".into(), "sse".into());
        }
        context.request_with_query(&operation, &["alt"])
    }

    fn decode(reply: &Reply) -> Result<ChatCompletion> {
        ChatCompletion::read(reply)
    }
}

impl EventOperation for GenerateContent {
    type Event = ChatChunk;
    type Reader = ChatReader;
}
