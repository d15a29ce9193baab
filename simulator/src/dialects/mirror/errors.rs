//! How the mirror words errors: as OpenAI does, or as a plain text (`docs/wire/mirror.md` §7).

use serde_json::json;

use crate::engine::Shapes;
use crate::engine::refusal::{Reason, Refusal};
use crate::exchange::Reply;

/// `{"error": {message, type, param, code}}`; observed, `{"error": "text"}`.
pub fn render(refusal: &Refusal, shapes: Shapes) -> Reply {
    if shapes == Shapes::Observed {
        return Reply::json(json!({"error": refusal.message})).status(refusal.status);
    }
    let kind = match refusal.reason {
        Reason::MissingCredential | Reason::BadCredential => "authentication_error",
        Reason::Forbidden => "permission_error",
        Reason::Limited => "rate_limit_error",
        Reason::Server => "server_error",
        _ => "invalid_request_error",
    };
    let code = match refusal.code.as_str() {
        "missing_credential" | "Unauthorized" => "invalid_license",
        "bad_request" => "invalid_request",
        code => code,
    };
    let error =
        json!({"message": refusal.message, "type": kind, "param": refusal.param, "code": code});
    Reply::json(json!({"error": error})).status(refusal.status)
}
