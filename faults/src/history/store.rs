//! The credential file of a client, with the lock of one process on the virtual clock.
//!
//! The file is the real one. Its lock is not, since whoever waits for that looks again
//! by real time; processes that share it have their own tests.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use async_lock::MutexGuardArc;
use futures_lite::future::yield_now;
use sorakit::auth::{Credential, CredentialStore, FileStore, StoreGuard};
use sorakit::platform::BoxFuture;
use sorakit::{Error, ErrorKind, Result};

use super::connections::Connections;
use super::plan::Flaw;

/// A credential file, which several clients may share.
#[derive(Clone)]
pub struct Shelf {
    pub path: PathBuf,
    lock: Arc<async_lock::Mutex<()>>,
    /// Every so many saves fail.
    failing: u32,
    saves: Arc<AtomicU32>,
}

impl Shelf {
    pub fn new(path: PathBuf, failing: u32) -> Self {
        Self {
            path,
            lock: Arc::default(),
            failing,
            saves: Arc::default(),
        }
    }

    /// The same without failures.
    pub fn mended(&self) -> Self {
        Self {
            failing: 0,
            ..self.clone()
        }
    }
}

/// A client's way to the file.
pub struct Store {
    pub shelf: Shelf,
    pub held: Held,
    pub connections: Connections,
    /// Whether a refresh token of the client's may be used up, and what replaces it
    /// is not yet in the file.
    pub exposed: Arc<AtomicBool>,
    pub flaw: Option<Flaw>,
}

impl CredentialStore for Store {
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>> {
        Box::pin(async {
            yield_now().await;
            let path = self.shelf.path.clone();
            let load = async move { FileStore::new(path).load().await };
            self.connections.keep(Box::pin(load)).await
        })
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>> {
        Box::pin(async {
            yield_now().await;
            let save = self.shelf.saves.fetch_add(1, Ordering::SeqCst);
            if self.shelf.failing > 0 && save % self.shelf.failing == 1 {
                return Err(Error::new(
                    ErrorKind::Storage,
                    "no space is left on the device",
                ));
            }
            if self.flaw == Some(Flaw::LosesToken) && credential.renewals > 0 {
                self.exposed.store(false, Ordering::SeqCst);
                return Ok(());
            }
            let path = self.shelf.path.clone();
            let save = async move { FileStore::new(path).save(credential).await };
            self.connections.keep(Box::pin(save)).await?;
            self.exposed.store(false, Ordering::SeqCst);
            yield_now().await;
            Ok(())
        })
    }

    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>> {
        Box::pin(async {
            let (lock, held) = (self.shelf.lock.clone(), self.held.clone());
            // Whatever still refers to the wait, it ends with the client.
            let wait = async move { held.set(Some(lock.lock_arc().await)) };
            self.connections.keep(Box::pin(wait)).await;
            yield_now().await;
            Ok(StoreGuard::new(Release(self.held.clone())))
        })
    }
}

/// The lock that a client holds. It ends with the client, whatever still refers to it,
/// as that of a file ends with its process.
#[derive(Clone, Default)]
pub struct Held(Arc<Mutex<Option<MutexGuardArc<()>>>>);

impl Held {
    pub fn set(&self, guard: Option<MutexGuardArc<()>>) {
        *self.0.lock().expect("a lock") = guard;
    }
}

struct Release(Held);

impl Drop for Release {
    fn drop(&mut self) {
        self.0.set(None);
    }
}
