//! Where a finished video is (`docs/wire/sora2api.md` §3.3).

use http::StatusCode;
use serde_json::Value;

use super::access::client;
use super::course::course;
use super::gateway::open;
use super::videos::view;
use super::views;
use crate::engine::jobs::Status;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `GET /v1/videos/{video_id}/content`: where the file is. The gateway forgets
/// a link an hour after the video is done; from then on real servers redirect
/// to the text of a JSON array that they keep in their database.
pub async fn get(call: Call) -> Answer {
    client(&call)?;
    let id = call.param("video_id");
    let problem = |status: u16, code: &str, message: String| {
        let mut refusal = Refusal::of("not_found").message(message);
        code.clone_into(&mut refusal.code);
        refusal.status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
        refusal
    };
    open(&call, |gateway, world| {
        let job = gateway
            .videos
            .get(id)
            .and_then(|video| world.jobs.get(&video.job));
        let job = job.ok_or_else(|| problem(404, "task_not_found", "Task not found".into()))?;
        let course = course(job, &gateway.settings, call.now);
        if let Some((_, why)) = course.error {
            let message = format!("Video generation failed: {why}");
            return Err(problem(400, "generation_failed", message));
        }
        if course.status != Status::Succeeded {
            let view = view(&call, gateway, world, id).unwrap_or_default();
            let word = view["status"].as_str().unwrap_or("queued");
            let message = format!("Task not completed. Current status: {word}");
            return Err(problem(400, "task_not_completed", message));
        }
        let ended = course.ended_at.unwrap_or(call.now).as_second();
        let forgotten = call.now.as_second() >= ended + views::LINK_LIFE_S;
        let has_media = call.now >= job.media_from;
        let job = job.id.clone();
        let link = views::link(&call, gateway, world, &job).filter(|_| has_media);
        let unavailable = || {
            problem(
                404,
                "content_not_found",
                "Video content not available".into(),
            )
        };
        let url = link.ok_or_else(unavailable)?.url;
        if !call.observed() {
            return Ok(Reply::redirect(StatusCode::FOUND, &url));
        }
        let location = if forgotten {
            let list = Value::from(vec![url]).to_string();
            percent_encoding::utf8_percent_encode(&list, LOCATION).to_string()
        } else {
            url
        };
        Ok(Reply::redirect(StatusCode::TEMPORARY_REDIRECT, &location))
    })
}

/// What the framework escapes in a `Location`.
const LOCATION: &percent_encoding::AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');
