//! asyncio futures that calls of the core complete.
//!
//! A call runs on the core's own thread. When it is done, its outcome is put into a queue
//! and, if the queue was empty, the event loop is woken through a socket. The loop then
//! completes everything in the queue at once. So the core's thread never waits for the
//! interpreter, and many calls that end together cost one wake-up.

use std::collections::HashMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};

use futures_util::FutureExt;
use futures_util::future::{AbortHandle, Abortable};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use sorakit::host::{Host, NativeHost, NativeOptions};

use crate::blocking::raise_panic;

/// Makes the result of a call, or its exception, on the event loop's thread.
type Outcome = Box<dyn FnOnce(Python<'_>) -> PyResult<Py<PyAny>> + Send>;

/// The calls of one event loop.
#[pyclass(frozen, module = "sorakit._native")]
pub struct Completions {
    ready: Arc<Ready>,
    pending: Mutex<Pending>,
}

#[derive(Default)]
struct Pending {
    last: u64,
    calls: HashMap<u64, (Py<PyAny>, AbortHandle)>,
}

struct Ready {
    outcomes: Mutex<Vec<(u64, Outcome)>>,
    bell: Bell,
}

#[pymethods]
impl Completions {
    /// `wake` is called from another thread when there is something to drain;
    /// without it, `fileno()` becomes readable.
    #[new]
    #[pyo3(signature = (wake=None))]
    fn new(wake: Option<Py<PyAny>>) -> PyResult<Self> {
        let bell = match wake {
            Some(wake) => Bell::Callback(wake),
            None => Bell::socket()?,
        };
        Ok(Self {
            ready: Arc::new(Ready {
                outcomes: Mutex::default(),
                bell,
            }),
            pending: Mutex::default(),
        })
    }

    /// The descriptor that the event loop has to watch.
    fn fileno(&self) -> PyResult<i32> {
        self.ready.bell.fileno()
    }

    /// Completes the futures whose calls have ended.
    fn drain(&self, py: Python<'_>) -> PyResult<()> {
        self.ready.bell.silence();
        let outcomes = std::mem::take(&mut *lock(&self.ready.outcomes));
        for (ticket, outcome) in outcomes {
            let Some((future, _)) = lock(&self.pending).calls.remove(&ticket) else {
                continue;
            };
            let future = future.bind(py);
            if future.call_method0("done")?.is_truthy()? {
                continue;
            }
            match outcome(py) {
                Ok(value) => future.call_method1("set_result", (value,))?,
                Err(error) => future.call_method1("set_exception", (error.into_value(py),))?,
            };
        }
        Ok(())
    }

    /// Ends a call whose future nobody waits for any more.
    fn cancel(&self, ticket: u64) {
        let call = lock(&self.pending).calls.remove(&ticket);
        if let Some((_, handle)) = call {
            handle.abort();
        }
    }
}

impl Completions {
    /// Begins a call. Its result goes to `future`; the number returned is for `cancel`.
    pub fn begin<T: Send + 'static>(
        &self,
        future: Py<PyAny>,
        call: impl Future<Output = T> + Send + 'static,
        convert: impl FnOnce(Python<'_>, T) -> PyResult<Py<PyAny>> + Send + 'static,
    ) -> u64 {
        let (handle, registration) = AbortHandle::new_pair();
        let ticket = {
            let mut pending = lock(&self.pending);
            pending.last += 1;
            let ticket = pending.last;
            pending.calls.insert(ticket, (future, handle));
            ticket
        };
        let mut promise = Promise {
            ready: self.ready.clone(),
            ticket,
            kept: false,
        };
        let call = async move {
            let outcome = AssertUnwindSafe(call).catch_unwind().await;
            promise.keep(match outcome {
                Ok(value) => Box::new(move |py| convert(py, value)),
                Err(panic) => Box::new(move |_| Err(raise_panic(&*panic))),
            });
        };
        spawn(async move {
            let _ = Abortable::new(call, registration).await;
        });
        ticket
    }
}

/// Runs a future on the core's thread, which is started again after a fork.
fn spawn(future: impl Future<Output = ()> + Send + 'static) {
    static HOST: LazyLock<NativeHost> = LazyLock::new(|| {
        NativeHost::new(NativeOptions::default()).expect("there is no certificate to read")
    });
    HOST.finish(Box::pin(future));
}

/// The obligation to deliver an outcome, whatever becomes of the call.
struct Promise {
    ready: Arc<Ready>,
    ticket: u64,
    kept: bool,
}

impl Promise {
    fn keep(&mut self, outcome: Outcome) {
        self.kept = true;
        let first = {
            let mut outcomes = lock(&self.ready.outcomes);
            outcomes.push((self.ticket, outcome));
            outcomes.len() == 1
        };
        if first {
            self.ready.bell.ring();
        }
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        if !self.kept {
            self.keep(Box::new(|_| {
                Err(PyRuntimeError::new_err(
                    "the call ended without a result; this is a bug in sorakit",
                ))
            }));
        }
    }
}

/// The means of waking the event loop.
enum Bell {
    /// A socket whose other end the loop watches.
    #[cfg(unix)]
    Socket {
        here: std::os::unix::net::UnixStream,
        there: std::os::unix::net::UnixStream,
    },
    /// A callable, for event loops that cannot watch sockets.
    Callback(Py<PyAny>),
}

impl Bell {
    #[cfg(unix)]
    fn socket() -> PyResult<Self> {
        let (here, there) = std::os::unix::net::UnixStream::pair()?;
        here.set_nonblocking(true)?;
        there.set_nonblocking(true)?;
        Ok(Self::Socket { here, there })
    }

    #[cfg(not(unix))]
    fn socket() -> PyResult<Self> {
        Err(pyo3::exceptions::PyNotImplementedError::new_err(
            "this platform needs a callable",
        ))
    }

    #[cfg(unix)]
    fn fileno(&self) -> PyResult<i32> {
        use std::os::fd::AsRawFd;
        match self {
            Self::Socket { there, .. } => Ok(there.as_raw_fd()),
            Self::Callback(_) => Err(PyRuntimeError::new_err("it is woken by a callable")),
        }
    }

    #[cfg(not(unix))]
    fn fileno(&self) -> PyResult<i32> {
        Err(PyRuntimeError::new_err("it is woken by a callable"))
    }

    fn ring(&self) {
        match self {
            // A full socket is already ringing.
            #[cfg(unix)]
            Self::Socket { here, .. } => {
                let _ = std::io::Write::write(&mut &*here, &[1]);
            }
            Self::Callback(wake) => {
                // The loop may be closed by now; then nobody waits.
                let _ = Python::try_attach(|py| wake.call0(py).map(drop));
            }
        }
    }

    fn silence(&self) {
        #[cfg(unix)]
        if let Self::Socket { there, .. } = self {
            let mut buffer = [0; 64];
            while let Ok(64) = std::io::Read::read(&mut &*there, &mut buffer) {}
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}
