//! The WebAssembly part of the npm package `sorakit-wasm`: the client over fetch.
//!
//! It has the calls that the native part of the package `sorakit` has, so that both
//! share `facade.js`: values cross as JSON text, files as `Blob`s. What a browser
//! has to offer (fetch, timers, workers) comes as a JavaScript object, the
//! `Platform` of `lib/platform.js`.

#![cfg(target_family = "wasm")]

mod blob;
mod cancel;
mod client;
mod failure;
mod forbidden;
mod host;
mod options;
mod platform;
mod store;
mod stream;
mod text;
