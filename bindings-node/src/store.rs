//! A credential store in JavaScript.

use std::sync::atomic::{AtomicUsize, Ordering};

use napi::Status;
use napi::bindgen_prelude::{Function, Promise};
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode::NonBlocking};
use napi_derive::napi;
use sorakit::auth::{Credential, CredentialStore, StoreGuard};
use sorakit::platform::BoxFuture;
use sorakit::{Error, ErrorKind};

/// The functions of a store, as the facade wraps them: values are JSON text,
/// and a lock is a number that `unlock` takes.
#[napi(object, object_to_js = false)]
pub struct StoreCalls<'env> {
    /// Returns the stored credential.
    pub load: Function<'env, (), Promise<Option<String>>>,
    /// Stores a credential.
    pub save: Function<'env, String, Promise<()>>,
    /// Locks everybody else out, until the number is given to `unlock`.
    pub lock: Function<'env, (), Promise<u32>>,
    /// Unlocks the store.
    pub unlock: Function<'env, u32, ()>,
}

type Called<A, R> = std::sync::Arc<ThreadsafeFunction<A, R, A, Status, false, true>>;

/// A store whose functions run on JavaScript's thread.
pub struct JsStore {
    load: Called<(), Promise<Option<String>>>,
    save: Called<String, Promise<()>>,
    lock: Called<(), Promise<u32>>,
    unlock: Called<u32, ()>,
}

impl JsStore {
    /// Makes the functions callable from any thread, without keeping the
    /// process alive for them.
    pub fn new(calls: StoreCalls<'_>) -> napi::Result<Self> {
        Ok(Self {
            load: calls
                .load
                .build_threadsafe_function()
                .weak::<true>()
                .build()?
                .into(),
            save: calls
                .save
                .build_threadsafe_function()
                .weak::<true>()
                .build()?
                .into(),
            lock: calls
                .lock
                .build_threadsafe_function()
                .weak::<true>()
                .build()?
                .into(),
            unlock: calls
                .unlock
                .build_threadsafe_function()
                .weak::<true>()
                .build()?
                .into(),
        })
    }
}

/// The number of store calls that wait for JavaScript's thread.
static ASKED: AtomicUsize = AtomicUsize::new(0);

/// True while a call to a store waits for JavaScript's thread.
pub fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst) > 0
}

/// One call, until it is answered.
struct Asked;

impl Asked {
    fn now() -> Self {
        ASKED.fetch_add(1, Ordering::SeqCst);
        Self
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        ASKED.fetch_sub(1, Ordering::SeqCst);
    }
}

fn failed(what: &str) -> impl Fn(napi::Error) -> Error {
    move |error| {
        Error::new(
            ErrorKind::Storage,
            format!("the credential store's `{what}` failed: {}", error.reason),
        )
    }
}

impl CredentialStore for JsStore {
    fn load(&self) -> BoxFuture<'_, sorakit::Result<Option<Credential>>> {
        Box::pin(async {
            let _asked = Asked::now();
            let asked = self.load.call_async(()).await.map_err(failed("load"))?;
            match asked.await.map_err(failed("load"))? {
                Some(text) => serde_json::from_str(&text).map(Some).map_err(|_| {
                    // The parser's message may quote a token.
                    Error::new(
                        ErrorKind::Storage,
                        "the credential store's `load` did not give back what was saved",
                    )
                }),
                None => Ok(None),
            }
        })
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, sorakit::Result<()>> {
        Box::pin(async move {
            let text = crate::failure::write(&credential.with_secrets());
            let _asked = Asked::now();
            let asked = self.save.call_async(text).await.map_err(failed("save"))?;
            asked.await.map_err(failed("save"))
        })
    }

    fn lock(&self) -> BoxFuture<'_, sorakit::Result<StoreGuard>> {
        Box::pin(async {
            let _asked = Asked::now();
            let asked = self.lock.call_async(()).await.map_err(failed("lock"))?;
            let number = asked.await.map_err(failed("lock"))?;
            Ok(StoreGuard::new(Held {
                number,
                unlock: self.unlock.clone(),
            }))
        })
    }
}

/// Unlocks when it is dropped.
struct Held {
    number: u32,
    unlock: Called<u32, ()>,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.unlock.call(self.number, NonBlocking);
    }
}
