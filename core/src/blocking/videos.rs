//! Videos, blocking.

use std::io;
use std::path::Path;

use super::wait::{Items, wait};
use crate::api::Timestamp;
use crate::client::{ByteRange, MediaStream};
use crate::flow::{self, Delivered, Download, DownloadOptions, WaitOptions};
use crate::model::{Job, Page, PageRequest, Result, VideoRequest};

/// Videos, blocking; see [`sorakit::Videos`](crate::Videos) for each call.
#[derive(Clone)]
pub struct Videos(pub(super) flow::Videos);

impl Videos {
    /// Begins a video.
    pub fn create(&self, request: VideoRequest) -> Result<Job> {
        wait(self.0.create(request))
    }

    /// Begins a new version of a video.
    pub fn remix(&self, id: &str, request: VideoRequest) -> Result<Job> {
        wait(self.0.remix(id, request))
    }

    /// A page of the account's videos, newest first.
    pub fn list(&self, page: PageRequest) -> Result<Page<Job>> {
        wait(self.0.list(page))
    }

    /// Deletes a video.
    pub fn delete(&self, id: &str) -> Result<()> {
        wait(self.0.delete(id))
    }

    /// Stops a video that is being made, and forgets it. See [`Videos::cancel`](crate::Videos::cancel).
    pub fn cancel(&self, id: &str) -> Result<()> {
        wait(self.0.cancel(id))
    }

    /// Returns a job's current state, by its id.
    pub fn get(&self, id: &str) -> Result<Job> {
        wait(self.0.get(id))
    }

    /// The job of this id.
    pub fn resume(&self, id: impl Into<String>) -> Job {
        self.0.resume(id)
    }

    /// Waits until a job has succeeded.
    pub fn wait(&self, job: &Job, options: WaitOptions) -> Result<Job> {
        wait(self.0.wait_with(job, options))
    }

    /// The job as each poll sees it, until it has ended, well or not.
    pub fn watch(&self, job: &Job) -> Items<Result<Job>> {
        Items::new(self.0.watch(job))
    }

    /// Creates a video and waits until it is done.
    pub fn generate(&self, request: VideoRequest) -> Result<Job> {
        wait(self.0.generate(request))
    }

    /// Creates a video and waits for it with a deadline of its own.
    pub fn generate_with(&self, request: VideoRequest, options: WaitOptions) -> Result<Job> {
        wait(self.0.generate_with(request, options))
    }

    /// Looks for the job that a creation made whose answer was lost.
    pub fn find(&self, request: &VideoRequest, since: Timestamp) -> Result<Option<Job>> {
        wait(self.0.find(request, since))
    }

    /// Downloads a finished job's video.
    pub fn download(&self, job: &Job, path: impl AsRef<Path>) -> Result<Download> {
        wait(self.0.download(job, path))
    }

    /// Downloads with progress.
    pub fn download_with(
        &self,
        job: &Job,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Download> {
        wait(self.0.download_with(job, path, options))
    }

    /// Writes a finished job's video to `writer` as it comes.
    pub fn write_to(
        &self,
        job: &Job,
        writer: impl io::Write + Send + 'static,
        options: DownloadOptions,
    ) -> Result<Delivered> {
        wait(self.0.write_to(job, writer, options))
    }

    /// Opens a finished job's video; [`next_chunk`](Self::next_chunk) reads it.
    pub fn open(&self, job: &Job) -> Result<MediaStream> {
        wait(self.0.open(job))
    }

    /// Opens a range of a finished job's video.
    pub fn open_range(&self, job: &Job, range: ByteRange) -> Result<MediaStream> {
        wait(self.0.open_range(job, range))
    }

    /// The next bytes of an opened video, or `None` at its end.
    pub fn next_chunk(&self, media: &mut MediaStream) -> Result<Option<bytes::Bytes>> {
        wait(media.chunk())
    }
}
