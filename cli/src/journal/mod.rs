//! What this machine began: a small file of jobs in the user's state folder, so
//! that no job is lost with the process that made it. It holds no credential.
//!
//! A job is written down before it is asked for, with the request and without an id,
//! and again when the server has answered. So whatever ends the process in between, a
//! crash too, the list says that the outcome is unknown and what was asked for.

mod entry;

use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use sorakit::{Error, ErrorKind, Job, Result};

use crate::files::{FIELD, make_folder, open_own, others_can_write, sync_folder, wait_for};
use crate::screen::Screen;

pub use entry::Entry;

/// The jobs that are kept; older ones are forgotten.
const KEPT: usize = 500;

/// The file of jobs.
pub struct Journal {
    path: PathBuf,
}

impl Journal {
    /// The journal of this user, in the folder that `SORAKIT_STATE_DIR` names, or
    /// else in the system's place for state. Fails when it cannot be written, and
    /// says on `screen` when others can write to the folder.
    pub fn open(screen: &Screen) -> Result<Self> {
        let folder = folder()?;
        let journal = Self::open_in(&folder)?;
        if let Some(warning) = others_can_write(&folder) {
            screen.warn(&warning);
        }
        Ok(journal)
    }

    /// The ids of the jobs that are known, newest first. Changes nothing, and is empty
    /// where nothing can be read: for completions.
    pub fn glance() -> Vec<String> {
        let Ok(folder) = folder() else {
            return Vec::new();
        };
        let journal = Self {
            path: folder.join("jobs.json"),
        };
        let entries = journal.entries().unwrap_or_default().into_iter().rev();
        let known = entries.filter(|entry| !entry.is_open());
        known.map(|entry| entry.id).collect()
    }

    fn open_in(folder: &Path) -> Result<Self> {
        make_folder(folder).map_err(|error| failed(folder, &error))?;
        let journal = Self {
            path: folder.join("jobs.json"),
        };
        journal.change(|_| ())?;
        Ok(journal)
    }

    /// The jobs, oldest first.
    pub fn entries(&self) -> Result<Vec<Entry>> {
        let mut text = Vec::new();
        match open_own(&self.path, OpenOptions::new().read(true)) {
            Ok(mut file) => file.read_to_end(&mut text).map(drop),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => Err(error),
        }
        .map_err(|error| failed_to("read", &self.path, &error))?;
        serde_json::from_slice(&text).map_err(|error| {
            Error::new(
                ErrorKind::Storage,
                format!("{} is not a file of jobs: {error}", self.path.display()),
            )
            .with_field(FIELD)
            .with_hint("Move it away, or set SORAKIT_STATE_DIR to another folder.")
        })
    }

    /// The job with this id; the newest, should two servers have given it.
    pub fn find(&self, id: &str) -> Result<Option<Entry>> {
        let entries = self.entries()?;
        let mut newest = entries.into_iter().rev();
        Ok(newest.find(|entry| !entry.is_open() && entry.id == id))
    }

    /// The ids of the jobs that are known at a server.
    pub fn known(&self, base_url: &str) -> Result<Vec<String>> {
        let there = |entry: &Entry| !entry.is_open() && entry.base_url == base_url;
        let entries = self.entries()?.into_iter().filter(there);
        Ok(entries.map(|entry| entry.id).collect())
    }

    /// Writes down that a job is about to be asked for, durably when this returns.
    /// Answers with what tells the entry from others.
    pub fn intend(&self, mut entry: Entry) -> Result<String> {
        let mut random = [0; 8];
        getrandom::fill(&mut random)
            .map_err(|error| Error::new(ErrorKind::Storage, error.to_string()))?;
        let attempt = format!("{:016x}", u64::from_be_bytes(random));
        entry.attempt.clone_from(&attempt);
        self.change(|entries| entries.push(entry))?;
        Ok(attempt)
    }

    /// Writes down the job that an attempt began, durably when this returns.
    pub fn begun(&self, attempt: &str, job: &Job) -> Result<()> {
        self.change(|entries| {
            let Some(at) = entries.iter().position(|entry| entry.attempt == attempt) else {
                return;
            };
            let mut entry = entries.remove(at);
            entry.begun(job);
            let same = |old: &Entry| old.id == entry.id && old.base_url == entry.base_url;
            entries.retain(|old| !same(old));
            entries.push(entry);
        })
    }

    /// Forgets an attempt of which the server took nothing.
    pub fn refused(&self, attempt: &str) -> Result<()> {
        self.change(|entries| entries.retain(|entry| entry.attempt != attempt))
    }

    /// Forgets a job that is gone from its server.
    pub fn forget(&self, id: &str, base_url: &str) -> Result<()> {
        self.change(|entries| {
            entries.retain(|entry| entry.id != id || entry.base_url != base_url);
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
        let mut options = OpenOptions::new();
        let lock_path = self.path.with_extension("lock");
        let options = options.create(true).truncate(false).write(true);
        // Held until the file is replaced.
        let lock = open_own(&lock_path, options).map_err(failed)?;
        wait_for(&lock, &lock_path)?;
        let mut entries = self.entries()?;
        change(&mut entries);
        let excess = entries.len().saturating_sub(KEPT);
        entries.drain(..excess);
        let text =
            serde_json::to_vec_pretty(&entries).map_err(|error| failed(io::Error::other(error)))?;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let write = || {
            // A random name that nobody has, for its owner alone.
            let mut file = tempfile::Builder::new()
                .prefix(".jobs-")
                .tempfile_in(folder)?;
            file.write_all(&text)?;
            file.as_file().sync_all()?;
            file.persist(&self.path)?;
            sync_folder(folder)
        };
        write().map_err(failed)
    }
}

/// The folder of the list of jobs, and of what else is remembered.
pub fn folder() -> Result<PathBuf> {
    match std::env::var_os("SORAKIT_STATE_DIR") {
        Some(folder) if !folder.is_empty() => Ok(PathBuf::from(folder)),
        _ => default_folder(),
    }
}

fn default_folder() -> Result<PathBuf> {
    let places = etcetera::choose_base_strategy().map_err(|_| {
        Error::new(ErrorKind::Configuration, "the user has no home folder")
            .with_hint("Set SORAKIT_STATE_DIR to a folder for the list of jobs.")
    })?;
    let state = places.state_dir().unwrap_or_else(|| places.data_dir());
    Ok(state.join("sorakit"))
}

fn failed(path: &Path, error: &io::Error) -> Error {
    failed_to("write", path, error)
}

fn failed_to(what: &str, path: &Path, error: &io::Error) -> Error {
    Error::new(
        ErrorKind::Storage,
        format!(
            "cannot {what} the list of jobs, {}: {error}",
            path.display()
        ),
    )
    .with_field(FIELD)
    .with_hint("Set SORAKIT_STATE_DIR to a folder that can be written.")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use sorakit::api::Timestamp;
    use sorakit::{Client, Dialect, JobKind, VideoRequest};

    use super::*;
    use crate::output::{Output, is_folder};

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

    const SERVER: &str = "http://127.0.0.1:1";

    fn client() -> Client {
        let options = sorakit::Options {
            dialect: Some(Dialect::Sora),
            base_url: Some(SERVER.into()),
            api_key: Some("key".into()),
            ..sorakit::Options::default()
        };
        let host = sorakit::host::NativeHost::new(Default::default()).unwrap();
        Client::with_host(options, host).unwrap()
    }

    fn intended() -> Entry {
        let request = VideoRequest::new("a cat");
        let output = Output::Default(None);
        Entry::intended(&client(), &request, &output, Timestamp::from_secs(1000))
    }

    fn entry(id: &str) -> Entry {
        let mut entry = intended();
        entry.begun(&Job::new(id, Dialect::Sora, JobKind::Video));
        entry
    }

    fn record(journal: &Journal, id: &str) {
        let attempt = journal.intend(intended()).unwrap();
        let job = Job::new(id, Dialect::Sora, JobKind::Video);
        journal.begun(&attempt, &job).unwrap();
    }

    #[test]
    fn what_is_about_to_be_asked_for_is_there_before_its_answer() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        let lost = journal.intend(intended()).unwrap();
        let refused = journal.intend(intended()).unwrap();
        record(&journal, "one");
        journal.refused(&refused).unwrap();
        let entries = Journal::open_in(folder.path()).unwrap().entries().unwrap();
        let ids: Vec<_> = entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["", "one"]);
        assert_eq!(entries[0].attempt, lost);
        assert_eq!(entries[0].request.as_ref().unwrap()["prompt"], "a cat");
        assert!(entries[1].request.is_none());
        assert!(journal.find("").unwrap().is_none());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_ones_own_is_left_alone() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("a/state");
        let journal = Journal::open_in(&state).unwrap();
        let mode = fs::metadata(&state).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        for name in ["jobs.json", "jobs.lock"] {
            let victim = folder.path().join("victim");
            fs::write(&victim, "[]").unwrap();
            let path = state.join(name);
            let _ = fs::remove_file(&path);
            symlink(&victim, &path).unwrap();
            assert!(journal.intend(intended()).is_err(), "{name}");
            assert_eq!(fs::read_to_string(&victim).unwrap(), "[]");
            fs::remove_file(&path).unwrap();
        }
        // The name of earlier versions is nobody's concern any more.
        let victim = folder.path().join("victim");
        symlink(&victim, state.join("jobs.new")).unwrap();
        record(&journal, "one");
        assert_eq!(fs::read_to_string(&victim).unwrap(), "[]");
        fs::set_permissions(state.join("jobs.json"), fs::Permissions::from_mode(0o666)).unwrap();
        let error = journal.entries().unwrap_err();
        assert!(error.reason().contains("other users"), "{error}");
    }

    #[test]
    fn what_is_recorded_is_there_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        record(&journal, "one");
        record(&journal, "two");
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

    #[cfg(unix)]
    #[test]
    fn a_folder_that_others_can_write_to_is_mentioned() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        for (mode, mentioned) in [
            (0o700, false),
            (0o755, false),
            (0o777, true),
            (0o1777, false),
        ] {
            fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(
                others_can_write(folder.path()).is_some(),
                mentioned,
                "{mode:o}"
            );
        }
    }

    #[test]
    fn a_folder_is_told_from_a_file() {
        let folder = Output::Folder("videos/".into());
        let entry = Entry::intended_images(&client(), "a cat", &folder, Timestamp::from_secs(1));
        let text = serde_json::to_string(&entry).unwrap();
        let read: Entry = serde_json::from_str(&text).unwrap();
        let Output::Folder(place) = read.place() else {
            panic!("{text}");
        };
        assert_eq!(place, std::path::absolute("videos").unwrap());
        assert!(is_folder(&place));
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        journal
            .change(|entries| entries.extend((0..KEPT).map(|n| entry(&n.to_string()))))
            .unwrap();
        record(&journal, "new");
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
                        record(&journal, &format!("{thread}-{n}"));
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
