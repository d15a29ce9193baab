//! One job, as it is written down.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sorakit::api::Timestamp;
use sorakit::{
    Client, Dialect, Error, ErrorKind, Flavour, Job, JobKind, JobStatus, Result, Secret,
    VideoRequest,
};
use sorakit_batch::{Row, Single, State};

use crate::fingerprint::Fingerprint;
use crate::output::{Output, is_folder};

/// How much of a prompt is kept, in characters.
const KEPT_PROMPT: usize = 200;

/// A job that was begun, as it was last seen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// The server's id. Empty, and null in JSON, until the server has answered.
    #[serde(with = "known_id")]
    pub id: String,
    /// The number in the ledger.
    #[serde(skip)]
    pub number: i64,
    /// What told an entry without an id from others in the lists of earlier versions.
    #[serde(default, skip_serializing)]
    pub attempt: String,
    /// What was asked for, until the server has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Value>,
    /// What it makes.
    #[serde(default = "video")]
    pub kind: JobKind,
    /// The server's dialect.
    pub dialect: Dialect,
    /// The kind of the server, of a dialect that has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flavour: Option<Flavour>,
    /// The server.
    pub base_url: String,
    /// The beginning of the prompt.
    pub prompt: String,
    /// When it was begun.
    pub created_at: Option<Timestamp>,
    /// Where it stood.
    pub status: JobStatus,
    /// How far it was, in percent.
    pub progress: f64,
    /// Where its video is to go; empty for a name made of the id, or `-` for the
    /// standard output.
    #[serde(with = "crate::paths")]
    pub output: PathBuf,
    /// Whether the user named that place.
    #[serde(default = "yes")]
    pub named: bool,
    /// Whether its video is there.
    pub downloaded: bool,
    /// A salted fingerprint of the credential that began it: this one may be sent
    /// to the server again, and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_by: Option<Fingerprint>,
    /// The profile with which it was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
}

impl Entry {
    /// The entry of a video that is about to be asked for.
    pub fn intended(
        client: &Client,
        request: &VideoRequest,
        output: &Output,
        now: Timestamp,
    ) -> Self {
        let entry = Self::new(client, JobKind::Video, &request.prompt, output, now);
        // Files are no part of what a job is compared by.
        let request = VideoRequest {
            references: Vec::new(),
            last_frame: None,
            video_references: Vec::new(),
            audio_references: Vec::new(),
            character_url: None,
            ..request.clone()
        };
        Self {
            request: serde_json::to_value(request).ok(),
            ..entry
        }
    }

    /// The entry of images that are about to be asked for.
    pub fn intended_images(client: &Client, prompt: &str, output: &Output, now: Timestamp) -> Self {
        Self::new(client, JobKind::Image, prompt, output, now)
    }

    fn new(client: &Client, kind: JobKind, prompt: &str, output: &Output, now: Timestamp) -> Self {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (output, named) = match output {
            Output::Named { path, .. } | Output::Pipe { path, .. } => (absolute(path), true),
            Output::Default(path) => (path.as_deref().map(absolute).unwrap_or_default(), false),
            // With a separator at its end, by which it is told from a file.
            Output::Folder(folder) => (absolute(folder).join(""), false),
            Output::Standard => ("-".into(), true),
        };
        Self {
            id: String::new(),
            number: 0,
            attempt: String::new(),
            request: None,
            kind,
            dialect: client.dialect(),
            flavour: client.flavour(),
            base_url: client.base_url().to_owned(),
            prompt: prompt.chars().take(KEPT_PROMPT).collect(),
            created_at: Some(now),
            status: JobStatus::Queued,
            progress: 0.0,
            output,
            named,
            downloaded: false,
            begun_by: None,
            profile: None,
        }
    }

    /// The job as the ledger has it.
    pub fn of(row: Row) -> Result<Self> {
        let Value::Object(mut fields) = row.note else {
            let what = format!("the job {} of the ledger holds no facts", row.id);
            return Err(Error::new(ErrorKind::Storage, what));
        };
        let is_open = row.job_id.is_none();
        fields.insert("id".into(), json!(row.job_id));
        fields.insert("kind".into(), json!(row.kind));
        fields.insert("base_url".into(), json!(row.base_url));
        fields.insert("downloaded".into(), (row.state == State::Done).into());
        let read: Self = serde_json::from_value(Value::Object(fields))
            .map_err(|error| Error::new(ErrorKind::Storage, error.to_string()))?;
        Ok(Self {
            number: row.id,
            request: Some(row.request).filter(|_| is_open),
            ..read
        })
    }

    /// What the ledger has no column for.
    pub fn note(&self) -> Value {
        let mut note = json!(self);
        if let Some(fields) = note.as_object_mut() {
            for column in ["id", "request", "kind", "base_url", "downloaded"] {
                fields.shift_remove(column);
            }
        }
        note
    }

    /// The state in the ledger.
    pub fn state(&self) -> State {
        match self.status {
            _ if self.is_open() => State::Sending,
            JobStatus::Failed | JobStatus::Cancelled => State::Failed,
            _ if self.downloaded => State::Done,
            _ => State::Running,
        }
    }

    /// The job as it goes into the ledger, under a name that no other has.
    pub fn single(&self, key: String) -> Single {
        let request = self.request.clone();
        Single {
            key,
            kind: self.kind,
            request: request.unwrap_or_else(|| json!({ "prompt": self.prompt })),
            base_url: self.base_url.clone(),
            sent_at: self.created_at.unwrap_or(Timestamp::from_secs(0)),
            note: self.note(),
        }
    }

    /// Notes which credential began the job.
    #[must_use]
    pub fn begun_by(self, credential: Option<&Secret>) -> Self {
        Self {
            begun_by: credential.map(Fingerprint::of),
            ..self
        }
    }

    /// Notes the profile with which it is begun.
    #[must_use]
    pub fn with_profile(self, profile: Option<&str>) -> Self {
        Self {
            profile: profile.map(Into::into),
            ..self
        }
    }

    /// Whether this very credential began the job.
    pub fn was_begun_by(&self, credential: Option<&Secret>) -> bool {
        match (&self.begun_by, credential) {
            (Some(fingerprint), Some(credential)) => fingerprint.is_of(credential),
            _ => false,
        }
    }

    /// Whether it is unknown what became of the request.
    pub fn is_open(&self) -> bool {
        self.id.is_empty()
    }

    /// The server has answered with this job.
    pub fn begun(&mut self, job: &Job) {
        self.id.clone_from(&job.id);
        self.request = None;
        self.created_at = job.created_at.or(self.created_at);
        self.see(job);
    }

    /// Where the video goes.
    pub fn place(&self) -> Output {
        match (self.named, self.output.as_os_str()) {
            (true, output) if output == "-" => Output::Standard,
            (true, _) => Output::Named {
                path: self.output.clone(),
                overwrite: false,
            },
            (false, output) if output.is_empty() => Output::Default(None),
            (false, _) if is_folder(&self.output) => Output::Folder(self.output.clone()),
            (false, _) => Output::Default(Some(self.output.clone())),
        }
    }

    /// Takes over how the job stands now.
    pub fn see(&mut self, job: &Job) {
        self.status = job.status;
        self.progress = job.progress;
    }
}

fn video() -> JobKind {
    JobKind::Video
}

fn yes() -> bool {
    true
}

/// An id as JSON: null until it is known.
mod known_id {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(id: &str, serializer: S) -> Result<S::Ok, S::Error> {
        Some(id).filter(|id| !id.is_empty()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_default())
    }
}
