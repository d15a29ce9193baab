//! `sorakit detect`: which dialect a server speaks.

use serde_json::json;
use sorakit::Client;
use sorakit::text::shown;

use crate::connection::{Connection, with_kept_token, with_log};
use crate::outcome::{Outcome, Report, Session};
use crate::tap::Tapped;

/// What `detect` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit detect --base-url http://127.0.0.1:8000\n  \
    sorakit detect --base-url https://gateway.example --api-key-file key.txt --json\n\n\
    It asks a few questions that change nothing, whatever --dialect says.")]
pub struct Arguments {
    /// Prints a JSON object: the dialect, and what it was told by.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    connection: Connection,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let mut resolved = arguments.connection.resolve()?;
    resolved.options.dialect = None;
    let taps = with_log(Vec::new(), session);
    let around = |host| Tapped::new(host, taps);
    let resolved = with_kept_token(resolved).await;
    let found = Client::detect_resolved_over(resolved, around).await?;
    let mut text = format!("{}\n", found.dialect);
    for line in &found.evidence {
        text.push_str(&format!("    {}\n", shown(line)));
    }
    Ok(Report::of(text, json!(found)))
}
