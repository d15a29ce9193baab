//! The media of a finished video (`docs/wire/openai.md` §4).

use http::StatusCode;

use super::flavour::Flavour;
use super::{bodies, videos};
use crate::dialects::gateway::jobs::Shown;
use crate::engine::jobs::Status;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call};

/// `GET /v1/videos/{video_id}/content?variant`: the bytes.
pub async fn get(call: Call) -> Answer {
    let (_, shown) = videos::find(&call)?;
    let flavour = Flavour::of(call.dialect);
    let numbered = match call.query("variant") {
        Some(number) if flavour == Flavour::SgLang => match number.parse::<usize>() {
            Ok(number) => Some(number),
            Err(_) => {
                let message = format!("Video variant {number} not found");
                return Err(Refusal::of("not_found").message(message));
            }
        },
        _ => None,
    };
    let file = match call.query("variant") {
        None | Some("video") => "source.mp4",
        // Servers that run the model themselves keep the video only.
        Some(_)
            if matches!(
                flavour,
                Flavour::SgLang | Flavour::VllmOmni | Flavour::FastVideo
            ) =>
        {
            "source.mp4"
        }
        Some("thumbnail") => "thumbnail.webp",
        Some("spritesheet") => "spritesheet.jpg",
        Some(other) => {
            let message =
                format!("`variant` is \"{other}\"; accepted: video, thumbnail, spritesheet.");
            return Err(Refusal::wrong_value("variant", message));
        }
    };
    if !shown.has_media(call.now) {
        return Err(not_ready(&call, flavour, &shown));
    }
    let expired = bodies::expires_at(&shown, call.now).is_some_and(|at| call.now.as_second() >= at);
    if expired && flavour.is_strict() {
        let message = format!("The content of {} has expired.", shown.id);
        return Err(Refusal::of("not_found").message(message));
    }
    match numbered {
        Some(index) => shown.numbered(&call, index).await,
        None => shown.content(&call, file).await,
    }
}

fn not_ready(call: &Call, flavour: Flavour, shown: &Shown) -> Refusal {
    let failed = shown.status(call.now) == Status::Failed;
    let (status, message) = match flavour {
        Flavour::SgLang if failed => (
            StatusCode::NOT_FOUND,
            "Video variant None not found".to_owned(),
        ),
        Flavour::VllmOmni if failed => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Video generation failed. Check job status for error details.".to_owned(),
        ),
        Flavour::SgLang | Flavour::VllmOmni => (
            StatusCode::NOT_FOUND,
            "Generation is still in-progress".to_owned(),
        ),
        Flavour::FastVideo if failed => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "Video generation failed".to_owned(),
        ),
        Flavour::FastVideo => (
            StatusCode::NOT_FOUND,
            "Video still being generated".to_owned(),
        ),
        Flavour::Unsloth => (
            StatusCode::BAD_REQUEST,
            "The video is not ready yet.".to_owned(),
        ),
        Flavour::NewApi => (
            StatusCode::BAD_REQUEST,
            "Task is not completed yet".to_owned(),
        ),
        _ if failed => (
            StatusCode::NOT_FOUND,
            format!("Video {} failed and has no content.", shown.id),
        ),
        _ => {
            let message = format!(
                "Video is not ready yet, use GET /v1/videos/{} to check its status.",
                shown.id
            );
            (StatusCode::NOT_FOUND, message)
        }
    };
    let mut refusal = Refusal::of("conflict").message(message);
    refusal.status = status;
    refusal.code = "video_not_ready".into();
    refusal
}
