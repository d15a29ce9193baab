//! Waiting for a future on the calling thread, so that Ctrl-C works.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake};
use std::thread::Thread;
use std::time::{Duration, Instant};

use pyo3::prelude::*;

/// How long signals wait to be looked at.
const SLICE: Duration = Duration::from_millis(50);

/// What a future gives. The interpreter is free for other threads meanwhile. A
/// signal handler that raises, as that of Ctrl-C does, ends the future.
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
            if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
                return Ok(value);
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
