//! The Rust client against reqwest itself.

use std::fs;

use crate::process::{cargo, output};
use crate::{Outcome, root};

/// Builds `benches/client` in release mode, and runs it.
pub fn run() -> Outcome {
    let table = output(cargo().args(["run", "--release", "--package", "sorakit-bench-client"]))
        .ok_or("the measurement failed; `cargo run -rp sorakit-bench-client` says why")?;
    print!("{table}");
    fs::write(root().join("benches/RESULTS-client.md"), table).map_err(|error| error.to_string())
}
