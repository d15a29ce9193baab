//! The proof of work against its peers.

use std::fs;

use crate::{
    Outcome,
    process::{cargo, program, run as succeed},
    root,
};

/// The amount to measure.
#[derive(clap::Args)]
pub struct Arguments {
    /// The number of rounds.
    #[arg(long, default_value_t = 15)]
    rounds: u32,
    /// The time each contestant runs in a round, in milliseconds.
    #[arg(long, default_value_t = 150)]
    turn: u32,
}

/// Builds the solver for WebAssembly, installs its peer, and runs `benches/pow`.
pub fn run(arguments: &Arguments) -> Outcome {
    let target = root().join("target");
    let simd = target.join("simd128");
    succeed(
        cargo()
            .args(["build", "--profile", "wasm", "--package", "sorakit-pow"])
            .args(["--features", "permute"])
            .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
            .arg(&simd)
            .env("RUSTFLAGS", "-C target-feature=+simd128"),
    )?;
    let peers = target.join("bench-peers");
    fs::create_dir_all(&peers).map_err(|e| format!("cannot make {}: {e}", peers.display()))?;
    if !peers.join("node_modules/hash-wasm").is_dir() {
        succeed(
            program("npm")
                .args(["install", "--no-audit", "--no-fund", "hash-wasm@4"])
                .current_dir(&peers),
        )?;
    }
    succeed(
        cargo()
            .args(["run", "--release", "--package", "sorakit-bench-pow", "--"])
            .args(["--rounds", &arguments.rounds.to_string()])
            .args(["--turn", &arguments.turn.to_string(), "--node-modules"])
            .arg(&peers)
            .arg("--wasm")
            .arg(simd.join("wasm32-unknown-unknown/wasm/sorakit_pow.wasm"))
            .arg("--vectors")
            .arg(root().join("tests/contract/vectors/pow.json"))
            .arg("--output")
            .arg(root().join("benches/RESULTS.md")),
    )
}
