//! Files for their owner only: credentials, and anything else that reveals who the user
//! is or what they made.
//!
//! A folder may be shared with others. So a file is written under a random name that
//! nobody could have placed there, and renamed into place; and a file that others could
//! have written is not read.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

/// The size limit of a file that is read, in bytes.
const LONGEST: u64 = 16 << 20;

/// The contents of a file.
pub struct Contents {
    /// The bytes, which are overwritten when they are dropped.
    pub bytes: Zeroizing<Vec<u8>>,
    /// True if other users of this machine can read the file.
    pub others_can_read: bool,
}

/// Reads a file; `None` if there is none.
///
/// # Errors
/// Also if it is not a regular file, is longer than 16 MiB, belongs to another user, or
/// can be written by others.
pub fn read(path: &Path) -> io::Result<Option<Contents>> {
    let mut options = OpenOptions::new();
    options.read(true);
    // Does not wait for the writer of a pipe.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
    let file = match options.open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let others_can_read = look(&file)?;
    let mut bytes = Zeroizing::new(Vec::new());
    file.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(io::Error::other("it is longer than 16 MiB"));
    }
    Ok(Some(Contents {
        bytes,
        others_can_read,
    }))
}

/// Replaces a file with `bytes`, for its owner only (mode 0600, whatever the umask): a
/// crash leaves the old file or the new one. A link is followed to the file that it
/// names.
///
/// # Errors
/// Also if the existing path is not a regular file.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = target(path)?;
    match fs::symlink_metadata(&target) {
        Ok(there) if !there.is_file() => return Err(io::Error::other("it is no regular file")),
        _ => {}
    }
    let folder = folder(&target);
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".");
    // Created with `O_EXCL`, so that it follows no link and opens nothing that exists.
    let mut temporary = tempfile::Builder::new()
        .prefix(&name)
        .suffix(".new")
        .rand_bytes(12)
        .tempfile_in(&folder)?;
    #[cfg(unix)]
    set_mode(temporary.as_file(), 0o600)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|error| error.error)?;
    // The rename is durable once the folder is.
    #[cfg(unix)]
    File::open(&folder)?.sync_all()?;
    Ok(())
}

/// Opens a file used for locking, for its owner only; follows no link. Creates its folder
/// if there is none.
pub fn open_lock(path: &Path) -> io::Result<File> {
    create_folder(&folder(path))?;
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options
            .mode(0o600)
            .custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    let file = options.open(path).map_err(|error| match is_link(path) {
        true => io::Error::other("it is a link, and somebody else may have put it there"),
        false => error,
    })?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    Ok(file)
}

/// Creates a folder and its parents, for their owner only (mode 0700, whatever the
/// umask). Existing ones are left as they are.
fn create_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(above) = path.parent().filter(|above| !above.as_os_str().is_empty()) {
        create_folder(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => {}
        // Another process was quicker.
        Err(_) if path.is_dir() => return Ok(()),
        Err(error) => return Err(error),
    }
    #[cfg(unix)]
    set_mode(&File::open(path)?, 0o700)?;
    Ok(())
}

/// The file that a path leads to: the path itself, or its link's target.
pub fn target(path: &Path) -> io::Result<PathBuf> {
    if !is_link(path) {
        return Ok(path.to_owned());
    }
    match fs::canonicalize(path) {
        Ok(target) => Ok(target),
        // A link to a file that does not exist yet.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let next = folder(path).join(fs::read_link(path)?);
            match is_link(&next) {
                true => Err(error),
                false => Ok(next),
            }
        }
        Err(error) => Err(error),
    }
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink())
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Refuses a file that others could have written; returns true if they can read it.
#[cfg(unix)]
fn look(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let there = file.metadata()?;
    if !there.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    let mode = there.mode();
    if mode & 0o022 != 0 {
        return Err(io::Error::other(format!(
            "other users can write it (mode {:03o}): chmod go-w",
            mode & 0o777
        )));
    }
    let (owner, own) = (there.uid(), rustix::process::geteuid().as_raw());
    if owner != own && owner != 0 {
        return Err(io::Error::other(format!(
            "it belongs to another user (its owner is {owner}, and this process runs as {own})"
        )));
    }
    Ok(mode & 0o044 != 0)
}

#[cfg(not(unix))]
fn look(file: &File) -> io::Result<bool> {
    match file.metadata()?.is_file() {
        true => Ok(false),
        false => Err(io::Error::other("it is no regular file")),
    }
}

/// Sets a mode independently of the umask.
#[cfg(unix)]
fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(mode))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn names(folder: &Path) -> Vec<OsString> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_written_is_its_owners_alone_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        fs::write(&path, "old").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(mode(&path), 0o600);
        let read = read(&path).unwrap().unwrap();
        assert_eq!(&**read.bytes, b"new");
        assert!(!read.others_can_read);
        assert_eq!(names(folder.path()), ["file.json"]);
    }

    #[test]
    fn nothing_that_others_put_there_is_followed_or_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        fs::write(&victim, "precious").unwrap();
        let path = folder.path().join("file.json");
        for name in ["file.json.new", ".file.json.new", "file.new"] {
            symlink(&victim, folder.path().join(name)).unwrap();
        }
        replace(&path, b"new").unwrap();
        let lock = folder.path().join("lock");
        symlink(&victim, &lock).unwrap();
        assert!(open_lock(&lock).is_err());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    }

    #[test]
    fn a_link_is_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        // A relative link, to a file that does not exist at first.
        symlink("real", &link).unwrap();
        for text in ["one", "two"] {
            replace(&link, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&real).unwrap(), text);
            assert!(is_link(&link));
        }
    }

    #[test]
    fn what_is_no_file_of_the_owners_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        fs::write(&path, "text").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o662)).unwrap();
        assert!(read(&path).is_err());
        assert!(read(folder.path()).is_err());
        assert!(replace(folder.path(), b"text").is_err());
        let pipe = folder.path().join("pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
        assert!(read(&pipe).is_err());
        assert!(read(&folder.path().join("none")).unwrap().is_none());
    }

    #[test]
    fn folders_are_their_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b");
        open_lock(&path.join("lock")).unwrap();
        create_folder(&path).unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o700, 0o700));
    }
}
