//! What happens inside calls, on its way to Python: to the client's own callback, and to the
//! logger. The core's thread does not wait for the interpreter when neither takes an event.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use pyo3::prelude::*;
use sorakit::{Event, Observer};

use crate::held::Held;
use crate::value::to_python;

/// The levels of Python's `logging`.
const DEBUG: u8 = 10;
const INFO: u8 = 20;
const WARNING: u8 = 30;

/// Those who are told.
pub struct Told {
    on_event: Option<Held>,
    /// Called with the level and the event.
    log: Option<Held>,
    /// The lowest level that the logger takes.
    level: AtomicU8,
}

impl Told {
    pub fn new(on_event: Option<Held>, log: Option<Held>, level: u8) -> Self {
        Self {
            on_event,
            log,
            level: level.into(),
        }
    }

    pub fn hear(&self, level: u8) {
        self.level.store(level, Ordering::Relaxed);
    }

    fn logs(&self, level: u8) -> Option<&Held> {
        let is_taken = level >= self.level.load(Ordering::Relaxed);
        self.log.as_ref().filter(|_| is_taken)
    }
}

/// The observer of a client.
pub struct Telling(pub Arc<Told>);

impl Observer for Telling {
    fn on_event(&self, event: &Event) {
        let level = level(event);
        let (on_event, log) = (self.0.on_event.as_ref(), self.0.logs(level));
        if on_event.is_none() && log.is_none() {
            return;
        }
        let event = serde_json::to_value(event).unwrap_or_default();
        // An interpreter that is ending is told nothing.
        Python::try_attach(|py| {
            let Ok(event) = to_python(py, &event) else {
                return;
            };
            if let Some(callback) = on_event.and_then(|held| held.get(py))
                && let Err(error) = callback.call1((&event,))
            {
                error.write_unraisable(py, Some(&callback));
            }
            if let Some(log) = log.and_then(|held| held.get(py))
                && let Err(error) = log.call1((level, &event))
            {
                error.write_unraisable(py, Some(&log));
            }
        });
    }

    fn takes_traffic(&self) -> bool {
        self.0.on_event.is_some() || self.0.logs(DEBUG).is_some()
    }
}

/// How much an event matters.
fn level(event: &Event) -> u8 {
    match event {
        Event::Sending { .. }
        | Event::Answered { .. }
        | Event::Unanswered { .. }
        | Event::Solved { .. } => DEBUG,
        Event::UnknownStatus { .. } | Event::Warning { .. } => WARNING,
        _ => INFO,
    }
}
