//! Cross-origin requests: any page in a browser may read the dialects, as it may
//! read the real servers, with credentials that it holds itself; a browser's own
//! (cookies, stored passwords) are never asked for. Pages may not read the control
//! surface.

use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use crate::exchange::Reply;

/// Headers of answers that pages may read.
const EXPOSED: &str = "accept-ranges, content-disposition, content-length, content-range, content-type, etag, \
    last-modified, location, openai-poll-after-ms, retry-after, x-request-id";

/// The answer to a preflight, if `request` is one.
pub fn preflight(request: &Parts) -> Option<Reply> {
    let asked = request.headers.get(header::ACCESS_CONTROL_REQUEST_METHOD)?;
    if request.method != Method::OPTIONS {
        return None;
    }
    let mut reply = Reply::empty(StatusCode::NO_CONTENT);
    let headers = &mut reply.headers;
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, asked.clone());
    if let Some(names) = request.headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, names.clone());
    }
    headers.insert(
        header::ACCESS_CONTROL_MAX_AGE,
        HeaderValue::from_static("600"),
    );
    headers.insert(
        "access-control-allow-private-network",
        HeaderValue::from_static("true"),
    );
    Some(reply)
}

/// Lets the page that sent a request with the headers `asked` read the answer
/// with `headers`.
pub fn allow(headers: &mut HeaderMap, asked: &HeaderMap) {
    if !asked.contains_key(header::ORIGIN) {
        return;
    }
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(EXPOSED),
    );
}
