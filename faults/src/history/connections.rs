//! What a process has under way with servers and files, which ends with it.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, Weak};
use std::task::{Context, Poll};

use futures_lite::Stream;

/// What a process has under way. When it is killed all of it is dropped, also what
/// something still refers to.
#[derive(Clone, Default)]
pub struct Connections(Arc<Mutex<Vec<Weak<dyn End>>>>);

impl Connections {
    /// Keeps an exchange, the body of its answer, or the use of a file.
    pub fn keep<T: Unpin + Send + 'static>(&self, exchange: T) -> Kept<T> {
        let kept = Arc::new(Mutex::new(Some(exchange)));
        let weak: Weak<Mutex<Option<T>>> = Arc::downgrade(&kept);
        let mut all = lock(&self.0);
        all.retain(|one| one.strong_count() > 0);
        all.push(weak);
        Kept(kept)
    }

    /// Ends all of them.
    pub fn end(&self) {
        for one in std::mem::take(&mut *lock(&self.0)) {
            if let Some(one) = one.upgrade() {
                one.end();
            }
        }
    }
}

trait End: Send + Sync {
    fn end(&self);
}

impl<T: Send> End for Mutex<Option<T>> {
    fn end(&self) {
        lock(self).take();
    }
}

/// An exchange that comes to nothing once its process has ended.
pub struct Kept<T>(Arc<Mutex<Option<T>>>);

impl<T: Future + Unpin> Future for Kept<T> {
    type Output = T::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T::Output> {
        match &mut *lock(&self.0) {
            Some(exchange) => Pin::new(exchange).poll(context),
            None => Poll::Pending,
        }
    }
}

impl<T: Stream + Unpin> Stream for Kept<T> {
    type Item = T::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T::Item>> {
        match &mut *lock(&self.0) {
            Some(body) => Pin::new(body).poll_next(context),
            None => Poll::Ready(None),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}
