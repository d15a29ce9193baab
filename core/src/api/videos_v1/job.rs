//! The job object, read from every shape that servers give it.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{address_in, pixels};
use crate::api::context::plain_text;
use crate::api::{Reply, Timestamp, lenient, refusal};
use crate::dialect::Dialect;
use crate::error::Result;
use crate::job::{Job, JobError, JobKind, JobStatus, MediaLink, ProgressScale, read_progress};

/// A video job as `/v1/videos`-like servers describe it (wire.md §3.2).
///
/// The fields here are read from whichever key a server uses for them; what the
/// server said under other keys stays in `extra` as well.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct VideoJob {
    /// The job's id: `id`, else `task_id`. Opaque.
    pub id: String,
    /// The object's type, such as `video`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// The server's word for where it stands.
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
    /// The length in seconds: `seconds`, else `duration`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// When it was created: `created_at`, `submit_time` or `created`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When it was begun: `started_at` or `start_time`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Timestamp>,
    /// When it ended: `completed_at` or `finish_time`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
    /// Until when its files can be fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// Where the video is, from whichever key holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_url: Option<String>,
    /// A still of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail_url: Option<String>,
    /// The video that this one is a new version of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remixed_from_video_id: Option<String>,
    /// Why it failed: `error` as an object or text, or `fail_reason`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<VideoError>,
    /// Everything else that the server said.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Why a job failed.
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
    /// Reads the job in an answer, or the refusal that stands in its place.
    pub(crate) fn decode(reply: &Reply) -> Result<Self> {
        let value = reply.value()?;
        match Self::read(value) {
            Some(job) => Ok(job),
            None => match refusal(reply) {
                Some(refusal) => Err(refusal),
                None => reply.json(),
            },
        }
    }

    /// Reads a job, also when it is wrapped in `data`.
    fn read(value: Value) -> Option<Self> {
        let Value::Object(mut fields) = value else {
            return None;
        };
        let id = ["id", "task_id"].into_iter().find_map(|key| {
            let id = fields.get(key).and_then(plain_text);
            id.filter(|id| !id.is_empty())
        });
        let Some(id) = id else {
            return match fields.remove("data") {
                Some(inner @ Value::Object(_)) => Self::read(inner),
                _ => None,
            };
        };
        let whole = Value::Object(fields);
        let text = |keys: &[&str]| {
            let found = keys.iter().filter_map(|key| plain_text(whole.get(key)?));
            found.into_iter().find(|text| !text.is_empty())
        };
        let number = |keys: &[&str]| keys.iter().find_map(|key| lenient::number(whole.get(key)?));
        let time = |keys: &[&str]| {
            let found = keys
                .iter()
                .filter_map(|key| Timestamp::read(whole.get(key)?));
            // Relays write 0 for what has not happened yet.
            found.into_iter().find(|time| time.as_millis() > 0)
        };
        let mut job = Self {
            id,
            object: text(&["object"]),
            status: text(&["status"]),
            progress: number(&["progress"]),
            model: text(&["model"]),
            prompt: text(&["prompt"]),
            size: text(&["size"]),
            seconds: number(&["seconds", "duration"]),
            created_at: time(&["created_at", "submit_time", "created"]),
            started_at: time(&["started_at", "start_time"]),
            completed_at: time(&["completed_at", "finish_time"]),
            expires_at: time(&["expires_at"]),
            video_url: address_in(&whole).map(Into::into),
            thumbnail_url: text(&["thumbnail_url"]),
            remixed_from_video_id: text(&["remixed_from_video_id"]),
            error: None,
            extra: Map::new(),
        };
        job.error = read_error(&whole, job.known_status() == Some(JobStatus::Failed));
        if let Value::Object(fields) = whole {
            job.extra = fields;
        }
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
            job.extra.shift_remove(name);
        }
        Some(job)
    }

    fn known_status(&self) -> Option<JobStatus> {
        JobStatus::from_word(self.status.as_deref()?)
    }

    /// Where it stands. A word that is not known means that it runs.
    fn job_status(&self) -> JobStatus {
        match (&self.status, self.known_status()) {
            (_, Some(status)) => status,
            (Some(_), None) => JobStatus::Running,
            (None, None) if self.error.is_some() => JobStatus::Failed,
            (None, None) if self.video_url.is_some() => JobStatus::Succeeded,
            (None, None) => JobStatus::Queued,
        }
    }

    /// The job as every dialect shows it.
    pub(crate) fn into_job(self, dialect: Dialect) -> Job {
        let mut job = Job::new(&self.id, dialect, JobKind::Video);
        job.status = self.job_status();
        job.progress = match job.status {
            JobStatus::Succeeded => 100.0,
            _ => {
                let progress = self.progress.map(Into::into);
                read_progress(progress.as_ref(), ProgressScale::Percent)
            }
        };
        job.created_at = self.created_at;
        job.completed_at = self.completed_at;
        job.status_word.clone_from(&self.status);
        job.model.clone_from(&self.model);
        match job.status {
            JobStatus::Succeeded => {
                let pixels = self.size.as_deref().and_then(pixels);
                job.video = Some(MediaLink {
                    url: self.video_url.clone().unwrap_or_default(),
                    thumbnail_url: self.thumbnail_url.clone(),
                    width: pixels.map(|(width, _)| width),
                    height: pixels.map(|(_, height)| height),
                    duration: self.seconds,
                    watermark: None,
                });
            }
            JobStatus::Failed => {
                let error = self.error.clone().unwrap_or_default();
                job.error = Some(JobError {
                    code: error.code,
                    message: match error.message.is_empty() {
                        true => "the server gives no reason".into(),
                        false => error.message,
                    },
                });
            }
            _ => {}
        }
        job.raw = serde_json::to_value(&self).unwrap_or_default();
        job
    }
}

/// The reason in `error`, or, of a job that failed, in the other keys for it.
fn read_error(job: &Value, failed: bool) -> Option<VideoError> {
    let stated = match job.get("error") {
        Some(Value::String(text)) if !text.is_empty() => Some(text.clone().into()),
        Some(value @ Value::Object(fields)) if !fields.is_empty() => {
            serde_json::from_value(value.clone()).ok()
        }
        _ => None,
    };
    if stated.is_some() || !failed {
        return stated;
    }
    // Of a job that succeeded, some relays keep other things under these.
    ["fail_reason", "failure_reason", "message"]
        .iter()
        .filter_map(|key| job.get(key)?.as_str())
        .find(|text| !text.is_empty())
        .map(|text| text.to_owned().into())
}

impl From<String> for VideoError {
    fn from(message: String) -> Self {
        Self {
            message,
            ..Self::default()
        }
    }
}

impl<'de> Deserialize<'de> for VideoJob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(Value::deserialize(deserializer)?)
            .ok_or_else(|| serde::de::Error::custom("it has neither `id` nor `task_id`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn job(value: Value) -> Job {
        let read: VideoJob = serde_json::from_value(value).unwrap();
        let again: VideoJob = serde_json::from_value(serde_json::to_value(&read).unwrap()).unwrap();
        assert_eq!(read, again, "what is written reads back");
        read.into_job(Dialect::Relay)
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
        assert_eq!((running.id.as_str(), running.progress), ("a", 45.0));
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

    #[test]
    fn every_form_of_a_reason_is_read() {
        for (value, code, message) in [
            (
                json!({"error": {"code": "image_review_failed", "message": "m", "type": "t"}}),
                Some("image_review_failed"),
                "m",
            ),
            (
                json!({"error": {"code": 400, "message": "m"}}),
                Some("400"),
                "m",
            ),
            (json!({"error": "m"}), None, "m"),
            (json!({"fail_reason": "m"}), None, "m"),
            (json!({"error": null, "message": "m"}), None, "m"),
            (json!({}), None, "the server gives no reason"),
        ] {
            let mut whole = json!({"id": "1", "status": "FAILURE"});
            for (key, value) in value.as_object().unwrap() {
                whole[key] = value.clone();
            }
            let error = job(whole.clone()).error.unwrap();
            assert_eq!(error.code.as_deref(), code, "{whole}");
            assert_eq!(error.message, message, "{whole}");
        }
    }
}
