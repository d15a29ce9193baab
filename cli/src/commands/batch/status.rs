//! `sorakit batch status`: how the requests stand, and why.

use std::path::PathBuf;

use serde_json::json;
use sorakit::text::shown_within;
use sorakit_batch::{Ledger, State};

use super::how::places;
use super::show::in_words;
use crate::outcome::{Outcome, Report};

/// What `batch status` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Asks no server. Another process may run the batch meanwhile.\n\n\
    Examples:\n  \
    sorakit batch status videos/\n  \
    sorakit batch status videos/ --json"
)]
pub struct Arguments {
    /// The folder of the batch, or its ledger.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// The ledger, where it is not in the folder.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// How many requests that are not done are listed with the reason.
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    limit: usize,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let (folder, ledger) = places(&arguments.folder, arguments.ledger.as_deref());
    let ledger = Ledger::read(&ledger)?;
    let counts = ledger.counts(true)?;
    let (mut lines, mut listed, mut more) = (String::new(), Vec::new(), 0);
    ledger.rows(|row| {
        let Some(error) = row.error.as_ref().filter(|_| row.state != State::Done) else {
            return Ok(());
        };
        if listed.len() >= arguments.limit {
            more += 1;
            return Ok(());
        }
        let name = match &row.custom_id {
            Some(name) => shown_within(name, 60),
            None => format!("line {}", row.line),
        };
        lines.push_str(&format!("{name}: {}: {}\n", row.state, error.message));
        listed.push(json!({
            "line": row.line,
            "custom_id": row.custom_id,
            "state": row.state,
            "job_id": row.job_id,
            "base_url": row.base_url,
            "attempts": row.attempts,
            "error": error,
        }));
        Ok(())
    })?;
    if more > 0 {
        lines.push_str(&format!("and {more} more: --limit lists them\n"));
    }
    Ok(Report {
        text: format!("{lines}{}", in_words(&counts, &folder)),
        json: json!({"ledger": ledger.path().to_string_lossy(), "counts": counts, "requests": listed}),
    })
}
