//! Reading errors: every shape in which servers answer one (wire.md §3.4), and
//! the class of each (`000_*` appendix, wire.md §2.4).

mod class;
mod stated;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::time::Duration;

use serde_json::Value;

use class::classify;
pub(crate) use class::{kind_of_code, kind_of_text};
use stated::Stated;

use super::Reply;
use crate::error::{Error, ErrorKind};

/// The error in an answer whose status is not 2xx.
pub fn failure(reply: &Reply) -> Error {
    let status = reply.status.as_u16();
    let body = Stated::read(reply);
    let kind = classify(status, &body);
    let mut error = Error::new(kind, body.message(status)).status(status);
    if let Some(code) = body.code() {
        error = error.with_code(code);
    }
    if let Some(hint) = hint(kind, &body) {
        error = error.hint(hint);
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
    match says_nothing_was_taken(status, kind, &body) {
        true => error.mark_untaken(),
        false => error,
    }
}

/// Whether the answer says that the server took nothing: too many requests (429),
/// no valid credential (401), or a documented refusal that the answer itself makes,
/// under a status that means a refusal. What an error text merely quotes ("HTTP
/// Error: 429 …" under 500) is somebody else's answer, to another request.
fn says_nothing_was_taken(status: u16, kind: ErrorKind, stated: &Stated) -> bool {
    if matches!(status, 401 | 429) {
        return true;
    }
    matches!(status, 400..=499 | 503)
        && matches!(
            kind,
            ErrorKind::Overloaded
                | ErrorKind::RateLimited
                | ErrorKind::TooManyJobs
                | ErrorKind::Authentication
                | ErrorKind::Sentinel
        )
        && stated.is_documented(kind)
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
    let meant = body.code().and_then(|code| code.parse().ok());
    let meant = meant.filter(|code| (400..600).contains(code)).unwrap_or(0);
    let kind = match classify(meant, &body) {
        ErrorKind::UnexpectedResponse => ErrorKind::BadRequest,
        kind => kind,
    };
    let mut error = Error::new(kind, body.message(reply.status.as_u16()));
    if let Some(code) = body.code() {
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

/// What a person can do, where the answer says more than its class.
fn hint(kind: ErrorKind, stated: &Stated) -> Option<Cow<'static, str>> {
    if let (ErrorKind::QuotaExhausted, Some(seconds)) = (kind, stated.resets_in) {
        let minutes = (seconds.max(0.0) / 60.0).ceil();
        let (hours, minutes) = ((minutes / 60.0).floor(), minutes % 60.0);
        return Some(
            format!("The quota resets in {hours} h {minutes} min; until then use another account.")
                .into(),
        );
    }
    let message = stated.message.as_deref().unwrap_or_default();
    Some(Cow::Borrowed(match stated.code().unwrap_or_default() {
        "sora_username_not_yet_created" => "Set a user name first, with `sora.username.set`.",
        "phone_number_required" => "Verify a phone number in the account's settings.",
        "invalid_grant" => {
            "The refresh token is used up or belongs to another client: give the client id that \
             it was issued to, or sign in again."
        }
        "sentinel_block" => {
            "A fresh Sentinel token was refused too: check that profile, device id and proxy \
             agree in every request."
        }
        _ if message.eq_ignore_ascii_case("unable to process request") => {
            "The server gives no reason, and a retry cannot help: check the values, and that \
             profile, device id and proxy agree in every request."
        }
        _ => return None,
    }))
}

/// How long to wait: `Retry-After` in seconds, or the quota's reset.
fn retry_after(reply: &Reply, stated: &Stated) -> Option<Duration> {
    let seconds = reply
        .header("retry-after")
        .and_then(|text| text.trim().parse::<f64>().ok())
        .or(stated.resets_in)?;
    (seconds >= 0.0).then(|| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}
