//! Media files as streams of bytes.

use std::time::Duration;

use bytes::Bytes;
use futures_lite::StreamExt;

use super::call::{Answer, Sent, Wanted};
use super::delivery::Delivery;
use super::open::{MAX_ERROR, NamedBy, header, stated};
use super::range::ByteRange;
use super::send::Broken;
use super::sendable::Sendable;
use super::{Images, Videos, failure_of};
use crate::api::videos_v1::Content;
use crate::api::{Meta, Operation, Reply, failure};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::host::{ByteStream, SendOptions, Taken, TransportError};
use crate::job::Job;
use crate::media::{DataUrl, MediaType, SNIFF_BYTES};
use crate::platform::BoxFuture;
use crate::policy::pace::Pace;
use crate::policy::resume::validator;

/// A media file as it arrives.
///
/// It ends in an error when no byte comes for the client's `timeout`, when it is
/// slower than `min_rate`, longer than `max_bytes`, or takes longer than
/// `total_timeout`.
pub struct MediaStream {
    /// Its whole length in bytes, when the server says it.
    pub length: Option<u64>,
    /// Where in the file the bytes begin.
    pub start: u64,
    /// What a later request can ask to be unchanged: a strong `ETag`, else a
    /// `Last-Modified` that is old enough.
    pub validator: Option<String>,
    /// The content type that the server states; the bytes may say otherwise.
    pub content_type: Option<String>,
    /// Where in the file the bytes of this answer end, when the server says it.
    pub(super) end: Option<u64>,
    /// How many bytes are still to be passed over.
    passing: u64,
    /// How many bytes are still wanted, where not all are.
    wanted: Option<u64>,
    /// What the file is, by its first bytes, where they were looked at.
    pub(super) found: Option<MediaType>,
    status: http::StatusCode,
    /// How long the server asks to wait, when the file is not ready.
    pub(super) retry_after: Option<Duration>,
    pub(super) body: ByteStream,
    /// The error with which the bytes end that were looked at.
    broken: Option<Error>,
    limits: Limits,
}

/// What a stream is held to.
struct Limits {
    client: Client,
    pace: Pace,
    /// Bytes of the file so far.
    bytes: u64,
    /// When it has to be there, by the client's monotonic time.
    deadline: Option<Duration>,
}

impl MediaStream {
    /// The file in an answer that begins at `start` of it.
    pub(super) fn new(
        client: &Client,
        response: http::Response<ByteStream>,
        start: u64,
        length: Option<u64>,
    ) -> Result<Self> {
        let (head, body) = response.into_parts();
        let stated = stated(head.status, &head.headers);
        if let Some(encoding) = stated.encoding {
            let what = format!("the server sends the file encoded as `{encoding}`, unasked");
            return Err(Error::new(ErrorKind::UnexpectedResponse, what).hint(
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

    /// The error that came while the beginning was looked at.
    pub(super) fn broken(&self) -> Option<Error> {
        self.broken.clone()
    }

    /// Whether the server says by its status that the file is being made.
    pub(super) fn is_pending(&self) -> bool {
        self.status == http::StatusCode::ACCEPTED
    }

    /// Holds the stream to an earlier end than it has.
    pub(super) fn end_by(&mut self, deadline: Option<Duration>) {
        self.limits.deadline = deadline.or(self.limits.deadline);
    }

    /// Keeps to a range of the file. Where the answer begins before it, what lies between
    /// is passed over.
    pub(super) fn keep_to(&mut self, range: ByteRange) -> Result<()> {
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

    /// What the file is, as a MIME type: by its content, or, where its beginning is not among the
    /// bytes, as the server says.
    pub fn media_type(&self) -> Option<&str> {
        let stated = || {
            let name = self.content_type.as_deref()?.split(';').next()?.trim();
            let is_media = name.starts_with("video/") || name.starts_with("image/");
            is_media.then_some(name)
        };
        self.found.map(|found| found.mime()).or_else(stated)
    }

    /// Where in the file the bytes end, when the server says how long it is or a range says it.
    pub fn end(&self) -> Option<u64> {
        self.end
    }

    /// The next bytes, or `None` at the end.
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

    /// The next bytes of the answer.
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
        .hint("Set `max_bytes` to take longer files.")
}

/// The error of a transfer that takes longer than all of a call may.
pub(super) fn out_of_time(client: &Client) -> Error {
    let secs = client.inner.total_timeout.unwrap_or_default().as_secs_f64();
    Error::new(ErrorKind::Timeout, format!("not there within {secs} s"))
        .with_field("total_timeout")
        .hint("Set `total_timeout` to allow more; a download to a file goes on where it stopped.")
}

impl Videos {
    /// Opens a finished job's video as a stream of bytes, for use where there
    /// is no file system or none is wanted. It is waited for and looked for as a
    /// [download](Self::download) is, and begins as a video does; the rest of the
    /// bytes is not checked.
    pub async fn open(&self, job: &Job) -> Result<MediaStream> {
        self.open_range(job, ByteRange::default()).await
    }

    /// As [`open`](Self::open), a range of the bytes alone, such as a player asks for that
    /// seeks. A server that takes no ranges sends the whole file, of which the rest is
    /// passed over.
    pub async fn open_range(&self, job: &Job, range: ByteRange) -> Result<MediaStream> {
        let opened = async {
            range.check()?;
            Delivery::of(&self.client, job, 0).range(range).await
        };
        opened
            .await
            .map_err(|error: Error| error.on("videos.open").with_job(&job.id))
    }
}

impl Images {
    /// Opens one of a finished job's images, counted from 0, as a stream of bytes.
    pub async fn open(&self, job: &Job, index: usize) -> Result<MediaStream> {
        self.open_range(job, index, ByteRange::default()).await
    }

    /// As [`open`](Self::open), a range of the bytes alone.
    pub async fn open_range(
        &self,
        job: &Job,
        index: usize,
        range: ByteRange,
    ) -> Result<MediaStream> {
        let opened = async {
            range.check()?;
            check_image(job, index)?;
            Delivery::of(&self.client, job, index).range(range).await
        };
        opened
            .await
            .map_err(|error: Error| error.on("images.open").with_job(&job.id))
    }
}

/// Refuses to fetch an image that a job does not have.
pub(super) fn check_image(job: &Job, index: usize) -> Result<()> {
    if let Some(error) = failure_of(job) {
        return Err(error);
    }
    match job.images.len() {
        count if job.is_ended() && index >= count => {
            let what = format!("the job has {count} images, counted from 0");
            Err(Error::invalid("index", what))
        }
        _ => Ok(()),
    }
}

impl Client {
    /// Opens the picture or video at an address, such as a thumbnail's or one that
    /// stood in a chat's answer, as a stream of bytes. The credential goes along on
    /// the API's own origin alone. An address may be relative to the base URL, or a
    /// data URL.
    pub async fn open_address(&self, url: &str) -> Result<MediaStream> {
        self.open_address_range(url, ByteRange::default()).await
    }

    /// As [`open_address`](Self::open_address), a range of the bytes alone.
    pub async fn open_address_range(&self, url: &str, range: ByteRange) -> Result<MediaStream> {
        let opened = async {
            range.check()?;
            Delivery::at(self, url).range(range).await
        };
        opened.await.map_err(|error: Error| error.on("open"))
    }
}

impl Client {
    /// Makes one call of an operation that is answered with a file, and gives
    /// the file as it arrives, however long it is; [`Client::call`] gives it
    /// whole. An address in its place is followed. That the bytes begin as a
    /// picture or video does is checked, and nothing else. Dropping the stream
    /// ends the transfer.
    ///
    /// ```no_run
    /// # async fn example(client: sorakit::Client) -> sorakit::Result<()> {
    /// use sorakit::api::skyriff::GetContent;
    ///
    /// let video_id = "video_1".into();
    /// let mut content = client.open_content(GetContent { video_id }).await?;
    /// while let Some(bytes) = content.chunk().await? {
    ///     println!("{} bytes", bytes.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn open_content<O: Operation<Output = Content>>(
        &self,
        operation: O,
    ) -> Result<MediaStream> {
        let operation = Ok(Box::new(operation) as Box<_>);
        let client = self.clone();
        client.open_by_name(&O::META, operation, O::decode).await
    }

    /// As [`Client::open_content`], compiled once for all operations.
    pub(crate) fn open_by_name(
        self,
        meta: &'static Meta,
        operation: Result<Box<dyn Sendable>>,
        decode: fn(&Reply) -> Result<Content>,
    ) -> BoxFuture<'static, Result<MediaStream>> {
        Box::pin(async move {
            let opened = async {
                self.speaks(meta)?;
                let options = SendOptions::default();
                let sent = Sent::default();
                let answer = self.attempt(operation?, options, Wanted::Open, &sent);
                let answer = Box::pin(answer).await?;
                let response = match answer {
                    Answer::Open(response) => response,
                    Answer::Whole(_) => unreachable!("an open answer was wanted"),
                };
                let (status, headers) = (response.status(), response.headers().clone());
                let length = stated(status, &headers).length;
                let mut stream = MediaStream::new(&self, response, 0, length)?;
                let head = self.peek(&mut stream, SNIFF_BYTES).await?;
                stream.found = MediaType::sniff(&head);
                match decode(&Reply::new(status, headers, head))?.url {
                    Some(url) => self.open_whole(&url, NamedBy::Server, true).await,
                    None => Ok(stream),
                }
            };
            opened.await.map_err(|error: Error| error.on(meta.name))
        })
    }

    /// The file that a data URL holds, read piece by piece.
    pub(super) fn open_data_url(&self, url: String) -> Result<MediaStream> {
        let pieces = DataUrl::read(url)?;
        let content_type = pieces.content_type().map(ToOwned::to_owned);
        let pieces = pieces.map(|piece| {
            piece.map_err(|error| TransportError {
                taken: Taken::No,
                permanent: true,
                message: error.message().to_owned(),
            })
        });
        let body: ByteStream = Box::pin(futures_lite::stream::iter(pieces));
        let mut stream = MediaStream::new(self, http::Response::new(body), 0, None)?;
        stream.content_type = content_type;
        Ok(stream)
    }

    /// Looks at how a file begins, at `least` bytes of it if it has as many; it
    /// stays part of the stream. What looks like JSON is looked at as a whole.
    pub(super) async fn peek(&self, stream: &mut MediaStream, least: usize) -> Result<Bytes> {
        let mut head = Bytes::new();
        let is_json = |head: &[u8]| head.trim_ascii_start().starts_with(b"{");
        while head.len() < least || is_json(&head) {
            match stream.chunk().await {
                Ok(Some(bytes)) if head.is_empty() => head = bytes,
                Ok(Some(bytes)) => head = [head, bytes].concat().into(),
                Ok(None) => break,
                Err(error) if head.is_empty() => return Err(error),
                // What came is of use.
                Err(error) => {
                    stream.broken = Some(error);
                    stream.body = Box::pin(futures_lite::stream::empty());
                    break;
                }
            }
            if head.len() > MAX_ERROR && is_json(&head) {
                break;
            }
        }
        // Looked at, the bytes are still to come.
        stream.limits.bytes -= head.len() as u64;
        let body = std::mem::replace(&mut stream.body, Box::pin(futures_lite::stream::empty()));
        stream.body = Box::pin(futures_lite::stream::once(Ok(head.clone())).chain(body));
        Ok(head)
    }
}
