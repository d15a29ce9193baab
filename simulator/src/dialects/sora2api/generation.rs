//! Starting jobs on the pool, and waiting for them.

use http::StatusCode;
use serde_json::Value;

use super::access::Client;
use super::course::course;
use super::gateway::{Gateway, open};
use super::models::FPS;
use super::references::outline;
use super::views::{self, Link};
use crate::engine::jobs::{JobKind, NewJob, Status};
use crate::engine::refusal::{Reason, Refusal};
use crate::engine::watch::{Look, finished};
use crate::engine::world::World;
use crate::exchange::Call;

/// What the gateway is to make.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Image or video.
    pub kind: JobKind,
    /// Prompt.
    pub prompt: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Length of a video.
    pub seconds: u32,
    /// Model as asked for.
    pub model: String,
    /// The post or video that this is a remix of.
    pub remix_of: Option<String>,
    /// The request as received.
    pub request: Value,
}

/// Starts a job on a token of the pool and returns its id. What is refused
/// behind the gateway comes through as the gateway words it.
pub fn start(call: &Call, client: &Client, wanted: Wanted) -> Result<String, Refusal> {
    open(call, |gateway, world| {
        begin(call, gateway, world, client, wanted)
    })
}

/// [`start`] with the state already open.
pub fn begin(
    call: &Call,
    gateway: &mut Gateway,
    world: &mut World,
    client: &Client,
    wanted: Wanted,
) -> Result<String, Refusal> {
    let now = call.engine.clock.now();
    let only = client.account.as_deref();
    let kind = wanted.kind;
    let token_id = gateway
        .pool
        .choose(world, &gateway.settings, kind, only, now)?;
    let account = super::tasks::account(gateway, token_id)?;
    let request = outline(&wanted.request);
    let operation = match kind {
        JobKind::Image => "image_generation",
        JobKind::Video => "video_generation",
    };
    let asked = NewJob {
        dialect: call.dialect,
        kind,
        prompt: wanted.prompt,
        width: wanted.width,
        height: wanted.height,
        frames: (wanted.seconds * FPS).max(1),
        fps: FPS,
        model: wanted.model,
        variants: 1,
        remix_of: wanted.remix_of,
        request: request.clone(),
    };
    let made = world.create_job(&account, asked, call.job_failure.as_deref(), now);
    let made = made.map(|job| job.id.clone());
    let token = gateway.pool.get_mut(token_id).expect("a chosen token");
    token.last_used_at = Some(now);
    token.use_count += 1;
    match made {
        Ok(job) => {
            call.note_account(&account);
            call.note_job(&job);
            let outcome = Ok(job.clone());
            gateway
                .log
                .note(now, Some(token_id), operation, &request, outcome);
            Ok(job)
        }
        Err(refusal) => {
            if counts_against_token(&refusal) {
                token.error_count += 1;
                token.is_active &= token.error_count < gateway.settings.error_ban_threshold;
            }
            let refusal = passed_on(refusal, call.observed());
            let outcome = Err((refusal.status.as_u16(), refusal.message.clone()));
            gateway
                .log
                .note(now, Some(token_id), operation, &request, outcome);
            Err(refusal)
        }
    }
}

/// Load, limits and refused content are not the token's fault.
fn counts_against_token(refusal: &Refusal) -> bool {
    refusal.reason == Reason::BadCredential || refusal.code == "internal_error"
}

/// What goes wrong behind the gateway is, to its clients, the gateway's own
/// error: 500, whatever it was. In the documented form, which knows more
/// statuses, refused content stays a 400.
pub fn passed_on(mut refusal: Refusal, observed: bool) -> Refusal {
    let moderated = refusal.reason == Reason::Moderated;
    if observed || !moderated {
        refusal.status = StatusCode::INTERNAL_SERVER_ERROR;
    }
    if !moderated && refusal.reason != Reason::Forbidden {
        refusal.reason = Reason::Server;
    }
    refusal.retry_after = None;
    refusal
}

/// Waits until `job` ends or has taken longer than the gateway waits, and says
/// where its result is or why there is none.
pub async fn outcome(call: &Call, job: &str) -> Result<Link, Refusal> {
    let deadline = open(call, |gateway, world| {
        let job = world.jobs.get(job)?;
        Some(job.created_at + gateway.settings.timeout(job.asked.kind))
    });
    let look = match deadline {
        Some(deadline) => finished(&call.engine, job, deadline).await,
        None => None,
    };
    let look = look.ok_or_else(|| Refusal::of("internal_error").message("Task not found"))?;
    result(call, job, look)
}

/// What came of `job` by the last look at it.
pub fn result(call: &Call, id: &str, look: Look) -> Result<Link, Refusal> {
    open(call, |gateway, world| {
        if look.status == Status::Succeeded {
            return views::link(call, gateway, world, id)
                .ok_or_else(|| Refusal::of("internal_error").message("Task not found"));
        }
        let refused = world.jobs.get(id).and_then(|job| {
            let refused = job.outcome.is_refusal();
            let (code, message) = course(job, &gateway.settings, look.at).error?;
            Some((refused, code, message))
        });
        let (refused, code, message) = refused.unwrap_or((
            false,
            "generation_failed".into(),
            "The generation was cancelled.".into(),
        ));
        let mut refusal = Refusal::of("generation_failed").message(message);
        refusal.code = code;
        if refused {
            refusal.reason = Reason::Moderated;
            refusal.status = StatusCode::BAD_REQUEST;
        }
        Err(passed_on(refusal, call.observed()))
    })
}
