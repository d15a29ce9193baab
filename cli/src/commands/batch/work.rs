//! A batch at work: its course, and how it ends.

use std::path::Path;

use futures_util::StreamExt;
use serde_json::json;
use sorakit_batch::Batch;

use super::how::{How, Server};
use super::show::{Show, in_words};
use crate::interrupt::{INTERRUPT, interrupted};
use crate::journal::Journal;
use crate::outcome::{Failure, Outcome, Report, Session};

/// Runs a batch to its end, or until the user has had enough.
pub async fn work(
    mut batch: Batch,
    servers: &[Server],
    how: &How,
    folder: &Path,
    go_on: &str,
    session: &Session,
) -> Outcome {
    if !how.server.is_simulated() {
        note(&how.ledger(folder), folder, session);
    }
    let connections = servers.iter().map(|server| server.connection.clone());
    let mut show = Show::new(batch.counts()?, session);
    let mut run = batch.run(connections.collect(), how.options())?;
    let mut signal = None;
    let mut signals = Box::pin(interrupted());
    let ended = loop {
        tokio::select! {
            biased;
            received = &mut signals => match signal.replace(received) {
                // What is being sent is unknown now, and the ledger says so.
                None if received == INTERRUPT => {
                    run.stopper().stop();
                    signals = Box::pin(interrupted());
                    session.note("Nothing more is sent; what was sent is waited for. Ctrl-C again ends at once.");
                }
                _ => {
                    drop(run);
                    return Err(Failure::interrupted(received).advising(go_on));
                }
            },
            event = run.next() => match event {
                Some(Ok(event)) => show.event(&event),
                Some(Err(error)) => break Err(error),
                None => break Ok(()),
            },
        }
    };
    drop(run);
    show.end();
    let counts = batch.counts()?;
    let report = match session.is_for_script() {
        true => {
            session.tell(&json!({"event": "ended", "counts": counts}));
            Report::nothing()
        }
        false => Report::of(in_words(&counts, folder), json!(counts)),
    };
    match (ended, signal) {
        (Err(error), _) => {
            session.note(&report.text);
            Err(Failure::from(error).advising(go_on))
        }
        (Ok(()), Some(signal)) => {
            session.note(&report.text);
            Err(Failure::interrupted(signal).advising(go_on))
        }
        (Ok(()), None) if counts.done == counts.total() => Ok(report),
        (Ok(()), None) => Err(Failure::said(report)),
    }
}

/// Lets `sorakit jobs` know of the batch. Its own ledger is what matters.
fn note(ledger: &Path, folder: &Path, session: &Session) {
    let noted =
        Journal::open(session.screen()).and_then(|journal| journal.note_batch(ledger, folder));
    if let Err(error) = noted {
        session.screen().warn(&error.to_string());
    }
}
