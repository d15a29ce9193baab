//! Downloads: from wherever the file is, of one file, whole, and where they belong.

mod addresses;
pub mod fallback;
mod limits;
mod places;
mod ranges;
mod resume;
mod simulated;

use std::path::PathBuf;

use sorakit::{Client, Dialect, Job, JobKind, JobStatus, MediaLink, Options};

use crate::raw::RawServer;
use crate::setup::{client_with, wait};

/// A video, and another of the same length.
pub const CAT: &[u8] = include_bytes!("../../../../core/tests/media/faststart.mp4");
pub const DOG: &[u8] = include_bytes!("../../../../core/tests/media/rotated.mp4");

/// The options of a client that soon gives up.
pub fn options(server: &RawServer, dialect: Dialect) -> Options {
    Options {
        dialect: Some(dialect),
        base_url: Some(format!("{}/v1", server.url())),
        api_key: Some("test".into()),
        poll_interval: Some(0.05),
        max_retries: Some(2),
        retry_base: Some(0.1),
        grace: Some(0.6),
        ..Options::default()
    }
}

/// A job that is done, with its video at this address.
pub fn done(dialect: Dialect, url: &str) -> Job {
    let mut job = Job::new("job_1", dialect, JobKind::Video);
    job.status = JobStatus::Succeeded;
    job.video = Some(MediaLink {
        url: url.to_owned(),
        ..MediaLink::default()
    });
    job
}

/// A folder for downloads, and a client of a server.
pub struct Place {
    pub client: Client,
    pub folder: tempfile::TempDir,
}

impl Place {
    pub fn new(server: &RawServer) -> Self {
        Self::with(options(server, Dialect::Openai))
    }

    pub fn with(options: Options) -> Self {
        Self {
            client: client_with(options),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("cat.mp4")
    }

    pub fn download(&self, job: &Job) -> sorakit::Result<Vec<u8>> {
        let download = wait(self.client.videos().download(job, self.path()))?;
        assert_eq!(download.path, self.path());
        Ok(std::fs::read(self.path()).unwrap())
    }

    /// The names in the folder.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}
