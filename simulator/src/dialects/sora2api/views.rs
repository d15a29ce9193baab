//! Pieces that several answers of the gateway share.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::course::course;
use super::gateway::{Gateway, Video};
use super::pool::Token;
use crate::engine::accounts::Account;
use crate::engine::jobs::{Job, JobKind, Status};
use crate::engine::posts::Post;
use crate::engine::timeline::Stage;
use crate::engine::world::World;
use crate::exchange::Call;

/// How long the gateway knows a finished video's link by heart, in seconds;
/// later it reads it from its database.
pub const LINK_LIFE_S: i64 = 3600;

/// A time as the administration writes it: without a zone.
pub fn naive(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A time as feeds write it.
pub fn iso(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The file that a finished job is about.
pub fn main_file(job: &Job, clean: bool) -> &'static str {
    match job.asked.kind {
        JobKind::Image => "image.png",
        JobKind::Video if clean => "source.mp4",
        JobKind::Video => "watermark.mp4",
    }
}

/// Where the result of a finished job is.
pub struct Link {
    /// Address of the media.
    pub url: String,
    /// Address of the post, if it was published.
    pub permalink: Option<String>,
}

/// The link of the finished `job`. Where the gateway is set up for links
/// without a watermark, it publishes the video first.
pub fn link(call: &Call, gateway: &Gateway, world: &mut World, id: &str) -> Option<Link> {
    let job = world.jobs.get(id)?.clone();
    let generation = &job.generations[0];
    let publish = gateway.settings.watermark_free_enabled && job.asked.kind == JobKind::Video;
    if publish && world.posts.of_generation(generation).is_none() {
        let post = Post {
            id: format!("s_{}", world.random.hex(32)),
            account: job.account.clone(),
            generations: job.generations.clone(),
            text: job.asked.prompt.clone(),
            posted_at: call.engine.clock.now(),
            parent: parent(gateway, world, &job),
            likes: Default::default(),
            views: 0,
        };
        world.posts.add(post);
    }
    let post = world.posts.of_generation(generation);
    Some(Link {
        url: call.asset_url(generation, main_file(&job, publish)),
        permalink: post.map(|post| format!("https://sora.chatgpt.com/p/{}", post.id)),
    })
}

/// The post that `job` is a remix of: named itself, or by a video that it shows.
fn parent(gateway: &Gateway, world: &World, job: &Job) -> Option<String> {
    let source = job.asked.remix_of.as_deref()?;
    let post = match gateway.videos.get(source) {
        None => world.posts.get(source),
        Some(video) => {
            let job = world.jobs.get(&video.job)?;
            world.posts.of_generation(&job.generations[0])
        }
    };
    post.map(|post| post.id.clone())
}

/// The video object (`docs/wire/sora2api.md` §3.5 and §3.6) at `now`.
pub fn video(
    call: &Call,
    gateway: &Gateway,
    world: &mut World,
    id: &str,
    video: &Video,
    now: Timestamp,
) -> Option<Value> {
    let job = world.jobs.get(&video.job)?.clone();
    let course = course(&job, &gateway.settings, now);
    let mut body = json!({
        "id": id,
        "object": "video",
        "model": video.model,
        "status": word(call.observed(), course.status, course.progress, job.moment(now).stage),
        "progress": course.progress,
        "created_at": job.created_at.as_second(),
        "seconds": video.seconds,
        "size": video.size,
    });
    if let Some(source) = &video.remixed_from {
        body["remixed_from_video_id"] = json!(source);
    }
    if let Some((code, message)) = &course.error {
        let code = if call.observed() {
            "generation_failed"
        } else {
            code
        };
        body["error"] = json!({"message": message, "code": code});
    }
    let mut metadata = video.metadata.clone();
    if course.status == Status::Succeeded {
        let ended = course.ended_at.unwrap_or(now).as_second();
        body["completed_at"] = json!(ended);
        if call.observed() {
            body["expires_at"] = json!(ended + LINK_LIFE_S);
            if now >= job.media_from {
                let link = link(call, gateway, world, &job.id)?;
                body["video_url"] = json!(link.url);
                let extended = metadata.get_or_insert_with(|| json!({}));
                extended["generation_id"] = json!(job.generations[0]);
                if let Some(permalink) = link.permalink {
                    extended["permalink"] = json!(permalink);
                }
            }
        }
    }
    if let Some(metadata) = metadata {
        body["metadata"] = metadata;
    }
    Some(body)
}

/// The documents name seven words; real servers use five of them, and say that
/// a video without progress waits.
fn word(observed: bool, status: Status, progress: u8, stage: Stage) -> &'static str {
    match (status, stage) {
        (Status::Succeeded, _) => "completed",
        (Status::Failed, _) => "failed",
        (Status::Cancelled, _) => "cancelled",
        _ if observed && progress == 0 => "queued",
        _ if observed => "in_progress",
        (_, Stage::Preprocessing) => "queued",
        (_, Stage::Queued) => "pending",
        (_, Stage::Running) => "in_progress",
        _ => "processing",
    }
}

/// A token of the list (`docs/wire/sora2api.md` §9.1).
pub fn token(world: &World, token: &Token, now: Timestamp) -> Value {
    let account = token
        .account
        .as_deref()
        .and_then(|id| world.accounts.get(id));
    let made = |kind: JobKind| {
        let jobs = account.map(|account| world.jobs.of_account(&account.id));
        let ours =
            |job: &&Job| job.asked.kind == kind && job.asked.dialect.starts_with(super::NAME);
        jobs.map_or(0, |jobs| jobs.filter(ours).count())
    };
    let plan = account.and_then(|account| account.spec.plan.names());
    let mut body = json!({
        "id": token.id,
        "token": token.token,
        "st": token.st,
        "rt": token.rt,
        "client_id": token.client_id,
        "proxy_url": token.proxy_url,
        "email": token.email,
        "username": account.and_then(|account| account.spec.username.as_ref()),
        "name": account.map_or("", |account| &account.spec.name),
        "remark": token.remark,
        "expiry_time": token.expires.map(naive),
        "is_active": token.is_active,
        "cooled_until": null,
        "created_at": naive(token.created_at),
        "last_used_at": token.last_used_at.map(naive),
        "use_count": token.use_count,
        "image_count": made(JobKind::Image),
        "video_count": made(JobKind::Video),
        "error_count": token.error_count,
        "plan_type": plan.map(|(id, _)| id),
        "plan_title": plan.map(|(_, title)| title),
        "subscription_end": null,
    });
    for (name, value) in sora2(world, account, now) {
        body[name] = value;
    }
    body["sora2_cooldown_until"] = Value::Null;
    body["image_enabled"] = json!(token.image_enabled);
    body["video_enabled"] = json!(token.video_enabled);
    body["image_concurrency"] = json!(token.image_concurrency);
    body["video_concurrency"] = json!(token.video_concurrency);
    body
}

/// What is known of an account's Sora 2.
pub fn sora2(
    world: &World,
    account: Option<&Account>,
    now: Timestamp,
) -> [(&'static str, Value); 5] {
    let open = account.filter(|account| account.spec.sora2);
    let remaining = open.map_or(0, |account| world.balance(&account.id, now).remaining);
    [
        (
            "sora2_supported",
            json!(account.map(|account| account.spec.sora2)),
        ),
        (
            "sora2_invite_code",
            json!(open.map(|account| &account.invite_code)),
        ),
        (
            "sora2_redeemed_count",
            json!(open.map_or(0, |account| account.invites_redeemed)),
        ),
        (
            "sora2_total_count",
            json!(open.map_or(0, |account| account.invites_total)),
        ),
        ("sora2_remaining_count", json!(remaining)),
    ]
}

/// An account as feeds and profiles show it.
pub fn profile(call: &Call, account: &Account) -> Value {
    json!({
        "user_id": account.id,
        "username": account.spec.username,
        "display_name": account.spec.name,
        "profile_picture_url": call.asset_url(&account.id, "avatar.png"),
        "verified": false,
        "follower_count": 0,
    })
}

/// A post of a feed (`docs/wire/sora2api.md` §6.6).
pub fn post(call: &Call, world: &World, post: &Post) -> Value {
    let shown = post
        .generations
        .first()
        .and_then(|id| Some((id, world.jobs.by_generation(id)?)));
    let attachment = shown.map(|(id, job)| {
        let url = call.asset_url(id, "source.mp4");
        json!({
            "kind": "video",
            "url": url,
            "downloadable_url": url,
            "width": job.asked.width,
            "height": job.asked.height,
            "n_frames": job.asked.frames,
            "duration_seconds": job.seconds(),
            "thumbnail_url": call.asset_url(id, "thumbnail.webp"),
        })
    });
    let author = world.accounts.get(&post.account);
    json!({
        "id": post.id,
        "text": post.text,
        "permalink": format!("https://sora.chatgpt.com/p/{}", post.id),
        "preview_image_url": shown.map(|(id, _)| call.asset_url(id, "thumbnail.webp")),
        "posted_at": iso(post.posted_at),
        "like_count": post.likes.len(),
        "view_count": post.views,
        "remix_count": world.posts.remixes_of(&post.id).count(),
        "attachment": attachment,
        "author": author.map(|account| profile(call, account)),
    })
}

/// A post as the backend has it: beside the profile of who published it.
pub fn native_post(call: &Call, world: &World, post: &Post) -> Value {
    let mut summary = self::post(call, world, post);
    let profile = summary["author"].take();
    let mut attachment = summary["attachment"].take();
    if let Some(fields) = attachment.as_object_mut() {
        fields.remove("duration_seconds");
        let thumbnail = fields.remove("thumbnail_url");
        fields.insert(
            "encodings".into(),
            json!({"thumbnail": {"path": thumbnail}}),
        );
    }
    if let Some(fields) = summary.as_object_mut() {
        fields.remove("author");
        fields.remove("attachment");
    }
    summary["posted_at"] = json!(post.posted_at.as_second());
    summary["attachments"] = json!([attachment]);
    json!({"post": summary, "profile": profile})
}
