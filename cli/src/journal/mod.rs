//! What this machine began: the ledger of its jobs, one SQLite file in the user's state folder,
//! so that no job is lost with the process that made it. It holds no credential.
//!
//! A job is written down before it is asked for, with the request and without an id, and again
//! when the server has answered. So whatever ends the process in between, a crash too, the
//! ledger says that the outcome is unknown and what was asked for. The ledgers of batches are of
//! the same form, each in its folder; this one knows where they are.

mod earlier;
mod entry;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use etcetera::BaseStrategy;
use sorakit::{Error, ErrorKind, Job, Result};
use sorakit_batch::{Counts, Ledger};

use crate::files::{FIELD, make_folder, others_can_write};
use crate::screen::Screen;

pub use entry::Entry;

/// The ledger of this machine's jobs.
pub struct Journal {
    ledger: Mutex<Ledger>,
}

/// The file in the state folder.
const FILE: &str = "jobs.db";

impl Journal {
    /// The ledger of this user, in the folder that `SORAKIT_STATE_DIR` names, or
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
        let ledger = folder().and_then(|folder| Ledger::read(folder.join(FILE)));
        let Ok(ledger) = ledger else {
            return Vec::new();
        };
        let mut ids = Vec::new();
        let _ = ledger.rows(|row| {
            ids.extend(row.job_id);
            Ok(())
        });
        ids.reverse();
        ids
    }

    fn open_in(folder: &Path) -> Result<Self> {
        make_folder(folder).map_err(|error| {
            let what = format!("cannot make the folder {}: {error}", folder.display());
            named(Error::new(ErrorKind::Storage, what))
        })?;
        let mut ledger = Ledger::shared(folder.join(FILE)).map_err(named)?;
        earlier::take_over(folder, &mut ledger)?;
        let ledger = Mutex::new(ledger);
        Ok(Self { ledger })
    }

    /// The jobs, oldest first.
    pub fn entries(&self) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        let read = self.ledger().rows(|row| {
            entries.push(Entry::of(row)?);
            Ok(())
        });
        read.map_err(named)?;
        Ok(entries)
    }

    /// The job with this id, or the only one whose id begins so; the newest, should two servers
    /// have given the same id.
    ///
    /// # Errors
    /// `invalid_input` if the ids of several jobs begin so.
    pub fn find(&self, id: &str) -> Result<Option<Entry>> {
        let entries = self.entries()?;
        let newest = || entries.iter().rev().filter(|entry| !entry.is_open());
        if let Some(entry) = newest().find(|entry| entry.id == id) {
            return Ok(Some(entry.clone()));
        }
        let mut alike = newest().filter(|entry| !id.is_empty() && entry.id.starts_with(id));
        match (alike.next(), alike.next()) {
            (Some(one), Some(other)) if one.id != other.id => Err(Error::invalid(
                "id",
                format!("{id} may be {} or {}: write more of it", one.id, other.id),
            )),
            (found, _) => Ok(found.cloned()),
        }
    }

    /// The job that was begun last.
    ///
    /// # Errors
    /// `invalid_input` if none was.
    pub fn last(&self) -> Result<Entry> {
        let mut newest = self.entries()?.into_iter().rev();
        newest.find(|entry| !entry.is_open()).ok_or_else(|| {
            Error::invalid("last", "this machine has begun no job whose id is known")
        })
    }

    /// The ids of the jobs that are known at a server.
    pub fn known(&self, base_url: &str) -> Result<Vec<String>> {
        let there = |entry: &Entry| !entry.is_open() && entry.base_url == base_url;
        let entries = self.entries()?.into_iter().filter(there);
        Ok(entries.map(|entry| entry.id).collect())
    }

    /// Writes down that a job is about to be asked for, durably when this returns.
    /// Answers with its number.
    pub fn intend(&self, entry: &Entry) -> Result<i64> {
        let mut random = [0; 16];
        getrandom::fill(&mut random)
            .map_err(|error| Error::new(ErrorKind::Storage, error.to_string()))?;
        let key = format!("{:032x}", u128::from_be_bytes(random));
        self.ledger().intend(&entry.single(key)).map_err(named)
    }

    /// Writes down the job that was begun, durably when this returns.
    pub fn begun(&self, number: i64, job: &Job) -> Result<()> {
        self.ledger().taken(number, job).map_err(named)?;
        self.amend(number, |entry| entry.begun(job))
    }

    /// Forgets a job of which the server took nothing, or that nobody needs.
    pub fn remove(&self, number: i64) -> Result<()> {
        self.ledger().forget(number).map_err(named)
    }

    /// Forgets a job that is gone from its server.
    pub fn forget(&self, id: &str, base_url: &str) -> Result<()> {
        let mut ledger = self.ledger();
        while let Some(row) = ledger.job(id, base_url).map_err(named)? {
            ledger.forget(row.id).map_err(named)?;
        }
        Ok(())
    }

    /// Changes what is written of a job, if it is there.
    pub fn update(&self, id: &str, base_url: &str, change: impl FnOnce(&mut Entry)) -> Result<()> {
        let found = self.ledger().job(id, base_url).map_err(named)?;
        match found {
            Some(row) => self.amend(row.id, change),
            None => Ok(()),
        }
    }

    /// Notes where a batch is.
    pub fn note_batch(&self, ledger: &Path, folder: &Path) -> Result<()> {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let now = SystemTime::now().into();
        let noted = self
            .ledger()
            .note_batch(&absolute(ledger), &absolute(folder), now);
        noted.map_err(named)
    }

    /// The folders of the batches that are there, and how they stand.
    pub fn batches(&self) -> Result<Vec<(PathBuf, Counts)>> {
        let mut ledger = self.ledger();
        let mut batches = Vec::new();
        for (file, folder) in ledger.batches().map_err(named)? {
            if !file.exists() {
                ledger.forget_batch(&file).map_err(named)?;
            } else if let Ok(counts) = Ledger::read(&file).and_then(|batch| batch.counts(true)) {
                batches.push((folder, counts));
            }
        }
        Ok(batches)
    }

    fn amend(&self, number: i64, change: impl FnOnce(&mut Entry)) -> Result<()> {
        let mut unread = None;
        let amended = self
            .ledger()
            .amend(number, |row| match Entry::of(row.clone()) {
                Ok(mut entry) => {
                    change(&mut entry);
                    // The column has the id.
                    (row.state, row.note) = (entry.state(), entry.note());
                }
                Err(error) => unread = Some(error),
            });
        amended.map_err(named)?;
        unread.map_or(Ok(()), |error| Err(named(error)))
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
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

/// An error of the ledger in the state folder.
fn named(error: Error) -> Error {
    let hint = match error.hint() {
        Some(own) => own.to_owned(),
        None => "Set SORAKIT_STATE_DIR to a folder that can be written.".to_owned(),
    };
    error.with_field(FIELD).with_hint(hint)
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
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        let number = journal
            .intend(&intended().begun_by(Some(&"key".into())))
            .unwrap();
        record(&journal, "two");
        let entries = journal.entries().unwrap();
        assert_eq!(entries[0].number, number);
        assert!(entries[0].was_begun_by(Some(&"key".into())));
        assert!(!entries[0].was_begun_by(Some(&"another".into())));
        assert!(!entries[0].was_begun_by(None));
        assert!(!entries[1].was_begun_by(Some(&"key".into())));
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

    fn record(journal: &Journal, id: &str) {
        let number = journal.intend(&intended()).unwrap();
        let job = Job::new(id, Dialect::Sora, JobKind::Video);
        journal.begun(number, &job).unwrap();
    }

    #[test]
    fn what_is_about_to_be_asked_for_is_there_before_its_answer() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        let lost = journal.intend(&intended()).unwrap();
        let refused = journal.intend(&intended()).unwrap();
        record(&journal, "one");
        journal.remove(refused).unwrap();
        let entries = Journal::open_in(folder.path()).unwrap().entries().unwrap();
        let ids: Vec<_> = entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["", "one"]);
        assert_eq!(entries[0].number, lost);
        assert_eq!(entries[0].request.as_ref().unwrap()["prompt"], "a cat");
        assert!(entries[1].request.is_none());
        assert!(journal.find("").unwrap().is_none());
    }

    #[test]
    fn a_job_is_found_by_the_beginning_of_its_id() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open_in(folder.path()).unwrap();
        for id in ["gen_1", "gen_12", "gen_2"] {
            record(&journal, id);
        }
        let find = |id: &str| journal.find(id).unwrap().map(|entry| entry.id);
        assert_eq!(find("gen_1").as_deref(), Some("gen_1"));
        assert_eq!(find("gen_2").as_deref(), Some("gen_2"));
        assert_eq!(find("video"), None);
        assert_eq!(journal.find("gen").unwrap_err().field(), Some("id"));
        assert_eq!(journal.last().unwrap().id, "gen_2");
        journal.forget("gen_2", SERVER).unwrap();
        assert_eq!(journal.last().unwrap().id, "gen_12");
    }

    #[test]
    fn what_is_recorded_is_there_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("a/state");
        let journal = Journal::open_in(&state).unwrap();
        record(&journal, "one");
        record(&journal, "two");
        journal
            .update("one", SERVER, |entry| entry.downloaded = true)
            .unwrap();
        let again = Journal::open_in(&state).unwrap();
        assert!(again.find("one").unwrap().unwrap().downloaded);
        assert!(!again.find("two").unwrap().unwrap().downloaded);
        assert!(again.find("three").unwrap().is_none());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&state), 0o700);
            for name in ["jobs.db", "jobs.db-wal", "jobs.db-shm"] {
                assert_eq!(mode(&state.join(name)), 0o600, "{name}");
            }
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
    fn a_broken_file_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let text = "no ledger at all, but a text that is long enough to be taken for one";
        fs::write(folder.path().join(FILE), text).unwrap();
        let error = Journal::open_in(folder.path()).err().unwrap();
        assert_eq!(error.field(), Some(FIELD));
        let kept = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert_eq!(kept, text);
    }
}
