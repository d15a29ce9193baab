//! The one interface on the native web backend.

use std::collections::HashMap;

use super::Dialect;
use super::{Adapter, JobKey, Link};
use crate::api::FileInput;
use crate::api::sora::{
    CreateVideo, Draft, InpaintItem, ListDrafts, ListPending, Model, PendingTask, Size,
    UploadImage, frames_of,
};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::job::{Job, JobError, JobKind, JobStatus, MediaLink, ProgressScale, read_progress};
use crate::platform::BoxFuture;
use crate::request::{Orientation, Quality, Reference, VideoRequest};

pub(super) struct Sora;

/// How many drafts are asked for at once, and how many pages at most. The
/// default of 15 loses jobs of busy accounts (wire.md §4).
const PAGE: u32 = 50;
const PAGES: usize = 4;

impl Adapter for Sora {
    fn dialect(&self) -> Dialect {
        Dialect::Sora
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(create(client, request))
    }

    fn observe<'a>(
        &'a self,
        client: &'a Client,
        jobs: &'a [JobKey],
    ) -> BoxFuture<'a, Result<HashMap<JobKey, Job>>> {
        Box::pin(observe(client, jobs))
    }

    fn link<'a>(&'a self, client: &'a Client, job: &'a Job) -> BoxFuture<'a, Result<Link>> {
        Box::pin(async move {
            let key = JobKey::from(job);
            let seen = observe(client, std::slice::from_ref(&key)).await?;
            let url = seen
                .get(&key)
                .and_then(|job| job.video.as_ref())
                .map(|video| video.url.clone());
            let url = url.ok_or_else(|| {
                Error::new(ErrorKind::NotFound, "the drafts hold no video of this job")
            })?;
            Ok(Link {
                url,
                authorize: false,
            })
        })
    }
}

async fn create(client: &Client, request: VideoRequest) -> Result<Job> {
    let mut video = translate(&request)?;
    let mut uploads = Vec::with_capacity(request.references.len());
    for reference in &request.references {
        uploads.push(client.open_image(reference).await?);
    }
    for file in uploads {
        let uploaded = client.call(UploadImage { file }).await?;
        video.inpaint_items.push(InpaintItem::Upload {
            upload_id: uploaded.id,
        });
    }
    let task = client.call(video).await?;
    let mut job = Job::new(&task.id, Dialect::Sora, JobKind::Video);
    job.created_at = Some(client.now());
    job.raw = serde_json::to_value(&task).unwrap_or_default();
    Ok(job)
}

/// The native request, checked, without its uploads.
fn translate(request: &VideoRequest) -> Result<CreateVideo> {
    let mut video = CreateVideo::new(&request.prompt);
    video.orientation = request.orientation.unwrap_or(Orientation::Landscape);
    if let Some(seconds) = request.duration {
        video.n_frames = frames_of(seconds).ok_or_else(|| {
            Error::invalid(
                "duration",
                format!("must be 10, 15 or 25 seconds, not {seconds}"),
            )
        })?;
    }
    let hd = request.quality == Some(Quality::Hd);
    video.model = match request.model.as_deref() {
        None if hd => Model::SyOre,
        None | Some("sy_8") => Model::Sy8,
        Some("sy_ore") => Model::SyOre,
        Some(other) => {
            return Err(Error::invalid(
                "model",
                format!("must be `sy_8` (standard) or `sy_ore` (Pro), not `{other}`"),
            ));
        }
    };
    video.size = match request.size.as_deref() {
        None if hd => Size::Large,
        None | Some("small") => Size::Small,
        Some("large") => Size::Large,
        Some(other) => {
            return Err(Error::invalid(
                "size",
                format!("must be `small` (standard) or `large` (HD), not `{other}`"),
            ));
        }
    };
    if let Some(style) = &request.style {
        video.style_id = Some(read_style(style)?);
    }
    video.extra.clone_from(&request.extra);
    crate::api::Operation::check(&video).map_err(|error| match error.field() {
        // The caller gave seconds.
        Some("n_frames") => Error::invalid(
            "duration",
            "25 s is not offered in HD: take 10 or 15 s, or standard quality",
        ),
        _ => error,
    })?;
    Ok(video)
}

fn read_style(name: &str) -> Result<crate::api::sora::Style> {
    serde_json::from_value(name.into()).map_err(|_| {
        Error::invalid(
            "style",
            format!(
                "must be festive, kakalaka, news, selfie, handheld, golden, anime, retro, \
                 nostalgic or comic, not `{name}`"
            ),
        )
    })
}

/// One request for all jobs in progress, and the drafts only when one of the
/// jobs is no longer among those.
async fn observe(client: &Client, jobs: &[JobKey]) -> Result<HashMap<JobKey, Job>> {
    let mut seen = HashMap::with_capacity(jobs.len());
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
    Ok(seen)
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
            message: task
                .failure_reason
                .unwrap_or_else(|| "the server gives no reason".into()),
        });
    }
    job.status_word = task.status;
    job.created_at = task.created_at;
    job.raw = raw;
    job
}

fn from_draft(draft: Draft) -> Job {
    let mut job = Job::new(&draft.id, Dialect::Sora, JobKind::Video);
    let reason = draft.reason().map(ToOwned::to_owned);
    let failed = |code: &str| {
        Some(JobError {
            code: Some(code.into()),
            message: reason
                .clone()
                .unwrap_or_else(|| "the server gives no reason".into()),
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
                watermark: None,
            });
        }
        _ if reason.is_some() => job.error = failed("content_policy_violation"),
        _ if word == Some(JobStatus::Failed) => job.error = failed("generation_failed"),
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

impl Client {
    /// Opens an image and checks it, before anything is sent. An address is
    /// fetched, without any credential.
    pub(crate) async fn open_image(&self, reference: &Reference) -> Result<FileInput> {
        let mut file = match reference {
            Reference::File(file) => file.clone(),
            Reference::Url { url } => self.fetch_reference(url).await?,
        };
        file = self.open_file("references", file).await?;
        crate::api::sora::check_image("references", &file)?;
        Ok(file)
    }
}
