//! The header that the document sends with every request.

use crate::api::Body;

/// Adds `Pragma: no-cache`, so that no cache on the way answers an old status.
pub(super) fn uncached(mut request: http::Request<Body>) -> http::Request<Body> {
    let no_cache = http::HeaderValue::from_static("no-cache");
    request.headers_mut().insert("pragma", no_cache);
    request
}
