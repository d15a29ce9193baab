//! Chat completions: images and videos by conversation.

use serde_json::{Map, Value, json};

use super::model::{Family, Model};
use super::{access, images, videos};
use crate::dialects::gateway::jobs::{self, Shown};
use crate::dialects::gateway::progress;
use crate::dialects::gateway::references::{IMAGES, check_url_or_base64};
use crate::engine::jobs::JobKind;
use crate::engine::refusal::Refusal;
use crate::exchange::chat::{ChatRequest, Completion};
use crate::exchange::{Answer, Call, Fields, Reply};

/// `POST /sora/v1/chat/completions`
pub async fn complete(call: Call) -> Answer {
    let account = access::licence(&call)?;
    let request = ChatRequest::read(&call)?;
    for image in &request.images {
        check_url_or_base64("image_url", image, &IMAGES)?;
    }
    let shown = start(&call, &account, &request)?;
    let completion = Completion::new(&call, &request.model);
    if request.stream {
        return Ok(progress::stream(&call, completion, shown, result));
    }
    jobs::wait(&call, &shown).await?;
    Ok(Reply::json(completion.whole(&result(&call, &shown))))
}

pub fn start(call: &Call, account: &str, request: &ChatRequest) -> Result<Shown, Refusal> {
    let family = Model::read(&request.model)?.family;
    let mut fields = match request.fields.to_value() {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    fields.retain(|name, _| !["messages", "stream"].contains(&name.as_str()));
    fields.insert("prompt".into(), json!(request.prompt));
    let fields = Fields::of(Value::Object(fields), "")?;
    if family == Family::Image {
        return images::start(call, account, images::read(call, &fields)?);
    }
    let asked = videos::read(call, &fields)?;
    access::check_plan(call, account, &asked.model)?;
    jobs::create(call, account, asked, |random| {
        format!("video_{}", random.hex(32))
    })
}

/// An image as markdown, a video as a block of HTML.
pub fn result(call: &Call, shown: &Shown) -> String {
    let generations = shown.job.generations.iter();
    let lines: Vec<_> = generations
        .map(|generation| match shown.job.asked.kind {
            JobKind::Image => {
                format!(
                    "![Generated Image]({})",
                    call.asset_url(generation, "image.png")
                )
            }
            JobKind::Video => {
                let url = call.asset_url(generation, "source.mp4");
                format!("```html\n<video src='{url}' controls></video>\n```")
            }
        })
        .collect();
    lines.join("\n")
}
