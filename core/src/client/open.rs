//! Requesting a media file from an address: redirects, credentials, ranges.

use super::media::{MAX_ERROR, MediaStream, stated};
use super::send::{ElsewhereNow, read, strip_credentials};
use crate::api::videos_v1::{address_in, lone_address, resolve};
use crate::api::{Body, Reply, failure};
use crate::client::Client;
use crate::host::{Reach, SendOptions};
use crate::media::NoDataUrl;
use crate::model::url::Url;
use crate::model::{Error, ErrorKind, Result, Secret};
use crate::policy::delivery::is_final;
use crate::policy::resume::{Part, Resumption, judge};

/// The side that named an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamedBy {
    Caller,
    Server,
}

/// An answer to a request for what follows a part of a file.
#[cfg_attr(
    not(target_family = "wasm"),
    expect(clippy::large_enum_variant, reason = "one is made for each request")
)]
pub(crate) enum Opened {
    /// Bytes of the file: from the end of the part, or from the file's beginning.
    Stream(MediaStream),
    /// The part is the whole already.
    IsWhole,
    /// The part cannot be continued.
    Restart,
}

/// The reason that an address gave no file.
#[derive(Debug)]
pub(crate) struct Unopened {
    pub(crate) error: Error,
    pub(crate) hope: Hope,
}

/// The remedy for a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hope {
    /// Waiting, or another address.
    Passing,
    /// Only another address.
    NotHere,
    /// Nothing.
    None,
}

impl Unopened {
    pub(crate) fn not_here(error: Error) -> Self {
        let hope = Hope::NotHere;
        Self { error, hope }
    }

    pub(crate) fn finally(error: Error) -> Self {
        let hope = Hope::None;
        Self { error, hope }
    }
}

impl From<Error> for Unopened {
    fn from(error: Error) -> Self {
        let hope = match error.field() {
            Some("max_bytes" | "total_timeout") => Hope::None,
            Some("min_rate") => Hope::NotHere,
            // An address that may not be connected to, or a certificate.
            _ if error.kind() == ErrorKind::Connection && !error.retryable() => Hope::NotHere,
            _ => Hope::Passing,
        };
        Self { error, hope }
    }
}

impl From<NoDataUrl> for Unopened {
    fn from(error: NoDataUrl) -> Self {
        Error::from(error).into()
    }
}

/// An address, and what is known of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named<'a> {
    pub(crate) url: &'a str,
    pub(crate) by: NamedBy,
    /// Sends the credential along if the address is on the API's own origin.
    pub(crate) authorize: bool,
}

/// The hint where an address was refused that got no credential.
const NO_CREDENTIAL: &str = "The address may have expired. It needs no credential, and none was \
     sent: resume the job by its id, for a fresh one.";

impl Client {
    /// Opens what follows `part` of a file, also when the server answers with its address
    /// instead, in JSON (`docs/wire/openai.md` §4) or as text.
    pub(crate) async fn open_media(
        &self,
        address: Named<'_>,
        part: Part<'_>,
    ) -> Result<Opened, Unopened> {
        let mut opened = Box::pin(self.open_once(address, part)).await?;
        let Opened::Stream(stream) = &mut opened else {
            return Ok(opened);
        };
        if stream.start > 0 {
            return Ok(opened);
        }
        let head = self.peek(stream, 1).await?;
        let value = match head.trim_ascii_start().first() {
            Some(b'{' | b'[') => Reply::new(http::StatusCode::OK, http::HeaderMap::new(), head)
                .value()
                .ok(),
            // The address alone.
            Some(b'h') => lone_address(&head),
            _ => None,
        };
        match value.as_ref().and_then(address_in) {
            Some(url) => {
                let url = &resolve(self.base_url(), &url).unwrap_or(url);
                let by = NamedBy::Server;
                let address = Named { url, by, ..address };
                Box::pin(self.open_once(address, part)).await
            }
            None => Ok(opened),
        }
    }

    /// Opens a file from its beginning.
    pub(crate) async fn open_whole(
        &self,
        url: &str,
        by: NamedBy,
        authorize: bool,
    ) -> Result<MediaStream> {
        let address = Named { url, by, authorize };
        let opened = Box::pin(self.open_once(address, Part::default())).await;
        match opened.map_err(|unopened| unopened.error)? {
            Opened::Stream(stream) => Ok(stream),
            Opened::IsWhole | Opened::Restart => Err(Error::new(
                ErrorKind::UnexpectedResponse,
                "the server answers a part of the file that was not asked for",
            )),
        }
    }

    /// Requests what follows `part` of a file from an address. The credential goes along
    /// to the API's own origin alone, where it is renewed when the server refuses it.
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
        let mut part = part;
        loop {
            let mut request = media_request(&url, part)?;
            let token = match own {
                true => self.token(refused.as_ref()).await?,
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
                proxy: self
                    .inner
                    .proxies
                    .choose(false, url.as_str())
                    .map(Into::into),
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
            // A server that does not know ranges may refuse the request for one.
            if part.length > 0 && refuses_ranges(status) {
                part = Part::default();
                continue;
            }
            if !status.is_success() && status != http::StatusCode::RANGE_NOT_SATISFIABLE {
                let from_api = own && response.extensions().get::<ElsewhereNow>().is_none();
                let (head, body) = response.into_parts();
                let body = self.within(limit, read(body, MAX_ERROR)).await;
                let body = body.and_then(Result::ok).unwrap_or_default();
                let error = failure(&Reply::new(head.status, head.headers, body).in_utf8());
                let may_renew = from_api && refused.is_none() && self.inner.account.can_renew();
                if may_renew && error.kind() == ErrorKind::Authentication {
                    refused = token;
                    continue;
                }
                // The target of a redirect is not the API.
                let error = if from_api { error } else { error.unstated() };
                let refused = matches!(
                    error.kind(),
                    ErrorKind::Authentication | ErrorKind::Permission
                );
                return Err(match refused && token.is_none() {
                    true => error.with_hint(NO_CREDENTIAL).with_retryable(true).into(),
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

    /// The access token, if there is one; another than `refused`.
    async fn token(&self, refused: Option<&Secret>) -> Result<Option<Secret>, Unopened> {
        let token = self.inner.account.access_token(self, refused).await;
        token.map_err(|error| match is_final(error.kind()) {
            true => Unopened::finally(error),
            false => error.into(),
        })
    }

    /// Parses an address as a URL; one without a host is the API's.
    pub(crate) fn address(&self, url: &str) -> Result<Url> {
        let base = Url::parse(self.base_url());
        base.and_then(|base| base.join(url.trim()))
            .ok()
            .filter(Url::has_host)
            .ok_or_else(|| {
                Error::new(
                    ErrorKind::UnexpectedResponse,
                    "the file's address is not valid",
                )
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
    headers.insert(
        "accept-encoding",
        http::HeaderValue::from_static("identity"),
    );
    if part.length > 0 {
        let range = format!("bytes={}-", part.length);
        headers.insert("range", range.parse().expect("digits are a header value"));
        if let Some(validator) = part.validator.and_then(|text| text.parse().ok()) {
            headers.insert("if-range", validator);
        }
    }
    Ok(request)
}

fn same_origin(one: &str, other: &str) -> bool {
    match (Url::parse(one), Url::parse(other)) {
        (Ok(one), Ok(other)) => one.origin() == other.origin(),
        _ => false,
    }
}

/// True for statuses with which servers refuse a range that they would serve whole.
fn refuses_ranges(status: http::StatusCode) -> bool {
    matches!(status.as_u16(), 400 | 403 | 405 | 412 | 500 | 501)
}
