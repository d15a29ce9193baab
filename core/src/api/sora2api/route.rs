//! Routes that a gateway lacks, because it is of another flavour
//! (`docs/wire/sora2api.md` §11).

use crate::api::{Meta, Method, Reply};
use crate::model::{Dialect, Error, ErrorKind};

/// True if an answer says that there is no such route, not that there is no such thing:
/// the framework's own `{"detail": "Not Found"}`.
pub(crate) fn lacks_route(meta: &Meta, reply: &Reply) -> bool {
    let said = |words: &str| {
        let value = reply.value().ok();
        value.is_some_and(|value| value == serde_json::json!({ "detail": words }))
    };
    // A gateway without a description of itself may be any.
    meta.dialect == Dialect::Sora2api
        && meta.path != "/openapi.json"
        && match reply.status.as_u16() {
            404 => said("Not Found"),
            405 => said("Method Not Allowed"),
            _ => false,
        }
}

/// The error of an operation that the gateway lacks.
pub(crate) fn other_flavour(meta: &Meta, error: &Error) -> Error {
    let method = match meta.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    let what = format!(
        "this gateway has no `{method} {}`: it is of another flavour",
        meta.path
    );
    let lacking = Error::new(ErrorKind::Unsupported, what).mark_stated();
    let lacking = match error.status() {
        Some(status) => lacking.with_status(status),
        None => lacking,
    };
    lacking.with_hint("docs/wire/sora2api.md §11 says which flavour offers what.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Operation;
    use crate::api::sora2api::{GetVideo, ListModels};

    #[test]
    fn a_route_that_is_missing_is_told_from_a_thing_that_is() {
        let reply = |status: u16, body: &'static str| {
            let status = http::StatusCode::from_u16(status).unwrap();
            Reply::new(status, http::HeaderMap::new(), body)
        };
        for (status, body, lacks) in [
            (404, r#"{"detail":"Not Found"}"#, true),
            (405, r#"{"detail":"Method Not Allowed"}"#, true),
            (404, r#"{"detail":"Task not found"}"#, false),
            (404, r#"{"detail":"Not Found","code":"x"}"#, false),
            (404, "Not Found", false),
            (500, r#"{"detail":"Not Found"}"#, false),
        ] {
            assert_eq!(
                lacks_route(&GetVideo::META, &reply(status, body)),
                lacks,
                "{status} {body}"
            );
        }
        let error = Error::new(ErrorKind::NotFound, "Not Found").with_status(404);
        let error = other_flavour(&ListModels::META, &error);
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert!(error.reason().contains("GET /v1/models"), "{error}");
    }
}
