//! Characters (`docs/wire/openai.md` §7).

use serde_json::{Value, json};

use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::characters as shared;
use crate::dialects::gateway::input::{Input, Schema};
use crate::engine::characters::Character;
use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;
use crate::exchange::{Answer, Call, Reply};

/// `POST /v1/videos/characters`: a name and a video file.
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let input = Input::read(&call, Schema::default())?;
    input.only(&["name", "video"])?;
    let name = input.fields.string("name")?;
    let video = input.file("video")?;
    video
        .ok_or_else(|| Refusal::missing("video", "The file"))?
        .file_type(&[FileType::Mp4])?;
    let character = shared::create(&call, &account, Some(name), (0.0, 3.0));
    Ok(Reply::json(body(&character)))
}

/// `GET /v1/videos/characters/{character_id}`
pub async fn get(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("character_id");
    let character = shared::find(&call, &account, id);
    let character = character.ok_or_else(|| Refusal::not_found("character", id))?;
    Ok(Reply::json(body(&character)))
}

fn body(character: &Character) -> Value {
    json!({
        "id": character.id,
        "object": "character",
        "name": character.display_name,
        "created_at": character.created_at.as_second(),
    })
}
