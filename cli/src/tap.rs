//! A host that lets others see what passes through it.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use http::HeaderMap;
use sorakit::api::{Body, Timestamp};
use sorakit::host::{ByteStream, Host, NativeHost, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};
use sorakit::{Error, Result};

/// Sees requests.
pub trait Tap: Send + Sync + 'static {
    /// A request is sent. What this gives is told of its answer, and dropped at its end.
    fn begin(&self, request: &http::Request<Body>) -> Box<dyn Exchange>;
}

/// Sees the answer to one request.
pub trait Exchange: Send + 'static {
    /// The head of the answer is there.
    fn answered(&mut self, status: u16, headers: &HeaderMap);
    /// A part of its body.
    fn part(&mut self, bytes: &[u8]);
    /// There is no answer, or no more of it.
    fn broke(&mut self, error: &TransportError);
}

/// The bundled host, with those who see what passes through it.
#[derive(Clone)]
pub struct Tapped {
    host: NativeHost,
    taps: Vec<Arc<dyn Tap>>,
}

impl Tapped {
    pub fn new(host: NativeHost, taps: Vec<Arc<dyn Tap>>) -> Self {
        Self { host, taps }
    }
}

impl Host for Tapped {
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let begun = self.taps.iter().map(|tap| tap.begin(&request));
        let mut seen: Vec<Box<dyn Exchange>> = begun.collect();
        let sent = self.host.send(request, options);
        Box::pin(async move {
            let response = match sent.await {
                Ok(response) => response,
                Err(error) => {
                    seen.iter_mut().for_each(|one| one.broke(&error));
                    return Err(error);
                }
            };
            let (status, headers) = (response.status().as_u16(), response.headers());
            for one in &mut seen {
                one.answered(status, headers);
            }
            Ok(response.map(|body| -> ByteStream {
                Box::pin(body.inspect(move |part| {
                    for one in &mut seen {
                        match part {
                            Ok(bytes) => one.part(bytes),
                            Err(error) => one.broke(error),
                        }
                    }
                }))
            }))
        })
    }

    fn check(&self, request: &http::Request<Body>) -> Result<(), Error> {
        self.host.check(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.host.sleep(duration)
    }

    fn now(&self) -> Timestamp {
        self.host.now()
    }

    fn monotonic(&self) -> Duration {
        self.host.monotonic()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.host.random(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.host.finish(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        self.host.solve(challenge, config, limits)
    }
}
