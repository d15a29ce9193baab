//! A file generated from the code.

use std::fs;
use std::path::Path;

use crate::Outcome;

/// A file generated from the code.
pub struct Generated {
    /// The path below the workspace's folder.
    pub path: &'static str,
    /// The whole text.
    pub text: String,
}

/// The text of a file.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
