//! The npm package: built, tested both as built and as packed, and used by the example
//! programs.

use std::fs;

use super::done::Done;
use crate::node::{self, Arguments, package};
use crate::process::{output, program, run};
use crate::{Outcome, root};

/// The oldest Node that the package is for.
const OLDEST: u32 = 20;

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    let Some(version) = output(program("node").arg("--version")) else {
        return Ok(Done::Nothing(format!(
            "Node is not here; install Node {OLDEST} or newer"
        )));
    };
    if major(&version).is_none_or(|major| major < OLDEST) {
        return Ok(Done::Nothing(format!(
            "Node {} is too old; install Node {OLDEST} or newer",
            version.trim()
        )));
    }
    node::run(&Arguments {
        debug: true,
        target: None,
    })?;
    install_runtimes();
    let mut tests = program("node");
    tests.args(["--test", "--test-reporter=dot", "--test-timeout=300000"]);
    for entry in fs::read_dir(package().join("test")).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            tests.arg(path);
        }
    }
    run(tests.current_dir(package()))?;
    println!();
    Ok(Done::Passed)
}

/// Installs Bun and Deno, in which the package is tested too where they are available.
fn install_runtimes() {
    let folder = root().join("bindings-node/test/runtimes");
    if folder.join("node_modules/.package-lock.json").is_file() {
        return;
    }
    // A lock file of one platform leaves the others' binaries out, so the
    // versions are pinned in `package.json` instead.
    let installed = run(program("npm")
        .args(["install", "--no-package-lock", "--no-audit", "--no-fund"])
        .arg("--ignore-scripts")
        .current_dir(folder));
    if let Err(error) = installed {
        println!("({error}; the tests under Bun and Deno are skipped)");
    }
}

/// The major version: `v20.1.0` is 20.
fn major(version: &str) -> Option<u32> {
    let version = version.trim().trim_start_matches('v');
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nothing"), None);
    }
}
