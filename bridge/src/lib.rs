//! The shared part of sorakit's bindings: a client whose operations and methods are
//! called by name, with plain values in and out, and the catalogue from which the code of
//! other languages is generated.
//!
//! A binding adds only what differs by language: calls, streams, cancellation, errors and
//! files.

#![forbid(unsafe_code)]

#[cfg(not(target_family = "wasm"))]
mod catalog;
mod methods;
mod panic;
mod session;

#[cfg(not(target_family = "wasm"))]
pub use catalog::catalog;
pub use methods::{ById, Find, METHODS, Method, MethodFn, Nothing, Remix, Search, find};
pub use panic::{caught, panicked};
pub use session::{Deliverable, Session};
