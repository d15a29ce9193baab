//! The thread for all native work, whatever executor the caller uses.

use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};

use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use super::lock;

/// A task on the host's runtime, ended when its caller is gone.
pub(crate) struct Task<T>(JoinHandle<T>);

impl<T: Send + 'static> Task<T> {
    /// Starts the task.
    pub(crate) fn spawn(future: impl Future<Output = T> + Send + 'static) -> Self {
        Self(runtime().spawn(future))
    }
}

impl<T> Future for Task<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        Pin::new(&mut self.0)
            .poll(context)
            .map(|joined| match joined {
                Ok(value) => value,
                Err(error) => std::panic::resume_unwind(error.into_panic()),
            })
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Runs work that may block on another thread, even after a fork.
pub(crate) fn unblock<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> impl Future<Output = T> + Send {
    let task = Task(runtime().spawn_blocking(work));
    #[cfg(feature = "testing")]
    let task = super::at_work::counted(task);
    task
}

/// The runtime of the whole process: one worker, created when it is first needed, and
/// again after a fork, which does not copy threads.
pub(crate) fn runtime() -> &'static Runtime {
    static CURRENT: Mutex<Option<(u32, &'static Runtime)>> = Mutex::new(None);
    let process = std::process::id();
    let mut current = lock(&CURRENT);
    match *current {
        Some((made_by, runtime)) if made_by == process => runtime,
        _ => {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .thread_name("sorakit")
                .enable_all()
                .build()
                .expect("the system gives a thread");
            // The parent's runtime is leaked on purpose: its threads are not here.
            let runtime: &'static Runtime = Box::leak(Box::new(runtime));
            *current = Some((process, runtime));
            runtime
        }
    }
}
