//! Chat completions (`docs/wire/sora2api.md` §2 and §12.2).

use http::StatusCode;
use serde_json::json;

use super::access::{Client, client};
use super::characters::{self, Options};
use super::chat_frame::Frame;
use super::gateway::open;
use super::generation::{self, Wanted, outcome, start};
use super::models::{self, Model};
use super::slots::Slot;
use super::{errors, references};
use crate::dialects::sora::prompts;
use crate::engine::jobs::JobKind;
use crate::engine::refusal::{Reason, Refusal};
use crate::engine::watch::{POLL_INTERVAL, watch};
use crate::exchange::chat::{ChatRequest, Completion, Teller, told};
use crate::exchange::{Answer, Call, Reply};

/// The members of the document, and those that OpenAI's own clients add.
const FIELDS: [&str; 17] = [
    "model",
    "messages",
    "stream",
    "image",
    "video",
    "remix_target_id",
    "style_id",
    "character_options",
    "stream_options",
    "temperature",
    "top_p",
    "max_tokens",
    "max_completion_tokens",
    "n",
    "stop",
    "user",
    "seed",
];

/// What a request comes to.
#[derive(Clone)]
enum Task {
    Generate(Box<Wanted>),
    Enhance(String),
    /// A character, and what is then to be made with it.
    Character(Box<Options>, Option<Box<Wanted>>),
}

/// `POST /v1/chat/completions`
pub async fn complete(call: Call) -> Answer {
    let client = client(&call)?;
    let request = ChatRequest::read(&call)?;
    if !call.observed() {
        request.fields.only(&FIELDS)?;
    }
    let model = models::find(&call, &request.model)?;
    let task = read(&call, &request, model)?;
    if request.stream {
        return Ok(told(|teller| stream(call, client, task, teller)));
    }
    if call.observed() {
        return availability(&call, &client, &task);
    }
    let completion = Completion::new(&call, &request.model);
    let content = content(&call, &client, task).await?;
    Ok(Reply::json(completion.whole(&content)))
}

fn read(call: &Call, request: &ChatRequest, model: Model) -> Result<Task, Refusal> {
    let fields = &request.fields;
    check_images(call, request)?;
    if call.observed() {
        fields.optional_text("style_id")?;
    } else {
        fields.optional_one_of("style_id", &super::videos::STYLES)?;
    }
    let remix_of = remix_source(call, request)?;
    let video = match fields.optional_text("video")? {
        Some(video) => Some(("video", video)),
        None => request.videos.last().map(|url| ("video_url", url.as_str())),
    };
    if let Some((name, text)) = video {
        references::check_video(name, text)?;
    }
    let options = || Options::of_chat(call, fields).map(Box::new);
    let (kind, width, height, seconds) = match model {
        Model::Enhance { level, seconds } => {
            return Ok(Task::Enhance(prompts::expand(
                &request.prompt,
                level,
                seconds,
            )));
        }
        Model::Character => {
            if video.is_none() {
                let message = "avatar-create needs a video: `video`, or a `video_url` part.";
                return Err(Refusal::wrong_value("video", message));
            }
            return Ok(Task::Character(options()?, None));
        }
        Model::Generate {
            kind,
            width,
            height,
            seconds,
        } => (kind, width, height, seconds),
    };
    let wanted = Box::new(Wanted {
        kind,
        prompt: request.prompt.clone(),
        width,
        height,
        seconds,
        model: request.model.clone(),
        remix_of,
        request: match call.observed() {
            // What real servers note of it.
            true => json!({
                "model": request.model,
                "prompt": request.prompt,
                "has_image": fields.optional_text("image")?.is_some() || !request.images.is_empty(),
            }),
            false => fields.to_value(),
        },
    });
    let is_empty = request.prompt.trim().is_empty();
    match (kind, video) {
        (JobKind::Video, Some(_)) => {
            let then = (!is_empty).then_some(wanted);
            Ok(Task::Character(options()?, then))
        }
        _ if is_empty => Err(Refusal::wrong_value("messages", "prompt is required")),
        _ => Ok(Task::Generate(wanted)),
    }
}

/// Base64 in `image`, data URLs in the parts. Real servers pass over URLs of
/// other hosts without a word.
fn check_images(call: &Call, request: &ChatRequest) -> Result<(), Refusal> {
    if let Some(image) = request.fields.optional_text("image")? {
        references::check_image("image", image)?;
    }
    for url in &request.images {
        if url.starts_with("data:") {
            references::check_image("image_url", url)?;
        } else if !call.observed() {
            let message = "`image_url` must be a data URL.";
            return Err(Refusal::wrong_value("image_url", message));
        }
    }
    Ok(())
}

/// The post to start from: named, or linked to in the prompt.
fn remix_source(call: &Call, request: &ChatRequest) -> Result<Option<String>, Refusal> {
    let named = request.fields.optional_text("remix_target_id")?;
    let Some(id) = named.or_else(|| references::post_id(&request.prompt)) else {
        return Ok(None);
    };
    open(call, |gateway, world| {
        references::remix_source(gateway, world, "remix_target_id", id).map(Some)
    })
}

/// The whole answer, as documented: JSON text that names the result.
async fn content(call: &Call, client: &Client, task: Task) -> Result<String, Refusal> {
    match task {
        Task::Enhance(text) => Ok(text),
        Task::Generate(wanted) => {
            let kind = wanted.kind;
            let job = start(call, client, *wanted)?;
            let link = outcome(call, &job).await?;
            Ok(super::chat_frame::result(call, kind, &link.url))
        }
        Task::Character(options, then) => {
            let character = characters::make(call, client, *options).await?;
            match then {
                None => Ok(super::chat_frame::card(call, &character).to_string()),
                Some(wanted) => {
                    let wanted = with_character(wanted, &character.username);
                    let kind = wanted.kind;
                    let job = start(call, client, *wanted)?;
                    let link = outcome(call, &job).await?;
                    Ok(super::chat_frame::result(call, kind, &link.url))
                }
            }
        }
    }
}

/// What real servers answer without a stream: whether there is a token that
/// could work. They make nothing.
fn availability(call: &Call, client: &Client, task: &Task) -> Answer {
    let (kind, what) = match task {
        Task::Generate(wanted) if wanted.kind == JobKind::Image => {
            (JobKind::Image, "image generation")
        }
        Task::Character(_, None) => (JobKind::Video, "avatar creation"),
        _ => (JobKind::Video, "video generation"),
    };
    let chosen = open(call, |gateway, world| {
        let only = client.account.as_deref();
        gateway
            .pool
            .choose(world, &gateway.settings, kind, only, call.now)
    });
    if chosen.is_err() {
        let mut refusal = Refusal::of("internal_error").message("Availability check failed");
        refusal.status = StatusCode::INTERNAL_SERVER_ERROR;
        return Err(refusal);
    }
    let text = format!(
        "All tokens available for {what}. Please enable streaming to use the generation feature."
    );
    Ok(Reply::json(Completion::new(call, "sora").whole(&text)))
}

async fn stream(call: Call, client: Client, task: Task, teller: Teller) {
    let frame = Frame::new(&call, teller);
    let mut slot = None;
    let done = match task {
        Task::Enhance(text) => {
            // Real servers end this stream without `[DONE]`.
            frame.text(&text, false);
            frame.stop();
            if !call.observed() {
                frame.done();
            }
            return;
        }
        Task::Generate(wanted) => tell_generation(&call, &client, &frame, wanted, &mut slot).await,
        Task::Character(options, then) => {
            tell_character(&call, &client, &frame, options, then, &mut slot).await
        }
    };
    if let Err(refusal) = done {
        if call.observed() && refusal.reason == Reason::Moderated && frame.has_begun() {
            frame.text(&format!("❌ 生成失败: {}", refusal.message), true);
        } else {
            frame.event(&errors::event(&refusal, call.shapes));
        }
    }
    frame.done();
    if let Some(slot) = slot {
        slot.free().await;
    }
}

async fn tell_generation(
    call: &Call,
    client: &Client,
    frame: &Frame,
    wanted: Box<Wanted>,
    slot: &mut Option<Slot>,
) -> Result<(), Refusal> {
    let kind = wanted.kind;
    let job = start(call, client, *wanted)?;
    *slot = Some(Slot::of(call, &job));
    frame.begin(kind);
    let deadline = open(call, |gateway, _| {
        call.engine.clock.now() + gateway.settings.timeout(kind)
    });
    let looks = watch(call.engine.clone(), job.clone(), POLL_INTERVAL, deadline);
    let mut looks = std::pin::pin!(looks);
    let mut last = None;
    let mut shown = None;
    while let Some(look) = futures_util::StreamExt::next(&mut looks).await {
        last = Some(look);
        let percent = look
            .progress
            .map(|progress| (progress * 100.0).clamp(0.0, 99.0) as u8);
        if !look.is_final() && percent.is_some() && percent != shown {
            frame.progress(kind, percent.unwrap_or(0));
            shown = percent;
        }
    }
    let last = last.ok_or_else(|| Refusal::of("internal_error"))?;
    let link = generation::result(call, &job, last)?;
    frame.text(&super::chat_frame::result(call, kind, &link.url), true);
    Ok(())
}

async fn tell_character(
    call: &Call,
    client: &Client,
    frame: &Frame,
    options: Box<Options>,
    then: Option<Box<Wanted>>,
    slot: &mut Option<Slot>,
) -> Result<(), Refusal> {
    frame.begin_character();
    let character = characters::make(call, client, *options).await?;
    frame.text(
        &format!("{}\n", super::chat_frame::card(call, &character)),
        false,
    );
    match then {
        Some(wanted) => {
            let wanted = with_character(wanted, &character.username);
            tell_generation(call, client, frame, wanted, slot).await
        }
        None => {
            let text = format!(
                "The character @{} was created.\nCharacter ID: {}\nCameo ID: {}",
                character.username, character.id, character.cameo
            );
            frame.text(&text, true);
            Ok(())
        }
    }
}

fn with_character(mut wanted: Box<Wanted>, username: &str) -> Box<Wanted> {
    wanted.prompt = format!("@{username} {}", wanted.prompt);
    wanted
}
