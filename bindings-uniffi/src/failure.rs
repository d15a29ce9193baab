//! Errors on their way to other languages.

use std::fmt;

use sorakit::{Error, ErrorKind};

/// The error of a call.
#[derive(Debug, uniffi::Error)]
pub enum Failure {
    /// What the core reports.
    Reported {
        /// The report.
        report: Report,
    },
}

/// What failed, on which operation, and what to do about it.
#[derive(Debug, Clone, uniffi::Record)]
pub struct Report {
    /// The kind of error, such as `rate_limited`.
    pub kind: String,
    /// The whole message: the operation, what failed, what to do.
    pub message: String,
    /// The operation's name.
    pub operation: Option<String>,
    /// The server's own code.
    pub code: Option<String>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The server's id of the request.
    pub request_id: Option<String>,
    /// The wait that the server asked for, in seconds.
    pub retry_after: Option<f64>,
    /// True if trying again later may succeed without any change.
    pub retryable: bool,
    /// The field that was refused.
    pub field: Option<String>,
    /// The id of the job concerned.
    pub job_id: Option<String>,
    /// The messages of the causes, the nearest first.
    pub causes: Vec<String>,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let first = std::error::Error::source(&error);
        let causes = std::iter::successors(first, |error| error.source());
        let causes = causes.map(ToString::to_string).collect();
        let told = error.report();
        Self::Reported {
            report: Report {
                kind: told.kind.as_str().to_owned(),
                message: told.message,
                operation: told.operation,
                code: told.code,
                status: told.status,
                request_id: told.request_id,
                retry_after: told.retry_after,
                retryable: told.retryable,
                field: told.field,
                job_id: told.job_id,
                causes,
            },
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Reported { report } = self;
        f.write_str(&report.message)
    }
}

impl std::error::Error for Failure {}

/// The error of something that is closed.
pub fn closed(what: &str) -> Error {
    Error::new(ErrorKind::Configuration, format!("the {what} is closed"))
}

/// What the program's own code failed with: a store, a file, a listener.
#[derive(Debug, uniffi::Error)]
pub enum ForeignFailure {
    /// It threw.
    Thrown {
        /// What it said of it. A store's must hold no secret.
        reason: String,
    },
}

impl fmt::Display for ForeignFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Thrown { reason } = self;
        f.write_str(reason)
    }
}

impl std::error::Error for ForeignFailure {}

impl From<uniffi::UnexpectedUniFFICallbackError> for ForeignFailure {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Thrown {
            reason: error.reason,
        }
    }
}
