//! The target of a download: what may be there, and how it is written.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::model::{Error, Result};

/// The target of a download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A regular file, existing or not, with every link followed: it is replaced when the
    /// download is whole.
    File(PathBuf),
    /// A named pipe, written to as the bytes come.
    Pipe(PathBuf),
}

/// Refuses a download target that cannot be written, before anything is sent. Call it
/// before paying for a job.
///
/// The folder has to exist and accept files. Only a regular file is ever replaced; a
/// symbolic link is followed, and its target is replaced. A named pipe is written to. A
/// folder, a device, a socket, and a link that another user planted in a folder open to
/// all are refused.
///
/// # Errors
/// `invalid_input`, with the field `path`.
pub fn check_target(path: &Path) -> Result<()> {
    let Target::File(target) = Target::of(path)? else {
        return Ok(());
    };
    // Permissions say less than a file that is there; the same holds for the name's length.
    let folder = folder_of(&target);
    tempfile::Builder::new()
        .prefix(&hidden(&target))
        .suffix(".part")
        .tempfile_in(folder)
        .map(drop)
        .map_err(|error| {
            let what = format!("cannot write to {}: {error}", folder.display());
            Error::invalid("path", what).caused_by(error)
        })
}

/// The longest time that a pipe is waited for until somebody reads it.
#[cfg(unix)]
const READER_LIMIT: std::time::Duration = std::time::Duration::from_secs(10);

/// Opens a named pipe for writing, such as for [`Videos::write_to`](super::Videos::write_to).
/// Waits ten seconds at most for somebody to read it. Open it before paying for a job: whoever
/// reads it sees its end when the file is dropped.
///
/// # Errors
/// `invalid_input`, with the field `path`, if nobody reads it.
#[cfg(unix)]
pub fn open_pipe(path: &Path) -> Result<File> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use std::os::unix::fs::OpenOptionsExt;
    let shown = path.display();
    let mut options = fs::OpenOptions::new();
    // Without a reader, opening it would wait for one, however long that takes.
    let no_wait = OFlags::NONBLOCK.bits() as i32;
    let options = options.write(true).custom_flags(no_wait);
    let began = std::time::Instant::now();
    let opened = loop {
        match options.open(path) {
            Err(error)
                if error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
                    && began.elapsed() < READER_LIMIT =>
            {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            opened => break opened,
        }
    };
    let opened = opened.and_then(|file| {
        let flags = fcntl_getfl(&file)?;
        fcntl_setfl(&file, flags - OFlags::NONBLOCK)?;
        Ok(file)
    });
    opened.map_err(|error| {
        let what = match error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error()) {
            true => format!("nobody reads the pipe {shown}: begin the program that does first"),
            false => format!("cannot write to the pipe {shown}: {error}"),
        };
        Error::invalid("path", what).caused_by(error)
    })
}

/// Opens a named pipe, of which this system has none.
#[cfg(not(unix))]
pub fn open_pipe(path: &Path) -> Result<File> {
    let what = format!("{} is no pipe", path.display());
    Err(Error::invalid("path", what))
}

/// Makes a name in a folder durable, after a file was renamed into it. A file system
/// that cannot do it is no error.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if is_unsupported(&error) => Ok(()),
        done => done,
    }
}

/// True if an error says that a file system lacks something altogether.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let code = error.raw_os_error().map(Errno::from_raw_os_error);
        if matches!(
            code,
            Some(Errno::NOLCK | Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL)
        ) {
            return true;
        }
    }
    error.kind() == io::ErrorKind::Unsupported
}

impl Target {
    /// The target that a path means.
    pub(super) fn of(path: &Path) -> Result<Self> {
        let shown = path.display();
        let refused = |what: String| Err(Error::invalid("path", what));
        if path.file_name().is_none() || ends_with_separator(path) {
            return refused(format!("{shown} is not the name of a file"));
        }
        let target = match fs::metadata(path) {
            Ok(found) if found.is_dir() => {
                return refused(format!(
                    "{shown} is a folder; give the name of a file in it"
                ));
            }
            Ok(found) if is_pipe(&found) => return Ok(Self::Pipe(path.to_owned())),
            Ok(found) if !found.is_file() => {
                return refused(format!("{shown} is a device or a socket, not a file"));
            }
            Ok(_) => {
                refuse_planted(path)?;
                fs::canonicalize(path)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                refuse_planted(path)?;
                follow(path)
            }
            Err(error) => Err(error),
        };
        let target = match target {
            Ok(target) => target,
            Err(error) => return refused(format!("cannot write {shown}: {error}")),
        };
        let folder = folder_of(&target);
        match folder.is_dir() {
            true => Ok(Self::File(target)),
            false => refused(format!("the folder {} does not exist", folder.display())),
        }
    }
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The longest name, in bytes, that every file system in use accepts.
const LONGEST_NAME: usize = 255;

/// The hidden name beside `target` under which its download is kept. A name too long
/// for a suffix is cut, and told apart by a number computed from all of it.
pub(super) fn hidden(target: &Path) -> std::ffi::OsString {
    let name = target.file_name().unwrap_or_default();
    let mut hidden = std::ffi::OsString::from(".");
    // Room for `.part.json`, and for the random part of a name.
    if name.len() + 24 <= LONGEST_NAME {
        hidden.push(name);
        return hidden;
    }
    let bytes = name.as_encoded_bytes();
    let number = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let start = String::from_utf8_lossy(&bytes[..100]);
    hidden.push(start.trim_end_matches(char::REPLACEMENT_CHARACTER));
    hidden.push(format!("-{number:016x}"));
    hidden
}

/// Follows a chain of links to a target that does not exist yet.
fn follow(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => {
                let link = fs::read_link(&path)?;
                path = folder_of(&path).join(link);
            }
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many links"))
}

fn ends_with_separator(path: &Path) -> bool {
    let last = path.as_os_str().as_encoded_bytes().last();
    last.is_some_and(|last| std::path::is_separator(char::from(*last)))
}

#[cfg(unix)]
fn is_pipe(found: &Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&found.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &Metadata) -> bool {
    false
}

/// Refuses a link that somebody else put into a folder that everybody may write to: it
/// says where *they* want the file.
#[cfg(unix)]
fn refuse_planted(path: &Path) -> Result<()> {
    use std::os::unix::fs::MetadataExt;
    let Ok(link) = fs::symlink_metadata(path) else {
        return Ok(());
    };
    let own = rustix::process::geteuid().as_raw();
    let folder = fs::metadata(folder_of(path));
    let open_to_all =
        folder.is_ok_and(|folder| folder.mode() & 0o022 != 0 && folder.uid() != link.uid());
    if link.is_symlink() && link.uid() != own && open_to_all {
        let what = format!("{} is a link of another user's", path.display());
        return Err(Error::invalid("path", what));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_planted(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(path: &Path) -> String {
        let error = check_target(path).unwrap_err();
        assert_eq!(error.field(), Some("path"));
        error.to_string()
    }

    #[test]
    fn what_is_no_place_for_a_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in ["cat.mp4", "a:b \u{2603}.mp4", "-rf.mp4"] {
            check_target(&path(name)).unwrap();
        }
        check_target(Path::new("cat.mp4")).unwrap();
        assert!(refusal(folder.path()).contains("is a folder"));
        assert!(refusal(&path("new/")).contains("is not the name of a file"));
        assert!(refusal(&path("..")).contains("is not the name of a file"));
        assert!(refusal(&path("none/cat.mp4")).contains("does not exist"));
        fs::write(path("file"), "").unwrap();
        refusal(&path("file/cat.mp4"));
        refusal(Path::new("cat\0.mp4"));
        refusal(&path(&"x".repeat(256)));
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left"
        );
    }

    #[test]
    fn a_long_name_is_taken_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["x".repeat(250), "\u{732b}".repeat(85)] {
            let path = folder.path().join(&name);
            check_target(&path).unwrap();
            let hidden = hidden(&path);
            assert!(hidden.len() + 24 <= LONGEST_NAME, "{}", hidden.len());
            fs::write(&path, "").unwrap();
        }
        let one = hidden(Path::new(&format!("{}1", "x".repeat(249))));
        assert_ne!(one, hidden(Path::new(&format!("{}2", "x".repeat(249)))));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_pipes_and_devices_told_apart() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        let path = |name: &str| root.join(name);
        fs::create_dir(path("videos")).unwrap();
        fs::write(path("videos/cat.mp4"), "old").unwrap();
        symlink("videos/cat.mp4", path("link.mp4")).unwrap();
        symlink("videos/new.mp4", path("dangling.mp4")).unwrap();
        symlink("gone/new.mp4", path("nowhere.mp4")).unwrap();
        symlink("loop.mp4", path("loop.mp4")).unwrap();
        let of = |name: &str| Target::of(&path(name));
        assert_eq!(
            of("link.mp4").unwrap(),
            Target::File(path("videos/cat.mp4"))
        );
        assert_eq!(
            of("dangling.mp4").unwrap(),
            Target::File(path("videos/new.mp4"))
        );
        assert!(refusal(&path("nowhere.mp4")).contains("does not exist"));
        refusal(&path("loop.mp4"));
        let pipe = path("pipe");
        rustix::fs::mkfifoat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
        )
        .unwrap();
        assert_eq!(of("pipe").unwrap(), Target::Pipe(pipe));
        let _listener = std::os::unix::net::UnixListener::bind(path("socket")).unwrap();
        assert!(refusal(&path("socket")).contains("not a file"));
        let (_main, terminal) = {
            let main = rustix::pty::openpt(rustix::pty::OpenptFlags::RDWR).unwrap();
            rustix::pty::grantpt(&main).unwrap();
            rustix::pty::unlockpt(&main).unwrap();
            let name = rustix::pty::ptsname(&main, Vec::new()).unwrap();
            (main, PathBuf::from(name.to_str().unwrap()))
        };
        assert!(refusal(&terminal).contains("is a device"));
    }
}
