//! Finished videos (`docs/wire/sora.md` §6.2, §6.5).

use serde_json::{Value, json};

use super::access::authenticate;
use super::bodies;
use super::paging::page;
use crate::engine::jobs::{Job, JobKind, Outcome};
use crate::engine::refusal::Refusal;
use crate::engine::timeline::Stage;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `GET /project_y/profile/drafts`: `{drafts}`, or what real servers answer:
/// `{items, cursor}`.
pub async fn list(call: Call) -> Answer {
    if call.observed() {
        return list_v2(call).await;
    }
    let account = authenticate(&call)?;
    let limit = call.limit(15)?;
    let world = call.world();
    let drafts: Vec<_> = drafts(&world, &account, &call)
        .take(limit)
        .map(|(job, generation)| documented(&call, job, generation))
        .collect();
    Ok(Reply::json(json!({"drafts": drafts})))
}

/// `GET /project_y/profile/drafts/v2`
pub async fn list_v2(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let limit = call.limit(15)?;
    let world = call.world();
    let all: Vec<_> = drafts(&world, &account, &call).collect();
    let (shown, cursor) = page(&all, limit, call.query("cursor"), |(_, generation)| {
        generation
    })?;
    let items: Vec<_> = shown
        .iter()
        .map(|(job, generation)| observed(&call, &world, job, generation))
        .collect();
    Ok(Reply::json(json!({"items": items, "cursor": cursor})))
}

/// `GET /project_y/profile/drafts/v2/{generation_id}`
pub async fn get(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("generation_id");
    let world = call.world();
    let found = drafts(&world, &account, &call).find(|(_, generation)| *generation == id);
    let (job, generation) = found.ok_or_else(|| Refusal::not_found("draft", id))?;
    Ok(Reply::json(observed(&call, &world, job, generation)))
}

/// `GET /generations/{generation_id}/download`
pub async fn download(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("generation_id");
    let world = call.world();
    let own = world
        .jobs
        .by_generation(id)
        .filter(|job| job.account == account);
    let ready = own.filter(|job| {
        job.outcome == Outcome::Success && job.moment(call.now).stage == Stage::Finished
    });
    let job = ready.ok_or_else(|| Refusal::not_found("finished generation", id))?;
    Ok(Reply::json(
        json!({"url": call.asset_url(id, bodies::main_file(job))}),
    ))
}

/// The drafts of `account` that can be seen now, newest first.
fn drafts<'a>(
    world: &'a World,
    account: &'a str,
    call: &Call,
) -> impl Iterator<Item = (&'a Job, &'a str)> {
    let now = call.now;
    world
        .jobs
        .of_account(account)
        .filter(move |job| {
            job.asked.kind == JobKind::Video
                && !job.deleted
                && job.cancelled_at.is_none()
                && job.outcome != Outcome::Vanished
                && job.moment(now).stage == Stage::Finished
        })
        .flat_map(|job| {
            job.generations
                .iter()
                .map(move |generation| (job, generation.as_str()))
        })
}

fn documented(call: &Call, job: &Job, generation: &str) -> Value {
    let mut draft = json!({
        "id": generation,
        "status": "completed",
        "created_at": bodies::iso(job.created_at),
        "prompt": job.asked.prompt,
        "video_url": null,
        "thumbnail_url": null,
        "duration_seconds": job.seconds() as u64,
        "orientation": job.orientation(),
    });
    match &job.outcome {
        Outcome::Failure { code, message } => {
            draft["status"] = json!("failed");
            draft["error"] = json!({"code": code, "message": message});
        }
        _ if call.now < job.media_from => {}
        _ => {
            draft["video_url"] = json!(call.asset_url(generation, "watermark.mp4"));
            draft["thumbnail_url"] = json!(call.asset_url(generation, "thumbnail.webp"));
        }
    }
    draft
}

fn observed(call: &Call, world: &World, job: &Job, generation: &str) -> Value {
    let mut draft = json!({
        "id": generation,
        "task_id": job.id,
        "generation_type": "video_gen",
        "kind": "sora_draft",
        "created_at": bodies::seconds(job.created_at),
        "prompt": job.asked.prompt,
        "title": null,
        "width": job.asked.width,
        "height": job.asked.height,
        "duration_s": job.seconds(),
        "n_frames": job.asked.frames,
        "can_remix": true,
        "draft_reviewed": false,
        "creation_config": bodies::creation_config(job),
        "reason_str": null,
        "markdown_reason_str": null,
        "post": world.posts.of_generation(generation).map(|post| json!({"id": post.id})),
        "url": null,
        "downloadable_url": null,
        "download_urls": null,
        "encodings": null,
    });
    match &job.outcome {
        Outcome::Failure { message, .. } => {
            let refused = job.outcome.is_refusal();
            draft["kind"] = json!(if refused {
                "sora_content_violation"
            } else {
                "sora_error"
            });
            draft["reason_str"] = json!(message);
            draft["markdown_reason_str"] = json!(message);
            draft["can_remix"] = json!(false);
            if !refused {
                draft["error_message"] = json!(message);
            }
        }
        _ if call.now < job.media_from => {}
        _ => bodies::add_media(call, &mut draft, job, generation, true),
    }
    draft
}
