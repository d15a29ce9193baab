//! The addresses that a job states for its files.

use crate::api::video_address;
use crate::api::videos_v1::resolve;
use crate::client::Client;
use crate::model::{Error, Job, JobKind, MediaLink, Result};

/// Refuses the number of a file that a finished job does not have.
pub(crate) fn check_index(job: &Job, index: usize) -> Result<()> {
    let (count, what) = match job.kind {
        JobKind::Video => (job.videos.len().max(1), "videos"),
        JobKind::Image => (job.images.len(), "images"),
    };
    match job.is_ended() && index >= count {
        true => {
            let what = format!("the job has {count} {what}, counted from 0");
            Err(Error::invalid("index", what))
        }
        false => Ok(()),
    }
}

/// The address in the answer of a job that is not known to be done.
pub(crate) fn stated_by_unfinished(client: &Client, job: &Job) -> Option<String> {
    let address = video_address(&job.raw).filter(|_| job.kind == JobKind::Video)?;
    Some(resolve(client.base_url(), &address).unwrap_or(address))
}

/// The address that a job states for one of its files.
pub(super) fn address_of(job: &Job, index: usize) -> Option<&str> {
    let link: Option<&MediaLink> = match job.kind {
        JobKind::Video if index == 0 => job.video.as_ref(),
        JobKind::Video => job.videos.get(index),
        JobKind::Image => job.images.get(index),
    };
    link.map(|link| link.url.as_str())
        .filter(|url| !url.is_empty())
}

/// True for a file that is in its address.
pub(super) fn is_data(url: &str) -> bool {
    url.get(..5)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}
