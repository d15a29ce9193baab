//! What happens while a batch runs.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Serialize, Serializer};
use sorakit::{ErrorReport, JobStatus};

use crate::ledger::Row;

/// The request that an event is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The number in the ledger, from 1.
    pub id: i64,
    /// The line of the input.
    pub line: u64,
    /// The caller's name for it.
    pub custom_id: Option<String>,
}

/// Something that happened while a batch runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// The server has taken a request.
    Sent {
        /// The request.
        #[serde(flatten)]
        item: Item,
        /// The server's id of the job.
        job_id: String,
    },
    /// An earlier run's job is waited for again, or one whose answer was lost is found.
    Resumed {
        /// The request.
        #[serde(flatten)]
        item: Item,
        /// The server's id of the job.
        job_id: String,
    },
    /// A job as the last poll saw it.
    Progress {
        /// The request.
        #[serde(flatten)]
        item: Item,
        /// The status.
        status: JobStatus,
        /// The progress in percent.
        progress: f64,
    },
    /// The files of a request are in their places.
    Done {
        /// The request.
        #[serde(flatten)]
        item: Item,
        /// The server's id of the job.
        job_id: String,
        /// The files.
        #[serde(serialize_with = "as_text")]
        files: Vec<PathBuf>,
        /// Their length together, in bytes.
        bytes: u64,
    },
    /// A request was refused, or its job has ended without a result.
    Failed {
        /// The request.
        #[serde(flatten)]
        item: Item,
        /// The reason.
        error: ErrorReport,
    },
    /// It is unknown whether the server took a request, or what became of its job.
    Unknown {
        /// The request.
        #[serde(flatten)]
        item: Item,
        /// What is known.
        error: ErrorReport,
    },
    /// A job is left where it stands, for a later run.
    Left {
        /// The request.
        #[serde(flatten)]
        item: Item,
        /// The reason.
        error: ErrorReport,
    },
    /// A connection sends nothing for a while.
    Paused {
        /// The connection's name.
        connection: String,
        /// The time until it tries again, in seconds.
        #[serde(serialize_with = "seconds")]
        after: Duration,
        /// The reason.
        error: ErrorReport,
    },
    /// Nothing more is sent over one of several connections; the others go on.
    Closed {
        /// The connection's name.
        connection: String,
        /// The reason.
        error: ErrorReport,
    },
    /// Nothing more is sent. What was sent is waited for, and the run ends with this error.
    Stopped {
        /// The reason.
        error: ErrorReport,
    },
    /// The account takes no more jobs at once than these.
    Limited {
        /// The connection's name.
        connection: String,
        /// The number of jobs.
        jobs: usize,
    },
}

impl Item {
    pub(crate) fn of(row: &Row) -> Self {
        Self {
            id: row.id,
            line: row.line,
            custom_id: row.custom_id.clone(),
        }
    }
}

fn seconds<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(duration.as_secs_f64())
}

/// Paths that are not valid Unicode are written as close to it as possible.
fn as_text<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(paths.iter().map(|path| path.to_string_lossy()))
}
