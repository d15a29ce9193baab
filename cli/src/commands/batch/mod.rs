//! `sorakit batch`: a file of prompts, and a folder of results.

mod export;
mod how;
mod retry;
mod run;
mod show;
mod status;
mod work;

use clap::Subcommand;

use crate::outcome::{Outcome, Session};

/// What `batch` is told.
#[derive(clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "A line is a JSON object with the fields of a request, or a row of a CSV file whose first \
    line names\nthem, with `custom_id`, `output` and `kind` beside them if you like. OpenAI's batch lines \
    are taken\nas they are. Every request is written down in a ledger in the folder before it is sent: the \
    same\ncommand again goes on, and sends nothing twice. Ctrl-C sends nothing more and waits for what \
    runs;\na second one ends at once.\n\n\
    Examples:\n  \
    sorakit batch prompts.jsonl -o videos/ --simulate\n  \
    sorakit batch prompts.csv -o videos/ --jobs 8\n  \
    generate-prompts | sorakit batch - -o videos/\n  \
    sorakit batch status videos/"
)]
pub struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    begun: run::Arguments,
}

#[derive(Subcommand)]
enum Action {
    /// Shows how the requests of a batch stand.
    Status(status::Arguments),
    /// Goes on with a batch without its file, and with what has failed.
    Retry(Box<retry::Arguments>),
    /// Writes the results and the errors of a batch as tables.
    Export(export::Arguments),
}

impl Arguments {
    /// Whether the result, or the error, is printed as JSON.
    pub fn prints_json(&self) -> bool {
        match &self.action {
            None => self.begun.how.json,
            Some(Action::Status(arguments)) => arguments.json,
            Some(Action::Retry(arguments)) => arguments.how.json,
            Some(Action::Export(arguments)) => arguments.json,
        }
    }
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    match arguments.action {
        None => run::run(arguments.begun, session).await,
        Some(Action::Status(arguments)) => status::run(&arguments),
        Some(Action::Retry(arguments)) => retry::run(*arguments, session).await,
        Some(Action::Export(arguments)) => export::run(&arguments),
    }
}
