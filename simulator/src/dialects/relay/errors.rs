//! How the relay words errors.

use serde_json::json;

use crate::engine::Shapes;
use crate::engine::refusal::Refusal;
use crate::exchange::Reply;

/// `{"code", "message"}`, of which the document's programs read `message`;
/// observed, `{"error": {message, type, code}}`.
pub fn render(refusal: &Refusal, shapes: Shapes) -> Reply {
    let code = match refusal.code.as_str() {
        "missing_credential" | "Unauthorized" => "invalid_api_key",
        "rate_limit_exhausted" => "insufficient_quota",
        "content_policy_violation" | "safety_filter_triggered" => "prompt_review_failed",
        "bad_request" => "invalid_request",
        code => code,
    };
    let body = if shapes == Shapes::Observed {
        json!({"error": {"message": refusal.message, "type": "relay_error", "code": code}})
    } else {
        json!({"code": code, "message": refusal.message})
    };
    Reply::json(body).status(refusal.status)
}
