//! Telling of one request and its answer: to the observer, and to `tracing`.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::api::Body;
use crate::client::Client;
use crate::host::{ByteStream, TransportError};
use crate::model::Event;
use crate::model::text::{address, is_private, without_secrets};

/// The operation that a request belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named(pub(crate) &'static str);

/// A request that was told of. Dropped before its end, it says that nobody waits any more.
pub(crate) struct Exchange {
    client: Client,
    operation: Option<String>,
    method: String,
    url: String,
    began: Duration,
    ended: bool,
}

impl Exchange {
    /// Tells that a request is sent; `None` if nobody is told.
    pub(crate) fn begin(client: &Client, request: &http::Request<Body>) -> Option<Self> {
        if !client.is_observed() {
            return None;
        }
        let named = request.extensions().get::<Named>();
        let exchange = Self {
            client: client.clone(),
            operation: named.map(|named| named.0.to_owned()),
            method: request.method().to_string(),
            url: address(&request.uri().to_string()),
            began: client.monotonic(),
            ended: false,
        };
        client.tell(Event::Sending {
            operation: exchange.operation.clone(),
            method: exchange.method.clone(),
            url: exchange.url.clone(),
        });
        Some(exchange)
    }

    /// Tells what came of it.
    pub(crate) fn end(mut self, answer: &Result<http::Response<ByteStream>, TransportError>) {
        match answer {
            Ok(response) => {
                self.ended = true;
                self.client.tell(Event::Answered {
                    operation: self.operation.take(),
                    method: std::mem::take(&mut self.method),
                    url: std::mem::take(&mut self.url),
                    status: response.status().as_u16(),
                    headers: shown(response.headers()),
                    elapsed: self.elapsed(),
                });
            }
            Err(error) => self.unanswered(without_secrets(&error.message)),
        }
    }

    fn unanswered(&mut self, message: String) {
        self.ended = true;
        self.client.tell(Event::Unanswered {
            operation: self.operation.take(),
            method: std::mem::take(&mut self.method),
            url: std::mem::take(&mut self.url),
            message,
            elapsed: self.elapsed(),
        });
    }

    fn elapsed(&self) -> Duration {
        self.client.monotonic().saturating_sub(self.began)
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        // Whoever listens may be what panicked, and a second panic would end the process.
        if !self.ended && !std::thread::panicking() {
            self.unanswered("nobody waits for the answer any more".into());
        }
    }
}

/// The headers that may be seen. What is named as a secret is hidden, and so is the signature
/// of an address.
fn shown(headers: &http::HeaderMap) -> BTreeMap<String, String> {
    let mut shown = BTreeMap::<String, String>::new();
    for (name, value) in headers {
        if name == http::header::SET_COOKIE {
            continue;
        }
        // Limits count tokens that give no access.
        let counts = name.as_str().contains("limit");
        let value = match is_private(name.as_str()) && !counts {
            true => "…".into(),
            false => without_secrets(&String::from_utf8_lossy(value.as_bytes())),
        };
        let all = shown.entry(name.to_string()).or_default();
        if !all.is_empty() {
            all.push_str(", ");
        }
        all.push_str(&value);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_shown_without_what_gives_access() {
        let mut headers = http::HeaderMap::new();
        for (name, value) in [
            ("content-type", "application/json"),
            ("x-ratelimit-remaining-tokens", "12"),
            ("x-auth-token", "hidden"),
            ("set-cookie", "hidden"),
            ("location", "https://cdn.example/v.mp4?sig=hidden&se=2"),
            ("vary", "accept"),
            ("vary", "origin"),
        ] {
            headers.append(name, http::HeaderValue::from_static(value));
        }
        let shown = shown(&headers);
        assert!(!format!("{shown:?}").contains("hidden"), "{shown:?}");
        assert_eq!(shown["location"], "https://cdn.example/v.mp4?…");
        assert_eq!(shown["x-ratelimit-remaining-tokens"], "12");
        assert_eq!(shown["vary"], "accept, origin");
        assert_eq!(shown.len(), 5);
    }
}
