//! Detecting the dialect of a server.

use napi::Env;
use napi::bindgen_prelude::PromiseRaw;
use napi_derive::napi;
use sorakit::{Client, Options};

use crate::cancel::CancelToken;
use crate::failure::{read, write};
use crate::promise::promise;

/// Finds out which dialect the server of these options speaks, as JSON.
#[napi(ts_return_type = "Promise<string>", catch_unwind)]
pub fn detect<'env>(
    env: &'env Env,
    options: String,
    cancel: Option<&CancelToken>,
) -> napi::Result<PromiseRaw<'env, String>> {
    let options: Options = read("options", &options)?;
    promise(env, cancel, async move {
        Ok(write(&Client::detect(options).await?))
    })
}
