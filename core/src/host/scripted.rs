//! A host for tests: scripted answers and a clock that sleeping moves.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;

use super::{ByteStream, Host, SendOptions, TransportError};
use crate::model::{Body, Timestamp};
use crate::platform::BoxFuture;
use sorakit_sentinel::{Challenge, Config, Limits, Solution, SolveError, solve};

/// Answers requests from a script, and never touches the network or the clock.
///
/// Sleeping takes no time but advances the host's clocks; the time of day starts at
/// 2026-01-01, and can be [set](Self::set_now). Random bytes count up from zero. Cheap to
/// clone; clones share everything.
///
/// ```
/// use sorakit::api::sora::CheckQuota;
/// use sorakit::host::{Exchange, ScriptedHost};
/// use sorakit::{Client, Dialect, Options};
///
/// let host = ScriptedHost::new([Exchange::json(
///     200,
///     r#"{"rate_limit_and_credit_balance": {"estimated_num_videos_remaining": 27}}"#,
/// )]);
/// let options = Options {
///     dialect: Some(Dialect::Sora),
///     base_url: Some("https://gateway.example/backend".into()),
///     access_token: Some("eyJ.test.token".into()),
///     ..Options::default()
/// };
/// let client = Client::with_host(options, host.clone()).unwrap();
/// let quota = futures_lite::future::block_on(client.call(CheckQuota {})).unwrap();
/// assert_eq!(quota.rate_limit_and_credit_balance.estimated_num_videos_remaining, 27);
/// assert_eq!(host.requests()[0].uri().path(), "/backend/nf/check");
/// ```
#[derive(Clone)]
pub struct ScriptedHost {
    state: Arc<Mutex<State>>,
}

struct State {
    script: VecDeque<Exchange>,
    requests: Vec<http::Request<Bytes>>,
    proxies: Vec<Option<String>>,
    sleeps: Vec<Duration>,
    now: Timestamp,
    monotonic: Duration,
    random: u8,
}

/// One scripted answer.
#[derive(Debug, Clone)]
pub struct Exchange {
    outcome: Result<http::Response<Bytes>, TransportError>,
    breaks: Option<TransportError>,
}

impl Exchange {
    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        Self::answer(status, &[("content-type", "application/json")], body)
    }

    /// An answer with these headers and body.
    pub fn answer(status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        Self {
            outcome: Ok(response.body(body.into()).expect("a valid scripted answer")),
            breaks: None,
        }
    }

    /// No answer.
    pub fn fail(error: TransportError) -> Self {
        Self {
            outcome: Err(error),
            breaks: None,
        }
    }

    /// Makes the answer's body break off after its bytes.
    #[must_use]
    pub fn then_breaks(mut self, error: TransportError) -> Self {
        self.breaks = Some(error);
        self
    }
}

impl ScriptedHost {
    /// A host that gives these answers, in this order.
    pub fn new(script: impl IntoIterator<Item = Exchange>) -> Self {
        Self {
            state: Arc::new(Mutex::new(State {
                script: script.into_iter().collect(),
                requests: Vec::new(),
                proxies: Vec::new(),
                sleeps: Vec::new(),
                now: Timestamp::from_secs(1_767_225_600),
                monotonic: Duration::ZERO,
                random: 0,
            })),
        }
    }

    /// The requests so far, with their bodies.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// The proxy of each request so far.
    pub fn proxies(&self) -> Vec<Option<String>> {
        self.lock().proxies.clone()
    }

    /// The length of each sleep.
    pub fn sleeps(&self) -> Vec<Duration> {
        self.lock().sleeps.clone()
    }

    /// The number of answers left.
    pub fn remaining(&self) -> usize {
        self.lock().script.len()
    }

    /// Sets the time of day, as people do; no time passes.
    pub fn set_now(&self, now: Timestamp) {
        self.lock().now = now;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

impl Host for ScriptedHost {
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let (parts, body) = request.into_parts();
        let bytes = body.in_memory().unwrap_or_default();
        let mut state = self.lock();
        state.requests.push(http::Request::from_parts(parts, bytes));
        state.proxies.push(options.proxy);
        let next = state.script.pop_front();
        drop(state);
        Box::pin(async move {
            let exchange = next.expect("the script holds no further answer");
            let breaks = exchange.breaks;
            exchange.outcome.map(|response| {
                response.map(|bytes| -> ByteStream {
                    let items = std::iter::once(Ok(bytes)).chain(breaks.map(Err));
                    Box::pin(futures_util::stream::iter(items))
                })
            })
        })
    }

    // A sleep takes effect when it is awaited, so that a time limit that loses a race
    // against an answer advances nothing.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let host = self.clone();
        Box::pin(async move {
            let mut state = host.lock();
            state.sleeps.push(duration);
            state.now = state.now.after(duration);
            state.monotonic = state.monotonic.saturating_add(duration);
        })
    }

    fn now(&self) -> Timestamp {
        self.lock().now
    }

    fn monotonic(&self) -> Duration {
        self.lock().monotonic
    }

    fn random(&self, bytes: &mut [u8]) {
        let mut state = self.lock();
        for byte in bytes {
            *byte = state.random;
            state.random = state.random.wrapping_add(1);
        }
    }

    // The waiting caller drives it; a test that cancels sees the unfinished state.
    fn finish(&self, _: BoxFuture<'static, ()>) {}

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        Box::pin(async move { solve(&challenge, &config, limits) })
    }
}
