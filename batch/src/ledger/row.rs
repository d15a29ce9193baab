//! One request as the ledger has it.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sorakit::api::Timestamp;
use sorakit::{ErrorReport, Job, JobKind};

/// The state of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not sent.
    Waiting,
    /// Leaving, or gone without an answer so far. After a crash it becomes `unknown`.
    Sending,
    /// Taken by the server, which makes it.
    Running,
    /// Made; its file is on the way.
    Downloading,
    /// Made, with its files in their places.
    Done,
    /// Refused, or ended without a result.
    Failed,
    /// Sent without an answer: the server may have taken it. It is looked for among the
    /// account's jobs, and never sent again unless that is asked for.
    Unknown,
}

/// How many requests are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Not sent.
    pub waiting: u64,
    /// Leaving.
    pub sending: u64,
    /// At the server.
    pub running: u64,
    /// With the file on the way.
    pub downloading: u64,
    /// With the files in their places.
    pub done: u64,
    /// Refused, or ended without a result.
    pub failed: u64,
    /// Sent without an answer.
    pub unknown: u64,
}

/// One request as the ledger has it.
#[derive(Debug, Clone)]
pub struct Row {
    /// The number in the ledger, from 1.
    pub id: i64,
    /// The caller's name for it.
    pub custom_id: Option<String>,
    /// The line of the input that last named it.
    pub line: u64,
    /// A video or images.
    pub kind: JobKind,
    /// What is asked for.
    pub request: Value,
    /// The named file, below the batch's folder.
    pub output: Option<String>,
    pub(crate) overwrite: bool,
    /// The state.
    pub state: State,
    /// The name of the connection it was sent over; empty where there is but one.
    pub connection: String,
    /// The server it was sent to.
    pub base_url: Option<String>,
    /// The server's id of the job.
    pub job_id: Option<String>,
    /// The whole job, if the server answered with the finished work.
    pub(crate) job: Option<Box<Job>>,
    /// The file that it is downloaded to, below the batch's folder.
    pub(crate) file: Option<String>,
    /// The files, below the batch's folder.
    pub files: Vec<String>,
    /// The reason for the state, where there is one.
    pub error: Option<ErrorReport>,
    /// The number of times it was sent.
    pub attempts: u32,
    /// The time at which it was last sent.
    pub sent_at: Option<Timestamp>,
    /// The time at which it was done or failed.
    pub ended_at: Option<Timestamp>,
    /// What the caller keeps with a job that was begun on its own; see
    /// [`Ledger::intend`](super::Ledger::intend).
    pub note: Value,
}

/// The columns of a [`Row`], in its order.
pub const COLUMNS: &str = "id, custom_id, line, kind, request, output, overwrite, state, \
    connection, base_url, job_id, job, file, files, error, attempts, sent_at, ended_at, note";

impl Row {
    pub(super) fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let time = |at| -> rusqlite::Result<_> {
            Ok(row.get::<_, Option<i64>>(at)?.map(Timestamp::from_millis))
        };
        let custom_id: String = row.get(1)?;
        let kind: String = row.get(3)?;
        let request: String = row.get(4)?;
        let text = |at| row.get::<_, Option<String>>(at);
        Ok(Self {
            id: row.get(0)?,
            custom_id: Some(custom_id).filter(|id| !id.is_empty()),
            line: row.get::<_, i64>(2)?.unsigned_abs(),
            kind: match kind.as_str() {
                "image" => JobKind::Image,
                _ => JobKind::Video,
            },
            request: serde_json::from_str(&request).unwrap_or_default(),
            output: text(5)?,
            overwrite: row.get(6)?,
            state: row.get(7)?,
            connection: row.get(8)?,
            base_url: text(9)?,
            job_id: text(10)?,
            job: text(11)?.and_then(|job| serde_json::from_str(&job).ok()),
            file: text(12)?,
            files: text(13)?
                .and_then(|files| serde_json::from_str(&files).ok())
                .unwrap_or_default(),
            error: text(14)?.and_then(|error| serde_json::from_str(&error).ok()),
            attempts: row.get(15)?,
            sent_at: time(16)?,
            ended_at: time(17)?,
            note: text(18)?
                .and_then(|note| serde_json::from_str(&note).ok())
                .unwrap_or_default(),
        })
    }
}

impl State {
    /// All states, in the order in which a request goes through them.
    pub const ALL: [Self; 7] = [
        Self::Waiting,
        Self::Sending,
        Self::Running,
        Self::Downloading,
        Self::Done,
        Self::Failed,
        Self::Unknown,
    ];

    /// The state's name, such as `waiting`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Running => "running",
            Self::Downloading => "downloading",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl ToSql for State {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for State {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let known = Self::ALL.into_iter().find(|state| state.as_str() == text);
        known.ok_or(FromSqlError::InvalidType)
    }
}

impl Counts {
    /// The number of all requests.
    pub fn total(&self) -> u64 {
        State::ALL.into_iter().map(|state| self.of(state)).sum()
    }

    /// The number of requests in a state.
    pub fn of(&self, state: State) -> u64 {
        match state {
            State::Waiting => self.waiting,
            State::Sending => self.sending,
            State::Running => self.running,
            State::Downloading => self.downloading,
            State::Done => self.done,
            State::Failed => self.failed,
            State::Unknown => self.unknown,
        }
    }

    pub(super) fn add(&mut self, state: State, count: u64) {
        let place = match state {
            State::Waiting => &mut self.waiting,
            State::Sending => &mut self.sending,
            State::Running => &mut self.running,
            State::Downloading => &mut self.downloading,
            State::Done => &mut self.done,
            State::Failed => &mut self.failed,
            State::Unknown => &mut self.unknown,
        };
        *place += count;
    }
}
