//! Chats of other forms: Anthropic's messages and Google's contents (`docs/wire/mirror.md`
//! §2.1, §2.2). The license has to open them.

use serde_json::{Value, json};

use super::access::paid_licence;
use super::chat::{result, start};
use crate::dialects::gateway::jobs;
use crate::engine::refusal::Refusal;
use crate::exchange::chat::{ChatRequest, told};
use crate::exchange::{Answer, Call, Fields, Reply};

/// `POST /sora/v1/messages`
pub async fn messages(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let fields = call.json()?;
    if fields.integer("max_tokens")? < 1 {
        let message = "`max_tokens` must be at least 1.";
        return Err(Refusal::wrong_value("max_tokens", message));
    }
    let messages = fields.objects("messages")?;
    let last = messages
        .last()
        .ok_or_else(|| Refusal::missing("messages", "The field"))?;
    let prompt = match last.get("content") {
        Some(Value::Array(_)) => texts(&last.objects("content")?)?,
        _ => last.string("content")?.to_owned(),
    };
    let stream = fields.optional_boolean("stream")?.unwrap_or(false);
    let model = fields.string("model")?.to_owned();
    let (id, named) = (format!("msg_{}", call.now.as_millisecond()), model.clone());
    answer(
        call,
        &account,
        &model,
        prompt,
        stream,
        move |text, whole| match (text, whole) {
            (Ok(text), true) => vec![json!({
                "id": id, "type": "message", "role": "assistant", "model": named,
                "content": [{"type": "text", "text": text}],
                "stop_reason": "end_turn",
            })],
            (Ok(text), false) => vec![
                json!({"type": "message_start", "message": {"id": id, "role": "assistant"}}),
                json!({"type": "content_block_delta", "index": 0,
                    "delta": {"type": "text_delta", "text": text}}),
                json!({"type": "message_stop"}),
            ],
            (Err(message), _) => {
                vec![json!({"type": "error", "error": {"type": "api_error", "message": message}})]
            }
        },
    )
    .await
}

/// `POST /sora/v1beta/models/{model}:{method}`, with the methods `generateContent` and
/// `streamGenerateContent`.
pub async fn generate(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let named = call.param("action").to_owned();
    let (model, method) = named.rsplit_once(':').unwrap_or((&named, ""));
    let stream = match method {
        "generateContent" => false,
        "streamGenerateContent" => true,
        _ => return Err(Refusal::not_found("method", method)),
    };
    let fields = call.json()?;
    let contents = fields.objects("contents")?;
    let last = contents
        .last()
        .ok_or_else(|| Refusal::missing("contents", "The field"))?;
    let parts = last.objects("parts")?;
    let prompt = parts
        .iter()
        .filter_map(|part| part.get("text")?.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    answer(
        call,
        &account,
        model,
        prompt,
        stream,
        |text, _| match text {
            Ok(text) => vec![json!({"candidates": [{
                "content": {"role": "model", "parts": [{"text": text}]},
                "finishReason": "STOP",
            }]})],
            Err(message) => vec![json!({"error": {"code": 500, "message": message}})],
        },
    )
    .await
}

/// The text parts of a message, joined by line breaks.
fn texts(parts: &[Fields]) -> Result<String, Refusal> {
    let mut texts = Vec::new();
    for part in parts {
        if part.one_of("type", &["text", "image"])? == "text" {
            texts.push(part.text("text")?.to_owned());
        }
    }
    Ok(texts.join("\n"))
}

/// Makes what is asked for, and words the answer when it is done: whole, or as events.
async fn answer(
    call: Call,
    account: &str,
    model: &str,
    prompt: String,
    stream: bool,
    words: impl Fn(Result<&str, &str>, bool) -> Vec<Value> + Send + 'static,
) -> Answer {
    let request = json!({"model": model, "messages": [{"role": "user", "content": prompt}]});
    let request = ChatRequest::of(Fields::of(request, "")?)?;
    let shown = start(&call, account, &request)?;
    if !stream {
        jobs::wait(&call, &shown).await?;
        let whole = words(Ok(&result(&call, &shown)), true);
        return Ok(Reply::json(whole.into_iter().next().unwrap_or_default()));
    }
    Ok(told(move |teller| async move {
        let made = jobs::wait(&call, &shown).await;
        let events = match &made {
            Ok(()) => words(Ok(&result(&call, &shown)), false),
            Err(refusal) => words(Err(&refusal.message), false),
        };
        events.iter().for_each(|event| teller.tell(event));
    }))
}
