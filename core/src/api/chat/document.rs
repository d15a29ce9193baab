//! A JSON document of a chat's answer, and a refusal in its place.

use serde_json::Value;

use crate::api::{Reply, refusal_in, stated_in};
use crate::model::{Error, Result};

/// Parses JSON, as tolerantly as any answer is read.
pub(super) fn json(body: &[u8]) -> Result<Value> {
    reply_of(body).value()
}

pub(super) fn reply_of(body: &[u8]) -> Reply {
    Reply::new(http::StatusCode::OK, http::HeaderMap::new(), body.to_vec())
}

/// The refusal in place of a document, if it is one.
pub(super) fn refusal_of(value: &Value) -> Option<Error> {
    let kind = value.get("type").and_then(Value::as_str);
    if matches!(kind, Some("error" | "response.error")) {
        return Some(stated_in(value));
    }
    // OpenAI's Responses API.
    if matches!(kind, Some("response.failed" | "response.incomplete")) {
        let response = value.get("response").unwrap_or(value);
        let details = ["error", "incomplete_details"];
        let mut why = details.iter().filter_map(|key| response.get(*key));
        let why = why.find(|why| !why.is_null());
        return Some(stated_in(why.unwrap_or(response)));
    }
    refusal_in(value)
}
