//! Files and folders that are their owner's alone, and locks on them.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use sorakit::{Error, ErrorKind, Result};

/// What errors of the list of jobs are told by.
pub const FIELD: &str = "state_dir";

/// What is wrong with a folder in which others could put another list in place of the
/// user's: each job says where a credential may go.
pub fn others_can_write(folder: &Path) -> Option<String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let mode = fs::metadata(folder).ok()?.mode();
        // What is sticky, as /tmp is, lets nobody replace another's file.
        if mode & 0o022 != 0 && mode & 0o1000 == 0 {
            let (mode, place) = (mode & 0o777, folder.display());
            return Some(format!(
                "others on this machine can write to {place} (mode {mode:03o}), which holds the \
                 list of jobs: chmod go-w"
            ));
        }
    }
    let _ = folder;
    None
}

/// Makes the folder, for its owner alone whatever the umask. One that is there stays
/// as it is.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// Opens a file that its owner alone can read. What is a link, no file, or another
/// user's, is left alone: a list of jobs says where a credential may go.
pub fn open_own(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let no_follow = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.mode(0o600).custom_flags(no_follow.bits() as i32);
    }
    let file = options.open(path)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        if found.uid() != rustix::process::geteuid().as_raw() {
            return Err(io::Error::other("it belongs to another user"));
        }
        if found.mode() & 0o022 != 0 {
            return Err(io::Error::other("other users can write to it"));
        }
        if found.mode() & 0o077 != 0 {
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
    }
    Ok(file)
}

/// How long the list is waited for while another process changes it.
const LOCK_LIMIT: Duration = Duration::from_secs(30);

/// Locks a file. A file system without locks does without.
pub fn wait_for(lock: &File, path: &Path) -> Result<()> {
    let began = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) if began.elapsed() < LOCK_LIMIT => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => {
                let (path, limit) = (path.display(), LOCK_LIMIT.as_secs());
                let what = format!("another process has held {path} for {limit} s");
                return Err(Error::new(ErrorKind::Storage, what));
            }
            Err(TryLockError::Error(_)) => return Ok(()),
        }
    }
}
