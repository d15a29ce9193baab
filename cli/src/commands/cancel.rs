//! `sorakit cancel`: stops videos that are being made.

use clap_complete::engine::ArgValueCandidates;
use serde_json::json;
use sorakit::text::shown_within;

use super::resume::known_jobs;
use crate::connection::Server;
use crate::journal::Journal;
use crate::outcome::{Outcome, Report, Session};

/// What `cancel` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    sorakit cancel video_gen_68d7512d07848190b3e45da0ecbebcde\n\n\
    Most servers cannot stop a video: deleting it there only forgets it. One that has ended is\n\
    left as it is.")]
pub struct Arguments {
    /// The videos, by their ids.
    #[arg(required = true, value_name = "ID", add = ArgValueCandidates::new(known_jobs))]
    ids: Vec<String>,
    /// Prints a JSON object: the ids of what was stopped.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let connected = arguments.server.connect(None, session).await?;
    let client = &connected.client;
    let mut cancelled = Vec::new();
    for id in &arguments.ids {
        // What was stopped before a failure is said all the same.
        if let Err(error) = client.videos().cancel(id).await {
            if !cancelled.is_empty() {
                session.note(&line(&cancelled));
            }
            return Err(error.into());
        }
        cancelled.push(id.as_str());
        if !connected.is_simulated() {
            Journal::open(session.screen())?.forget(id, client.base_url())?;
        }
    }
    Ok(Report::of(
        line(&cancelled),
        json!({ "cancelled": cancelled }),
    ))
}

fn line(ids: &[&str]) -> String {
    let ids: Vec<_> = ids.iter().map(|id| shown_within(id, 1000)).collect();
    format!("stopped {}", ids.join(", "))
}
