//! Stores that keep credentials between calls and processes.

#[cfg(not(target_family = "wasm"))]
mod file;
mod memory;

use std::any::Any;

use super::Credential;
use crate::model::Result;
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};

#[cfg(not(target_family = "wasm"))]
pub use file::FileStore;
pub use memory::MemoryStore;

/// Keeps one account's credential.
///
/// Using a refresh token uses it up. So a renewal holds the lock from before the store is
/// read until the new token is saved, and the new access token is used only after that. A
/// store must keep a credential whole: the credential itself says which server it is for,
/// and which of two is the newer.
///
/// A store that does not answer within `store_timeout` is an error, and so is a lock that
/// cannot be obtained in that time.
pub trait CredentialStore: MaybeSend + MaybeSync + 'static {
    /// Returns the stored credential, if any.
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>>;

    /// Saves `credential`. When it completes, the credential survives a crash.
    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>>;

    /// Keeps all other users of the same store out of a renewal until the guard is
    /// dropped.
    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>>;

    /// Keeps a credential that must not replace the stored one, which is another
    /// account's, and says where; `None` if there is no such place.
    fn set_aside(&self, credential: Credential) -> BoxFuture<'_, Result<Option<String>>> {
        let _ = credential;
        Box::pin(std::future::ready(Ok(None)))
    }

    /// The store's name in errors.
    fn description(&self) -> String {
        "the credential store".into()
    }

    /// The holder of the lock, if known, such as `process 4711`.
    fn locked_by(&self) -> Option<String> {
        None
    }
}

/// Holds a store's lock until it is dropped.
#[cfg(not(target_family = "wasm"))]
pub struct StoreGuard(#[allow(dead_code)] Box<dyn Any + Send>);

/// Holds a store's lock until it is dropped.
#[cfg(target_family = "wasm")]
pub struct StoreGuard(#[allow(dead_code)] Box<dyn Any>);

impl StoreGuard {
    /// A guard that drops `held` when it is itself dropped.
    pub fn new(held: impl Any + MaybeSend) -> Self {
        Self(Box::new(held))
    }
}
