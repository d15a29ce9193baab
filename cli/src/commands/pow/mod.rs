//! `sorakit pow`: the Sentinel proof of work.

mod bench;
mod challenge;
mod kernel;
mod solve;
mod verify;

use clap::Subcommand;

use crate::outcome::Outcome;

/// What `pow` is told.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Solves challenges.
    Solve(solve::Arguments),
    /// Checks answers, as a server does.
    Verify(verify::Arguments),
    /// Measures how fast this machine solves.
    Bench(bench::Arguments),
}

impl Arguments {
    pub fn prints_json(&self) -> bool {
        match &self.task {
            Task::Solve(arguments) => arguments.json,
            Task::Verify(arguments) => arguments.json,
            Task::Bench(arguments) => arguments.json,
        }
    }
}

pub async fn run(arguments: Arguments) -> Outcome {
    match arguments.task {
        Task::Solve(arguments) => solve::run(arguments).await,
        Task::Verify(arguments) => verify::run(&arguments),
        Task::Bench(arguments) => bench::run(arguments).await,
    }
}
