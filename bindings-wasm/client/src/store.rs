//! A credential store in JavaScript.

use js_sys::Promise;
use js_sys::futures::JsFuture;
use sorakit::auth::{Credential, CredentialStore, StoreGuard};
use sorakit::platform::BoxFuture;
use sorakit::{Error, ErrorKind};
use wasm_bindgen::prelude::*;

use crate::failure::message;

#[wasm_bindgen]
extern "C" {
    /// The functions of a store, as `stores.js` wraps them: values are JSON
    /// text, and a lock is a number that `unlock` takes.
    #[derive(Clone)]
    pub type StoreCalls;

    /// Returns the stored credential, or `null`.
    #[wasm_bindgen(method)]
    fn load(this: &StoreCalls) -> Promise;

    /// Stores a credential.
    #[wasm_bindgen(method)]
    fn save(this: &StoreCalls, credential: &str) -> Promise;

    /// Locks everybody else out, until the number is given to `unlock`.
    #[wasm_bindgen(method)]
    fn lock(this: &StoreCalls) -> Promise;

    /// Unlocks the store.
    #[wasm_bindgen(method)]
    fn unlock(this: &StoreCalls, number: f64);
}

/// The page's store.
pub struct JsStore(pub StoreCalls);

fn failed(what: &str) -> impl Fn(JsValue) -> Error {
    move |reason| {
        let why = message(&reason);
        Error::new(
            ErrorKind::Storage,
            format!("the credential store's `{what}` failed: {why}"),
        )
    }
}

impl CredentialStore for JsStore {
    fn load(&self) -> BoxFuture<'_, sorakit::Result<Option<Credential>>> {
        Box::pin(async {
            let kept = JsFuture::from(self.0.load()).await;
            match kept.map_err(failed("load"))?.as_string() {
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
            let saved = JsFuture::from(self.0.save(&text)).await;
            saved.map(|_| ()).map_err(failed("save"))
        })
    }

    fn lock(&self) -> BoxFuture<'_, sorakit::Result<StoreGuard>> {
        Box::pin(async {
            let locked = JsFuture::from(self.0.lock())
                .await
                .map_err(failed("lock"))?;
            Ok(StoreGuard::new(Held {
                number: locked.as_f64().unwrap_or_default(),
                store: self.0.clone(),
            }))
        })
    }
}

/// Unlocks when it is dropped.
struct Held {
    number: f64,
    store: StoreCalls,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.store.unlock(self.number);
    }
}
