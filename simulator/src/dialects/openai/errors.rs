//! How each flavour words errors (`docs/wire/openai.md` §9).

use http::StatusCode;
use serde_json::{Value, json};

use super::flavour::Flavour;
use crate::engine::Shapes;
use crate::engine::refusal::{Reason, Refusal};
use crate::exchange::Reply;

/// The function that words refusals for `flavour`.
pub fn renderer(flavour: Flavour) -> fn(&Refusal, Shapes) -> Reply {
    match flavour {
        Flavour::OpenAi | Flavour::Unsloth => openai,
        Flavour::SgLang | Flavour::FastVideo => fastapi,
        Flavour::Dynamo => dynamo,
        Flavour::VllmOmni => vllm,
        Flavour::NewApi => new_api,
        Flavour::LiteLlm => litellm,
        Flavour::LocalAi => localai,
    }
}

/// `{"error": {message, type, param, code}}`
fn openai(refusal: &Refusal, _: Shapes) -> Reply {
    let kind = match refusal.reason {
        Reason::Server => "server_error",
        Reason::Limited => "rate_limit_error",
        _ => "invalid_request_error",
    };
    answer(refusal, kind, json!(refusal.param), code(refusal))
}

/// `{"detail": …}`: text, or a list of what is wrong where a type is.
fn fastapi(refusal: &Refusal, _: Shapes) -> Reply {
    let name = refusal.param.as_deref().unwrap_or_default();
    let kind = match refusal.reason {
        Reason::Missing => "missing",
        Reason::WrongType => "type_error",
        _ => return Reply::json(json!({"detail": refusal.message})).status(refusal.status),
    };
    let detail = json!([{"loc": ["body", name], "msg": refusal.message, "type": kind}]);
    Reply::json(json!({"detail": detail})).status(StatusCode::UNPROCESSABLE_ENTITY)
}

/// As OpenAI's, with the status as the code.
fn vllm(refusal: &Refusal, _: Shapes) -> Reply {
    let kind = match refusal.reason {
        Reason::NotFound => "NotFoundError",
        Reason::Server => "InternalServerError",
        _ => "BadRequestError",
    };
    answer(
        refusal,
        kind,
        json!(refusal.param),
        json!(refusal.status.as_u16()),
    )
}

/// `{"message", "type", "code"}` without an envelope.
fn dynamo(refusal: &Refusal, _: Shapes) -> Reply {
    let status = refusal.status;
    let kind = status.canonical_reason().unwrap_or("Error");
    let body = json!({"message": refusal.message, "type": kind, "code": status.as_u16()});
    Reply::json(body).status(status)
}

fn new_api(refusal: &Refusal, _: Shapes) -> Reply {
    let code = if refusal.code == "rate_limit_exhausted" {
        json!("insufficient_user_quota")
    } else {
        code(refusal)
    };
    answer(refusal, "new_api_error", json!(""), code)
}

/// As OpenAI's, with the status as the code, as text.
fn litellm(refusal: &Refusal, _: Shapes) -> Reply {
    let kind = match refusal.reason {
        Reason::MissingCredential | Reason::BadCredential => "auth_error",
        Reason::Limited => "throttling_error",
        Reason::Server => "internal_server_error",
        _ => "invalid_request_error",
    };
    let status = refusal.status.as_u16().to_string();
    answer(refusal, kind, json!(refusal.param), json!(status))
}

/// The status, the text, and an empty type.
fn localai(refusal: &Refusal, _: Shapes) -> Reply {
    let status = refusal.status.as_u16();
    let error = json!({"code": status, "message": refusal.message, "type": ""});
    Reply::json(json!({"error": error})).status(refusal.status)
}

fn answer(refusal: &Refusal, kind: &str, param: Value, code: Value) -> Reply {
    let error = json!({"message": refusal.message, "type": kind, "param": param, "code": code});
    Reply::json(json!({"error": error})).status(refusal.status)
}

/// OpenAI's codes.
fn code(refusal: &Refusal) -> Value {
    match refusal.code.as_str() {
        "missing_credential" => Value::Null,
        "Unauthorized" => json!("invalid_api_key"),
        "rate_limit_exhausted" => json!("insufficient_quota"),
        "too_many_concurrent_tasks" => json!("rate_limit_exceeded"),
        "content_policy_violation" | "safety_filter_triggered" => json!("moderation_blocked"),
        "bad_request" => match refusal.reason {
            Reason::Missing => json!("missing_required_parameter"),
            Reason::WrongType => json!("invalid_type"),
            _ => json!("invalid_value"),
        },
        code => json!(code),
    }
}
