//! The npm package for browsers: built with the tools that its own folder pins.

use std::path::{Path, PathBuf};

use crate::process::{output, program, run};
use crate::{Outcome, notices, root, tools};

/// The oldest Node that builds and tests the package.
const OLDEST_NODE: u32 = 20;

/// The package's folder.
pub fn package() -> PathBuf {
    root().join("bindings-wasm")
}

/// The folder of the projects that the package's tests build with bundlers.
pub fn bundlers() -> PathBuf {
    package().join("test/bundlers")
}

/// The example page's folder.
pub fn example() -> PathBuf {
    root().join("examples/browser")
}

/// The reason that the package cannot be built here, if there is one.
pub fn missing() -> Option<String> {
    let version = output(program("node").arg("--version"));
    let major = version.as_deref().and_then(|text| {
        let digits = text.trim().trim_start_matches('v');
        digits.split('.').next()?.parse::<u32>().ok()
    });
    (major < Some(OLDEST_NODE)).then(|| {
        let found = version.map_or("not here".to_owned(), |text| text.trim().to_owned());
        format!("Node is {found}; install Node {OLDEST_NODE} or newer, with npm")
    })
}

/// Installs the package's tools when they are missing, and builds it into `dist`.
pub fn build() -> Outcome {
    tools::wasm_bindgen()?;
    install(&package())?;
    notices::write("sorakit-wasm", &package())?;
    npm(&package(), &["run", "--silent", "build"])
}

/// Installs the packages of a folder's `package-lock.json` when they are missing.
pub fn install(folder: &Path) -> Outcome {
    if folder.join("node_modules/.package-lock.json").is_file() {
        return Ok(());
    }
    npm(
        folder,
        &["ci", "--no-audit", "--no-fund", "--ignore-scripts"],
    )
}

/// Runs npm in a folder.
pub fn npm(folder: &Path, arguments: &[&str]) -> Outcome {
    run(program("npm").args(arguments).current_dir(folder))
}
