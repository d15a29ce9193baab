//! One request's way: sent, waited for, and looked for when its answer is lost.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use sorakit::api::Timestamp;
use sorakit::host::Host;
use sorakit::{Error, ErrorKind, Job, JobKind, Result, WaitOptions};

use super::engine::Engine;
use super::lane::Lane;
use super::look::Found;
use super::policy::{Loss, Refusal, lost_wait, refusal};
use crate::creation::Creation;
use crate::event::{Event, Item};
use crate::ledger::Row;

/// When a job whose answer was lost is looked for: a server may show it a little later.
const LOOKS: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(5)];

/// How a request leaves its place among the running jobs.
pub enum Ended {
    /// Made: its files are to be downloaded.
    Made(Box<Row>, Box<Job>),
    /// Failed, unknown, or left for a later run.
    Over,
    /// Not taken, since the account is full.
    Full(Error),
    /// Not taken, since the server takes nothing.
    Paused(Error),
    /// Not taken, or left, for a reason that is every request's of this connection.
    Closed(Error),
    /// The same of every connection.
    Stop(Error),
}

/// How a request ends for a reason that is not its own.
fn every_one(error: Error) -> Ended {
    match error.kind() {
        ErrorKind::Storage => Ended::Stop(error),
        _ => Ended::Closed(error),
    }
}

impl Engine {
    /// Sends a request that is claimed, and waits for its job.
    pub(super) async fn send(self: Arc<Self>, row: Row, lane: Arc<Lane>) -> Ended {
        self.sent(row, &lane).await.unwrap_or_else(Ended::Stop)
    }

    /// Waits for the job of an earlier run.
    pub(super) async fn go_on(self: Arc<Self>, row: Row, lane: Arc<Lane>) -> Ended {
        let job = match &row.job {
            Some(job) => (**job).clone(),
            None => {
                let id = row.job_id.clone().unwrap_or_default();
                match row.kind {
                    JobKind::Video => lane.client.videos().resume(id),
                    JobKind::Image => lane.client.images().resume(id),
                }
            }
        };
        if !job.resumable && !job.is_ended() {
            let what = "the job ended with the process that had begun it";
            let error = Error::new(ErrorKind::OutcomeUnknown, what).with_job(&job.id);
            return self
                .is_unknown(&row, error)
                .await
                .unwrap_or_else(Ended::Stop);
        }
        self.events.push(Event::Resumed {
            item: Item::of(&row),
            job_id: job.id.clone(),
        });
        self.wait(row, job, &lane).await.unwrap_or_else(Ended::Stop)
    }

    async fn sent(&self, row: Row, lane: &Lane) -> Result<Ended> {
        let created = match self.creation(&row) {
            Ok(creation) => self.create(creation, lane).await,
            Err(error) => Err(error),
        };
        let id = row.id;
        let error = match created {
            Ok(job) => return self.begun(row, job, lane).await,
            Err(error) => error,
        };
        let refused = refusal(&error);
        if refused != Refusal::Unknown && refused != Refusal::Fail {
            self.book.with(move |ledger| ledger.returned(id)).await?;
        }
        Ok(match refused {
            Refusal::Unknown => return self.lost(row, error, lane).await,
            Refusal::Fail => return self.has_failed(&row, error).await,
            Refusal::Full => Ended::Full(error),
            Refusal::Pause => Ended::Paused(error),
            Refusal::Stop => every_one(error),
        })
    }

    async fn create(&self, creation: Creation, lane: &Lane) -> Result<Job> {
        let _sending = lane.sending.read().await;
        let client = lane.client.clone().with_deadline(self.options.deadline);
        match creation {
            Creation::Video(request) => client.videos().create(*request).await,
            Creation::Image(request) => client.images().create(*request).await,
        }
    }

    async fn begun(&self, row: Row, job: Job, lane: &Lane) -> Result<Ended> {
        lane.takes();
        let (id, begun) = (row.id, job.clone());
        let written = self.book.with(move |ledger| ledger.begun(id, &begun)).await;
        // Whoever reads this can go on with it by hand.
        written.map_err(|error| error.with_job(&job.id))?;
        self.events.push(Event::Sent {
            item: Item::of(&row),
            job_id: job.id.clone(),
        });
        self.wait(row, job, lane).await
    }

    /// The answer was lost: looks for the job, and goes on with it if it is there.
    async fn lost(&self, row: Row, error: Error, lane: &Lane) -> Result<Ended> {
        if let Some(job) = error.job_id() {
            let job = match row.kind {
                JobKind::Video => lane.client.videos().resume(job),
                JobKind::Image => lane.client.images().resume(job),
            };
            return self.begun(row, job, lane).await;
        }
        let (id, why) = (row.id, error.clone());
        self.book
            .with(move |ledger| ledger.unknown(id, &why))
            .await?;
        for after in LOOKS {
            self.host.sleep(after).await;
            // What the list cannot tell now, the end of the run or a later one will.
            if let Ok(Found::Job(job)) = self.look(&row, lane).await {
                self.events.push(Event::Resumed {
                    item: Item::of(&row),
                    job_id: job.id.clone(),
                });
                return self.wait(row, *job, lane).await;
            }
        }
        self.events.push(Event::Unknown {
            item: Item::of(&row),
            error: error.report(),
        });
        Ok(Ended::Over)
    }

    /// Waits until the job has ended.
    pub(super) async fn wait(&self, mut row: Row, job: Job, lane: &Lane) -> Result<Ended> {
        row.job_id = Some(job.id.clone());
        let (events, item) = (self.events.clone(), Item::of(&row));
        let told = move |job: &Job| {
            events.push(Event::Progress {
                item: item.clone(),
                status: job.status,
                progress: job.progress,
            });
        };
        let options = WaitOptions {
            deadline: self.options.deadline,
            on_progress: Some(Arc::new(told)),
        };
        let waited = match job.kind {
            JobKind::Video => lane.client.videos().wait_with(&job, options).await,
            JobKind::Image => lane.client.images().wait_with(&job, options).await,
        };
        let error = match waited {
            Ok(job) => return Ok(Ended::Made(Box::new(row), Box::new(job))),
            Err(error) => error,
        };
        match lost_wait(&error) {
            Loss::Fail => self.has_failed(&row, error).await,
            Loss::Unknown => self.is_unknown(&row, error).await,
            Loss::Leave => self.is_left(&row, error).await,
            Loss::Stop => Ok(every_one(error)),
        }
    }

    pub(super) async fn has_failed(&self, row: &Row, error: Error) -> Result<Ended> {
        let (id, why) = (row.id, error.clone());
        let now = Timestamp::from(SystemTime::now());
        self.book
            .with(move |ledger| ledger.failed(id, &why, now))
            .await?;
        self.events.push(Event::Failed {
            item: Item::of(row),
            error: error.report(),
        });
        Ok(Ended::Over)
    }

    pub(super) async fn is_left(&self, row: &Row, error: Error) -> Result<Ended> {
        let (id, why) = (row.id, error.clone());
        self.book.with(move |ledger| ledger.note(id, &why)).await?;
        self.events.push(Event::Left {
            item: Item::of(row),
            error: error.report(),
        });
        Ok(Ended::Over)
    }

    async fn is_unknown(&self, row: &Row, error: Error) -> Result<Ended> {
        let (id, why, batch) = (row.id, error.clone(), self.batch);
        self.book
            .with(move |ledger| ledger.unknown(id, &why))
            .await?;
        if self.options.resend_unknown
            && self
                .book
                .with(move |ledger| ledger.resend(id, batch))
                .await?
        {
            return Ok(Ended::Over);
        }
        self.events.push(Event::Unknown {
            item: Item::of(row),
            error: error.report(),
        });
        Ok(Ended::Over)
    }
}
