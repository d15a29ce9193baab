//! The calls that a renewal needs from its client.

use std::time::Duration;

use crate::api::Timestamp;
use crate::api::sora::{ExchangeSession, RefreshToken, RefreshedToken, Session};
use crate::model::{OptionSource, Result};
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};

/// The calls that a renewal makes, and the clocks. The client supplies them.
pub(crate) trait Renewer: Clone + MaybeSend + MaybeSync + 'static {
    fn now(&self) -> Timestamp;
    fn monotonic(&self) -> Duration;
    /// The time by the server's clock, once an answer has given it.
    fn server_time(&self) -> Option<Timestamp>;
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
    /// True if the caller allows access tokens to be renewed.
    fn may_renew(&self) -> bool;
    fn exchange_session(&self, operation: ExchangeSession) -> BoxFuture<'static, Result<Session>>;
    fn refresh(&self, operation: RefreshToken) -> BoxFuture<'static, Result<RefreshedToken>>;
    /// Runs the future to completion even if nobody waits for it.
    fn finish(&self, future: BoxFuture<'static, ()>);
    fn renewed(&self);
    /// Reports the first use of a credential from this source.
    fn uses(&self, source: OptionSource);
}
