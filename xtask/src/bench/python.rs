//! `cargo xtask bench python`: the Python package against openai, httpx and aiohttp.

use std::fs;
use std::path::PathBuf;

use crate::process::{output, program};
use crate::test::python::{install_wheel, interpreters, prepare, requirements, wheel};
use crate::{Outcome, root};

/// Options of the measurement.
#[derive(clap::Args)]
pub struct Arguments {
    /// The number of rounds; the best counts.
    #[arg(long, default_value_t = 3)]
    rounds: u32,
    /// A wheel to measure. Default: a release build of this tree.
    #[arg(long, value_name = "FILE")]
    wheel: Option<PathBuf>,
}

/// Measures, and writes `benches/RESULTS-python.md`.
pub fn run(arguments: &Arguments) -> Outcome {
    let (_, newest) = interpreters().ok_or("there is no Python from 3.10")?;
    let built = match &arguments.wheel {
        Some(wheel) => wheel.clone(),
        None => wheel(&newest, &["--release"])?,
    };
    let peers = requirements("benches/python/requirements.txt", &[])?;
    let python = prepare(&newest, "bench", &peers)?;
    install_wheel(&python, &built)?;
    let table = output(
        program(&python)
            .arg("benches/python/run.py")
            .arg(arguments.rounds.to_string()),
    )
    .ok_or(
        "the measurement failed; run `benches/python/run.py` in target/python/bench-* to see why",
    )?;
    print!("{table}");
    fs::write(root().join("benches/RESULTS-python.md"), table).map_err(|error| error.to_string())
}
