//! Creating images, and what became of them (`docs/wire/sora.md` §5.1, §6.3, §6.6).

use serde_json::{Value, json};

use super::access::authenticate;
use super::videos::check_upload;
use super::{bodies, sentinel};
use crate::engine::jobs::{Job, JobKind, NewJob, Outcome};
use crate::engine::refusal::Refusal;
use crate::engine::timeline::Stage;
use crate::exchange::{Answer, Call, Fields, Reply};

const FIELDS: [&str; 8] = [
    "type",
    "operation",
    "prompt",
    "width",
    "height",
    "n_variants",
    "n_frames",
    "inpaint_items",
];

/// The sizes of the three image models.
const SIZES: [(i64, i64); 3] = [(360, 360), (540, 360), (360, 540)];

/// `POST /video_gen`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    sentinel::require(&call)?;
    let fields = call.json()?;
    let asked = read(&call, &account, &fields)?;
    let mut world = call.world();
    let job = world.create_job(&account, asked, call.job_failure.as_deref(), call.now)?;
    call.note_job(&job.id);
    let mut body = json!({"id": job.id});
    if call.observed() {
        body["type"] = json!("image_gen");
        body["status"] = json!("queued");
        body["prompt"] = json!(job.asked.prompt);
        body["width"] = json!(job.asked.width);
        body["height"] = json!(job.asked.height);
        body["n_variants"] = json!(job.asked.variants);
        body["created_at"] = json!(bodies::seconds(job.created_at));
    }
    Ok(Reply::json(body))
}

fn read(call: &Call, account: &str, fields: &Fields) -> Result<NewJob, Refusal> {
    if !call.observed() {
        fields.only(&FIELDS)?;
    }
    fields.one_of("type", &["image_gen"])?;
    let operation = fields.one_of("operation", &["simple_compose", "remix"])?;
    let prompt = fields.string("prompt")?.to_owned();
    let (width, height) = (fields.integer("width")?, fields.integer("height")?);
    if !SIZES.contains(&(width, height)) {
        let message = format!(
            "`width` and `height` are {width}x{height}; accepted: 360x360, 540x360, 360x540."
        );
        return Err(Refusal::wrong_value("width", message));
    }
    let variants: &[i64] = if call.observed() { &[1, 2, 4] } else { &[1] };
    let variants = fields.integer_of("n_variants", variants)?;
    fields.integer_of("n_frames", &[1])?;
    let items = fields.objects("inpaint_items")?;
    if operation == "remix" && items.is_empty() {
        let message = "`operation` remix needs an image in `inpaint_items`.";
        return Err(Refusal::wrong_value("inpaint_items", message));
    }
    let world = call.world();
    for item in &items {
        item.one_of("type", &["image"])?;
        item.integer_of("frame_index", &[0])?;
        check_upload(&world, account, item, "upload_media_id")?;
    }
    let side = |side| u32::try_from(side).unwrap_or(360);
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Image,
        prompt,
        width: side(width),
        height: side(height),
        frames: 1,
        fps: 1,
        model: "gpt-image".into(),
        variants: u32::try_from(variants).unwrap_or(1),
        remix_of: None,
        request: fields.to_value(),
    })
}

/// `GET /v2/recent_tasks`: `{tasks}`, or `{task_responses, last_id, has_more}`.
pub async fn recent(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let limit = call.limit(20)?;
    let world = call.world();
    let jobs: Vec<_> = world
        .jobs
        .of_account(&account)
        .filter(|job| {
            job.asked.kind == JobKind::Image && !job.deleted && job.outcome != Outcome::Vanished
        })
        .collect();
    if call.observed() {
        return Ok(Reply::json(task_list(&call, &jobs, limit)));
    }
    let tasks: Vec<_> = jobs
        .iter()
        .take(limit)
        .map(|job| documented(&call, job))
        .collect();
    Ok(Reply::json(json!({"tasks": tasks})))
}

/// `GET /v2/list_tasks`: all tasks, newest first, in pages after a task.
pub async fn list(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let limit = call.limit(20)?;
    let world = call.world();
    let mut jobs: Vec<_> = world
        .jobs
        .of_account(&account)
        .filter(|job| !job.deleted && job.outcome != Outcome::Vanished)
        .collect();
    if let Some(after) = call.query("after") {
        let known = jobs.iter().position(|job| job.id == after);
        let known = known.ok_or_else(|| {
            Refusal::wrong_value("after", format!("`after`: there is no task {after}."))
        })?;
        jobs.drain(..=known);
    }
    Ok(Reply::json(task_list(&call, &jobs, limit)))
}

fn task_list(call: &Call, jobs: &[&Job], limit: usize) -> Value {
    let shown = &jobs[..limit.min(jobs.len())];
    let tasks: Vec<_> = shown.iter().map(|job| observed(call, job)).collect();
    json!({
        "task_responses": tasks,
        "last_id": shown.last().map(|job| &job.id),
        "has_more": shown.len() < jobs.len(),
    })
}

fn documented(call: &Call, job: &Job) -> Value {
    let stage = job.moment(call.now).stage;
    let (status, url) = match (stage, &job.outcome) {
        (Stage::Preprocessing | Stage::Queued, _) => ("pending", None),
        (Stage::Finished, Outcome::Failure { .. }) => ("failed", None),
        (Stage::Finished, _) if call.now >= job.media_from => (
            "completed",
            Some(call.asset_url(&job.generations[0], "image.png")),
        ),
        (Stage::Finished, _) => ("completed", None),
        _ => ("processing", None),
    };
    let mut task = json!({
        "id": job.id,
        "type": "image_gen",
        "status": status,
        "created_at": bodies::iso(job.created_at),
        "prompt": job.asked.prompt,
        "image_url": url,
    });
    if let (Stage::Finished, Outcome::Failure { code, message }) = (stage, &job.outcome) {
        task["error"] = json!({"code": code, "message": message});
    }
    task
}

fn observed(call: &Call, job: &Job) -> Value {
    let moment = job.moment(call.now);
    let done = moment.stage == Stage::Finished;
    let status = match (moment.stage, &job.outcome) {
        (Stage::Preprocessing | Stage::Queued, _) => "queued",
        (Stage::Finished, Outcome::Failure { .. }) => "failed",
        (Stage::Finished, _) => "succeeded",
        _ => "running",
    };
    let has_media = done && job.outcome == Outcome::Success && call.now >= job.media_from;
    let generations: Vec<_> = job
        .generations
        .iter()
        .filter(|_| has_media)
        .map(|id| {
            json!({
                "id": id,
                "task_id": job.id,
                "url": call.asset_url(id, bodies::main_file(job)),
                "width": job.asked.width,
                "height": job.asked.height,
            })
        })
        .collect();
    let mut task = json!({
        "id": job.id,
        "type": if job.asked.kind == JobKind::Image { "image_gen" } else { "video_gen" },
        "status": status,
        "progress_pct": if status == "queued" { None } else { moment.progress },
        "prompt": job.asked.prompt,
        "created_at": bodies::seconds(job.created_at),
        "generations": generations,
        "failure_reason": null,
    });
    if let (true, Outcome::Failure { message, .. }) = (done, &job.outcome) {
        task["failure_reason"] = json!(message);
        task["error_message"] = json!(message);
    }
    task
}
