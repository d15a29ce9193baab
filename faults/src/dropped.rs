//! A future that ends at a poll of its own, wherever it then is.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};

/// How a future ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended<T> {
    /// By itself.
    Done(T),
    /// Dropped at this poll.
    Dropped,
}

/// Runs a future and drops it instead of polling it for the so many-th time.
pub struct DroppedAt<F> {
    future: Option<Pin<Box<F>>>,
    left: Option<u32>,
}

impl<F: Future> DroppedAt<F> {
    /// Never, where no number is given.
    pub fn new(future: F, at: Option<u32>) -> Self {
        Self {
            future: Some(Box::pin(future)),
            left: at,
        }
    }
}

impl<F: Future> Future for DroppedAt<F> {
    type Output = Ended<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(left) = &mut self.left {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.future = None;
                return Poll::Ready(Ended::Dropped);
            }
        }
        let future = self.future.as_mut().expect("it is polled after its end");
        future.as_mut().poll(context).map(Ended::Done)
    }
}

/// Counts how often a future is polled.
pub struct Counted<F> {
    future: Pin<Box<F>>,
    polls: Arc<AtomicU32>,
}

impl<F: Future> Counted<F> {
    pub fn new(future: F, polls: &Arc<AtomicU32>) -> Self {
        Self {
            future: Box::pin(future),
            polls: polls.clone(),
        }
    }
}

impl<F: Future> Future for Counted<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        self.polls.fetch_add(1, Ordering::SeqCst);
        self.future.as_mut().poll(context)
    }
}
