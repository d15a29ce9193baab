//! A whole answer, read and bounded.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};

/// The longest answer that is read into memory: 32 MiB. Media is streamed and
/// has no such limit.
pub const MAX_REPLY: usize = 32 << 20;

/// An answer whose body has been read.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Reply {
    /// An answer of these parts.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
        }
    }

    /// The body read as JSON, whatever its content type: relays send JSON as
    /// `text/plain` (`004_*`). An empty body reads as `null`.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_slice(self.json_bytes()).map_err(|error| self.unreadable(&error))
    }

    /// The body as a JSON value.
    pub fn value(&self) -> Result<Value> {
        self.json()
    }

    /// The body as text.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The value of a header, when it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    fn json_bytes(&self) -> &[u8] {
        let body = self
            .body
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&self.body);
        if body.trim_ascii().is_empty() {
            b"null"
        } else {
            body
        }
    }

    /// Why the body could not be read, without quoting it whole.
    fn unreadable(&self, error: &serde_json::Error) -> Error {
        let what = if error.is_data() {
            format!("the answer lacks what the operation documents: {error}")
        } else if looks_like_html(&self.body) {
            "the server answered a web page instead of JSON".to_owned()
        } else {
            format!("the answer is not valid JSON: {error}")
        };
        Error::new(ErrorKind::UnexpectedResponse, what)
            .status(self.status.as_u16())
            .hint("Check that the base URL and the dialect are the server's.")
    }
}

/// Whether a body is a web page.
pub(crate) fn looks_like_html(body: &[u8]) -> bool {
    let head = &body[..body.len().min(256)];
    let head = String::from_utf8_lossy(head)
        .trim_start()
        .to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head")
}
