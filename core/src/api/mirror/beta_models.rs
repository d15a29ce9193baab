//! `mirror.beta_models.generate`: images and videos in a chat of Google's form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{MODELS, ModelName};
use crate::api::chat::{ChatChunk, ChatCompletion, ChatReader};
use crate::api::{Body, Context, EventOperation, Meta, Operation, Patience, Reply, ReplyKind};
use crate::model::{Dialect, Error, Result};

/// Makes an image or a video in a chat of Google's form, under `/v1beta/models`. A
/// mirror has to have unlocked it for the license.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GenerateContent {
    /// The model, with its parameters after dashes.
    #[serde(default = "model")]
    #[schemars(extend("examples" = MODELS))]
    pub model: String,
    /// What is asked.
    pub contents: Vec<Content>,
    /// Whether the answer comes piece by piece. Default: `streamGenerateContent`.
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
    /// Who speaks: `user` or `model`.
    #[serde(default = "user")]
    pub role: String,
    /// What is said: `{"text": …}`, or `{"inlineData": {"mimeType": …, "data": …}}`.
    pub parts: Vec<Map<String, Value>>,
}

/// How Google's form is answered.
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
