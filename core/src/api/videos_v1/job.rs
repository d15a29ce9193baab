//! The job object, read from every shape that servers give it.

use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::pixels;
use crate::api::answer::{self, About, Answer};
use crate::api::fields::plain_text;
use crate::api::{Operation, Reply, Timestamp, asked_wait, lenient, refusal, says_no};
use crate::model::{
    Dialect, Error, ErrorKind, Job, JobError, JobKind, JobStatus, MediaLink, Result,
};

/// A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
///
/// The fields here are read from whichever key a server uses for them; what the
/// server said under other keys stays in `extra` as well.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct VideoJob {
    /// The job's id, under whichever key a server has it. Opaque.
    pub id: String,
    /// The object's type, such as `video`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// The server's word for the job's state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Progress in percent, as a number or as text on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<f64>,
    /// The model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The prompt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    /// The size, such as `1280x720`. Some gateways write the file's length in
    /// bytes here once it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The length in seconds: what was made, else what was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// The time of creation: `created_at`, `submit_time` or `created`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The time of the start: `started_at` or `start_time`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Timestamp>,
    /// The time of the end: `completed_at` or `finish_time`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
    /// The time until which the files can be fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The address of the video, from whichever key holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_url: Option<String>,
    /// The addresses of all variants, if there are several; `video_url` is the first. An empty one
    /// is fetched by its number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub video_urls: Vec<String>,
    /// A still of the video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail_url: Option<String>,
    /// The video that this one is a new version of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remixed_from_video_id: Option<String>,
    /// The reason for the failure, wherever the server states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<VideoError>,
    /// Everything else that the server said.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
    /// The whole answer, as the server said it.
    #[serde(skip)]
    pub raw: Value,
    /// The number of videos in the answer itself.
    #[serde(skip)]
    pub(crate) embedded: usize,
    /// The number of frames that were made, and of frames a second, where it says so.
    #[serde(skip)]
    pub(crate) frames: Option<u32>,
    #[serde(skip)]
    pub(crate) fps: Option<f64>,
    /// The pause that the server asks for before the new job is first asked after.
    #[serde(skip)]
    pub(crate) again_after: Option<Duration>,
    /// Set when another sign that the dialect documents shows that the job is done, whatever its
    /// word.
    #[serde(skip)]
    pub(crate) is_done: bool,
    /// Set when the answer states why there is no video, whatever its word says.
    #[serde(skip)]
    pub(crate) is_denied: bool,
}

/// The reason for the failure of a job.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VideoError {
    /// The server's code, as text.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub code: Option<String>,
    /// The server's reason.
    #[serde(default)]
    pub message: String,
    /// Everything else that the server said.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl VideoJob {
    /// Reads the job in an answer, or the refusal that takes its place.
    pub(crate) fn decode(reply: &Reply) -> Result<Self> {
        let mut job = Self::decode_without_long_texts(reply)?;
        if !reply.is_brief() {
            let extra = job.extra.values_mut();
            extra.for_each(|value| reply.copy_long_texts(value));
        }
        reply.move_long_texts(&mut job.raw);
        Ok(job)
    }

    fn decode_without_long_texts(reply: &Reply) -> Result<Self> {
        let asked = reply.asked_job();
        let named = reply.new_job();
        let value = match reply.job_value() {
            Ok(value) => value,
            Err(error) => match (refusal(reply), &named) {
                (Some(refused), _) => return Err(refused),
                (None, Some(_)) => Value::Null,
                (None, None) => return Err(error),
            },
        };
        let answer = answer::read(&value, reply.about());
        let Some(mut answer) = answer.or_else(|| named.as_ref().map(|_| Answer::default())) else {
            return Err(refusal(reply).unwrap_or_else(|| reply.says_nothing_of_a_job()));
        };
        if answer.id.is_none()
            && let Some(named) = named
        {
            (answer.id, answer.is_weak) = (Some(named), true);
        }
        let is_sure = match asked {
            Some(asked) => answer.id.as_deref() == Some(asked),
            None => answer.id.is_some() && !answer.is_weak,
        };
        let says_nothing = asked.is_some() && !answer.tells();
        if (!is_sure || says_nothing)
            && let Some(refused) = refusal(reply).filter(|refused| {
                let of_the_call = speaks_of_the_call(refused.kind());
                match (asked, is_sure) {
                    (None, _) => true,
                    // The job's id, and no state: its own error is the job's.
                    (Some(_), true) => of_the_call || answer.reason.is_none(),
                    // An answer to a poll may say of the job, without its id, that it
                    // failed; what denies a success and says no more is the call's.
                    (Some(_), false) => {
                        let word = answer.word.as_deref().unwrap_or_default();
                        let denied = says_no(&value) && word.eq_ignore_ascii_case("error");
                        of_the_call || denied || answer.status().is_none()
                    }
                }
            })
        {
            return Err(refused);
        }
        let told = match asked {
            Some(_) => is_sure || answer.tells(),
            None => answer.id.is_some(),
        };
        if !told {
            return Err(reply.says_nothing_of_a_job());
        }
        if answer.word.as_deref().is_some_and(says_there_is_none) {
            return Err(Error::new(
                ErrorKind::NotFound,
                "the server knows no such job",
            ));
        }
        let mut job = Self::of(answer, asked, value);
        if asked.is_none() {
            job.again_after = asked_wait(reply);
        }
        job.resolve(reply);
        Ok(job)
    }

    /// True if an answer of an operation is a job, whatever its status: vLLM-Omni answers a job
    /// that failed with its error's status.
    pub(crate) fn answers<O: Operation>(reply: &Reply) -> bool {
        O::accepts(reply.status) || Self::stands_in(reply)
    }

    /// True if a body is the job that was asked for, or one that was begun.
    fn stands_in(reply: &Reply) -> bool {
        let asked = reply.asked_job();
        let Ok(value) = reply.job_value() else {
            return false;
        };
        let Some(answer) = answer::read(&value, reply.about()) else {
            return false;
        };
        // A word that nobody knows is one of a job's beside its progress.
        let stands =
            answer.status().is_some() || (answer.word.is_some() && answer.progress.is_some());
        match (asked, answer.status()) {
            (Some(asked), _) => stands && answer.id.as_deref() == Some(asked),
            // A creation that failed is told by its error.
            (None, None | Some(JobStatus::Failed)) => false,
            (None, Some(_)) => answer.id.is_some() && !answer.is_weak,
        }
    }

    /// Reads one job of a list.
    pub(crate) fn read(value: Value) -> Option<Self> {
        let answer = answer::read(&value, About::Any).filter(|answer| answer.id.is_some())?;
        Some(Self::of(answer, None, value))
    }

    /// Reads a list of jobs. What has no id is none, and hides no other.
    pub(crate) fn read_list<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> std::result::Result<Vec<Self>, D::Error> {
        let items: Vec<Value> = lenient::list(deserializer)?;
        Ok(items.into_iter().filter_map(Self::read).collect())
    }

    /// Makes an address without a host one of the server's own.
    pub(crate) fn resolve(&mut self, reply: &Reply) {
        for url in self.video_urls.iter_mut().filter(|url| !url.is_empty()) {
            let whole = reply.base().and_then(|base| answer::resolve(base, url));
            *url = whole.unwrap_or_else(|| std::mem::take(url));
        }
        for address in [&mut self.video_url, &mut self.thumbnail_url] {
            let whole = address.as_deref().zip(reply.base());
            if let Some(whole) = whole.and_then(|(address, base)| answer::resolve(base, address)) {
                *address = Some(whole);
            }
        }
    }

    fn of(answer: Answer, asked: Option<&str>, raw: Value) -> Self {
        let mut extra = answer.fields;
        let text = |name: &str| {
            let text = extra.get(name).and_then(plain_text);
            text.filter(|text| !text.is_empty())
        };
        let mut job = Self {
            // A poll knows its job, whatever the answer calls it.
            id: asked.map(Into::into).or(answer.id).unwrap_or_default(),
            object: text("object"),
            status: answer.word,
            progress: answer.progress,
            model: answer.model,
            prompt: text("prompt"),
            size: text("size"),
            seconds: answer.seconds,
            created_at: answer.created_at,
            started_at: answer.started_at,
            completed_at: answer.completed_at,
            expires_at: answer.expires_at,
            video_url: answer.address,
            video_urls: Some(answer.variants)
                .filter(|variants| variants.len() > 1)
                .unwrap_or_default(),
            thumbnail_url: answer.thumbnail,
            remixed_from_video_id: text("remixed_from_video_id"),
            error: None,
            extra: Map::new(),
            raw,
            embedded: answer.embedded,
            frames: answer.frames,
            fps: answer.fps,
            again_after: None,
            is_done: false,
            is_denied: answer.is_denied,
        };
        job.error = answer.reason.map(|(code, message)| {
            let mut further = match extra.get("error") {
                Some(Value::Object(fields)) => fields.clone(),
                _ => Map::new(),
            };
            for name in ["code", "message"] {
                further.shift_remove(name);
            }
            VideoError {
                code,
                message,
                extra: further,
            }
        });
        for name in [
            "id",
            "object",
            "status",
            "progress",
            "model",
            "prompt",
            "size",
            "seconds",
            "created_at",
            "started_at",
            "completed_at",
            "expires_at",
            "video_url",
            "thumbnail_url",
            "remixed_from_video_id",
            "error",
        ] {
            extra.shift_remove(name);
        }
        job.extra = extra;
        job
    }

    /// The job's status. An unknown word means that the job is running.
    fn job_status(&self) -> JobStatus {
        let status = self.word_status();
        match self.is_done && !status.is_ended() {
            true => JobStatus::Succeeded,
            false => status,
        }
    }

    fn word_status(&self) -> JobStatus {
        match &self.status {
            Some(_) if self.is_denied => JobStatus::Failed,
            Some(word) => JobStatus::from_word(word).unwrap_or(JobStatus::Running),
            None if self.error.is_some() => JobStatus::Failed,
            None if self.video_url.is_some() || self.embedded > 0 => JobStatus::Succeeded,
            None if self.progress.is_some_and(|progress| progress > 0.0) => JobStatus::Running,
            None => JobStatus::Queued,
        }
    }

    /// The job as every dialect shows it.
    pub(crate) fn into_job(self, dialect: Dialect) -> Job {
        let mut job = Job::new(&self.id, dialect, JobKind::Video);
        job.status = self.job_status();
        job.progress = match job.status {
            JobStatus::Succeeded => 100.0,
            _ => self.progress.unwrap_or(0.0).clamp(0.0, 100.0),
        };
        job.created_at = self.created_at;
        job.completed_at = self.completed_at;
        match job.status {
            JobStatus::Succeeded => {
                let pixels = self.size.as_deref().and_then(pixels);
                let first = MediaLink {
                    id: None,
                    url: self.video_url.unwrap_or_default(),
                    thumbnail_url: self.thumbnail_url,
                    width: pixels.map(|(width, _)| width),
                    height: pixels.map(|(_, height)| height),
                    duration: self.seconds,
                    frames: self.frames,
                    fps: self.fps,
                    watermark: None,
                };
                let embedded = std::iter::repeat_n(String::new(), self.embedded);
                let urls = self.video_urls.into_iter().chain(embedded);
                let others = urls.skip(1).map(|url| MediaLink {
                    url,
                    thumbnail_url: None,
                    ..first.clone()
                });
                let others: Vec<_> = others.collect();
                job.set_videos([vec![first], others].concat());
            }
            JobStatus::Failed => {
                let error = self.error.unwrap_or_default();
                job.error = Some(JobError {
                    code: error.code,
                    message: error.message,
                });
            }
            _ => {}
        }
        let mut revised = answer::REVISED_PROMPT.iter();
        job.revised_prompt =
            revised.find_map(|name| self.extra.get(*name)?.as_str().map(Into::into));
        job.again_after = self.again_after;
        job.status_word = self.status;
        job.model = self.model;
        job.raw = self.raw;
        job
    }
}

/// True if an error is about the call and says nothing of the job.
fn speaks_of_the_call(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Authentication
            | ErrorKind::Permission
            | ErrorKind::Blocked
            | ErrorKind::Region
            | ErrorKind::NotFound
            | ErrorKind::RateLimited
            | ErrorKind::TooManyJobs
            | ErrorKind::Overloaded
    )
}

/// True if a state means that there is no job: Jimeng's `not_found`, Black Forest Labs'
/// `Task not found`.
fn says_there_is_none(word: &str) -> bool {
    let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let word = word.to_ascii_lowercase();
    let word = word.trim_start_matches("task").trim_start_matches("job");
    matches!(word, "notfound" | "notexist" | "notexists")
}

impl<'de> Deserialize<'de> for VideoJob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(Value::deserialize(deserializer)?)
            .ok_or_else(|| serde::de::Error::custom("it has no id"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn job(value: Value) -> Job {
        let read: VideoJob = serde_json::from_value(value.clone()).unwrap();
        let written = serde_json::to_value(&read).unwrap();
        let again: VideoJob = serde_json::from_value(written.clone()).unwrap();
        let rewritten = serde_json::to_value(&again).unwrap();
        assert_eq!(written, rewritten, "what is written reads back");
        let job = read.into_job(Dialect::Relay);
        assert_eq!(job.raw, value, "what the server said stays as it is");
        job
    }

    #[test]
    fn the_shapes_of_wire_md_are_read() {
        // OpenAI: no address.
        let done = job(
            json!({"id": "video_1", "object": "video", "status": "completed",
            "progress": 100, "created_at": 1, "completed_at": 2, "size": "1280x720",
            "seconds": "8", "model": "sora-2", "error": null}),
        );
        assert_eq!(done.status, JobStatus::Succeeded);
        let video = done.video.unwrap();
        assert_eq!((video.url.as_str(), video.width), ("", Some(1280)));
        assert_eq!(video.duration, Some(8.0));
        // A relay: words in capitals, progress with a sign, the address deep inside.
        let done = job(
            json!({"task_id": "t", "status": "SUCCESS", "progress": "100%",
            "submit_time": 1703001234, "start_time": 0, "finish_time": 1703001300,
            "fail_reason": "https://not.a.reason/1.mp4",
            "data": {"output": "https://cdn.example/1.mp4"}}),
        );
        assert_eq!(done.id, "t");
        assert_eq!(done.error, None);
        assert_eq!(done.created_at, Some(Timestamp::from_secs(1703001234)));
        assert_eq!(done.video.unwrap().url, "https://cdn.example/1.mp4");
        assert_eq!(done.raw["submit_time"], 1703001234);
        // new-api: both ids, and the whole in an envelope.
        let running = job(json!({"code": "success", "message": "",
            "data": {"id": "a", "task_id": "b", "status": "IN_PROGRESS", "progress": "45%"}}));
        assert_eq!((running.id.as_str(), running.progress), ("b", 45.0));
    }

    #[test]
    fn done_is_a_hundred_and_unknown_words_run() {
        let done = job(json!({"id": "1", "status": "success", "progress": null}));
        assert_eq!(done.progress, 100.0);
        let odd = job(json!({"id": "1", "status": "Marinating", "progress": 1}));
        assert_eq!(odd.status, JobStatus::Running);
        assert_eq!(odd.status_word.as_deref(), Some("Marinating"));
        assert_eq!(odd.progress, 1.0);
        assert_eq!(job(json!({"task_id": 7})).status, JobStatus::Queued);
    }

    fn answered(status: u16, body: Value, asked: Option<&str>) -> Reply {
        let status = http::StatusCode::from_u16(status).unwrap();
        let reply = Reply::new(status, http::HeaderMap::new(), body.to_string());
        reply.asked("https://gateway.example/v1", asked)
    }

    #[test]
    fn a_poll_knows_its_job_and_a_creation_does_not() {
        let poll = |body| VideoJob::decode(&answered(200, body, Some("t_1")));
        for body in [
            json!({"status": "processing", "progress": 40}),
            json!({"id": "another", "status": "processing", "progress": 40}),
            json!({"data": {"progress": 40}}),
        ] {
            let job = poll(body.clone()).unwrap();
            assert_eq!(
                (job.id.as_str(), job.progress),
                ("t_1", Some(40.0)),
                "{body}"
            );
        }
        let kind = |body| poll(body).unwrap_err().kind();
        assert_eq!(kind(json!({})), ErrorKind::UnexpectedResponse);
        assert_eq!(kind(json!([])), ErrorKind::UnexpectedResponse);
        assert_eq!(
            kind(json!({"message": "ok"})),
            ErrorKind::UnexpectedResponse
        );
        assert_eq!(
            kind(json!({"status": "Task not found", "id": "t_1"})),
            ErrorKind::NotFound
        );
        let limited =
            json!({"status": "error", "error": {"code": "rate_limit_exceeded", "message": "m"}});
        assert_eq!(kind(limited), ErrorKind::RateLimited);
        let failed = poll(json!({"status": "error", "error": "out of memory"})).unwrap();
        assert_eq!(failed.into_job(Dialect::Relay).status, JobStatus::Failed);

        let create = |body| VideoJob::decode(&answered(200, body, None));
        let error = create(json!({"status": "processing", "note": "abc"})).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert!(
            error
                .reason()
                .contains(r#"{"status":"processing","note":"abc"}"#),
            "{error}"
        );
        let refused = create(json!({"success": false, "message": "no", "request_id": "r"}));
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::BadRequest);
    }

    #[test]
    fn a_job_stands_for_itself_whatever_the_status() {
        let job = json!({"id": "t_1", "status": "failed", "error": {"code": 507, "message": "m"}});
        for (status, body, asked, stands) in [
            (507, job.clone(), Some("t_1"), true),
            (500, json!({ "detail": job.clone() }), Some("t_1"), true),
            (500, job.clone(), Some("t_2"), false),
            (500, job, None, false),
            (
                504,
                json!({"id": "t_1", "status": "processing"}),
                None,
                true,
            ),
            (
                404,
                json!({"id": "t_1", "error": {"message": "m"}}),
                Some("t_1"),
                false,
            ),
            (
                429,
                json!({"request_id": "r", "status": "queued"}),
                None,
                false,
            ),
            (401, json!({"error": {"message": "m"}}), Some("t_1"), false),
        ] {
            let reply = answered(status, body.clone(), asked);
            assert_eq!(VideoJob::stands_in(&reply), stands, "{status} {body}");
        }
    }

    #[test]
    fn an_address_without_a_host_is_the_servers_own() {
        let body = json!({"id": "t_1", "status": "completed", "video_url": "/tmp/v.mp4"});
        let job = VideoJob::decode(&answered(200, body, Some("t_1"))).unwrap();
        let job = job.into_job(Dialect::Relay);
        assert_eq!(job.video.unwrap().url, "https://gateway.example/tmp/v.mp4");
        assert_eq!(job.raw["video_url"], "/tmp/v.mp4");
    }
}
