//! Playing a scripted fault: what is answered at once, and what happens to a body.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;

use super::body::Course;
use super::connection::Connection;
use crate::dialects::Dialect;
use crate::engine::refusal::Refusal;
use crate::engine::{Engine, Shapes};
use crate::exchange::Reply;
use crate::faults::Action;

/// The answer that takes the place of the request, if `action` is of that sort.
pub fn instead(
    action: &Action,
    engine: &Engine,
    dialect: &Dialect,
    shapes: Shapes,
    path: &str,
    uri: &str,
) -> Option<Reply> {
    match action {
        Action::Status {
            status,
            body,
            text,
            headers,
            retry_after,
        } => {
            let mut reply = match (body, text) {
                (Some(body), _) => Reply::json(body),
                (None, Some(text)) => Reply::bytes("text/plain; charset=utf-8", text.clone()),
                (None, None) => Reply::empty(StatusCode::OK),
            };
            for (name, value) in headers {
                reply = reply.header(name, value);
            }
            if let Some(seconds) = retry_after {
                reply = reply.header("retry-after", &seconds.to_string());
            }
            Some(reply.status(status_of(*status)))
        }
        Action::RefuseRequestAt { status, .. } => {
            let status = status_of(*status);
            let said = format!("Refused: {status}.");
            let reply = Reply::json(serde_json::json!({"error": {"message": said}}));
            // The rest of the body is not read.
            Some(reply.status(status).header("connection", "close"))
        }
        Action::Bytes { base64 } => {
            let body = STANDARD.decode(base64).unwrap_or_default();
            Some(Reply::bytes("application/json", body))
        }
        Action::Refuse { code } => {
            let refusal = Refusal::named(code).unwrap_or_else(|| {
                let mut refusal = Refusal::of("bad_request");
                refusal.code = code.clone();
                refusal
            });
            Some(refuse(dialect, &refusal, shapes))
        }
        Action::Cloudflare { status } => Some(cloudflare(status_of(*status))),
        Action::Redirect { status, location } => {
            let location = match location.as_str() {
                "cdn" => format!("{}{path}", engine.addresses().cdn),
                "self" => uri.to_owned(),
                other => other.to_owned(),
            };
            Some(Reply::redirect(status_of(*status), &location))
        }
        _ => None,
    }
}

/// A refusal in the words of `dialect`, with the headers that all share.
pub fn refuse(dialect: &Dialect, refusal: &Refusal, shapes: Shapes) -> Reply {
    let reply = (dialect.render)(refusal, shapes);
    match refusal.retry_after {
        Some(seconds) => reply.header("retry-after", &seconds.to_string()),
        None => reply,
    }
}

/// What `action` does to the body of the answer.
pub fn course(
    action: Option<&Action>,
    engine: &Arc<Engine>,
    connection: &Arc<Connection>,
) -> Course {
    match action {
        Some(Action::ResetBodyAt { bytes }) => Course::Reset {
            at: *bytes,
            connection: connection.clone(),
        },
        Some(Action::Truncate { bytes }) => Course::Truncate { at: *bytes },
        Some(Action::StallBody { bytes, ms }) => Course::Stall {
            at: *bytes,
            time: Duration::from_millis(*ms),
            engine: engine.clone(),
        },
        Some(Action::SlowBody { bytes_per_second }) => Course::Slow {
            bytes_per_second: *bytes_per_second,
            engine: engine.clone(),
        },
        _ => Course::Plain,
    }
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The page of a content delivery network, of some kilobytes as real ones are.
fn cloudflare(status: StatusCode) -> Reply {
    let (title, text) = match status.as_u16() {
        429 => ("Error 1015", "You are being rate limited (cf_shield_429)"),
        503 => (
            "Service Temporarily Unavailable",
            "The origin is not answering",
        ),
        _ => (
            "Just a moment...",
            "Enable JavaScript and cookies to continue",
        ),
    };
    let filler =
        "<div class=\"cf-section\"><p>Checking the connection before you proceed.</p></div>\n"
            .repeat(64);
    let page = format!(
        "<!DOCTYPE html><html lang=\"en-US\"><head><title>{title}</title></head><body class=\"no-js\">\n\
         <h1>{title}</h1><p>{text}</p>\n{filler}<p>Cloudflare Ray ID: 0123456789abcdef</p></body></html>\n"
    );
    Reply::bytes("text/html; charset=UTF-8", page)
        .status(status)
        .header("server", "cloudflare")
        .header("cf-ray", "0123456789abcdef-SIM")
}
