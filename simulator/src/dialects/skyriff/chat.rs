//! Chat completions: videos by conversation, and the lookup of links
//! (`docs/wire/skyriff.md` §6 to §8).

use super::model::Model;
use super::{links, videos};
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::jobs::{self, Shown};
use crate::dialects::gateway::progress;
use crate::dialects::gateway::references::{IMAGES, check_url};
use crate::exchange::chat::{ChatRequest, Completion};
use crate::exchange::{Answer, Call, Reply};

/// `POST /v1/chat/completions`: the model says what is wanted.
pub async fn complete(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let request = ChatRequest::read(&call)?;
    if !call.observed() {
        request.fields.only(&["model", "stream", "messages"])?;
    }
    match request.model.as_str() {
        "sora-drafts-url" => {
            call.note_operation("skyriff.drafts.link");
            return links::of_drafts(&call, &request);
        }
        "sora_url" => {
            call.note_operation("skyriff.posts.link");
            return links::of_post(&call, &request);
        }
        _ => {}
    }
    let model = Model::read_for_chat(&request.model)?;
    for image in &request.images {
        check_url("image_url", image, &IMAGES)?;
    }
    let asked = videos::asked(&call, &request.prompt, model, request.fields.to_value());
    let shown = jobs::create(&call, &account, asked, videos::new_id)?;
    let completion = Completion::new(&call, &request.model);
    if request.stream {
        return Ok(progress::stream(&call, completion, shown, result));
    }
    jobs::wait(&call, &shown).await?;
    Ok(Reply::json(completion.whole(&result(&call, &shown))))
}

fn result(call: &Call, shown: &Shown) -> String {
    let url = call.asset_url(&shown.job.generations[0], "source.mp4");
    format!("```html\n<video src='{url}' controls></video>\n```")
}
