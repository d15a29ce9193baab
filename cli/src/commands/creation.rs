//! Beginning a job so that it cannot be lost: it is written down before it is asked
//! for, and looked for when the answer does not come.

use std::time::{Duration, SystemTime};

use sorakit::api::Timestamp;
use sorakit::text::shown_within;
use sorakit::{Client, Error, ErrorKind, Feature, Job, Result, Secret, VideoRequest};

use crate::journal::{Entry, Journal};
use crate::outcome::Session;
use crate::output::Output;
use crate::progress::Progress;

pub struct Creation<'a> {
    pub session: &'a Session,
    pub client: &'a Client,
    pub journal: Option<&'a Journal>,
    pub progress: &'a Progress,
    /// What tells the credential from others.
    pub identity: Option<&'a Secret>,
}

/// When a job whose answer was lost is looked for: a server may show it a little later.
const LOOKS: [Duration; 3] = [
    Duration::ZERO,
    Duration::from_secs(2),
    Duration::from_secs(5),
];

impl Creation<'_> {
    /// Asks for a job, once. Should the answer be lost, the account's newest jobs are
    /// looked through, where the server lists them.
    pub async fn create(&self, request: &VideoRequest, output: &Output) -> Result<Job> {
        let since = Timestamp::from(SystemTime::now());
        let entry = Entry::intended(self.client, request, output, since).begun_by(self.identity);
        let attempt = self.journal.map(|journal| journal.intend(entry));
        let attempt = attempt.transpose()?;
        self.session.is_creating(true);
        let created = self.client.videos().create(request.clone()).await;
        let created = match created {
            Err(error) if error.kind() == ErrorKind::OutcomeUnknown => match error.job_id() {
                Some(id) => {
                    self.progress.note(&error.to_string());
                    Ok(self.client.videos().resume(id))
                }
                None => self.look(request, since).await.ok_or(error),
            },
            created => created,
        };
        self.session.is_creating(false);
        if let (Some(journal), Some(attempt)) = (self.journal, &attempt) {
            let written = match &created {
                Ok(job) => journal.begun(attempt, job),
                Err(error) if error.kind() == ErrorKind::OutcomeUnknown => Ok(()),
                Err(_) => journal.refused(attempt),
            };
            if let (Err(error), Ok(job)) = (written, &created) {
                let what = format!(
                    "The job {} could not be written down: {error}",
                    shown_within(&job.id, 1000)
                );
                self.progress.note(&what);
            }
        }
        created.map_err(|error| match error.kind() {
            ErrorKind::OutcomeUnknown => error.hint(self.advice()),
            _ => error,
        })
    }

    async fn look(&self, request: &VideoRequest, since: Timestamp) -> Option<Job> {
        if !self.client.dialect().offers(Feature::ListVideos) {
            return None;
        }
        self.progress.stage("looking for the job");
        let server = self.client.base_url();
        let known = self.journal.and_then(|journal| journal.known(server).ok());
        let known = known.unwrap_or_default();
        for after in LOOKS {
            tokio::time::sleep(after).await;
            let videos = self.client.videos();
            match videos.find_besides(request, since, &known).await {
                Ok(Some(job)) => {
                    let what = "The answer was lost, and the job is there";
                    self.progress
                        .note(&format!("{what}: {}", shown_within(&job.id, 1000)));
                    return Some(job);
                }
                Ok(None) => {}
                Err(error) => {
                    self.progress.note(&error.to_string());
                    if error.kind() == ErrorKind::OutcomeUnknown {
                        return None;
                    }
                }
            }
        }
        None
    }

    fn advice(&self) -> &'static str {
        match self.client.dialect().offers(Feature::ListVideos) {
            true => {
                "It is not among the account's newest jobs, and may still appear there: \
                 `sorakit jobs` looks again. Send it again only when you are sure."
            }
            false => {
                "This server has no list of jobs: look at the account's usage or at the \
                 server itself before you send it again."
            }
        }
    }
}

/// What an interruption leaves behind while the server's answer is awaited.
pub fn interrupted() -> Error {
    Error::new(
        ErrorKind::OutcomeUnknown,
        "interrupted before the server had answered: it is unknown whether it took the job",
    )
    .hint(
        "`sorakit jobs` lists it as unknown, and looks for it where the server has a list. Send it \
         again only when you are sure.",
    )
}
