//! Cancelling calls through an `AbortSignal`.

use std::future::Future;

use futures_util::future::{AbortHandle, Abortable};
use js_sys::Promise;
use js_sys::futures::future_to_promise;
use wasm_bindgen::prelude::*;

use crate::failure::{cancelled, reject};

#[wasm_bindgen]
extern "C" {
    /// Ends one call, as `lib/backend.js` makes it.
    pub type CancelToken;

    /// Sets the function that it calls.
    #[wasm_bindgen(method, setter = onCancel)]
    fn set_on_cancel(this: &CancelToken, listener: &JsValue);
}

/// Makes the promise of a call that a token can end: the call's future is dropped where it
/// waits.
pub fn promise<T: Into<JsValue>>(
    cancel: Option<CancelToken>,
    call: impl Future<Output = sorakit::Result<T>> + 'static,
) -> Promise {
    let Some(token) = cancel else {
        return future_to_promise(async { call.await.map(Into::into).map_err(reject) });
    };
    let (handle, registration) = AbortHandle::new_pair();
    let listener = Closure::<dyn FnMut()>::new(move || handle.abort());
    token.set_on_cancel(listener.as_ref());
    future_to_promise(async move {
        let outcome = Abortable::new(call, registration).await;
        token.set_on_cancel(&JsValue::UNDEFINED);
        drop(listener);
        let outcome = outcome.unwrap_or_else(|_| Err(cancelled()));
        outcome.map(Into::into).map_err(reject)
    })
}
