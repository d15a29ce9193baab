//! A job of the chat in the gateway's log: the one place where another process than its own
//! can find it, with an admin's session.

use serde_json::Value;

use super::streams::{mark, mark_in};
use crate::api::sora2api::GetTask;
use crate::api::sora2api::admin::{ListLogs, LogEntry};
use crate::client::Client;
use crate::dialect::adapter::{JobKey, Outcome};
use crate::model::{
    Dialect, Error, ErrorKind, Job, JobError, JobKind, JobStatus, MediaLink, Result,
};

/// The newest entries that are looked through.
const NEWEST: u32 = 100;

/// Looks for a job by its id here, or by the gateway's own of its task.
pub(super) async fn observe(client: &Client, key: &JobKey) -> Outcome {
    if !client.has_admin() {
        let what = "the job lived in a stream of another process, and this gateway shows it only \
                    to its admin";
        return Err(Error::new(ErrorKind::Unsupported, what)
            .with_hint("Give `admin_token`, or log in with `admin.login`, to look in its log."));
    }
    let entries = client.call(ListLogs {
        limit: Some(NEWEST),
    });
    let entries = entries.await?;
    let mark = mark_in(&key.id);
    let found: Vec<&LogEntry> = entries
        .iter()
        .filter(|entry| match mark {
            None => entry.task_id.as_deref() == Some(key.id.as_str()),
            Some(mark) => is_marked(entry, mark),
        })
        .collect();
    match found.as_slice() {
        [] => Err(Error::new(
            ErrorKind::NotFound,
            format!("it is not among the newest {NEWEST} entries of the gateway's log"),
        )),
        [entry] => job_of(client, key, entry).await.map(|job| Some(job.into())),
        several => Err(unclear(several)),
    }
}

/// True if an entry is of a request with this mark.
fn is_marked(entry: &LogEntry, marked: [u8; 6]) -> bool {
    let request = json(entry.request_body.as_deref());
    let text = |name: &str| request.get(name).and_then(Value::as_str);
    match (text("model"), text("prompt")) {
        (Some(model), Some(prompt)) => mark(model, prompt) == marked,
        _ => false,
    }
}

/// The error of a request that several entries match.
fn unclear(entries: &[&LogEntry]) -> Error {
    let ids = entries.iter().filter_map(|entry| entry.task_id.as_deref());
    let ids: Vec<_> = ids.take(5).collect();
    let what = format!(
        "the gateway's log has {} entries of the same request: {}",
        entries.len(),
        ids.join(", ")
    );
    Error::new(ErrorKind::OutcomeUnknown, what).with_hint("Resume the one that is meant by its id.")
}

async fn job_of(client: &Client, key: &JobKey, entry: &LogEntry) -> Result<Job> {
    let mut job = Job::new(key.id.clone(), Dialect::Sora2api, key.kind);
    job.resumable = false;
    job.status = JobStatus::Running;
    job.status_word.clone_from(&entry.task_status);
    job.progress = entry.progress.unwrap_or_default().clamp(0.0, 100.0);
    let request = json(entry.request_body.as_deref());
    job.model = request.get("model").and_then(Value::as_str).map(Into::into);
    job.raw = serde_json::to_value(entry).unwrap_or_default();
    let word = entry.task_status.as_deref().and_then(JobStatus::from_word);
    let status = entry.status_code.unwrap_or(-1);
    let answer = json(entry.response_body.as_deref());
    let is_done = word == Some(JobStatus::Succeeded) || (status == 200 && word.is_none());
    if is_done {
        let mut urls = addresses(answer.get("result_urls"));
        if urls.is_empty() {
            urls = asked_of_task(client, entry).await;
        }
        if urls.is_empty() {
            let what = "the gateway's log does not say where the finished file is";
            return Err(Error::new(ErrorKind::Unsupported, what));
        }
        job.status = JobStatus::Succeeded;
        job.progress = 100.0;
        let links = urls.into_iter().map(|url| MediaLink {
            url,
            ..MediaLink::default()
        });
        match key.kind {
            JobKind::Video => job.set_videos(links.collect()),
            JobKind::Image => job.images = links.collect(),
        }
    } else if word == Some(JobStatus::Cancelled) {
        job.status = JobStatus::Cancelled;
    } else if word == Some(JobStatus::Failed) || status >= 400 {
        job.status = JobStatus::Failed;
        job.error = Some(failure(&answer));
    }
    Ok(job)
}

/// The files of a task, where the gateway has tasks.
async fn asked_of_task(client: &Client, entry: &LogEntry) -> Vec<String> {
    let (Some(token_id), Some(task_id)) = (entry.token_id.clone(), entry.task_id.clone()) else {
        return Vec::new();
    };
    match client.call(GetTask { token_id, task_id }).await {
        Ok(answer) if !answer.task.result_urls.is_empty() => answer.task.result_urls,
        Ok(answer) => {
            let made = answer.task.generations.into_iter();
            made.filter_map(|generation| generation.url).collect()
        }
        Err(_) => Vec::new(),
    }
}

fn failure(answer: &Value) -> JobError {
    let error = answer.get("error").unwrap_or(answer);
    let text = |name: &str| error.get(name).and_then(Value::as_str).map(Into::into);
    JobError {
        code: text("code"),
        message: error
            .as_str()
            .map(Into::into)
            .or_else(|| text("message"))
            .unwrap_or_default(),
    }
}

/// Addresses: a list, or the text of one.
fn addresses(value: Option<&Value>) -> Vec<String> {
    let listed = match value {
        Some(Value::String(text)) => json(Some(text)),
        Some(other) => other.clone(),
        None => Value::Null,
    };
    let listed = listed.as_array().into_iter().flatten();
    listed
        .filter_map(|url| url.as_str().map(Into::into))
        .collect()
}

fn json(text: Option<&str>) -> Value {
    text.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default()
}
