//! A ledger's files are their owner's alone: it says what was paid for, and where.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The files that SQLite keeps beside a ledger.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Opens a file that its owner alone can read. What is a link, no file, another user's, or open
/// to be written by others is left alone.
pub fn open_own(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let no_follow = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.mode(0o600).custom_flags(no_follow.bits() as i32);
    }
    let file = options.open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        let found = file.metadata()?;
        if found.uid() != rustix::process::geteuid().as_raw() {
            return Err(io::Error::other("it belongs to another user"));
        }
        if found.mode() & 0o022 != 0 {
            return Err(io::Error::other("other users can write to it"));
        }
        if found.mode() & 0o077 != 0 {
            file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
        }
    }
    Ok(file)
}

/// Refuses what somebody else may have put where SQLite keeps a ledger's newest commits.
pub fn check_beside(ledger: &Path) -> io::Result<()> {
    for ending in BESIDE {
        match open_own(&beside(ledger, ending), OpenOptions::new().read(true)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                let what = format!("the file {ending} beside it: {error}");
                return Err(io::Error::new(error.kind(), what));
            }
            _ => {}
        }
    }
    Ok(())
}

/// What tells a file from another one at the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileId(u64, u64);

impl FileId {
    /// The file's, where the system has one.
    pub fn of(found: &Metadata) -> io::Result<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Ok(Self(found.dev(), found.ino()))
        }
        #[cfg(not(unix))]
        {
            let _ = found;
            Ok(Self(0, 0))
        }
    }
}

/// The name of a ledger with this ending.
pub fn beside(ledger: &Path, ending: &str) -> PathBuf {
    let mut path = ledger.as_os_str().to_owned();
    path.push(ending);
    path.into()
}
