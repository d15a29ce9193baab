//! Rehearsing a creation: all that is done before something is sent, and no more. So whatever
//! a dialect refuses by itself is known beforehand, by the code that refuses it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::client::Client;
use crate::model::{Error, ErrorKind, Result};

/// True if a rehearsal came as far as sending something.
#[derive(Clone, Default)]
pub(crate) struct Rehearsal(Arc<AtomicBool>);

impl Client {
    /// The same client, whose calls end where they would send something.
    pub(crate) fn rehearsing(&self) -> (Self, Rehearsal) {
        let rehearsal = Rehearsal::default();
        let mut client = self.clone();
        client.rehearsal = Some(rehearsal.clone());
        (client, rehearsal)
    }

    /// True if this client sends nothing.
    pub(crate) fn is_rehearsing(&self) -> bool {
        self.rehearsal.is_some()
    }

    /// Ends a call of a rehearsal, which is about to send something.
    pub(crate) fn may_send(&self) -> Result<()> {
        let Some(rehearsal) = &self.rehearsal else {
            return Ok(());
        };
        rehearsal.0.store(true, Ordering::Relaxed);
        Err(Error::new(ErrorKind::Cancelled, "it is not sent"))
    }
}

impl Rehearsal {
    /// The refusal that was rehearsed. What came of a call that would have been sent says
    /// nothing.
    pub(crate) fn refusal<T>(&self, came: Result<T>) -> Result<()> {
        match self.0.load(Ordering::Relaxed) {
            true => Ok(()),
            false => came.map(drop),
        }
    }
}
