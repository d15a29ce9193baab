//! An error as other languages get it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ErrorKind;

/// An [`Error`](crate::Error) as it is handed to other languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ErrorReport {
    /// The class.
    pub kind: ErrorKind,
    /// The whole message: operation, what failed, what to do.
    pub message: String,
    /// The operation's name.
    pub operation: Option<String>,
    /// The server's own code.
    pub code: Option<String>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The server's id of the request.
    pub request_id: Option<String>,
    /// How long the server asked to wait, in seconds.
    pub retry_after: Option<f64>,
    /// Whether trying again later may succeed without any change.
    pub retryable: bool,
    /// The field that was refused.
    pub field: Option<String>,
    /// The job it is about.
    pub job_id: Option<String>,
}
