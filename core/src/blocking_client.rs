//! The same client without async: each call blocks the calling thread.

use std::path::Path;

use crate::api::Operation;
use crate::client::Client;
use crate::error::Result;
use crate::flow::{Download, DownloadOptions, WaitOptions};
use crate::job::Job;
use crate::options::Options;
use crate::request::VideoRequest;

/// A client whose calls block. It drives the very futures of [`Client`].
///
/// ```no_run
/// use sorakit::{BlockingClient, Options, VideoRequest};
///
/// # fn main() -> sorakit::Result<()> {
/// let client = BlockingClient::new(Options::default())?;
/// let job = client.videos().generate(VideoRequest::new("a cat in the snow"))?;
/// client.videos().download(&job, "cat.mp4")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct BlockingClient {
    client: Client,
}

/// Videos, blocking; see [`Videos`](crate::Videos) for each call.
#[derive(Clone)]
pub struct BlockingVideos {
    videos: crate::flow::Videos,
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    futures_lite::future::block_on(future)
}

impl BlockingClient {
    /// A client with these options, completed from the environment.
    pub fn new(options: Options) -> Result<Self> {
        Client::new(options).map(Self::from)
    }

    /// The async client that it drives.
    pub fn inner(&self) -> &Client {
        &self.client
    }

    /// Makes one call of any operation.
    pub fn call<O: Operation>(&self, operation: O) -> Result<O::Output> {
        wait(self.client.call(operation))
    }

    /// Videos, on whichever dialect the server speaks.
    pub fn videos(&self) -> BlockingVideos {
        BlockingVideos {
            videos: self.client.videos(),
        }
    }
}

impl From<Client> for BlockingClient {
    fn from(client: Client) -> Self {
        Self { client }
    }
}

impl BlockingVideos {
    /// Begins a video.
    pub fn create(&self, request: VideoRequest) -> Result<Job> {
        wait(self.videos.create(request))
    }

    /// How a job stands now.
    pub fn get(&self, id: &str) -> Result<Job> {
        wait(self.videos.get(id))
    }

    /// The job of this id.
    pub fn resume(&self, id: impl Into<String>) -> Job {
        self.videos.resume(id)
    }

    /// Waits until a job has succeeded.
    pub fn wait(&self, job: &Job, options: WaitOptions) -> Result<Job> {
        wait(self.videos.wait_with(job, options))
    }

    /// Creates a video and waits until it is done.
    pub fn generate(&self, request: VideoRequest) -> Result<Job> {
        wait(self.videos.generate(request))
    }

    /// Downloads a finished job's video.
    pub fn download(&self, job: &Job, path: impl AsRef<Path>) -> Result<Download> {
        wait(self.videos.download(job, path))
    }

    /// Downloads with progress.
    pub fn download_with(
        &self,
        job: &Job,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Download> {
        wait(self.videos.download_with(job, path, options))
    }
}
