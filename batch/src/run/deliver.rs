//! The files of a job that is made.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use sorakit::api::Timestamp;
use sorakit::{Download, DownloadOptions, Error, ErrorKind, Job, JobKind, Result, numbered};

use super::engine::Engine;
use super::lane::Lane;
use super::policy::{Loss, lost_download};
use super::work::Ended;
use crate::event::{Event, Item};
use crate::ledger::Row;
use crate::place;

impl Engine {
    /// Downloads what a job has made.
    pub(super) async fn deliver(self: Arc<Self>, row: Row, job: Job, lane: Arc<Lane>) -> Ended {
        self.delivered(row, job, &lane)
            .await
            .unwrap_or_else(Ended::Stop)
    }

    async fn delivered(&self, row: Row, job: Job, lane: &Lane) -> Result<Ended> {
        let file = self.file(&row).await?;
        let downloads = match self.download(&row, &job, &file, lane).await {
            Ok(downloads) => downloads,
            Err(error) => {
                return match lost_download(&error) {
                    Loss::Fail => self.has_failed(&row, error).await,
                    Loss::Stop => Ok(Ended::Stop(error)),
                    Loss::Unknown | Loss::Leave => self.is_left(&row, error).await,
                };
            }
        };
        let bytes = downloads.iter().map(|(_, bytes)| bytes).sum();
        let files: Vec<String> = downloads.into_iter().map(|(file, _)| file).collect();
        let (id, names) = (row.id, files.clone());
        let now = Timestamp::from(SystemTime::now());
        self.book
            .with(move |ledger| ledger.done(id, &names, now))
            .await?;
        self.events.push(Event::Done {
            item: Item::of(&row),
            job_id: job.id,
            files: files.iter().map(|file| self.folder.join(file)).collect(),
            bytes,
        });
        Ok(Ended::Over)
    }

    /// The file that the request goes to, chosen once and written down before anything is
    /// there. What exists and belongs to nobody here is left alone.
    async fn file(&self, row: &Row) -> Result<String> {
        if let Some(file) = &row.file {
            let (id, file) = (row.id, file.clone());
            let known = file.clone();
            self.book
                .with(move |ledger| ledger.downloading(id, &known))
                .await?;
            return Ok(file);
        }
        let (row, folder) = (row.clone(), self.folder.clone());
        let chosen = move |ledger: &mut crate::ledger::Ledger| {
            let mut failed = None;
            let file = place::choose(&row, |file| {
                let exists = folder.join(file).symlink_metadata().is_ok();
                let taken = ledger.is_taken(file, row.id).unwrap_or_else(|error| {
                    failed.get_or_insert(error);
                    false
                });
                !exists && !taken
            });
            if let Some(error) = failed {
                return Err(error);
            }
            ledger.downloading(row.id, &file)?;
            Ok(file)
        };
        self.book.with(chosen).await
    }

    /// Downloads all files of a job; answers with their names and lengths.
    async fn download(
        &self,
        row: &Row,
        job: &Job,
        file: &str,
        lane: &Lane,
    ) -> Result<Vec<(String, u64)>> {
        let path = place::below(&self.folder, file).map_err(|error| storage(&error))?;
        let (videos, images) = (lane.client.videos(), lane.client.images());
        let mut files = Vec::new();
        match job.kind {
            JobKind::Video => {
                let options = DownloadOptions::default();
                let downloads = videos.download_all(job, &path, options).await?;
                for download in downloads {
                    files.push(self.named(row, download)?);
                }
            }
            JobKind::Image => {
                for index in 0..job.images.len().max(1) {
                    let place = numbered(&path, index);
                    let download = images.download(job, index, &place).await?;
                    files.push(self.named(row, download)?);
                }
            }
        }
        Ok(files)
    }

    /// Gives a file whose name is ours the ending of what it is; answers with its name below
    /// the folder.
    fn named(&self, row: &Row, download: Download) -> Result<(String, u64)> {
        let below = |path: &Path| {
            let below = path.strip_prefix(&self.folder).unwrap_or(path);
            below.to_string_lossy().into_owned()
        };
        let right: PathBuf = download
            .path
            .with_extension(download.media_type.extension());
        if row.output.is_some() || right == download.path {
            return Ok((below(&download.path), download.bytes));
        }
        let is_free = |file: &str| self.folder.join(file).symlink_metadata().is_err();
        let name = place::free(&below(&right), is_free);
        std::fs::rename(&download.path, self.folder.join(&name))
            .map_err(|error| storage(&error))?;
        Ok((name, download.bytes))
    }
}

fn storage(error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Storage, format!("cannot write a file: {error}"))
}
