//! The Node package against openai-node and raw fetch.

use std::fs;

use crate::Outcome;
use crate::process::{program, run as succeed};
use crate::root;

/// The amount to measure.
#[derive(clap::Args)]
pub struct Arguments {
    /// The number of rounds.
    #[arg(long, default_value_t = 7)]
    rounds: u32,
}

/// Builds the package in release mode, installs its peer, and runs `benches/node`.
pub fn run(arguments: &Arguments) -> Outcome {
    crate::node::run(&crate::node::Arguments {
        debug: false,
        target: None,
    })?;
    let peers = root().join("target/bench-peers/node");
    fs::create_dir_all(&peers).map_err(|e| format!("cannot make {}: {e}", peers.display()))?;
    if !peers.join("node_modules/openai").is_dir() {
        fs::write(peers.join("package.json"), "{}").map_err(|error| error.to_string())?;
        succeed(
            program("npm")
                .args(["install", "--no-audit", "--no-fund", "openai@7.55.0"])
                .current_dir(&peers),
        )?;
    }
    succeed(
        program("node")
            .arg("benches/node/main.mjs")
            .args(["--rounds", &arguments.rounds.to_string(), "--peers"])
            .arg(&peers)
            .arg("--output")
            .arg(root().join("benches/RESULTS-node.md")),
    )
}
