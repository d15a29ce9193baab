//! A host and a store that let others go on before and after all that they do, so that
//! whoever waits for them can be dropped at each of these moments: before a request is
//! sent, and also when its answer is there and nobody has looked at it.

use std::time::Duration;

use futures_lite::StreamExt as _;
use futures_lite::future::yield_now;
use sorakit::api::{Body, Timestamp};
use sorakit::auth::{Credential, CredentialStore, MemoryStore, StoreGuard};
use sorakit::host::{ByteStream, Host, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};

use crate::host::VirtualHost;

/// Lets others go on before and after `work`.
async fn yielding<T>(work: impl Future<Output = T>) -> T {
    yield_now().await;
    let done = work.await;
    yield_now().await;
    done
}

/// A host of this kind.
pub struct YieldingHost(pub VirtualHost);

impl Host for YieldingHost {
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let host = self.0.clone();
        Box::pin(async move {
            let answer = yielding(async { host.send(request, options).await }).await?;
            Ok(answer.map(|body| -> ByteStream {
                Box::pin(body.then(|bytes| async {
                    yield_now().await;
                    bytes
                }))
            }))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(yielding(self.0.sleep(duration)))
    }

    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn monotonic(&self) -> Duration {
        self.0.monotonic()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.0.random(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.0.finish(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        Box::pin(yielding(self.0.solve(challenge, config, limits)))
    }
}

/// A store of this kind, in memory. Clones share it.
#[derive(Clone, Default)]
pub struct YieldingStore(MemoryStore);

impl CredentialStore for YieldingStore {
    fn load(&self) -> BoxFuture<'_, sorakit::Result<Option<Credential>>> {
        Box::pin(yielding(self.0.load()))
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, sorakit::Result<()>> {
        Box::pin(yielding(self.0.save(credential)))
    }

    fn lock(&self) -> BoxFuture<'_, sorakit::Result<StoreGuard>> {
        Box::pin(yielding(self.0.lock()))
    }
}
