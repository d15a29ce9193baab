//! The native part of the npm package `sorakit`: what differs by language, and nothing
//! else. Values cross as JSON text, which V8 reads and writes faster than objects can be
//! built field by field; files cross as paths or buffers.
//!
//! `lib/facade.js` is the package's face; it makes classes, errors and streams of what is
//! here.

#![cfg_attr(test, allow(dead_code))] // A test build registers nothing with Node.

mod batch;
mod cancel;
mod client;
mod detect;
mod ending;
mod failure;
mod files;
mod promise;
mod proof_of_work;
mod simulator;
mod store;
mod stream;
mod text;
