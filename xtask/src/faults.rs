//! `cargo xtask faults`: every fault against every flow of every dialect, and seeded
//! histories.

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
    /// Seeded histories instead of cells, so many of them.
    #[arg(long)]
    histories: Option<u64>,
    /// The first of them.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// 10,000 histories.
    #[arg(long)]
    deep: bool,
    /// The history of one seed, told in full.
    #[arg(long)]
    seed: Option<u64>,
}

/// How many histories `--deep` plays.
const DEEP: u64 = 10_000;

/// Plays the cells, or histories, and prints which fail and why.
pub fn run(arguments: &Arguments) -> Outcome {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "sorakit-faults"]);
    let histories = arguments.deep.then_some(DEEP).or(arguments.histories);
    if let Some(histories) = histories {
        command.args(["--profile=deep", "--"]);
        command.arg(format!("--histories={histories}"));
        command.arg(format!("--from={}", arguments.from));
        return succeed(&mut command);
    }
    command.arg("--");
    if let Some(seed) = arguments.seed {
        command.arg(format!("--seed={seed}"));
        return succeed(&mut command);
    }
    command.arg(format!("--every={}", arguments.every));
    if let Some(only) = &arguments.only {
        command.arg(format!("--only={only}"));
    }
    if arguments.bytes {
        command.arg("--bytes");
    }
    succeed(&mut command)
}
