//! The commands, one file each.

pub mod call;
pub mod completions;
pub mod creation;
mod delivery;
pub mod jobs;
pub mod links;
pub mod operations;
pub mod pow;
pub mod quota;
pub mod resume;
pub mod simulate;
pub mod video;

use crate::arguments::Command;
use crate::outcome::{Outcome, Session};

/// Runs a command to its end.
pub async fn run(command: Command, session: &Session) -> Outcome {
    match command {
        Command::Video(arguments) => video::run(*arguments, session).await,
        Command::Resume(arguments) => resume::run(arguments, session).await,
        Command::Jobs(arguments) => jobs::run(arguments).await,
        Command::Quota(arguments) => quota::run(arguments).await,
        Command::Simulate(arguments) => simulate::run(arguments).await,
        Command::Pow(arguments) => pow::run(arguments).await,
        Command::Operations(arguments) => operations::run(&arguments),
        Command::Call(arguments) => call::run(arguments).await,
        Command::Links(arguments) => links::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    }
}
