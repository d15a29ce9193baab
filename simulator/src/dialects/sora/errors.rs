//! How the native service words errors (`docs/wire/sora.md` §13, §14.4).

use http::StatusCode;
use serde_json::{Value, json};

use crate::engine::Shapes;
use crate::engine::refusal::{Reason, Refusal};
use crate::exchange::Reply;

/// Words a refusal: `{"error": {message, type, param, code}}`; observed, the
/// answers of the framework itself are `{"detail": …}`.
pub fn render(refusal: &Refusal, shapes: Shapes) -> Reply {
    let observed = shapes == Shapes::Observed;
    if observed
        && matches!(refusal.reason, Reason::NotFound | Reason::WrongMethod)
        && refusal.param.is_none()
    {
        return Reply::json(json!({"detail": refusal.message})).status(refusal.status);
    }
    let code = match refusal.code.as_str() {
        "missing_credential" if observed => Value::Null,
        "missing_credential" => json!("Unauthorized"),
        "bad_request" if observed => json!("invalid_request"),
        code => json!(code),
    };
    let mut body = json!({
        "error": {
            "message": refusal.message,
            "type": kind(refusal.reason),
            "param": refusal.param,
            "code": code,
        }
    });
    if let Value::Object(members) = &mut body {
        members.extend(refusal.extra.clone());
        if observed && refusal.code == "rate_limit_exhausted" {
            members.insert("type".into(), json!(refusal.code));
        }
    }
    Reply::json(body).status(status(refusal, observed))
}

/// Real servers differ from the documents in two statuses.
fn status(refusal: &Refusal, observed: bool) -> StatusCode {
    match refusal.code.as_str() {
        "heavy_load" | "unsupported_country_code" if observed => StatusCode::BAD_REQUEST,
        _ => refusal.status,
    }
}

fn kind(reason: Reason) -> &'static str {
    match reason {
        Reason::Server => "server_error",
        Reason::Limited => "rate_limit_error",
        Reason::MissingCredential | Reason::BadCredential => "authentication_error",
        Reason::Forbidden => "permission_error",
        _ => "invalid_request_error",
    }
}
