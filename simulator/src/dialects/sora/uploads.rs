//! Uploads (`docs/wire/sora.md` §4). Files are recognised by their content.

use serde_json::{Value, json};

use super::access::authenticate;
use crate::engine::characters::Cameo;
use crate::engine::refusal::Refusal;
use crate::engine::uploads::{FileType, Upload};
use crate::exchange::{Answer, Call, Part, Reply};

const IMAGES: [FileType; 3] = [FileType::Png, FileType::Jpeg, FileType::Webp];
/// Largest image.
const LARGEST_IMAGE: usize = 50 * 1024 * 1024;

/// `POST /uploads`: an image to start from.
pub async fn image(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let form = call.form()?;
    form.only(&["file", "file_name"])?;
    let part = form.file("file")?;
    let file_type = check(part, &IMAGES)?;
    if form.text("file_name")?.is_empty() {
        return Err(Refusal::wrong_value(
            "file_name",
            "`file_name` must not be empty.",
        ));
    }
    let prefix = if call.observed() { "media" } else { "upload" };
    let id = store(&call, &account, part, file_type, prefix);
    let mut body = json!({"id": id});
    if call.observed() {
        body["type"] = json!("image");
        body["filename"] = json!(part.file_name);
        body["extension"] = json!(
            part.file_name
                .as_deref()
                .and_then(|name| name.rsplit('.').next())
        );
        body["url"] = json!(call.asset_url(&id, "original"));
    }
    Ok(Reply::json(body))
}

/// `POST /characters/upload`: a video to make a character from.
pub async fn character(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let form = call.form()?;
    form.only(&["file", "timestamps"])?;
    let part = form.file("file")?;
    check(part, &[FileType::Mp4])?;
    let timestamps = form.text("timestamps")?;
    let range = timestamps
        .split_once(',')
        .and_then(|(start, end)| Some((start.trim().parse().ok()?, end.trim().parse().ok()?)));
    let range = range.ok_or_else(|| {
        let message = format!(
            "`timestamps` is \"{timestamps}\"; accepted: \"start,end\" in seconds, as in \"0,3\"."
        );
        Refusal::wrong_value("timestamps", message)
    })?;
    let fails = part
        .file_name
        .as_deref()
        .is_some_and(|name| name.contains("simulate:"));
    cameo(&call, &account, range, fails)
}

/// `POST /characters/from-generation`: a character from a video made before.
pub async fn character_from_generation(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    fields.only(&["generation_id", "character_id", "timestamps"])?;
    let generation = fields.string("generation_id")?;
    let own = call
        .world()
        .jobs
        .by_generation(generation)
        .is_some_and(|job| job.account == account);
    if !own {
        return Err(Refusal::not_found("generation", generation));
    }
    let range = match fields.array("timestamps")? {
        [start, end] => start.as_f64().zip(end.as_f64()),
        _ => None,
    };
    let range =
        range.ok_or_else(|| Refusal::wrong_type("timestamps", "an array of two numbers"))?;
    cameo(&call, &account, range, false)
}

/// `POST /project_y/file/upload`: a character's picture, or an image to start
/// from by the newer way.
pub async fn file(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let form = call.form()?;
    form.only(&["file", "use_case"])?;
    let part = form.file("file")?;
    let file_type = check(part, &IMAGES)?;
    let use_case = form.text("use_case")?;
    let accepted: &[&str] = if call.observed() {
        &["profile", "inpaint_safe"]
    } else {
        &["profile"]
    };
    if !accepted.contains(&use_case) {
        let message = format!(
            "`use_case` is \"{use_case}\"; accepted: {}.",
            accepted.join(", ")
        );
        return Err(Refusal::wrong_value("use_case", message));
    }
    if !call.observed() {
        let pointer = store(&call, &account, part, file_type, "asset_ptr");
        return Ok(Reply::json(json!({"asset_pointer": pointer})));
    }
    let id = store(&call, &account, part, file_type, "file");
    Ok(Reply::json(json!({
        "file_id": id,
        "asset_pointer": format!("sediment://{id}"),
        "url": call.asset_url(&id, "original"),
        "size": part.content.len(),
        "azure_asset_pointer": Value::Null,
        "contains_realistic_person": false,
    })))
}

/// The upload that an asset pointer stands for.
pub fn id_of_pointer(pointer: &str) -> &str {
    pointer.strip_prefix("sediment://").unwrap_or(pointer)
}

fn check(part: &Part, accepted: &[FileType]) -> Result<FileType, Refusal> {
    let found = part.file_type(accepted)?;
    if found != FileType::Mp4 && part.content.len() > LARGEST_IMAGE {
        let message = format!("`{}` is larger than 50 MB.", part.name);
        return Err(Refusal::wrong_value(&part.name, message));
    }
    Ok(found)
}

fn store(call: &Call, account: &str, part: &Part, file_type: FileType, prefix: &str) -> String {
    let mut world = call.world();
    let id = format!("{prefix}_01{}", world.random.base32(24));
    world.uploads.add(Upload {
        id: id.clone(),
        account: account.to_owned(),
        file_name: part.file_name.clone().unwrap_or_default(),
        file_type,
        content: part.content.clone(),
        created_at: call.now,
    });
    id
}

/// Starts the processing of a cameo. The document sets no limit to its length.
fn cameo(call: &Call, account: &str, range: (f64, f64), fails: bool) -> Answer {
    let (start, end) = range;
    if !(start >= 0.0 && end > start) {
        let message = format!("`timestamps` {start},{end}: the end must be after the start.");
        return Err(Refusal::wrong_value("timestamps", message));
    }
    let mut world = call.world();
    let id = format!("cameo_{}", world.random.hex(32));
    let cameo = Cameo {
        id: id.clone(),
        account: account.to_owned(),
        created_at: call.now,
        timestamps: range,
        fails,
        character: None,
    };
    world.characters.cameos.insert(id.clone(), cameo);
    Ok(Reply::json(json!({"id": id})))
}
