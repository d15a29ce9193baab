//! Beginning a job so that it cannot be lost: it is written down before it is asked
//! for, and looked for when the answer does not come.

use std::time::{Duration, SystemTime};

use sorakit::api::Timestamp;
use sorakit::text::shown_within;
use sorakit::{
    Client, Dialect, Error, ErrorKind, Feature, ImageRequest, Job, JobKind, Result, Secret,
    VideoRequest,
};

use super::delivery::{Delivery, resume_command};
use crate::connection::{Connected, Server};
use crate::journal::{Entry, Journal};
use crate::outcome::{ResumedBy, Session};
use crate::output::{Destination, Output};
use crate::progress::Progress;

/// What a creation needs. A job costs money: whatever could lose it is looked at before it
/// is begun.
pub struct Prepared {
    pub output: Output,
    connected: Connected,
    client: Client,
    journal: Option<Journal>,
    progress: Progress,
    deadline: Option<Duration>,
}

impl Prepared {
    /// Checks where the result goes, and makes a client of the server; `timeout` is how long
    /// the job is waited for, in seconds.
    pub async fn new(
        destination: &Destination,
        server: &Server,
        timeout: Option<f64>,
        session: &Session,
    ) -> Result<Self> {
        let output = destination.choose(Output::Default(None), session).await?;
        let connected = server.connect(None, session).await?;
        let deadline = timeout.map(Duration::from_secs_f64);
        let client = connected.client.clone().with_deadline(deadline);
        let journal = match connected.is_simulated() {
            true => None,
            false => Some(Journal::open(session.screen())?),
        };
        let progress = Progress::new(session);
        client.observe(progress.observer());
        progress.stage("creating");
        Ok(Self {
            output,
            connected,
            client,
            journal,
            progress,
            deadline,
        })
    }

    pub fn creation<'a>(&'a self, session: &'a Session) -> Creation<'a> {
        Creation {
            session,
            client: &self.client,
            journal: self.journal.as_ref(),
            progress: &self.progress,
            identity: self.connected.identity.as_ref(),
            profile: self.connected.profile.as_deref(),
        }
    }

    pub fn delivery<'a>(&'a self, session: &'a Session) -> Delivery<'a> {
        Delivery {
            session,
            client: &self.client,
            journal: self.journal.as_ref(),
            progress: &self.progress,
            deadline: self.deadline,
        }
    }

    /// Says how to go on with the job, should this command not end well, where it can be gone
    /// on with: one that was answered at once, or that lives in a simulator of this command, is
    /// gone with it.
    pub fn can_resume(&self, job: &Job, session: &Session) {
        let is_at_once = job.kind == JobKind::Image && job.is_ended();
        if is_at_once || self.connected.is_simulated() {
            return;
        }
        let by = match (job.resumable, job.dialect) {
            (true, _) => ResumedBy::Anybody,
            // Its log has what lived in a stream.
            (false, Dialect::Sora2api) => ResumedBy::Admin,
            (false, _) => return,
        };
        session.can_resume(resume_command(&job.id, &self.output), by);
    }

    /// Names the job that is waited for.
    pub fn waits_for(&self, job: &Job, session: &Session) {
        if !self.connected.is_simulated() {
            session.note(&format!("job {}", shown_within(&job.id, 1000)));
        }
    }
}

pub struct Creation<'a> {
    pub session: &'a Session,
    pub client: &'a Client,
    pub journal: Option<&'a Journal>,
    pub progress: &'a Progress,
    /// What tells the credential from others.
    pub identity: Option<&'a Secret>,
    /// The profile that counts.
    pub profile: Option<&'a str>,
}

/// When a job whose answer was lost is looked for: a server may show it a little later.
const LOOKS: [Duration; 3] = [
    Duration::ZERO,
    Duration::from_secs(2),
    Duration::from_secs(5),
];

impl Creation<'_> {
    /// Asks for a video, once. Should the answer be lost, the account's newest jobs are
    /// looked through, where the server lists them.
    pub async fn create(&self, request: &VideoRequest, output: &Output) -> Result<Job> {
        let since = Timestamp::from(SystemTime::now());
        let entry = Entry::intended(self.client, request, output, since);
        let creating = async {
            let created = self.client.videos().create(request.clone()).await;
            match created {
                Err(error) if error.kind() == ErrorKind::OutcomeUnknown => match error.job_id() {
                    Some(id) => {
                        self.session.note(&error.to_string());
                        Ok(self.client.videos().resume(id))
                    }
                    None => self.look(request, since).await.ok_or(error),
                },
                created => created,
            }
        };
        self.written_down(entry, creating).await
    }

    /// Asks for images, once.
    pub async fn create_images(&self, request: &ImageRequest, output: &Output) -> Result<Job> {
        let since = Timestamp::from(SystemTime::now());
        let entry = Entry::intended_images(self.client, &request.prompt, output, since);
        let creating = async {
            let job = self.client.images().create(request.clone()).await?;
            match job.kind {
                JobKind::Image => Ok(job),
                // It is paid for, and can be looked at by its id.
                JobKind::Video => {
                    let what = "the server began a video in place of images";
                    let error = Error::new(ErrorKind::OutcomeUnknown, what);
                    Err(error.with_job(&job.id))
                }
            }
        };
        self.written_down(entry, creating).await
    }

    /// Writes down what is asked for before it is asked for, and what came of it.
    async fn written_down(
        &self,
        entry: Entry,
        creating: impl Future<Output = Result<Job>>,
    ) -> Result<Job> {
        let entry = entry.begun_by(self.identity).with_profile(self.profile);
        let number = self.journal.map(|journal| journal.intend(&entry));
        let number = number.transpose()?;
        self.session.is_creating(true);
        let created = creating.await;
        self.session.is_creating(false);
        if created.is_ok() {
            self.session.has_begun();
        }
        if let (Some(journal), Some(number)) = (self.journal, number) {
            let written = match &created {
                // What is answered at once is at no server to be asked for again.
                Ok(job) if job.kind == JobKind::Image && job.is_ended() => journal.remove(number),
                Ok(job) => journal.begun(number, job),
                Err(error) if error.kind() == ErrorKind::OutcomeUnknown => Ok(()),
                Err(_) => journal.remove(number),
            };
            if let (Err(error), Ok(job)) = (written, &created) {
                let what = format!(
                    "The job {} could not be written down: {error}",
                    shown_within(&job.id, 1000)
                );
                self.session.screen().warn(&what);
            }
        }
        created.map_err(|error| match error.kind() {
            ErrorKind::OutcomeUnknown => error.with_hint(self.advice()),
            _ => error,
        })
    }

    async fn look(&self, request: &VideoRequest, since: Timestamp) -> Option<Job> {
        if !self.client.offers(Feature::ListVideos) {
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
                    let id = shown_within(&job.id, 1000);
                    self.session.note(&format!("{what}: {id}"));
                    return Some(job);
                }
                Ok(None) => {}
                Err(error) => {
                    self.session.note(&error.to_string());
                    if error.kind() == ErrorKind::OutcomeUnknown {
                        return None;
                    }
                }
            }
        }
        None
    }

    fn advice(&self) -> &'static str {
        match self.client.offers(Feature::ListVideos) {
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
