//! Videos in the shape of OpenAI's (`docs/wire/sora2api.md` §3 and §12.1).

use http::StatusCode;
use serde_json::Value;

use super::access::{Client, Sent, client};
use super::course::course;
use super::gateway::{Gateway, Video, open};
use super::generation::{Wanted, begin, outcome};
use super::{references, views};
use crate::engine::jobs::{JobKind, Status};
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

const FIELDS: [&str; 11] = [
    "prompt",
    "model",
    "seconds",
    "size",
    "orientation",
    "style_id",
    "input_reference",
    "input_image",
    "remix_target_id",
    "metadata",
    "async_mode",
];

/// The styles of the document; real servers pass any through.
pub const STYLES: [&str; 6] = ["festive", "retro", "news", "selfie", "handheld", "anime"];

/// `POST /v1/videos`
pub async fn create(call: Call) -> Answer {
    let client = client(&call)?;
    let sent = Sent::read(&call)?;
    sent.only(&call, &FIELDS)?;
    let prompt = sent.prompt()?;
    let fields = &sent.fields;
    let orientation = fields.optional_one_of("orientation", &["landscape", "portrait"])?;
    let default_size = match orientation {
        Some("portrait") => "720x1280",
        _ => "1280x720",
    };
    let asked = Asked::read(&call, &sent, prompt, default_size)?;
    check_image(&call, &sent)?;
    let metadata = metadata(&sent)?;
    let target = fields.optional_text("remix_target_id")?;
    let id = open(&call, |gateway, world| {
        let source = target
            .map(|id| references::remix_source(gateway, world, "remix_target_id", id))
            .transpose()?;
        begin_video(&call, gateway, world, &client, asked, source, metadata)
    })?;
    answer(&call, &sent, &id, "queued").await
}

/// `POST /v1/videos/{video_id}/remix`
pub async fn remix(call: Call) -> Answer {
    let client = client(&call)?;
    let sent = Sent::read(&call)?;
    let known = [
        "prompt",
        "model",
        "seconds",
        "size",
        "style_id",
        "async_mode",
    ];
    sent.only(&call, &known)?;
    let prompt = sent.prompt()?;
    let source = call.param("video_id").to_owned();
    let id = open(&call, |gateway, world| {
        let video = gateway.videos.get(&source).ok_or_else(not_found)?.clone();
        let job = world.jobs.get(&video.job).ok_or_else(not_found)?;
        if course(job, &gateway.settings, call.now).status != Status::Succeeded {
            let message = format!("{source} is not completed and cannot be remixed.");
            return Err(Refusal::wrong_value("video_id", message));
        }
        let asked = Asked::read(&call, &sent, prompt, &video.size)?;
        begin_video(&call, gateway, world, &client, asked, Some(source), None)
    })?;
    answer(&call, &sent, &id, "in_progress").await
}

/// `GET /v1/videos/{video_id}`
pub async fn get(call: Call) -> Answer {
    client(&call)?;
    let id = call.param("video_id");
    let body = open(&call, |gateway, world| view(&call, gateway, world, id));
    Ok(Reply::json(body.ok_or_else(not_found)?))
}

/// What creating and remixing have in common.
struct Asked {
    prompt: String,
    model: String,
    seconds: String,
    size: String,
    request: Value,
}

impl Asked {
    fn read(call: &Call, sent: &Sent, prompt: String, default_size: &str) -> Result<Self, Refusal> {
        let fields = &sent.fields;
        let models: &[&str] = if call.observed() {
            &[
                "sora-2",
                "sora2",
                "sora",
                "sora-2-pro",
                "sora2-pro",
                "sora2pro",
            ]
        } else {
            &["sora-2"]
        };
        let model = match fields.optional_one_of("model", models)? {
            Some("sora-2-pro" | "sora2-pro" | "sora2pro") => "sora-2-pro",
            _ => "sora-2",
        };
        let sizes: &[&str] = match model {
            "sora-2-pro" => &["720x1280", "1280x720", "1024x1792", "1792x1024"],
            _ => &["720x1280", "1280x720"],
        };
        let size = fields
            .optional_one_of("size", sizes)?
            .unwrap_or(default_size);
        // Real servers read the number where JSON brings one.
        let seconds = match fields.get("seconds") {
            Some(Value::Number(_)) if call.observed() => {
                fields.integer_of("seconds", &[10, 15])?.to_string()
            }
            _ => fields
                .optional_one_of("seconds", &["10", "15"])?
                .unwrap_or("15")
                .to_owned(),
        };
        if call.observed() {
            fields.optional_text("style_id")?;
        } else {
            fields.optional_one_of("style_id", &STYLES)?;
        }
        sent.flag("async_mode")?;
        Ok(Self {
            prompt,
            model: model.to_owned(),
            seconds,
            size: size.to_owned(),
            request: fields.to_value(),
        })
    }
}

/// A file in a form; in JSON the Base64 of `input_image`, and on real servers
/// of `input_reference` too.
fn check_image(call: &Call, sent: &Sent) -> Result<(), Refusal> {
    if let Some(file) = sent.file("input_reference")? {
        references::check_image_file(file)?;
    }
    if let Some(text) = sent.fields.optional_text("input_reference")? {
        if !call.observed() {
            let message =
                "`input_reference` must be a file of a form; accepted in JSON: `input_image`.";
            return Err(Refusal::wrong_value("input_reference", message));
        }
        references::check_image("input_reference", text)?;
    }
    match sent.fields.optional_text("input_image")? {
        Some(text) => references::check_image("input_image", text),
        None => Ok(()),
    }
}

/// Extended parameters: the text of a JSON object.
fn metadata(sent: &Sent) -> Result<Option<Value>, Refusal> {
    let Some(text) = sent.fields.optional_text("metadata")? else {
        return Ok(None);
    };
    let value = serde_json::from_str(text).ok().filter(Value::is_object);
    let wrong =
        || Refusal::wrong_value("metadata", "`metadata` must be the text of a JSON object.");
    value.ok_or_else(wrong).map(Some)
}

fn begin_video(
    call: &Call,
    gateway: &mut Gateway,
    world: &mut World,
    client: &Client,
    asked: Asked,
    source: Option<String>,
    metadata: Option<Value>,
) -> Result<String, Refusal> {
    let (width, height) = asked.size.split_once('x').unwrap_or(("1280", "720"));
    let wanted = Wanted {
        kind: JobKind::Video,
        prompt: asked.prompt,
        width: width.parse().unwrap_or(1280),
        height: height.parse().unwrap_or(720),
        seconds: asked.seconds.parse().unwrap_or(15),
        model: asked.model.clone(),
        remix_of: source.clone(),
        request: asked.request,
    };
    let job = begin(call, gateway, world, client, wanted)?;
    let id = format!("sora-2-{}", world.random.hex(12));
    let video = Video {
        job,
        model: asked.model,
        seconds: asked.seconds,
        size: asked.size,
        remixed_from: source,
        metadata,
    };
    gateway.videos.insert(id.clone(), video);
    Ok(id)
}

/// At once, 201 and in progress, or 200 and `first` as real servers have it;
/// or, with `async_mode` off, when the video is done.
async fn answer(call: &Call, sent: &Sent, id: &str, first: &str) -> Answer {
    let job = open(call, |gateway, _| {
        gateway.videos.get(id).map(|video| video.job.clone())
    });
    let job = job.ok_or_else(not_found)?;
    let waits = sent.flag("async_mode")? == Some(false);
    if waits {
        // A failure shows in the video itself.
        let _ = outcome(call, &job).await;
    }
    let body = open(call, |gateway, world| view(call, gateway, world, id));
    let mut body = body.ok_or_else(not_found)?;
    if waits {
        return Ok(Reply::json(body));
    }
    body["status"] = if call.observed() {
        first
    } else {
        "in_progress"
    }
    .into();
    let status = if call.observed() {
        StatusCode::OK
    } else {
        StatusCode::CREATED
    };
    Ok(Reply::json(body).status(status))
}

/// The video `id` as it is now.
pub fn view(call: &Call, gateway: &Gateway, world: &mut World, id: &str) -> Option<Value> {
    let now = call.engine.clock.now();
    views::video(call, gateway, world, id, gateway.videos.get(id)?, now)
}

fn not_found() -> Refusal {
    Refusal::of("not_found").message("Task not found")
}
