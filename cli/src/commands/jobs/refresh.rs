//! Asking after the jobs that have not ended: each account once, with the credential that may
//! go to its server.

use futures_util::StreamExt;
use futures_util::future::join_all;
use sorakit::{Client, Error, ErrorKind, Feature, JobKind, Resolved, Result, Secret};

use crate::commands::resume;
use crate::connection::Connection;
use crate::journal::{Entry, Journal};
use crate::outcome::Session;

/// The jobs of one account.
struct Account {
    connection: Connection,
    resolved: Resolved,
    identity: Option<Secret>,
    entries: Vec<Entry>,
}

/// Asks after the jobs that have not ended, all at once. The error is the first of those that
/// leave some as they were last seen.
pub async fn refresh(journal: &Journal, connection: &Connection, session: &Session) -> Result<()> {
    let entries = journal.entries()?.into_iter();
    let open = entries.filter(|entry| !entry.status.is_ended());
    let (accounts, refused) = accounts(open, connection);
    let asked = accounts
        .into_iter()
        .map(|account| Box::pin(ask(journal, account, session)));
    let failed = join_all(asked).await.into_iter().find_map(Result::err);
    failed.or(refused).map_or(Ok(()), Err)
}

/// The accounts of jobs, and why one of them cannot be asked after. A server that only the
/// ledger names gets no credential but the one that it had.
fn accounts(
    entries: impl Iterator<Item = Entry>,
    connection: &Connection,
) -> (Vec<Account>, Option<Error>) {
    let mut accounts: Vec<Account> = Vec::new();
    let mut refused = None;
    for entry in entries {
        let connection = connection.remembering(entry.profile.as_deref(), &entry.base_url);
        let resolved = match resume::options(&connection, Some(&entry)) {
            Ok(resolved) => resolved,
            Err(error) => {
                refused.get_or_insert(error);
                continue;
            }
        };
        // Another server than the job's was named.
        let set = resolved.options.base_url.as_deref().unwrap_or_default();
        if set.trim_end_matches('/') != entry.base_url {
            continue;
        }
        let identity = resolved.options.identity();
        let of = |secret: &Option<Secret>| secret.as_ref().map(|it| it.expose().to_owned());
        let same = accounts.iter_mut().find(|account| {
            account.entries[0].base_url == entry.base_url && of(&account.identity) == of(&identity)
        });
        match same {
            Some(account) => account.entries.push(entry),
            None => accounts.push(Account {
                connection,
                resolved,
                identity,
                entries: vec![entry],
            }),
        }
    }
    (accounts, refused)
}

async fn ask(journal: &Journal, account: Account, session: &Session) -> Result<()> {
    let connected = account
        .connection
        .connect(account.resolved, session)
        .await?;
    let client = &connected.client;
    let server = account.entries[0].base_url.clone();
    let entries = &account.entries;
    let looked = look(journal, client, session, entries.iter()).await;
    let of_kind = |kind| {
        entries
            .iter()
            .filter(move |entry| !entry.is_open() && entry.kind == kind)
    };
    let (images, videos) = (client.images(), client.videos());
    let seen = join_all(of_kind(JobKind::Image).map(|entry| images.get(&entry.id)));
    let seen = of_kind(JobKind::Image).zip(seen.await);
    let mut failed = looked.err();
    for (entry, seen) in seen {
        match seen {
            Ok(job) => journal.update(&entry.id, &server, |entry| entry.see(&job))?,
            Err(error) => failed = Some(error),
        }
    }
    // All are watched before the first is asked after, so that one poll serves them.
    let watches: Vec<_> = of_kind(JobKind::Video)
        .map(|entry| Box::pin(videos.watch(&videos.resume(&entry.id))))
        .collect();
    let seen = join_all(
        watches
            .into_iter()
            .map(|mut watch| async move { watch.next().await }),
    );
    let mut unseen = Vec::new();
    for (entry, seen) in of_kind(JobKind::Video).zip(seen.await) {
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
            client.offers(Feature::ListVideos),
        ) {
            let known = journal.known(client.base_url())?;
            match client.videos().find_besides(&request, since, &known).await {
                Ok(Some(job)) => journal.begun(entry.number, &job)?,
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
