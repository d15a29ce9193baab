//! The native part of sorakit for Kotlin and Swift, through UniFFI: a client whose calls
//! are made by name with plain values. The packages in `kotlin/` and `swift/` put types
//! around it; nothing is decided here.

// UniFFI hands errors over by value, as they are.
#![allow(clippy::result_large_err)]
#![deny(missing_docs)]

mod cancel;
mod client;
mod failure;
mod file;
mod json;
mod listener;
mod proof_of_work;
mod simulator;
mod store;
mod stream;
mod text;

uniffi::setup_scaffolding!("sorakit");
