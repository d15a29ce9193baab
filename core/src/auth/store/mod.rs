//! Where credentials are kept between calls and processes.

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
/// A refresh token is used up by being used. So a renewal holds the lock from
/// before the store is read until the new token is saved, and the new access
/// token is used only after that. What a store is given, it has to keep whole: a
/// credential says itself which server it is for, and which of two is the newer.
///
/// A store that does not answer within `store_timeout` is an error, and so is a
/// lock that is not to be had in that time.
pub trait CredentialStore: MaybeSend + MaybeSync + 'static {
    /// What is kept, if anything.
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>>;

    /// Keeps `credential`. When it completes, the credential survives a crash.
    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>>;

    /// Keeps everyone else who uses the same store out of a renewal, until the
    /// guard is dropped.
    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>>;

    /// Keeps a credential that must not take the place of what is kept, which is
    /// another account's, and says where; `None` when there is no such place.
    fn set_aside(&self, credential: Credential) -> BoxFuture<'_, Result<Option<String>>> {
        let _ = credential;
        Box::pin(std::future::ready(Ok(None)))
    }

    /// What it is called in errors.
    fn description(&self) -> String {
        "the credential store".into()
    }

    /// Who holds the lock, where that can be known, such as `process 4711`.
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
    /// A guard that drops `held` when it is dropped itself.
    pub fn new(held: impl Any + MaybeSend) -> Self {
        Self(Box::new(held))
    }
}
