//! Jobs that are begun one at a time, by any process of their user, as a ledger keeps them.

use std::path::{Path, PathBuf};

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};
use serde_json::Value;
use sorakit::api::Timestamp;
use sorakit::{Job, JobKind, Result};

use super::failure::failed;
use super::row::{COLUMNS, Row, State};
use super::{Ledger, kind_name};

/// The jobs that are kept; of more, those that ended first are forgotten.
const KEPT: i64 = if cfg!(test) { 50 } else { 10_000 };

/// A job that is about to be asked for, or that another list has.
#[derive(Debug, Clone)]
pub struct Single {
    /// A name that no other job has.
    pub key: String,
    /// A video or images.
    pub kind: JobKind,
    /// What is asked for.
    pub request: Value,
    /// The server.
    pub base_url: String,
    /// The time at which it is sent.
    pub sent_at: Timestamp,
    /// What the caller keeps with it.
    pub note: Value,
}

impl Ledger {
    /// Opens the ledger of jobs that are begun one at a time, and makes it if there is none. Any
    /// number of processes may have it; each step is one durable commit.
    ///
    /// # Errors
    /// `storage` as for [`read`](Self::read), or if it cannot be made.
    pub fn shared(path: impl AsRef<Path>) -> Result<Self> {
        Self::made(path.as_ref(), None)
    }

    /// Writes down that a job is about to be asked for, durably when this returns.
    ///
    /// # Errors
    /// `storage` if it cannot be written: then nothing is to be sent.
    pub fn intend(&mut self, job: &Single) -> Result<i64> {
        self.stay()?;
        let id = self.within(|transaction| {
            let mut forget = transaction.prepare_cached(
                "DELETE FROM requests WHERE id IN (SELECT id FROM requests \
                 WHERE state IN ('done', 'failed') ORDER BY id LIMIT max(0, \
                 (SELECT count(*) FROM requests) - ?1))",
            )?;
            forget.execute([KEPT - 1])?;
            insert(transaction, job, State::Sending, None)?;
            Ok(transaction.last_insert_rowid())
        })?;
        Ok(id)
    }

    /// The server has taken it, durably when this returns. An older job with the same id at the
    /// same server is forgotten.
    ///
    /// # Errors
    /// `storage` if it cannot be written.
    pub fn taken(&mut self, id: i64, job: &Job) -> Result<()> {
        self.begun(id, job)?;
        self.within(|transaction| {
            let twins = "DELETE FROM requests WHERE id <> ?1 AND job_id = ?2 AND base_url = \
                         (SELECT base_url FROM requests WHERE id = ?1)";
            transaction.execute(twins, params![id, job.id]).map(drop)
        })
    }

    /// Takes over the jobs of another list, with the state and the id of each. Those whose keys
    /// are known are left out.
    ///
    /// # Errors
    /// `storage` if it cannot be written.
    pub fn adopt(&mut self, jobs: &[(Single, State, Option<String>)]) -> Result<()> {
        self.within(|transaction| {
            for (job, state, job_id) in jobs {
                insert(transaction, job, *state, job_id.as_deref())?;
            }
            Ok(())
        })
    }

    /// Changes the state of a job, and what the caller keeps with it, while no other process
    /// does.
    ///
    /// # Errors
    /// `storage` if it cannot be written.
    pub fn amend(&mut self, id: i64, change: impl FnOnce(&mut Row)) -> Result<()> {
        self.within(|transaction| {
            let select = format!("SELECT {COLUMNS} FROM requests WHERE id = ?1");
            let found = transaction.query_row(&select, [id], Row::of).optional()?;
            let Some(mut row) = found else {
                return Ok(());
            };
            change(&mut row);
            let update = "UPDATE requests SET state = ?2, note = ?3 WHERE id = ?1";
            let values = params![id, row.state, row.note.to_string()];
            transaction.execute(update, values).map(drop)
        })
    }

    /// The newest job with this id at a server.
    ///
    /// # Errors
    /// `storage` if it cannot be read.
    pub fn job(&mut self, job_id: &str, base_url: &str) -> Result<Option<Row>> {
        let select = format!(
            "SELECT {COLUMNS} FROM requests WHERE job_id = ?1 AND base_url = ?2 \
             ORDER BY id DESC LIMIT 1"
        );
        self.row(&select, params![job_id, base_url])
    }

    /// Forgets a job.
    ///
    /// # Errors
    /// `storage` if it cannot be written.
    pub fn forget(&mut self, id: i64) -> Result<()> {
        self.within(|transaction| {
            let forget = "DELETE FROM requests WHERE id = ?1";
            transaction.execute(forget, [id]).map(drop)
        })
    }

    /// Notes where a batch is that this user has begun.
    ///
    /// # Errors
    /// `storage` if it cannot be written.
    pub fn note_batch(&mut self, ledger: &Path, folder: &Path, now: Timestamp) -> Result<()> {
        let (Some(ledger), Some(folder)) = (ledger.to_str(), folder.to_str()) else {
            return Ok(());
        };
        self.within(|transaction| {
            let note =
                "INSERT OR REPLACE INTO batches (ledger, folder, begun_at) VALUES (?1, ?2, ?3)";
            let values = params![ledger, folder, now.as_millis()];
            transaction.execute(note, values).map(drop)
        })
    }

    /// The batches that were noted, with the ledger and the folder of each.
    ///
    /// # Errors
    /// `storage` if it cannot be read.
    pub fn batches(&self) -> Result<Vec<(PathBuf, PathBuf)>> {
        let found = || {
            let select = "SELECT ledger, folder FROM batches ORDER BY begun_at";
            let mut statement = self.connection.prepare_cached(select)?;
            let batches = statement.query_map([], |row| {
                let path = |at| Ok::<_, rusqlite::Error>(row.get::<_, String>(at)?.into());
                Ok((path(0)?, path(1)?))
            })?;
            batches.collect::<rusqlite::Result<Vec<_>>>()
        };
        found().map_err(|error| failed(&error, &self.path))
    }

    /// Forgets where a batch is; its own ledger stays.
    ///
    /// # Errors
    /// `storage` if it cannot be written.
    pub fn forget_batch(&mut self, ledger: &Path) -> Result<()> {
        let ledger = ledger.to_string_lossy().into_owned();
        self.within(|transaction| {
            let forget = "DELETE FROM batches WHERE ledger = ?1";
            transaction.execute(forget, [ledger]).map(drop)
        })
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
}

fn insert(
    transaction: &Transaction<'_>,
    job: &Single,
    state: State,
    job_id: Option<&str>,
) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT OR IGNORE INTO requests (custom_id, content, occurrence, batch, line, kind, \
         request, overwrite, state, base_url, job_id, attempts, added_at, sent_at, note) \
         VALUES ('', ?1, 0, 0, 0, ?2, ?3, 0, ?4, ?5, ?6, 1, ?7, ?7, ?8)",
    )?;
    insert
        .execute(params![
            job.key,
            kind_name(job.kind),
            job.request.to_string(),
            state,
            job.base_url,
            job_id,
            job.sent_at.as_millis(),
            job.note.to_string()
        ])
        .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use sorakit::Dialect;

    fn single(key: &str) -> Single {
        Single {
            key: key.into(),
            kind: JobKind::Video,
            request: json!({"prompt": "a cat"}),
            base_url: "http://127.0.0.1:1".into(),
            sent_at: Timestamp::from_secs(1000),
            note: json!({"progress": 0}),
        }
    }

    fn rows(ledger: &Ledger) -> Vec<Row> {
        let mut rows = Vec::new();
        ledger
            .rows(|row| {
                rows.push(row);
                Ok(())
            })
            .unwrap();
        rows
    }

    #[test]
    fn a_job_goes_from_what_is_intended_to_what_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let mut ledger = Ledger::shared(&path).unwrap();
        let lost = ledger.intend(&single("lost")).unwrap();
        let id = ledger.intend(&single("one")).unwrap();
        ledger
            .taken(id, &Job::new("job-1", Dialect::Sora, JobKind::Video))
            .unwrap();
        // Another process sees it, and changes it.
        let mut other = Ledger::shared(&path).unwrap();
        other
            .amend(id, |row| {
                row.state = State::Done;
                row.note["progress"] = 100.into();
            })
            .unwrap();
        let rows = rows(&ledger);
        assert_eq!((rows[0].id, rows[0].state), (lost, State::Sending));
        assert_eq!(rows[1].job_id.as_deref(), Some("job-1"));
        assert_eq!(
            (rows[1].state, &rows[1].note["progress"]),
            (State::Done, &json!(100))
        );
        other.forget(id).unwrap();
        assert_eq!(self::rows(&ledger).len(), 1);
    }

    #[test]
    fn what_another_list_has_is_taken_over_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::shared(folder.path().join("jobs.db")).unwrap();
        let jobs = [(single("old"), State::Running, Some("job-1".to_owned()))];
        ledger.adopt(&jobs).unwrap();
        ledger.adopt(&jobs).unwrap();
        let rows = rows(&ledger);
        assert_eq!((rows.len(), rows[0].state), (1, State::Running));
    }

    #[test]
    fn the_oldest_that_have_ended_are_forgotten_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::shared(folder.path().join("jobs.db")).unwrap();
        let state = |n: i64| match n % 2 {
            0 => State::Done,
            _ => State::Running,
        };
        let old = (0..KEPT + 3).map(|n| (single(&n.to_string()), state(n), Some(n.to_string())));
        ledger.adopt(&old.collect::<Vec<_>>()).unwrap();
        ledger.intend(&single("new")).unwrap();
        let rows = rows(&ledger);
        assert_eq!(rows.len() as i64, KEPT);
        let first = rows.iter().take(4).map(|row| row.job_id.as_deref());
        assert_eq!(
            first.collect::<Vec<_>>(),
            [Some("1"), Some("3"), Some("5"), Some("7")]
        );
    }

    #[test]
    fn threads_do_not_lose_each_others_jobs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let path = &path;
                scope.spawn(move || {
                    let mut ledger = Ledger::shared(path).unwrap();
                    for n in 0..10 {
                        ledger.intend(&single(&format!("{thread}-{n}"))).unwrap();
                    }
                });
            }
        });
        assert_eq!(rows(&Ledger::shared(&path).unwrap()).len(), 40);
    }

    #[cfg(unix)]
    #[test]
    fn a_ledger_that_is_removed_is_put_back_before_the_next_request_is_sent() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let mut ledger = Ledger::shared(&path).unwrap();
        ledger.intend(&single("one")).unwrap();
        for name in ["jobs.db", "jobs.db-wal", "jobs.db-shm"] {
            std::fs::remove_file(folder.path().join(name)).unwrap();
        }
        ledger.intend(&single("two")).unwrap();
        assert_eq!(rows(&Ledger::read(&path).unwrap()).len(), 2);
        // One that somebody else has put there is not this one.
        for name in ["jobs.db", "jobs.db-wal", "jobs.db-shm"] {
            let _ = std::fs::remove_file(folder.path().join(name));
        }
        drop(Ledger::shared(&path).unwrap());
        assert!(ledger.intend(&single("three")).is_err());
        // Without its folder it cannot be put back, and may be later.
        let mut ledger = Ledger::shared(&path).unwrap();
        std::fs::rename(folder.path(), folder.path().with_extension("moved")).unwrap();
        assert!(ledger.intend(&single("four")).unwrap_err().retryable());
        std::fs::rename(folder.path().with_extension("moved"), folder.path()).unwrap();
        ledger.intend(&single("four")).unwrap();
    }

    #[test]
    fn a_commit_waits_while_another_process_holds_the_ledger() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let mut ledger = Ledger::shared(&path).unwrap();
        let other = rusqlite::Connection::open(&path).unwrap();
        other.execute_batch("BEGIN EXCLUSIVE").unwrap();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                std::thread::sleep(std::time::Duration::from_millis(200));
                other.execute_batch("COMMIT").unwrap();
            });
            ledger.intend(&single("one")).unwrap();
        });
        // Whoever waits in vain is told that it may pass.
        let other = rusqlite::Connection::open(&path).unwrap();
        other.execute_batch("BEGIN EXCLUSIVE").unwrap();
        ledger
            .connection
            .busy_timeout(std::time::Duration::from_millis(50))
            .unwrap();
        assert!(ledger.intend(&single("two")).unwrap_err().retryable());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_ones_own_is_left_alone() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        for name in ["jobs.db", "jobs.db-wal", "jobs.db-shm"] {
            std::fs::write(&victim, "").unwrap();
            let link = folder.path().join(name);
            symlink(&victim, &link).unwrap();
            let refused = Ledger::shared(folder.path().join("jobs.db"));
            assert!(refused.is_err(), "{name}");
            assert_eq!(std::fs::read(&victim).unwrap(), b"", "{name}");
            std::fs::remove_file(&link).unwrap();
            let _ = std::fs::remove_file(folder.path().join("jobs.db"));
        }
        let path = folder.path().join("jobs.db");
        drop(Ledger::shared(&path).unwrap());
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o666)).unwrap();
        let error = Ledger::shared(&path).err().unwrap();
        assert!(error.reason().contains("other users"), "{error}");
    }
}
