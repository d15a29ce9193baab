//! The lookup of a video's links, by an access token or by a post's address.

use serde_json::{Value, json};

use crate::engine::jobs::{JobKind, Status};
use crate::engine::refusal::Refusal;
use crate::exchange::chat::{ChatRequest, Completion};
use crate::exchange::{Answer, Call, Reply};

/// What the links belong to.
struct Found {
    /// `draft_…` or `s_…`.
    id: String,
    /// The result that they show.
    generation: String,
    /// Its prompt or text.
    text: String,
    /// The prompt that it was made from.
    prompt: String,
    views: u64,
    likes: usize,
}

/// Model `sora-drafts-url`: the newest draft of the account whose access token
/// is the message (`docs/wire/skyriff.md` §7).
pub fn of_drafts(call: &Call, request: &ChatRequest) -> Answer {
    let token = message(request)?;
    let world = call.world();
    let account = world.tokens.check_access(token, call.now).map_err(|_| {
        Refusal::wrong_value("messages", "The access token is not valid or has expired.")
    })?;
    let mut jobs = world.jobs.of_account(&account);
    let draft = jobs.find(|job| {
        job.asked.kind == JobKind::Video
            && !job.deleted
            && job.status(call.now) == Status::Succeeded
    });
    let draft =
        draft.ok_or_else(|| Refusal::of("not_found").message("The account has no drafts."))?;
    let generation = draft.generations[0].clone();
    let found = Found {
        id: format!("draft_{}", generation.trim_start_matches("gen_")),
        generation,
        text: draft.asked.prompt.clone(),
        prompt: draft.asked.prompt.clone(),
        views: 0,
        likes: 0,
    };
    Ok(answer(call, request, &found))
}

/// Model `sora_url`: the post whose address is the message (`docs/wire/skyriff.md` §8).
pub fn of_post(call: &Call, request: &ChatRequest) -> Answer {
    let url = message(request)?;
    let id = url
        .strip_prefix("https://sora.chatgpt.com/p/")
        .map(|rest| rest.split(['?', '#']).next().unwrap_or_default())
        .filter(|id| id.starts_with("s_"));
    let id = id.ok_or_else(|| {
        let message =
            format!("The message is \"{url}\"; accepted: https://sora.chatgpt.com/p/s_….");
        Refusal::wrong_value("messages", message)
    })?;
    let world = call.world();
    let post = world
        .posts
        .get(id)
        .ok_or_else(|| Refusal::not_found("post", id))?;
    let job = world.jobs.by_generation(&post.generations[0]);
    let found = Found {
        id: post.id.clone(),
        generation: post.generations[0].clone(),
        text: post.text.clone(),
        prompt: job.map(|job| job.asked.prompt.clone()).unwrap_or_default(),
        views: post.views,
        likes: post.likes.len(),
    };
    Ok(answer(call, request, &found))
}

/// The message: one text without spaces around it, not to be streamed.
fn message(request: &ChatRequest) -> Result<&str, Refusal> {
    if request.fields.optional_boolean("stream")? != Some(false) {
        let message = format!("`stream` must be false for the model {}.", request.model);
        return Err(Refusal::wrong_value("stream", message));
    }
    let text = request.prompt.as_str();
    if text.is_empty() || text.trim() != text {
        let message = "The message must not be empty, nor begin or end with spaces.";
        return Err(Refusal::wrong_value("messages", message));
    }
    Ok(text)
}

fn answer(call: &Call, request: &ChatRequest, found: &Found) -> Reply {
    let url = |file: &str| call.asset_url(&found.generation, file);
    let mut body: Value = Completion::new(call, &request.model).whole("视频解析成功");
    body["links"] = json!({
        "gif": url("preview.gif"),
        "text": found.text,
        "id": found.id,
        "mp4": url("source.mp4"),
        "mp4_wm": url("watermark.mp4"),
        "md": format!("# {}", found.text),
        "thumbnail": url("thumbnail.jpg"),
    });
    body["usage"] = json!({"completion_tokens": 10, "total_tokens": 100, "prompt_tokens": 90});
    body["post_id"] = json!(found.id);
    // The prompt of the video; the message may be an access token.
    body["original_input"] = json!(found.prompt);
    body["post_info"] = json!({
        "attachments_count": 1,
        "view_count": found.views,
        "like_count": found.likes,
        "title": found.text,
    });
    Reply::json(body)
}
