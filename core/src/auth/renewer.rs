//! What a renewal needs of its client.

use std::time::Duration;

use crate::api::Timestamp;
use crate::api::sora::{ExchangeSession, RefreshToken, RefreshedToken, Session};
use crate::model::{OptionSource, Result};
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};

/// The calls that a renewal makes, and the clocks. The client gives them.
pub(crate) trait Renewer: Clone + MaybeSend + MaybeSync + 'static {
    fn now(&self) -> Timestamp;
    fn monotonic(&self) -> Duration;
    /// The time by the server's clock, once an answer has told it.
    fn server_time(&self) -> Option<Timestamp>;
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
    /// Whether the caller wants access tokens to be renewed.
    fn may_renew(&self) -> bool;
    fn exchange_session(&self, operation: ExchangeSession) -> BoxFuture<'static, Result<Session>>;
    fn refresh(&self, operation: RefreshToken) -> BoxFuture<'static, Result<RefreshedToken>>;
    /// Runs the future to its end even when nobody waits for it.
    fn finish(&self, future: BoxFuture<'static, ()>);
    fn renewed(&self);
    /// A credential of this source is used, for the first time.
    fn uses(&self, source: OptionSource);
}
