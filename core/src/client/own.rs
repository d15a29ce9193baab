//! The server that made a job: only it knows the job, and only it gets the job's follow-ups.

use crate::client::Client;
use crate::model::{Error, Job, Result};

impl Client {
    /// Notes on a job that this client's server made it, where nothing else is noted.
    pub(crate) fn claim(&self, job: &mut Job) {
        let own = || self.base_url().to_owned();
        job.base_url.get_or_insert_with(own);
    }

    /// Refuses a job of another server, before anything is asked of this one.
    pub(crate) fn check_made(&self, job: &Job) -> Result<()> {
        let own = self.base_url();
        match &job.base_url {
            Some(maker) if maker.trim_end_matches('/') != own.trim_end_matches('/') => {
                let what = format!("the job was made by {maker}, and this client asks {own}");
                Err(Error::invalid("base_url", what)
                    .with_job(&job.id)
                    .with_hint(
                        "Make a client with the job's `base_url`. If the server has moved, resume \
                         the job by its id.",
                    ))
            }
            _ => Ok(()),
        }
    }
}
