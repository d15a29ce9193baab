//! Cancelling calls through an `AbortSignal`.

use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::future::{AbortHandle, AbortRegistration, Abortable};
use napi_derive::napi;

use crate::failure::cancelled;

/// Ends one call.
#[napi]
pub struct CancelToken {
    handle: AbortHandle,
    registration: Mutex<Option<AbortRegistration>>,
    flag: Arc<AtomicBool>,
}

#[napi]
impl CancelToken {
    /// Makes a token for one call.
    #[napi(constructor, catch_unwind)]
    #[allow(clippy::new_without_default)] // JavaScript has no defaults.
    pub fn new() -> Self {
        let (handle, registration) = AbortHandle::new_pair();
        Self {
            handle,
            registration: Mutex::new(Some(registration)),
            flag: Arc::default(),
        }
    }

    /// Ends the call: its future is dropped where it waits.
    #[napi(catch_unwind)]
    pub fn cancel(&self) {
        self.flag.store(true, Ordering::Relaxed);
        self.handle.abort();
    }
}

impl CancelToken {
    /// Runs a call that this token can end.
    pub fn guard<T, F: Future<Output = sorakit::Result<T>>>(
        token: Option<&Self>,
        call: F,
    ) -> impl Future<Output = sorakit::Result<T>> + use<T, F> {
        let registration = token.and_then(|token| {
            let mut registration = token
                .registration
                .lock()
                .unwrap_or_else(|broken| broken.into_inner());
            registration.take()
        });
        async move {
            match registration {
                Some(registration) => Abortable::new(call, registration)
                    .await
                    .unwrap_or_else(|_| Err(cancelled())),
                None => call.await,
            }
        }
    }

    /// The flag that a search checks.
    pub fn flag(&self) -> Arc<AtomicBool> {
        self.flag.clone()
    }
}
