//! A whole chat answer, sent at once or assembled from a stream.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::chunk::{ChatChunk, Reasoning, finish_reason, or_default};
use super::document::refusal_of;
use super::ending::{Said, is_cut};
use super::reader::ChatReader;
use super::result::ChatResult;
use super::shape::{content, failed, shape};
use crate::api::{EventReader, Reply, Timestamp, lenient};
use crate::model::Result;

/// An answer (`chat.completion`).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatCompletion {
    /// The answer's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// The time it was created.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created: Option<Timestamp>,
    /// The model.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub model: Option<String>,
    /// The answers, usually one.
    #[serde(default, deserialize_with = "lenient::list")]
    pub choices: Vec<ChatChoice>,
    /// Fields that the documents do not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One of the answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatChoice {
    /// The index, from 0.
    #[serde(default, deserialize_with = "lenient::count")]
    pub index: u64,
    /// The message.
    #[serde(default, deserialize_with = "or_default")]
    pub message: ChatAnswer,
    /// The reason that it ends, in lower case, such as `stop`.
    #[serde(default, deserialize_with = "finish_reason")]
    pub finish_reason: Option<String>,
    /// Fields that the documents do not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The message of an answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatAnswer {
    /// `assistant`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub role: Option<String>,
    /// The text.
    #[serde(default, deserialize_with = "content")]
    pub content: Option<String>,
    /// The last known progress of the generation.
    #[serde(default)]
    pub reasoning_content: Option<Reasoning>,
    /// Fields that the documents do not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChatCompletion {
    /// Reads an answer, be it one JSON document or a stream of events.
    ///
    /// # Errors
    /// The error that the answer states, a refusal in its text, and `outcome_unknown` for a
    /// stream that breaks off. An answer without content is an error too.
    pub fn read(reply: &Reply) -> Result<Self> {
        if let Some(completion) = Self::document(reply)? {
            return Ok(completion);
        }
        let mut reader = ChatReader::default();
        let mut chunks = reader.push(&reply.body);
        chunks.extend(reader.finish());
        let mut whole = Self::default();
        for chunk in chunks {
            whole.add(chunk?);
        }
        Ok(whole)
    }

    /// Reads an answer that is one document: it keeps its content under keys of its own.
    fn document(reply: &Reply) -> Result<Option<Self>> {
        let Ok(mut value @ Value::Object(_)) = serde_json::from_slice::<Value>(&reply.body) else {
            return Ok(None);
        };
        if let Some(error) = refusal_of(&value) {
            return Err(error);
        }
        shape(&mut value, "message");
        let completion: Self = reply.read(value)?;
        let text = completion.content();
        let failure = completion.choices.iter().find_map(|choice| {
            let refusal = choice.message.extra.get("refusal");
            failed(
                choice.finish_reason.as_deref(),
                &choice.extra,
                refusal,
                &text,
            )
        });
        let others = completion.choices.iter().skip(1);
        let others: String = others
            .filter_map(|choice| choice.message.content.as_deref())
            .collect();
        let first = completion.choices.first();
        let reasoning = first.and_then(|choice| choice.message.reasoning_content.as_ref());
        let said = Said {
            text: &text,
            others: &others,
            reasoning: reasoning.map_or("", Reasoning::message),
            generates: false,
            cut: is_cut(first.and_then(|choice| choice.finish_reason.as_deref())),
        };
        match failure.or_else(|| said.failure()) {
            Some(error) => Err(error),
            None => Ok(Some(completion)),
        }
    }

    /// Appends a piece to the answer so far.
    pub fn add(&mut self, chunk: ChatChunk) {
        self.id = self.id.take().or(chunk.id);
        self.created = self.created.or(chunk.created);
        self.model = self.model.take().or(chunk.model);
        self.extra.extend(chunk.extra);
        self.extra.shift_remove("object");
        for new in chunk.choices {
            let at = self.choices.iter().position(|one| one.index == new.index);
            let choice = match at {
                Some(at) => &mut self.choices[at],
                None => {
                    self.choices.push(ChatChoice {
                        index: new.index,
                        ..ChatChoice::default()
                    });
                    self.choices.last_mut().expect("one was pushed")
                }
            };
            let said = &mut choice.message;
            said.role = said.role.take().or(new.delta.role);
            if let Some(text) = new.delta.content {
                said.content.get_or_insert_default().push_str(&text);
            }
            said.reasoning_content = new
                .delta
                .reasoning_content
                .or(said.reasoning_content.take());
            choice.finish_reason = new.finish_reason.or(choice.finish_reason.take());
        }
    }

    /// The first answer's text.
    pub fn content(&self) -> String {
        let first = self.choices.first();
        first
            .and_then(|choice| choice.message.content.clone())
            .unwrap_or_default()
    }

    /// The media or character in the first answer that holds any.
    pub fn result(&self) -> ChatResult {
        let texts = self
            .choices
            .iter()
            .filter_map(|choice| choice.message.content.as_deref());
        let mut results = texts.map(ChatResult::read);
        results
            .find(|result| !result.is_empty())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ErrorKind;

    fn read(body: &str) -> Result<ChatCompletion> {
        ChatCompletion::read(&Reply::new(
            http::StatusCode::OK,
            http::HeaderMap::new(),
            body.to_owned(),
        ))
    }

    #[test]
    fn a_stream_is_put_together() {
        let whole = read(
            "data: {\"id\":\"c\",\"model\":\"sora\",\"choices\":[{\"delta\":{\"role\":\"assistant\",\
             \"content\":null,\"reasoning_content\":\"10%\"}}]}\n\n\
             data: {\"choices\":[{\"delta\":{\"content\":\"![x](https://a/\"}}]}\n\n\
             data: {\"choices\":[{\"delta\":{\"content\":\"i.png)\"},\"finish_reason\":\"STOP\"}]}\n\n",
        )
        .unwrap();
        assert_eq!(whole.result().media[0].url, "https://a/i.png");
        assert_eq!(whole.choices[0].finish_reason.as_deref(), Some("stop"));
        assert_eq!(whole.id.as_deref(), Some("c"));
    }

    #[test]
    fn a_stream_that_breaks_off_is_no_answer() {
        let cut = "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n";
        assert_eq!(read(cut).unwrap_err().kind(), ErrorKind::OutcomeUnknown);
        assert!(read(&format!("{cut}data: [DONE]\n\n")).is_ok());
    }

    #[test]
    fn a_refusal_is_an_error_in_either_form() {
        let json = r#"{"choices":[{"message":{"content":"❌ 生成失败: policy"}}]}"#;
        assert_eq!(read(json).unwrap_err().kind(), ErrorKind::ContentPolicy);
        let failed =
            "data: {\"error\":{\"message\":\"m\",\"type\":\"server_error\"}}\n\ndata: [DONE]\n\n";
        let error = read(failed).unwrap_err();
        assert_eq!(
            (error.kind(), error.reason()),
            (ErrorKind::GenerationFailed, "m")
        );
    }
}
