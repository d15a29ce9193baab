//! A host over real sockets whose clock moves only when nothing else can happen.
//!
//! Requests go to the simulator as the native host sends them. Sleeping waits for the
//! virtual clock; [`Clock::advance`] moves it, and the simulator's with it, to the next
//! moment at which anybody wants to wake, once every request under way is held up by a
//! fault. So half an hour of polling takes a moment, and a stall takes none.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use futures_lite::Stream;
use smol::Executor;
use sorakit::api::{Body, Timestamp};
use sorakit::host::{ByteStream, Host, NativeHost, NativeOptions, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError, solve};
use sorakit_simulator::Simulator;

/// The virtual clock of a client and its simulator.
#[derive(Clone)]
pub struct Clock {
    shared: Arc<Shared>,
}

struct Shared {
    simulator: Arc<Simulator>,
    state: Mutex<State>,
    /// Requests, or bodies, that somebody waits for.
    waiting: AtomicUsize,
    executor: Arc<Executor<'static>>,
}

#[derive(Default)]
struct State {
    now: Duration,
    /// Who sleeps until when.
    sleepers: BTreeMap<(Duration, u64), Waker>,
    next: u64,
    random: u64,
    /// The caller's time of day at the beginning, in milliseconds.
    start: i64,
}

impl Clock {
    pub fn new(simulator: Arc<Simulator>, executor: Arc<Executor<'static>>) -> Self {
        let state = State {
            start: simulator.now().as_millisecond(),
            ..State::default()
        };
        let shared = Shared {
            simulator,
            state: Mutex::new(state),
            waiting: AtomicUsize::new(0),
            executor,
        };
        Self {
            shared: Arc::new(shared),
        }
    }

    /// A host on this clock.
    pub fn host(&self) -> VirtualHost {
        let native = NativeHost::new(NativeOptions::default());
        VirtualHost {
            native: Arc::new(native.expect("a host without special options")),
            clock: self.clone(),
        }
    }

    /// How much time has passed.
    pub fn now(&self) -> Duration {
        self.state().now
    }

    /// Sets the caller's time of day on or back. Nobody is woken by it.
    pub fn jump(&self, seconds: i64) {
        self.state().start += seconds * 1000;
    }

    /// Whether something can happen before time passes.
    pub fn stands(&self) -> Stands {
        let held = self.shared.simulator.engine().clock.held();
        match held.cmp(&self.shared.waiting.load(Ordering::SeqCst)) {
            std::cmp::Ordering::Less => Stands::Not,
            std::cmp::Ordering::Equal => Stands::Still,
            std::cmp::Ordering::Greater => Stands::Perhaps,
        }
    }

    /// Completes after `duration`.
    pub fn sleep(&self, duration: Duration) -> impl Future<Output = ()> + use<> {
        Sleep {
            clock: self.clone(),
            duration,
            at: None,
        }
    }

    /// Whether nothing at all is asked for.
    pub fn is_quiet(&self) -> bool {
        self.shared.waiting.load(Ordering::SeqCst) == 0
    }

    /// Moves on to the next moment at which somebody wakes; false if nobody sleeps.
    pub fn advance(&self) -> bool {
        let server = self.shared.simulator.engine().clock.next_wake();
        let mut state = self.state();
        let client = state
            .sleepers
            .keys()
            .next()
            .map(|(at, _)| at.saturating_sub(state.now));
        let Some(step) = client.into_iter().chain(server).min() else {
            return false;
        };
        // A step of nothing would not wake those who wait for a moment to be over.
        let step = step.max(Duration::from_millis(1));
        state.now += step;
        let now = state.now;
        while let Some(entry) = state.sleepers.first_entry() {
            if entry.key().0 > now {
                break;
            }
            entry.remove().wake();
        }
        drop(state);
        self.shared.simulator.advance(step);
        true
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared
            .state
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

/// Whether the clock may be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// A request is under way.
    Not,
    /// All that was asked for is held up by a fault, or nothing was.
    Still,
    /// More is held up than anybody waits for: the simulator has not noticed yet that
    /// somebody went, or nobody reads an answer at the moment.
    Perhaps,
}

/// A host for one client.
#[derive(Clone)]
pub struct VirtualHost {
    native: Arc<NativeHost>,
    clock: Clock,
}

impl Host for VirtualHost {
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let answer = self.native.send(request, options);
        let clock = self.clock.clone();
        Box::pin(async move {
            let answer = Counted {
                inner: answer,
                waits: Waits::new(&clock),
            }
            .await?;
            Ok(answer.map(|body| -> ByteStream {
                Box::pin(Counted {
                    inner: body,
                    waits: Waits::new(&clock),
                })
            }))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(self.clock.sleep(duration))
    }

    fn now(&self) -> Timestamp {
        let state = self.clock.state();
        let passed = i64::try_from(state.now.as_millis()).unwrap_or(i64::MAX);
        Timestamp::from_millis(state.start.saturating_add(passed))
    }

    fn monotonic(&self) -> Duration {
        self.clock.now()
    }

    fn random(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let mut state = self.clock.state();
            // A linear congruence is random enough where everything has to repeat itself.
            state.random = state
                .random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            *byte = (state.random >> 33) as u8;
        }
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.clock.shared.executor.spawn(future).detach();
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        Box::pin(async move { solve(&challenge, &config, limits) })
    }
}

/// Counts itself as long as it was polled and has not come to anything.
struct Waits {
    clock: Clock,
    counted: bool,
}

impl Waits {
    fn new(clock: &Clock) -> Self {
        Self {
            clock: clock.clone(),
            counted: false,
        }
    }

    fn set(&mut self, waits: bool) {
        let waiting = &self.clock.shared.waiting;
        match (self.counted, waits) {
            (false, true) => waiting.fetch_add(1, Ordering::SeqCst),
            (true, false) => waiting.fetch_sub(1, Ordering::SeqCst),
            _ => 0,
        };
        self.counted = waits;
    }
}

impl Drop for Waits {
    fn drop(&mut self) {
        self.set(false);
    }
}

struct Counted<T> {
    inner: T,
    waits: Waits,
}

impl<T: Future + Unpin> Future for Counted<T> {
    type Output = T::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T::Output> {
        // Before it is polled: the answer may come while it is.
        self.waits.set(true);
        let polled = Pin::new(&mut self.inner).poll(context);
        if polled.is_ready() {
            self.waits.set(false);
        }
        polled
    }
}

impl Stream for Counted<ByteStream> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.waits.set(true);
        let polled = self.inner.as_mut().poll_next(context);
        if polled.is_ready() {
            self.waits.set(false);
        }
        polled
    }
}

struct Sleep {
    clock: Clock,
    duration: Duration,
    at: Option<(Duration, u64)>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let clock = self.clock.clone();
        let mut state = clock.state();
        let key = match self.at {
            Some(key) => key,
            None => {
                state.next += 1;
                (state.now.saturating_add(self.duration), state.next)
            }
        };
        if key.0 <= state.now {
            self.at = None;
            return Poll::Ready(());
        }
        state.sleepers.insert(key, context.waker().clone());
        self.at = Some(key);
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(key) = self.at {
            self.clock.state().sleepers.remove(&key);
        }
    }
}
