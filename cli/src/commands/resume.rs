//! `sorakit resume`: goes on with a job, in whichever process it was begun.

use std::time::Duration;

use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use sorakit::{Error, JobKind, OptionSource, Resolved, Result};

use super::delivery::{Delivery, resume_command};
use super::video::positive;
use crate::connection::Connection;
use crate::journal::{Entry, Journal};
use crate::outcome::{Outcome, ResumedBy, Session};
use crate::output::{Destination, Output};
use crate::progress::Progress;

/// What `resume` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit resume gen_01k9x0\n  \
    sorakit resume gen_01k9x0 -o cat.mp4\n  \
    sorakit resume --last\n\n\
    Dialect, base URL and profile are those with which this machine began the job. The\n\
    credential comes from the profile, the environment or the options, as for any other\n\
    command.")]
pub struct Arguments {
    /// The job's id, as `sorakit jobs` shows it, or how it begins.
    #[arg(required_unless_present = "last", add = ArgValueCandidates::new(known_jobs))]
    id: Option<String>,
    /// Goes on with the job that was begun last.
    #[arg(long, conflicts_with = "id")]
    last: bool,
    #[command(flatten)]
    destination: Destination,
    /// How long the video is waited for, in seconds. Default: 1800.
    #[arg(long, value_name = "SECONDS", value_parser = positive)]
    timeout: Option<f64>,
    /// Prints one JSON object at the end, and nothing else.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    connection: Connection,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let journal = Journal::open(session.screen())?;
    let entry = match &arguments.id {
        Some(id) => journal.find(id)?,
        None => Some(journal.last()?),
    };
    let id = match &entry {
        Some(entry) => entry.id.clone(),
        None => arguments.id.unwrap_or_default(),
    };
    let default = match (&entry, arguments.destination.is_named()) {
        (Some(entry), _) => entry.place(),
        (None, true) => Output::Default(None),
        (None, false) => {
            let what = "this machine has not begun the job: say with -o where its video goes";
            return Err(Error::invalid("output", what).into());
        }
    };
    let output = arguments.destination.choose(default, session).await?;
    let connection = &match &entry {
        Some(entry) => arguments
            .connection
            .remembering(entry.profile.as_deref(), &entry.base_url),
        None => arguments.connection,
    };
    let connected = connection
        .connect(options(connection, entry.as_ref())?, session)
        .await?;
    let client = &connected.client;
    let progress = Progress::new(session);
    client.observe(progress.observer());
    session.can_resume(resume_command(&id, &output), ResumedBy::This);
    let delivery = Delivery {
        session,
        client,
        journal: Some(&journal),
        progress: &progress,
        deadline: arguments.timeout.map(Duration::from_secs_f64),
    };
    if entry
        .as_ref()
        .is_some_and(|entry| entry.kind == JobKind::Image)
    {
        let job = client.images().resume(&id);
        return delivery.deliver_images(&job, &output).await;
    }
    let job = client.videos().resume(&id);
    delivery.deliver(&job, &output).await
}

/// The jobs that this machine began.
pub(super) fn known_jobs() -> Vec<CompletionCandidate> {
    let ids = Journal::glance().into_iter();
    ids.map(CompletionCandidate::new).collect()
}

/// The options, with the server of the journal. A credential of another source
/// than the command line goes to a server that only the journal names if it began
/// the job there, and to no other.
pub fn options(connection: &Connection, entry: Option<&Entry>) -> Result<Resolved> {
    let mut resolved = connection.resolve()?;
    let Some(entry) = entry else {
        return Ok(resolved);
    };
    match (resolved.base_url, &resolved.options.base_url) {
        (Some(OptionSource::Code | OptionSource::Profile), _) => return Ok(resolved),
        (Some(_), Some(set)) if set.trim_end_matches('/') == entry.base_url => {}
        (Some(source), Some(other)) => {
            return Err(Error::invalid(
                "base_url",
                format!(
                    "the job {} was begun at {}, and {source} names {other}; say with --base-url \
                     which of them is to get the credential",
                    entry.id, entry.base_url
                ),
            ));
        }
        _ => {
            let identity = resolved.options.identity();
            let sources = [resolved.tokens, resolved.secrets, resolved.credential_file];
            let source = sources.into_iter().flatten().next();
            let is_explicit = source.is_some_and(|source| source <= OptionSource::Profile);
            if !is_explicit && identity.is_some() && !entry.was_begun_by(identity.as_ref()) {
                return Err(Error::invalid(
                    "base_url",
                    format!(
                        "the job {} was begun at {} with another credential than the one of {}; \
                         say with --base-url that this server is to get it",
                        entry.id,
                        entry.base_url,
                        source.unwrap_or(OptionSource::Store),
                    ),
                ));
            }
        }
    }
    resolved.options.base_url = Some(entry.base_url.clone());
    if connection.dialect.is_none() && connection.flavour.is_none() {
        resolved.options.dialect = Some(entry.dialect);
        resolved.options.flavour = entry.flavour;
    }
    Ok(resolved)
}
