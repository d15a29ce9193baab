//! Answers of other interfaces, which gateways pass on in place of a chat's: Ollama's
//! lines, OpenAI's Responses, Google's candidates, Anthropic's events.

use serde_json::Value;

/// The text that an answer or an event adds, and true if it is the last.
pub(super) fn choice_of(value: &Value) -> Option<(String, bool)> {
    of_ollama(value)
        .or_else(|| of_events(value))
        .or_else(|| of_responses(value))
        .or_else(|| of_google(value))
}

/// `{"message": {"content": …}, "done": false}`, `{"response": …, "done": true}`.
fn of_ollama(value: &Value) -> Option<(String, bool)> {
    let done = value.get("done").and_then(Value::as_bool);
    let message = value.get("message").filter(|message| message.is_object());
    let text = message.and_then(|message| message.get("content")?.as_str());
    let text = text.or_else(|| value.get("response").filter(|_| done.is_some())?.as_str());
    if done.is_none() && text.is_none() {
        return None;
    }
    // A message without `done` is a whole answer.
    Some((text.unwrap_or_default().to_owned(), done.unwrap_or(true)))
}

/// Events that name their type.
fn of_events(value: &Value) -> Option<(String, bool)> {
    let text = |text: Option<&Value>| text.and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(match value.get("type")?.as_str()? {
        "response.output_text.delta" => (text(value.get("delta")), false),
        "content_block_delta" => (text(value.get("delta")?.get("text")), false),
        "response.completed" | "message_stop" => (String::new(), true),
        kind if kind.starts_with("response.") || kind.starts_with("content_block_") => {
            (String::new(), false)
        }
        "message_start" | "message_delta" => (String::new(), false),
        _ => return None,
    })
}

/// A whole answer: OpenAI's `output`, or Anthropic's `content`.
fn of_responses(value: &Value) -> Option<(String, bool)> {
    let parts = match value.get("output") {
        Some(Value::Array(output)) => {
            let contents = output
                .iter()
                .filter_map(|item| item.get("content")?.as_array());
            contents.flatten().collect::<Vec<_>>()
        }
        _ => value.get("content")?.as_array()?.iter().collect(),
    };
    texts_of(&parts)
}

/// `{"candidates": [{"content": {"parts": [{"text": …}]}, "finishReason": "STOP"}]}`.
fn of_google(value: &Value) -> Option<(String, bool)> {
    let first = value.get("candidates")?.as_array()?.first()?;
    let parts = first.get("content")?.get("parts")?.as_array()?;
    let (text, _) = texts_of(&parts.iter().collect::<Vec<_>>())?;
    let ends = first
        .get("finishReason")
        .is_some_and(|reason| !reason.is_null());
    Some((text, ends))
}

fn texts_of(parts: &[&Value]) -> Option<(String, bool)> {
    let texts = parts.iter().filter_map(|part| part.get("text")?.as_str());
    let texts: Vec<&str> = texts.collect();
    (!texts.is_empty()).then(|| (texts.concat(), true))
}
