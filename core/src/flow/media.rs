//! Opening a media file on a server: redirects, credentials, ranges.

use bytes::Bytes;
use futures_lite::StreamExt;

use super::Videos;
use super::call::{Answer, Sendable, Sent, Wanted};
use super::send::{Broken, read, strip_credentials};
use crate::api::videos_v1::{Content, address_in};
use crate::api::{Body, FileInput, Meta, Operation, Reply, failure};
use crate::client::Client;
use crate::dialect::Link;
use crate::error::{Error, ErrorKind, Result};
use crate::host::{ByteStream, SendOptions};
use crate::job::Job;
use crate::media::SNIFF_BYTES;
use crate::platform::BoxFuture;

/// A media file as it arrives.
pub struct MediaStream {
    /// Its whole length in bytes, when the server says it.
    pub length: Option<u64>,
    /// Where in the file the bytes begin.
    pub start: u64,
    /// What a later request can ask to be unchanged: the `ETag`, else the
    /// `Last-Modified`.
    pub validator: Option<String>,
    /// The content type that the server states; the bytes may say otherwise.
    pub content_type: Option<String>,
    body: ByteStream,
}

impl MediaStream {
    /// The file in an answer with success.
    fn of(response: http::Response<ByteStream>) -> Result<Self> {
        let (head, body) = response.into_parts();
        let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
        let stated = header("content-length").and_then(|text| text.parse().ok());
        let (start, length) = match head.status.as_u16() {
            206 => content_range(header("content-range").unwrap_or_default()).ok_or_else(|| {
                Error::new(
                    ErrorKind::UnexpectedResponse,
                    "the range answered is not readable",
                )
            })?,
            _ => (0, stated),
        };
        let weak = |tag: &&str| !tag.starts_with("W/");
        Ok(Self {
            length,
            start,
            validator: header("etag")
                .filter(weak)
                .or(header("last-modified"))
                .map(Into::into),
            content_type: header("content-type").map(Into::into),
            body,
        })
    }

    /// The next bytes, or `None` at the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        match self.body.next().await {
            Some(Ok(bytes)) => Ok(Some(bytes)),
            Some(Err(error)) => Err(Broken::from(error).error),
            None => Ok(None),
        }
    }
}

impl Videos {
    /// Opens a finished job's video as a stream of bytes, for use where there
    /// is no file system or none is wanted. The bytes are not checked.
    pub async fn open(&self, job: &Job) -> Result<MediaStream> {
        let client = &self.client;
        let known = job.video.as_ref().filter(|video| !video.url.is_empty());
        let opened = async {
            let link = match known {
                Some(video) => Link {
                    url: video.url.clone(),
                    authorize: true,
                },
                None => client.dialect().adapter().link(client, job).await?,
            };
            client
                .open_media(&link.url, link.authorize, &From::default())
                .await
        };
        opened
            .await
            .map_err(|error: Error| error.on("videos.open").with_job(&job.id))
    }
}

/// From where a file is asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct From {
    pub(crate) start: u64,
    pub(crate) validator: Option<String>,
}

/// The longest error body that is read.
const MAX_ERROR: usize = 64 << 10;

impl Client {
    /// Opens a file, also when the server answers its address in JSON in its
    /// place (`003_*`, wire.md §3.3).
    pub(crate) async fn open_media(
        &self,
        url: &str,
        authorize: bool,
        from: &From,
    ) -> Result<MediaStream> {
        let mut stream = self.open_once(url, authorize, from).await?;
        if stream.start > 0 {
            return Ok(stream);
        }
        let head = self.peek(&mut stream, 1).await?;
        let value: Option<serde_json::Value> = serde_json::from_slice(&head).ok();
        match value.as_ref().and_then(address_in) {
            Some(url) => self.open_once(url, authorize, from).await,
            None => Ok(stream),
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
                let sent = Sent::default();
                let answer = self
                    .attempt(operation?, options, Wanted::Open, &sent)
                    .await?;
                let response = match answer {
                    Answer::Open(response) => response,
                    Answer::Whole(_) => unreachable!("an open answer was wanted"),
                };
                let (status, headers) = (response.status(), response.headers().clone());
                let mut stream = MediaStream::of(response)?;
                let head = self.peek(&mut stream, SNIFF_BYTES).await?;
                match decode(&Reply::new(status, headers, head))?.url {
                    Some(url) => self.open_once(&url, true, &From::default()).await,
                    None => Ok(stream),
                }
            };
            opened.await.map_err(|error: Error| error.on(meta.name))
        })
    }

    /// Looks at how a file begins, at `least` bytes of it if it has as many; it
    /// stays part of the stream. What looks like JSON is looked at as a whole.
    async fn peek(&self, stream: &mut MediaStream, least: usize) -> Result<Bytes> {
        let limit = self.inner.timeout;
        let late = || Broken::from(Error::new(ErrorKind::Timeout, "no data in time"));
        let mut head = Bytes::new();
        while head.len() < least {
            let next = self.within(limit, stream.chunk()).await;
            match next.unwrap_or_else(|| Err(late().error))? {
                Some(bytes) if head.is_empty() => head = bytes,
                Some(bytes) => head = [head, bytes].concat().into(),
                None => break,
            }
        }
        let mut body = std::mem::replace(&mut stream.body, Box::pin(futures_lite::stream::empty()));
        if head.trim_ascii_start().starts_with(b"{") {
            let rest = self.within(limit, read(body, MAX_ERROR)).await;
            let rest = rest
                .unwrap_or_else(|| Err(late()))
                .map_err(|broken| broken.error)?;
            head = [head, rest].concat().into();
            body = Box::pin(futures_lite::stream::empty());
        }
        stream.body = Box::pin(futures_lite::stream::once(Ok(head.clone())).chain(body));
        Ok(head)
    }

    /// Opens a file. The credential goes along only when the file is on the
    /// API's own origin and `authorize` is set.
    async fn open_once(&self, url: &str, authorize: bool, from: &From) -> Result<MediaStream> {
        let mut request = http::Request::get(url)
            .body(Body::empty())
            .map_err(|error| {
                Error::new(
                    ErrorKind::UnexpectedResponse,
                    format!("not a valid address: {error}"),
                )
            })?;
        let headers = request.headers_mut();
        headers.insert("accept", http::HeaderValue::from_static("*/*"));
        if from.start > 0 {
            let range = format!("bytes={}-", from.start);
            headers.insert("range", range.parse().expect("digits are a header value"));
            if let Some(validator) = from.validator.as_ref().and_then(|text| text.parse().ok()) {
                headers.insert("if-range", validator);
            }
        }
        let token = match authorize && same_origin(url, self.base_url()) {
            true => self.inner.account.access_token(self, None).await?,
            false => None,
        };
        if let Some(token) = token {
            let value = format!("Bearer {}", token.expose());
            headers.insert(
                "authorization",
                crate::api::context_header("token", &value)?,
            );
        } else {
            strip_credentials(headers);
        }
        let options = SendOptions {
            proxy: self.inner.proxies.choose(false).map(Into::into),
            ..SendOptions::default()
        };
        let limit = self.inner.timeout;
        let response = self
            .within(limit, self.send_following(request, options))
            .await
            .ok_or_else(|| {
                let secs = limit.as_secs_f64();
                Error::new(ErrorKind::Timeout, format!("no answer within {secs} s"))
            })?
            .map_err(|broken| broken.error)?;
        let (head, body) = response.into_parts();
        if !head.status.is_success() {
            let body = self.within(limit, read(body, MAX_ERROR)).await;
            let body = body.and_then(Result::ok).unwrap_or_default();
            return Err(failure(&Reply::new(head.status, head.headers, body)));
        }
        MediaStream::of(http::Response::from_parts(head, body))
    }
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
            .open_once(url, false, &From::default())
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

/// `bytes 100-199/1000`: where it begins, and the whole length.
fn content_range(text: &str) -> Option<(u64, Option<u64>)> {
    let (range, length) = text.trim().strip_prefix("bytes ")?.split_once('/')?;
    let (start, _) = range.split_once('-')?;
    Some((start.parse().ok()?, length.parse().ok()))
}

fn same_origin(one: &str, other: &str) -> bool {
    match (url::Url::parse(one), url::Url::parse(other)) {
        (Ok(one), Ok(other)) => one.origin() == other.origin(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        assert_eq!(content_range("bytes 100-199/1000"), Some((100, Some(1000))));
        assert_eq!(content_range("bytes 100-199/*"), Some((100, None)));
        assert_eq!(content_range("bytes */1000"), None);
        assert_eq!(content_range(""), None);
    }
}
