//! Finished files as streams of bytes.

use super::{Images, Videos};
use crate::client::media::MediaStream;
use crate::client::{ByteRange, Client};
use crate::dialect::delivery::Delivery;
use crate::dialect::stated::check_index;
use crate::model::{Error, Job, Result};
use crate::policy::ended::failure_of;

impl Videos {
    /// Opens a finished job's video as a stream of bytes, for use without a file system. It
    /// is waited for and looked for as in a [download](Self::download), and begins as a
    /// video does; the rest of the bytes is not checked.
    pub async fn open(&self, job: &Job) -> Result<MediaStream> {
        self.open_range(job, ByteRange::default()).await
    }

    /// As [`open`](Self::open), a range of the bytes alone, such as a player asks for that
    /// seeks. A server that takes no ranges sends the whole file, of which the rest is
    /// passed over.
    pub async fn open_range(&self, job: &Job, range: ByteRange) -> Result<MediaStream> {
        self.open_output(job, 0, range).await
    }

    /// As [`open_range`](Self::open_range), of a job with several videos the one with this
    /// number, counted from 0.
    pub async fn open_output(
        &self,
        job: &Job,
        index: usize,
        range: ByteRange,
    ) -> Result<MediaStream> {
        let opened = async {
            range.check()?;
            check_file(job, index)?;
            Delivery::of(&self.client, job, index).stream(range).await
        };
        opened
            .await
            .map_err(|error: Error| error.on("videos.open").with_job(&job.id))
    }
}

impl Images {
    /// Opens one of a finished job's images, counted from 0, as a stream of bytes.
    pub async fn open(&self, job: &Job, index: usize) -> Result<MediaStream> {
        self.open_range(job, index, ByteRange::default()).await
    }

    /// As [`open`](Self::open), a range of the bytes alone.
    pub async fn open_range(
        &self,
        job: &Job,
        index: usize,
        range: ByteRange,
    ) -> Result<MediaStream> {
        let opened = async {
            range.check()?;
            check_file(job, index)?;
            Delivery::of(&self.client, job, index).stream(range).await
        };
        opened
            .await
            .map_err(|error: Error| error.on("images.open").with_job(&job.id))
    }
}

/// Refuses to fetch a file that a job does not have.
pub(super) fn check_file(job: &Job, index: usize) -> Result<()> {
    match failure_of(job) {
        Some(error) => Err(error),
        None => check_index(job, index),
    }
}

impl Client {
    /// Opens the picture or video at an address, such as a thumbnail's or a link from a
    /// chat's answer, as a stream of bytes. The credential goes along to the API's own
    /// origin alone. An address may be relative to the base URL, or a data URL.
    pub async fn open_address(&self, url: &str) -> Result<MediaStream> {
        self.open_address_range(url, ByteRange::default()).await
    }

    /// As [`open_address`](Self::open_address), a range of the bytes alone.
    pub async fn open_address_range(&self, url: &str, range: ByteRange) -> Result<MediaStream> {
        let opened = async {
            range.check()?;
            Delivery::at(self, url).stream(range).await
        };
        opened.await.map_err(|error: Error| error.on("open"))
    }
}
