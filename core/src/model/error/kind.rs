//! The kinds of errors, each with its advice and whether a retry may help.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of an [`Error`](super::Error). In Python each is an exception class under
/// `SorakitError`, in JavaScript a subclass of `SorakitError`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// A value was refused before anything was sent.
    InvalidInput,
    /// The dialect or server does not offer this.
    Unsupported,
    /// A setting is missing or wrong: base URL, proxy, certificate, file.
    Configuration,
    /// The credential is missing, invalid or expired.
    Authentication,
    /// The credential is valid but may not do this.
    Permission,
    /// A CDN answered in the server's place, such as a Cloudflare challenge page.
    Blocked,
    /// The server refused the Sentinel token.
    Sentinel,
    /// The proof of work cannot be solved within the limits.
    ProofOfWork,
    /// The account's owner must complete a step: invite, username, phone number.
    AccountSetup,
    /// The service is not offered in the caller's country.
    Region,
    /// No such job, post, file or path.
    NotFound,
    /// The thing already exists, or has changed in the meantime.
    Conflict,
    /// The server refused the request as malformed.
    BadRequest,
    /// Too many requests in a given time.
    RateLimited,
    /// The account has too many jobs in progress.
    TooManyJobs,
    /// The account's quota or credit is exhausted.
    QuotaExhausted,
    /// The server is under heavy load, or has no free account or channel.
    Overloaded,
    /// Moderation refused the prompt, an input or the result. Permanent.
    ContentPolicy,
    /// The job ended without a result.
    GenerationFailed,
    /// The result was requested before the job was done.
    NotReady,
    /// The server failed.
    Server,
    /// No connection, or one that dropped without changing anything.
    Connection,
    /// A time limit was exceeded.
    Timeout,
    /// The request was sent, but it is unknown whether the server accepted it.
    OutcomeUnknown,
    /// The answer is not the one that the operation documents.
    UnexpectedResponse,
    /// The caller cancelled.
    Cancelled,
    /// A local file or credential store failed.
    Storage,
}

impl ErrorKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: &'static [ErrorKind] = &[
        Self::InvalidInput,
        Self::Unsupported,
        Self::Configuration,
        Self::Authentication,
        Self::Permission,
        Self::Blocked,
        Self::Sentinel,
        Self::ProofOfWork,
        Self::AccountSetup,
        Self::Region,
        Self::NotFound,
        Self::Conflict,
        Self::BadRequest,
        Self::RateLimited,
        Self::TooManyJobs,
        Self::QuotaExhausted,
        Self::Overloaded,
        Self::ContentPolicy,
        Self::GenerationFailed,
        Self::NotReady,
        Self::Server,
        Self::Connection,
        Self::Timeout,
        Self::OutcomeUnknown,
        Self::UnexpectedResponse,
        Self::Cancelled,
        Self::Storage,
    ];

    /// The kind's name on every surface, such as `rate_limited`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidInput => "invalid_input",
            Self::Unsupported => "unsupported",
            Self::Configuration => "configuration",
            Self::Authentication => "authentication",
            Self::Permission => "permission",
            Self::Blocked => "blocked",
            Self::Sentinel => "sentinel",
            Self::ProofOfWork => "proof_of_work",
            Self::AccountSetup => "account_setup",
            Self::Region => "region",
            Self::NotFound => "not_found",
            Self::Conflict => "conflict",
            Self::BadRequest => "bad_request",
            Self::RateLimited => "rate_limited",
            Self::TooManyJobs => "too_many_jobs",
            Self::QuotaExhausted => "quota_exhausted",
            Self::Overloaded => "overloaded",
            Self::ContentPolicy => "content_policy",
            Self::GenerationFailed => "generation_failed",
            Self::NotReady => "not_ready",
            Self::Server => "server",
            Self::Connection => "connection",
            Self::Timeout => "timeout",
            Self::OutcomeUnknown => "outcome_unknown",
            Self::UnexpectedResponse => "unexpected_response",
            Self::Cancelled => "cancelled",
            Self::Storage => "storage",
        }
    }

    /// Advice for a person, where it depends on the kind alone.
    pub const fn hint(self) -> Option<&'static str> {
        Some(match self {
            Self::Authentication => "Check the token or API key, or sign in again.",
            Self::Permission => "Use a credential that may do this.",
            Self::Blocked => {
                "A CDN stands before the server. The credential is not at fault: try later, or \
                 through another network or proxy."
            }
            Self::Sentinel => "Check that profile, device id and proxy agree in every request.",
            Self::AccountSetup => "The account's owner has to finish its set-up.",
            Self::Region => {
                "The service refuses this country: send from one that it serves, such as through a \
                 proxy there."
            }
            Self::NotFound => "Check the id, the base URL and the dialect.",
            Self::RateLimited => "Send fewer requests, or wait.",
            Self::TooManyJobs => "Wait until one of the account's jobs has ended.",
            Self::QuotaExhausted => "Wait for the quota to reset, or use another account.",
            Self::Overloaded => "Try again later.",
            Self::ContentPolicy => "Change the prompt or the input; a retry cannot help.",
            Self::NotReady => "Wait for the job to succeed.",
            Self::Server => "Try again later.",
            Self::Connection => "Check the base URL, the network and the proxy.",
            Self::OutcomeUnknown => {
                "It may have been accepted: look at the account's jobs before sending it again."
            }
            _ => return None,
        })
    }

    /// True if trying again later may succeed without any change.
    pub const fn retryable(self) -> bool {
        matches!(
            self,
            Self::RateLimited
                | Self::TooManyJobs
                | Self::Overloaded
                | Self::Server
                | Self::Connection
                | Self::Timeout
                | Self::NotReady
        )
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
