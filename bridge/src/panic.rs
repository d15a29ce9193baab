//! Keeps panics from reaching other languages.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use sorakit::{Error, ErrorKind, Result};

/// Runs a call for another language, so that a panic inside it becomes the call's error
/// and crosses no boundary. `open` says that the panicking call may have been sent, and
/// must not be sent twice. In the browser a panic ends the whole module instead.
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
            .with_hint("This is a fault of sorakit's; please report it."),
    }
}
