//! What this machine began: a small file of jobs in the user's state folder, so
//! that no job is lost with the process that made it. It holds no credential.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use sorakit::api::Timestamp;
use sorakit::{Dialect, Error, ErrorKind, Job, JobStatus, Result, Secret};

use crate::fingerprint::Fingerprint;

/// The jobs that are kept; older ones are forgotten.
const KEPT: usize = 500;
/// How much of a prompt is kept, in characters.
const KEPT_PROMPT: usize = 200;

/// The file of jobs.
pub struct Journal {
    path: PathBuf,
}

/// A job that was begun, as it was last seen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// The server's id.
    pub id: String,
    /// The server's dialect.
    pub dialect: Dialect,
    /// The server.
    pub base_url: String,
    /// The beginning of the prompt.
    pub prompt: String,
    /// When it was begun.
    pub created_at: Option<Timestamp>,
    /// Where it stood.
    pub status: JobStatus,
    /// How far it was, in percent.
    pub progress: f64,
    /// Where its video is to go.
    pub output: PathBuf,
    /// Whether its video is there.
    pub downloaded: bool,
    /// A salted fingerprint of the credential that began it: this one may be sent
    /// to the server again, and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_by: Option<Fingerprint>,
}

impl Entry {
    /// The entry of a job that was just begun.
    pub fn new(job: &Job, base_url: &str, prompt: &str, output: &Path) -> Self {
        Self {
            id: job.id.clone(),
            dialect: job.dialect,
            base_url: base_url.to_owned(),
            prompt: prompt.chars().take(KEPT_PROMPT).collect(),
            created_at: job.created_at,
            status: job.status,
            progress: job.progress,
            output: std::path::absolute(output).unwrap_or_else(|_| output.to_owned()),
            downloaded: false,
            begun_by: None,
        }
    }

    /// Notes which credential began the job.
    #[must_use]
    pub fn begun_by(self, credential: Option<&Secret>) -> Self {
        Self {
            begun_by: credential.map(Fingerprint::of),
            ..self
        }
    }

    /// Whether this very credential began the job.
    pub fn was_begun_by(&self, credential: Option<&Secret>) -> bool {
        match (&self.begun_by, credential) {
            (Some(fingerprint), Some(credential)) => fingerprint.is_of(credential),
            _ => false,
        }
    }

    /// Takes over how the job stands now.
    pub fn see(&mut self, job: &Job) {
        self.status = job.status;
        self.progress = job.progress;
    }
}

impl Journal {
    /// The journal of this user, in the folder that `SORAKIT_STATE_DIR` names, or
    /// else in the system's place for state. Fails when it cannot be written.
    pub fn open() -> Result<Self> {
        let folder = match std::env::var_os("SORAKIT_STATE_DIR") {
            Some(folder) if !folder.is_empty() => PathBuf::from(folder),
            _ => default_folder()?,
        };
        Self::open_in(&folder)
    }

    fn open_in(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
        let journal = Self {
            path: folder.join("jobs.json"),
        };
        journal.change(|_| ())?;
        Ok(journal)
    }

    /// The jobs, oldest first.
    pub fn entries(&self) -> Result<Vec<Entry>> {
        let text = match fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(&self.path, &error)),
        };
        serde_json::from_slice(&text).map_err(|error| {
            Error::new(
                ErrorKind::Storage,
                format!("{} is not a file of jobs: {error}", self.path.display()),
            )
            .hint("Move it away, or set SORAKIT_STATE_DIR to another folder.")
        })
    }

    /// The job with this id; the newest, should two servers have given it.
    pub fn find(&self, id: &str) -> Result<Option<Entry>> {
        let entries = self.entries()?;
        Ok(entries.into_iter().rev().find(|entry| entry.id == id))
    }

    /// Writes a job down, durably when this returns.
    pub fn record(&self, entry: Entry) -> Result<()> {
        self.change(|entries| {
            let same = |old: &Entry| old.id == entry.id && old.base_url == entry.base_url;
            entries.retain(|old| !same(old));
            entries.push(entry);
        })
    }

    /// Changes what is written of a job, if it is there.
    pub fn update(&self, id: &str, base_url: &str, change: impl FnOnce(&mut Entry)) -> Result<()> {
        self.change(|entries| {
            let same = |entry: &&mut Entry| entry.id == id && entry.base_url == base_url;
            if let Some(entry) = entries.iter_mut().rev().find(same) {
                change(entry);
            }
        })
    }

    /// Reads, changes and replaces the file, while no other process does.
    fn change(&self, change: impl FnOnce(&mut Vec<Entry>)) -> Result<()> {
        let failed = |error: io::Error| failed(&self.path, &error);
        let lock = private(&self.path.with_extension("lock")).map_err(failed)?;
        lock.lock().map_err(failed)?;
        let mut entries = self.entries()?;
        change(&mut entries);
        let excess = entries.len().saturating_sub(KEPT);
        entries.drain(..excess);
        let temporary = self.path.with_extension("new");
        let text = serde_json::to_vec_pretty(&entries).expect("entries are JSON");
        let write = || {
            let mut file = private(&temporary)?;
            file.set_len(0)?;
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&temporary, &self.path)
        };
        write().map_err(failed)
    }
}

fn default_folder() -> Result<PathBuf> {
    let places = etcetera::choose_base_strategy().map_err(|_| {
        Error::new(ErrorKind::Configuration, "the user has no home folder")
            .hint("Set SORAKIT_STATE_DIR to a folder for the list of jobs.")
    })?;
    let state = places.state_dir().unwrap_or_else(|| places.data_dir());
    Ok(state.join("sorakit"))
}

/// Opens a file for writing that its owner alone can read.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn failed(path: &Path, error: &io::Error) -> Error {
    Error::new(
        ErrorKind::Storage,
        format!("cannot write the list of jobs, {}: {error}", path.display()),
    )
    .hint("Set SORAKIT_STATE_DIR to a folder that can be written.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sorakit::JobKind;

    #[test]
    fn only_the_credential_that_began_a_job_is_known() {
        let entry = entry("one");
        assert!(!entry.was_begun_by(None));
        assert!(!entry.was_begun_by(Some(&"key".into())));
        let entry = entry.begun_by(Some(&"key".into()));
        assert!(entry.was_begun_by(Some(&"key".into())));
        assert!(!entry.was_begun_by(Some(&"another".into())));
        let text = serde_json::to_string(&entry).unwrap();
        let read: Entry = serde_json::from_str(&text).unwrap();
        assert!(read.was_begun_by(Some(&"key".into())));
    }

    fn entry(id: &str) -> Entry {
        let job = Job::new(id, Dialect::Sora, JobKind::Video);
        Entry::new(&job, "http://127.0.0.1:1", "a cat", Path::new("cat.mp4"))
    }

    #[test]
    fn what_is_recorded_is_there_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        journal.record(entry("one")).unwrap();
        journal.record(entry("two")).unwrap();
        journal
            .update("one", "http://127.0.0.1:1", |entry| entry.downloaded = true)
            .unwrap();
        let again = Journal::open_in(folder.path()).unwrap();
        assert!(again.find("one").unwrap().unwrap().downloaded);
        assert!(!again.find("two").unwrap().unwrap().downloaded);
        assert!(again.find("three").unwrap().is_none());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&journal.path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        journal
            .change(|entries| entries.extend((0..KEPT).map(|n| entry(&n.to_string()))))
            .unwrap();
        journal.record(entry("new")).unwrap();
        let entries = journal.entries().unwrap();
        assert_eq!(entries.len(), KEPT);
        assert_eq!(entries[0].id, "1");
    }

    #[test]
    fn threads_do_not_lose_each_others_jobs() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let folder = folder.path();
                scope.spawn(move || {
                    let journal = Journal::open_in(folder).unwrap();
                    for n in 0..10 {
                        journal.record(entry(&format!("{thread}-{n}"))).unwrap();
                    }
                });
            }
        });
        let journal = Journal::open_in(folder.path()).unwrap();
        assert_eq!(journal.entries().unwrap().len(), 40);
    }

    #[test]
    fn a_broken_file_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("jobs.json"), "not json").unwrap();
        assert!(Journal::open_in(folder.path()).is_err());
        let kept = fs::read_to_string(folder.path().join("jobs.json")).unwrap();
        assert_eq!(kept, "not json");
    }
}
