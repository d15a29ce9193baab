//! Reading errors: every shape in which servers answer one (wire.md §3.4), and
//! the class of each (`000_*` appendix, wire.md §2.4).

use std::time::Duration;

use serde_json::Value;

use super::Reply;
use super::reply::looks_like_html;
use crate::error::{Error, ErrorKind};

/// The error in an answer whose status is not 2xx.
pub fn failure(reply: &Reply) -> Error {
    let status = reply.status.as_u16();
    let body = Stated::read(reply);
    let kind = classify(status, &body);
    let mut error = Error::new(kind, body.message(status)).status(status);
    if let Some(code) = &body.code {
        error = error.with_code(code);
    }
    if let Some(id) = reply
        .header("x-request-id")
        .or_else(|| reply.header("cf-ray"))
    {
        error = error.with_request_id(id);
    }
    if let Some(wait) = retry_after(reply, &body) {
        error = error.with_retry_after(wait);
    }
    error
}

/// The refusal in an answer with a 2xx status, as gateways give them:
/// `{"success": false, "message": …}` or `{"code": …, "message": …}` or a bare
/// `error`. `None` when the answer is no refusal.
pub fn refusal(reply: &Reply) -> Option<Error> {
    let value = reply.value().ok()?;
    let refused = value.get("success") == Some(&Value::Bool(false))
        || value.get("error").is_some_and(|error| !error.is_null())
        || is_coded_refusal(&value);
    if !refused {
        return None;
    }
    let body = Stated::read(reply);
    // A gateway may write the status that it means as its code.
    let meant = body.code.as_deref().and_then(|code| code.parse().ok());
    let meant = meant.filter(|code| (400..600).contains(code)).unwrap_or(0);
    let kind = match classify(meant, &body) {
        ErrorKind::UnexpectedResponse => ErrorKind::BadRequest,
        kind => kind,
    };
    let mut error = Error::new(kind, body.message(reply.status.as_u16()));
    if let Some(code) = &body.code {
        error = error.with_code(code);
    }
    Some(error)
}

/// Whether it is `{"code": …, "message": …}` with a code that means no success
/// and without data.
fn is_coded_refusal(value: &Value) -> bool {
    let failed = match value.get("code") {
        Some(Value::Number(code)) => !matches!(code.as_i64(), Some(0 | 200..=299)),
        Some(Value::String(code)) => {
            let good = ["", "0", "200", "ok", "success"];
            !good.contains(&code.to_lowercase().as_str())
        }
        _ => false,
    };
    let empty = value.get("data").is_none_or(|data| match data {
        Value::Null => true,
        Value::Object(fields) => fields.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    });
    failed && empty && value.get("message").is_some_and(Value::is_string)
}

/// What an error body states, whatever its shape.
#[derive(Debug, Default)]
struct Stated {
    message: Option<String>,
    code: Option<String>,
    param: Option<String>,
    resets_in: Option<f64>,
    html: bool,
}

impl Stated {
    fn read(reply: &Reply) -> Self {
        if looks_like_html(&reply.body) {
            return Self {
                html: true,
                message: title(&reply.text()),
                ..Self::default()
            };
        }
        let Ok(value) = reply.value() else {
            let text = reply.text();
            let message = (!text.trim().is_empty()).then(|| text.chars().take(400).collect());
            return Self {
                message,
                ..Self::default()
            };
        };
        let mut stated = Self::default();
        stated.take(&value, 0);
        stated
    }

    /// Collects from the outside in; the innermost message wins.
    fn take(&mut self, value: &Value, depth: usize) {
        if depth > 4 {
            return;
        }
        match value {
            Value::String(text) if !text.is_empty() => self.message = Some(text.clone()),
            Value::Array(items) => self.take_validation(items),
            Value::Object(fields) => {
                for key in ["message", "error_description", "msg"] {
                    if let Some(Value::String(text)) = fields.get(key)
                        && !text.is_empty()
                    {
                        self.message = Some(text.clone());
                        break;
                    }
                }
                for key in ["type", "code"] {
                    match fields.get(key) {
                        Some(Value::String(code)) if !code.is_empty() => {
                            self.code = Some(code.clone());
                        }
                        Some(Value::Number(code)) if key == "code" && self.code.is_none() => {
                            self.code = Some(code.to_string());
                        }
                        _ => {}
                    }
                }
                if let Some(Value::String(param)) = fields.get("param") {
                    self.param = Some(param.clone());
                }
                if let Some(balance) = fields.get("rate_limit_and_credit_balance") {
                    self.resets_in = balance
                        .get("access_resets_in_seconds")
                        .and_then(super::lenient::number);
                }
                // OAuth: `{"error": "invalid_grant", "error_description": …}`.
                if let (Some(Value::String(code)), Some(_)) =
                    (fields.get("error"), fields.get("error_description"))
                {
                    self.code = Some(code.clone());
                    return;
                }
                for key in ["detail", "error"] {
                    if let Some(inner) = fields.get(key).filter(|inner| !inner.is_null()) {
                        self.take(inner, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    /// `[{"loc": ["body", "seconds"], "msg": "…", "type": "…"}]`.
    fn take_validation(&mut self, items: &[Value]) {
        let lines: Vec<String> = items
            .iter()
            .take(4)
            .filter_map(|item| {
                let message = item.get("msg")?.as_str()?;
                let place: Vec<String> = item
                    .get("loc")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(super::context::plain_text)
                    .collect();
                Some(match place.is_empty() {
                    true => message.to_owned(),
                    false => format!("{}: {message}", place.join(".")),
                })
            })
            .collect();
        if !lines.is_empty() {
            self.message = Some(lines.join("; "));
        }
    }

    fn message(&self, status: u16) -> String {
        match &self.message {
            Some(message) if self.html => format!("a web page was answered: {message}"),
            None if self.html => "a web page was answered instead of JSON".into(),
            Some(message) => message.clone(),
            None => match http::StatusCode::from_u16(status) {
                Ok(status) => format!(
                    "the server answered {}",
                    status.canonical_reason().unwrap_or("an error")
                ),
                Err(_) => "the server refused without a reason".into(),
            },
        }
    }
}

/// The class of an error, by code first, then by text, then by status: real
/// servers send one code under many statuses.
fn classify(status: u16, stated: &Stated) -> ErrorKind {
    let text = stated.message.as_deref().unwrap_or("").to_lowercase();
    if stated.html {
        let challenge = ["just a moment", "attention required", "cloudflare", "cf_"]
            .iter()
            .any(|sign| text.contains(sign));
        return match status {
            403 | 429 | 503 => ErrorKind::Blocked,
            _ if challenge => ErrorKind::Blocked,
            404 => ErrorKind::NotFound,
            500..=599 => ErrorKind::Server,
            _ => ErrorKind::UnexpectedResponse,
        };
    }
    for code in stated.code.iter().chain(&stated.message) {
        if let Some(kind) = by_code(&code.to_lowercase()) {
            return kind;
        }
    }
    by_text(&text)
        .or_else(|| (stated.param.as_deref() == Some("country")).then_some(ErrorKind::Region))
        .unwrap_or_else(|| by_status(status))
}

/// The class that a server's code means, where that is known.
pub(crate) fn kind_of_code(code: &str) -> Option<ErrorKind> {
    by_code(&code.to_lowercase())
}

/// The class that a server's lower-case words mean, where that is known.
pub(crate) fn kind_of_text(text: &str) -> Option<ErrorKind> {
    by_code(text).or_else(|| by_text(text))
}

fn by_code(code: &str) -> Option<ErrorKind> {
    Some(match code {
        "token_invalidated"
        | "token_expired"
        | "unauthorized"
        | "invalid_grant"
        | "invalid_client"
        | "invalid_api_key"
        | "authentication_error" => ErrorKind::Authentication,
        "cf_shield_429" => ErrorKind::Blocked,
        "sentinel_block" => ErrorKind::Sentinel,
        "heavy_load" => ErrorKind::Overloaded,
        "too_many_concurrent_tasks" => ErrorKind::TooManyJobs,
        "rate_limit_exhausted"
        | "insufficient_credits"
        | "insufficient_quota"
        | "insufficient_user_quota"
        | "quota_exceeded" => ErrorKind::QuotaExhausted,
        "rate_limit_exceeded" | "too_many_requests" => ErrorKind::RateLimited,
        "unsupported_country_code" => ErrorKind::Region,
        "phone_number_required" | "sora_username_not_yet_created" => ErrorKind::AccountSetup,
        "content_policy_violation"
        | "safety_filter_triggered"
        | "sora_content_violation"
        | "moderation_blocked"
        | "image_review_failed"
        | "prompt_review_failed"
        | "result_review_failed" => ErrorKind::ContentPolicy,
        "generation_failed" | "sora_error" => ErrorKind::GenerationFailed,
        "timeout" => ErrorKind::Timeout,
        "task_not_completed" => ErrorKind::NotReady,
        "task_not_found" | "content_not_found" | "not_found" => ErrorKind::NotFound,
        "permission_denied" => ErrorKind::Permission,
        _ => return None,
    })
}

fn by_text(text: &str) -> Option<ErrorKind> {
    const SIGNS: &[(&str, ErrorKind)] = &[
        ("heavy_load", ErrorKind::Overloaded),
        ("under heavy load", ErrorKind::Overloaded),
        ("hmmm something didn't look right", ErrorKind::Sentinel),
        ("token_invalidated", ErrorKind::Authentication),
        ("token_expired", ErrorKind::Authentication),
        ("a user is required", ErrorKind::Authentication),
        ("missing bearer authentication", ErrorKind::Authentication),
        ("not authenticated", ErrorKind::Authentication),
        ("invalid api key", ErrorKind::Authentication),
        ("invalid or expired token", ErrorKind::Authentication),
        ("generations in progress", ErrorKind::TooManyJobs),
        ("unsupported_country", ErrorKind::Region),
        ("cf_shield_429", ErrorKind::Blocked),
        ("just a moment", ErrorKind::Blocked),
        ("task is not completed", ErrorKind::NotReady),
        ("task not completed", ErrorKind::NotReady),
        ("generation is still in-progress", ErrorKind::NotReady),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| text.contains(sign))
        .map(|(_, kind)| *kind)
}

fn by_status(status: u16) -> ErrorKind {
    match status {
        401 => ErrorKind::Authentication,
        402 => ErrorKind::QuotaExhausted,
        403 => ErrorKind::Permission,
        404 | 410 => ErrorKind::NotFound,
        405 | 501 => ErrorKind::Unsupported,
        408 | 504 => ErrorKind::Timeout,
        409 => ErrorKind::Conflict,
        429 => ErrorKind::RateLimited,
        503 => ErrorKind::Overloaded,
        400..=499 => ErrorKind::BadRequest,
        500..=599 => ErrorKind::Server,
        _ => ErrorKind::UnexpectedResponse,
    }
}

/// How long to wait: `Retry-After` in seconds, or the quota's reset.
fn retry_after(reply: &Reply, stated: &Stated) -> Option<Duration> {
    let seconds = reply
        .header("retry-after")
        .and_then(|text| text.trim().parse::<f64>().ok())
        .or(stated.resets_in)?;
    (seconds >= 0.0).then(|| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}

/// The title of a web page.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let start = lower.find("<title>")? + "<title>".len();
    let end = start + lower[start..].find("</title>")?;
    let title = page[start..end].trim();
    (!title.is_empty()).then(|| title.chars().take(120).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderMap, StatusCode};

    fn read(status: u16, body: &str) -> Error {
        let status = StatusCode::from_u16(status).unwrap();
        failure(&Reply::new(status, HeaderMap::new(), body.to_owned()))
    }

    #[test]
    fn every_shape_of_error_body_gives_its_message() {
        for (body, message) in [
            (
                r#"{"error":{"message":"m","type":"t","param":null,"code":"c"}}"#,
                "m",
            ),
            (r#"{"error":{"message":"m"}}"#, "m"),
            (r#"{"error":"m"}"#, "m"),
            (r#"{"detail":"m"}"#, "m"),
            (
                r#"{"detail":[{"loc":["body","n"],"msg":"m","type":"t"}]}"#,
                "body.n: m",
            ),
            (
                r#"{"detail":{"error":{"message":"m","code":"task_not_completed"}}}"#,
                "m",
            ),
            (r#"{"message":"m"}"#, "m"),
            (r#"{"success":false,"message":"m"}"#, "m"),
            (r#"{"code":7,"message":"m","data":null}"#, "m"),
            ("<html><title>m</title>", "a web page was answered: m"),
            ("", "the server answered Bad Request"),
        ] {
            assert_eq!(read(400, body).message(), message, "{body}");
        }
    }

    #[test]
    fn the_class_is_by_code_then_text_then_status() {
        use ErrorKind::*;
        for (status, body, kind) in [
            (
                400,
                r#"{"error":{"code":"sentinel_block","message":"x"}}"#,
                Sentinel,
            ),
            (
                400,
                r#"{"error":{"message":"We're under heavy load, please try again later."}}"#,
                Overloaded,
            ),
            (
                500,
                r#"{"detail":"error: token_invalidated"}"#,
                Authentication,
            ),
            (403, r#"{"detail":"Not authenticated"}"#, Authentication),
            (403, "<html><title>Just a moment...</title>", Blocked),
            (
                429,
                r#"{"error":{"code":"too_many_concurrent_tasks"}}"#,
                TooManyJobs,
            ),
            (429, r#"{"type":"rate_limit_exhausted"}"#, QuotaExhausted),
            (429, "", RateLimited),
            (
                400,
                r#"{"error":{"message":"x","param":"country"}}"#,
                Region,
            ),
            (
                400,
                r#"{"detail":{"error":{"message":"x","code":"task_not_completed"}}}"#,
                NotReady,
            ),
            (
                400,
                r#"{"error":"invalid_grant","error_description":"x"}"#,
                Authentication,
            ),
            (500, "oops", Server),
            (405, r#"{"detail":"Method Not Allowed"}"#, Unsupported),
        ] {
            assert_eq!(read(status, body).kind(), kind, "{status} {body}");
        }
    }

    #[test]
    fn a_refusal_with_status_200_is_told_from_an_answer() {
        let refused = |body: &str| {
            let headers = http::HeaderMap::new();
            refusal(&Reply::new(http::StatusCode::OK, headers, body.to_owned()))
                .map(|error| error.kind())
        };
        for (body, kind) in [
            (r#"{"success":false,"message":"m"}"#, ErrorKind::BadRequest),
            (r#"{"error":"m"}"#, ErrorKind::BadRequest),
            (
                r#"{"code":429,"message":"slow down","data":null}"#,
                ErrorKind::RateLimited,
            ),
            (
                r#"{"code":"insufficient_user_quota","message":"m","data":{}}"#,
                ErrorKind::QuotaExhausted,
            ),
        ] {
            assert_eq!(refused(body), Some(kind), "{body}");
        }
        for body in [
            r#"{"code":200,"message":"ok","data":null}"#,
            r#"{"code":"success","message":"","data":{"task_id":"1"}}"#,
            r#"{"code":7,"message":"m","data":{"task_id":"1"}}"#,
            r#"{"id":"1","error":null}"#,
            "[]",
        ] {
            assert_eq!(refused(body), None, "{body}");
        }
    }

    #[test]
    fn a_quota_error_says_when_it_resets() {
        let body = r#"{"type":"rate_limit_exhausted",
            "rate_limit_and_credit_balance":{"access_resets_in_seconds":120}}"#;
        assert_eq!(
            read(429, body).retry_after(),
            Some(Duration::from_secs(120))
        );
    }
}
