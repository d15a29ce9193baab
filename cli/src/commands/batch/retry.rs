//! `sorakit batch retry`: goes on without the file.

use std::path::PathBuf;

use sorakit_batch::{Batch, Ledger};

use super::how::{How, places};
use super::work::work;
use crate::outcome::{Outcome, Session};

/// What `batch retry` is told.
#[derive(clap::Args)]
#[command(
    after_help = "The ledger holds the requests, so that their file is not needed.\n\n\
    Examples:\n  \
    sorakit batch retry --failed videos/\n  \
    sorakit batch retry --resend-unknown videos/"
)]
pub struct Arguments {
    /// The folder of the batch.
    folder: PathBuf,
    /// Sends again what has failed.
    #[arg(long)]
    failed: bool,
    #[command(flatten)]
    pub(super) how: How,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let how = &arguments.how;
    let ledger = how.ledger(&arguments.folder);
    let (folder, ledger) = places(&arguments.folder, Some(&ledger));
    // It is to be there.
    drop(Ledger::read(&ledger)?);
    let servers = how.connect(session).await?;
    let mut batch = Batch::open_with(&folder, &ledger)?;
    if arguments.failed {
        let count = batch.retry_failed()?;
        session.note(&format!("{count} requests that had failed"));
    }
    work(
        batch,
        &servers,
        how,
        &folder,
        "The same command again goes on.",
        session,
    )
    .await
}
