//! A store in a file, shared by processes.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{CredentialStore, StoreGuard};
use crate::auth::Credential;
#[cfg(unix)]
use crate::host::fork::NotInherited;
use crate::host::{Task, private_file, unblock};
use crate::lock::lock;
use crate::model::{Error, ErrorKind, Result};
use crate::platform::BoxFuture;

/// Keeps a credential in a JSON file that only its owner can read (mode 0600).
///
/// A save writes a randomly named file beside it, flushes it to the disk, and renames it
/// into place, so that a crash leaves the old or the new credential and never half of
/// one. A link is written through. A file that others can write is refused.
///
/// A lock on `<file>.lock`, which names the process that holds it, keeps renewals of
/// several processes apart. The lock ends with that process, and a child forked in the
/// meantime does not have it.
///
/// The holder of the lock also has room for the save: if the folder cannot be written or
/// the disk is full, there is no lock, so that no token is used up whose successor could
/// not be kept.
#[derive(Debug, Clone)]
pub struct FileStore {
    path: PathBuf,
    room: Arc<Mutex<Option<File>>>,
}

/// The room reserved, in bytes; a credential takes a few thousand.
const ROOM: usize = 32 << 10;

impl FileStore {
    /// A store at `path`. The folder must exist; the file need not.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            room: Arc::default(),
        }
    }

    /// The file's lock, the same through whichever link the file is reached.
    fn lock_path(&self) -> PathBuf {
        let target = private_file::target(&self.path).unwrap_or_else(|_| self.path.clone());
        let mut name = target.into_os_string();
        name.push(".lock");
        name.into()
    }
}

impl CredentialStore for FileStore {
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>> {
        let path = self.path.clone();
        Box::pin(unblock(move || load(&path)))
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>> {
        let store = self.clone();
        Box::pin(unblock(move || {
            // It was reserved for this.
            lock(&store.room).take();
            save(&store.path, &credential)
        }))
    }

    fn set_aside(&self, credential: Credential) -> BoxFuture<'_, Result<Option<String>>> {
        let path = self.path.clone();
        Box::pin(unblock(move || {
            let marks = [credential.replaced.last(), credential.given.last()];
            let mark = marks
                .into_iter()
                .flatten()
                .next()
                .cloned()
                .unwrap_or_default();
            let mut name = path.into_os_string();
            name.push(format!(".{mark}"));
            let beside = PathBuf::from(name);
            save(&beside, &credential)?;
            Ok(Some(beside.display().to_string()))
        }))
    }

    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>> {
        let store = self.clone();
        // A separate task, which stops when the caller stops waiting.
        Box::pin(Task::spawn(async move {
            let mut wait = Duration::from_millis(2);
            loop {
                let this = store.clone();
                if let Some(lock) = unblock(move || this.try_lock()).await? {
                    return Ok(StoreGuard::new(lock));
                }
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(Duration::from_millis(100));
            }
        }))
    }

    fn description(&self) -> String {
        format!("the credential file {}", self.path.display())
    }

    fn locked_by(&self) -> Option<String> {
        let mut text = String::new();
        let file = private_file::open_lock(&self.lock_path()).ok()?;
        let holder = holder(&file);
        file.take(64).read_to_string(&mut text).ok()?;
        let process: u32 = match holder {
            Some(holder) => holder,
            // The name may be of a process that was killed, or of another machine's.
            None => text.trim().parse().ok()?,
        };
        Some(match process == std::process::id() {
            true => "this process".into(),
            false => match program(process) {
                Some(program) => format!("process {process} ({program})"),
                None => format!("process {process}"),
            },
        })
    }
}

impl FileStore {
    /// Takes the lock if it is free, and reserves room for the save.
    fn try_lock(&self) -> Result<Option<Lock>> {
        let path = self.lock_path();
        let Some(mut held) = try_lock(&path)? else {
            return Ok(None);
        };
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let kept = keep_room(folder.unwrap_or(Path::new("."))).map_err(|error| {
            failed(
                "there is no room to save the credential to",
                &self.path,
                error,
            )
        })?;
        *lock(&self.room) = Some(kept);
        held.room = self.room.clone();
        Ok(Some(held))
    }
}

/// The process that has a file locked, as the system knows it; a program that is not ours
/// does not write its name into it.
fn holder(file: &File) -> Option<u32> {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::MetadataExt;
        let inode = file.metadata().ok()?.ino().to_string();
        let locks = std::fs::read_to_string("/proc/locks").ok()?;
        // `1: FLOCK  ADVISORY  WRITE 4711 08:01:1234 0 EOF`; one that waits has `->`.
        locks
            .lines()
            .filter(|line| !line.contains("->"))
            .find_map(|line| {
                let words: Vec<_> = line.split_whitespace().collect();
                let place = words.get(5)?.rsplit(':').next()?;
                (place == inode).then(|| words[4].parse().ok())?
            })
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = file;
        None
    }
}

/// The name of a process's program.
fn program(process: u32) -> Option<String> {
    let name = std::fs::read_to_string(format!("/proc/{process}/comm")).ok()?;
    Some(crate::model::text::shown(&name)).filter(|name| !name.is_empty())
}

/// A file without a name, as long as the longest credential.
fn keep_room(folder: &Path) -> io::Result<File> {
    let mut file = tempfile::tempfile_in(folder)?;
    file.write_all(&[0; ROOM])?;
    Ok(file)
}

/// Takes the lock if it is free.
fn try_lock(path: &Path) -> Result<Option<Lock>> {
    let failed = |error| failed("cannot lock", path, error);
    let file = private_file::open_lock(path).map_err(failed)?;
    #[cfg(unix)]
    let not_inherited = NotInherited::note(&file);
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    let mut lock = Lock {
        #[cfg(unix)]
        _not_inherited: not_inherited,
        file,
        room: Arc::default(),
        process: std::process::id(),
    };
    // For anyone waiting. Without it the lock holds just as well.
    let _ = lock.name(&lock.process.to_string());
    Ok(Some(lock))
}

/// A lock that is held.
struct Lock {
    // Dropped before the file is closed, whose number may then belong to another.
    #[cfg(unix)]
    _not_inherited: NotInherited,
    file: File,
    /// The room reserved while the lock is held, if still unused.
    room: Arc<Mutex<Option<File>>>,
    process: u32,
}

impl Lock {
    fn name(&mut self, holder: &str) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.rewind()?;
        self.file.write_all(holder.as_bytes())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        lock(&self.room).take();
        // In a child forked in the meantime there is nothing to unlock.
        if self.process == std::process::id() {
            let _ = self.name("");
            // Closing is not enough if a child has the same file open.
            let _ = self.file.unlock();
        }
    }
}

fn load(path: &Path) -> Result<Option<Credential>> {
    let read = private_file::read(path).map_err(|error| failed("cannot read", path, error))?;
    let Some(contents) = read else {
        return Ok(None);
    };
    // The parser's message may quote the file, so it is left out.
    serde_json::from_slice(&contents.bytes)
        .map(Some)
        .map_err(|_| {
            Error::new(
                ErrorKind::Storage,
                format!("{} is not a credential file", path.display()),
            )
            .with_hint("Remove it, and give the tokens again.")
        })
}

fn save(path: &Path, credential: &Credential) -> Result<()> {
    let write = || {
        let text = zeroize::Zeroizing::new(serde_json::to_vec_pretty(&credential.with_secrets())?);
        private_file::replace(path, &text)
    };
    write().map_err(|error| failed("cannot save the credential to", path, error))
}

fn failed(what: &str, path: &Path, error: io::Error) -> Error {
    Error::new(
        ErrorKind::Storage,
        format!("{what} {}: {error}", path.display()),
    )
    .caused_by(error)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use futures_lite::future::block_on;

    use super::*;

    fn credential(token: &str) -> Credential {
        Credential {
            refresh_token: Some(token.into()),
            ..Credential::default()
        }
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.json");
        let store = FileStore::new(&path);
        assert_eq!(block_on(store.load()).unwrap(), None);
        fs::write(&path, "{}").unwrap();
        block_on(store.save(credential("one"))).unwrap();
        block_on(store.save(credential("two"))).unwrap();
        assert_eq!(block_on(store.load()).unwrap(), Some(credential("two")));
    }

    #[test]
    fn a_broken_file_is_named_and_not_quoted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.json");
        fs::write(&path, "{\"refresh_token\": \"secret-text").unwrap();
        let error = block_on(FileStore::new(&path).load()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Storage);
        assert!(!format!("{error:?}").contains("secret-text"));
    }

    #[test]
    fn the_lock_keeps_a_second_renewal_out_and_says_who_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.json");
        let store = FileStore::new(&path);
        let guard = block_on(store.lock()).unwrap();
        assert_eq!(store.locked_by().as_deref(), Some("this process"));
        // Whoever locks it without writing its name is known all the same.
        #[cfg(target_os = "linux")]
        {
            fs::write(store.lock_path(), "1").unwrap();
            assert_eq!(store.locked_by().as_deref(), Some("this process"));
        }
        let (sender, receiver) = std::sync::mpsc::channel();
        let other = std::thread::spawn(move || {
            let _guard = block_on(FileStore::new(&path).lock()).unwrap();
            sender.send(()).unwrap();
        });
        let early = receiver.recv_timeout(Duration::from_millis(100));
        assert!(
            early.is_err(),
            "the second lock was given while the first was held"
        );
        drop(guard);
        receiver.recv_timeout(Duration::from_secs(10)).unwrap();
        other.join().unwrap();
        assert_eq!(store.locked_by(), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_is_the_same_through_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        std::os::unix::fs::symlink("real", &link).unwrap();
        let _guard = block_on(FileStore::new(&link).lock()).unwrap();
        let free = try_lock(&FileStore::new(&real).lock_path()).unwrap();
        assert!(free.is_none());
    }
}
