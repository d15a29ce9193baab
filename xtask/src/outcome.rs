//! The outcome of a task, and the folder in which it works.

use std::path::{Path, PathBuf};

/// A task's outcome: the error is a sentence for whoever ran it.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}
