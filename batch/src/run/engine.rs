//! What all parts of a run share.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use futures_util::task::AtomicWaker;
use sorakit::host::NativeHost;

use super::book::Book;
use super::lane::Lane;
use crate::event::Event;

/// How a batch runs.
#[derive(Debug, Clone)]
pub struct RunOptions {
    /// The most downloads at once, 1 at least. Default: 4.
    pub downloads: usize,
    /// True to send again what is unknown and not found in the account's list. It may be paid
    /// for twice. Default: false.
    pub resend_unknown: bool,
    /// The longest wait for a job, which then goes on at the server, for a later run. Default:
    /// the client's `video_timeout` or `image_timeout`.
    pub deadline: Option<Duration>,
    /// The longest time for which a server may be away, overloaded or out of quota before the
    /// run ends. Default: an hour.
    pub patience: Duration,
}

impl Default for RunOptions {
    fn default() -> Self {
        Self {
            downloads: 4,
            resend_unknown: false,
            deadline: None,
            patience: Duration::from_secs(3600),
        }
    }
}

/// Ends a run in good order.
#[derive(Clone, Default)]
pub struct Stopper(Arc<Stopping>);

#[derive(Default)]
struct Stopping {
    asked: AtomicBool,
    waker: AtomicWaker,
}

/// What all parts of a run share.
pub struct Engine {
    pub book: Book,
    pub folder: PathBuf,
    pub batch: i64,
    pub lanes: Vec<Arc<Lane>>,
    pub options: RunOptions,
    pub events: Events,
    pub stopper: Stopper,
    /// For its clock.
    pub host: NativeHost,
}

/// What has happened and was not taken yet.
#[derive(Clone, Default)]
pub struct Events(Arc<Mutex<VecDeque<Event>>>);

impl Stopper {
    /// Sends nothing more. The run goes on until what was sent has ended.
    pub fn stop(&self) {
        self.0.asked.store(true, Ordering::SeqCst);
        self.0.waker.wake();
    }

    pub(super) fn is_asked(&self) -> bool {
        self.0.asked.load(Ordering::SeqCst)
    }

    /// Wakes this when it is asked to stop.
    pub(super) fn wakes(&self, waker: &Waker) {
        self.0.waker.register(waker);
    }
}

impl Events {
    pub fn push(&self, event: Event) {
        self.queue().push_back(event);
    }

    pub fn pop(&self) -> Option<Event> {
        self.queue().pop_front()
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<Event>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
