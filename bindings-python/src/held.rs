//! Python objects that the core holds, such as callbacks, visible to the garbage collector.
//!
//! A callback often belongs to the client's owner. The collector finds such a cycle through
//! the client, and breaks it here.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;

/// An object, until the collector takes it.
#[derive(Clone)]
pub struct Held {
    object: Arc<Mutex<Option<Py<PyAny>>>>,
    pins: Arc<AtomicUsize>,
}

/// Keeps an object from the collector.
pub struct Pin(Arc<AtomicUsize>);

impl Held {
    /// Holds an object.
    pub fn new(object: Py<PyAny>) -> Self {
        Self {
            object: Arc::new(Mutex::new(Some(object))),
            pins: Arc::default(),
        }
    }

    /// The object; none once its client was collected.
    pub fn get<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
        let held = self
            .object
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        held.as_ref().map(|object| object.bind(py).clone())
    }

    /// Keeps the object, and all that it refers to, until the pin is dropped.
    pub fn pin(&self) -> Pin {
        self.pins.fetch_add(1, Ordering::SeqCst);
        Pin(self.pins.clone())
    }

    /// Shows the object to the collector, which must not wait: an object that is pinned, or in
    /// use at the moment, is not shown, and so stays.
    pub fn visit(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        match self.object.try_lock() {
            Ok(held) if self.pins.load(Ordering::SeqCst) == 0 => visit.call(&*held),
            _ => Ok(()),
        }
    }

    /// Lets go of the object.
    pub fn clear(&self) {
        let mut held = self
            .object
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        let object = held.take();
        drop(held);
        // It may be the last reference, whose end runs the caller's code.
        drop(object);
    }
}

impl Drop for Pin {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
