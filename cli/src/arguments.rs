//! What the command line holds.

use clap::{Parser, Subcommand};

use crate::commands::{
    call, completions, jobs, links, operations, pow, quota, resume, simulate, video,
};

/// Videos from Sora-shaped APIs, and a local simulator of them.
///
/// Settings come from the options, then from SORAKIT_* variables (SORAKIT_BASE_URL,
/// SORAKIT_DIALECT, SORAKIT_API_KEY, SORAKIT_ACCESS_TOKEN, SORAKIT_SESSION_TOKEN,
/// SORAKIT_REFRESH_TOKEN, SORAKIT_PROXY, …), then from the file that SORAKIT_CONFIG names.
#[derive(Parser)]
#[command(
    name = "sorakit",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Exit status: 0 done, 1 failed, 2 refused before anything was sent, 130 interrupted.\n\n\
        Examples:\n  \
        sorakit video \"a cat in the snow\" --simulate -o cat.mp4\n  \
        sorakit simulate\n  \
        sorakit video \"a cat in the snow\" --dialect openai --base-url https://gateway.example/v1\n  \
        sorakit jobs"
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Makes a video and downloads it.
    Video(Box<video::Arguments>),
    /// Waits for a job that was begun before, and downloads its video.
    Resume(resume::Arguments),
    /// Lists the jobs that this machine began, and how they stand.
    Jobs(jobs::Arguments),
    /// Shows what the account may still make.
    Quota(quota::Arguments),
    /// Runs a local server of all dialects, until Ctrl-C.
    Simulate(simulate::Arguments),
    /// The Sentinel proof of work.
    Pow(pow::Arguments),
    /// Lists every operation of every dialect.
    Operations(operations::Arguments),
    /// Makes one call of any operation.
    Call(call::Arguments),
    /// Lists the media that a text links to, such as a chat's answer.
    Links(links::Arguments),
    /// Prints a script that completes this command in a shell.
    Completions(completions::Arguments),
}

impl Command {
    /// Whether the result, or the error, is printed as JSON.
    pub fn prints_json(&self) -> bool {
        match self {
            Self::Video(arguments) => arguments.json,
            Self::Resume(arguments) => arguments.json,
            Self::Jobs(arguments) => arguments.json,
            Self::Quota(arguments) => arguments.json,
            Self::Simulate(arguments) => arguments.json,
            Self::Pow(arguments) => arguments.prints_json(),
            Self::Operations(arguments) => arguments.json,
            Self::Call(_) => true,
            Self::Links(arguments) => arguments.json,
            Self::Completions(_) => false,
        }
    }
}
