//! `cargo xtask fuzz`: the targets of `fuzz/`, each for a while.

use crate::process::{cargo, output, program, run as succeed};
use crate::{Outcome, root};

const TARGETS: [&str; 2] = ["pow_search", "pow_read"];

/// How long to fuzz.
#[derive(clap::Args)]
pub struct Arguments {
    /// Seconds for each target.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// Installs cargo-fuzz when it is missing, and runs every target.
pub fn run(arguments: &Arguments) -> Outcome {
    if output(program("cargo").args(["+nightly", "--version"])).is_none() {
        return Err("fuzzing takes a nightly toolchain: `rustup toolchain install nightly`".into());
    }
    let tools = root().join("target/tools");
    let fuzz = tools.join("bin/cargo-fuzz");
    if !fuzz.is_file() {
        println!("cargo-fuzz is missing; building it takes a minute.");
        let install = ["install", "cargo-fuzz", "--root"];
        succeed(cargo().args(install).arg(&tools))?;
    }
    for target in TARGETS {
        succeed(
            program(&fuzz)
                .args(["fuzz", "run", target, "--"])
                .arg(format!("-max_total_time={}", arguments.seconds))
                .env("RUSTUP_TOOLCHAIN", "nightly"),
        )?;
    }
    Ok(())
}
