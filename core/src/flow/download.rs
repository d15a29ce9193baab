//! Downloading to a file: resumable, checked, and in place only when whole.

use std::io;
use std::path::Path;

use super::downloaded::{Delivered, Download, DownloadOptions};
use super::numbered::numbered;
use super::open::check_file;
use super::target::{Target, open_pipe};
use super::transfer::{outlet, transfer};
use super::{Images, Videos};
use crate::client::Client;
use crate::dialect::delivery::Delivery;
use crate::host::unblock;
use crate::model::{Error, Job, Result};

impl Videos {
    /// Downloads a finished job's video to `path`.
    ///
    /// The bytes go to a temporary file beside it, and only a whole and checked video gets
    /// the final name. An interrupted download resumes where it stopped, in this process or
    /// a later one. A link is followed, and a named pipe written to; see
    /// [`check_target`](super::check_target).
    ///
    /// The address in the job is tried first, then a fresh one, then the dialect's own
    /// endpoint. If the file is not ready yet, the download waits for it, for the client's
    /// `grace`.
    ///
    /// # Errors
    /// `invalid_input` when the target cannot be written; the job's own failure when it
    /// failed; `not_ready` when it is not done; `unexpected_response` when the server sends
    /// anything but a whole video.
    pub async fn download(&self, job: &Job, path: impl AsRef<Path>) -> Result<Download> {
        self.download_with(job, path, DownloadOptions::default())
            .await
    }

    /// Downloads a video and reports progress.
    pub async fn download_with(
        &self,
        job: &Job,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Download> {
        self.download_output(job, 0, path, options).await
    }

    /// Downloads one of a finished job's videos, counted from 0, as
    /// [`download`](Self::download) does the first.
    ///
    /// # Errors
    /// Those of [`download`](Self::download); `invalid_input`, with the field `index`, when
    /// the job has fewer.
    pub async fn download_output(
        &self,
        job: &Job,
        index: usize,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Download> {
        let downloaded = async {
            super::check_target(path.as_ref())?;
            check_file(job, index)?;
            let delivery = Delivery::of(&self.client, job, index);
            to_path(delivery, path.as_ref(), &options).await
        };
        downloaded
            .await
            .map_err(|error: Error| error.on("videos.download").with_job(&job.id))
    }

    /// Downloads all of a finished job's videos, one after the other. `{n}` in the name of
    /// `path` stands for the number of each, from 1; without it, the second is `cat-2.mp4`
    /// beside `cat.mp4`.
    ///
    /// # Errors
    /// Those of [`download`](Self::download), of the first video that fails; those before it
    /// are in their places.
    pub async fn download_all(
        &self,
        job: &Job,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Vec<Download>> {
        let mut downloads = Vec::new();
        for index in 0..job.videos.len().max(1) {
            let place = numbered(path.as_ref(), index);
            let options = options.clone();
            downloads.push(self.download_output(job, index, place, options).await?);
        }
        Ok(downloads)
    }

    /// Writes a finished job's video to `writer` as it arrives: standard output, a pipe, an
    /// upload elsewhere. The file is looked for, waited for and resumed as in a
    /// [download](Self::download), but never restarted: bytes already written stay. The
    /// beginning is checked to be a video's before anything is written, and the end to be
    /// the end of a whole one.
    ///
    /// # Errors
    /// Those of [`download`](Self::download); `storage` when the writer fails.
    pub async fn write_to(
        &self,
        job: &Job,
        writer: impl io::Write + Send + 'static,
        options: DownloadOptions,
    ) -> Result<Delivered> {
        let delivery = Delivery::of(&self.client, job, 0);
        let opened = outlet(|| Ok(Box::new(writer) as Box<_>));
        let written = opened.deliver(delivery, &options).await;
        written.map_err(|error| error.on("videos.download").with_job(&job.id))
    }
}

impl Images {
    /// Downloads one of a finished job's images, counted from 0, to `path`, as
    /// [`Videos::download`] does a video.
    pub async fn download(
        &self,
        job: &Job,
        index: usize,
        path: impl AsRef<Path>,
    ) -> Result<Download> {
        self.download_with(job, index, path, DownloadOptions::default())
            .await
    }

    /// Downloads an image and reports progress.
    pub async fn download_with(
        &self,
        job: &Job,
        index: usize,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Download> {
        let downloaded = async {
            super::check_target(path.as_ref())?;
            check_file(job, index)?;
            let delivery = Delivery::of(&self.client, job, index);
            to_path(delivery, path.as_ref(), &options).await
        };
        downloaded
            .await
            .map_err(|error: Error| error.on("images.download").with_job(&job.id))
    }
}

impl Client {
    /// Downloads the picture or video at an address to `path`, as carefully as
    /// [`Videos::download`] does a job's: a thumbnail, or a link from a chat's answer. The
    /// credential goes along to the API's own origin alone. An address may be relative to
    /// the base URL, or a data URL.
    pub async fn download(&self, url: &str, path: impl AsRef<Path>) -> Result<Download> {
        self.download_with(url, path, DownloadOptions::default())
            .await
    }

    /// Downloads the file at an address and reports progress.
    pub async fn download_with(
        &self,
        url: &str,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Download> {
        let downloaded = async {
            super::check_target(path.as_ref())?;
            to_path(Delivery::at(self, url), path.as_ref(), &options).await
        };
        downloaded
            .await
            .map_err(|error: Error| error.on("download"))
    }
}

async fn to_path(
    delivery: Delivery<'_>,
    path: &Path,
    options: &DownloadOptions,
) -> Result<Download> {
    match Target::of(path)? {
        Target::File(target) => {
            let mut download = transfer(delivery, &target, options).await?;
            // The caller's own name for it, not the target of its links.
            download.path = path.to_owned();
            Ok(download)
        }
        Target::Pipe(pipe) => {
            let place = pipe.clone();
            // Before anything is asked for.
            let opened = unblock(move || open_pipe(&place)).await?;
            let outlet = outlet(move || Ok(Box::new(opened) as Box<_>));
            let Delivered { bytes, media_type } = outlet.deliver(delivery, options).await?;
            Ok(Download {
                path: pipe,
                bytes,
                media_type,
                video: None,
            })
        }
    }
}
