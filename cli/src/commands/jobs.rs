//! `sorakit jobs`: what this machine began, and how it stands.

use futures_util::StreamExt;
use futures_util::future::join_all;
use serde_json::json;
use sorakit::text::shown_within;
use sorakit::{Client, Error, ErrorKind, Feature, JobKind, JobStatus, Result};

use super::resume;
use crate::connection::Connection;
use crate::journal::{Entry, Journal};
use crate::outcome::{Outcome, Report, Session};

/// What `jobs` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Jobs that have not ended are asked after, at the server that is set, or else \
    at that of\nthe newest of them; one request serves all of them where the dialect has a list.\n\n\
    Examples:\n  \
    sorakit jobs\n  \
    sorakit jobs --offline --json"
)]
pub struct Arguments {
    /// Asks no server: shows what was last known.
    #[arg(long)]
    offline: bool,
    /// Prints a JSON array.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    connection: Connection,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let journal = Journal::open(session.screen())?;
    if !arguments.offline
        && let Err(error) = refresh(&journal, &arguments.connection, session).await
    {
        // What is known is worth showing all the same.
        session
            .screen()
            .warn(&format!("some are shown as last seen: {error}"));
    }
    let entries = journal.entries()?;
    Ok(Report {
        text: table(&entries),
        json: json!(entries),
    })
}

/// Asks after the jobs that have not ended, all at once.
async fn refresh(journal: &Journal, connection: &Connection, session: &Session) -> Result<()> {
    let open: Vec<Entry> = journal
        .entries()?
        .into_iter()
        .filter(|entry| !entry.status.is_ended())
        .collect();
    let resolved = connection.resolve()?;
    let identity = resolved.options.identity();
    let set = resolved.options.base_url.as_deref();
    let set = set.map(|url| url.trim_end_matches('/'));
    // A server that only the list names gets no credential but the one that it had.
    let may_ask = |entry: &&Entry| match set {
        Some(set) => entry.base_url == set,
        None => identity.is_none() || entry.was_begun_by(identity.as_ref()),
    };
    let Some(newest) = open.iter().rfind(may_ask) else {
        return match (set, open.last()) {
            (None, Some(other)) => Err(Error::new(
                ErrorKind::Configuration,
                format!(
                    "they were begun with another credential; say with --base-url {} that this \
                     server is to get the one that is set",
                    other.base_url
                ),
            )),
            _ => Ok(()),
        };
    };
    let server = newest.base_url.clone();
    let there = || {
        let of_server = open.iter().filter(|entry| entry.base_url == server);
        of_server.filter(|entry| may_ask(entry))
    };
    let connection = &connection.remembering(newest.profile.as_deref(), &server);
    let connected = connection.connect(resume::options(connection, Some(newest))?, session)?;
    let client = &connected.client;
    let videos = client.videos();
    look(journal, client, session, there()).await?;
    let of_kind = |kind| there().filter(move |entry| !entry.is_open() && entry.kind == kind);
    let there = || of_kind(JobKind::Video);
    let images = client.images();
    let seen = join_all(of_kind(JobKind::Image).map(|entry| images.get(&entry.id)));
    let seen = of_kind(JobKind::Image).zip(seen.await);
    let mut failed: Option<Error> = None;
    for (entry, seen) in seen {
        match seen {
            Ok(job) => journal.update(&entry.id, &server, |entry| entry.see(&job))?,
            Err(error) => failed = Some(error),
        }
    }
    // All are watched before the first is asked after, so that one poll serves them.
    let watches: Vec<_> = there()
        .map(|entry| Box::pin(videos.watch(&videos.resume(&entry.id))))
        .collect();
    let seen = join_all(
        watches
            .into_iter()
            .map(|mut watch| async move { watch.next().await }),
    );
    let mut unseen = Vec::new();
    for (entry, seen) in there().zip(seen.await) {
        match seen {
            Some(Ok(job)) if job.raw.is_null() => unseen.push(entry.id.as_str()),
            Some(Ok(job)) => journal.update(&entry.id, &server, |entry| entry.see(&job))?,
            Some(Err(error)) => failed = Some(error),
            None => {}
        }
    }
    if let Some(error) = failed {
        return Err(error);
    }
    match unseen.is_empty() {
        true => Ok(()),
        false => Err(Error::new(
            ErrorKind::NotFound,
            format!("{server} does not show {}", unseen.join(", ")),
        )),
    }
}

/// Looks for the jobs whose creation was never answered, among the account's newest.
async fn look(
    journal: &Journal,
    client: &Client,
    session: &Session,
    entries: impl Iterator<Item = &Entry>,
) -> Result<()> {
    for entry in entries.filter(|entry| entry.is_open()) {
        let request = entry.request.clone().map(serde_json::from_value);
        if let (Some(Ok(request)), Some(since), true) = (
            request,
            entry.created_at,
            client.dialect().offers(Feature::ListVideos),
        ) {
            let known = journal.known(client.base_url())?;
            match client.videos().find_besides(&request, since, &known).await {
                Ok(Some(job)) => journal.begun(&entry.attempt, &job)?,
                Ok(None) => {}
                // It says of this one alone that it cannot be told.
                Err(error) if error.kind() == ErrorKind::OutcomeUnknown => {
                    session.screen().warn(&error.to_string());
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

fn table(entries: &[Entry]) -> String {
    if entries.is_empty() {
        return "This machine has begun no jobs.".into();
    }
    let ids: Vec<_> = entries
        .iter()
        .map(|entry| shown_within(&entry.id, 1000))
        .collect();
    let longest = ids.iter().map(|id| id.chars().count()).max();
    let width = longest.unwrap_or_default();
    let mut text = String::new();
    for (entry, id) in entries.iter().zip(ids) {
        let created = entry.created_at.map(|at| at.to_string());
        text.push_str(&format!(
            "{:<width$}  {:<10} {:>3.0} %  {:<20}  {}  {}\n",
            match entry.is_open() {
                true => "-",
                false => &id,
            },
            status(entry),
            entry.progress,
            created.unwrap_or_default(),
            entry.dialect,
            shown_within(&entry.prompt, 40),
        ));
    }
    if entries.iter().any(Entry::is_open) {
        text.push_str(
            "unknown: the server's answer never came. Look at the account's jobs or usage before \
             you send it again.\n",
        );
    }
    text
}

fn status(entry: &Entry) -> &'static str {
    match entry.status {
        _ if entry.is_open() => "unknown",
        JobStatus::Succeeded if entry.downloaded => "downloaded",
        status => status_word(status),
    }
}

/// A status in words of ours.
pub(super) fn status_word(status: JobStatus) -> &'static str {
    match status {
        JobStatus::Queued => "queued",
        JobStatus::Running => "running",
        JobStatus::Succeeded => "succeeded",
        JobStatus::Failed => "failed",
        JobStatus::Cancelled => "cancelled",
    }
}
