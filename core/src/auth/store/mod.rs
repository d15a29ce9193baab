//! Where credentials are kept between calls and processes.

#[cfg(not(target_family = "wasm"))]
mod file;
mod memory;

use std::any::Any;

use super::Credential;
use crate::error::Result;
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};

#[cfg(not(target_family = "wasm"))]
pub use file::FileStore;
pub use memory::MemoryStore;

/// Keeps one account's credential.
///
/// A refresh token is used up by being used. So a renewal holds the lock from
/// before the store is read until the new token is saved, and the new access
/// token is used only after that.
pub trait CredentialStore: MaybeSend + MaybeSync + 'static {
    /// What is kept, if anything.
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>>;

    /// Keeps `credential`. When it completes, the credential survives a crash.
    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>>;

    /// Keeps everyone else who uses the same store out of a renewal, until the
    /// guard is dropped.
    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>>;
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
