//! What stands for the simulator in a library without it.

use serde_json::Value;
use sorakit::{Error, ErrorKind, Result};

/// A simulator that cannot be.
pub enum Running {}

impl Running {
    /// Says that there is none.
    pub fn start(_settings: Value) -> Result<Self> {
        let what = "this library has no simulator: build it with `--features simulator`";
        Err(Error::new(ErrorKind::Unsupported, what))
    }

    /// Never called.
    pub fn ask(&self, _what: &str, _given: Value) -> Result<Value> {
        match *self {}
    }
}
