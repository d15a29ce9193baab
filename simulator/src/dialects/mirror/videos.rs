//! Videos: create, look at, fetch, remix.

use std::collections::HashMap;

use http::StatusCode;

use super::access::{check_plan, paid_licence};
use super::bodies;
use super::characters::{Wanted, wanted};
use super::model::{Family, Model};
use super::named::named;
use crate::dialects::gateway::input::{Input, Schema};
use crate::dialects::gateway::jobs::{self, Shown};
use crate::dialects::gateway::references::{IMAGES, check_url_or_base64};
use crate::dialects::gateway::{characters, measures};
use crate::engine::characters::Character;
use crate::engine::jobs::{JobKind, NewJob, Status};
use crate::engine::random::Random;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

/// Frames in a second.
const FPS: u32 = 30;

const FIELDS: [&str; 16] = [
    "prompt",
    "model",
    "input_reference",
    "size",
    "n",
    "watermark",
    "duration",
    "seconds",
    "hd",
    "private",
    "style",
    "storyboard",
    "character_url",
    "character_timestamps",
    "character_create",
    "character_from_task",
];

const STYLES: [&str; 6] = [
    "thanksgiving",
    "comic",
    "news",
    "selfie",
    "nostalgic",
    "anime",
];

/// Which form fields are not text.
pub const SCHEMA: Schema = Schema {
    integers: &["n", "duration", "seconds"],
    booleans: &[
        "watermark",
        "hd",
        "private",
        "storyboard",
        "character_create",
    ],
    json: &[],
};

/// The characters that came with videos, and the videos that come with one.
#[derive(Default)]
struct WithCharacters {
    made: HashMap<String, Character>,
    to_make: HashMap<String, (f64, f64)>,
}

/// `POST /sora/v1/videos`
pub async fn create(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let input = Input::read(&call, SCHEMA)?;
    input.only(&FIELDS)?;
    check_references(&input)?;
    let asked = read(&call, &input.fields)?;
    check_plan(&call, &account, &asked.model)?;
    make(&call, &account, &input.fields, asked)
}

/// `POST /sora/v1/videos/{video_id}/remix`: a video of one's own that is done
/// and not private.
pub async fn remix(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let source = named(&call, &account, call.param("video_id"))?;
    let fields = call.json()?;
    fields.only(&FIELDS)?;
    let prompt = fields.string("prompt")?.to_owned();
    let model = match fields.optional_text("model")? {
        Some(name) => {
            video_model(name)?;
            name.to_owned()
        }
        None => source.job.asked.model.clone(),
    };
    if source.job.asked.request["private"] == true {
        let message = format!("The video {} is private and cannot be remixed.", source.id);
        return Err(Refusal::wrong_value("video_id", message));
    }
    if source.status(call.now) != Status::Succeeded {
        let message = format!("The video {} is not completed.", source.id);
        return Err(Refusal::wrong_value("video_id", message));
    }
    let asked = NewJob {
        prompt,
        model,
        remix_of: Some(source.id.clone()),
        request: fields.to_value(),
        ..source.job.asked
    };
    make(&call, &account, &fields, asked)
}

/// `GET /sora/v1/videos/{video_id}`
pub async fn get(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let shown = named(&call, &account, call.param("video_id"))?;
    let character = character_of(&call, &shown);
    Ok(Reply::json(bodies::video(
        &call,
        &shown,
        character.as_ref(),
    )))
}

/// `GET /sora/v1/videos/{video_id}/content`: the bytes; observed, a redirect to
/// the media origin.
pub async fn content(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let shown = named(&call, &account, call.param("video_id"))?;
    let file = bodies::file(&shown);
    let Some(link) = shown.link(&call, file) else {
        let message = format!("The video {} is not completed.", shown.id);
        let mut refusal = Refusal::of("conflict").message(message);
        refusal.status = StatusCode::BAD_REQUEST;
        return Err(refusal);
    };
    if call.observed() {
        return Ok(Reply::redirect(StatusCode::FOUND, &link));
    }
    shown.content(&call, file).await
}

/// The model called `name`, which must be one for videos.
pub fn video_model(name: &str) -> Result<Model, Refusal> {
    let model = Model::read(name)?;
    if model.family == Family::Image {
        let message = "`model` sora_image makes images; accepted: sora_video, sora_video2.";
        return Err(Refusal::wrong_value("model", message));
    }
    Ok(model)
}

/// Reads what a video request and a chat request have in common. Fields win
/// over the parameters in the model's name.
pub fn read(call: &Call, fields: &Fields) -> Result<NewJob, Refusal> {
    let prompt = fields.string("prompt")?.to_owned();
    let name = fields.string("model")?;
    let model = video_model(name)?;
    let seconds = seconds(fields)?.or(model.seconds).unwrap_or(10);
    let hd = fields.optional_boolean("hd")?.unwrap_or(false) || model.hd;
    if hd && !model.pro {
        let message = "`hd` needs `model` sora_video2-pro.";
        return Err(Refusal::wrong_value("hd", message));
    }
    if hd && seconds == 25 {
        let message = "`hd` is not offered for 25 seconds; accepted: 10, 15.";
        return Err(Refusal::wrong_value("hd", message));
    }
    if fields.optional_one_of("style", &STYLES)?.is_some() && model.family != Family::Video2 {
        return Err(Refusal::wrong_value(
            "style",
            "`style` needs `model` sora_video2.",
        ));
    }
    for name in ["watermark", "private", "storyboard", "character_create"] {
        fields.optional_boolean(name)?;
    }
    let variants = match fields.get("n") {
        Some(_) => fields.integer_of("n", &[1, 2, 3, 4])?,
        None => 1,
    };
    let landscape = match fields.optional_text("size")? {
        Some(size) => {
            let (width, height) = measures::proportions("size", size)?;
            width > height
        }
        None => model.landscape.unwrap_or(false),
    };
    let (long, short) = if hd { (1792, 1024) } else { (1280, 720) };
    let (width, height) = if landscape {
        (long, short)
    } else {
        (short, long)
    };
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Video,
        prompt,
        width,
        height,
        frames: u32::try_from(seconds).unwrap_or(10) * FPS,
        fps: FPS,
        model: name.to_owned(),
        variants: u32::try_from(variants).unwrap_or(1),
        remix_of: None,
        request: fields.to_value(),
    })
}

/// `duration` or `seconds`: a number, or digits as OpenAI's clients send them.
fn seconds(fields: &Fields) -> Result<Option<i64>, Refusal> {
    let lengths = [10, 15, 25];
    let mut found = None;
    for name in ["duration", "seconds"] {
        match fields.get(name) {
            None => {}
            Some(serde_json::Value::String(_)) => {
                let text = fields.one_of(name, &["10", "15", "25"])?;
                found = found.or(text.parse().ok());
            }
            Some(_) => found = found.or(Some(fields.integer_of(name, &lengths)?)),
        }
    }
    Ok(found)
}

/// Files with a name and a media type, or URLs and base64 in JSON.
fn check_references(input: &Input) -> Result<(), Refusal> {
    for file in input.files("input_reference")? {
        file.file_type(&IMAGES)?;
    }
    let fields = &input.fields;
    let texts = match fields.get("input_reference") {
        Some(serde_json::Value::String(text)) => vec![text.as_str()],
        _ => fields.strings("input_reference")?,
    };
    for text in texts {
        check_url_or_base64("input_reference", text, &IMAGES)?;
    }
    Ok(())
}

fn make(call: &Call, account: &str, fields: &Fields, asked: NewJob) -> Answer {
    let wanted = wanted(call, account, fields)?;
    let shown = jobs::create(call, account, asked, new_id)?;
    match wanted {
        Wanted::Nothing => {}
        Wanted::Now(range) => {
            make_character(call, &shown, range);
        }
        Wanted::AfterVideo(range) => {
            let mut world = call.world();
            let state = world.state::<WithCharacters>();
            state.to_make.insert(shown.job.id.clone(), range);
        }
    }
    let character = character_of(call, &shown);
    Ok(Reply::json(bodies::video(call, &shown, character.as_ref())))
}

/// A new id for a video.
pub fn new_id(random: &mut Random) -> String {
    format!("video_{}", random.hex(32))
}

/// The character that came with a video; one that was to be made from it is
/// made when the finished video is first looked at.
fn character_of(call: &Call, shown: &Shown) -> Option<Character> {
    let to_make = {
        let mut world = call.world();
        let state = world.state::<WithCharacters>();
        if let Some(made) = state.made.get(&shown.job.id) {
            return Some(made.clone());
        }
        let done = shown.has_media(call.now);
        done.then(|| state.to_make.remove(&shown.job.id)).flatten()
    };
    to_make.map(|range| make_character(call, shown, range))
}

fn make_character(call: &Call, shown: &Shown, range: (f64, f64)) -> Character {
    let character = characters::create(call, &shown.job.account, None, range);
    let mut world = call.world();
    let state = world.state::<WithCharacters>();
    state.made.insert(shown.job.id.clone(), character.clone());
    character
}
