//! The host: all that sorakit needs from the outside.
//!
//! Send a request and stream its answer, sleep, tell the time of day and how much
//! time has passed, give random bytes; finish what must not stop half-way, and solve a proof of work where it
//! does not hold up anything else.
//! Nothing above this module knows a runtime or an HTTP library. Every decision
//! (retry, redirect, refresh, when to poll) is taken above it too, so that the
//! browser behaves as the native client does.

mod files;
mod network;
mod scripted;
mod spool;

#[cfg(not(target_family = "wasm"))]
mod decoding;
#[cfg(not(target_family = "wasm"))]
mod native;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod private_file;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use crate::model::{Body, Timestamp};
use crate::platform::{BoxFuture, BoxStream, MaybeSend, MaybeSync};
use sorakit_sentinel::{Challenge, Config, Limits, Solution, SolveError};

#[cfg(not(target_family = "wasm"))]
pub(crate) use decoding::decoded;
pub(crate) use files::{off_thread, open_file, open_here, read_file};
#[cfg(all(feature = "testing", not(target_family = "wasm")))]
#[doc(hidden)]
pub use native::at_work_elsewhere;
#[cfg(all(not(target_family = "wasm"), unix))]
pub(crate) use native::fork;
#[cfg(all(not(target_family = "wasm"), unix))]
pub use native::take_signal_as_default;
#[cfg(not(target_family = "wasm"))]
pub use native::{DRAIN_LIMIT, NativeHost, NativeOptions, drain};
#[cfg(not(target_family = "wasm"))]
pub(crate) use native::{Task, Unfinished, unblock};
pub use network::{Network, Reach, is_localhost};
pub use scripted::{Exchange, ScriptedHost};
pub(crate) use spool::Spool;

/// What sorakit needs from the platform.
pub trait Host: MaybeSend + MaybeSync + 'static {
    /// Sends a request and answers as soon as the head of the answer is there.
    /// Follows no redirect, retries nothing, adds no credential. Dropping the
    /// future, or the body, ends the exchange.
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>>;

    /// Refuses what this platform cannot send, before anything is sent, and says
    /// why and what to do instead. A browser keeps some headers to itself.
    fn check(&self, request: &http::Request<Body>) -> crate::Result<()> {
        let _ = request;
        Ok(())
    }

    /// Completes after `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// The time of day, which people and servers set: for what is said to them,
    /// and never for how long something took.
    fn now(&self) -> Timestamp;

    /// The time since a moment of the host's choosing, for durations and
    /// deadlines. It never goes back, whatever is done to the time of day, and
    /// runs with [`sleep`](Self::sleep).
    fn monotonic(&self) -> Duration;

    /// Fills `bytes` with random ones, fit for secrets.
    fn random(&self, bytes: &mut [u8]);

    /// Runs `future` to its end as a task that belongs to nobody: also when
    /// whoever began it is gone, or does not poll. For what must not stop
    /// half-way, as storing a token that was renewed, and for what several wait
    /// on, as a poll. A host may leave it to whoever waits, so whoever needs the
    /// result has to drive a clone of the future too.
    fn finish(&self, future: BoxFuture<'static, ()>);

    /// Solves a proof of work without holding up the caller's thread. Dropping
    /// the future ends the search.
    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>>;
}

/// What must not be cut off; a page cannot wait for it.
#[cfg(target_family = "wasm")]
pub(crate) struct Unfinished;

#[cfg(target_family = "wasm")]
impl Unfinished {
    pub(crate) fn begin() -> Self {
        Self
    }
}

/// The same answer: a browser has decoded it.
#[cfg(target_family = "wasm")]
pub(crate) fn decoded(response: http::Response<ByteStream>) -> http::Response<ByteStream> {
    response
}

/// A body as it arrives.
pub type ByteStream = BoxStream<'static, Result<Bytes, TransportError>>;

/// How one request is sent.
#[derive(Clone, Default)]
pub struct SendOptions {
    /// The proxy: `http://…` or `socks5://…`, with credentials if any.
    pub proxy: Option<String>,
    /// Where the request may be sent, by the addresses that its host has. A host
    /// that resolves no names itself leaves it to its caller.
    pub reach: Reach,
    /// Sends over a connection made for this request, where the platform lets one
    /// choose. For what must not be sent twice: a kept connection may be one that
    /// the server is just closing, and then nobody knows whether it was taken.
    pub fresh: bool,
    /// Told how many bytes of the body have been handed to the network.
    pub on_sent: Option<Arc<dyn SentCallback>>,
}

/// Told how many bytes of a body have been handed to the network so far.
pub trait SentCallback: MaybeSend + MaybeSync {
    /// `sent` bytes so far.
    fn sent(&self, sent: u64);
}

impl<F: Fn(u64) + MaybeSend + MaybeSync> SentCallback for F {
    fn sent(&self, sent: u64) {
        self(sent);
    }
}

impl fmt::Debug for SendOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendOptions")
            .field("proxy", &self.proxy.is_some())
            .field("fresh", &self.fresh)
            .finish_non_exhaustive()
    }
}

/// An exchange that did not come to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransportError {
    /// Whether the server can have taken the request.
    pub taken: Taken,
    /// Whether it would fail in the same way again, as with a certificate that is
    /// not trusted.
    pub permanent: bool,
    /// What happened, without addresses' credentials.
    pub message: String,
}

/// Whether a server can have taken a request whose exchange broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Certainly not: no connection was made.
    No,
    /// It cannot be known.
    Unknown,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TransportError {}
