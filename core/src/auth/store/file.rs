//! A store in a file, shared by processes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{CredentialStore, StoreGuard};
use crate::auth::Credential;
use crate::error::{Error, ErrorKind, Result};
use crate::host::unblock;
use crate::platform::BoxFuture;

/// Keeps a credential in a JSON file that its owner alone can read (mode 0600).
///
/// A save goes to a temporary file beside it, is flushed to the disk, and is
/// renamed into place, so that a crash leaves the old or the new credential and
/// never half of one. Renewals of several processes are kept apart by a lock on
/// `<file>.lock`; the lock ends with the process that holds it.
#[derive(Debug, Clone)]
pub struct FileStore {
    path: PathBuf,
}

impl FileStore {
    /// A store at `path`. The folder has to exist; the file need not.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(suffix);
        name.into()
    }
}

impl CredentialStore for FileStore {
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>> {
        let path = self.path.clone();
        Box::pin(unblock(move || load(&path)))
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>> {
        let (path, temporary) = (self.path.clone(), self.beside(".new"));
        Box::pin(unblock(move || {
            write(&path, &temporary, &credential)
                .map_err(|error| failed("cannot save the credential to", &path, error))
        }))
    }

    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>> {
        let path = self.beside(".lock");
        Box::pin(unblock(move || {
            let file = private(OpenOptions::new().create(true).truncate(false), &path)
                .and_then(|file| {
                    file.lock()?;
                    Ok(file)
                })
                .map_err(|error| failed("cannot lock", &path, error))?;
            Ok(StoreGuard::new(file))
        }))
    }
}

fn load(path: &Path) -> Result<Option<Credential>> {
    let text = match fs::read(path) {
        Ok(text) => zeroize::Zeroizing::new(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed("cannot read", path, error)),
    };
    // The parser's message may quote the file, so it is left out.
    serde_json::from_slice(&text).map(Some).map_err(|_| {
        Error::new(
            ErrorKind::Storage,
            format!("{} is not a credential file", path.display()),
        )
        .hint("Remove it, and give the tokens again.")
    })
}

fn write(path: &Path, temporary: &Path, credential: &Credential) -> io::Result<()> {
    let text = zeroize::Zeroizing::new(serde_json::to_vec_pretty(&credential.with_secrets())?);
    let mut file = private(OpenOptions::new().create(true).truncate(true), temporary)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(temporary, path)?;
    // The rename itself is durable once the folder is.
    #[cfg(unix)]
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Opens a file for writing that only its owner can read.
fn private(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let file = options.mode(0o600).open(path)?;
        // The mode above has no effect on a file that was there before.
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
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
    use super::*;
    use futures_lite::future::block_on;

    fn credential(token: &str) -> Credential {
        Credential {
            refresh_token: Some(token.into()),
            ..Credential::default()
        }
    }

    #[test]
    fn what_is_saved_is_loaded_by_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.json");
        let store = FileStore::new(&path);
        assert_eq!(block_on(store.load()).unwrap(), None);
        fs::write(&path, "{}").unwrap();
        block_on(store.save(credential("one"))).unwrap();
        block_on(store.save(credential("two"))).unwrap();
        assert_eq!(block_on(store.load()).unwrap(), Some(credential("two")));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                fs::metadata(&path).unwrap().permissions().mode() & 0o777,
                0o600
            );
        }
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
    fn the_lock_keeps_a_second_renewal_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.json");
        let guard = block_on(FileStore::new(&path).lock()).unwrap();
        let (sender, receiver) = std::sync::mpsc::channel();
        let other = std::thread::spawn(move || {
            let _guard = block_on(FileStore::new(&path).lock()).unwrap();
            sender.send(()).unwrap();
        });
        let early = receiver.recv_timeout(std::time::Duration::from_millis(100));
        assert!(
            early.is_err(),
            "the second lock was given while the first was held"
        );
        drop(guard);
        receiver
            .recv_timeout(std::time::Duration::from_secs(10))
            .unwrap();
        other.join().unwrap();
    }
}
