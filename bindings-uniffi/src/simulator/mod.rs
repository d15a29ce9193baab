//! The simulator, in this process, where the library was built with it.

#[cfg(feature = "simulator")]
mod running;

#[cfg(not(feature = "simulator"))]
mod absent;

use std::sync::{Arc, Mutex, MutexGuard};

use sorakit::Result;

use crate::failure::{Failure, closed};
use crate::json::Json;

#[cfg(not(feature = "simulator"))]
use absent::Running;
#[cfg(feature = "simulator")]
use running::Running;

/// A local server of all dialects. It stops when it is stopped or let go of.
#[derive(uniffi::Object)]
pub struct NativeSimulator {
    running: Mutex<Option<Running>>,
}

#[uniffi::export]
impl NativeSimulator {
    /// Starts one on loopback, with its settings.
    ///
    /// # Errors
    /// `unsupported` if this library was built without the feature `simulator`.
    #[uniffi::constructor]
    pub fn new(settings: Json) -> Result<Arc<Self>, Failure> {
        let running = Running::start(settings.given("simulator")?)?;
        Ok(Arc::new(Self {
            running: Mutex::new(Some(running)),
        }))
    }

    /// Asks it for something, or tells it to do something, by name.
    pub fn ask(&self, what: String, given: Json) -> Result<Json, Failure> {
        match &*self.lock() {
            Some(running) => Ok(running.ask(&what, given.given(&what)?)?.into()),
            None => Err(closed("simulator").into()),
        }
    }

    /// Stops it. Its ports are closed when this returns; calling it again does nothing.
    pub fn stop(&self) {
        // Outside the lock: stopping takes a moment.
        let _stopped = self.lock().take();
    }
}

impl NativeSimulator {
    fn lock(&self) -> MutexGuard<'_, Option<Running>> {
        self.running
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}
