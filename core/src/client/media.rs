//! Media files as streams of bytes.

use std::time::Duration;

use bytes::Bytes;
use futures_lite::StreamExt;

use super::range::ByteRange;
use super::send::Broken;
use crate::api::{Reply, failure};
use crate::client::Client;
use crate::host::{ByteStream, Taken, TransportError};
use crate::media::{DataUrl, MediaType, NoDataUrl};
use crate::model::{Error, ErrorKind, Result};
use crate::policy::pace::Pace;
use crate::policy::resume::{Answered, validator};

/// The longest error body that is read.
pub(crate) const MAX_ERROR: usize = 64 << 10;

/// A media file as it arrives.
///
/// It ends in an error when no byte comes for the client's `timeout`, when it is
/// slower than `min_rate`, longer than `max_bytes`, or takes longer than
/// `total_timeout`.
pub struct MediaStream {
    /// The whole length in bytes, if the server states it.
    pub length: Option<u64>,
    /// The offset in the file at which the bytes begin.
    pub start: u64,
    /// The mark by which a later request can ask for the unchanged file: a strong `ETag`,
    /// else a `Last-Modified` that is old enough.
    pub validator: Option<String>,
    /// The content type that the server states; the bytes may say otherwise.
    pub content_type: Option<String>,
    /// The offset in the file at which this answer's bytes end, if the server states it.
    pub(crate) end: Option<u64>,
    /// The number of bytes still to be skipped.
    passing: u64,
    /// The number of bytes still wanted, where not all are.
    wanted: Option<u64>,
    /// The file's type, by its first bytes, where they were looked at.
    pub(crate) found: Option<MediaType>,
    status: http::StatusCode,
    /// The time that the server asks to wait, when the file is not ready.
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: ByteStream,
    /// The error that ended the bytes at which `peek` looked.
    broken: Option<Error>,
    limits: Limits,
}

/// The limits of a stream.
struct Limits {
    client: Client,
    pace: Pace,
    /// Bytes of the file so far.
    bytes: u64,
    /// The time by which it has to be complete, by the client's monotonic clock.
    deadline: Option<Duration>,
}

impl MediaStream {
    /// The file in an answer that begins at offset `start`.
    pub(crate) fn new(
        client: &Client,
        response: http::Response<ByteStream>,
        start: u64,
        length: Option<u64>,
    ) -> Result<Self> {
        let (head, body) = response.into_parts();
        let stated = stated(head.status, &head.headers);
        if let Some(encoding) = stated.encoding {
            let what = format!("the server sends the file encoded as `{encoding}`, unasked");
            return Err(Error::new(ErrorKind::UnexpectedResponse, what).with_hint(
                "Ask the server's operator to send media as they are, or check the proxy between.",
            ));
        }
        let most = client.inner.transfer.max_bytes;
        if length.is_some_and(|length| length > most) {
            return Err(too_long(most));
        }
        let date = header(&head.headers, "date");
        let mark = validator(stated.etag, stated.modified, date);
        let deadline = client.inner.total_timeout;
        Ok(Self {
            length,
            start,
            validator: mark.map(Into::into),
            content_type: stated.content_type.map(Into::into),
            end: stated.length.map(|length| start.saturating_add(length)),
            passing: 0,
            wanted: None,
            found: None,
            status: head.status,
            retry_after: match head.status {
                http::StatusCode::ACCEPTED => {
                    failure(&Reply::new(head.status, head.headers.clone(), "")).retry_after()
                }
                _ => None,
            },
            body,
            broken: None,
            limits: Limits {
                client: client.clone(),
                pace: Pace::default(),
                bytes: start,
                deadline: deadline.map(|limit| client.monotonic().saturating_add(limit)),
            },
        })
    }

    /// The error that came while the beginning was inspected.
    pub(crate) fn broken(&self) -> Option<Error> {
        self.broken.clone()
    }

    /// True if the server's status says that the file is still being made.
    pub(crate) fn is_pending(&self) -> bool {
        self.status == http::StatusCode::ACCEPTED
    }

    /// Replaces the stream's deadline, if one is given.
    pub(crate) fn end_by(&mut self, deadline: Option<Duration>) {
        self.limits.deadline = deadline.or(self.limits.deadline);
    }

    /// Keeps to a range of the file. Where the answer begins before it, what lies between
    /// is passed over.
    pub(crate) fn keep_to(&mut self, range: ByteRange) -> Result<()> {
        if let Some(length) = self
            .length
            .filter(|length| range.start >= *length && range.start > 0)
        {
            return Err(beyond(length));
        }
        self.passing = range.start.saturating_sub(self.start);
        self.start = range.start;
        self.wanted = range.end.map(|end| end.saturating_sub(range.start));
        // A server may answer a shorter range than was asked for.
        let ends = [range.end, self.end, self.length];
        self.end = ends.into_iter().flatten().min();
        Ok(())
    }

    /// The MIME type of the file: by its content, or, where its beginning is not among the bytes,
    /// as the server states it.
    pub fn media_type(&self) -> Option<&str> {
        let stated = || {
            let name = self.content_type.as_deref()?.split(';').next()?.trim();
            let is_media = name.starts_with("video/") || name.starts_with("image/");
            is_media.then_some(name)
        };
        self.found.map(|found| found.mime()).or_else(stated)
    }

    /// The offset in the file at which the bytes end, when the server states the file's length or a
    /// range states it.
    pub fn end(&self) -> Option<u64> {
        self.end
    }

    /// Returns the next bytes, or `None` at the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        loop {
            if self.wanted == Some(0) {
                // Nobody reads the rest, which ends the transfer.
                self.body = Box::pin(futures_lite::stream::empty());
                return Ok(None);
            }
            let Some(mut bytes) = self.arrived().await? else {
                return Ok(None);
            };
            let length = bytes.len() as u64;
            let passed = self.passing.min(length);
            self.passing -= passed;
            let mut taken = length - passed;
            if let Some(wanted) = &mut self.wanted {
                taken = taken.min(*wanted);
                *wanted -= taken;
            }
            if taken == length {
                return Ok(Some(bytes));
            }
            // Both fit into the piece, whose length fits into memory.
            bytes = bytes.slice(passed as usize..(passed + taken) as usize);
            if !bytes.is_empty() {
                return Ok(Some(bytes));
            }
        }
    }

    /// Returns the next bytes of the answer.
    async fn arrived(&mut self) -> Result<Option<Bytes>> {
        let Limits { client, .. } = &self.limits;
        let began = client.monotonic();
        let idle = client.inner.timeout;
        let left = self.limits.deadline.map(|end| end.saturating_sub(began));
        let limit = left.map_or(idle, |left| left.min(idle));
        let Some(next) = client.within(limit, self.body.next()).await else {
            return Err(match left {
                Some(left) if left < idle => out_of_time(client),
                _ => {
                    let what = format!("no data for {} s", idle.as_secs_f64());
                    Error::new(ErrorKind::Timeout, what)
                }
            });
        };
        let waited = client.monotonic().saturating_sub(began);
        let bytes = match next {
            Some(Ok(bytes)) => bytes,
            Some(Err(error)) => return Err(Broken::from(error).error),
            None => return self.broken.take().map_or(Ok(None), Err),
        };
        let limits = client.inner.transfer;
        self.limits.bytes += bytes.len() as u64;
        if self.limits.bytes > limits.max_bytes {
            return Err(too_long(limits.max_bytes));
        }
        match self.limits.pace.count(bytes.len() as u64, waited, &limits) {
            true => Ok(Some(bytes)),
            false => {
                let (rate, secs) = (limits.min_rate, limits.window.as_secs_f64());
                let what = format!("slower than {rate} bytes a second for {secs} s");
                Err(Error::new(ErrorKind::Timeout, what).with_field("min_rate"))
            }
        }
    }
}

/// The error of a range that begins where the file has ended.
fn beyond(length: u64) -> Error {
    let what = format!("is beyond the end of the file, which has {length} bytes");
    Error::invalid("start", what)
}

fn too_long(most: u64) -> Error {
    let what = format!("the file is longer than {most} bytes, the most that is taken");
    Error::new(ErrorKind::UnexpectedResponse, what)
        .with_field("max_bytes")
        .with_hint("Set `max_bytes` to take longer files.")
}

impl From<NoDataUrl> for Error {
    fn from(error: NoDataUrl) -> Self {
        Self::new(ErrorKind::UnexpectedResponse, error.to_string()).caused_by(error)
    }
}

/// The error of a transfer that takes longer than a whole call may.
pub(crate) fn out_of_time(client: &Client) -> Error {
    let secs = client.inner.total_timeout.unwrap_or_default().as_secs_f64();
    Error::new(ErrorKind::Timeout, format!("not there within {secs} s"))
        .with_field("total_timeout")
        .with_hint(
            "Set `total_timeout` to allow more; a download to a file goes on where it stopped.",
        )
}

impl Client {
    /// Opens the file in a data URL, read piece by piece.
    pub(crate) fn open_data_url(&self, url: String) -> Result<MediaStream> {
        let pieces = DataUrl::read(url)?;
        let content_type = pieces.content_type().map(ToOwned::to_owned);
        let pieces = pieces.map(|piece| {
            piece.map_err(|error| TransportError {
                taken: Taken::No,
                permanent: true,
                message: error.to_string(),
            })
        });
        let body: ByteStream = Box::pin(futures_lite::stream::iter(pieces));
        let mut stream = MediaStream::new(self, http::Response::new(body), 0, None)?;
        stream.content_type = content_type;
        Ok(stream)
    }

    /// Peeks at the beginning of a file, at `least` bytes if it has as many; they stay part
    /// of the stream. A file that looks like JSON is read as a whole.
    pub(crate) async fn peek(&self, stream: &mut MediaStream, least: usize) -> Result<Bytes> {
        let mut head = Bytes::new();
        // No file begins so, and what does may be its address.
        let is_text = |head: &[u8]| {
            let begins = head.trim_ascii_start();
            [&b"{"[..], b"[", b"http"]
                .iter()
                .any(|sign| begins.starts_with(sign))
        };
        while head.len() < least || is_text(&head) {
            match stream.chunk().await {
                Ok(Some(bytes)) if head.is_empty() => head = bytes,
                Ok(Some(bytes)) => head = [head, bytes].concat().into(),
                Ok(None) => break,
                Err(error) if head.is_empty() => return Err(error),
                // The bytes that came are of use.
                Err(error) => {
                    stream.broken = Some(error);
                    stream.body = Box::pin(futures_lite::stream::empty());
                    break;
                }
            }
            if head.len() > MAX_ERROR && is_text(&head) {
                break;
            }
        }
        // The bytes peeked at are still to come.
        stream.limits.bytes -= head.len() as u64;
        let body = std::mem::replace(&mut stream.body, Box::pin(futures_lite::stream::empty()));
        stream.body = Box::pin(futures_lite::stream::once(Ok(head.clone())).chain(body));
        Ok(head)
    }
}

pub(crate) fn header<'a>(headers: &'a http::HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Reads what the head of an answer says of the file.
pub(crate) fn stated(status: http::StatusCode, headers: &http::HeaderMap) -> Answered<'_> {
    let encoding = header(headers, "content-encoding").map(str::trim);
    Answered {
        status: status.as_u16(),
        range: header(headers, "content-range"),
        length: header(headers, "content-length").and_then(|text| text.trim().parse().ok()),
        etag: header(headers, "etag").map(str::trim),
        modified: header(headers, "last-modified").map(str::trim),
        // A browser has decoded it already.
        encoding: encoding.filter(|name| {
            let plain = name.is_empty() || name.eq_ignore_ascii_case("identity");
            !plain && !cfg!(target_family = "wasm")
        }),
        content_type: header(headers, "content-type"),
    }
}
