//! One event of a streamed chat answer.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::document::{json, refusal_of};
use super::progress::percent_of;
use super::refusal::refused;
use super::shape::{content, failed, shape};
use crate::api::given::plainly;
use crate::api::{Timestamp, lenient};
use crate::model::{Error, ErrorKind, Result};

/// A piece of an answer (`chat.completion.chunk`).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatChunk {
    /// The answer's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// The time it was created.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created: Option<Timestamp>,
    /// The model; gateways write `sora` whatever was requested.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub model: Option<String>,
    /// The new parts, usually one.
    #[serde(default, deserialize_with = "lenient::list")]
    pub choices: Vec<ChunkChoice>,
    /// Fields that the documents do not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The new part of one choice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChunkChoice {
    /// The index of the choice, from 0.
    #[serde(default, deserialize_with = "lenient::count")]
    pub index: u64,
    /// The new part.
    #[serde(default, deserialize_with = "or_default")]
    pub delta: ChatDelta,
    /// The reason for the answer's end, in lower case, such as `stop`; absent until then.
    #[serde(default, deserialize_with = "finish_reason")]
    pub finish_reason: Option<String>,
    /// Fields that the documents do not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The new part of an answer. Every field may be `null`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatDelta {
    /// `assistant`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub role: Option<String>,
    /// Text of the answer.
    #[serde(default, deserialize_with = "content")]
    pub content: Option<String>,
    /// The progress of the generation.
    #[serde(default)]
    pub reasoning_content: Option<Reasoning>,
    /// Fields that the documents do not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The progress of a generation, in whichever form the gateway writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Reasoning {
    /// A sentence.
    Text(String),
    /// An object (`docs/wire/sora2api.md` §2.2).
    Progress(ReasoningProgress),
}

/// The progress of a generation, as an object.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReasoningProgress {
    /// The stage, such as `generation`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub stage: Option<String>,
    /// The status, such as `processing`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// The progress in percent, from 0 to 100.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress: Option<f64>,
    /// A sentence.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the documents do not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChatChunk {
    /// Reads the data of one event; `None` for `[DONE]` and for empty data.
    ///
    /// # Errors
    /// The error that an event states, and the one that a gateway writes as text when it
    /// refuses (docs/wire/sora2api.md §12.2).
    pub fn read(data: &str) -> Result<Option<Self>> {
        let data = data.trim();
        if data.is_empty() || data.eq_ignore_ascii_case("[DONE]") {
            return Ok(None);
        }
        let Some(chunk) = Self::from_value(json(data.as_bytes())?)? else {
            return Ok(None);
        };
        let text = chunk.content();
        match chunk.failure(&text).or_else(|| refused(&text)) {
            Some(error) => Err(error),
            None => Ok(Some(chunk)),
        }
    }

    /// Reads an event in any of its shapes.
    pub(super) fn from_value(mut value: Value) -> Result<Option<Self>> {
        if let Some(error) = refusal_of(&value) {
            return Err(error);
        }
        if !value.is_object() {
            return Ok(None);
        }
        shape(&mut value, "delta");
        let unreadable = |error: serde_json::Error| {
            Error::new(
                ErrorKind::UnexpectedResponse,
                format!(
                    "an event of the stream is not readable: {}",
                    plainly(&error)
                ),
            )
        };
        serde_json::from_value(value).map(Some).map_err(unreadable)
    }

    /// The error that a choice ends with; `text` is the answer so far.
    pub(super) fn failure(&self, text: &str) -> Option<Error> {
        self.choices.iter().find_map(|choice| {
            let refusal = choice.delta.extra.get("refusal");
            failed(
                choice.finish_reason.as_deref(),
                &choice.extra,
                refusal,
                text,
            )
        })
    }

    /// The id of a task that it names.
    pub(super) fn task(&self) -> Option<String> {
        let named = ["task_id", "video_id"]
            .iter()
            .find_map(|key| self.extra.get(*key)?.as_str());
        let own = self.id.as_deref().filter(|id| {
            ["task_", "video_", "gen_"]
                .iter()
                .any(|start| id.starts_with(start))
        });
        named.or(own).map(Into::into)
    }

    /// The text of the first choice.
    pub fn content(&self) -> String {
        let contents = self.choices.iter().filter_map(|choice| {
            // Only the first choice; further ones are other answers.
            choice
                .delta
                .content
                .as_deref()
                .filter(|_| choice.index == 0)
        });
        contents.collect()
    }

    /// The text of the other choices.
    pub(super) fn other_content(&self) -> String {
        let others = self.choices.iter().filter(|choice| choice.index != 0);
        others
            .filter_map(|choice| choice.delta.content.as_deref())
            .collect()
    }

    /// The text of the reasoning.
    pub(super) fn reasoning(&self) -> Option<&str> {
        let mut said = self
            .choices
            .iter()
            .map(|choice| choice.delta.reasoning_content.as_ref());
        said.find_map(|reasoning| Some(reasoning?.message()))
    }

    /// The reason that the answer ends with this chunk; absent when it goes on.
    pub fn finish_reason(&self) -> Option<&str> {
        self.choices
            .iter()
            .find_map(|choice| choice.finish_reason.as_deref())
    }

    /// The progress of the generation in percent, if the chunk states it.
    pub fn progress(&self) -> Option<f64> {
        self.choices.iter().find_map(|choice| {
            let percent = match choice.delta.reasoning_content.as_ref()? {
                Reasoning::Text(text) => percent_of(text)?,
                Reasoning::Progress(progress) => progress.progress?,
            };
            Some(percent.clamp(0.0, 100.0))
        })
    }
}

impl Reasoning {
    /// The progress as a sentence.
    pub fn message(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Progress(progress) => progress.message.as_deref().unwrap_or_default(),
        }
    }
}

/// Reads a reason in lower case: gateways write `stop` and `STOP`.
pub(super) fn finish_reason<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    let text = lenient::optional_text(deserializer)?;
    Ok(text.map(|text| text.to_lowercase()))
}

pub(super) fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(data: &str) -> ChatChunk {
        ChatChunk::read(data).unwrap().unwrap()
    }

    #[test]
    fn progress_is_read_from_text_and_from_objects() {
        for (reasoning, progress) in [
            (
                r#""**Video Generation Progress**: 45% (processing)""#,
                Some(45.0),
            ),
            (r#""at 12.5 % now""#, Some(12.5)),
            (r#""waiting""#, None),
            (r#"{"stage":"generation","progress":50}"#, Some(50.0)),
            (r#"{"progress":"65%"}"#, Some(65.0)),
            ("null", None),
        ] {
            let data =
                format!(r#"{{"choices":[{{"delta":{{"reasoning_content":{reasoning}}}}}]}}"#);
            assert_eq!(read(&data).progress(), progress, "{reasoning}");
        }
    }

    #[test]
    fn nulls_and_capitals_are_read() {
        let chunk = read(
            r#"{"id":"chatcmpl-1","model":"sora","created":1,"choices":[{"index":0,
            "delta":{"role":null,"content":"x","reasoning_content":null,"tool_calls":null},
            "finish_reason":"STOP","native_finish_reason":"STOP"}],"usage":{"prompt_tokens":0}}"#,
        );
        assert_eq!(chunk.finish_reason(), Some("stop"));
        assert_eq!(chunk.content(), "x");
        assert!(read(r#"{"choices":null}"#).choices.is_empty());
        assert!(read(r#"{"choices":[{"delta":null}]}"#).content().is_empty());
    }

    #[test]
    fn errors_and_refusals_are_errors() {
        let kind = |data| ChatChunk::read(data).unwrap_err().kind();
        assert_eq!(
            kind(r#"{"error":{"message":"All tokens failed","type":"server_error","code":null}}"#),
            ErrorKind::GenerationFailed
        );
        assert_eq!(
            kind(r#"{"error":{"message":"We're under heavy load","type":"server_error"}}"#),
            ErrorKind::Overloaded
        );
        assert_eq!(
            kind(
                r#"{"choices":[{"delta":{"content":"❌ 生成失败: 内容违规"},"finish_reason":"STOP"}]}"#
            ),
            ErrorKind::ContentPolicy
        );
        assert_eq!(kind("{"), ErrorKind::UnexpectedResponse);
    }
}
