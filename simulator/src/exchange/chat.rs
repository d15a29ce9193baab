//! Chat completions: the request, and answers whole or as server-sent events.
//!
//! The dialects that make media through `/v1/chat/completions` share the frame
//! and differ in what they put into a delta.

use bytes::Bytes;
use futures_util::stream;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Call, Fields, Reply};
use crate::engine::refusal::Refusal;

const ROLES: [&str; 5] = ["system", "developer", "user", "assistant", "tool"];

/// What a chat request asks for; its last message counts.
#[derive(Debug, Clone)]
pub struct ChatRequest {
    /// Model.
    pub model: String,
    /// Whether the answer is to come in pieces; false unless it was asked for.
    pub stream: bool,
    /// The text of the last message, its parts joined by line breaks.
    pub prompt: String,
    /// The `image_url` parts of the last message: URLs or data URLs.
    pub images: Vec<String>,
    /// The `video_url` parts of the last message: URLs or data URLs.
    pub videos: Vec<String>,
    /// The whole body, for the members that only one dialect knows.
    pub fields: Fields,
}

impl ChatRequest {
    /// Reads and checks what all dialects have in common.
    pub fn read(call: &Call) -> Result<Self, Refusal> {
        Self::of(call.json()?)
    }

    /// Reads and checks `fields`, the body.
    pub fn of(fields: Fields) -> Result<Self, Refusal> {
        let model = fields.string("model")?.to_owned();
        let stream = fields.optional_boolean("stream")?.unwrap_or(false);
        let messages = fields.objects("messages")?;
        if messages.is_empty() {
            return Err(Refusal::missing("messages", "The field"));
        }
        let mut request = Self {
            model,
            stream,
            prompt: String::new(),
            images: Vec::new(),
            videos: Vec::new(),
            fields,
        };
        for message in &messages {
            message.one_of("role", &ROLES)?;
            (request.prompt, request.images, request.videos) = content(message)?;
        }
        Ok(request)
    }
}

/// Text, images and videos of one message.
fn content(message: &Fields) -> Result<(String, Vec<String>, Vec<String>), Refusal> {
    if !matches!(message.get("content"), Some(Value::Array(_))) {
        let text = message.text("content")?.to_owned();
        return Ok((text, Vec::new(), Vec::new()));
    }
    let (mut texts, mut images, mut videos) = (Vec::new(), Vec::new(), Vec::new());
    for part in message.objects("content")? {
        match part.one_of("type", &["text", "image_url", "video_url"])? {
            "text" => texts.push(part.text("text")?.to_owned()),
            "image_url" => images.push(url(&part, "image_url")?),
            _ => videos.push(url(&part, "video_url")?),
        }
    }
    Ok((texts.join("\n"), images, videos))
}

fn url(part: &Fields, name: &str) -> Result<String, Refusal> {
    let object = part.optional_object(name)?;
    let object = object.ok_or_else(|| Refusal::missing(&part.path(name), "The field"))?;
    Ok(object.string("url")?.to_owned())
}

/// One completion: what its answer or its chunks have in common.
#[derive(Debug, Clone)]
pub struct Completion {
    /// `chatcmpl-` and the milliseconds of its time.
    pub id: String,
    /// Seconds since 1970.
    pub created: i64,
    /// The model as the server names it.
    pub model: String,
}

impl Completion {
    /// A completion that begins when `call` arrived.
    pub fn new(call: &Call, model: &str) -> Self {
        Self {
            id: format!("chatcmpl-{}", call.now.as_millisecond()),
            created: call.now.as_second(),
            model: model.to_owned(),
        }
    }

    /// A chunk of a stream, to be sent with [`Teller::tell`].
    pub fn chunk(&self, delta: Value, finish_reason: Option<&str>) -> Value {
        json!({
            "id": self.id,
            "object": "chat.completion.chunk",
            "created": self.created,
            "model": self.model,
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
        })
    }

    /// The answer to a request that does not ask for a stream.
    pub fn whole(&self, content: &str) -> Value {
        json!({
            "id": self.id,
            "object": "chat.completion",
            "created": self.created,
            "model": self.model,
            "choices": [{
                "index": 0,
                "message": {"role": "assistant", "content": content},
                "finish_reason": "stop",
            }],
        })
    }
}

/// Sends the events of one stream.
#[derive(Debug, Clone)]
pub struct Teller {
    events: mpsc::UnboundedSender<Bytes>,
}

impl Teller {
    /// Sends a server-sent event that carries `data`.
    pub fn tell(&self, data: &Value) {
        let _ = self.events.send(format!("data: {data}\n\n").into());
    }

    /// Sends `[DONE]`, with which most streams end.
    pub fn done(&self) {
        let _ = self.events.send(Bytes::from_static(b"data: [DONE]\n\n"));
    }
}

/// A stream of the events that `work` tells. It ends when `work` ends; when the
/// client goes, `work` is dropped where it stands.
pub fn told<F>(work: impl FnOnce(Teller) -> F) -> Reply
where
    F: Future<Output = ()> + Send + 'static,
{
    let (events, mut queue) = mpsc::unbounded_channel();
    let mut work = Some(Box::pin(work(Teller { events })));
    Reply::events(stream::poll_fn(move |context| {
        if let Some(running) = &mut work
            && running.as_mut().poll(context).is_ready()
        {
            work = None;
        }
        queue.poll_recv(context)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: Value) -> Result<ChatRequest, Refusal> {
        ChatRequest::of(Fields::of(body, "")?)
    }

    #[test]
    fn the_last_message_counts_with_all_its_parts() {
        let request = read(json!({
            "model": "m",
            "stream": true,
            "messages": [
                {"role": "system", "content": "Be brief."},
                {"role": "user", "content": [
                    {"type": "text", "text": "a cat"},
                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}},
                    {"type": "text", "text": "in snow"},
                ]},
            ],
        }))
        .unwrap();
        assert!(request.stream);
        assert_eq!(request.prompt, "a cat\nin snow");
        assert_eq!(request.images, ["data:image/png;base64,AA=="]);
    }

    #[test]
    fn a_wrong_part_is_named() {
        let part = json!({"type": "image_url", "image_url": {}});
        let body = json!({"model": "m", "messages": [{"role": "user", "content": [part]}]});
        let refusal = read(body).unwrap_err();
        let path = "messages[0].content[0].image_url.url";
        assert_eq!(refusal.param.as_deref(), Some(path));
        let none = read(json!({"model": "m", "messages": []})).unwrap_err();
        assert_eq!(none.param.as_deref(), Some("messages"));
    }
}
