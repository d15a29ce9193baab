//! A host over real sockets whose time runs faster, and whose time of day a test sets.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sorakit::api::{Body, Timestamp};
use sorakit::host::{ByteStream, Host, NativeHost, NativeOptions, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};

#[derive(Clone)]
pub(crate) struct Quick {
    native: Arc<NativeHost>,
    began: Instant,
    /// How many seconds pass in one.
    speed: u32,
    /// How far the time of day was set, in milliseconds.
    pub(crate) set_by: Arc<AtomicI64>,
    /// How many of the next requests go to a host that no resolver knows.
    pub(crate) unresolved: Arc<AtomicUsize>,
}

impl Quick {
    pub(crate) fn new(speed: u32) -> Self {
        Self {
            native: Arc::new(NativeHost::new(NativeOptions::default()).unwrap()),
            began: Instant::now(),
            speed,
            set_by: Arc::default(),
            unresolved: Arc::default(),
        }
    }
}

impl Host for Quick {
    fn send(
        &self,
        mut request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let fewer = |left: usize| left.checked_sub(1);
        let order = Ordering::SeqCst;
        if self.unresolved.fetch_update(order, order, fewer).is_ok() {
            // A label longer than names may have is refused by the resolver at once.
            let name = format!("http://{}.example{}", "x".repeat(64), request.uri().path());
            *request.uri_mut() = name.parse().unwrap();
        }
        self.native.send(request, options)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.native.sleep(duration / self.speed)
    }

    fn now(&self) -> Timestamp {
        let set_by = self.set_by.load(Ordering::SeqCst);
        Timestamp::from_millis(self.native.now().as_millis() + set_by)
    }

    fn monotonic(&self) -> Duration {
        self.began.elapsed() * self.speed
    }

    fn random(&self, bytes: &mut [u8]) {
        self.native.random(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.native.finish(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        self.native.solve(challenge, config, limits)
    }
}
