//! The one place that says how platforms with and without threads differ.
//!
//! Where there are threads, futures and what they hold are `Send`; in the
//! browser they cannot be, because JavaScript values are not.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use futures_util::FutureExt;

use crate::error::{Error, ErrorKind, Result};

/// `Send` where the platform has threads; nothing in the browser.
#[cfg(not(target_family = "wasm"))]
pub trait MaybeSend: Send {}
#[cfg(not(target_family = "wasm"))]
impl<T: Send + ?Sized> MaybeSend for T {}

/// `Send` where the platform has threads; nothing in the browser.
#[cfg(target_family = "wasm")]
pub trait MaybeSend {}
#[cfg(target_family = "wasm")]
impl<T: ?Sized> MaybeSend for T {}

/// `Sync` where the platform has threads; nothing in the browser.
#[cfg(not(target_family = "wasm"))]
pub trait MaybeSync: Sync {}
#[cfg(not(target_family = "wasm"))]
impl<T: Sync + ?Sized> MaybeSync for T {}

/// `Sync` where the platform has threads; nothing in the browser.
#[cfg(target_family = "wasm")]
pub trait MaybeSync {}
#[cfg(target_family = "wasm")]
impl<T: ?Sized> MaybeSync for T {}

/// A boxed future, `Send` where the platform has threads.
#[cfg(not(target_family = "wasm"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A boxed future, `Send` where the platform has threads.
#[cfg(target_family = "wasm")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A boxed stream, `Send` where the platform has threads.
#[cfg(not(target_family = "wasm"))]
pub type BoxStream<'a, T> = Pin<Box<dyn futures_util::Stream<Item = T> + Send + 'a>>;

/// A boxed stream, `Send` where the platform has threads.
#[cfg(target_family = "wasm")]
pub type BoxStream<'a, T> = Pin<Box<dyn futures_util::Stream<Item = T> + 'a>>;

/// Runs a call on behalf of another language, so that a panic inside it is the call's
/// error and crosses no boundary. `open` says that what panicked may have been sent,
/// and must not be sent twice. In the browser a panic ends the whole module instead.
pub async fn caught<T>(open: bool, call: impl Future<Output = Result<T>>) -> Result<T> {
    let caught = AssertUnwindSafe(call).catch_unwind().await;
    caught.unwrap_or_else(|panic| Err(panicked(open, &*panic)))
}

/// The error that a panic becomes.
pub fn panicked(open: bool, panic: &(dyn Any + Send)) -> Error {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or(panic.downcast_ref::<String>().map(String::as_str));
    let what = format!("sorakit itself failed: {}", text.unwrap_or("a panic"));
    match open {
        true => Error::new(ErrorKind::OutcomeUnknown, what),
        false => Error::new(ErrorKind::UnexpectedResponse, what)
            .hint("This is a fault of sorakit's; please report it."),
    }
}

/// The number of this process, by which a fork is told; a page has none.
pub(crate) fn process() -> u32 {
    #[cfg(not(target_family = "wasm"))]
    return std::process::id();
    #[cfg(target_family = "wasm")]
    0
}
