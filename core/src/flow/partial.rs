//! A download in progress: the temporary file beside its target.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::target::{folder_of, hidden, sync_folder};
use crate::host::unblock;
use crate::model::{Error, ErrorKind, Result};
use crate::policy::resume::Part;

/// The temporary file of a download, and the note beside it that says which file it is
/// the beginning of. Locked, so that two processes do not write one file.
///
/// A later process finds both by their names. If something else has such a name (a link,
/// or another user's file), it is left alone, and the download takes a random name and is
/// removed with it.
pub(super) struct Partial {
    target: PathBuf,
    data: PathBuf,
    /// The path of the note; none for a download under a random name.
    note_path: Option<PathBuf>,
    note: Note,
    /// Set when the note on disk is up to date.
    is_noted: bool,
    length: u64,
    writer: Writer,
}

/// The file that a partial file is the beginning of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    /// The job, or the address.
    job: String,
    /// The server's mark of the file; without one the download cannot be resumed.
    validator: Option<String>,
    /// The whole length, if the server announced it.
    #[serde(default)]
    total: Option<u64>,
}

/// Bytes that are buffered before they are written, and for how long: what is not on disk is
/// lost when the process is ended.
const BUFFER: usize = 1 << 20;
const BUFFERED_FOR: Duration = Duration::from_millis(200);

/// The longest note that is read.
const LONGEST_NOTE: u64 = 64 << 10;

impl Partial {
    /// Opens the partial file of `target`, and continues what an earlier attempt at the
    /// same job left.
    pub(super) async fn open(target: &Path, job: String) -> Result<Self> {
        let target = target.to_owned();
        unblock(move || Self::open_blocking(target, job)).await
    }

    fn open_blocking(target: PathBuf, job: String) -> Result<Self> {
        let folder = folder_of(&target);
        let with_suffix = |suffix: &str| {
            let mut name = hidden(&target);
            name.push(suffix);
            folder.join(name)
        };
        let (mut data, note_path) = (with_suffix(".part"), with_suffix(".part.json"));
        let opened = open_locked(&data, &target)?;
        let noted = opened.is_some().then(|| read_note(&note_path)).flatten();
        let (file, note_path, note) = match (opened, noted) {
            (Some(file), Some(note)) => (file, Some(note_path), note),
            _ => {
                let random = tempfile::Builder::new()
                    .prefix(&hidden(&target))
                    .suffix(".part")
                    .permissions_of_a_new_file()
                    .tempfile_in(folder)
                    .and_then(|file| file.keep().map_err(|error| error.error))
                    .map_err(|error| storage(&target, error))?;
                data = random.1;
                (random.0, None, Note::default())
            }
        };
        let failed = |error| storage(&data, error);
        let resumable = note.job == job && note.validator.is_some();
        if !resumable {
            file.set_len(0).map_err(failed)?;
        }
        let length = file.metadata().map_err(failed)?.len();
        let mut end = &file;
        io::Seek::seek(&mut end, io::SeekFrom::End(0)).map_err(failed)?;
        Ok(Self {
            note: match resumable {
                true => note,
                false => Note {
                    job,
                    ..Note::default()
                },
            },
            writer: Writer {
                file: Arc::new(file),
                buffer: Vec::with_capacity(BUFFER),
                written_at: Instant::now(),
            },
            target,
            data,
            note_path,
            is_noted: resumable,
            length,
        })
    }

    /// The part of the file that is there.
    pub(super) fn part(&self) -> Part<'_> {
        Part {
            length: self.length,
            total: self.note.total,
            validator: self.note.validator.as_deref(),
            skipped: false,
            is_piece: false,
        }
    }

    /// Appends bytes.
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        let written = self.writer.write_all(bytes).await;
        written.map_err(|error| storage(&self.data, error))?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Drops the bytes so far.
    pub(super) async fn restart(&mut self) -> Result<()> {
        self.writer.buffer.clear();
        self.length = 0;
        let file = self.writer.file.clone();
        unblock(move || {
            file.set_len(0)?;
            io::Seek::rewind(&mut &*file)
        })
        .await
        .map_err(|error| storage(&self.data, error))?;
        self.describe(None, None).await
    }

    /// Notes the server's mark of the file and its length, so that a later process can
    /// resume it.
    pub(super) async fn describe(
        &mut self,
        validator: Option<String>,
        total: Option<u64>,
    ) -> Result<()> {
        if self.is_noted && self.note.validator == validator && self.note.total == total {
            return Ok(());
        }
        self.note.validator = validator;
        self.note.total = total;
        self.is_noted = true;
        let Some(path) = self.note_path.clone() else {
            return Ok(());
        };
        let text = serde_json::to_vec(&self.note).expect("a note is JSON");
        unblock(move || {
            let mut file = match open_own(&path, true) {
                Ok(Some(file)) => file,
                // Somebody put something else there meanwhile.
                Ok(None) => return Ok(()),
                Err(error) => return Err(storage(&path, error)),
            };
            file.set_len(0)
                .and_then(|()| io::Write::write_all(&mut file, &text))
                .map_err(|error| storage(&path, error))
        })
        .await
    }

    /// Inspects all bytes so far with `inspect`.
    pub(super) async fn check<T: Send + 'static>(
        &mut self,
        inspect: impl FnOnce(File) -> T + Send + 'static,
    ) -> Result<T> {
        self.flush().await?;
        let file = self.writer.file.clone();
        let data = self.data.clone();
        unblock(move || {
            // Inspecting moves the position at which more would be written.
            let looked = inspect(file.try_clone().map_err(|error| storage(&data, error))?);
            io::Seek::seek(&mut &*file, io::SeekFrom::End(0))
                .map_err(|error| storage(&data, error))?;
            Ok(looked)
        })
        .await
    }

    /// Gives the file its final name, durably. A file that cannot get it is kept, so that
    /// the next download has it at once.
    pub(super) async fn into_place(mut self) -> Result<PathBuf> {
        self.flush().await?;
        let file = self.writer.file.clone();
        let (data, target, note_path) = (
            self.data.clone(),
            self.target.clone(),
            self.note_path.take(),
        );
        let placed = unblock(move || {
            // A replaced file passes on its permissions.
            if let Ok(there) = fs::metadata(&target) {
                let _ = file.set_permissions(there.permissions());
            }
            let placed = file
                .sync_all()
                .and_then(|()| fs::rename(&data, &target))
                .and_then(|()| sync_folder(folder_of(&target)));
            match placed {
                Ok(()) => {
                    note_path.map(fs::remove_file);
                    Ok(target)
                }
                Err(error) => {
                    let what = format!(
                        "the download is whole, and cannot be put at {}: {error}; it is kept at {}",
                        target.display(),
                        data.display()
                    );
                    Err(Error::new(ErrorKind::Storage, what).caused_by(error))
                }
            }
        })
        .await;
        // In place, or kept for the caller to find.
        self.data = PathBuf::new();
        placed
    }

    /// Removes the bytes so far, none of which are of use.
    pub(super) async fn discard(mut self) {
        let paths = [Some(std::mem::take(&mut self.data)), self.note_path.take()];
        unblock(move || {
            drop(self);
            paths.into_iter().flatten().for_each(|path| {
                let _ = fs::remove_file(path);
            });
        })
        .await;
    }

    async fn flush(&mut self) -> Result<()> {
        let flushed = self.writer.flush().await;
        flushed.map_err(|error| storage(&self.data, error))
    }
}

impl Drop for Partial {
    /// A download under a random name could not be found again.
    fn drop(&mut self) {
        if self.note_path.is_none() && !self.data.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.data);
        }
    }
}

/// Opens the file and locks out other downloads; `None` when something else has its
/// name. A download that has just been dropped closes its file in the background, so
/// this waits a moment for it.
fn open_locked(data: &Path, target: &Path) -> Result<Option<File>> {
    for _ in 0..50 {
        let Some(file) = open_own(data, true).map_err(|error| storage(data, error))? else {
            return Ok(None);
        };
        // Whoever held the lock may have given the file its final name since.
        if holds(file.try_lock()) && is_at(&file, data) {
            return Ok(Some(file));
        }
        drop(file);
        std::thread::sleep(Duration::from_millis(20));
    }
    Err(Error::new(
        ErrorKind::Storage,
        format!("{} is being downloaded already", target.display()),
    )
    .with_hint("Wait for the other download, or choose another path."))
}

/// True if nobody else holds the file. A file system without locks, such as some on a
/// network, cannot tell, which is no reason to refuse.
fn holds(locked: std::result::Result<(), TryLockError>) -> bool {
    !matches!(locked, Err(TryLockError::WouldBlock))
}

/// Opens a regular file of the caller's own with no second name, through no link; `None`
/// when something else is there.
fn open_own(path: &Path, create: bool) -> io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    options
        .read(true)
        .write(true)
        .create(create)
        .truncate(false);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.bits() as i32);
    }
    let file = match options.open(path) {
        Ok(file) => file,
        Err(error) if create && fs::symlink_metadata(path).is_ok_and(|there| !is_own(&there)) => {
            drop(error);
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    Ok(is_own(&file.metadata()?).then_some(file))
}

#[cfg(unix)]
fn is_own(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let own = rustix::process::geteuid().as_raw();
    found.is_file() && found.uid() == own && found.nlink() == 1
}

#[cfg(not(unix))]
fn is_own(found: &fs::Metadata) -> bool {
    found.is_file()
}

/// Reads the note at this path, an empty one if there is none; `None` when something
/// else is there.
fn read_note(path: &Path) -> Option<Note> {
    let file = match open_own(path, false) {
        Ok(file) => file?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Some(Note::default()),
        Err(_) => return None,
    };
    let mut text = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, LONGEST_NOTE), &mut text).ok()?;
    Some(serde_json::from_slice(&text).unwrap_or_default())
}

/// True if the open file is still the one at this path.
fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else {
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

/// Opens a temporary file with the permissions that any new file has.
trait NewFile {
    fn permissions_of_a_new_file(&mut self) -> &mut Self;
}

impl NewFile for tempfile::Builder<'_, '_> {
    fn permissions_of_a_new_file(&mut self) -> &mut Self {
        #[cfg(unix)]
        self.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        self
    }
}

/// A file that is written on another thread, in large pieces.
struct Writer {
    file: Arc<File>,
    buffer: Vec<u8>,
    written_at: Instant,
}

impl Writer {
    /// Writes bytes, or keeps them to be written with more.
    async fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.buffer.extend_from_slice(bytes);
        match self.buffer.len() >= BUFFER || self.written_at.elapsed() >= BUFFERED_FOR {
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
        self.written_at = Instant::now();
        written
    }
}

impl Drop for Writer {
    /// An abandoned download can later resume with every byte that came.
    fn drop(&mut self) {
        let _ = io::Write::write_all(&mut &*self.file, &self.buffer);
    }
}

fn storage(path: &Path, error: io::Error) -> Error {
    Error::new(
        ErrorKind::Storage,
        format!("cannot write {}: {error}", path.display()),
    )
    .caused_by(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_without_locks_is_not_a_download_under_way() {
        assert!(holds(Ok(())));
        assert!(!holds(Err(TryLockError::WouldBlock)));
        #[cfg(unix)]
        for errno in [
            rustix::io::Errno::NOLCK,
            rustix::io::Errno::OPNOTSUPP,
            rustix::io::Errno::NOSYS,
        ] {
            let error = io::Error::from_raw_os_error(errno.raw_os_error());
            assert!(holds(Err(TryLockError::Error(error))), "{errno}");
        }
    }
}
