//! `sorakit detect`: which dialect a server speaks, and as which kind of server.

use serde_json::json;
use sorakit::text::shown;

use crate::connection::Connection;
use crate::outcome::{Outcome, Report, Session};
use crate::servers;

/// What `detect` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit detect --base-url http://127.0.0.1:8000\n  \
    sorakit detect --base-url https://gateway.example --api-key-file key.txt --json\n\n\
    It asks a few questions that change nothing, whatever --dialect says, and keeps the answer\n\
    for a day, for commands that name neither --dialect nor --flavour.")]
pub struct Arguments {
    /// Prints a JSON object: the dialect and flavour, and what they were told by.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    connection: Connection,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let mut resolved = arguments.connection.resolve()?;
    resolved.options.dialect = None;
    resolved.options.flavour = None;
    let found = servers::ask(resolved, session).await?;
    let mut text = format!("{}\n", servers::named(&found));
    for line in &found.evidence {
        text.push_str(&format!("    {}\n", shown(line)));
    }
    Ok(Report::of(text, json!(found)))
}
