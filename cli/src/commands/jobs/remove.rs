//! `sorakit jobs remove`: forgets jobs.

use clap_complete::engine::ArgValueCandidates;
use serde_json::json;
use sorakit::text::shown_within;

use super::table::status as status_of;
use super::{named, status};
use crate::commands::resume::known_jobs;
use crate::journal::{Entry, Journal};
use crate::outcome::{Outcome, Report};

/// What `jobs remove` is told.
#[derive(clap::Args)]
#[command(
    after_help = "What was downloaded stays, and so does what the server has.\n\n\
    Examples:\n  \
    sorakit jobs remove gen_01k9x0\n  \
    sorakit jobs remove --last\n  \
    sorakit jobs remove --status downloaded,failed"
)]
pub struct Arguments {
    /// The jobs, by their ids or how these begin.
    #[arg(value_name = "ID", required_unless_present_any = ["last", "status"], add = ArgValueCandidates::new(known_jobs))]
    ids: Vec<String>,
    /// The job that was begun last.
    #[arg(long, conflicts_with_all = ["ids", "status"])]
    last: bool,
    /// All jobs with this status, as last seen; several are separated by commas.
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = status(), conflicts_with = "ids")]
    status: Vec<String>,
    /// Prints a JSON object: the ids of what was forgotten, and how many there were.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments, journal: &Journal) -> Outcome {
    let entries: Vec<Entry> = match (arguments.last, arguments.ids.is_empty()) {
        (true, _) => vec![journal.last()?],
        (false, true) => {
            let mut entries = journal.entries()?;
            entries.retain(|entry| arguments.status.iter().any(|it| it == status_of(entry)));
            entries
        }
        (false, false) => {
            let named = arguments.ids.iter().map(|id| named(journal, id));
            named.collect::<Result<_, _>>()?
        }
    };
    for entry in &entries {
        journal.remove(entry.number)?;
    }
    let ids: Vec<_> = entries.iter().filter(|entry| !entry.is_open()).collect();
    let ids: Vec<_> = ids.iter().map(|entry| entry.id.as_str()).collect();
    let shown: Vec<_> = ids.iter().map(|id| shown_within(id, 1000)).collect();
    let text = match (entries.len(), shown.is_empty()) {
        (0, _) => "no job has that status".to_owned(),
        (count, true) => format!("forgot {count} jobs"),
        (count, false) if count == ids.len() && count <= 10 => {
            format!("forgot {}", shown.join(", "))
        }
        (count, false) => format!("forgot {count} jobs"),
    };
    Ok(Report::of(
        text,
        json!({ "removed": ids, "count": entries.len() }),
    ))
}
