//! The models (`docs/wire/sora2api.md` §1.1; real servers know more, §11.4).

use serde_json::json;

use super::UPSTREAM;
use super::access::client;
use crate::engine::jobs::JobKind;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// Frames in a second.
pub const FPS: u32 = 30;

/// What a model of the chat interface does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// Makes an image or a video.
    Generate {
        /// Which.
        kind: JobKind,
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
        /// Length of a video.
        seconds: u32,
    },
    /// Makes a prompt longer.
    Enhance {
        /// `short`, `medium` or `long`.
        level: &'static str,
        /// Length of the video that the prompt is for.
        seconds: i64,
    },
    /// Makes a character from a video.
    Character,
}

const fn image(width: u32, height: u32) -> Model {
    Model::Generate {
        kind: JobKind::Image,
        width,
        height,
        seconds: 0,
    }
}

const fn video(width: u32, height: u32, seconds: u32) -> Model {
    Model::Generate {
        kind: JobKind::Video,
        width,
        height,
        seconds,
    }
}

const fn enhance(level: &'static str, seconds: i64) -> Model {
    Model::Enhance { level, seconds }
}

/// The nine models of the document.
const DOCUMENTED: [(&str, Model); 9] = [
    ("sora-video-landscape-10s", video(1280, 720, 10)),
    ("sora-video-portrait-10s", video(720, 1280, 10)),
    ("sora-video-landscape-15s", video(1280, 720, 15)),
    ("sora-video-portrait-15s", video(720, 1280, 15)),
    ("sora-video-landscape-25s", video(1280, 720, 25)),
    ("sora-video-portrait-25s", video(720, 1280, 25)),
    ("sora-image", image(1024, 1024)),
    ("sora-image-landscape", image(1792, 1024)),
    ("sora-image-portrait", image(1024, 1792)),
];

/// What forks know besides.
const FORKS: [(&str, Model); 3] = [
    ("sora-video-10s", video(1280, 720, 10)),
    ("sora-video-15s", video(1280, 720, 15)),
    ("sora-video-25s", video(1280, 720, 25)),
];

/// What the upstream program knows.
const OF_UPSTREAM: [(&str, Model); 29] = [
    ("gpt-image", image(1024, 1024)),
    ("gpt-image-landscape", image(1792, 1024)),
    ("gpt-image-portrait", image(1024, 1792)),
    ("sora2-landscape-10s", video(1280, 720, 10)),
    ("sora2-portrait-10s", video(720, 1280, 10)),
    ("sora2-landscape-15s", video(1280, 720, 15)),
    ("sora2-portrait-15s", video(720, 1280, 15)),
    ("sora2-landscape-25s", video(1280, 720, 25)),
    ("sora2-portrait-25s", video(720, 1280, 25)),
    ("sora2pro-landscape-10s", video(1280, 720, 10)),
    ("sora2pro-portrait-10s", video(720, 1280, 10)),
    ("sora2pro-landscape-15s", video(1280, 720, 15)),
    ("sora2pro-portrait-15s", video(720, 1280, 15)),
    ("sora2pro-landscape-25s", video(1280, 720, 25)),
    ("sora2pro-portrait-25s", video(720, 1280, 25)),
    ("sora2pro-hd-landscape-10s", video(1792, 1024, 10)),
    ("sora2pro-hd-portrait-10s", video(1024, 1792, 10)),
    ("sora2pro-hd-landscape-15s", video(1792, 1024, 15)),
    ("sora2pro-hd-portrait-15s", video(1024, 1792, 15)),
    ("prompt-enhance-short-10s", enhance("short", 10)),
    ("prompt-enhance-short-15s", enhance("short", 15)),
    ("prompt-enhance-short-20s", enhance("short", 20)),
    ("prompt-enhance-medium-10s", enhance("medium", 10)),
    ("prompt-enhance-medium-15s", enhance("medium", 15)),
    ("prompt-enhance-medium-20s", enhance("medium", 20)),
    ("prompt-enhance-long-10s", enhance("long", 10)),
    ("prompt-enhance-long-15s", enhance("long", 15)),
    ("prompt-enhance-long-20s", enhance("long", 20)),
    ("avatar-create", Model::Character),
];

/// The models that the server in front of `call` knows.
fn known(call: &Call) -> Vec<(&'static str, Model)> {
    if call.dialect == UPSTREAM {
        return OF_UPSTREAM.to_vec();
    }
    let mut models = DOCUMENTED.to_vec();
    if call.observed() {
        models.extend(FORKS);
        models.extend(OF_UPSTREAM);
    }
    models
}

/// The model called `id`.
pub fn find(call: &Call, id: &str) -> Result<Model, Refusal> {
    let found = known(call).into_iter().find(|(known, _)| *known == id);
    found
        .map(|(_, model)| model)
        .ok_or_else(|| Refusal::wrong_value("model", format!("Invalid model: {id}")))
}

/// Whether characters can be made with the model `id`.
pub fn makes_characters(call: &Call, id: &str) -> bool {
    let generic = FORKS.iter().any(|(known, _)| *known == id);
    let is_video = |model| {
        matches!(model, Model::Generate { kind, .. } if kind == JobKind::Video)
            || model == Model::Character
    };
    generic || find(call, id).is_ok_and(is_video)
}

/// `GET /v1/models`
pub async fn list(call: Call) -> Answer {
    client(&call)?;
    let data: Vec<_> = known(&call)
        .into_iter()
        .map(|(id, model)| {
            json!({
                "id": id,
                "object": "model",
                "owned_by": "sora2api",
                "description": describe(model),
            })
        })
        .collect();
    Ok(Reply::json(json!({"object": "list", "data": data})))
}

fn describe(model: Model) -> String {
    match model {
        Model::Generate {
            kind: JobKind::Image,
            width,
            height,
            ..
        } => format!("Image generation - {width}x{height}"),
        Model::Generate { width, height, .. } if width > height => {
            "Video generation - landscape".into()
        }
        Model::Generate { .. } => "Video generation - portrait".into(),
        Model::Enhance { level, seconds } => {
            format!("Prompt_enhance generation - {level} ({seconds}s)")
        }
        Model::Character => "Avatar_create generation - create avatar from video".into(),
    }
}
