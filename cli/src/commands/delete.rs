//! `sorakit delete`: deletes videos at the server.

use clap_complete::engine::ArgValueCandidates;
use serde_json::json;
use sorakit::text::shown_within;

use super::resume::known_jobs;
use crate::connection::Server;
use crate::journal::Journal;
use crate::outcome::{Outcome, Report, Session};

/// What `delete` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit delete video_68d7512d07848190b3e45da0ecbebcde\n  \
    sorakit list --json | jq -r '.items[].id' | xargs sorakit delete\n\n\
    What was downloaded stays.")]
pub struct Arguments {
    /// The videos, by their ids.
    #[arg(required = true, value_name = "ID", add = ArgValueCandidates::new(known_jobs))]
    ids: Vec<String>,
    /// Prints a JSON object: the ids of what was deleted.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let connected = arguments.server.connect(None, session).await?;
    let client = &connected.client;
    let mut deleted = Vec::new();
    for id in &arguments.ids {
        // What was deleted before a failure is said all the same.
        if let Err(error) = client.videos().delete(id).await {
            if !deleted.is_empty() {
                session.note(&line(&deleted));
            }
            return Err(error.into());
        }
        deleted.push(id.as_str());
        if !connected.is_simulated() {
            Journal::open(session.screen())?.forget(id, client.base_url())?;
        }
    }
    Ok(Report::of(line(&deleted), json!({ "deleted": deleted })))
}

fn line(ids: &[&str]) -> String {
    let ids: Vec<_> = ids.iter().map(|id| shown_within(id, 1000)).collect();
    format!("deleted {}", ids.join(", "))
}
