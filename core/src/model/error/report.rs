//! An error as other languages receive it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ErrorKind;

/// An [`Error`](crate::Error) in the form passed to other languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ErrorReport {
    /// The kind of error.
    pub kind: ErrorKind,
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
}
