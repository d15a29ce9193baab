//! The content of a chat, for languages that hold its answers as plain values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::chunk::ChatChunk;
use super::media::ChatMedia;
use super::progress::percent_in;
use super::result::{CharacterCard, ChatResult};
use super::shape::shape;

/// The content of a chat's answer, of a chunk of one, or of a text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatReading {
    /// The text.
    pub text: String,
    /// The progress of the generation, from 0 to 100, if stated.
    pub progress: Option<f64>,
    /// The media that it links to, in its order, each once.
    pub media: Vec<ChatMedia>,
    /// The character that was made.
    pub character: Option<CharacterCard>,
}

impl ChatReading {
    /// Reads a text, or a chunk or a whole answer as a plain value.
    ///
    /// ```
    /// use serde_json::json;
    /// use sorakit::api::chat::ChatReading;
    ///
    /// let said = ChatReading::of(&json!("45 % … https://cdn.example/cat.mp4"));
    /// assert_eq!(said.progress, Some(45.0));
    /// assert_eq!(said.media[0].url, "https://cdn.example/cat.mp4");
    /// ```
    pub fn of(answer: &Value) -> Self {
        let mut others = String::new();
        let (text, progress) = match answer {
            Value::String(text) => (text.clone(), None),
            answer => {
                let mut answer = answer.clone();
                shape(&mut answer, "delta");
                let chunk: ChatChunk = serde_json::from_value(answer).unwrap_or_default();
                others = chunk.other_content();
                (chunk.content(), chunk.progress())
            }
        };
        let first = ChatResult::read(&text);
        let ChatResult { media, character } = match first.is_empty() {
            true => ChatResult::read(&others),
            false => first,
        };
        Self {
            progress: progress.or_else(|| percent_in(&text)),
            text,
            media,
            character,
        }
    }
}
