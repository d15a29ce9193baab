//! Ending calls at once.

use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::future::{AbortHandle, AbortRegistration, Abortable};
use sorakit::{Error, ErrorKind, Result};
use sorakit_bridge::caught;

use crate::failure::Failure;

/// Ends one call. Kotlin ends a call by dropping it; Swift's tasks need this.
#[derive(uniffi::Object)]
pub struct CancelToken {
    handle: AbortHandle,
    registration: Mutex<Option<AbortRegistration>>,
    flag: Arc<AtomicBool>,
}

#[uniffi::export]
impl CancelToken {
    /// Makes a token for one call.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        let (handle, registration) = AbortHandle::new_pair();
        Arc::new(Self {
            handle,
            registration: Mutex::new(Some(registration)),
            flag: Arc::default(),
        })
    }

    /// Ends the call where it waits.
    pub fn cancel(&self) {
        self.flag.store(true, Ordering::Relaxed);
        self.handle.abort();
    }
}

impl CancelToken {
    /// The flag that a search checks.
    pub fn flag(&self) -> Arc<AtomicBool> {
        self.flag.clone()
    }

    fn take(&self) -> Option<AbortRegistration> {
        let mut registration = self.registration.lock();
        let registration = registration.as_mut().map(|held| held.take());
        registration.unwrap_or_else(|broken| broken.get_mut().take())
    }
}

/// Runs a call that a token can end, and in which a panic is an error.
pub async fn guarded<T>(
    token: Option<Arc<CancelToken>>,
    call: impl Future<Output = Result<T>> + Send,
) -> std::result::Result<T, Failure> {
    // Boxed, since what another language awaits is moved about.
    let call = caught(false, Box::pin(call));
    let result = match token.and_then(|token| token.take()) {
        Some(registration) => Abortable::new(call, registration)
            .await
            .unwrap_or_else(|_| Err(Error::new(ErrorKind::Cancelled, "the call was cancelled"))),
        None => call.await,
    };
    result.map_err(Failure::from)
}
