//! How the gateway words errors (`docs/wire/sora2api.md` §8 and §12.1).

use http::StatusCode;
use serde_json::{Value, json};

use crate::engine::Shapes;
use crate::engine::refusal::{Reason, Refusal};
use crate::exchange::Reply;

/// Codes of the errors that asking for a video's content can have.
const CONTENT_CODES: [&str; 4] = [
    "task_not_found",
    "task_not_completed",
    "content_not_found",
    "generation_failed",
];

/// Words a refusal: `{detail}` for what is wrong with the request, and
/// `{error: {message, type, param, code}}` for what went wrong behind it.
pub fn render(refusal: &Refusal, shapes: Shapes) -> Reply {
    if shapes == Shapes::Observed {
        return observed(refusal);
    }
    let body = if is_about_content(refusal) {
        json!({"error": {"message": refusal.message, "code": refusal.code}})
    } else if is_from_behind(refusal) {
        error(refusal, json!(refusal.code))
    } else if refusal.is_no_route() {
        // What the framework says of itself.
        json!({"detail": "Not Found"})
    } else {
        json!({"detail": refusal.message})
    };
    Reply::json(body).status(refusal.status)
}

fn observed(refusal: &Refusal) -> Reply {
    if is_about_content(refusal) {
        let error = json!({"message": refusal.message, "code": refusal.code});
        return Reply::json(json!({"detail": {"error": error}})).status(refusal.status);
    }
    if refusal.code == "server_error" {
        let error = json!({"message": refusal.message, "code": refusal.code});
        return Reply::json(json!({"error": error})).status(refusal.status);
    }
    match refusal.reason {
        Reason::MissingCredential => {
            Reply::json(json!({"detail": "Not authenticated"})).status(StatusCode::FORBIDDEN)
        }
        Reason::WrongMethod => {
            Reply::json(json!({"detail": "Method Not Allowed"})).status(refusal.status)
        }
        // What the framework says of itself.
        Reason::NotFound if refusal.is_no_route() => {
            Reply::json(json!({"detail": "Not Found"})).status(refusal.status)
        }
        Reason::Missing => invalid(refusal, "missing", "Field required"),
        Reason::WrongType => invalid(refusal, "type_error", &refusal.message),
        _ if is_from_behind(refusal) => {
            // Only refusals with a parameter keep their code on the way through.
            let code = refusal.param.as_ref().map(|_| refusal.code.as_str());
            Reply::json(error(refusal, json!(code))).status(refusal.status)
        }
        _ => Reply::json(json!({"detail": refusal.message})).status(refusal.status),
    }
}

/// The body of a stream's error event: the same as of an answer.
pub fn event(refusal: &Refusal, shapes: Shapes) -> Value {
    let code = match shapes {
        Shapes::Observed if refusal.param.is_none() => Value::Null,
        _ => json!(refusal.code),
    };
    error(refusal, code)
}

/// The framework's list of what is wrong where.
fn invalid(refusal: &Refusal, kind: &str, message: &str) -> Reply {
    let param = refusal.param.as_deref().unwrap_or("body");
    let place = refusal.extra.iter().find(|(name, _)| name == PLACE);
    let place = place
        .and_then(|(_, place)| place.as_str())
        .unwrap_or("body");
    let mut place = vec![place];
    place.extend(param.split('.').filter(|step| *step != "body"));
    let item = json!({"type": kind, "loc": place, "msg": message, "input": null});
    Reply::json(json!({"detail": [item]})).status(StatusCode::UNPROCESSABLE_ENTITY)
}

/// Where the parameter of a refusal stands, if not in the body.
const PLACE: &str = "place";

/// Says that what is wrong is in the query.
pub fn in_query(refusal: Refusal) -> Refusal {
    refusal.with(PLACE, json!("query"))
}

/// Says that what is wrong is in the path.
pub fn in_path(refusal: Refusal) -> Refusal {
    refusal.with(PLACE, json!("path"))
}

fn error(refusal: &Refusal, code: Value) -> Value {
    let kind = match refusal.reason {
        Reason::Limited => "rate_limit_error",
        Reason::Moderated | Reason::Forbidden => "invalid_request_error",
        _ => "server_error",
    };
    json!({
        "error": {"message": refusal.message, "type": kind, "param": refusal.param, "code": code}
    })
}

fn is_about_content(refusal: &Refusal) -> bool {
    CONTENT_CODES.contains(&refusal.code.as_str()) && refusal.status.is_client_error()
}

/// Whether the trouble is not with the request but with what it led to.
fn is_from_behind(refusal: &Refusal) -> bool {
    matches!(
        refusal.reason,
        Reason::Server | Reason::Limited | Reason::Moderated | Reason::Forbidden
    )
}
