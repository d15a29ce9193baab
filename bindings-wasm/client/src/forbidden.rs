//! The headers that a browser keeps to itself (WHATWG Fetch, "forbidden request-header").

use sorakit::api::Body;
use sorakit::{Error, ErrorKind};

/// Headers by which the browser identifies itself. It sends its own values, those of its
/// profile and of the page, so none of these is set.
pub const OWN: [&str; 6] = [
    "origin",
    "referer",
    "sec-ch-ua",
    "sec-ch-ua-mobile",
    "sec-ch-ua-platform",
    "user-agent",
];

/// Headers that would be dropped silently.
const FORBIDDEN: [&str; 16] = [
    "accept-charset",
    "accept-encoding",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// Refuses a request with a header that a browser lets no page set.
pub fn check(request: &http::Request<Body>) -> sorakit::Result<()> {
    let names = request.headers().keys().map(http::HeaderName::as_str);
    let forbidden = |name: &&str| {
        let prefixed = ["proxy-", "sec-"]
            .iter()
            .any(|prefix| name.starts_with(prefix));
        FORBIDDEN.contains(name) || prefixed && !OWN.contains(name)
    };
    match names.into_iter().find(forbidden) {
        Some(name) => Err(refused(&format!(
            "the request needs the header `{name}`, which a browser lets no page set"
        ))),
        None => Ok(()),
    }
}

/// The error of something that a browser cannot do.
pub fn refused(why: &str) -> Error {
    Error::new(ErrorKind::Unsupported, why).with_hint(
        "Make this call outside of the browser, with sorakit for Node, Python or Rust or the \
         command `sorakit`, for instance in a backend of your own that the page calls; or use a \
         gateway that does not need it.",
    )
}
