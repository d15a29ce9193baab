//! `cargo xtask bench batch`: a long batch through one process, beside what a user would write.

use std::fs;
use std::path::PathBuf;

use crate::process::{cargo, output, program, run as succeed};
use crate::test::python::{interpreters, prepare, requirements};
use crate::{Outcome, root};

/// Options of the measurement.
#[derive(clap::Args)]
pub struct Arguments {
    /// The longest batch, in lines: a tenth and a hundredth of it are measured too.
    #[arg(long, default_value_t = 100_000)]
    lines: u32,
    /// A command `sorakit` to measure. Default: a release build of this tree.
    #[arg(long, value_name = "FILE")]
    command: Option<PathBuf>,
}

/// Measures, and writes `benches/RESULTS-batch.md`.
pub fn run(arguments: &Arguments) -> Outcome {
    let command = match &arguments.command {
        Some(command) => command.clone(),
        None => {
            succeed(cargo().args(["build", "--release", "--package", "sorakit-cli"]))?;
            root().join("target/release/sorakit")
        }
    };
    let (_, newest) = interpreters().ok_or("there is no Python from 3.10")?;
    let peers = requirements("benches/python/requirements.txt", &[])?;
    let python = prepare(&newest, "bench", &peers)?;
    let table = output(
        program(&python)
            .arg("benches/batch/run.py")
            .arg(&command)
            .arg(arguments.lines.to_string()),
    )
    .ok_or(
        "the measurement failed; run `benches/batch/run.py` in target/python/bench-* to see why",
    )?;
    print!("{table}");
    fs::write(root().join("benches/RESULTS-batch.md"), table).map_err(|error| error.to_string())
}
