//! Opening a media file on a server: redirects, credentials, ranges.

use std::time::Duration;

use bytes::Bytes;
use futures_lite::StreamExt;
use url::Url;

use super::call::{Answer, Sendable, Wanted};
use super::delivery::Delivery;
use super::send::{Broken, ElsewhereNow, read, strip_credentials};
use super::{Images, Videos};
use crate::api::videos_v1::{Content, address_in};
use crate::api::{Body, FileInput, Meta, Operation, Reply, failure};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::host::{ByteStream, Reach, SendOptions, Taken, TransportError};
use crate::job::Job;
use crate::media::{DataUrl, SNIFF_BYTES};
use crate::platform::BoxFuture;
use crate::policy::delivery::is_final;
use crate::policy::pace::Pace;
use crate::policy::resume::{Answered, Part, Resumption, judge, validator};
use crate::secret::Secret;

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
    status: http::StatusCode,
    /// How long the server asks to wait, when the file is not ready.
    pub(super) retry_after: Option<Duration>,
    body: ByteStream,
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
    fn new(
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
            status: head.status,
            retry_after: match head.status {
                http::StatusCode::ACCEPTED => {
                    failure(&Reply::new(head.status, head.headers.clone(), "")).retry_after()
                }
                _ => None,
            },
            body,
            limits: Limits {
                client: client.clone(),
                pace: Pace::default(),
                bytes: start,
                deadline: deadline.map(|limit| client.monotonic().saturating_add(limit)),
            },
        })
    }

    /// Whether the server says by its status that the file is being made.
    pub(super) fn is_pending(&self) -> bool {
        self.status == http::StatusCode::ACCEPTED
    }

    /// Holds the stream to an earlier end than it has.
    pub(super) fn end_by(&mut self, deadline: Option<Duration>) {
        self.limits.deadline = deadline.or(self.limits.deadline);
    }

    /// The next bytes, or `None` at the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
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
            None => return Ok(None),
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

fn header<'a>(headers: &'a http::HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// What the head of an answer says of the file.
fn stated(status: http::StatusCode, headers: &http::HeaderMap) -> Answered<'_> {
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

impl Videos {
    /// Opens a finished job's video as a stream of bytes, for use where there
    /// is no file system or none is wanted. It is waited for and looked for as a
    /// [download](Self::download) is, and begins as a video does; the rest of the
    /// bytes is not checked.
    pub async fn open(&self, job: &Job) -> Result<MediaStream> {
        let mut delivery = Delivery::of(&self.client, job, 0);
        let opened = delivery.stream().await;
        opened.map_err(|error| error.on("videos.open").with_job(&job.id))
    }
}

impl Images {
    /// Opens one of a finished job's images, counted from 0, as a stream of bytes.
    pub async fn open(&self, job: &Job, index: usize) -> Result<MediaStream> {
        let opened = async {
            check_image(job, index)?;
            Delivery::of(&self.client, job, index).stream().await
        };
        opened
            .await
            .map_err(|error: Error| error.on("images.open").with_job(&job.id))
    }
}

/// Refuses to fetch an image that a job does not have.
pub(super) fn check_image(job: &Job, index: usize) -> Result<()> {
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
        let opened = Delivery::at(self, url).stream().await;
        opened.map_err(|error| error.on("open"))
    }
}

/// The longest error body that is read.
const MAX_ERROR: usize = 64 << 10;

/// Who named an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamedBy {
    Caller,
    Server,
}

/// An answer to a request for what follows a part of a file.
pub(super) enum Opened {
    /// Bytes of the file: where the part ends, or from its beginning.
    Stream(MediaStream),
    /// The part is the whole already.
    IsWhole,
    /// It cannot be gone on with.
    Restart,
}

/// Why a file could not be had from an address.
#[derive(Debug)]
pub(super) struct Unopened {
    pub(super) error: Error,
    pub(super) hope: Hope,
}

/// What can help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hope {
    /// Waiting, or another address.
    Passing,
    /// Another address alone.
    NotHere,
    /// Nothing.
    None,
}

impl Unopened {
    pub(super) fn not_here(error: Error) -> Self {
        let hope = Hope::NotHere;
        Self { error, hope }
    }

    pub(super) fn finally(error: Error) -> Self {
        let hope = Hope::None;
        Self { error, hope }
    }
}

impl From<Error> for Unopened {
    fn from(error: Error) -> Self {
        let hope = match error.field() {
            Some("max_bytes" | "total_timeout") => Hope::None,
            Some("min_rate") => Hope::NotHere,
            _ => Hope::Passing,
        };
        Self { error, hope }
    }
}

/// An address, and what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) url: &'a str,
    pub(super) by: NamedBy,
    /// Whether the credential goes along, should it be on the API's own origin.
    pub(super) authorize: bool,
}

impl Client {
    /// Opens what follows `part` of a file, also when the server answers its
    /// address in JSON in its place (`003_*`, wire.md §3.3).
    pub(super) async fn open_media(
        &self,
        address: Named<'_>,
        part: Part<'_>,
    ) -> Result<Opened, Unopened> {
        let mut opened = self.open_once(address, part).await?;
        let Opened::Stream(stream) = &mut opened else {
            return Ok(opened);
        };
        if stream.start > 0 {
            return Ok(opened);
        }
        let head = self.peek(stream, 1).await?;
        let value: Option<serde_json::Value> = serde_json::from_slice(&head).ok();
        match value.as_ref().and_then(address_in) {
            Some(url) => {
                let by = NamedBy::Server;
                let address = Named { url, by, ..address };
                self.open_once(address, part).await
            }
            None => Ok(opened),
        }
    }

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
                let options = SendOptions::default();
                let response = match self.attempt(operation?, options, Wanted::Open).await? {
                    Answer::Open(response) => response,
                    Answer::Whole(_) => unreachable!("an open answer was wanted"),
                };
                let (status, headers) = (response.status(), response.headers().clone());
                let length = stated(status, &headers).length;
                let mut stream = MediaStream::new(&self, response, 0, length)?;
                let head = self.peek(&mut stream, SNIFF_BYTES).await?;
                match decode(&Reply::new(status, headers, head))?.url {
                    Some(url) => self.open_whole(&url, NamedBy::Server, true).await,
                    None => Ok(stream),
                }
            };
            opened.await.map_err(|error: Error| error.on(meta.name))
        })
    }

    /// Opens a file from its beginning.
    pub(super) async fn open_whole(
        &self,
        url: &str,
        by: NamedBy,
        authorize: bool,
    ) -> Result<MediaStream> {
        let address = Named { url, by, authorize };
        let opened = self.open_once(address, Part::default()).await;
        match opened.map_err(|unopened| unopened.error)? {
            Opened::Stream(stream) => Ok(stream),
            Opened::IsWhole | Opened::Restart => Err(Error::new(
                ErrorKind::UnexpectedResponse,
                "the server answers a part of the file that was not asked for",
            )),
        }
    }

    /// The file that a data URL holds, read piece by piece.
    pub(super) fn open_data_url(&self, url: String) -> Result<MediaStream> {
        let pieces = DataUrl::read(url)?;
        let content_type = pieces.content_type().map(ToOwned::to_owned);
        let pieces = pieces.map(|piece| {
            piece.map_err(|error| TransportError {
                taken: Taken::Unknown,
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
            match stream.chunk().await? {
                Some(bytes) if head.is_empty() => head = bytes,
                Some(bytes) => head = [head, bytes].concat().into(),
                None => break,
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

    /// Asks an address for what follows `part` of a file. The credential goes along
    /// on the API's own origin alone, where it is renewed when the server refuses
    /// it.
    async fn open_once(&self, address: Named<'_>, part: Part<'_>) -> Result<Opened, Unopened> {
        let url = self.address(address.url)?;
        let own = same_origin(url.as_str(), self.base_url());
        let mut rule = self.inner.addresses.clone();
        let reach = match address.by {
            _ if own => Reach::Anywhere,
            NamedBy::Server => rule.check(&url).map_err(Unopened::not_here)?,
            NamedBy::Caller => {
                rule = rule.for_given(&url);
                Reach::Anywhere
            }
        };
        let own = own && address.authorize;
        let mut refused = None;
        loop {
            let mut request = media_request(&url, part)?;
            let token = match own {
                true => Some(self.token(refused.as_ref()).await?),
                false => None,
            };
            let headers = request.headers_mut();
            match &token {
                Some(token) => {
                    let value = format!("Bearer {}", token.expose());
                    let value = crate::api::context_header("token", &value)?;
                    headers.insert("authorization", value);
                }
                None => strip_credentials(headers),
            }
            let options = SendOptions {
                proxy: self.inner.proxies.choose(false).map(Into::into),
                reach: reach.clone(),
                ..SendOptions::default()
            };
            let limit = self.inner.timeout;
            let response = self
                .within(limit, self.follow(request, options, &rule))
                .await
                .ok_or_else(|| {
                    let secs = limit.as_secs_f64();
                    Error::new(ErrorKind::Timeout, format!("no answer within {secs} s"))
                })?
                .map_err(|broken| broken.error)?;
            let status = response.status();
            if !status.is_success() && status != http::StatusCode::RANGE_NOT_SATISFIABLE {
                let from_api = own && response.extensions().get::<ElsewhereNow>().is_none();
                let (head, body) = response.into_parts();
                let body = self.within(limit, read(body, MAX_ERROR)).await;
                let body = body.and_then(Result::ok).unwrap_or_default();
                let error = failure(&Reply::new(head.status, head.headers, body));
                let may_renew = from_api && refused.is_none() && self.inner.account.can_renew();
                if may_renew && error.kind() == ErrorKind::Authentication {
                    refused = token;
                    continue;
                }
                return Err(match from_api && is_final(error.kind()) {
                    true => Unopened::finally(error),
                    false => error.into(),
                });
            }
            return Ok(match judge(part, &stated(status, response.headers())) {
                Resumption::GoesOn { total } => {
                    Opened::Stream(MediaStream::new(self, response, part.length, total)?)
                }
                Resumption::Begins { total } => {
                    Opened::Stream(MediaStream::new(self, response, 0, total)?)
                }
                Resumption::IsWhole => Opened::IsWhole,
                Resumption::Restart => Opened::Restart,
            });
        }
    }

    /// The access token; another one than `refused`.
    async fn token(&self, refused: Option<&Secret>) -> Result<Secret, Unopened> {
        let token = self.inner.account.access_token(self, refused).await;
        token.map_err(|error| match is_final(error.kind()) {
            true => Unopened::finally(error),
            false => error.into(),
        })
    }

    /// An address as a URL; one without a host is the API's.
    pub(super) fn address(&self, url: &str) -> Result<Url> {
        let base = Url::parse(self.base_url());
        base.and_then(|base| base.join(url.trim()))
            .ok()
            .filter(Url::has_host)
            .ok_or_else(|| {
                Error::new(ErrorKind::UnexpectedResponse, "the file's address is not valid")
            })
    }
}

/// The request for what follows `part` of a file.
fn media_request(url: &Url, part: Part<'_>) -> Result<http::Request<Body>> {
    let invalid = |error: http::Error| {
        let what = format!("not a valid address: {error}");
        Error::new(ErrorKind::UnexpectedResponse, what)
    };
    let mut request = http::Request::get(url.as_str())
        .body(Body::empty())
        .map_err(invalid)?;
    let headers = request.headers_mut();
    headers.insert("accept", http::HeaderValue::from_static("*/*"));
    // A range of an encoded file is no range of the file.
    #[cfg(not(target_family = "wasm"))]
    headers.insert("accept-encoding", http::HeaderValue::from_static("identity"));
    if part.length > 0 {
        let range = format!("bytes={}-", part.length);
        headers.insert("range", range.parse().expect("digits are a header value"));
        if let Some(validator) = part.validator.and_then(|text| text.parse().ok()) {
            headers.insert("if-range", validator);
        }
    }
    Ok(request)
}

impl Client {
    /// Fetches what an address or a data URL names, into memory and without any
    /// credential, to be uploaded where a dialect takes no addresses.
    pub(crate) async fn fetch_reference(&self, url: &str) -> Result<FileInput> {
        const LIMIT: usize = crate::api::sora::MAX_IMAGE as usize;
        if let Some(data) = url.strip_prefix("data:") {
            return data_url(data).ok_or_else(|| {
                Error::invalid(
                    "references",
                    "the data URL must be `data:<type>;base64,<data>`",
                )
            });
        }
        if !url.starts_with("https://") && !url.starts_with("http://") {
            return Err(Error::invalid(
                "references",
                "an address must start with https://, http:// or data:",
            ));
        }
        let unread = |error: Error| {
            Error::invalid(
                "references",
                format!("cannot fetch it: {}", error.message()),
            )
            .caused_by(error)
        };
        let stream = self
            .open_whole(url, NamedBy::Caller, false)
            .await
            .map_err(unread)?;
        let bytes = self
            .within(self.inner.timeout, read(stream.body, LIMIT))
            .await
            .unwrap_or_else(|| Err(Error::new(ErrorKind::Timeout, "it takes too long").into()))
            .map_err(|broken| unread(broken.error))?;
        let name = url
            .split(['?', '#'])
            .next()
            .and_then(|path| path.rsplit('/').next());
        let name = name.filter(|name| !name.is_empty()).unwrap_or("image");
        Ok(FileInput::bytes(bytes, name))
    }
}

fn data_url(data: &str) -> Option<FileInput> {
    use base64::Engine as _;
    let (head, data) = data.split_once(',')?;
    let mime = head.strip_suffix(";base64")?;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(data)
        .ok()?;
    let extension = mime.rsplit('/').next().filter(|text| !text.is_empty())?;
    Some(FileInput::bytes(bytes, format!("image.{extension}")))
}

fn same_origin(one: &str, other: &str) -> bool {
    match (url::Url::parse(one), url::Url::parse(other)) {
        (Ok(one), Ok(other)) => one.origin() == other.origin(),
        _ => false,
    }
}
