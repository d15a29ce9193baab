//! A chat's answer as it arrives, in whatever form servers send it.

use serde_json::Value;

use super::chunk::ChatChunk;
use super::decoder::{EventDecoder, ServerEvent};
use super::document::{json, refusal_of, reply_of};
use super::ending::{Said, is_cut};
use super::refusal::refused;
use super::result::ChatResult;
use crate::api::{EventReader, MAX_REPLY, ended, stated_in};
use crate::model::{Error, ErrorKind, JobStatus, Result};

/// Reads the body of a chat's answer piece by piece: server-sent events, one JSON object
/// per line, or one JSON document in place of a stream.
///
/// An answer without content is no success: one that ends early, says nothing, or refuses
/// in words is an error, which holds what was read before it.
#[derive(Debug, Default)]
pub struct ChatReader {
    form: Form,
    /// The text of the first choice so far.
    text: String,
    /// The texts of further choices, and of the reasoning.
    others: String,
    reasoning: String,
    /// Set when something reported a generation.
    generates: bool,
    /// The id of a task, if one was named.
    task: Option<String>,
    /// Set when the answer said that it ends, and when it was cut off.
    ended: bool,
    cut: bool,
    over: bool,
}

#[derive(Debug)]
enum Form {
    /// Too few bytes to know, and the position up to which a line's end was looked for.
    Unknown(Vec<u8>, usize),
    Events(EventDecoder),
    /// One document, read when it has ended.
    Document(Vec<u8>),
}

impl Default for Form {
    fn default() -> Self {
        Self::Unknown(Vec::new(), 0)
    }
}

impl EventReader for ChatReader {
    type Event = ChatChunk;

    fn push(&mut self, bytes: &[u8]) -> Vec<Result<ChatChunk>> {
        let mut out = Vec::new();
        if let Err(error) = self.take(bytes, &mut out) {
            self.fail(error, &mut out);
        }
        out
    }

    fn finish(&mut self) -> Vec<Result<ChatChunk>> {
        let mut out = Vec::new();
        if self.over {
            return out;
        }
        let finished = match std::mem::take(&mut self.form) {
            Form::Events(mut decoder) => match decoder.finish() {
                Some(event) => self.event(&event, &mut out),
                None => Ok(()),
            },
            Form::Unknown(body, _) | Form::Document(body) => self.document(&body, &mut out),
        };
        let finished = finished.and_then(|()| self.end());
        match finished {
            Ok(()) => self.over = true,
            Err(error) => self.fail(error, &mut out),
        }
        out
    }

    fn is_complete(&self) -> bool {
        self.over || (self.ended && !self.text.trim().is_empty() && !self.said().goes_on())
    }

    fn is_over(&self) -> bool {
        self.over
    }

    /// Adds the id and the text that were read before the error.
    fn keep(&self, error: Error) -> Error {
        let error = match self.text.trim() {
            "" => error,
            text => error.after(text),
        };
        self.of_task(error)
    }
}

impl ChatReader {
    fn fail(&mut self, error: Error, out: &mut Vec<Result<ChatChunk>>) {
        self.over = true;
        let lost = matches!(
            error.kind(),
            ErrorKind::UnexpectedResponse | ErrorKind::OutcomeUnknown
        );
        out.push(Err(match lost {
            true => self.keep(error),
            false => self.of_task(error),
        }));
    }

    /// Adds the task to an error, if the answer named one.
    fn of_task(&self, error: Error) -> Error {
        match &self.task {
            Some(id) => error.with_job(id),
            None => error,
        }
    }

    fn take(&mut self, bytes: &[u8], out: &mut Vec<Result<ChatChunk>>) -> Result<()> {
        if self.over {
            return Ok(());
        }
        match &mut self.form {
            Form::Events(decoder) => {
                for event in decoder.push(bytes)? {
                    if self.over {
                        break;
                    }
                    self.event(&event, out)?;
                }
                Ok(())
            }
            Form::Document(body) => extend(body, bytes),
            Form::Unknown(body, looked) => {
                extend(body, bytes)?;
                let Some(form) = form_of(body, looked) else {
                    return Ok(());
                };
                let body = std::mem::take(body);
                self.form = form;
                self.take(&body, out)
            }
        }
    }

    fn event(&mut self, event: &ServerEvent, out: &mut Vec<Result<ChatChunk>>) -> Result<()> {
        let name = event.name.as_deref().unwrap_or_default();
        let data = event.data.trim();
        let noise = ["ping", "heartbeat", "keepalive", "keep-alive"];
        if data.is_empty() || noise.contains(&name) || noise.contains(&data) {
            return Ok(());
        }
        if data.eq_ignore_ascii_case("[DONE]") {
            self.ended = true;
            self.end()?;
            self.over = true;
            return Ok(());
        }
        // `error`, `fail`, `task_failed`.
        let fails = JobStatus::from_word(name) == Some(JobStatus::Failed);
        match json(data.as_bytes()) {
            Ok(value) if fails => Err(refusal_of(&value).unwrap_or_else(|| stated_in(&value))),
            Ok(value) => self.value(value, out),
            Err(_) if fails => Err(ended(None, data)),
            Err(error) => Err(refused(data).unwrap_or_else(|| {
                let what = format!("an event of the stream is not readable: {}", error.reason());
                Error::new(ErrorKind::UnexpectedResponse, what)
            })),
        }
    }

    /// Processes the value of an event or a document, which may be a list of them.
    fn value(&mut self, value: Value, out: &mut Vec<Result<ChatChunk>>) -> Result<()> {
        match value {
            Value::Array(items) if items.len() > 1 && items.iter().all(Value::is_object) => {
                let mut items = items.into_iter();
                items.try_for_each(|item| self.one_value(item, out))
            }
            value => self.one_value(value, out),
        }
    }

    fn one_value(&mut self, value: Value, out: &mut Vec<Result<ChatChunk>>) -> Result<()> {
        let Some(chunk) = ChatChunk::from_value(value)? else {
            return Ok(());
        };
        let new = chunk.content();
        if self.text.len() + new.len() > MAX_REPLY {
            return Err(Error::new(
                ErrorKind::UnexpectedResponse,
                format!("the answer is longer than {MAX_REPLY} bytes"),
            ));
        }
        self.text.push_str(&new);
        let room = MAX_REPLY.saturating_sub(self.others.len() + self.reasoning.len());
        self.others.extend(chunk.other_content().chars().take(room));
        if let Some(reasoning) = chunk.reasoning() {
            self.reasoning.extend(reasoning.chars().take(room));
            self.generates |= chunk.progress().is_some();
        }
        if let Some(id) = chunk.task() {
            self.task.get_or_insert(id);
        }
        if let Some(error) = chunk.failure(&self.text) {
            return Err(error);
        }
        let ends = chunk.finish_reason().is_some();
        self.ended |= ends;
        self.cut |= is_cut(chunk.finish_reason());
        if ends && let Some(error) = self.said().refusal() {
            return Err(error);
        }
        out.push(Ok(chunk));
        Ok(())
    }

    /// Reads a body that is no stream.
    fn document(&mut self, body: &[u8], out: &mut Vec<Result<ChatChunk>>) -> Result<()> {
        let bare = body
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(body)
            .trim_ascii();
        if bare.is_empty() {
            return Ok(());
        }
        self.ended = true;
        let mut values = serde_json::Deserializer::from_slice(bare).into_iter::<Value>();
        match values.next() {
            Some(Ok(first)) => {
                self.value(first, out)?;
                for value in values {
                    self.value(
                        value.map_err(|error| unreadable(bare, &error.to_string()))?,
                        out,
                    )?;
                }
                Ok(())
            }
            _ => match json(bare) {
                Ok(value) => self.value(value, out),
                Err(error) => {
                    let text = String::from_utf8_lossy(bare);
                    let is_page = crate::api::looks_like_html(bare);
                    if !is_page && !ChatResult::read(&text).is_empty() {
                        // The result itself, as text.
                        let said = serde_json::json!({ "content": text });
                        return self.value(
                            serde_json::json!({ "choices": [{ "delta": said, "finish_reason": "stop" }] }),
                            out,
                        );
                    }
                    let refused = match is_page {
                        true => crate::api::refusal(&reply_of(bare)),
                        false => refused(&text).or_else(|| crate::api::refusal(&reply_of(bare))),
                    };
                    Err(refused.unwrap_or_else(|| unreadable(bare, error.reason())))
                }
            },
        }
    }

    /// Everything said so far.
    fn said(&self) -> Said<'_> {
        Said {
            text: &self.text,
            others: &self.others,
            reasoning: &self.reasoning,
            generates: self.generates || self.task.is_some(),
            cut: self.cut,
        }
    }

    /// Checks that the answer was whole.
    fn end(&self) -> Result<()> {
        if let Some(error) = self.said().refusal() {
            return Err(error);
        }
        if !self.ended && !self.said().has_whole_result() {
            return Err(Error::new(
                ErrorKind::OutcomeUnknown,
                "the stream ended before the answer was complete",
            ));
        }
        self.said().failure().map_or(Ok(()), Err)
    }
}

/// The form of a body, from its first bytes; `None` while there are too few.
fn form_of(body: &[u8], looked: &mut usize) -> Option<Form> {
    let bare = body
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(body)
        .trim_ascii_start();
    match bare.first()? {
        b'{' | b'[' => {
            // NDJSON, or one document over many lines.
            let start = body.len() - bare.len();
            let from = (*looked).max(start);
            let Some(end) = body[from..].iter().position(|byte| *byte == b'\n') else {
                *looked = body.len();
                return None;
            };
            let line = &body[start..from + end];
            Some(
                match serde_json::from_slice::<serde::de::IgnoredAny>(line) {
                    Ok(_) => Form::Events(EventDecoder::default()),
                    Err(_) => Form::Document(Vec::new()),
                },
            )
        }
        _ => {
            let fields = ["data:", "event:", "id:", "retry:", ":"];
            let line_ends = bare.contains(&b'\n') || bare.contains(&b'\r');
            if fields
                .iter()
                .any(|field| bare.starts_with(field.as_bytes()))
            {
                Some(Form::Events(EventDecoder::default()))
            } else if bare.len() < "event:".len() && !line_ends {
                None
            } else {
                Some(Form::Document(Vec::new()))
            }
        }
    }
}

fn extend(body: &mut Vec<u8>, bytes: &[u8]) -> Result<()> {
    if body.len() + bytes.len() > MAX_REPLY {
        return Err(Error::new(
            ErrorKind::UnexpectedResponse,
            format!("the answer is longer than {MAX_REPLY} bytes"),
        ));
    }
    body.extend_from_slice(bytes);
    Ok(())
}

fn unreadable(body: &[u8], why: &str) -> Error {
    if crate::api::looks_like_html(body) {
        let what = "the server answered a web page instead of a chat";
        return Error::new(ErrorKind::UnexpectedResponse, what)
            .with_hint("Check that the base URL is the API's own address.");
    }
    let text = String::from_utf8_lossy(&body[..body.len().min(4096)]);
    let error = Error::new(
        ErrorKind::UnexpectedResponse,
        format!("the answer is not readable: {why}"),
    );
    error.after(text.trim())
}

#[cfg(test)]
mod tests;
