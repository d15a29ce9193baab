//! Characters, as relays of this kind offer them (`docs/wire/relay.md` §5).

use serde_json::json;

use super::videos;
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::references::check_url_or_base64;
use crate::dialects::gateway::{characters, measures};
use crate::engine::jobs::Status;
use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;
use crate::exchange::{Answer, Call, Reply};

/// `POST /sora/v1/characters`: from `url` or `from_task`.
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    fields.only(&["url", "from_task", "timestamps"])?;
    let range = fields.optional_text("timestamps")?.unwrap_or("0,3");
    let range = measures::time_range("timestamps", range, 1.0)?;
    match (
        fields.optional_text("url")?,
        fields.optional_text("from_task")?,
    ) {
        (Some(url), None) => check_url_or_base64("url", url, &[FileType::Mp4])?,
        (None, Some(task)) => {
            if videos::named(&call, &account, task)?.status(call.now) != Status::Succeeded {
                let message = format!("`from_task`: the task {task} has not succeeded.");
                return Err(Refusal::wrong_value("from_task", message));
            }
        }
        _ => {
            let message = "Either `url` or `from_task` is required.";
            return Err(Refusal::wrong_value("url", message));
        }
    }
    let character = characters::create(&call, &account, None, range);
    Ok(Reply::json(json!({
        "id": character.id,
        "username": character.username,
        "permalink": format!("https://sora.chatgpt.com/profile/{}", character.username),
        "profile_picture_url": call.asset_url(&character.cameo, "profile.webp"),
    })))
}
