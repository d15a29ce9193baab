//! Cross-origin requests: pages in a browser may use a simulator as clients do.

use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};

use crate::exchange::Reply;

/// Headers of answers that pages may read.
const EXPOSED: &str = "accept-ranges, content-disposition, content-length, content-range, content-type, etag, \
    last-modified, location, openai-poll-after-ms, retry-after, x-request-id";

/// The answer to a preflight, if `request` is one.
pub fn preflight<B>(request: &Request<B>) -> Option<Reply> {
    let asked = request
        .headers()
        .get(header::ACCESS_CONTROL_REQUEST_METHOD)?;
    if request.method() != Method::OPTIONS {
        return None;
    }
    let mut reply = Reply::empty(StatusCode::NO_CONTENT);
    let headers = &mut reply.headers;
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, asked.clone());
    if let Some(names) = request
        .headers()
        .get(header::ACCESS_CONTROL_REQUEST_HEADERS)
    {
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

/// Lets the page at `origin` read the answer with `headers`.
pub fn allow(headers: &mut HeaderMap, origin: Option<&HeaderValue>) {
    let Some(origin) = origin else { return };
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_CREDENTIALS,
        HeaderValue::from_static("true"),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(EXPOSED),
    );
    headers.append(header::VARY, HeaderValue::from_static("origin"));
}
