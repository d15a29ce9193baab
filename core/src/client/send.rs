//! One exchange with the server: time limits, redirects, a bounded answer.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_lite::StreamExt;
use futures_util::FutureExt;

use super::exchange::{Exchange, Named};
use crate::api::{Body, MAX_REPLY, Reply, Sieve, http_date};
use crate::client::Client;
use crate::host::{ByteStream, SendOptions, Taken, TransportError, decoded, undeclared};
use crate::model::url::Url;
use crate::model::{Error, ErrorKind, Result};
use crate::policy::address::AddressRule;
use crate::policy::redirect;

/// The reason that an exchange gave no whole answer.
#[derive(Debug)]
pub(crate) struct Broken {
    pub(crate) error: Error,
    pub(crate) taken: Taken,
    /// The part of the answer that came before it broke: its head, and the body so far.
    pub(crate) came: Option<Box<Reply>>,
}

impl From<TransportError> for Broken {
    fn from(error: TransportError) -> Self {
        Self {
            taken: error.taken,
            error: Error::from(error),
            came: None,
        }
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        match (error.permanent, error.taken) {
            (false, _) => Self::new(ErrorKind::Connection, &error.message),
            (true, Taken::No) => {
                Self::new(ErrorKind::Connection, &error.message).with_retryable(false)
            }
            // It came, but cannot be used as it is.
            (true, Taken::Unknown) => Self::new(ErrorKind::UnexpectedResponse, &error.message),
        }
        .caused_by(error)
    }
}

impl From<Error> for Broken {
    fn from(error: Error) -> Self {
        answered(error)
    }
}

impl Broken {
    fn timeout(limit: Limit) -> Self {
        let (secs, option) = (limit.time.as_secs_f64(), limit.option);
        let what = match option.contains(' ') {
            true => format!("no answer within {secs} s, {option}"),
            false => format!("no answer within {secs} s (`{option}`)"),
        };
        Self {
            error: Error::new(ErrorKind::Timeout, what),
            taken: Taken::Unknown,
            came: None,
        }
    }
}

/// The longest time for an answer, and the option that sets it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    pub(crate) time: Duration,
    pub(crate) option: &'static str,
}

impl Limit {
    /// Adds the time that uploading a request takes.
    fn with_upload(self, request: &http::Request<Body>) -> Self {
        Self {
            time: self.time.saturating_add(upload_time(request)),
            ..self
        }
    }
}

/// Bytes for which an upload is given one more second.
const UPLOAD_BYTES_PER_SECOND: u64 = 100_000;

impl Client {
    /// Sends a request and reads its whole answer within the client's timeout.
    pub(crate) async fn exchange(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> Result<Reply, Broken> {
        let limit = Limit {
            time: self.inner.timeout,
            option: "timeout",
        };
        self.exchange_within(request, options, limit, true, false)
            .await
    }

    /// Sends a request and reads its whole answer within `limit` plus the time of its
    /// upload. With `follow`, redirects of a request without a body are followed;
    /// credentials stay on their origin. With `holds_media`, long texts in the answer are kept
    /// out of its body.
    pub(crate) async fn exchange_within(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
        limit: Limit,
        follow: bool,
        holds_media: bool,
    ) -> Result<Reply, Broken> {
        let limit = limit.with_upload(&request);
        let mut came = Came::default();
        let exchange = async {
            let response = match follow {
                true => self.send_following(request, options).await?,
                false => self.send(request, options).await?,
            };
            let (mut head, body) = response.into_parts();
            self.note_server_time(&head.headers);
            // The moment from which a wait counts that is stated as a date.
            if let Some(date) = http_date(self.now()) {
                head.headers.entry("date").or_insert(date);
            }
            let holds_media = holds_media && head.status.is_success();
            came.head = Some(head);
            let most = self.inner.transfer.max_answer_bytes;
            match holds_media {
                true => came.body.sift(body, MAX_REPLY, most).await,
                false => came.body.read(body, MAX_REPLY).await,
            }
        };
        let whole = self.within(limit.time, exchange).await;
        let whole = whole.unwrap_or_else(|| Err(Broken::timeout(limit)));
        match (whole, came.reply()) {
            (Ok(()), Some(reply)) => Ok(reply),
            (Ok(()), None) => unreachable!("a whole answer has a head"),
            (Err(broken), came) => Err(Broken {
                came: came.map(Box::new),
                ..broken
            }),
        }
    }

    /// Sends a request, and returns the head of the answer and its body as it arrives;
    /// `limit` is for the head. An unsuccessful answer is read whole.
    pub(crate) async fn open(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
        limit: Limit,
    ) -> Result<Result<http::Response<ByteStream>, Reply>, Broken> {
        let limit = limit.with_upload(&request);
        let opening = async {
            let response = self.send_following(request, options).await?;
            if response.status().is_success() {
                return Ok(Ok(response));
            }
            let (head, body) = response.into_parts();
            let body = read(body, MAX_REPLY).await?;
            Ok(Err(Reply::new(head.status, head.headers, body).in_utf8()))
        };
        self.within(limit.time, opening)
            .await
            .unwrap_or_else(|| Err(Broken::timeout(limit)))
    }

    /// Sends a request, with what the caller's gateway gets on every one. A compressed
    /// body is decoded as it arrives.
    async fn send(
        &self,
        mut request: http::Request<Body>,
        options: SendOptions,
    ) -> Result<http::Response<ByteStream>, Broken> {
        let exchange = Exchange::begin(self, &request);
        self.inner.gateway.dress(&mut request);
        let proxy = options.proxy.clone();
        let sent = self.inner.host.send(request, options).await;
        let response = sent.map_err(|mut error| {
            if let (Taken::No, Some(proxy)) = (error.taken, proxy)
                && let Some(advice) = self.inner.proxies.advice(&proxy, &error.message)
            {
                error.message = format!("{}; {advice}", error.message);
            }
            error
        });
        if let Some(exchange) = exchange {
            exchange.end(&response);
        }
        Ok(decoded(response?))
    }

    /// Sends a request, follows its redirects, and returns the head of the last answer and
    /// its body as it arrives. A request other than a plain `GET` is followed on its own
    /// origin, where the server asks for the same again (307, 308).
    pub(crate) async fn send_following(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> Result<http::Response<ByteStream>, Broken> {
        self.follow(request, options, &self.inner.addresses).await
    }

    /// Like [`send_following`](Self::send_following); `rule` says where redirects may lead.
    /// An answer from another origin than the request's is marked with [`ElsewhereNow`].
    pub(crate) async fn follow(
        &self,
        request: http::Request<Body>,
        mut options: SendOptions,
        rule: &AddressRule,
    ) -> Result<http::Response<ByteStream>, Broken> {
        let (mut elsewhere, mut followed) = (false, false);
        let is_read = request.method() == http::Method::GET && request.body().is_empty();
        let method = request.method().clone();
        let body = request.body().clone();
        let named = request.extensions().get::<Named>().copied();
        let mut head = request.headers().clone();
        let mut url = request.uri().to_string();
        let mut next = request;
        for _ in 0..=redirect::LIMIT {
            let mut response = self.send(next, options.clone()).await?;
            if elsewhere {
                response.extensions_mut().insert(ElsewhereNow);
            }
            if followed {
                response.extensions_mut().insert(Landed(url.clone()));
            }
            let status = response.status().as_u16();
            let location = response.headers().get("location");
            let (true, Some(location)) = (redirect::is_redirect(status), location) else {
                return Ok(response);
            };
            let location = String::from_utf8_lossy(location.as_bytes()).into_owned();
            let hop = redirect::next(&url, &location);
            let hop = match (is_read, hop) {
                (true, hop) => hop.map_err(answered)?,
                (false, Ok(hop)) if hop.same_origin && redirect::asks_for_the_same(status) => hop,
                (false, _) => return Ok(response),
            };
            if !hop.same_origin {
                strip_credentials(&mut head);
                elsewhere = true;
                let to = Url::parse(&hop.url).map_err(|_| answered(invalid_redirect()))?;
                options.reach = rule.check(&to).map_err(answered)?;
            }
            url = hop.url;
            followed = true;
            let proxy = self
                .inner
                .proxies
                .choose_again(options.proxy.as_deref(), &url);
            options.proxy = proxy.map(Into::into);
            next = http::Request::builder()
                .method(method.clone())
                .uri(&url)
                .body(body.clone())
                .map_err(|_| answered(invalid_redirect()))?;
            next.headers_mut().clone_from(&head);
            if let Some(named) = named {
                next.extensions_mut().insert(named);
            }
        }
        Err(answered(Error::new(
            ErrorKind::UnexpectedResponse,
            format!("the server redirects more than {} times", redirect::LIMIT),
        )))
    }

    /// Awaits `future`; `None` if it takes longer than `limit`.
    ///
    /// Not an `async fn`, which would hold `future` more than once: futures of calls are large,
    /// and there are many.
    pub(crate) fn within<T>(
        &self,
        limit: Duration,
        future: impl Future<Output = T>,
    ) -> impl Future<Output = Option<T>> {
        let late = self.inner.host.sleep(limit).map(|()| None);
        futures_lite::future::or(future.map(Some), late)
    }
}

/// The time for an upload, beyond the time for its answer.
fn upload_time(request: &http::Request<Body>) -> Duration {
    Duration::from_secs(request.body().len() / UPLOAD_BYTES_PER_SECOND)
}

fn invalid_redirect() -> Error {
    Error::new(
        ErrorKind::UnexpectedResponse,
        "the server redirects to an address that is not valid",
    )
}

/// Marks an answer that a redirect got from another origin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ElsewhereNow;

/// The address that answered, when redirects led there.
#[derive(Debug, Clone)]
struct Landed(String);

/// Removes headers that must not leave their origin.
pub(crate) fn strip_credentials(headers: &mut http::HeaderMap) {
    for name in [
        "authorization",
        "cookie",
        "openai-sentinel-token",
        "oai-device-id",
        "origin",
        "referer",
    ] {
        headers.remove(name);
    }
}

/// An error in an answer that did arrive.
fn answered(error: Error) -> Broken {
    Broken {
        error,
        taken: Taken::Unknown,
        came: None,
    }
}

/// The part of an answer that has arrived so far.
#[derive(Default)]
struct Came {
    head: Option<http::response::Parts>,
    body: Gathered,
}

impl Came {
    fn reply(self) -> Option<Reply> {
        let mut head = self.head?;
        let landed = head.extensions.remove::<Landed>().map(|Landed(url)| url);
        let (body, long) = self.body.parts();
        let body = undeclared(body, MAX_REPLY);
        let reply = Reply::new(head.status, head.headers, body).in_utf8();
        Some(reply.landed_at(landed).with_long_texts(long))
    }
}

/// The part of a body that has arrived so far. Most come in one piece, without a copy.
#[derive(Default)]
struct Gathered {
    first: Bytes,
    whole: BytesMut,
    /// A body whose long texts are kept apart.
    sifted: Option<(Sieve, Vec<u8>)>,
}

impl Gathered {
    /// Reads a body of at most `limit` bytes.
    async fn read(&mut self, mut body: ByteStream, limit: usize) -> Result<(), Broken> {
        let mut length = 0;
        while let Some(chunk) = body.next().await {
            let chunk = chunk.map_err(|error| Broken {
                // The head came, so the server had the request.
                taken: Taken::Unknown,
                ..Broken::from(error)
            })?;
            length += chunk.len();
            if length > limit {
                return Err(answered(too_long(limit)));
            }
            if self.first.is_empty() {
                self.first = chunk;
            } else {
                if self.whole.is_empty() {
                    self.whole.extend_from_slice(&self.first);
                }
                self.whole.extend_from_slice(&chunk);
            }
        }
        Ok(())
    }

    /// Reads a body of at most `limit` bytes besides its long texts, which have at most `most`.
    async fn sift(&mut self, mut body: ByteStream, limit: usize, most: u64) -> Result<(), Broken> {
        let (sieve, kept) = self.sifted.get_or_insert_default();
        while let Some(chunk) = body.next().await {
            let chunk = chunk.map_err(|error| Broken {
                taken: Taken::Unknown,
                ..Broken::from(error)
            })?;
            sieve.push(&chunk, kept);
            if kept.len() > limit {
                return Err(answered(too_long(limit)));
            }
            if sieve.length() as u64 > most {
                let what = format!("the answer holds a file of more than {most} bytes in base64");
                let error = Error::new(ErrorKind::UnexpectedResponse, what)
                    .with_field("max_answer_bytes")
                    .with_hint(
                        "Set `max_answer_bytes` to take longer ones, or ask the server for an \
                         address: `response_format` `url`, where it knows it.",
                    );
                return Err(answered(error));
            }
        }
        Ok(())
    }

    /// The body, and the long texts that were kept out of it.
    fn parts(self) -> (Bytes, Vec<String>) {
        match self.sifted {
            Some((sieve, mut kept)) => {
                let long = sieve.finish(&mut kept);
                (kept.into(), long)
            }
            None => (self.bytes(), Vec::new()),
        }
    }

    fn bytes(self) -> Bytes {
        match self.whole.is_empty() {
            true => self.first,
            false => self.whole.freeze(),
        }
    }
}

fn too_long(limit: usize) -> Error {
    let what = format!("the answer is longer than {limit} bytes");
    Error::new(ErrorKind::UnexpectedResponse, what)
}

/// Reads a body of at most `limit` bytes.
pub(crate) async fn read(body: ByteStream, limit: usize) -> Result<Bytes, Broken> {
    let mut gathered = Gathered::default();
    gathered.read(body, limit).await?;
    Ok(gathered.bytes())
}
