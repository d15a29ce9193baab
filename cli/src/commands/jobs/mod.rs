//! `sorakit jobs`: what this machine began, and how it stands.

mod refresh;
mod remove;
mod table;

use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use clap_complete::engine::ArgValueCandidates;
use serde_json::json;
use sorakit::{Error, Result};

use super::resume::known_jobs;
use crate::connection::Connection;
use crate::journal::{Entry, Journal};
use crate::outcome::{Outcome, Report, Session};

pub use table::status_word;

/// What `jobs` is told.
#[derive(clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Jobs that have not ended are asked after, each at its own server with the \
    credential that\nmay go there; one request serves all of an account where the dialect has a \
    list. Of batches,\nwhich have their ledgers in their folders, a line each says how they \
    stand.\n\n\
    Examples:\n  \
    sorakit jobs\n  \
    sorakit jobs --status running,unknown\n  \
    sorakit jobs --last --json\n  \
    sorakit jobs remove gen_01k9x0"
)]
pub struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,
    /// The jobs to show, by their ids or how these begin. Default: all.
    #[arg(value_name = "ID", add = ArgValueCandidates::new(known_jobs))]
    ids: Vec<String>,
    /// Shows the job that was begun last.
    #[arg(long, conflicts_with = "ids")]
    last: bool,
    /// Shows the jobs with this status; several are separated by commas.
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = status())]
    status: Vec<String>,
    /// Shows the newest jobs alone, so many of them. Default: 50, and all with --json.
    #[arg(long, value_name = "COUNT")]
    limit: Option<usize>,
    /// Asks no server: shows what was last known.
    #[arg(long)]
    offline: bool,
    /// Prints a JSON array.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    connection: Connection,
}

#[derive(Subcommand)]
enum Action {
    /// Forgets jobs. The server keeps them: `sorakit delete` deletes them there.
    #[command(visible_alias = "rm")]
    Remove(remove::Arguments),
}

/// The jobs that a table shows if nothing else is said.
const SHOWN: usize = 50;

impl Arguments {
    /// Whether the result, or the error, is printed as JSON.
    pub fn prints_json(&self) -> bool {
        match &self.action {
            Some(Action::Remove(arguments)) => arguments.json,
            None => self.json,
        }
    }
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let journal = Journal::open(session.screen())?;
    if let Some(Action::Remove(arguments)) = &arguments.action {
        return remove::run(arguments, &journal);
    }
    if !arguments.offline
        && let Err(error) = refresh::refresh(&journal, &arguments.connection, session).await
    {
        // What is known is worth showing all the same.
        session
            .screen()
            .warn(&format!("some are shown as last seen: {error}"));
    }
    let mut entries = match arguments.last {
        true => vec![journal.last()?],
        false => chosen(&journal, &arguments.ids)?,
    };
    let wanted = &arguments.status;
    entries.retain(|entry| wanted.is_empty() || wanted.iter().any(|it| it == table::status(entry)));
    let limit = match (arguments.limit, session.is_for_script()) {
        (Some(limit), _) => limit,
        (None, true) => usize::MAX,
        (None, false) => SHOWN,
    };
    let older = entries.len().saturating_sub(limit);
    entries.drain(..older);
    let is_all = arguments.ids.is_empty() && !arguments.last && wanted.is_empty();
    let mut text = match (entries.is_empty(), is_all) {
        (true, true) => "This machine has begun no jobs.\n".to_owned(),
        (true, false) => "No such job was begun on this machine.\n".to_owned(),
        (false, _) => table::table(&entries),
    };
    if older > 0 {
        text.push_str(&format!("and {older} older: --limit shows more\n"));
    }
    if is_all && !session.is_for_script() {
        for (folder, counts) in journal.batches()? {
            text.push_str(&table::batch(&folder, &counts));
        }
    }
    Ok(Report {
        text: text.trim_end().to_owned(),
        json: json!(entries),
    })
}

/// The jobs that are named, or all.
fn chosen(journal: &Journal, ids: &[String]) -> Result<Vec<Entry>> {
    match ids.is_empty() {
        true => journal.entries(),
        false => ids.iter().map(|id| named(journal, id)).collect(),
    }
}

/// The job that an id means.
fn named(journal: &Journal, id: &str) -> Result<Entry> {
    journal.find(id)?.ok_or_else(|| {
        let id = sorakit::text::shown_within(id, 1000);
        Error::invalid("id", format!("this machine has begun no job {id}"))
    })
}

fn status() -> PossibleValuesParser {
    PossibleValuesParser::new(table::STATUSES)
}
