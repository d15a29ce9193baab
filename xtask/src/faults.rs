//! `cargo xtask faults`: every fault against every flow of every dialect.

use crate::Outcome;
use crate::process::{cargo, run as succeed};

/// Which cells are played.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only cells whose name holds this text, such as `Watch / sora`.
    #[arg(long)]
    only: Option<String>,
    /// A reset at every byte of the answers of creating, polling, renewing and
    /// downloading, instead of the list of faults.
    #[arg(long)]
    bytes: bool,
    /// Plays every so many cells.
    #[arg(long, default_value_t = 1)]
    every: usize,
}

/// Plays the cells, and prints which fail and why.
pub fn run(arguments: &Arguments) -> Outcome {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "sorakit-faults", "--"]);
    command.arg(format!("--every={}", arguments.every));
    if let Some(only) = &arguments.only {
        command.arg(format!("--only={only}"));
    }
    if arguments.bytes {
        command.arg("--bytes");
    }
    succeed(&mut command)
}
