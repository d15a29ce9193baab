//! A whole answer, read and bounded.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answer::{self, About};
use super::excerpt::excerpt;
use super::given::plainly;
use super::{json, location};
use crate::lock::lock;
use crate::model::text::{no_json, unsigned};
use crate::model::{Error, ErrorKind, Result};

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
    /// The base URL of the server, to which addresses without a host are relative.
    base: Option<String>,
    /// The job that was polled.
    job: Option<String>,
    /// Long texts that were kept out of the body. Whoever needs one last takes it.
    long: Arc<Mutex<Vec<Option<String>>>>,
    is_brief: bool,
    /// The address that answered, when a redirect led there.
    landed: Option<String>,
}

impl Reply {
    /// Makes an answer of these parts.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
            base: None,
            job: None,
            long: Arc::default(),
            is_brief: false,
            landed: None,
        }
    }

    /// Leaves long texts out of everything but a job's `raw`, for one who needs no more.
    #[must_use]
    pub(crate) fn briefly(mut self) -> Self {
        self.is_brief = true;
        self
    }

    pub(crate) fn is_brief(&self) -> bool {
        self.is_brief
    }

    /// Adds the long texts that were kept out of the body.
    #[must_use]
    pub(crate) fn with_long_texts(self, texts: Vec<String>) -> Self {
        *lock(&self.long) = texts.into_iter().map(Some).collect();
        self
    }

    /// Puts copies of the long texts into a value of this answer.
    pub(crate) fn copy_long_texts(&self, value: &mut Value) {
        let texts = lock(&self.long);
        if !texts.is_empty() {
            json::put_back(value, &mut |number| texts.get(number)?.clone());
        }
    }

    /// Puts the long texts into a value of this answer. They are gone from here.
    pub(crate) fn move_long_texts(&self, value: &mut Value) {
        let mut texts = lock(&self.long);
        if !texts.is_empty() {
            json::put_back(value, &mut |number| texts.get_mut(number)?.take());
        }
    }

    /// Sets the address that a redirect led to.
    #[must_use]
    pub(crate) fn landed_at(mut self, address: Option<String>) -> Self {
        self.landed = address;
        self
    }

    /// The address that answered, when a redirect led there.
    pub(crate) fn landed(&self) -> Option<&str> {
        self.landed.as_deref()
    }

    /// Converts a body that states another encoding to UTF-8: gateways in China send GBK. A
    /// body that is not valid in its stated encoding stays as it is.
    #[must_use]
    pub(crate) fn in_utf8(mut self) -> Self {
        let charset = self
            .header("content-type")
            .and_then(charset)
            .map(ToOwned::to_owned);
        if let Some(charset) = charset
            // UTF-16 may be valid UTF-8 with zeros in it.
            && (std::str::from_utf8(&self.body).is_err() || self.body.contains(&0))
            && let Some(text) = decoded(&charset, &self.body)
        {
            self.body = text.into();
        }
        self
    }

    /// Sets what was requested: from which server, and about which job. An answer that
    /// names no job is then this one's.
    #[must_use]
    pub fn asked(mut self, base: &str, job: Option<&str>) -> Self {
        self.base = Some(base.to_owned());
        self.job = job.map(Into::into);
        self
    }

    /// The base URL of the server.
    pub(crate) fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The job that was polled.
    pub(crate) fn asked_job(&self) -> Option<&str> {
        self.job.as_deref()
    }

    /// The job that an answer about a single job refers to.
    pub(crate) fn about(&self) -> About<'_> {
        self.asked_job().map_or(About::Begun, About::Job)
    }

    /// Reads the body as JSON, whatever its content type: relays send JSON as `text/plain`
    /// (`docs/wire/relay.md` §1). An empty body reads as `null`, and text that is not quite
    /// JSON is read where its meaning is plain.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        // By way of a value, so that each type is compiled for one deserializer.
        self.read(self.value()?)
    }

    /// Reads a type from the value of the body.
    pub(crate) fn read<T: DeserializeOwned>(&self, value: Value) -> Result<T> {
        serde_json::from_value(value).map_err(|error| self.lacks(&error))
    }

    /// Returns the body as a JSON value, read as [`json`](Self::json) reads it.
    pub fn value(&self) -> Result<Value> {
        json::read(&self.body).map_err(|error| self.unreadable(&error))
    }

    /// Returns the body as a JSON value, where it may be several texts about one job.
    pub(crate) fn job_value(&self) -> Result<Value> {
        answer::text_of(&self.body, self.about()).map_err(|error| self.unreadable(&error))
    }

    /// Returns the body as text.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The value of a header, when it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The server's id of the request, under whichever name it has one.
    pub fn request_id(&self) -> Option<&str> {
        REQUEST_ID.iter().find_map(|name| self.header(name))
    }

    /// The new job that the headers name, in the answer to a request that may have begun one.
    pub(crate) fn new_job(&self) -> Option<String> {
        // A redirect that follows an accepted form leads to what it made.
        let leads = matches!(self.status.as_u16(), 302 | 303);
        let is_new = self.job.is_none() && (self.status.is_success() || leads);
        is_new.then(|| location::new_job(&self.headers)).flatten()
    }

    /// True if the body is a complete object or list, whatever its stated length, or holds
    /// an event that is whole.
    pub(crate) fn is_one_text(&self) -> bool {
        let begins = self.body.trim_ascii_start();
        let is_text = self.begins_as_json();
        let is_events = [&b"data:"[..], b"event:", b"id:", b":"]
            .iter()
            .any(|field| begins.starts_with(field));
        (is_text || is_events) && self.value().is_ok()
    }

    /// True if the body begins as an object or a list, whether or not it ends as one.
    pub(crate) fn begins_as_json(&self) -> bool {
        matches!(self.body.trim_ascii_start().first(), Some(b'{' | b'['))
    }

    /// The value of a body that was cut off or is broken, as far as it is whole.
    pub(crate) fn remains(&self) -> Option<Value> {
        json::remains(&self.body).into_iter().next()
    }

    /// True if the answer names this job.
    pub(crate) fn names(&self, job: &str) -> bool {
        let read = self.value().ok();
        let read = read.and_then(|value| answer::read(&value, About::Job(job)));
        read.is_some_and(|read| read.id.as_deref() == Some(job))
    }

    /// Adds to an error what this answer still tells of a request that may have been paid
    /// for: the job that it names, the id of the request, and what it says, unless the
    /// error already says so.
    pub(crate) fn traced_in(&self, mut error: Error) -> Error {
        if error.status().is_none() {
            error = error.with_status(self.status.as_u16());
        }
        if error.request_id().is_none()
            && let Some(id) = self.request_id()
        {
            error = error.with_request_id(id);
        }
        let job = answer::named_in(&self.body).or_else(|| self.new_job());
        let tells = job.is_some() || self.status.is_success();
        if let Some(job) = job {
            error = error.with_job(job).with_hint(
                "The answer names a job: look how it stands, or resume it by its id, before you \
                 send it again.",
            );
        }
        // Where the new thing is, when that is all that is said.
        if tells
            && self.body.trim_ascii().len() <= 2
            && let Some(location) = self.header("location")
        {
            return error.saying(&format!("; it states the address {}", unsigned(location)));
        }
        match tells && !self.body.trim_ascii().is_empty() && !error.reason().contains(QUOTES) {
            true => error.saying(&format!("{QUOTES}{}", excerpt(&self.body))),
            false => error,
        }
    }

    /// The error of an answer that should hold images.
    pub(crate) fn shows_no_image(&self) -> Error {
        self.unexpected("the server answers without an image".to_owned())
    }

    /// The error of an answer that should be a job.
    pub(crate) fn says_nothing_of_a_job(&self) -> Error {
        let what = "the answer names no job".to_owned();
        self.unexpected(what)
    }

    /// The error of an answer that is JSON, but not as documented.
    pub(crate) fn lacks(&self, error: &serde_json::Error) -> Error {
        self.unexpected(format!(
            "the answer lacks what the operation documents: {}",
            plainly(error)
        ))
    }

    /// The error of a body that could not be read.
    fn unreadable(&self, error: &serde_json::Error) -> Error {
        match looks_like_html(&self.body) {
            true => self.unexpected("the server answered a web page instead of JSON".to_owned()),
            false => self.unexpected(format!("the answer is not valid JSON: {}", no_json(error))),
        }
    }

    /// The error of an unexpected answer, with its beginning: an answer that cannot be read
    /// may hold the only trace of what was paid for.
    pub(crate) fn unexpected(&self, what: String) -> Error {
        let what = match self.body.trim_ascii().is_empty() || looks_like_html(&self.body) {
            true => what,
            false => format!("{what}{QUOTES}{}", excerpt(&self.body)),
        };
        let error = Error::new(ErrorKind::UnexpectedResponse, what)
            .with_status(self.status.as_u16())
            .with_hint("Check that the base URL and the dialect are the server's.");
        match self.request_id() {
            Some(id) => error.with_request_id(id),
            None => error,
        }
    }
}

/// The encoding that a content type states.
fn charset(content_type: &str) -> Option<&str> {
    let mut parameters = content_type.split(';').skip(1);
    parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })
}

#[cfg(not(target_family = "wasm"))]
fn decoded(charset: &str, body: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes())?;
    let body = encoding_rs::Encoding::for_bom(body).map_or(body, |(_, length)| &body[length..]);
    let text = encoding.decode_without_bom_handling_and_without_replacement(body)?;
    Some(text.into_owned())
}

/// A browser knows encodings, and tables of them are large.
#[cfg(target_family = "wasm")]
fn decoded(_charset: &str, _body: &[u8]) -> Option<String> {
    None
}

/// The words before an error's excerpt of an answer.
const QUOTES: &str = "; it says ";

/// The headers in which servers name a request.
const REQUEST_ID: &[&str] = &[
    "x-request-id",        // OpenAI, and most
    "x-oneapi-request-id", // new-api, one-api
    "request-id",
    "x-requestid",
    "x-ms-request-id",  // Azure
    "apim-request-id",  // Azure
    "x-amzn-requestid", // AWS
    "x-tt-logid",       // Volcengine
    "x-trace-id",
    "cf-ray", // Cloudflare
];

/// True if a body is a web page.
pub(crate) fn looks_like_html(body: &[u8]) -> bool {
    let head = &body[..body.len().min(1024)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    // What may stand before the page.
    for (begins, ends) in [("<?xml", "?>"), ("<!--", "-->"), ("<!--", "-->")] {
        if head.starts_with(begins) {
            head = head
                .split_once(ends)
                .map_or(head, |(_, after)| after)
                .trim_start();
        }
    }
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<meta",
        "<center>",
        "<h1",
    ]
    .iter()
    .any(|tag| head.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_read_in_the_encoding_that_it_states() {
        let read = |content_type: &str, body: &[u8]| {
            let mut headers = HeaderMap::new();
            headers.insert("content-type", content_type.parse().unwrap());
            let reply = Reply::new(StatusCode::OK, headers, body.to_vec()).in_utf8();
            reply.value().unwrap()["m"].clone()
        };
        let gbk = b"{\"m\":\"\xd3\xe0\xb6\xee\xb2\xbb\xd7\xe3\"}";
        for charset in ["gbk", "\"GB2312\"", "gb18030"] {
            let content_type = format!("application/json; charset={charset}");
            assert_eq!(read(&content_type, gbk), "余额不足");
        }
        let utf8 = "{\"m\":\"余额不足\"}".as_bytes();
        assert_eq!(read("application/json; charset=gbk", utf8), "余额不足");
        let wide: Vec<u8> = "{\"m\":\"a\"}"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(read("application/json; charset=utf-16le", &wide), "a");
        let marked = [&[0xff, 0xfe][..], &wide].concat();
        assert_eq!(read("application/json; charset=utf-16", &marked), "a");
        assert_eq!(
            read("application/json; charset=latin-9x", b"{\"m\":\"caf\xe9\"}"),
            "café"
        );
    }
}
