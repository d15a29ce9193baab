//! Waiting for a future on the calling thread, so that Ctrl-C works.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake};
use std::thread::Thread;
use std::time::{Duration, Instant};

use pyo3::prelude::*;

use crate::error::raise;

/// The interval at which signals are checked.
const SLICE: Duration = Duration::from_millis(50);

/// Waits for a future's result, with the interpreter free for other threads. A signal
/// handler that raises, as Ctrl-C's does, ends the future.
pub fn wait<T: Send>(py: Python<'_>, future: impl Future<Output = T> + Send) -> PyResult<T> {
    py.detach(|| {
        let mut future = pin!(future);
        let woken = Arc::new(Woken {
            thread: std::thread::current(),
            yes: AtomicBool::new(false),
        });
        let waker = woken.clone().into();
        let mut context = Context::from_waker(&waker);
        let mut looked = Instant::now();
        loop {
            let polled = AssertUnwindSafe(|| future.as_mut().poll(&mut context));
            match std::panic::catch_unwind(polled) {
                Ok(Poll::Ready(value)) => return Ok(value),
                Ok(Poll::Pending) => {}
                Err(panic) => return Err(raise_panic(&*panic)),
            }
            loop {
                if looked.elapsed() >= SLICE {
                    Python::attach(|py| py.check_signals())?;
                    looked = Instant::now();
                }
                if woken.yes.swap(false, Ordering::Acquire) {
                    break;
                }
                std::thread::park_timeout(SLICE);
            }
        }
    })
}

/// Converts a panic to an exception; other languages see none.
pub fn raise_panic(panic: &(dyn Any + Send)) -> PyErr {
    let error = sorakit_bridge::panicked(false, panic);
    Python::attach(|py| raise(py, &error))
}

struct Woken {
    thread: Thread,
    yes: AtomicBool,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.yes.store(true, Ordering::Release);
        self.thread.unpark();
    }
}
