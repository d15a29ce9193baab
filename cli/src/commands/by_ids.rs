//! What is done to videos at the server, one after the other.

use clap_complete::engine::ArgValueCandidates;
use serde_json::json;
use sorakit::text::shown_within;
use sorakit::{Client, Result};

use super::resume::known_jobs;
use crate::connection::Server;
use crate::journal::Journal;
use crate::outcome::{Outcome, Report, Session};

/// The videos, and the server that has them.
#[derive(clap::Args)]
pub struct ByIds {
    /// The videos, by their ids.
    #[arg(required = true, value_name = "ID", add = ArgValueCandidates::new(known_jobs))]
    ids: Vec<String>,
    /// Prints a JSON object: the ids of those to which it was done.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

impl ByIds {
    /// Does something to each, which then is in no list of jobs any more; `done` is the word
    /// for it. It ends at the first that fails.
    pub async fn each(
        &self,
        done: &str,
        session: &Session,
        act: impl AsyncFn(&Client, &str) -> Result<()>,
    ) -> Outcome {
        let connected = self.server.connect(None, session).await?;
        let client = &connected.client;
        let mut ids = Vec::new();
        for id in &self.ids {
            // What was done before a failure is said all the same.
            if let Err(error) = act(client, id).await {
                if !ids.is_empty() {
                    session.note(&line(done, &ids));
                }
                return Err(error.into());
            }
            ids.push(id.as_str());
            if !connected.is_simulated() {
                Journal::open(session.screen())?.forget(id, client.base_url())?;
            }
        }
        Ok(Report::of(line(done, &ids), json!({ done: ids })))
    }
}

fn line(done: &str, ids: &[&str]) -> String {
    let ids: Vec<_> = ids.iter().map(|id| shown_within(id, 1000)).collect();
    format!("{done} {}", ids.join(", "))
}
