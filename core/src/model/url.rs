//! Addresses, as the URL standard reads them: by a library, or in a page by the browser, which
//! has its own and saves each visitor the library's tables of names.

#[cfg(target_family = "wasm")]
mod web;

#[cfg(not(target_family = "wasm"))]
pub(crate) use ::url::{Host, Origin, Url};
#[cfg(target_family = "wasm")]
pub(crate) use web::{Host, Origin, Url};
