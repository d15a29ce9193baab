//! A file as an answer, or the address that a server answers in its place.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{address_in, lone_address};
use crate::api::answer::resolve;
use crate::api::{Body, Reply, refusal};
use crate::media::{MediaType, NotMedia};
use crate::model::{Error, ErrorKind, Result};

/// The answer of a `/content` endpoint: the file's bytes, or its address (`docs/wire/openai.md`
/// §4). Whole in memory and at most 32 MiB; a file that may be longer is
/// [opened as a stream](crate::Client::open_content), or
/// [downloaded](crate::Videos::download), which also resumes and checks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Content {
    /// The MIME type, by content.
    pub content_type: Option<String>,
    /// The bytes, in JSON as base64; absent when the server answered an address.
    #[serde(default, serialize_with = "write", deserialize_with = "read")]
    #[schemars(with = "Option<String>", extend("contentEncoding" = "base64"))]
    pub data: Option<Bytes>,
    /// The address of the file, if the server answered with one.
    #[serde(default)]
    pub url: Option<String>,
}

impl Content {
    /// Reads a file, an address in JSON, or the error that takes its place.
    pub(crate) fn decode(reply: &Reply) -> Result<Self> {
        if let Some(media_type) = MediaType::sniff(&reply.body) {
            return Ok(Self {
                content_type: Some(media_type.mime().to_owned()),
                data: Some(reply.body.clone()),
                url: None,
            });
        }
        let value = reply.value().ok().or_else(|| lone_address(&reply.body));
        if let Some(url) = value.as_ref().and_then(address_in) {
            return Ok(Self {
                content_type: None,
                data: None,
                url: Some(match reply.base().and_then(|base| resolve(base, &url)) {
                    Some(whole) => whole,
                    None => url,
                }),
            });
        }
        Err(refusal(reply).unwrap_or_else(|| {
            let found = NotMedia::sniff(&reply.body);
            Error::new(
                ErrorKind::UnexpectedResponse,
                format!("the server sent {found} instead of a file"),
            )
        }))
    }
}

/// A request that takes any kind of answer.
pub(crate) fn accept_any(mut request: http::Request<Body>) -> http::Request<Body> {
    let any = http::HeaderValue::from_static("*/*");
    request.headers_mut().insert("accept", any);
    request
}

fn write<S: Serializer>(data: &Option<Bytes>, serializer: S) -> Result<S::Ok, S::Error> {
    data.as_ref()
        .map(|bytes| STANDARD.encode(bytes))
        .serialize(serializer)
}

fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Bytes>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    text.map(|text| STANDARD.decode(text).map(Bytes::from))
        .transpose()
        .map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_place_of_the_file_is_read_in_every_form() {
        let url = "https://cdn.example/1.mp4";
        for body in [
            format!(r#"{{"url":"{url}"}}"#),
            format!(r#"["{url}"]"#),
            format!("{url}\n"),
        ] {
            let reply = Reply::new(http::StatusCode::OK, http::HeaderMap::new(), body.clone());
            let content = Content::decode(&reply).unwrap_or_else(|error| panic!("{body}: {error}"));
            assert_eq!(content.url.as_deref(), Some(url), "{body}");
        }
    }
}
