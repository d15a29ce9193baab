//! Counts work on other threads, which a virtual clock must wait for.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

thread_local! {
    static AT_WORK: Arc<AtomicUsize> = Arc::default();
}

/// The number of tasks on other threads that were started on this one, and that somebody
/// waits for.
pub fn at_work_elsewhere() -> usize {
    AT_WORK.with(|at_work| at_work.load(Ordering::SeqCst))
}

/// Counts `task` until its waiter has seen it end, or is gone.
pub(crate) fn counted<F: Future + Unpin>(task: F) -> impl Future<Output = F::Output> {
    let counter = AT_WORK.with(Arc::clone);
    counter.fetch_add(1, Ordering::SeqCst);
    AtWork {
        task,
        counter: Some(counter),
    }
}

struct AtWork<F> {
    task: F,
    counter: Option<Arc<AtomicUsize>>,
}

impl<F> AtWork<F> {
    fn end(&mut self) {
        if let Some(counter) = self.counter.take() {
            counter.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

impl<F: Future + Unpin> Future for AtWork<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let polled = Pin::new(&mut self.task).poll(context);
        if polled.is_ready() {
            self.end();
        }
        polled
    }
}

impl<F> Drop for AtWork<F> {
    fn drop(&mut self) {
        self.end();
    }
}
