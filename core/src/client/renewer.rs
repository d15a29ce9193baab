//! The client's part in an account's renewal of the access token.

use std::time::Duration;

use crate::api::Timestamp;
use crate::api::sora::{ExchangeSession, RefreshToken, RefreshedToken, Session};
use crate::auth::Renewer;
use crate::client::Client;
use crate::model::{Event, OptionSource, Result};
use crate::platform::BoxFuture;

impl Renewer for Client {
    fn now(&self) -> Timestamp {
        self.inner.host.now()
    }

    fn monotonic(&self) -> Duration {
        self.inner.host.monotonic()
    }

    fn server_time(&self) -> Option<Timestamp> {
        let now = self.inner.host.now().as_millis();
        let offset = self.clock_offset()?;
        Some(Timestamp::from_millis(now.saturating_add(offset)))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.host.sleep(duration)
    }

    fn may_renew(&self) -> bool {
        self.inner.auto_refresh
    }

    fn exchange_session(&self, operation: ExchangeSession) -> BoxFuture<'static, Result<Session>> {
        let client = self.clone();
        self.inner.hidden.add(&operation.session_token);
        Box::pin(async move { client.call_to_the_end(operation).await })
    }

    fn refresh(&self, operation: RefreshToken) -> BoxFuture<'static, Result<RefreshedToken>> {
        let client = self.clone();
        self.inner.hidden.add(&operation.refresh_token);
        Box::pin(async move { client.call_to_the_end(operation).await })
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.inner.host.finish(future);
    }

    fn renewed(&self) {
        self.tell(Event::Renewed);
    }

    fn uses(&self, source: OptionSource) {
        let origin = self.inner.account.origin().to_owned();
        self.tell(Event::CredentialUsed { source, origin });
    }
}
