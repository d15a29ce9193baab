//! The reason that a job failed, wherever a server writes it.

use serde_json::{Map, Value};

use super::frame::{Frame, Keys, field, scalar};
use super::places::{CODE, FAILURE, MESSAGE, REASON};
use crate::api::json;
use crate::model::JobStatus;

/// A server's reason.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Reason {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
}

/// The depth to which nested errors are followed, and the number reported from a list.
const DEPTH: usize = 6;
const TOLD: usize = 4;

/// The reason in these objects of an answer, the nearest first.
pub(super) fn read<'a>(frames: impl Iterator<Item = &'a Frame<'a>> + Clone) -> Reason {
    let mut reason = Reason::default();
    for frame in frames.clone() {
        for name in REASON {
            if let Some(value) = frame.get(name) {
                take(&mut reason, value, 0);
            }
            if reason.message.is_some() {
                break;
            }
        }
        if reason.code.is_none() {
            reason.code = frame_code(frame);
        }
        if reason.message.is_some() {
            return reason;
        }
    }
    for frame in frames {
        let odd = frame
            .fields()
            .iter()
            .filter(|(name, _)| sounds_like_one(name));
        for (_, value) in odd {
            take(&mut reason, value, 0);
            if reason.message.is_some() {
                return reason;
            }
        }
    }
    reason
}

/// Why an object of an answer has nothing to show, under the keys that are for failures alone.
pub(super) fn of_failure(frame: &Frame<'_>) -> Option<Reason> {
    FAILURE.iter().find_map(|name| {
        let mut reason = Reason::default();
        take(&mut reason, frame.get(name)?, 0);
        reason.message.is_some().then(|| Reason {
            code: reason.code.take().or_else(|| frame_code(frame)),
            message: reason.message.take(),
        })
    })
}

/// True if a key that is in no table sounds like a failure.
fn sounds_like_one(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.len() < 64
        && ["reason", "error", "err_", "fail", "msg", "message"]
            .iter()
            .any(|sign| name.contains(sign))
}

/// The code beside a job's state; not its envelope's, which may state success.
fn frame_code(frame: &Frame<'_>) -> Option<String> {
    let named = CODE
        .iter()
        .filter(|name| **name != "type" && **name != "status_code");
    named.filter_map(|name| code(frame.get(name)?)).next()
}

fn code(value: &Value) -> Option<String> {
    let code = scalar(value)?;
    let well = ["0", "200", "201", "202", "ok", "success", "none", "null"];
    let short = code.len() <= 100 && !code.contains(char::is_whitespace);
    (short && !well.contains(&code.to_lowercase().as_str())).then_some(code)
}

/// A text that says something, and not that all is well.
fn telling(text: &str) -> Option<&str> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let empty = [
        "",
        "null",
        "none",
        "nil",
        "undefined",
        "false",
        "{}",
        "[]",
        "0",
        "-",
        "n/a",
        "no error",
        "no errors",
        "无",
        "无错误",
    ];
    let well = JobStatus::from_word(text) == Some(JobStatus::Succeeded);
    (!well && !empty.contains(&lower.as_str())).then_some(text)
}

fn take(reason: &mut Reason, value: &Value, depth: usize) {
    if depth > DEPTH {
        return;
    }
    match value {
        Value::String(text) => match json::inside(text) {
            Some(inner) => {
                take(reason, &inner, depth + 1);
                // What contains it may be all that there is.
                if reason.message.is_none() {
                    reason.message = telling(text).map(Into::into);
                }
            }
            None => reason.message = reason.message.take().or(telling(text).map(Into::into)),
        },
        Value::Array(items) => take_list(reason, items, depth),
        Value::Object(fields) => take_object(reason, fields, depth),
        _ => {}
    }
}

fn take_object(reason: &mut Reason, fields: &Map<String, Value>, depth: usize) {
    let keys = Keys::of(fields);
    let get = |name: &&str| field(fields, name, keys);
    let own = CODE.iter().find_map(|name| code(get(name)?));
    // The innermost message says most; the outermost code is kept if there is no inner one.
    let mut inner = Reason::default();
    for name in MESSAGE {
        if let Some(value) = get(name) {
            let nested = value.is_object() || value.is_array();
            if !nested && inner.message.is_some() {
                continue;
            }
            let mut found = Reason::default();
            take(&mut found, value, depth + 1);
            let better = nested && found.message.is_some();
            if better || inner.message.is_none() {
                inner.message = found.message.or(inner.message);
            }
            inner.code = found.code.or(inner.code);
        }
    }
    reason.code = reason.code.take().or(inner.code).or(own);
    reason.message = reason.message.take().or(inner.message);
}

/// Takes a list of texts or errors; FastAPI's says which field each is about.
fn take_list(reason: &mut Reason, items: &[Value], depth: usize) {
    let mut lines = Vec::new();
    for item in items.iter().take(TOLD) {
        let mut found = Reason::default();
        take(&mut found, item, depth + 1);
        reason.code = reason.code.take().or(found.code);
        let place = item.get("loc").and_then(Value::as_array);
        let place: Vec<String> = place.into_iter().flatten().filter_map(scalar).collect();
        lines.extend(found.message.map(|message| match place.is_empty() {
            true => message,
            false => format!("{}: {message}", place.join(".")),
        }));
    }
    if !lines.is_empty() && reason.message.is_none() {
        reason.message = Some(lines.join("; "));
    }
}

#[cfg(test)]
mod tests {
    use super::super::frame::frames;
    use super::*;
    use serde_json::json;

    #[test]
    fn a_reason_is_found_in_every_form() {
        for (answer, code, message) in [
            (
                json!({"error": {"code": "c", "message": "m", "type": "t"}}),
                Some("c"),
                "m",
            ),
            (
                json!({"error": {"code": 400, "message": "m"}}),
                Some("400"),
                "m",
            ),
            (json!({"error": {"type": "t", "msg": "m"}}), Some("t"), "m"),
            (json!({"error": {"detail": "m"}}), None, "m"),
            (
                json!({"error": {"detail": [{"loc": ["body", "size"], "msg": "m"}]}}),
                None,
                "body.size: m",
            ),
            (json!({"error": "m"}), None, "m"),
            (json!({"error": ["a", {"message": "b"}]}), None, "a; b"),
            (
                json!({"errors": [{"code": "c", "message": "m"}]}),
                Some("c"),
                "m",
            ),
            (
                json!({"error": {"code": "outer", "error": {"code": "c", "message": "m"}}}),
                Some("c"),
                "m",
            ),
            (
                json!({"error": {"message": "failed", "error": {"message": "m"}}}),
                None,
                "m",
            ),
            (
                json!({"error": "{\"error\":{\"code\":\"c\",\"message\":\"m\"}}"}),
                Some("c"),
                "m",
            ),
            (
                json!({"error": "{'message': 'm', 'code': None}"}),
                None,
                "m",
            ),
            (
                json!({"error": {"message": "{\"message\": \"m\"}"}}),
                None,
                "m",
            ),
            (json!({"error": null, "message": "m"}), None, "m"),
            (json!({"detail": "m"}), None, "m"),
            (json!({"reason": "m"}), None, "m"),
            (json!({"task_status_msg": "m"}), None, "m"),
            (json!({"failMsg": "m", "failCode": "c"}), Some("c"), "m"),
            (
                json!({"failure": "m", "failureCode": "SAFETY"}),
                Some("SAFETY"),
                "m",
            ),
            (
                json!({"ErrorCode": "c", "ErrorMessage": "m"}),
                Some("c"),
                "m",
            ),
            (json!({"code": "c", "message": "m"}), Some("c"), "m"),
            (json!({"err_code": "c", "credits": 1}), Some("c"), "c"),
            (
                json!({"base_resp": {"status_code": 1026, "status_msg": "m"}}),
                Some("1026"),
                "m",
            ),
            (
                json!({"message": "success", "code": 0, "data": {"fail_reason": "m"}}),
                None,
                "m",
            ),
            (json!({"video_error_text": "m"}), None, "m"),
            (json!({"error": false, "message": "OK"}), None, ""),
        ] {
            let found = frames(&answer, None);
            let inner_first = found.iter().rev();
            let reason = read(inner_first);
            assert_eq!(reason.code.as_deref(), code, "{answer}");
            assert_eq!(reason.message.unwrap_or_default(), message, "{answer}");
        }
    }
}
