//! Creating videos (`docs/wire/sora.md` §5.2 to §5.4).

use serde_json::{Value, json};

use super::access::{authenticate, require_browser_agent};
use super::references::References;
use super::{bodies, sentinel};
use crate::engine::characters::Character;
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Fields, Reply};

/// Frames in a second: `n_frames` 300 is ten seconds.
pub const FPS: u32 = 30;

/// The fields that the documents name, and a few that every real client sends.
/// The documented form refuses others, so that a misspelt field is noticed.
const KNOWN_FIELDS: [&str; 21] = [
    "kind",
    "prompt",
    "orientation",
    "size",
    "n_frames",
    "model",
    "inpaint_items",
    "style_id",
    "remix_target_id",
    "cameo_ids",
    "cameo_replacements",
    "title",
    "storyboard_id",
    "metadata",
    "audio_caption",
    "audio_transcript",
    "video_caption",
    "project_config",
    "trim_config",
    "reroll_target_id",
    "nsamples",
];

const STYLES: [&str; 10] = [
    "festive",
    "kakalaka",
    "news",
    "selfie",
    "handheld",
    "golden",
    "anime",
    "retro",
    "nostalgic",
    "comic",
];

/// `POST /nf/create`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    require_browser_agent(&call)?;
    sentinel::require(&call)?;
    let fields = call.json()?;
    let asked = read(&call, &account, &fields)?;
    created(&call, &account, asked)
}

/// Makes the job and words the answer: `{id}`, or what real servers add.
pub fn created(call: &Call, account: &str, asked: NewJob) -> Answer {
    let mut world = call.world();
    let job = world.create_job(account, asked, call.job_failure.as_deref(), call.now)?;
    let (task, generation) = (job.id.clone(), job.generations[0].clone());
    call.note_job(&task);
    let body = if call.observed() {
        json!({
            "id": task,
            "task_type": "video_gen",
            "priority": 1,
            "rate_limit_and_credit_balance": bodies::balance(call, &world, account),
        })
    } else {
        json!({"id": generation})
    };
    Ok(Reply::json(body))
}

/// Reads and checks what `nf/create` and its relatives have in common.
pub fn read(call: &Call, account: &str, fields: &Fields) -> Result<NewJob, Refusal> {
    let observed = call.observed();
    if !observed {
        fields.only(&KNOWN_FIELDS)?;
    }
    fields.one_of("kind", &["video"])?;
    let prompt = fields.string("prompt")?.to_owned();
    let remix_of = fields.optional_text("remix_target_id")?.map(str::to_owned);
    let (orientations, sizes, lengths, models): (&[&str], &[&str], &[i64], &[&str]) = if observed {
        (
            &["landscape", "portrait", "square"],
            &["small", "medium", "large"],
            &[150, 300, 450, 600, 750],
            &["sy_8", "sy_ore", "sy_8_20251208"],
        )
    } else {
        (
            &["landscape", "portrait"],
            &["small", "large"],
            &[300, 450, 750],
            &["sy_8", "sy_ore"],
        )
    };
    let orientation = fields.one_of("orientation", orientations)?;
    // A remix keeps the size of its source, and clients leave it out.
    let size = match &remix_of {
        Some(_) => fields.optional_one_of("size", sizes)?.unwrap_or("small"),
        None => fields.one_of("size", sizes)?,
    };
    let frames = fields.integer_of("n_frames", lengths)?;
    let model = fields.one_of("model", models)?;
    check_pair(model, size, frames)?;
    if observed {
        fields.optional_text("style_id")?;
    } else {
        fields.optional_one_of("style_id", &STYLES)?;
    }
    let mut world = call.world();
    check_sora2(&world, account)?;
    check_inputs(&mut world, account, fields, observed)?;
    check_cameos(&world, account, fields)?;
    if !observed {
        check_names(&world, account, &prompt)?;
    }
    check_remix_target(&world, remix_of.as_deref())?;
    let (width, height) = pixels(orientation, size);
    let variants = match fields.get("nsamples") {
        Some(_) => u32::try_from(fields.integer_of("nsamples", &[1, 2, 3, 4])?).unwrap_or(1),
        None => 1,
    };
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Video,
        prompt,
        width,
        height,
        frames: u32::try_from(frames).unwrap_or(300),
        fps: FPS,
        model: model.to_owned(),
        variants,
        remix_of,
        request: fields.to_value(),
    })
}

/// HD is for the Pro model, and 25 seconds are not for HD (`docs/wire/sora.md` §9.3).
fn check_pair(model: &str, size: &str, frames: i64) -> Result<(), Refusal> {
    if size == "large" && model != "sy_ore" {
        let message = format!("`size` large needs `model` sy_ore, not {model}.");
        return Err(Refusal::wrong_value("size", message));
    }
    if size == "large" && frames == 750 {
        let message = "`n_frames` 750 (25 s) is not offered in `size` large; accepted: 300, 450.";
        return Err(Refusal::wrong_value("n_frames", message));
    }
    Ok(())
}

fn check_inputs(
    world: &mut World,
    account: &str,
    fields: &Fields,
    observed: bool,
) -> Result<(), Refusal> {
    let kinds: &[&str] = if observed {
        &["upload", "file", "generation", "reference"]
    } else {
        &["upload"]
    };
    for item in fields.objects("inpaint_items")? {
        match item.one_of("kind", kinds)? {
            "upload" => check_upload(world, account, &item, "upload_id")?,
            "file" => check_upload(world, account, &item, "file_id")?,
            "generation" => {
                let id = item.string("generation_id")?;
                let own = world
                    .jobs
                    .by_generation(id)
                    .filter(|job| job.account == account);
                own.ok_or_else(|| unknown(&item, "generation_id", "generation", id))?;
            }
            _ => {
                let id = item.string("reference_id")?;
                if !world.state::<References>().has(id, account) {
                    return Err(unknown(&item, "reference_id", "reference", id));
                }
            }
        }
    }
    Ok(())
}

/// The member `name` of `item` must be an image that the account uploaded.
pub fn check_upload(
    world: &World,
    account: &str,
    item: &Fields,
    name: &str,
) -> Result<(), Refusal> {
    use crate::engine::uploads::FileType;
    let id = item.string(name)?;
    let upload = world.uploads.of_account(id, account);
    let upload = upload.ok_or_else(|| unknown(item, name, "upload", id))?;
    if upload.file_type == FileType::Mp4 {
        let message = format!("`{}` is a video; accepted: an image.", item.path(name));
        return Err(Refusal::wrong_value(&item.path(name), message));
    }
    Ok(())
}

fn unknown(item: &Fields, name: &str, what: &str, id: &str) -> Refusal {
    let message = format!("`{}`: there is no {what} {id}.", item.path(name));
    Refusal::wrong_value(&item.path(name), message)
}

fn check_cameos(world: &World, account: &str, fields: &Fields) -> Result<(), Refusal> {
    let usable =
        |character: &Character| character.account == account || character.visibility == "public";
    for id in fields.strings("cameo_ids")? {
        let known = world
            .characters
            .characters
            .values()
            .filter(|character| usable(character));
        if !known
            .clone()
            .any(|character| character.id == id || character.cameo == id)
        {
            return Err(unknown(fields, "cameo_ids", "cameo", id));
        }
    }
    let Some(replacements) = fields.optional_object("cameo_replacements")? else {
        return Ok(());
    };
    let Value::Object(replacements) = replacements.to_value() else {
        return Ok(());
    };
    let is_usable = |id: &str| {
        let mut all = world.characters.characters.values();
        all.any(|one| usable(one) && (one.id == id || one.cameo == id))
    };
    for (place, id) in &replacements {
        for id in [Some(place.as_str()), id.as_str()] {
            let id = id.ok_or_else(|| {
                Refusal::wrong_type("cameo_replacements", "an object of cameos by cameo")
            })?;
            if !is_usable(id) {
                return Err(unknown(fields, "cameo_replacements", "cameo", id));
            }
        }
    }
    Ok(())
}

/// Accounts that are new to Sora 2 have to open it first (`docs/wire/sora.md` §3.5).
fn check_sora2(world: &World, account: &str) -> Result<(), Refusal> {
    match world.accounts.get(account) {
        Some(account) if !account.spec.sora2 => {
            let message = "This account does not have Sora 2.";
            Err(Refusal::of("Unauthorized").message(message))
        }
        _ => Ok(()),
    }
}

/// Each `@name` of a prompt has to be a character that the account may use, or a user.
fn check_names(world: &World, account: &str, prompt: &str) -> Result<(), Refusal> {
    let names = prompt.split_whitespace().filter_map(|word| {
        let name = word.strip_prefix('@')?;
        Some(name.trim_end_matches(|c: char| !c.is_alphanumeric()))
    });
    for name in names.filter(|name| !name.is_empty()) {
        let character = world
            .characters
            .by_username(name)
            .filter(|character| character.account == account || character.visibility == "public");
        if character.is_none() && world.accounts.by_username(name).is_none() {
            let message = format!("`prompt`: there is no character @{name}.");
            return Err(Refusal::wrong_value("prompt", message));
        }
    }
    Ok(())
}

fn check_remix_target(world: &World, target: Option<&str>) -> Result<(), Refusal> {
    let Some(id) = target else { return Ok(()) };
    if world.posts.get(id).is_none() {
        let message = format!("`remix_target_id`: there is no post {id}.");
        return Err(Refusal::wrong_value("remix_target_id", message));
    }
    Ok(())
}

/// Pixels of a video: 720p, and the larger size of the Pro model in HD.
pub fn pixels(orientation: &str, size: &str) -> (u32, u32) {
    let (long, short) = if size == "large" {
        (1792, 1024)
    } else {
        (1280, 720)
    };
    match orientation {
        "landscape" => (long, short),
        "portrait" => (short, long),
        _ => (short, short),
    }
}
