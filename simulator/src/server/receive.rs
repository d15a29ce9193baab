//! Receiving the bodies of requests: within a size, a time, and a sum of all that
//! is held at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::{Bytes, BytesMut};
use http::request::Parts;
use http::{Method, StatusCode, header};
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};
use serde_json::json;
use tokio::time::{Duration, Instant, timeout_at};

use super::limits::Limits;
use crate::exchange::Reply;

/// The headers that may hold a credential.
const CREDENTIALS: &[&str] = &[
    "authorization",
    "cookie",
    "x-api-key",
    "api-key",
    "x-admin-token",
];

/// The bodies that are being received or worked on.
pub struct Receiving {
    limits: Limits,
    held: Arc<AtomicUsize>,
}

/// A whole body. While it is there, its bytes count.
#[derive(Default)]
pub struct Received {
    /// The bytes.
    pub bytes: Bytes,
    _share: Share,
}

/// Why a body was not received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReceived {
    /// The connection broke in the middle of it.
    Broken,
    /// It is larger than a body may be.
    TooLarge,
    /// Too many bytes of other requests are held.
    Busy,
    /// It came too slowly.
    TooSlow,
}

impl NotReceived {
    /// What is answered. The connection ends with it: the rest of the body is
    /// not read.
    pub fn reply(self) -> Reply {
        let (status, message) = match self {
            Self::Broken => (StatusCode::BAD_REQUEST, "The body broke off."),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "The body is too large."),
            Self::Busy => (
                StatusCode::SERVICE_UNAVAILABLE,
                "Too many bytes of other uploads are being received.",
            ),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "The body came too slowly."),
        };
        let reply = Reply::json(json!({"error": {"message": message}}))
            .status(status)
            .header("connection", "close");
        match self {
            Self::Busy => reply.header("retry-after", "1"),
            _ => reply,
        }
    }
}

impl Receiving {
    /// Nothing yet.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            held: Arc::default(),
        }
    }

    /// How large a body may be that is no upload.
    pub fn plain_limit(&self) -> usize {
        self.limits.plain_body.min(self.limits.body)
    }

    /// How large a body may be that nobody asked for.
    fn unasked_limit(&self) -> usize {
        self.limits.unasked_body.min(self.limits.body)
    }

    /// Whether this limit is the one of bodies that nobody asked for, and no other's.
    pub fn is_unasked(&self, limit: usize) -> bool {
        limit == self.limits.unasked_body && limit < self.plain_limit()
    }

    /// How large the body of a request may be: it is judged by its head, before any of
    /// the body is read.
    pub fn limit(&self, parts: &Parts, is_served: bool) -> usize {
        let header = |name: header::HeaderName| {
            let value = parts.headers.get(name);
            value
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        let is_upload =
            parts.method == Method::PUT || header(header::CONTENT_TYPE).starts_with("multipart/");
        // Addresses to upload to are signed, and need no credential.
        let is_known = parts.method == Method::PUT
            || CREDENTIALS
                .iter()
                .any(|name| parts.headers.contains_key(*name));
        match (is_served && is_known, is_upload) {
            (false, _) => self.unasked_limit(),
            (true, true) => self.limits.body,
            (true, false) => self.plain_limit(),
        }
    }

    /// Reads what is left of a body and keeps none of it, so that the client, which
    /// still sends, gets its answer.
    pub async fn discard(&self, mut body: Incoming) {
        let (began, mut read) = (Instant::now(), 0);
        if body.size_hint().lower() > self.limits.plain_body as u64 {
            return;
        }
        while read <= self.limits.plain_body {
            match timeout_at(self.due(began, read), body.frame()).await {
                Ok(Some(Ok(frame))) => read += frame.data_ref().map_or(0, Bytes::len),
                _ => return,
            }
        }
    }

    /// Reads `body`, of at most `limit` bytes, or its first `most` bytes. What is left
    /// of one that is too large stays in `body`.
    pub async fn read(
        &self,
        body: &mut Incoming,
        most: Option<u64>,
        limit: usize,
    ) -> Result<Received, NotReceived> {
        let most = most.map_or(usize::MAX, |most| {
            usize::try_from(most).unwrap_or(usize::MAX)
        });
        if body.size_hint().lower().min(most as u64) > limit as u64 {
            return Err(NotReceived::TooLarge);
        }
        let began = Instant::now();
        let mut share = Share {
            held: self.held.clone(),
            bytes: 0,
        };
        let mut whole = BytesMut::new();
        while whole.len() < most {
            let frame = match timeout_at(self.due(began, whole.len()), body.frame()).await {
                Err(_) => return Err(NotReceived::TooSlow),
                Ok(None) => break,
                Ok(Some(Err(_))) => return Err(NotReceived::Broken),
                Ok(Some(Ok(frame))) => frame,
            };
            let Ok(data) = frame.into_data() else {
                continue;
            };
            if whole.len() + data.len() > limit {
                return Err(NotReceived::TooLarge);
            }
            if !share.grow(data.len(), self.limits.bodies) {
                return Err(NotReceived::Busy);
            }
            whole.extend_from_slice(&data);
        }
        whole.truncate(most);
        Ok(Received {
            bytes: whole.freeze(),
            _share: share,
        })
    }

    /// Until when the next bytes must come: within a pause, and not so late that
    /// the body is slower than it may be.
    fn due(&self, began: Instant, received: usize) -> Instant {
        let pause = Instant::now() + self.limits.pause;
        let seconds = received as u64 / self.limits.body_rate.max(1);
        pause.min(began + self.limits.pause + Duration::from_secs(seconds))
    }
}

/// What one body takes of the sum.
#[derive(Default)]
struct Share {
    held: Arc<AtomicUsize>,
    bytes: usize,
}

impl Share {
    /// Takes `more` bytes, unless the sum would be above `most`.
    fn grow(&mut self, more: usize, most: usize) -> bool {
        self.bytes += more;
        self.held.fetch_add(more, Ordering::Relaxed) + more <= most
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.held.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}
