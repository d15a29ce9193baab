//! Rehearsing a creation: all that is done before something is sent, and no more. So whatever
//! a dialect refuses by itself is known beforehand, by the code that refuses it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::{Error, ErrorKind, Result};

/// True if a rehearsal came as far as sending something.
#[derive(Clone, Default)]
pub(crate) struct Rehearsal(Arc<AtomicBool>);

impl Rehearsal {
    /// Ends a call that is about to send something.
    pub(super) fn end(&self) -> Error {
        self.0.store(true, Ordering::Relaxed);
        Error::new(ErrorKind::Cancelled, "it is not sent")
    }

    /// The refusal that was rehearsed. What came of a call that would have been sent says
    /// nothing.
    pub(crate) fn refusal<T>(&self, came: Result<T>) -> Result<()> {
        match self.0.load(Ordering::Relaxed) {
            true => Ok(()),
            false => came.map(drop),
        }
    }
}
