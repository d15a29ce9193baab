//! What is done to videos at the server, one after the other.

use clap_complete::engine::ArgValueCandidates;
use serde_json::json;
use sorakit::text::shown_within;
use sorakit::{Client, Error, ErrorKind, Result};

use super::resume::known_jobs;
use crate::connection::Server;
use crate::journal::Journal;
use crate::outcome::{Failure, Outcome, Report, Session};

/// The videos, and the server that has them.
#[derive(clap::Args)]
pub struct ByIds {
    /// The videos, by their ids.
    #[arg(required = true, value_name = "ID", add = ArgValueCandidates::new(known_jobs))]
    ids: Vec<String>,
    /// Prints a JSON object: the ids of those to which it was done, and in `failed` the others with
    /// their errors.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

impl ByIds {
    /// Does something to each, which then is in no list of jobs any more; `done` is the word
    /// for it. One that fails keeps none of the others from it.
    pub async fn each(
        &self,
        done: &str,
        session: &Session,
        act: impl AsyncFn(&Client, &str) -> Result<()>,
    ) -> Outcome {
        let connected = self.server.connect(None, session).await?;
        let client = &connected.client;
        let mut ids = Vec::new();
        let mut failed = Vec::new();
        for id in &self.ids {
            match act(client, id).await {
                Ok(()) => ids.push(id.as_str()),
                Err(error) if concerns_all(&error) => {
                    failed.push((id, error));
                    break;
                }
                Err(error) => {
                    failed.push((id, error));
                    continue;
                }
            }
            if !connected.is_simulated() {
                Journal::open(session.screen())?.forget(id, client.base_url())?;
            }
        }
        if self.ids.len() == 1
            && let Some((_, error)) = failed.pop()
        {
            return Err(error.into());
        }
        let errors: Vec<_> = failed
            .iter()
            .map(|(id, error)| json!({ "id": id, "error": error.report() }))
            .collect();
        let mut json = json!({ done: ids });
        let mut lines = Vec::new();
        if !ids.is_empty() {
            lines.push(line(done, &ids));
        }
        for (id, error) in &failed {
            session.note(&format!("{}: {error}", shown_within(id, 1000)));
        }
        let tried = ids.len() + failed.len();
        if tried < self.ids.len() {
            session.note(&format!("not tried: {}", self.ids[tried..].join(", ")));
        }
        if failed.is_empty() {
            return Ok(Report::of(lines.join("\n"), json));
        }
        json["failed"] = errors.into();
        Err(Failure::said(Report::of(lines.join("\n"), json)))
    }
}

/// Whether the same would come of every other, so that none is tried.
fn concerns_all(error: &Error) -> bool {
    use ErrorKind::{Authentication, Configuration, Unsupported};
    matches!(error.kind(), Authentication | Configuration | Unsupported)
}

fn line(done: &str, ids: &[&str]) -> String {
    let ids: Vec<_> = ids.iter().map(|id| shown_within(id, 1000)).collect();
    format!("{done} {}", ids.join(", "))
}
