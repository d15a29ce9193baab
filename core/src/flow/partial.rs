//! A download in progress: the temporary file beside its target.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};
use crate::host::unblock;

/// The temporary file of a download, and the note beside it that says what it
/// is the beginning of. Locked, so that two processes do not write one file.
pub(super) struct Partial {
    target: PathBuf,
    data: PathBuf,
    note_path: PathBuf,
    note: Note,
    length: u64,
    writer: Writer,
}

/// What a partial file is the beginning of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    /// The job.
    job: String,
    /// The server's mark of the file, without which it cannot be resumed.
    validator: Option<String>,
}

/// How much is buffered before it is written.
const BUFFER: usize = 1 << 20;

impl Partial {
    /// Opens the partial file of `target`, and goes on with what an earlier
    /// attempt at the same job left.
    pub(super) async fn open(target: &Path, job: &str) -> Result<Self> {
        let target = target.to_owned();
        let job = job.to_owned();
        unblock(move || {
            let data = beside(&target, ".part");
            let note_path = beside(&target, ".part.json");
            let failed = |error| storage(&data, error);
            let file = open_locked(&data, &target)?;
            let note: Note = fs::read(&note_path)
                .ok()
                .and_then(|text| serde_json::from_slice(&text).ok())
                .unwrap_or_default();
            let resumable = note.job == job && note.validator.is_some();
            if !resumable {
                file.set_len(0).map_err(failed)?;
            }
            let length = file.metadata().map_err(failed)?.len();
            let mut end = &file;
            io::Seek::seek(&mut end, io::SeekFrom::End(0)).map_err(failed)?;
            Ok(Self {
                note: Note {
                    validator: note.validator.filter(|_| resumable),
                    job,
                },
                writer: Writer {
                    file: Arc::new(file),
                    buffer: Vec::with_capacity(BUFFER),
                },
                target,
                data,
                note_path,
                length,
            })
        })
        .await
    }

    /// How many bytes there are.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The server's mark of the file that these bytes are from.
    pub(super) fn validator(&self) -> Option<&str> {
        self.note.validator.as_deref()
    }

    /// Where further bytes go; [`Partial::grow`] counts them.
    pub(super) fn writer(&mut self) -> &mut Writer {
        &mut self.writer
    }

    /// Counts bytes that were written.
    pub(super) fn grow(&mut self, bytes: u64) {
        self.length += bytes;
    }

    /// Drops what there is.
    pub(super) async fn restart(&mut self) -> Result<()> {
        self.writer.buffer.clear();
        let file = self.writer.file.clone();
        unblock(move || {
            file.set_len(0)?;
            io::Seek::rewind(&mut &*file)
        })
        .await
        .map_err(|error| self.failed(error))?;
        self.length = 0;
        Ok(())
    }

    /// Notes the server's mark of the file, so that a later process can go on.
    pub(super) async fn describe(&mut self, validator: Option<String>) -> Result<()> {
        if self.note.validator == validator && self.length > 0 {
            return Ok(());
        }
        self.note.validator = validator;
        let text = serde_json::to_vec(&self.note).expect("a note is JSON");
        let path = self.note_path.clone();
        unblock(move || fs::write(&path, text).map_err(|error| storage(&path, error))).await
    }

    /// Checks the whole file with `inspect`, and gives it its final name. A file
    /// that is refused is removed.
    pub(super) async fn into_place<A, B>(
        mut self,
        inspect: impl FnOnce(&mut File) -> Result<(A, B)> + Send + 'static,
    ) -> Result<(PathBuf, A, B)>
    where
        A: Send + 'static,
        B: Send + 'static,
    {
        self.writer
            .flush()
            .await
            .map_err(|error| self.failed(error))?;
        let file = self.writer.file.clone();
        let (data, note_path, target) = (self.data, self.note_path, self.target);
        unblock(move || {
            let again = file.try_clone().map_err(|error| storage(&data, error));
            let outcome = again.and_then(|mut again| inspect(&mut again));
            let outcome = outcome.and_then(|found| {
                file.sync_all()
                    .and_then(|()| fs::rename(&data, &target))
                    .map_err(|error| storage(&target, error))?;
                Ok(found)
            });
            let _ = fs::remove_file(&note_path);
            match outcome {
                Ok((a, b)) => Ok((target, a, b)),
                Err(error) => {
                    let _ = fs::remove_file(&data);
                    Err(error)
                }
            }
        })
        .await
    }

    /// Removes what there is, of which nothing is of use.
    pub(super) async fn discard(self) {
        unblock(move || {
            drop(self.writer);
            [self.data, self.note_path].map(|path| fs::remove_file(path).ok())
        })
        .await;
    }

    /// The error of a write that failed.
    pub(super) fn failed(&self, error: io::Error) -> Error {
        storage(&self.data, error)
    }
}

/// Opens the file and keeps other downloads off it. One that has just been
/// dropped closes its file in the background, so that a moment is waited for.
fn open_locked(data: &Path, target: &Path) -> Result<File> {
    for _ in 0..50 {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(data)
            .map_err(|error| storage(data, error))?;
        // Whoever held the lock may have given the file its final name since.
        if file.try_lock().is_ok() && is_at(&file, data) {
            return Ok(file);
        }
        drop(file);
        std::thread::sleep(Duration::from_millis(20));
    }
    Err(Error::new(
        ErrorKind::Storage,
        format!("{} is being downloaded already", target.display()),
    )
    .hint("Wait for the other download, or choose another path."))
}

/// Whether the open file is still the one at this path.
fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(there)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (open.dev(), open.ino()) == (there.dev(), there.ino())
    }
    #[cfg(not(unix))]
    {
        open.len() == there.len()
    }
}

/// A file that is written on another thread, in large pieces.
pub(super) struct Writer {
    file: Arc<File>,
    buffer: Vec<u8>,
}

impl Writer {
    /// Writes bytes, or keeps them to be written with more.
    pub(super) async fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.buffer.extend_from_slice(bytes);
        match self.buffer.len() >= BUFFER {
            true => self.flush().await,
            false => Ok(()),
        }
    }

    async fn flush(&mut self) -> io::Result<()> {
        let file = self.file.clone();
        let mut bytes = std::mem::take(&mut self.buffer);
        let (bytes, written) = unblock(move || {
            let written = io::Write::write_all(&mut &*file, &bytes);
            bytes.clear();
            (bytes, written)
        })
        .await;
        self.buffer = bytes;
        written
    }
}

impl Drop for Writer {
    /// A download that is given up goes on later with all that came.
    fn drop(&mut self) {
        let _ = io::Write::write_all(&mut &*self.file, &self.buffer);
    }
}

fn beside(target: &Path, suffix: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(suffix);
    target.with_file_name(name)
}

fn storage(path: &Path, error: io::Error) -> Error {
    Error::new(
        ErrorKind::Storage,
        format!("cannot write {}: {error}", path.display()),
    )
    .caused_by(error)
}
