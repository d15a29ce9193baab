//! The origin that serves media: signed addresses, ranges, validators.
//!
//! It belongs to another host than the API does. A client must not send it
//! credentials, and it refuses them, as storage with signed addresses does.

use http::StatusCode;

use super::{Dialect, Operation};
use crate::engine::Shapes;
use crate::engine::assets::AssetProblem;
use crate::engine::refusal::{Reason, Refusal};
use crate::exchange::{Answer, Call, Reply};
use crate::server::files;

/// The media origin as a table of operations.
pub fn dialect() -> Dialect {
    Dialect {
        name: "cdn",
        prefixes: &[""],
        operations: vec![Operation::get(
            "cdn.assets.get",
            "/assets/{owner}/{file}",
            asset,
        )],
        render,
    }
}

async fn asset(call: Call) -> Answer {
    for name in ["authorization", "cookie", "openai-sentinel-token"] {
        if call.headers.contains_key(name) {
            let message = format!("The header `{name}` must not be sent to the media origin.");
            return Err(Refusal::wrong_value(name, message));
        }
    }
    let found = call.engine.assets.check(&call.path, &call.query, call.now);
    found.map_err(|problem| {
        Refusal::of("forbidden").message(match problem {
            AssetProblem::Expired => "The address has expired.",
            AssetProblem::Unknown | AssetProblem::Unsigned => "The signature did not match.",
        })
    })?;
    files::serve(&call, call.param("owner"), call.param("file")).await
}

/// Errors as object storage words them.
fn render(refusal: &Refusal, _: Shapes) -> Reply {
    let (status, code) = match refusal.reason {
        Reason::Forbidden => (StatusCode::FORBIDDEN, "AuthenticationFailed"),
        Reason::NotFound => (StatusCode::NOT_FOUND, "BlobNotFound"),
        Reason::WrongMethod => (StatusCode::METHOD_NOT_ALLOWED, "UnsupportedHttpVerb"),
        Reason::WrongValue => (StatusCode::BAD_REQUEST, "InvalidAuthenticationInfo"),
        _ => (refusal.status, "InternalError"),
    };
    let message = &refusal.message;
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>{message}</Message></Error>"
    );
    Reply::bytes("application/xml", body).status(status)
}
