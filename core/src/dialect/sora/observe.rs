//! How native jobs stand: the list of those in progress, the drafts, the tasks
//! of images (`000_*` chapter 6, wire.md §2.1).

use std::collections::HashMap;

use crate::api::sora::{Draft, ListDrafts, ListPending, ListRecentTasks, PendingTask, Task};
use crate::client::Client;
use crate::dialect::{Dialect, JobKey};
use crate::error::Result;
use crate::job::{Job, JobError, JobKind, JobStatus, MediaLink, ProgressScale, read_progress};

/// How many drafts are asked for at once, and how many pages at most. The
/// default of 15 loses jobs of busy accounts (wire.md §4).
const PAGE: u32 = 50;
const PAGES: usize = 4;

/// How many tasks of images are asked for: as many as servers answer at once.
const TASKS: u32 = 100;

/// The text for a failure that the server does not explain.
const NO_REASON: &str = "the server gives no reason";

/// How these jobs stand. One request serves all videos in progress, and one all
/// images.
pub(super) async fn observe(client: &Client, jobs: &[JobKey]) -> Result<HashMap<JobKey, Job>> {
    let mut seen = HashMap::with_capacity(jobs.len());
    let (images, videos): (Vec<_>, Vec<_>) =
        jobs.iter().partition(|job| job.kind == JobKind::Image);
    if !videos.is_empty() {
        observe_videos(client, videos, &mut seen).await?;
    }
    if !images.is_empty() {
        let page = client.call(ListRecentTasks { limit: Some(TASKS) }).await?;
        for task in page.tasks {
            if let Some(key) = images.iter().find(|key| key.id == task.id) {
                seen.insert((*key).clone(), from_task(task));
            }
        }
    }
    Ok(seen)
}

/// The drafts are asked for only when one of the jobs is no longer in progress.
async fn observe_videos(
    client: &Client,
    jobs: Vec<&JobKey>,
    seen: &mut HashMap<JobKey, Job>,
) -> Result<()> {
    let mut pending: HashMap<String, PendingTask> = client
        .call(ListPending {})
        .await?
        .into_iter()
        .map(|task| (task.id.clone(), task))
        .collect();
    let mut missing: Vec<&JobKey> = Vec::new();
    for job in jobs {
        match pending.remove(&job.id) {
            Some(task) => {
                seen.insert(job.clone(), from_pending(task));
            }
            None => missing.push(job),
        }
    }
    let mut cursor = None;
    for _ in 0..PAGES {
        if missing.is_empty() {
            break;
        }
        let page = client
            .call(ListDrafts {
                limit: Some(PAGE),
                cursor: cursor.take(),
            })
            .await?;
        for draft in page.items {
            let task_id = draft.task_id.as_ref();
            if let Some(at) = missing
                .iter()
                .position(|job| task_id == Some(&job.id) || draft.id == job.id)
            {
                let job = missing.swap_remove(at).clone();
                seen.insert(job, from_draft(draft));
            }
        }
        cursor = page.cursor;
        if cursor.is_none() {
            break;
        }
    }
    Ok(())
}

fn from_pending(task: PendingTask) -> Job {
    let raw = serde_json::to_value(&task).unwrap_or_default();
    let mut job = Job::new(&task.id, Dialect::Sora, JobKind::Video);
    job.status = match task.status.as_deref().map(JobStatus::from_word) {
        None => JobStatus::Queued,
        // Done here means that the draft is about to appear, and with it the video.
        Some(Some(JobStatus::Succeeded)) | Some(None) => JobStatus::Running,
        Some(Some(status)) => status,
    };
    job.progress = read_progress(raw.get("progress_pct"), ProgressScale::Fraction);
    if job.status == JobStatus::Failed {
        job.error = Some(JobError {
            code: Some("generation_failed".into()),
            message: task.failure_reason.unwrap_or_else(|| NO_REASON.into()),
        });
    }
    job.status_word = task.status;
    job.created_at = task.created_at;
    job.raw = raw;
    job
}

/// A draft as a job. Its id is the generation's; a watcher knows the job by the
/// task's.
pub(super) fn from_draft(draft: Draft) -> Job {
    let mut job = Job::new(&draft.id, Dialect::Sora, JobKind::Video);
    let reason = draft.reason().map(ToOwned::to_owned);
    let failed = |code: &str| {
        Some(JobError {
            code: Some(draft.code().unwrap_or(code).into()),
            message: reason.clone().unwrap_or_else(|| NO_REASON.into()),
        })
    };
    let word = draft.status.as_deref().and_then(JobStatus::from_word);
    match (draft.kind.as_deref(), draft.video()) {
        (Some("sora_content_violation"), _) => job.error = failed("content_policy_violation"),
        (Some("sora_error"), _) => job.error = failed("generation_failed"),
        (_, Some(url)) => {
            job.status = JobStatus::Succeeded;
            job.progress = 100.0;
            job.video = Some(MediaLink {
                url: url.to_owned(),
                thumbnail_url: draft.thumbnail().map(Into::into),
                width: draft.width.and_then(|width| width.try_into().ok()),
                height: draft.height.and_then(|height| height.try_into().ok()),
                duration: draft.duration_s,
                watermark: draft.has_watermark(),
            });
        }
        _ if word == Some(JobStatus::Failed) => job.error = failed("generation_failed"),
        _ if reason.is_some() => job.error = failed("content_policy_violation"),
        // No address yet: it is being prepared.
        _ => job.status = JobStatus::Running,
    }
    if job.error.is_some() {
        job.status = JobStatus::Failed;
    }
    job.created_at = draft.created_at;
    job.raw = serde_json::to_value(&draft).unwrap_or_default();
    job.status_word = draft.kind.or(draft.status);
    job
}

/// A task of images as a job. Done without an address means that it is about to
/// appear.
fn from_task(task: Task) -> Job {
    let raw = serde_json::to_value(&task).unwrap_or_default();
    let mut job = Job::new(&task.id, Dialect::Sora, JobKind::Image);
    job.images = task
        .generations
        .iter()
        .filter_map(|generation| {
            Some(MediaLink {
                url: generation.url.clone().filter(|url| !url.is_empty())?,
                width: generation.width.and_then(|width| width.try_into().ok()),
                height: generation.height.and_then(|height| height.try_into().ok()),
                ..MediaLink::default()
            })
        })
        .collect();
    if job.images.is_empty()
        && let Some(url) = task.image_url.filter(|url| !url.is_empty())
    {
        job.images.push(MediaLink {
            url,
            ..MediaLink::default()
        });
    }
    job.status = match task.status.as_deref().map(JobStatus::from_word) {
        None => JobStatus::Queued,
        Some(Some(JobStatus::Succeeded)) if job.images.is_empty() => JobStatus::Running,
        Some(None) => JobStatus::Running,
        Some(Some(status)) => status,
    };
    job.progress = match job.status {
        JobStatus::Succeeded => 100.0,
        _ => read_progress(raw.get("progress_pct"), ProgressScale::Fraction),
    };
    if job.status == JobStatus::Failed {
        let stated = task.extra.get("error");
        let text = |name| stated?.get(name)?.as_str().map(ToOwned::to_owned);
        let reason = task.failure_reason.or(task.error_message);
        job.error = Some(JobError {
            code: Some(text("code").unwrap_or_else(|| "generation_failed".into())),
            message: reason
                .or_else(|| text("message"))
                .unwrap_or_else(|| NO_REASON.into()),
        });
    }
    job.status_word = task.status;
    job.created_at = task.created_at;
    job.raw = raw;
    job
}
