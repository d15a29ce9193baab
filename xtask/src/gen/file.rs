//! A file that is made from the code.

use std::fs;
use std::path::Path;

use crate::Outcome;

/// A file that is made from the code.
pub struct Generated {
    /// Its path below the workspace's folder.
    pub path: &'static str,
    /// Its whole text.
    pub text: String,
}

/// The text of a file.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
