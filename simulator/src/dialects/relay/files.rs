//! Files to start from, as relays of this kind take them (`docs/wire/relay.md` §6).

use serde_json::json;

use crate::dialects::gateway::access::authenticate;
use crate::engine::uploads::{FileType, Upload};
use crate::exchange::{Answer, Call, Reply};

const ACCEPTED: [FileType; 4] = [FileType::Png, FileType::Jpeg, FileType::Webp, FileType::Mp4];

/// `POST /v1/files`: an image or a video; the answer's `url` serves as a
/// reference.
pub async fn upload(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let form = call.form()?;
    form.only(&["file", "purpose"])?;
    let part = form.file("file")?;
    let file_type = part.file_type(&ACCEPTED)?;
    let mut world = call.world();
    let id = format!("file-{}", world.random.token(24));
    world.uploads.add(Upload {
        id: id.clone(),
        account,
        file_name: part.file_name.clone().unwrap_or_default(),
        file_type,
        content: part.content.clone(),
        created_at: call.now,
    });
    Ok(Reply::json(json!({
        "id": id,
        "object": "file",
        "bytes": part.content.len(),
        "created_at": call.now.as_second(),
        "filename": part.file_name,
        "purpose": form.optional_text("purpose")?,
        "url": call.asset_url(&id, "original"),
    })))
}
