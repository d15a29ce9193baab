//! The host: everything that sorakit needs from outside.
//!
//! It sends a request and streams the answer, sleeps, tells the time of day and the time
//! elapsed, and supplies random bytes; it finishes work that must not stop half-way, and
//! solves a proof of work without holding up anything else. Nothing above this module
//! knows a runtime or an HTTP library. Every decision (retry, redirect, refresh, when to
//! poll) is made above it too, so that the browser behaves like the native client.

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
pub(crate) use decoding::{decoded, undeclared};
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
#[cfg(not(target_family = "wasm"))]
pub use private_file::{replace as replace_private, target as link_target};
pub use scripted::{Exchange, ScriptedHost};
pub(crate) use spool::Spool;

/// The services that sorakit needs from the platform.
pub trait Host: MaybeSend + MaybeSync + 'static {
    /// Sends a request and returns as soon as the head of the answer arrives. Follows no
    /// redirect, retries nothing, adds no credential. Dropping the future, or the body,
    /// ends the exchange.
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>>;

    /// Refuses requests that this platform cannot send, before anything is sent, and says
    /// why and what to do instead. A browser reserves some headers for itself.
    fn check(&self, request: &http::Request<Body>) -> crate::Result<()> {
        let _ = request;
        Ok(())
    }

    /// Completes after `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// The time of day, which people and servers set: for display, never for measuring
    /// how long something took.
    fn now(&self) -> Timestamp;

    /// The time since a moment of the host's choosing, for durations and deadlines. It
    /// never goes back, whatever happens to the time of day, and advances with
    /// [`sleep`](Self::sleep).
    fn monotonic(&self) -> Duration;

    /// Fills `bytes` with random ones, suitable for secrets.
    fn random(&self, bytes: &mut [u8]);

    /// Runs `future` to completion as a detached task, even if its starter is gone or
    /// does not poll. For work that must not stop half-way, such as storing a renewed
    /// token, and for work that several callers wait for, such as a poll. A host may
    /// leave it to the waiting callers, so anyone who needs the result must drive a clone
    /// of the future too.
    fn finish(&self, future: BoxFuture<'static, ()>);

    /// Solves a proof of work without holding up the caller's thread. Dropping the future
    /// ends the search.
    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>>;
}

/// Marks work that must not be cut off; a page cannot wait for it.
#[cfg(target_family = "wasm")]
pub(crate) struct Unfinished;

#[cfg(target_family = "wasm")]
impl Unfinished {
    pub(crate) fn begin() -> Self {
        Self
    }
}

/// Returns the same answer: a browser has already decoded it.
#[cfg(target_family = "wasm")]
pub(crate) fn decoded(response: http::Response<ByteStream>) -> http::Response<ByteStream> {
    response
}

/// Returns the same body: there is no decoder besides the browser's.
#[cfg(target_family = "wasm")]
pub(crate) fn undeclared(body: Bytes, _most: usize) -> Bytes {
    body
}

/// A body as it arrives.
pub type ByteStream = BoxStream<'static, Result<Bytes, TransportError>>;

/// Options for sending one request.
#[derive(Clone, Default)]
pub struct SendOptions {
    /// The proxy: `http://…` or `socks5://…`, with credentials if any.
    pub proxy: Option<String>,
    /// The networks to which the request may be sent, by the addresses of its host. A
    /// host that does not resolve names itself leaves the check to its caller.
    pub reach: Reach,
    /// Sends over a new connection, where the platform offers the choice. For requests
    /// that must not be sent twice: the server may just be closing a kept connection, and
    /// then nobody knows whether it accepted the request.
    pub fresh: bool,
    /// Receives the number of bytes of the body handed to the network.
    pub on_sent: Option<Arc<dyn SentCallback>>,
}

/// Receives the number of bytes of a body handed to the network so far.
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

/// The address of a request without the caller's own query, for a host that shows what it
/// sends: among the extensions of a request that has such a query.
#[derive(Debug, Clone)]
pub struct ShownAddress(pub String);

/// An exchange that did not complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransportError {
    /// The possibility that the server accepted the request.
    pub taken: Taken,
    /// True if it would fail in the same way again, as with an untrusted certificate.
    pub permanent: bool,
    /// The failure, without addresses' credentials.
    pub message: String,
}

/// The possibility that a server accepted a request whose exchange broke.
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
