//! The WebAssembly part of the npm package `sorakit-wasm`: the client over fetch.
//!
//! It has the same calls as the native part of the package `sorakit`, so that both share
//! `facade.js`: values cross as JSON text, files as `Blob`s. The browser's facilities
//! (fetch, timers, workers) come as a JavaScript object, the `Platform` of
//! `lib/platform.js`.

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
