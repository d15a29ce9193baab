//! The host: fetch, and the browser's other facilities.

use std::any::Any;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use js_sys::futures::{JsFuture, spawn_local};
use js_sys::{Array, Uint8Array};
use serde::Deserialize;
use sorakit::api::{Blob, Body, Segment, Source, Timestamp};
use sorakit::host::{ByteStream, Host, SendOptions, Taken, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};
use wasm_bindgen::{JsCast, JsValue};

use crate::blob::BrowserBlob;
use crate::failure::message;
use crate::forbidden;
use crate::platform::{EndOnDrop, Exchange, Platform};

/// Sends with fetch.
pub struct BrowserHost(pub Platform);

impl Host for BrowserHost {
    /// Sends a request. A browser hides where a redirect leads, so it follows by itself, and
    /// the answer here is a redirect to where that ended. It removes `Authorization` on the
    /// way to another origin, but nothing else that a request carries: one with such headers
    /// is not followed.
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let (head, body) = request.into_parts();
        let headers = Array::new();
        for (name, value) in &head.headers {
            if !forbidden::OWN.contains(&name.as_str()) {
                headers.push(&name.as_str().into());
                headers.push(&String::from_utf8_lossy(value.as_bytes()).as_ref().into());
            }
        }
        let carries = ["oai-device-id", "openai-sentinel-token"];
        let follow = head.method == Method::GET
            && body.is_empty()
            && !carries.iter().any(|name| head.headers.contains_key(*name));
        let length = body.len();
        let parts = (!body.is_empty()).then(|| parts(&body));
        let exchange = EndOnDrop(self.0.send(
            head.method.as_str(),
            &head.uri.to_string(),
            headers,
            parts,
            follow,
        ));
        Box::pin(async move {
            let done = exchange.0.done();
            JsFuture::from(done).await.map_err(broken)?;
            if let Some(on_sent) = options.on_sent {
                on_sent.sent(length);
            }
            let mut response = http::Response::new(());
            *response.status_mut() =
                http::StatusCode::from_u16(exchange.0.status()).unwrap_or_default();
            *response.headers_mut() = read_headers(&exchange.0);
            Ok(response.map(|()| chunks(exchange)))
        })
    }

    fn check(&self, request: &http::Request<Body>) -> sorakit::Result<()> {
        forbidden::check(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let task = EndOnDrop(self.0.sleep(duration.as_secs_f64() * 1000.0));
        Box::pin(async move {
            // A timer cannot fail.
            let _ = JsFuture::from(task.0.done()).await;
        })
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.now() as i64)
    }

    fn monotonic(&self) -> Duration {
        Duration::try_from_secs_f64(self.0.monotonic() / 1000.0).unwrap_or_default()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.0.random(bytes.len() as u32).copy_to(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        spawn_local(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        if let Err(error) = limits.check(&challenge) {
            return Box::pin(std::future::ready(Err(error)));
        }
        let task = EndOnDrop(self.0.solve(
            &crate::failure::write(&challenge),
            &config.to_json(),
            limits.max_tries as f64,
            limits.max_time.as_secs_f64(),
            u32::try_from(limits.threads).unwrap_or(u32::MAX),
        ));
        Box::pin(async move {
            let unsolved = |reason: &JsValue| SolveError::Platform {
                reason: message(reason),
            };
            let solved = JsFuture::from(task.0.done()).await;
            let text = solved.map_err(|reason| unsolved(&reason))?.as_string();
            let solved: Solved = serde_json::from_str(&text.unwrap_or_default())
                .map_err(|error| unsolved(&error.to_string().into()))?;
            let elapsed = Duration::from_secs_f64(solved.elapsed_ms / 1000.0);
            Ok(Solution::new(solved.answer, solved.nonce, elapsed))
        })
    }
}

/// A solution, as the solver of `lib/pow` gives it.
#[derive(Deserialize)]
struct Solved {
    answer: String,
    nonce: u64,
    elapsed_ms: f64,
}

/// Converts a body for fetch: memory as bytes, files as they are.
fn parts(body: &Body) -> Array {
    let parts = Array::new();
    for segment in body.segments() {
        match segment {
            Segment::Bytes(bytes) | Segment::Source(Source::Bytes(bytes)) => {
                parts.push(&Uint8Array::from(bytes.as_ref()));
            }
            Segment::Source(Source::Blob(blob)) => {
                let blob: &dyn Blob = &**blob;
                if let Some(blob) = (blob as &dyn Any).downcast_ref::<BrowserBlob>() {
                    parts.push(&blob.0);
                }
            }
            // None was opened: a browser opens no paths.
            Segment::Source(Source::Path { .. }) => {}
        }
    }
    parts
}

fn read_headers(exchange: &Exchange) -> HeaderMap {
    let texts: Vec<_> = exchange.headers().iter().collect();
    let pairs = texts.chunks_exact(2).filter_map(|pair| {
        let name = HeaderName::from_bytes(pair[0].as_string()?.as_bytes()).ok()?;
        Some((name, HeaderValue::from_str(&pair[1].as_string()?).ok()?))
    });
    pairs.collect()
}

/// The body of an answer. Dropping it ends the transfer.
fn chunks(exchange: EndOnDrop<Exchange>) -> ByteStream {
    Box::pin(futures_util::stream::unfold(
        Some(exchange),
        |exchange| async {
            let exchange = exchange?;
            match JsFuture::from(exchange.0.next()).await {
                Ok(chunk) if chunk.is_undefined() => None,
                Ok(chunk) => {
                    let bytes: Bytes = chunk.unchecked_into::<Uint8Array>().to_vec().into();
                    Some((Ok(bytes), Some(exchange)))
                }
                Err(reason) => Some((Err(broken(reason)), None)),
            }
        },
    ))
}

/// The error of a broken request; a browser does not say how far it came.
fn broken(reason: JsValue) -> TransportError {
    TransportError {
        permanent: false,
        taken: Taken::Unknown,
        message: message(&reason),
    }
}
