//! The inputs with which an operation encodes itself: addresses, credential, profile.

use std::sync::LazyLock;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::fields::fields_of;
use super::fields::plain_text;
use super::meta::{Auth, Meta, Method, Service};
use super::{Body, Part};
use crate::model::{Error, ErrorKind, Result, Secret};
use sorakit_sentinel::profile::Profile;

/// The base URL of each service. Paths are appended; a `/v1` at the end of the base is
/// not doubled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseUrls {
    /// The dialect's API.
    pub api: String,
    /// The web application's root.
    pub web: String,
    /// The host of the Sentinel challenge.
    pub sentinel: String,
    /// The token endpoint's host.
    pub oauth: String,
    /// The caller's own link service, if any.
    pub links: Option<String>,
}

impl BaseUrls {
    /// Joins a path to a service's base URL.
    pub fn join(&self, service: Service, path: &str) -> Result<String> {
        let base = match service {
            Service::Api => &self.api,
            Service::Web => &self.web,
            Service::Sentinel => &self.sentinel,
            Service::Oauth => &self.oauth,
            Service::Links => self.links.as_ref().ok_or_else(|| {
                Error::new(ErrorKind::Configuration, "no link service is configured")
                    .with_hint("Give the address of your own service as `links_url`.")
            })?,
        };
        let base = base.trim_end_matches('/');
        // What stands beside `/v1`: another version, the gateway's admin API, and what it
        // says of itself.
        let beside = ["/v1/", "/v1beta/", "/v2/", "/api/", "/openapi.json"];
        let base = match base.strip_suffix("/v1") {
            Some(shorter) if beside.iter().any(|root| path.starts_with(root)) => shorter,
            _ => base,
        };
        // Below a base of a later version, such as `/api/v3`, the paths are that version's.
        let path = match is_later_version(base) {
            true => path.strip_prefix("/v1").unwrap_or(path),
            false => path,
        };
        Ok(format!("{base}{path}"))
    }
}

fn is_later_version(base: &str) -> bool {
    let version = base.rsplit_once("/v").map(|(_, version)| version);
    version.is_some_and(|version| version.parse::<u8>().is_ok_and(|version| version > 2))
}

/// Everything outside its own fields that an operation's request is made from. The driver
/// fills it; the operation looks nothing up.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The base URLs of the services.
    pub urls: &'a BaseUrls,
    /// The access token, API key or admin token, as the operation's `auth` asks.
    pub credential: Option<&'a Secret>,
    /// The browser or app that the requests appear to come from.
    pub profile: &'a Profile,
    /// The device id (a UUID), the same in all requests of an account.
    pub device_id: &'a str,
    /// The Sentinel token, where the operation needs one.
    pub sentinel: Option<&'a str>,
    /// Random text for a form's boundary.
    pub boundary: &'a str,
}

/// Characters to escape in a path segment or a query value.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

impl<'a> Context<'a> {
    /// Addresses, credential and profile for examples and tests.
    pub fn example() -> Context<'static> {
        static URLS: LazyLock<BaseUrls> = LazyLock::new(|| BaseUrls {
            api: "https://sora.example/backend".into(),
            web: "https://sora.example".into(),
            sentinel: "https://chat.example".into(),
            oauth: "https://auth.example".into(),
            links: Some("https://links.example".into()),
        });
        static CREDENTIAL: LazyLock<Secret> = LazyLock::new(|| "test-token".into());
        static PROFILE: LazyLock<Profile> = LazyLock::new(Profile::default);
        Context {
            urls: &URLS,
            credential: Some(&CREDENTIAL),
            profile: &PROFILE,
            device_id: "550e8400-e29b-41d4-a716-446655440000",
            sentinel: Some("{\"p\":\"gAAAAABtest~S\"}"),
            boundary: "----sorakit-boundary",
        }
    }

    pub(super) fn usual(
        &self,
        meta: &Meta,
        fields: Map<String, Value>,
    ) -> Result<http::Request<Body>> {
        let (mut path, rest) = fill_path(meta, fields)?;
        let in_query = matches!(meta.method, Method::Get | Method::Delete);
        if in_query || rest.is_empty() {
            push_query(&mut path, &rest);
            return self.build(meta, &path, None, Body::empty());
        }
        self.json(meta, &path, &Value::Object(rest))
    }

    pub(super) fn json(
        &self,
        meta: &Meta,
        path: &str,
        body: &Value,
    ) -> Result<http::Request<Body>> {
        let bytes = serde_json::to_vec(body)
            .map_err(|error| Error::new(ErrorKind::InvalidInput, error.to_string()))?;
        self.build(meta, path, Some("application/json"), Body::bytes(bytes))
    }

    pub(super) fn build(
        &self,
        meta: &Meta,
        path: &str,
        content_type: Option<&str>,
        body: Body,
    ) -> Result<http::Request<Body>> {
        let mut request = http::Request::builder()
            .method(http::Method::from(meta.method))
            .uri(self.urls.join(meta.service, path)?)
            .header("accept", "application/json");
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        match meta.auth {
            // A server without keys is sent no header.
            Auth::Bearer if self.credential.is_none() => {}
            Auth::Bearer | Auth::Admin => {
                let credential = self.credential.ok_or_else(no_credential)?;
                request = request.header("authorization", bearer(credential)?);
            }
            Auth::SessionCookie | Auth::None => {}
        }
        if meta.sentinel {
            let token = self.sentinel.ok_or_else(|| {
                Error::new(ErrorKind::Sentinel, "the operation needs a Sentinel token")
            })?;
            request = request.header("openai-sentinel-token", header_value("sentinel", token)?);
        }
        request.body(body).map_err(|error| {
            Error::new(
                ErrorKind::Configuration,
                format!("not a valid address: {error}"),
            )
            .caused_by(error)
        })
    }
}

/// Fills the operation's path with its parameters, and returns the remaining fields.
pub(super) fn fill_path(
    meta: &Meta,
    mut rest: Map<String, Value>,
) -> Result<(String, Map<String, Value>)> {
    let mut path = String::with_capacity(meta.path.len() + 24);
    for (index, piece) in meta.path.split('{').enumerate() {
        let Some((name, after)) = piece.split_once('}').filter(|_| index > 0) else {
            path.push_str(piece);
            continue;
        };
        let value = plain_text(&rest.shift_remove(name).unwrap_or(Value::Null)).unwrap_or_default();
        // As it was read from a file, with the end of its line.
        let value = value.trim();
        // A dot segment would climb out of the path when the URL is parsed.
        if value.is_empty() || value == "." || value == ".." {
            return Err(Error::invalid(name, "must not be empty, `.` or `..`"));
        }
        path.extend(utf8_percent_encode(value, ESCAPED));
        path.push_str(after);
    }
    Ok((path, rest))
}

pub(super) fn push_query(path: &mut String, query: &Map<String, Value>) {
    let mut separator = '?';
    for (name, value) in query {
        if let Some(text) = plain_text(value) {
            path.push(separator);
            path.push_str(name);
            path.push('=');
            path.extend(utf8_percent_encode(&text, ESCAPED));
            separator = '&';
        }
    }
}

fn no_credential() -> Error {
    Error::new(ErrorKind::Authentication, "no credential is given")
        .with_hint("Give an access token, an API key, a session token or a refresh token.")
}

fn bearer(credential: &Secret) -> Result<http::HeaderValue> {
    let mut value = http::HeaderValue::from_str(&format!("Bearer {}", credential.expose()))
        .map_err(|_| Error::invalid("token", "must be printable ASCII without line breaks"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Makes a header value that is not written to logs.
pub(crate) fn header_value(field: &str, text: &str) -> Result<http::HeaderValue> {
    let mut value = http::HeaderValue::from_str(text)
        .map_err(|_| Error::invalid(field, "must be printable ASCII without line breaks"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The fields of an operation as the text parts of a form. Lists and objects are written
/// as JSON; `null` is left out.
pub(crate) fn form_fields<T: Serialize>(fields: &T) -> Result<Vec<Part>> {
    let fields = fields_of(fields)?;
    let texts = fields
        .iter()
        .filter_map(|(name, value)| Some(Part::text(name, plain_text(value)?)));
    Ok(texts.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_at_the_end_of_the_base_is_not_doubled() {
        let mut urls = Context::example().urls.clone();
        urls.api = "http://127.0.0.1:8000/v1/".into();
        let join = |path| urls.join(Service::Api, path).unwrap();
        assert_eq!(join("/v1/videos"), "http://127.0.0.1:8000/v1/videos");
        assert_eq!(join("/api/tokens"), "http://127.0.0.1:8000/api/tokens");
        assert_eq!(join("/v2/videos"), "http://127.0.0.1:8000/v2/videos");
        assert_eq!(join("/sora/videos"), "http://127.0.0.1:8000/v1/sora/videos");
        urls.api = "https://a.example/api/v3".into();
        let url = urls.join(Service::Api, "/v1/videos").unwrap();
        assert_eq!(url, "https://a.example/api/v3/videos");
    }
}
