//! The ledger for asynchronous code, with patience for a disk that is full or away.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use sorakit::Result;
use sorakit::host::{Host, NativeHost};

use crate::ledger::{Ledger, hold};

/// The longest time for which a commit is tried again.
const PATIENCE: Duration = Duration::from_secs(60);
/// The pause before each.
const PAUSE: Duration = Duration::from_millis(500);

#[derive(Clone)]
pub struct Book {
    ledger: Arc<Mutex<Ledger>>,
    host: NativeHost,
    patience: Duration,
}

impl Book {
    /// The ledger, which is waited for no longer than a server is.
    pub fn new(ledger: Arc<Mutex<Ledger>>, host: NativeHost, patience: Duration) -> Self {
        Self {
            ledger,
            host,
            patience: patience.min(PATIENCE),
        }
    }

    /// Works with the ledger on a thread for what may take time. What may pass is waited for,
    /// and not for ever.
    pub async fn with<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Ledger) -> Result<T> + Send + Sync + 'static,
    ) -> Result<T> {
        let work = Arc::new(work);
        let began = Instant::now();
        loop {
            let (ledger, work) = (self.ledger.clone(), work.clone());
            match blocking::unblock(move || work(&mut hold(&ledger))).await {
                Err(error) if error.retryable() && began.elapsed() < self.patience => {
                    self.host.sleep(PAUSE).await;
                }
                done => return done,
            }
        }
    }
}
