//! What a fault does to a request.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A fault. Times are real, not simulated: they are there to meet a client's
/// own timeouts. [`Clock::make_virtual`](crate::engine::clock::Clock::make_virtual)
/// makes them simulated too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Answers at once, without carrying out the request.
    Status {
        /// HTTP status.
        status: u16,
        /// JSON body.
        #[serde(default)]
        body: Option<Value>,
        /// Body as text, if there is no JSON body.
        #[serde(default)]
        text: Option<String>,
        /// Headers; a `content-type` here wins.
        #[serde(default)]
        headers: BTreeMap<String, String>,
        /// Seconds for a `Retry-After` header.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// Answers 200 with these bytes as JSON, which they need not be, without carrying
    /// out the request.
    Bytes {
        /// The body, in base64.
        base64: String,
    },
    /// Answers with the error that the dialect knows by this code, such as
    /// `heavy_load`, without carrying out the request.
    Refuse {
        /// Code of `docs/wire/sora.md` §13.
        code: String,
    },
    /// Resets the connection before the request is carried out.
    ResetBefore,
    /// Carries out the request and resets the connection instead of answering.
    ResetAfter,
    /// Resets the connection after this many bytes of the request's body; the
    /// request is not carried out.
    ResetRequestAt {
        /// Bytes that are still read.
        bytes: u64,
    },
    /// Answers with this status after so many bytes of the request's body, and ends the
    /// connection; the request is not carried out.
    RefuseRequestAt {
        /// Bytes that are still read.
        bytes: u64,
        /// HTTP status.
        status: u16,
    },
    /// Resets the connection after this many bytes of the answer, its head included.
    ResetAt {
        /// Bytes that are still sent.
        bytes: u64,
    },
    /// Resets the connection after this many bytes of the answer's body.
    ResetBodyAt {
        /// Bytes that are still sent.
        bytes: u64,
    },
    /// Ends the body early: the declared length is larger than what is sent.
    Truncate {
        /// Bytes that are sent.
        bytes: u64,
    },
    /// Waits before the request is carried out.
    Stall {
        /// Milliseconds.
        ms: u64,
    },
    /// Carries out the request, then waits before it answers.
    StallAnswer {
        /// Milliseconds.
        ms: u64,
    },
    /// Waits once in the middle of the answer's body.
    StallBody {
        /// Bytes that are sent first.
        bytes: u64,
        /// Milliseconds.
        ms: u64,
    },
    /// Sends the answer's body slowly.
    SlowBody {
        /// Rate.
        bytes_per_second: u64,
    },
    /// Cuts the JSON of the answer in two and sends the first half as if it were all.
    InvalidJson,
    /// Sends the first bytes of the answer's body as if they were all.
    Cut {
        /// Bytes that are sent.
        bytes: u64,
    },
    /// Puts another value into every field of these names in the answer's JSON.
    Field {
        /// Names of fields, however deep.
        names: Vec<String>,
        /// What stands there instead, as it is: `NaN` and `1e309` too.
        json: String,
    },
    /// Empties the lists of the answer's JSON.
    EmptyLists,
    /// Puts an item of another shape before the others of the answer's lists.
    SpoilItem,
    /// Answers with lists within lists.
    Nested {
        /// How many.
        depth: usize,
    },
    /// Adds a field of this length to the answer's JSON.
    Padded {
        /// Bytes.
        bytes: u64,
    },
    /// Answers with a body that never ends.
    Endless,
    /// Compresses the answer's body though nobody asked for it.
    Gzip {
        /// So many zeros instead of the body.
        #[serde(default)]
        bomb: Option<u64>,
    },
    /// Sends the answer without its `Content-Length`.
    NoLength,
    /// States a `Content-Length` that is off by so many bytes: too large, and the answer
    /// breaks off; too small, and bytes follow that belong to nothing.
    WrongLength {
        /// How many bytes more, or fewer, than there are.
        by: i64,
    },
    /// Answers with other bytes of the same length, under another `ETag`.
    OtherFile,
    /// Answers with 206 and a `Content-Range` that is not the one of the bytes.
    OtherRange,
    /// Moves the simulator's clock, on or back, before the request is carried out.
    Jump {
        /// Seconds; back when negative.
        seconds: i64,
    },
    /// Answers with the HTML page of a content delivery network.
    Cloudflare {
        /// 403, 429 or 503.
        status: u16,
    },
    /// Answers with a redirect.
    Redirect {
        /// 301, 302, 303, 307 or 308.
        status: u16,
        /// Absolute URL, `cdn` for the same path on the media origin, or `self` for the
        /// very address that was asked.
        location: String,
    },
    /// Makes the caller's access token expired, then carries on.
    ExpireToken,
    /// Revokes the caller's access token, then carries on.
    InvalidateToken,
    /// Carries on; the job that the request makes will end with this code.
    FailJob {
        /// Such as `content_policy_violation` or `generation_failed`.
        code: String,
    },
}

impl Action {
    /// The action's name in the journal and on the control surface.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Status { .. } => "status",
            Self::Bytes { .. } => "bytes",
            Self::Refuse { .. } => "refuse",
            Self::ResetBefore => "reset_before",
            Self::ResetAfter => "reset_after",
            Self::ResetRequestAt { .. } => "reset_request_at",
            Self::RefuseRequestAt { .. } => "refuse_request_at",
            Self::ResetAt { .. } => "reset_at",
            Self::ResetBodyAt { .. } => "reset_body_at",
            Self::Truncate { .. } => "truncate",
            Self::Stall { .. } => "stall",
            Self::StallAnswer { .. } => "stall_answer",
            Self::StallBody { .. } => "stall_body",
            Self::SlowBody { .. } => "slow_body",
            Self::InvalidJson => "invalid_json",
            Self::Cut { .. } => "cut",
            Self::Field { .. } => "field",
            Self::EmptyLists => "empty_lists",
            Self::SpoilItem => "spoil_item",
            Self::Nested { .. } => "nested",
            Self::Padded { .. } => "padded",
            Self::Endless => "endless",
            Self::Gzip { .. } => "gzip",
            Self::NoLength => "no_length",
            Self::WrongLength { .. } => "wrong_length",
            Self::OtherFile => "other_file",
            Self::OtherRange => "other_range",
            Self::Jump { .. } => "jump",
            Self::Cloudflare { .. } => "cloudflare",
            Self::Redirect { .. } => "redirect",
            Self::ExpireToken => "expire_token",
            Self::InvalidateToken => "invalidate_token",
            Self::FailJob { .. } => "fail_job",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_names_every_kind() {
        let readme = include_str!("../../README.md");
        let one_of_each = serde_json::json!([
            {"kind": "status", "status": 503}, {"kind": "refuse", "code": "heavy_load"}, {"kind": "reset_before"},
            {"kind": "reset_after"}, {"kind": "reset_request_at", "bytes": 1}, {"kind": "reset_body_at", "bytes": 1},
            {"kind": "truncate", "bytes": 1}, {"kind": "stall", "ms": 1}, {"kind": "stall_answer", "ms": 1},
            {"kind": "stall_body", "bytes": 1, "ms": 1}, {"kind": "slow_body", "bytes_per_second": 1},
            {"kind": "invalid_json"}, {"kind": "cloudflare", "status": 403},
            {"kind": "redirect", "status": 307, "location": "cdn"}, {"kind": "expire_token"},
            {"kind": "invalidate_token"}, {"kind": "fail_job", "code": "timeout"}, {"kind": "reset_at", "bytes": 1},
            {"kind": "cut", "bytes": 1}, {"kind": "field", "names": ["progress"], "json": "NaN"}, {"kind": "empty_lists"},
            {"kind": "spoil_item"}, {"kind": "nested", "depth": 1}, {"kind": "padded", "bytes": 1}, {"kind": "endless"},
            {"kind": "gzip"}, {"kind": "no_length"}, {"kind": "other_file"}, {"kind": "other_range"},
            {"kind": "jump", "seconds": -1}, {"kind": "bytes", "base64": "/w=="},
            {"kind": "refuse_request_at", "bytes": 1, "status": 413}, {"kind": "wrong_length", "by": -1},
        ]);
        let actions: Vec<Action> = serde_json::from_value(one_of_each.clone()).unwrap();
        for (action, written) in actions.iter().zip(one_of_each.as_array().unwrap()) {
            assert_eq!(action.kind(), written["kind"], "a kind has two names");
            assert!(
                readme.contains(&format!("`{}`", action.kind())),
                "{}",
                action.kind()
            );
        }
    }
}
