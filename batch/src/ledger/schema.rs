//! The table of requests, and which version wrote it.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode};
use sorakit::Result;

use super::BUSY;
use super::failure::failed;

/// The version of the table that this code writes.
pub const VERSION: i64 = 2;

/// Marks a SQLite file as a ledger: the letters `SKBL`.
const APPLICATION: i64 = 0x534b_424c;

/// Times are in milliseconds since 1970. `batch` is the number of the input that last named the
/// request, and `line` its place there.
const TABLE: &str = "
    CREATE TABLE requests (
        id INTEGER PRIMARY KEY,
        custom_id TEXT NOT NULL,
        content TEXT NOT NULL,
        occurrence INTEGER NOT NULL,
        batch INTEGER NOT NULL,
        line INTEGER NOT NULL,
        kind TEXT NOT NULL,
        request TEXT NOT NULL,
        output TEXT,
        overwrite INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('waiting', 'sending', 'running', 'downloading', 'done', 'failed', 'unknown')),
        connection TEXT NOT NULL DEFAULT '',
        base_url TEXT,
        job_id TEXT,
        job TEXT,
        file TEXT,
        files TEXT,
        error TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        added_at INTEGER NOT NULL,
        sent_at INTEGER,
        ended_at INTEGER,
        note TEXT,
        UNIQUE (custom_id, content, occurrence)
    ) STRICT;
    CREATE INDEX requests_by_state ON requests (state, batch, id);
    CREATE INDEX requests_by_content ON requests (content, custom_id, batch);
    CREATE INDEX requests_by_output ON requests (output) WHERE output IS NOT NULL;
    CREATE INDEX requests_by_file ON requests (file) WHERE file IS NOT NULL;
    CREATE INDEX requests_by_sending ON requests (base_url, sent_at) WHERE job_id IS NOT NULL;
";

/// Where the batches are that were begun on this machine, for the ledger of its jobs.
const BATCHES: &str = "
    CREATE TABLE batches (
        ledger TEXT PRIMARY KEY,
        folder TEXT NOT NULL,
        begun_at INTEGER NOT NULL
    ) STRICT;
";

/// What wrote a file.
pub enum Version {
    /// Nothing yet.
    Empty,
    /// An earlier version.
    Older(i64),
    /// This version.
    Known,
    /// A later one.
    Newer(i64),
    /// Another program.
    Foreign,
}

/// Which version wrote a file.
pub fn version(connection: &Connection) -> rusqlite::Result<Version> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (pragma("application_id")?, pragma("user_version")?) {
        (0, 0) if tables == 0 => Version::Empty,
        (APPLICATION, VERSION) => Version::Known,
        (APPLICATION, version @ 1..VERSION) => Version::Older(version),
        (APPLICATION, version) if version > VERSION => Version::Newer(version),
        _ => Version::Foreign,
    })
}

/// Makes the table where there is none, and sets how commits are written.
pub fn make(connection: &Connection, path: &Path) -> Result<()> {
    let made = || {
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.execute_batch("BEGIN IMMEDIATE")?;
        // Another process may have been faster.
        if let Version::Empty = version(connection)? {
            connection.execute_batch(&format!(
                "{TABLE} {BATCHES} PRAGMA application_id = {APPLICATION}; \
                 PRAGMA user_version = {VERSION};"
            ))?;
        }
        connection.execute_batch("COMMIT")
    };
    let began = Instant::now();
    loop {
        match made() {
            // Where two make it at once, SQLite lets neither wait for the other.
            Err(error) if is_busy(&error) && began.elapsed() < BUSY => {
                if !connection.is_autocommit() {
                    let _ = connection.execute_batch("ROLLBACK");
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            made => return made.map_err(|error| failed(&error, path)),
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

/// Brings the table of an earlier version to this one.
pub fn bring_up(connection: &Connection, version: i64, path: &Path) -> Result<()> {
    let brought = || {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        // Another process may have been faster.
        if connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?
            == version
        {
            connection.execute_batch(&format!(
                "ALTER TABLE requests ADD COLUMN note TEXT; {BATCHES} \
                 PRAGMA user_version = {VERSION};"
            ))?;
        }
        connection.execute_batch("COMMIT")
    };
    brought().map_err(|error| failed(&error, path))
}
