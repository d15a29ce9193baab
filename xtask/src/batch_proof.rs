//! `cargo xtask batch-proof`: a long batch whose worker is killed again and again.

use crate::Outcome;
use crate::process::{cargo, run as succeed};

/// How long it is.
#[derive(clap::Args)]
pub struct Arguments {
    /// The number of requests.
    #[arg(long, default_value_t = 10_000)]
    lines: usize,
    /// The number of times that the worker is killed, with SIGKILL at random moments.
    #[arg(long, default_value_t = 50)]
    kills: usize,
}

/// Plays it as the tests do, only longer, and prints what the server and the ledger count.
pub fn run(arguments: &Arguments) -> Outcome {
    let test = "batch_killed::a_batch_that_is_killed_again_and_again_makes_each_video_once";
    succeed(
        cargo()
            .args([
                "test",
                // With the features of the tests, so that nothing is compiled twice.
                "--workspace",
                "--exclude=sorakit-sentinel",
                "--test",
                "command",
                "--",
            ])
            .args(["--exact", test, "--nocapture"])
            .env("SORAKIT_BATCH_LINES", arguments.lines.to_string())
            .env("SORAKIT_BATCH_KILLS", arguments.kills.to_string()),
    )
}
