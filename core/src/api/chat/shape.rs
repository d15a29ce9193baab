//! Normalizes the shapes that servers give a choice.

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use super::foreign;
use super::media::ChatMedia;
use super::result::ChatResult;
use crate::api::{ended, stated_in};
use crate::model::{Error, ErrorKind, JobKind};

/// Normalizes every choice of an answer, with its words under `key`, which is `delta` or
/// `message`.
pub(super) fn shape(value: &mut Value, key: &str) {
    let other = if key == "delta" { "message" } else { "delta" };
    let choices = value.get("choices").and_then(Value::as_array);
    let has_choices = choices.is_some_and(|choices| !choices.is_empty());
    if !has_choices {
        if let Some((text, ends)) = foreign::choice_of(value) {
            let ends = ends.then_some("stop");
            value["choices"] = json!([{ key: { "content": text }, "finish_reason": ends }]);
            // Its own words for it do not belong to the chat.
            if let Some(fields) = value.as_object_mut() {
                fields.shift_remove("message");
            }
        } else if let Some(text) = result_of(value) {
            value["choices"] = json!([{ key: { "content": text } }]);
        }
    }
    let Some(Value::Array(choices)) = value.get_mut("choices") else {
        return;
    };
    for choice in choices {
        let Value::Object(fields) = choice else {
            continue;
        };
        let lacks = |fields: &Map<String, Value>| {
            fields
                .get(key)
                .is_none_or(|said| said.as_object().is_none_or(|said| said.is_empty()))
        };
        if lacks(fields)
            && let Some(said) = fields.remove(other).filter(|said| !said.is_null())
        {
            let said = match said {
                Value::String(text) => json!({ "content": text }),
                said => said,
            };
            fields.insert(key.to_owned(), said);
        }
        if lacks(fields)
            && let Some(text) = fields.remove("text").filter(Value::is_string)
        {
            fields.insert(key.to_owned(), json!({ "content": text }));
        }
        if let Some(Value::Object(said)) = fields.get_mut(key) {
            shape_words(said);
        }
    }
}

/// Moves media from beside the content into it, and renames progress.
fn shape_words(said: &mut Map<String, Value>) {
    for key in ["images", "videos", "media", "attachments"] {
        let Some(Value::Array(parts)) = said.get(key) else {
            continue;
        };
        let links = parts_as_text(parts);
        if !links.is_empty() {
            let text = said.get("content").and_then(content_of).unwrap_or_default();
            said.insert("content".into(), Value::String(text + &links));
        }
    }
    for key in ["video_url", "video", "image_url", "image"] {
        let Some(value) = said.get(key).filter(|value| !value.is_null()) else {
            continue;
        };
        let text = said.get("content").and_then(content_of).unwrap_or_default();
        let media = media_of(&json!({ key: value }));
        let new = media.iter().filter(|media| !text.contains(&media.url));
        let links: String = new.map(link).collect();
        if !links.is_empty() {
            said.insert("content".into(), Value::String(text + &links));
        }
    }
    if said.get("reasoning_content").is_none_or(Value::is_null)
        && let Some(reasoning) = said
            .get("reasoning")
            .filter(|text| text.is_string())
            .cloned()
    {
        said.insert("reasoning_content".into(), reasoning);
    }
}

/// The text of an answer that is the result itself instead of a chat: `{"video_url": …}`.
fn result_of(value: &Value) -> Option<String> {
    let text = value.to_string();
    (!ChatResult::read(&text).is_empty()).then_some(text)
}

/// Text, parts, or the document's JSON text sent as JSON; anything else is no content.
fn content_of(value: &Value) -> Option<String> {
    Some(match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts_as_text(parts),
        Value::Object(_) => value.to_string(),
        _ => return None,
    })
}

/// Renders parts as text: their words, and their media as links that readers know.
fn parts_as_text(parts: &[Value]) -> String {
    parts
        .iter()
        .map(|part| {
            let text = part.get("text").unwrap_or(part);
            let text = text.as_str().or_else(|| text.get("value")?.as_str());
            match text {
                Some(text) => text.to_owned(),
                None => media_of(part).iter().map(link).collect(),
            }
        })
        .collect()
}

fn media_of(part: &Value) -> Vec<ChatMedia> {
    ChatResult::read(&part.to_string()).media
}

fn link(media: &ChatMedia) -> String {
    match media.kind {
        JobKind::Video => format!("\n<video src=\"{}\" controls></video>\n", media.url),
        JobKind::Image => format!("\n![image]({})\n", media.url),
    }
}

/// The error of a choice that ends with one. `text` is the answer so far.
pub(super) fn failed(
    finish_reason: Option<&str>,
    choice: &Map<String, Value>,
    refusal: Option<&Value>,
    text: &str,
) -> Option<Error> {
    if let Some(refusal) = refusal
        .and_then(Value::as_str)
        .filter(|text| !text.is_empty())
    {
        return Some(Error::new(ErrorKind::ContentPolicy, refusal).with_code("refusal"));
    }
    if let Some(error) = choice.get("error").filter(|error| !error.is_null()) {
        return Some(stated_in(error));
    }
    let reason = finish_reason?;
    let moderated = [
        "content_filter",
        "safety",
        "moderation",
        "blocked",
        "prohibited_content",
        "sensitive",
        "content_policy",
        "recitation",
    ];
    let failed = [
        "error",
        "failed",
        "failure",
        "cancelled",
        "timeout",
        "network_error",
        "server_error",
        "abort",
    ];
    let text = match text.trim() {
        "" => "the answer was ended by the server",
        text => text,
    };
    if moderated.contains(&reason) {
        return Some(Error::new(ErrorKind::ContentPolicy, text).with_code(reason));
    }
    failed.contains(&reason).then(|| {
        let error = ended(None, text);
        match error.code() {
            Some(_) => error,
            None => error.with_code(reason),
        }
    })
}

/// Reads content in any of its shapes.
pub(super) fn content<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    Ok(content_of(&Value::deserialize(deserializer)?))
}
