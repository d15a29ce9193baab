//! What this machine began: a small file of jobs in the user's state folder, so
//! that no job is lost with the process that made it. It holds no credential.
//!
//! A job is written down before it is asked for, with the request and without an id,
//! and again when the server has answered. So whatever ends the process in between, a
//! crash too, the list says that the outcome is unknown and what was asked for.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sorakit::api::Timestamp;
use sorakit::{Client, Dialect, Error, ErrorKind, Job, JobStatus, Result, Secret, VideoRequest};

use crate::fingerprint::Fingerprint;
use crate::output::Output;

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
    /// The server's id. Empty, and null in JSON, until the server has answered.
    #[serde(with = "known_id")]
    pub id: String,
    /// What tells an entry without an id from others.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub attempt: String,
    /// What was asked for, until the server has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Value>,
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
    /// Where its video is to go; empty for a name made of the id, or `-` for the
    /// standard output.
    #[serde(with = "crate::paths")]
    pub output: PathBuf,
    /// Whether the user named that place.
    #[serde(default = "yes")]
    pub named: bool,
    /// Whether its video is there.
    pub downloaded: bool,
    /// A salted fingerprint of the credential that began it: this one may be sent
    /// to the server again, and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_by: Option<Fingerprint>,
}

impl Entry {
    /// The entry of a job that is about to be asked for.
    pub fn intended(
        client: &Client,
        request: &VideoRequest,
        output: &Output,
        now: Timestamp,
    ) -> Self {
        let prompt = request.prompt.chars().take(KEPT_PROMPT).collect();
        // Files are no part of what a job is compared by.
        let request = VideoRequest {
            references: Vec::new(),
            ..request.clone()
        };
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (output, named) = match output {
            Output::Named { path, .. } => (absolute(path), true),
            Output::Default(path) => (path.as_deref().map(absolute).unwrap_or_default(), false),
            Output::Standard => ("-".into(), true),
        };
        Self {
            id: String::new(),
            attempt: String::new(),
            request: serde_json::to_value(request).ok(),
            dialect: client.dialect(),
            base_url: client.base_url().to_owned(),
            prompt,
            created_at: Some(now),
            status: JobStatus::Queued,
            progress: 0.0,
            output,
            named,
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

    /// Whether it is unknown what became of the request.
    pub fn is_open(&self) -> bool {
        self.id.is_empty()
    }

    /// The server has answered with this job.
    pub fn begun(&mut self, job: &Job) {
        self.id.clone_from(&job.id);
        self.attempt.clear();
        self.request = None;
        self.created_at = job.created_at.or(self.created_at);
        self.see(job);
    }

    /// Where the video goes.
    pub fn place(&self) -> Output {
        match (self.named, self.output.as_os_str()) {
            (true, output) if output == "-" => Output::Standard,
            (true, _) => Output::Named {
                path: self.output.clone(),
                overwrite: false,
            },
            (false, output) if output.is_empty() => Output::Default(None),
            (false, _) => Output::Default(Some(self.output.clone())),
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
        .map_err(|error| failed(&self.path, &error))?;
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

fn default_folder() -> Result<PathBuf> {
    let places = etcetera::choose_base_strategy().map_err(|_| {
        Error::new(ErrorKind::Configuration, "the user has no home folder")
            .hint("Set SORAKIT_STATE_DIR to a folder for the list of jobs.")
    })?;
    let state = places.state_dir().unwrap_or_else(|| places.data_dir());
    Ok(state.join("sorakit"))
}

/// Makes the folder, for its owner alone whatever the umask. One that is there stays
/// as it is.
fn make_folder(folder: &Path) -> io::Result<()> {
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
fn open_own(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
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
fn wait_for(lock: &File, path: &Path) -> Result<()> {
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

/// Makes a name in a folder durable, where the file system can.
fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    let _ = folder;
    Ok(())
}

fn yes() -> bool {
    true
}

/// An id as JSON: null until it is known.
mod known_id {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(id: &str, serializer: S) -> Result<S::Ok, S::Error> {
        Some(id).filter(|id| !id.is_empty()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_default())
    }
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
        assert!(error.message().contains("other users"), "{error}");
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
