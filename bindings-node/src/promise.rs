//! Promises of calls.

use std::future::Future;

use napi::Env;
use napi::bindgen_prelude::PromiseRaw;
use sorakit_bridge::caught;

use crate::cancel::CancelToken;
use crate::failure::reject;

/// Makes the promise of a call that a token can end.
pub fn promise<'env, T>(
    env: &'env Env,
    cancel: Option<&CancelToken>,
    call: impl Future<Output = sorakit::Result<T>> + Send + 'static,
) -> napi::Result<PromiseRaw<'env, T>>
where
    T: napi::bindgen_prelude::ToNapiValue + Send + 'static,
{
    // Boxed, since it is moved on V8's stack, and V8 may have to run a hook of the
    // program's before this returns.
    let call = caught(false, CancelToken::guard(cancel, Box::pin(call)));
    env.spawn_future(async move { call.await.map_err(reject) })
}
