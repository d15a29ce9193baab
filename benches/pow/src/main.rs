//! Measures the proof of work against its peers: `cargo xtask bench pow`.
//!
//! Every contestant runs for a short turn in every round, so that other work on the machine
//! touches all alike, and each is compared with the Python loop of the same round.

#![forbid(unsafe_code)]

mod contestant;
mod easy;
mod report;

use std::{fs, path::PathBuf, process::ExitCode};

use clap::Parser;
use contestant::Contestant;
use report::Rounds;

/// The proof of work against its peers, in the same interleaved rounds.
#[derive(Parser)]
pub struct Arguments {
    /// How many rounds.
    #[arg(long, default_value_t = 15)]
    rounds: u32,
    /// How long each contestant runs in a round, in milliseconds.
    #[arg(long, default_value_t = 150)]
    turn: u32,
    /// A folder in which the npm package hash-wasm is installed; without it, Node takes no part.
    #[arg(long)]
    node_modules: Option<PathBuf>,
    /// The solver compiled for WebAssembly with 128-bit vectors.
    #[arg(long)]
    wasm: Option<PathBuf>,
    /// The contract vectors that the solver must pass in Node.
    #[arg(long)]
    vectors: Option<PathBuf>,
    /// The file to write the result to.
    #[arg(long)]
    output: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let mut contestants = Contestant::all(arguments)?;
    let mut rounds = Rounds::new(contestants.iter().map(Contestant::name).collect());
    for round in 0..=arguments.rounds {
        let measures: Result<Vec<_>, _> = contestants
            .iter_mut()
            .map(|contestant| contestant.turn(arguments.turn))
            .collect();
        // The first round is for the compilers and caches of the peers.
        if round > 0 {
            rounds.add(measures?);
            eprint!("\rround {round} of {}", arguments.rounds);
        }
    }
    eprintln!();
    let report = rounds.report(&easy::measure());
    println!("{report}");
    if let Some(path) = &arguments.output {
        fs::write(path, report).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
        eprintln!("written to {}", path.display());
    }
    Ok(())
}
