//! The ledger: one SQLite file in which every request of a batch has its state.
//!
//! What is committed is on the disk when the call returns: the write-ahead log is flushed at
//! each commit. A process that runs the batch holds a lock beside the file; others may read.

mod batches;
mod failure;
mod import;
mod own;
mod row;
mod schema;
mod single;
mod steps;

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::{
    Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params,
};
use sorakit::{Error, ErrorKind, JobKind, Result};

use failure::{failed, not_a_ledger};
use own::{FileId, beside, check_beside, open_own};

pub(crate) use import::Place;
pub use row::{Counts, Row, State};
pub use single::Single;

/// The name of a ledger in its batch's folder.
pub const LEDGER: &str = "sorakit-batch.db";

/// The ledger of a batch.
pub struct Ledger {
    connection: Connection,
    path: PathBuf,
    /// The file that was opened.
    file: Option<FileId>,
    /// Held by whoever runs the batch.
    _lock: Option<File>,
}

impl Ledger {
    /// Opens a ledger to read it. Another process may run the batch meanwhile.
    ///
    /// # Errors
    /// `storage` if there is none, or it cannot be read, or a newer version wrote it.
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        if !path.exists() {
            let what = format!("there is no ledger at {}", path.display());
            let error = Error::new(ErrorKind::Storage, what).with_field("ledger");
            return Err(error.with_hint("Name the folder of a batch that was begun."));
        }
        let connection = open(path)?;
        Ok(Self {
            connection,
            path: path.to_owned(),
            file: None,
            _lock: None,
        })
    }

    /// Opens a ledger to run its batch, and makes it if there is none. Its owner alone can read
    /// it.
    ///
    /// # Errors
    /// `storage` as for [`read`](Self::read), or if another process runs the batch.
    pub(crate) fn write(path: &Path) -> Result<Self> {
        Self::made(path, Some(lock(path)?))
    }

    /// Opens a ledger, and makes it if there is none.
    fn made(path: &Path, lock: Option<File>) -> Result<Self> {
        let file = open_own(path, OpenOptions::new().create(true).append(true))
            .and_then(|file| FileId::of(&file.metadata()?))
            .map_err(|error| cannot("open", path, &error))?;
        let connection = open(path)?;
        schema::make(&connection, path)?;
        Ok(Self {
            connection,
            path: path.to_owned(),
            file: Some(file),
            _lock: lock,
        })
    }

    /// Makes sure that what is written stands at the ledger's path, before something is sent. A
    /// file that was removed goes on to be written to, and is gone with the process: it is put
    /// back.
    fn stay(&mut self) -> Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        match self.path.symlink_metadata().and_then(|it| FileId::of(&it)) {
            Ok(found) if found == *file => Ok(()),
            Ok(_) => Err(Error::new(
                ErrorKind::Storage,
                format!(
                    "another file has taken the place of the ledger {}",
                    self.path.display()
                ),
            )
            .with_field("ledger")),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => self.put_back(),
            Err(error) => Err(cannot("find", &self.path, &error).with_retryable(true)),
        }
    }

    fn put_back(&mut self) -> Result<()> {
        let copy = beside(&self.path, ".new");
        let _ = std::fs::remove_file(&copy);
        let wrong =
            |error: &std::io::Error| cannot("put back", &self.path, error).with_retryable(true);
        open_own(&copy, OpenOptions::new().create_new(true).write(true))
            .map_err(|error| wrong(&error))?;
        let written = self
            .connection
            .execute("VACUUM INTO ?1", [copy.to_string_lossy()]);
        written.map_err(|error| failed(&error, &self.path).with_retryable(true))?;
        File::open(&copy)
            .and_then(|file| file.sync_all())
            .and_then(|()| std::fs::hard_link(&copy, &self.path))
            .and_then(|()| std::fs::remove_file(&copy))
            .map_err(|error| wrong(&error))?;
        // Closed before the other is opened: what it has beside it is at the same path.
        let in_memory = Connection::open_in_memory().map_err(|error| failed(&error, &self.path))?;
        drop(std::mem::replace(&mut self.connection, in_memory));
        for ending in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(beside(&self.path, ending));
        }
        let lock = self._lock.take();
        *self = Self::made(&self.path.clone(), lock)?;
        Ok(())
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of requests in each state: of those that the newest input names, or of all.
    pub fn counts(&self, of_newest: bool) -> Result<Counts> {
        let newest = match of_newest {
            true => self.newest()?,
            false => 0,
        };
        let counted = || {
            let mut counts = Counts::default();
            let mut statement = self.connection.prepare_cached(
                "SELECT state, count(*) FROM requests WHERE batch >= ?1 GROUP BY state",
            )?;
            let mut rows = statement.query([newest])?;
            while let Some(row) = rows.next()? {
                counts.add(row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs());
            }
            Ok(counts)
        };
        counted().map_err(|error| failed(&error, &self.path))
    }

    /// Hands each request to `each`, in the order in which they were first named. None but the
    /// one is in memory.
    pub fn rows(&self, mut each: impl FnMut(Row) -> Result<()>) -> Result<()> {
        let wrong = |error| failed(&error, &self.path);
        let select = format!("SELECT {} FROM requests ORDER BY id", row::COLUMNS);
        let mut statement = self.connection.prepare(&select).map_err(wrong)?;
        let mut rows = statement.query([]).map_err(wrong)?;
        while let Some(row) = rows.next().map_err(wrong)? {
            each(Row::of(row).map_err(wrong)?)?;
        }
        Ok(())
    }

    /// Does it all in one commit, or nothing.
    fn within<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let path = &self.path;
        let done = || {
            let transaction =
                Transaction::new(&mut self.connection, TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        done().map_err(|error| failed(&error, path))
    }

    /// The number of the newest input; 0 before the first.
    pub(crate) fn newest(&self) -> Result<i64> {
        let newest = "SELECT coalesce(max(batch), 0) FROM requests";
        let newest = self.connection.query_row(newest, [], |row| row.get(0));
        newest.map_err(|error| failed(&error, &self.path))
    }

    /// True if a file belongs to another request, or is to be that of another line.
    pub(crate) fn is_taken(&self, file: &str, id: i64) -> Result<bool> {
        let other = "SELECT 1 FROM requests WHERE file = ?1 AND id <> ?2 UNION ALL \
                     SELECT 1 FROM requests WHERE output = ?1 AND id <> ?2 AND batch = \
                     (SELECT batch FROM requests WHERE id = ?2) LIMIT 1";
        let other = self
            .connection
            .query_row(other, params![file, id], |_| Ok(()));
        let other = other.optional();
        Ok(other.map_err(|error| failed(&error, &self.path))?.is_some())
    }
}

/// A ledger that several threads share, whatever another one did to itself while it held it.
pub(crate) fn hold(ledger: &Mutex<Ledger>) -> MutexGuard<'_, Ledger> {
    ledger.lock().unwrap_or_else(PoisonError::into_inner)
}

fn open(path: &Path) -> Result<Connection> {
    check_beside(path).map_err(|error| cannot("open", path, &error))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let opened = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(schema::BUSY)?;
        connection.pragma_query_value(None, "schema_version", |_| Ok(()))?;
        Ok(connection)
    };
    let connection = opened().map_err(|error| failed(&error, path))?;
    match schema::version(&connection).map_err(|error| failed(&error, path))? {
        schema::Version::Known | schema::Version::Empty => Ok(connection),
        schema::Version::Older(version) => {
            schema::bring_up(&connection, version, path)?;
            Ok(connection)
        }
        schema::Version::Newer(version) => Err(Error::new(
            ErrorKind::Storage,
            format!(
                "a newer sorakit wrote the ledger {}: it is of version {version}, and this one \
                 knows {}",
                path.display(),
                schema::VERSION
            ),
        )
        .with_field("ledger")
        .with_hint("Run the batch with that sorakit, or begin another one in another folder.")),
        schema::Version::Foreign => Err(not_a_ledger(path)),
    }
}

/// The time that a run of this process, which was cancelled, may take to let go of its ledger.
const OWN_PATIENCE: Duration = Duration::from_secs(2);

/// The process whose id is in a lock file.
fn holder(lock: &Path) -> Option<u32> {
    std::fs::read_to_string(lock).ok()?.trim().parse().ok()
}

/// The lock of whoever runs the batch, with the process's id for others to name it.
fn lock(ledger: &Path) -> Result<File> {
    let path = beside(ledger, ".lock");
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    let opened = open_own(&path, &mut options);
    let mut file = opened.map_err(|error| cannot("write", &path, &error))?;
    let until = Instant::now() + OWN_PATIENCE;
    let mut locked = file.try_lock();
    while matches!(locked, Err(TryLockError::WouldBlock))
        && holder(&path) == Some(std::process::id())
        && Instant::now() < until
    {
        std::thread::sleep(OWN_PATIENCE / 200);
        locked = file.try_lock();
    }
    match locked {
        Ok(()) => {
            let _ = file.set_len(0);
            let _ = write!(file, "{}", std::process::id());
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => {
            let holder = match holder(&path) {
                Some(id) => format!("the process {id}"),
                None => "another process".into(),
            };
            let what = format!("{holder} runs the batch of {}", ledger.display());
            let error = Error::new(ErrorKind::Storage, what).with_field("ledger");
            Err(error.with_hint("Wait for it, or take another folder."))
        }
        // A file system without locks does without.
        Err(TryLockError::Error(_)) => Ok(file),
    }
}

/// The word for what a request makes.
fn kind_name(kind: JobKind) -> &'static str {
    match kind {
        JobKind::Video => "video",
        JobKind::Image => "image",
    }
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Error {
    let what = format!("cannot {what} the ledger {}: {error}", path.display());
    let error = Error::new(ErrorKind::Storage, what).with_field("ledger");
    error.with_hint("Take a folder that can be written, or name another place for the ledger.")
}
