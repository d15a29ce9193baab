//! Looking for a job whose answer was lost.

use sorakit::{ErrorKind, Job, Result};

use super::engine::Engine;
use super::lane::Lane;
use crate::creation::Creation;
use crate::ledger::Row;

/// What came of looking.
pub enum Found {
    /// The job is there.
    Job(Box<Job>),
    /// It is not, or nothing tells which it is, or the server has no list.
    Nothing,
}

impl Engine {
    /// Looks for the job of a request among the account's newest. Nothing else is sent
    /// meanwhile: a job whose answer is on its way is not to be taken for it.
    ///
    /// # Errors
    /// Those of reading the list, which says nothing then.
    pub(super) async fn look(&self, row: &Row, lane: &Lane) -> Result<Found> {
        let (Some(since), Ok(Creation::Video(request))) = (row.sent_at, self.creation(row)) else {
            return Ok(Found::Nothing);
        };
        let _alone = lane.sending.write().await;
        let base_url = lane.client.base_url().to_owned();
        let known = self
            .book
            .with(move |ledger| ledger.jobs_around(&base_url, since))
            .await?;
        let videos = lane.client.videos();
        match videos.find_besides(&request, since, &known).await {
            Ok(Some(job)) => {
                let (id, begun) = (row.id, job.clone());
                self.book
                    .with(move |ledger| ledger.begun(id, &begun))
                    .await?;
                Ok(Found::Job(Box::new(job)))
            }
            Ok(None) => Ok(Found::Nothing),
            Err(error) => match error.kind() {
                ErrorKind::Unsupported | ErrorKind::OutcomeUnknown => Ok(Found::Nothing),
                _ => Err(error),
            },
        }
    }

    /// What a request asks for.
    pub(super) fn creation(&self, row: &Row) -> Result<Creation> {
        Creation::read(row.kind, row.request.clone())
    }
}
