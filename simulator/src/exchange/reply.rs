//! Answers, before they go to the socket.

use std::ops::Range;
use std::pin::Pin;

use bytes::Bytes;
use futures_util::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;

use crate::media::VirtualFile;

/// A body that arrives in pieces, such as server-sent events.
pub type BodyStream = Pin<Box<dyn Stream<Item = Bytes> + Send>>;

/// The body of an answer.
pub enum ReplyBody {
    /// All of it.
    Bytes(Bytes),
    /// A part of something that may be large.
    Content {
        /// Where it is read.
        content: VirtualFile,
        /// Which bytes of it.
        range: Range<u64>,
    },
    /// Pieces, without a length.
    Stream(BodyStream),
}

/// An answer.
pub struct Reply {
    /// Status.
    pub status: StatusCode,
    /// Headers; length, date and CORS are added later.
    pub headers: HeaderMap,
    /// Body.
    pub body: ReplyBody,
}

impl Reply {
    /// An answer without a body.
    pub fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: ReplyBody::Bytes(Bytes::new()),
        }
    }

    /// 200 with `value` as JSON.
    pub fn json(value: impl Serialize) -> Self {
        let body = serde_json::to_vec(&value).unwrap_or_default();
        Self::bytes("application/json", body)
    }

    /// 200 with `body` of `media_type`.
    pub fn bytes(media_type: &'static str, body: impl Into<Bytes>) -> Self {
        let mut reply = Self::empty(StatusCode::OK);
        reply.body = ReplyBody::Bytes(body.into());
        reply
            .headers
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        reply
    }

    /// 200 with server-sent events; each item is a whole event with its blank
    /// line, as [`event`] makes it. To pace them by simulated time, wait with
    /// [`Clock::sleep_until`] between them.
    ///
    /// [`Clock::sleep_until`]: crate::engine::clock::Clock::sleep_until
    pub fn events(events: impl Stream<Item = Bytes> + Send + 'static) -> Self {
        let mut reply = Self::bytes("text/event-stream; charset=utf-8", Bytes::new());
        reply.body = ReplyBody::Stream(Box::pin(events));
        reply.header("cache-control", "no-cache")
    }

    /// A redirect to `location`.
    pub fn redirect(status: StatusCode, location: &str) -> Self {
        Self::empty(status).header("location", location)
    }

    /// Replaces the status.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Sets a header; names and values that HTTP does not allow are left out.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
            self.headers.insert(name, value);
        }
        self
    }

    /// Size of the body, if it is known.
    pub fn size(&self) -> Option<u64> {
        match &self.body {
            ReplyBody::Bytes(bytes) => Some(bytes.len() as u64),
            ReplyBody::Content { range, .. } => Some(range.end - range.start),
            ReplyBody::Stream(_) => None,
        }
    }
}

/// One server-sent event that carries `data`, a JSON value or a word such as
/// `[DONE]`.
pub fn event(data: impl std::fmt::Display) -> Bytes {
    Bytes::from(format!("data: {data}\n\n"))
}
