//! Where a video goes: chosen and checked before a job is paid for.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sorakit::{Error, ErrorKind, Result};
use sorakit::{check_target, open_pipe};

use crate::outcome::Session;
use crate::question;

/// Where the video goes, and what happens to a file that is there.
#[derive(clap::Args)]
pub struct Destination {
    /// Where it goes; `-` for the standard output, and `folder/` for a name made of the job's id in
    /// that folder. Default: such a name in this folder.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrites the file if it exists.
    #[arg(long, conflicts_with = "no_clobber")]
    force: bool,
    /// Keeps the file if it exists, and numbers the new one: `cat (1).mp4`.
    #[arg(long)]
    no_clobber: bool,
}

/// Where a video goes.
#[derive(Debug, Clone)]
pub enum Output {
    /// A file that the user named.
    Named {
        path: PathBuf,
        /// Whether a file that is there may be overwritten.
        overwrite: bool,
    },
    /// A name that is made of the job's id, or was when the job was begun.
    Default(Option<PathBuf>),
    /// A name that is made of the job's id, in this folder. It ends with a separator.
    Folder(PathBuf),
    /// The standard output.
    Standard,
    /// A named pipe, opened before the job is paid for: somebody reads it.
    Pipe { path: PathBuf, writer: Arc<File> },
}

impl Destination {
    /// Whether the user named a place.
    pub fn is_named(&self) -> bool {
        self.output.is_some()
    }

    /// The place that the user named, or else `default`. It is checked, and a file
    /// that is there asked about.
    pub async fn choose(&self, default: Output, session: &Session) -> Result<Output> {
        let default = match (&self.output, default) {
            (Some(path), _) if is_standard(path) => {
                return match session.is_for_script() {
                    true => Err(Error::invalid(
                        "output",
                        "`-` does not go with --json, which is printed there too",
                    )),
                    false => standard(),
                };
            }
            (Some(path), _) if is_folder(path) => Output::Folder(path.clone()),
            (Some(path), _) => Output::Named {
                path: path.clone(),
                overwrite: self.force,
            },
            (None, default) => default,
        };
        let path = match default {
            Output::Named { path, .. } => path,
            Output::Default(path) => {
                // The folder is what matters: the name follows from the job.
                check_target(path.as_deref().unwrap_or(Path::new("video.mp4"))).map_err(named)?;
                return Ok(Output::Default(path));
            }
            Output::Folder(folder) => {
                check_target(&folder.join("video.mp4")).map_err(named)?;
                return Ok(Output::Folder(folder));
            }
            Output::Standard => return standard(),
            Output::Pipe { path, .. } => path,
        };
        check_target(&path).map_err(named)?;
        if is_pipe(&path) {
            let writer = open_pipe(&path).map_err(named)?;
            return Ok(Output::Pipe {
                path,
                writer: Arc::new(writer),
            });
        }
        match path.is_file() && !self.force {
            false => Ok(Output::Named {
                path,
                overwrite: self.force,
            }),
            true if self.no_clobber => Ok(Output::Named {
                path: free(&path),
                overwrite: false,
            }),
            true => ask(path, session).await,
        }
    }
}

impl Output {
    /// Where it is written as it comes: the standard output, or a pipe.
    pub fn writer(&self) -> Option<io::Result<Box<dyn Write + Send>>> {
        match self {
            Self::Standard => Some(Ok(Box::new(io::stdout()))),
            Self::Pipe { writer, .. } => {
                Some(writer.try_clone().map(|writer| Box::new(writer) as Box<_>))
            }
            _ => None,
        }
    }

    /// The file for what this job made, when it is about to be written; `None` for what has
    /// a [`writer`](Self::writer). `kind` is what it is called without an id, and its ending.
    pub fn file(&self, id: &str, kind: FileKind) -> Option<PathBuf> {
        match self {
            Self::Standard | Self::Pipe { .. } => None,
            Self::Named {
                path,
                overwrite: true,
            } => Some(path.clone()),
            // What appeared while the job ran is nobody's to overwrite.
            Self::Named { path, .. } => Some(match path.is_file() {
                true => free(path),
                false => path.clone(),
            }),
            Self::Default(path) => {
                let path = path.clone().unwrap_or_else(|| name_of(id, kind).into());
                Some(free(&path))
            }
            Self::Folder(folder) => Some(free(&folder.join(name_of(id, kind)))),
        }
    }

    /// True if the name says with `{n}` where the number of each file goes.
    pub fn is_numbered(&self) -> bool {
        let name = match self {
            Self::Named { path, .. } => path.file_name(),
            _ => None,
        };
        name.is_some_and(|name| name.to_string_lossy().contains("{n}"))
    }

    /// The place of one of several files, counted from 0, of which `path` is the first or
    /// holds `{n}`.
    pub fn number(&self, path: &Path, index: usize) -> PathBuf {
        let numbered = sorakit::numbered(path, index);
        match self {
            Self::Named {
                overwrite: true, ..
            } => numbered,
            _ if numbered == path => numbered,
            _ => free(&numbered),
        }
    }
}

/// What a file holds: how it is called without an id, and its ending.
#[derive(Debug, Clone, Copy)]
pub struct FileKind {
    pub name: &'static str,
    pub ending: &'static str,
}

impl FileKind {
    pub const VIDEO: Self = Self {
        name: "video",
        ending: "mp4",
    };
    pub const IMAGE: Self = Self {
        name: "image",
        ending: "png",
    };
}

/// Whether a path says that it is a folder.
pub fn is_folder(path: &Path) -> bool {
    let last = path.as_os_str().as_encoded_bytes().last();
    last.is_some_and(|last| std::path::is_separator(char::from(*last)))
}

/// Whether a path means the standard output: `-`, or what the system calls it.
pub fn is_standard(path: &Path) -> bool {
    let names = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    names.iter().any(|name| path.as_os_str() == *name)
}

/// Whether a named pipe is there.
pub fn is_pipe(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        std::fs::metadata(path).is_ok_and(|found| found.file_type().is_fifo())
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// The standard output, where a video can go there.
pub fn standard() -> Result<Output> {
    let refused = |what: &str| {
        Err(Error::invalid("output", what)
            .with_hint("Redirect it to a file or a pipe, or name a file. Nothing was sent."))
    };
    if io::stdout().is_terminal() {
        return refused("`-` is the terminal, which shows no videos");
    }
    // What was closed when the command began stands for itself as a device, too.
    #[cfg(unix)]
    {
        use rustix::fs::FileType;
        let found = rustix::fs::fstat(io::stdout());
        let kind = found.map(|found| FileType::from_raw_mode(found.st_mode));
        match kind {
            Ok(FileType::CharacterDevice | FileType::BlockDevice) => {
                return refused("`-` is closed or a device, where a video would be lost");
            }
            Ok(_) => {}
            Err(_) => return refused("`-` is closed, so that a video would be lost"),
        }
    }
    Ok(Output::Standard)
}

/// Names the option in place of the library's field.
pub fn named(error: Error) -> Error {
    let what = error.reason().trim_start_matches("path: ").to_owned();
    Error::invalid("output", what).caused_by(error)
}

/// Asks whether a file may be overwritten, where somebody can answer.
async fn ask(path: PathBuf, session: &Session) -> Result<Output> {
    let exists = format!("{} exists already", path.display());
    let terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    if session.is_for_script() || !terminal {
        return Err(Error::invalid("output", exists).with_hint(
            "--force overwrites it, and --no-clobber numbers the new one. Nothing was sent.",
        ));
    }
    match question::agrees(&format!("{exists}. Overwrite it? [y/N] ")).await {
        true => Ok(Output::Named {
            path,
            overwrite: true,
        }),
        false => Err(Error::new(ErrorKind::InvalidInput, "nothing was sent").with_field("output")),
    }
}

/// The longest part of an id that a name is made of.
const LONGEST_ID: usize = 80;

/// The file name for what a job made. A server chooses ids, so that nothing of one but
/// letters, digits, `-` and `_` goes into a name, which begins with a letter or digit;
/// ids that would lose their difference by that are told apart by a number.
fn name_of(id: &str, kind: FileKind) -> String {
    let ending = kind.ending;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let name: String = id
        .chars()
        .map(|c| if plain(c) { c } else { '-' })
        .skip_while(|c| !c.is_ascii_alphanumeric())
        .take(LONGEST_ID)
        .collect();
    let lower = name.to_ascii_lowercase();
    // Devices of Windows, with whatever ending.
    let reserved = ["con", "prn", "aux", "nul"].contains(&lower.as_str())
        || (lower.len() == 4 && (lower.starts_with("com") || lower.starts_with("lpt")));
    match name == id && !reserved && !name.is_empty() {
        true => format!("{name}.{ending}"),
        false => {
            let stem = if name.is_empty() || reserved {
                kind.name
            } else {
                &name
            };
            format!("{stem}-{:016x}.{ending}", number(id))
        }
    }
}

/// A number made of all of a text (FNV-1a).
fn number(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The path, or the first numbered one that is free: `cat (1).mp4`.
pub fn free(path: &Path) -> PathBuf {
    let taken = |path: &Path| path.symlink_metadata().is_ok();
    if !taken(path) {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default();
    let numbered = |number: u64| {
        let mut name = stem.to_owned();
        name.push(format!(" ({number})"));
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
    };
    let mut free = (1..).map(numbered).filter(|path| !taken(path));
    free.next().expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn an_id_becomes_a_plain_file_name_that_no_other_has() {
        assert_eq!(name_of("task_01-a", FileKind::VIDEO), "task_01-a.mp4");
        let long = "x".repeat(300);
        let ids = [
            "a/b",
            "a\0b",
            "a-b",
            "a\u{202e}b",
            "-rf",
            "rf",
            "--rf",
            "../x",
            "",
            "/",
            "CON",
            "nul",
            &long,
            &long[1..],
            ".",
            "..",
            "a.b",
            "_a",
            "caf\u{e9}",
        ];
        let names: HashSet<String> = ids.iter().map(|id| name_of(id, FileKind::VIDEO)).collect();
        assert_eq!(names.len(), ids.len(), "{names:?}");
        for name in names {
            assert!(
                name.starts_with(|c: char| c.is_ascii_alphanumeric()),
                "{name}"
            );
            assert!(name.len() <= 110, "{name}");
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            assert!(name.chars().all(plain), "{name}");
        }
    }

    #[test]
    fn a_name_that_is_taken_is_numbered() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cat.mp4");
        assert_eq!(free(&path), path);
        for expected in ["cat.mp4", "cat (1).mp4", "cat (2).mp4"] {
            let free = free(&path);
            assert_eq!(free.file_name().unwrap(), expected);
            std::fs::write(free, "").unwrap();
        }
        // A link that leads nowhere is taken too.
        #[cfg(unix)]
        {
            let link = folder.path().join("link.mp4");
            std::os::unix::fs::symlink("nowhere", &link).unwrap();
            assert_eq!(free(&link).file_name().unwrap(), "link (1).mp4");
        }
    }
}
