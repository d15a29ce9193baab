//! Videos and characters as the mirror shows them.

use serde_json::{Value, json};

use crate::dialects::gateway::jobs::Shown;
use crate::engine::characters::Character;
use crate::engine::jobs::Status;
use crate::exchange::Call;

/// A video, and the `character` made along with it, if one was asked for.
pub fn video(call: &Call, shown: &Shown, character: Option<&Character>) -> Value {
    let now = call.now;
    let observed = call.observed();
    let status = match shown.status(now) {
        Status::Queued => "queued",
        Status::Running if observed => "processing",
        Status::Running => "in_progress",
        Status::Succeeded => "completed",
        Status::Failed | Status::Cancelled => "failed",
    };
    let mut video = json!({
        "id": shown.id,
        "object": "video",
        "model": shown.job.asked.model,
        "status": status,
        "progress": shown.percent(now).unwrap_or(0),
        "created_at": shown.created_at(),
        "completed_at": shown.completed_at(now),
        "expires_at": null,
        "seconds": shown.seconds().to_string(),
        "size": shown.size(),
        "remixed_from_video_id": shown.job.asked.remix_of,
        "error": null,
    });
    let file = file(shown);
    if observed {
        video["video_url"] = json!(shown.link(call, file));
    }
    // The document says that `n` makes variants, and not where they are.
    if shown.job.generations.len() > 1 && shown.has_media(now) {
        let urls = shown.job.generations.iter();
        video["video_urls"] = urls.map(|one| call.asset_url(one, file)).collect();
    }
    if let Some((code, message)) = shown.failure(now) {
        video["error"] = if observed {
            json!(message)
        } else {
            json!({"code": code, "message": message})
        };
    }
    if let Some(made) = character {
        video["character"] = self::character(call, made);
    }
    video
}

/// The file of a video: with its watermark where that was asked to be kept.
pub fn file(shown: &Shown) -> &'static str {
    match shown.job.asked.request["watermark"] == true {
        true => "watermark.mp4",
        false => "source.mp4",
    }
}

/// A character (`docs/wire/mirror.md` §5.1).
pub fn character(call: &Call, character: &Character) -> Value {
    json!({
        "id": character.id,
        "username": character.username,
        "permalink": format!("https://sora.chatgpt.com/profile/{}", character.username),
        "profile_picture_url": call.asset_url(&character.cameo, "profile.webp"),
    })
}
