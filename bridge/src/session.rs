//! A client as other languages hold it.

use serde::Deserialize;
use serde_json::Value;
use sorakit::api::{Descriptor, FileInput, Repeatable};
use sorakit::platform::{BoxFuture, BoxStream};
use sorakit::{
    ByteRange, Client, Error, ErrorKind, Job, JobKind, MediaStream, Result, WaitOptions,
};
#[cfg(not(target_family = "wasm"))]
use sorakit::{Download, DownloadOptions};

use crate::methods;
use crate::panic::caught;

/// A client whose calls are identified by name.
#[derive(Clone)]
pub struct Session {
    client: Client,
}

/// A file that can be fetched: from an address, or from a job.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum Deliverable {
    /// The file at an address.
    Address(String),
    /// A job's file.
    Job(Box<Job>),
}

impl From<Client> for Session {
    fn from(client: Client) -> Self {
        Self { client }
    }
}

impl Session {
    /// The client.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Calls a method or an operation: its fields as JSON, and the files that
    /// `{"attachment": n}` refers to. A panic inside it is the call's error.
    ///
    /// # Errors
    /// `unsupported` if there is none with this name.
    pub fn call(
        &self,
        name: &str,
        fields: Value,
        files: Vec<FileInput>,
    ) -> Result<BoxFuture<'static, Result<Value>>> {
        let client = self.client.clone();
        if let Some(method) = methods::find(name) {
            return Ok((method.call)(client, fields, files));
        }
        let operation = operation(name)?;
        let open = operation.meta.repeatable == Repeatable::IfUntaken;
        Ok(Box::pin(caught(open, async move {
            client.call_described(operation, fields, &files).await
        })))
    }

    /// Calls an operation, for the contents of its answer piece by piece, or for the
    /// items of a list page by page.
    pub fn pieces(
        &self,
        name: &str,
        fields: Value,
        files: &[FileInput],
    ) -> Result<BoxStream<'static, Result<Value>>> {
        let operation = operation(name)?;
        match operation.events {
            Some(_) => self.client.stream_described(operation, fields, files),
            None => self.client.items_described(operation, fields, files),
        }
    }

    /// Calls an operation, for the file in its answer.
    pub fn content(
        &self,
        name: &str,
        fields: Value,
        files: Vec<FileInput>,
    ) -> Result<BoxFuture<'static, Result<MediaStream>>> {
        let operation = operation(name)?;
        let client = self.client.clone();
        Ok(Box::pin(async move {
            client.open_described(operation, fields, &files).await
        }))
    }

    /// A job of which only the id is known.
    pub fn resume(&self, kind: JobKind, id: impl Into<String>) -> Job {
        Job::new(id, self.client.dialect(), kind)
    }

    /// Waits until a job has succeeded: a video or images.
    pub async fn wait(&self, job: &Job, options: WaitOptions) -> Result<Job> {
        match job.kind {
            JobKind::Video => self.client.videos().wait_with(job, options).await,
            JobKind::Image => self.client.images().wait_with(job, options).await,
        }
    }

    /// The job as each poll sees it, until it has ended.
    pub fn watch(&self, job: &Job) -> BoxStream<'static, Result<Job>> {
        Box::pin(self.client.videos().watch(job))
    }

    /// Downloads a file to a path; of a job's videos or images, the one with this number.
    #[cfg(not(target_family = "wasm"))]
    pub async fn download(
        &self,
        what: &Deliverable,
        index: usize,
        path: &std::path::Path,
        options: DownloadOptions,
    ) -> Result<Download> {
        match what {
            Deliverable::Address(url) => self.client.download_with(url, path, options).await,
            Deliverable::Job(job) if job.kind == JobKind::Image => {
                let images = self.client.images();
                images.download_with(job, index, path, options).await
            }
            Deliverable::Job(job) => {
                let videos = self.client.videos();
                videos.download_output(job, index, path, options).await
            }
        }
    }

    /// A range of a file as a stream of bytes; of a job's videos or images the one with this
    /// number.
    pub async fn open(
        &self,
        what: &Deliverable,
        index: usize,
        range: ByteRange,
    ) -> Result<MediaStream> {
        match what {
            Deliverable::Address(url) => self.client.open_address_range(url, range).await,
            Deliverable::Job(job) if job.kind == JobKind::Image => {
                self.client.images().open_range(job, index, range).await
            }
            Deliverable::Job(job) => self.client.videos().open_output(job, index, range).await,
        }
    }
}

fn operation(name: &str) -> Result<&'static Descriptor> {
    sorakit::api::find(name).ok_or_else(|| {
        Error::new(ErrorKind::Unsupported, "there is no such operation").on(name.to_owned())
    })
}
