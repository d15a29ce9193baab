//! How the gateway words errors: `{"error": {message, type, code}}`.

use http::StatusCode;
use serde_json::json;

use crate::engine::Shapes;
use crate::engine::refusal::{Reason, Refusal};
use crate::exchange::Reply;

/// Words a refusal. The document lists statuses only; the codes are those of
/// the original relay.
pub fn render(refusal: &Refusal, _: Shapes) -> Reply {
    let (status, code) = match refusal.code.as_str() {
        "missing_credential" | "Unauthorized" => (refusal.status, "invalid_api_key"),
        "rate_limit_exhausted" => (StatusCode::FORBIDDEN, "insufficient_credits"),
        "bad_request" => (refusal.status, "invalid_request"),
        code => (refusal.status, code),
    };
    let error = json!({"message": refusal.message, "type": kind(refusal.reason), "code": code});
    Reply::json(json!({"error": error})).status(status)
}

fn kind(reason: Reason) -> &'static str {
    match reason {
        Reason::MissingCredential | Reason::BadCredential => "authentication_error",
        Reason::Forbidden => "permission_error",
        Reason::Limited => "rate_limit_error",
        Reason::Server => "server_error",
        _ => "invalid_request_error",
    }
}
