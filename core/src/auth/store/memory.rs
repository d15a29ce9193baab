//! A store for one process.

use std::sync::{Arc, Mutex};

use super::{CredentialStore, StoreGuard};
use crate::auth::Credential;
use crate::lock::{Guard, lock};
use crate::model::Result;
use crate::platform::{self, BoxFuture};

/// Keeps a credential in memory. Clones share it, so that several clients of one process
/// renew one credential together.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    kept: Arc<Mutex<Option<Credential>>>,
    renewal: Arc<Mutex<Renewal>>,
}

/// One process's lock: a child does not wait for its parent's work.
#[derive(Debug, Default)]
struct Renewal {
    process: u32,
    lock: Arc<async_lock::Mutex<()>>,
}

impl CredentialStore for MemoryStore {
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>> {
        Box::pin(async { Ok(self.kept().clone()) })
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            *self.kept() = Some(credential);
            Ok(())
        })
    }

    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>> {
        let lock = {
            let mut renewal = lock(&self.renewal);
            let process = platform::process();
            if renewal.process != process {
                *renewal = Renewal {
                    process,
                    lock: Arc::default(),
                };
            }
            renewal.lock.clone()
        };
        Box::pin(async move { Ok(StoreGuard::new(lock.lock_arc().await)) })
    }
}

impl MemoryStore {
    fn kept(&self) -> Guard<'_, Option<Credential>> {
        lock(&self.kept)
    }
}
