//! A credential store in the program's language.

use std::sync::Arc;

use sorakit::auth::{Credential, CredentialStore, StoreGuard};
use sorakit::platform::BoxFuture;
use sorakit::{Error, ErrorKind, Result};

use crate::failure::ForeignFailure;
use crate::json::{Json, write};

/// Keeps one account's credential. What is thrown ends the renewal, and with it the call:
/// a token that was not kept is not used.
#[uniffi::export(with_foreign)]
#[async_trait::async_trait]
pub trait ForeignStore: Send + Sync {
    /// The stored credential, if any.
    async fn load(&self) -> Result<Option<Json>, ForeignFailure>;
    /// Saves a credential. When it completes, the credential survives a crash.
    async fn save(&self, credential: Json) -> Result<(), ForeignFailure>;
    /// Keeps all others out until `unlock`, with this number.
    async fn lock(&self) -> Result<u64, ForeignFailure>;
    /// Lets others in.
    fn unlock(&self, number: u64) -> Result<(), ForeignFailure>;
}

/// The longest reason that is told, in characters.
const REASON: usize = 200;

/// A foreign store as the core holds it.
pub struct Store(pub Arc<dyn ForeignStore>);

fn failed(what: &str, failure: ForeignFailure) -> Error {
    let ForeignFailure::Thrown { reason } = failure;
    // It may quote what the store keeps.
    let reason = sorakit::text::presented(&reason, REASON);
    let why = format!("the credential store's `{what}` failed: {reason}");
    Error::new(ErrorKind::Storage, why)
}

impl CredentialStore for Store {
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>> {
        Box::pin(async {
            let loaded = self.0.load().await.map_err(|error| failed("load", error))?;
            let Some(loaded) = loaded else {
                return Ok(None);
            };
            // The parser's message may quote a token.
            let read = serde_json::from_value(loaded.given("credential")?);
            read.map(Some).map_err(|_| {
                let why = "the credential store's `load` did not give back what was saved";
                Error::new(ErrorKind::Storage, why)
            })
        })
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let saved = self.0.save(write(&credential.with_secrets())).await;
            saved.map_err(|error| failed("save", error))
        })
    }

    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>> {
        Box::pin(async {
            let number = self.0.lock().await.map_err(|error| failed("lock", error))?;
            Ok(StoreGuard::new(Held {
                store: self.0.clone(),
                number,
            }))
        })
    }
}

/// Unlocks when it is dropped.
struct Held {
    store: Arc<dyn ForeignStore>,
    number: u64,
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.store.unlock(self.number);
    }
}
