//! Downloading to a file: resumable, checked, and in place only when whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use super::Videos;
use super::media::From;
use super::partial::Partial;
use crate::api::Repeatable;
use crate::client::Client;
use crate::dialect::Link;
use crate::error::{Error, ErrorKind, Result};
use crate::host::Taken;
use crate::job::Job;
use crate::media::{MediaError, MediaType, NotMedia, SNIFF_BYTES, VideoInfo};
use crate::policy::retry::{self, Attempts, Failed, Next};

/// A file that was downloaded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Download {
    /// Where it is.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// What it is, by its content.
    pub media_type: MediaType,
    /// What the file itself says of its size and length, when it is an MP4.
    pub video: Option<VideoInfo>,
}

/// How a file is downloaded.
#[derive(Clone, Default)]
pub struct DownloadOptions {
    /// Told how far it is.
    pub on_progress: Option<Arc<dyn Fn(TransferProgress) + Send + Sync>>,
}

/// How far a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TransferProgress {
    /// Bytes so far, with those of an earlier attempt.
    pub done: u64,
    /// Bytes in all, when the server says it.
    pub total: Option<u64>,
}

impl Videos {
    /// Downloads a finished job's video to `path`.
    ///
    /// The bytes go to a temporary file beside it, and only a whole and checked
    /// video gets the final name. A download that was broken off goes on where
    /// it stopped, in this process or a later one.
    ///
    /// # Errors
    /// `invalid_input` when the folder does not exist, `unexpected_response`
    /// when the server sends something else than a video.
    pub async fn download(&self, job: &Job, path: impl AsRef<Path>) -> Result<Download> {
        self.download_with(job, path, DownloadOptions::default())
            .await
    }

    /// Downloads with progress.
    pub async fn download_with(
        &self,
        job: &Job,
        path: impl AsRef<Path>,
        options: DownloadOptions,
    ) -> Result<Download> {
        let mut transfer = Transfer {
            client: &self.client,
            job,
            options,
            link: None,
            fresh_link: false,
            attempts: Attempts::default(),
        };
        transfer
            .run(path.as_ref())
            .await
            .map_err(|error| error.on("videos.download").with_job(&job.id))
    }
}

/// Refuses a place for a download that cannot be written, before anything is
/// sent: the folder has to exist and to take files. Worth asking before a job is
/// paid for.
///
/// # Errors
/// `invalid_input`, with the field `path`.
pub fn check_target(path: &Path) -> Result<()> {
    let refused = |what: String| Err(Error::invalid("path", what));
    if path.file_name().is_none() || path.is_dir() {
        return refused(format!("{} is not the name of a file", path.display()));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return refused(format!("the folder {} does not exist", folder.display()));
    }
    // Permissions say less than a file that is there.
    let probe = folder.join(format!(".sorakit-{}", std::process::id()));
    let made = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(&probe);
    match made.and_then(|_| std::fs::remove_file(&probe)) {
        Ok(()) => Ok(()),
        // Another thread has tried, and removed, the same probe.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => refused(format!("cannot write to {}: {error}", folder.display())),
    }
}

/// How many bytes an attempt has to bring to count as one that gets on, so that
/// a server which breaks off after a few is not asked for ever.
const PROGRESS: u64 = 64 << 10;

struct Transfer<'a> {
    client: &'a Client,
    job: &'a Job,
    options: DownloadOptions,
    link: Option<Link>,
    /// Whether the address was asked for afresh, because the old one had expired.
    fresh_link: bool,
    attempts: Attempts,
}

impl Transfer<'_> {
    async fn run(&mut self, path: &Path) -> Result<Download> {
        check_target(path)?;
        let mut partial = Partial::open(path, &self.job.id).await?;
        loop {
            match self.fetch(&mut partial).await {
                Ok(total) => return finish(partial, total).await,
                Err(error) => {
                    if let Err(error) = self.recover(error).await {
                        let nothing = partial.length() < SNIFF_BYTES as u64;
                        if nothing && error.kind() == ErrorKind::UnexpectedResponse {
                            partial.discard().await;
                        }
                        return Err(error);
                    }
                }
            }
        }
    }

    /// One request, from where the file ends. Answers with the whole length.
    async fn fetch(&mut self, partial: &mut Partial) -> Result<Option<u64>> {
        let link = self.link().await?;
        let from = From {
            start: partial.length(),
            validator: partial.validator().map(Into::into),
        };
        let mut stream = self
            .client
            .open_media(&link.url, link.authorize, &from)
            .await?;
        if stream.start != partial.length() {
            // The file changed, or the server knows no ranges: from the beginning.
            partial.restart().await?;
        }
        if stream.start != partial.length() {
            return Err(Error::new(
                ErrorKind::UnexpectedResponse,
                "the server answers another range than was asked for",
            ));
        }
        partial.describe(stream.validator.clone()).await?;
        let idle = self.client.inner.timeout;
        let started_at = partial.length();
        let mut head = Vec::new();
        let mut checked = started_at > 0;
        loop {
            let chunk = self
                .client
                .within(idle, stream.chunk())
                .await
                .ok_or_else(|| {
                    Error::new(
                        ErrorKind::Timeout,
                        format!("no data for {} s", idle.as_secs_f64()),
                    )
                })??;
            let Some(chunk) = chunk else { break };
            if !checked {
                let wanted = SNIFF_BYTES - head.len();
                head.extend_from_slice(&chunk[..chunk.len().min(wanted)]);
                // JSON and web pages are never written; media is known early.
                if MediaType::sniff(&head).is_some() {
                    checked = true;
                } else if head.len() >= SNIFF_BYTES {
                    return Err(not_a_video(&head));
                }
            }
            partial
                .writer()
                .write_all(&chunk)
                .await
                .map_err(|error| partial.failed(error))?;
            partial.grow(chunk.len() as u64);
            if partial.length() - started_at >= PROGRESS {
                self.attempts.retries = 0;
            }
            if let Some(on_progress) = &self.options.on_progress {
                on_progress(TransferProgress {
                    done: partial.length(),
                    total: stream.length,
                });
            }
        }
        if !checked {
            return Err(not_a_video(&head));
        }
        match stream.length {
            Some(total) if partial.length() < total => Err(Error::new(
                ErrorKind::Connection,
                format!(
                    "the download broke off at {} of {total} bytes",
                    partial.length()
                ),
            )),
            total => Ok(total),
        }
    }

    /// The address of the file: the job's own, or a fresh one.
    async fn link(&mut self) -> Result<Link> {
        if let Some(link) = &self.link {
            return Ok(link.clone());
        }
        let known = self
            .job
            .video
            .as_ref()
            .filter(|video| !video.url.is_empty());
        let link = match known {
            Some(video) if !self.fresh_link => Link {
                url: video.url.clone(),
                authorize: true,
            },
            _ => {
                self.fresh_link = true;
                let adapter = self.client.dialect().adapter();
                adapter.link(self.client, self.job).await?
            }
        };
        Ok(self.link.insert(link).clone())
    }

    /// Waits before the next attempt, or gives up.
    async fn recover(&mut self, error: Error) -> Result<()> {
        let expired = matches!(error.http_status(), Some(401 | 403 | 404 | 410));
        if expired && !self.fresh_link {
            self.link = None;
            self.fresh_link = true;
            return Ok(());
        }
        // Reading a file twice is the same as reading it once.
        let taken = error.http_status().is_none().then_some(Taken::Unknown);
        let failed = Failed {
            error: &error,
            taken: taken.filter(|_| error.retryable()),
        };
        let limits = &self.client.inner.retry;
        match retry::next(
            Repeatable::Always,
            failed,
            self.attempts,
            limits,
            self.client.jitter(),
        ) {
            Next::Retry(after) => {
                self.attempts.retries += 1;
                self.client
                    .inner
                    .host
                    .sleep(after.max(Duration::from_millis(1)))
                    .await;
                Ok(())
            }
            _ => Err(error),
        }
    }
}

async fn finish(partial: Partial, total: Option<u64>) -> Result<Download> {
    let bytes = partial.length();
    if total.is_some_and(|total| bytes > total) {
        return Err(Error::new(
            ErrorKind::UnexpectedResponse,
            format!(
                "{bytes} bytes came, and {} were announced",
                total.unwrap_or_default()
            ),
        ));
    }
    let (path, media_type, video) = partial.into_place(inspect).await?;
    Ok(Download {
        path,
        bytes,
        media_type,
        video,
    })
}

/// What a whole file is. Anything that is cut short or no video is refused.
fn inspect(file: &mut std::fs::File) -> Result<(MediaType, Option<VideoInfo>)> {
    use std::io::{Read, Seek};
    let unreadable = |error: std::io::Error| Error::new(ErrorKind::Storage, error.to_string());
    let mut head = Vec::with_capacity(SNIFF_BYTES);
    file.rewind().map_err(unreadable)?;
    Read::by_ref(file)
        .take(SNIFF_BYTES as u64)
        .read_to_end(&mut head)
        .map_err(unreadable)?;
    let media_type = MediaType::sniff(&head)
        .filter(|media_type| media_type.is_video())
        .ok_or_else(|| not_a_video(&head))?;
    if media_type != MediaType::Mp4 {
        return Ok((media_type, None));
    }
    file.rewind().map_err(unreadable)?;
    match VideoInfo::read(std::io::BufReader::new(file)) {
        Ok(video) => Ok((media_type, Some(video))),
        Err(error @ (MediaError::Truncated { .. } | MediaError::NotMedia(_))) => Err(Error::new(
            ErrorKind::UnexpectedResponse,
            format!("the video is not whole: {error}"),
        )),
        // An MP4 of a kind that is not known here plays all the same.
        Err(_) => Ok((media_type, None)),
    }
}

/// Why these first bytes are no video, with the server's words if it sent any.
fn not_a_video(head: &[u8]) -> Error {
    let found = match MediaType::sniff(head) {
        Some(media_type) => media_type.to_string(),
        None => NotMedia::sniff(head).to_string(),
    };
    let reply = crate::api::Reply::new(http::StatusCode::OK, http::HeaderMap::new(), head.to_vec());
    match crate::api::refusal(&reply) {
        Some(refusal) => Error::new(
            ErrorKind::UnexpectedResponse,
            format!(
                "the server sent an error instead of the video: {}",
                refusal.message()
            ),
        ),
        None => Error::new(
            ErrorKind::UnexpectedResponse,
            format!("the server sent {found} instead of a video"),
        ),
    }
}
