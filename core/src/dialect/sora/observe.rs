//! Polling native jobs: the list of those in progress, the drafts, the tasks of images
//! (`docs/wire/sora.md` §6).

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;

use crate::api::sora::{
    Draft, ListDrafts, ListPending, ListRecentTasks, ListTasks, PendingTask, Task,
};
use crate::api::{Timestamp, reason_in};
use crate::client::Client;
use crate::dialect::adapter::{Asked, JobKey, Outcome};
use crate::model::{
    Dialect, Job, JobError, JobKind, JobStatus, MediaLink, ProgressScale, Result, read_progress,
};

/// Drafts per request. The default of 15 loses jobs of busy accounts
/// (`docs/wire/sora.md` §14.5).
const PAGE: u32 = 50;

/// Pages of drafts that a poll of jobs in progress reads: jobs that ended a moment ago
/// are among them.
const NEWEST: usize = 4;

/// Drafts per request, and the most pages, when looking further back: 10,000 drafts.
const FAR_PAGE: u32 = 100;
const FAR_PAGES: usize = 100;

/// The clock difference between this machine and the server up to which a draft of a
/// known time is still found.
const CLOCKS_DIFFER: Duration = Duration::from_secs(86_400);

/// Image tasks per request: as many as servers answer at once.
const TASKS: u32 = 100;

/// Polls one job.
pub(super) async fn observe(client: &Client, job: &Asked) -> Outcome {
    let mut outcomes = observe_all(client, std::slice::from_ref(job)).await;
    match outcomes.remove(&job.key) {
        Some(outcome) => outcome,
        None if job.key.kind == JobKind::Image => look_back_at_tasks(client, job).await,
        None => look_back(client, job).await,
    }
}

/// Polls these jobs. One request serves all videos in progress, and one all images. The
/// drafts are requested only when one of the jobs is no longer in progress. A job to be
/// looked for further back than the newest is absent.
pub(super) async fn observe_all(client: &Client, jobs: &[Asked]) -> HashMap<JobKey, Outcome> {
    let (images, videos): (Vec<_>, Vec<_>) =
        jobs.iter().partition(|job| job.key.kind == JobKind::Image);
    let mut outcomes = HashMap::with_capacity(jobs.len());
    if !videos.is_empty() {
        observe_videos(client, videos, &mut outcomes).await;
    }
    if !images.is_empty() {
        observe_images(client, &images, &mut outcomes).await;
    }
    outcomes
}

/// Either list may fail without the other: what the drafts hold is done, whatever the
/// list of those in progress says.
async fn observe_videos(
    client: &Client,
    mut missing: Vec<&Asked>,
    outcomes: &mut HashMap<JobKey, Outcome>,
) {
    let mut failed = None;
    let mut answered = false;
    match client.call(ListPending {}).await {
        Ok(pending) => {
            answered = true;
            for task in pending {
                if let Some(job) = take(&mut missing, |job| job.key.id == task.id) {
                    outcomes.insert(job.key.clone(), Ok(Some(from_pending(task).into())));
                }
            }
        }
        Err(error) => failed = Some(error),
    }
    let mut drafts = Drafts::new(client, PAGE);
    for _ in 0..NEWEST {
        if missing.is_empty() || !drafts.more {
            break;
        }
        match drafts.next().await {
            Ok(page) => {
                answered = true;
                for draft in page {
                    if let Some(job) = take(&mut missing, |job| is_of(&draft, job)) {
                        outcomes.insert(job.key.clone(), Ok(Some(from_draft(draft).into())));
                    } else if let Some(job) = found_before(outcomes, &draft) {
                        add_variant(job, draft);
                    }
                }
            }
            Err(error) => {
                failed = Some(error);
                break;
            }
        }
    }
    for job in missing {
        let outcome = match &failed {
            // A credential that one list accepts is not what the other refuses.
            Some(error) if answered => Err(error.clone().unstated()),
            Some(error) => Err(error.clone()),
            None if job.far_back && drafts.more => continue,
            None => Ok(None),
        };
        outcomes.insert(job.key.clone(), outcome);
    }
}

async fn observe_images(client: &Client, jobs: &[&Asked], outcomes: &mut HashMap<JobKey, Outcome>) {
    let limit = Some(TASKS);
    let tasks = match client.call(ListRecentTasks { limit }).await {
        Ok(page) => page.tasks,
        Err(error) => {
            let failed = |job: &&Asked| (job.key.clone(), Err(error.clone()));
            return outcomes.extend(jobs.iter().map(failed));
        }
    };
    let has_more = tasks.len() >= TASKS as usize;
    for job in jobs.iter().filter(|job| !(job.far_back && has_more)) {
        outcomes.insert(job.key.clone(), Ok(None));
    }
    for task in tasks {
        if let Some(job) = jobs.iter().find(|job| job.key.id == task.id) {
            outcomes.insert(job.key.clone(), Ok(Some(from_task(task).into())));
        }
    }
}

/// Looks for images among all tasks, as far back as [`look_back`] does.
async fn look_back_at_tasks(client: &Client, job: &Asked) -> Outcome {
    let mut after = None;
    for _ in 0..FAR_PAGES {
        let limit = Some(TASKS);
        let page = client.call(ListTasks { limit, after }).await?;
        let times = page.tasks.iter().filter_map(|task| task.created_at);
        let oldest = times.min();
        after = page.last_id.filter(|_| page.has_more);
        let found = page.tasks.into_iter().find(|task| task.id == job.key.id);
        if let Some(task) = found {
            return Ok(Some(from_task(task).into()));
        }
        if after.is_none() || is_older(oldest, job) {
            break;
        }
    }
    Ok(None)
}

/// True if a page is older than the job.
fn is_older(oldest: Option<Timestamp>, job: &Asked) -> bool {
    matches!((oldest, job.created_at), (Some(oldest), Some(created))
        if created.since(oldest) > CLOCKS_DIFFER)
}

/// Looks for a job among all drafts: as far back as it can be, if its time is known, and
/// among the newest 10,000 if not.
async fn look_back(client: &Client, job: &Asked) -> Outcome {
    let mut drafts = Drafts::new(client, FAR_PAGE);
    for _ in 0..FAR_PAGES {
        if !drafts.more {
            break;
        }
        let page = drafts.next().await?;
        let times = page.iter().filter_map(|draft| draft.created_at);
        let oldest = times.min();
        let mut found = page.into_iter().filter(|draft| is_of(draft, job));
        if let Some(draft) = found.next() {
            let mut first = from_draft(draft);
            found.for_each(|draft| add_variant(&mut first, draft));
            return Ok(Some(first.into()));
        }
        if is_older(oldest, job) {
            break;
        }
    }
    Ok(None)
}

/// The account's drafts, page by page.
struct Drafts<'a> {
    client: &'a Client,
    limit: u32,
    cursor: Option<String>,
    more: bool,
}

impl<'a> Drafts<'a> {
    fn new(client: &'a Client, limit: u32) -> Self {
        Self {
            client,
            limit,
            cursor: None,
            more: true,
        }
    }

    async fn next(&mut self) -> Result<Vec<Draft>> {
        let page = ListDrafts {
            limit: Some(self.limit),
            cursor: self.cursor.clone(),
        };
        let page = self.client.call(page).await?;
        // A server that repeats a page has no more.
        self.more = page.cursor.is_some() && page.cursor != self.cursor;
        self.more &= !page.items.is_empty();
        self.cursor = page.cursor;
        Ok(page.items)
    }
}

/// True if a draft belongs to a job, known by its task or its generation.
fn is_of(draft: &Draft, job: &Asked) -> bool {
    draft.task_id.as_ref() == Some(&job.key.id) || draft.id == job.key.id
}

/// The job of this task that another draft was found of: tasks of several variants
/// make one draft each.
fn found_before<'a>(
    outcomes: &'a mut HashMap<JobKey, Outcome>,
    draft: &Draft,
) -> Option<&'a mut Job> {
    let task_id = draft.task_id.as_ref()?;
    let found = outcomes.iter_mut().find(|(key, _)| key.id == *task_id)?;
    match found.1 {
        Ok(Some(seen)) => Some(&mut seen.job),
        _ => None,
    }
}

/// Adds the video of a further draft to a job's. Drafts are listed the newest first,
/// and the first variant is the first that was made.
fn add_variant(job: &mut Job, draft: Draft) {
    let other = from_draft(draft);
    if other.status != JobStatus::Succeeded {
        return;
    }
    if job.status != JobStatus::Succeeded {
        let id = std::mem::take(&mut job.id);
        *job = Job { id, ..other };
        return;
    }
    let mut videos = other.videos;
    videos.append(&mut job.videos);
    job.set_videos(videos);
}

fn take<'a>(jobs: &mut Vec<&'a Asked>, is: impl Fn(&Asked) -> bool) -> Option<&'a Asked> {
    let at = jobs.iter().position(|job| is(job))?;
    Some(jobs.swap_remove(at))
}

pub(super) fn from_pending(task: PendingTask) -> Job {
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
        job.error = Some(why(&raw, task.status.as_deref(), "generation_failed"));
    }
    job.status_word = task.status;
    job.created_at = task.created_at;
    job.model = task.model;
    job.raw = raw;
    job
}

/// Converts a draft to a job. Its id is the generation's; a watcher knows the job by the
/// task's.
pub(super) fn from_draft(draft: Draft) -> Job {
    let mut job = Job::new(&draft.id, Dialect::Sora, JobKind::Video);
    let raw = serde_json::to_value(&draft).unwrap_or_default();
    let failed = |code: &str| {
        let mut error = why(&raw, draft.status.as_deref(), code);
        if let Some(reason) = draft.reason() {
            reason.clone_into(&mut error.message);
        }
        Some(error)
    };
    let word = draft.status.as_deref().and_then(JobStatus::from_word);
    match (draft.kind.as_deref(), draft.video()) {
        (Some("sora_content_violation"), _) => job.error = failed("content_policy_violation"),
        (Some("sora_error"), _) => job.error = failed("generation_failed"),
        (_, Some(url)) => {
            job.status = JobStatus::Succeeded;
            job.progress = 100.0;
            job.set_videos(vec![MediaLink {
                id: Some(draft.id.clone()).filter(|id| !id.is_empty()),
                url: url.to_owned(),
                thumbnail_url: draft.thumbnail().map(Into::into),
                width: draft.width.and_then(|width| width.try_into().ok()),
                height: draft.height.and_then(|height| height.try_into().ok()),
                duration: draft.duration_s,
                watermark: draft.has_watermark(),
                ..MediaLink::default()
            }]);
        }
        _ if word == Some(JobStatus::Failed) => job.error = failed("generation_failed"),
        _ if draft.reason().is_some() => job.error = failed("content_policy_violation"),
        // No address yet: it is being prepared.
        _ => job.status = JobStatus::Running,
    }
    if job.error.is_some() {
        job.status = JobStatus::Failed;
    }
    job.created_at = draft.created_at;
    job.model = draft.model;
    job.raw = raw;
    job.status_word = match job.status {
        // A draft's kind says nothing about its progress.
        JobStatus::Running => draft.status,
        _ => draft.kind.or(draft.status),
    };
    job
}

/// Converts a task of images to a job. Done without an address means that it is about to
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
        job.error = Some(why(&raw, task.status.as_deref(), "generation_failed"));
    }
    job.status_word = task.status;
    job.created_at = task.created_at;
    job.raw = raw;
    job
}

/// The reason that a task or draft failed; `code` is for one that states none.
fn why(raw: &Value, word: Option<&str>, code: &str) -> JobError {
    let (stated, message) = reason_in(raw);
    let telling = || word.and_then(JobStatus::code_of_word);
    JobError {
        code: stated.or_else(telling).or_else(|| Some(code.to_owned())),
        message,
    }
}
