//! The table of requests, and which version wrote it.

use std::path::Path;

use rusqlite::Connection;
use sorakit::Result;

use super::failure::failed;

/// The version of the table that this code writes.
pub const VERSION: i64 = 1;

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
        UNIQUE (custom_id, content, occurrence)
    ) STRICT;
    CREATE INDEX requests_by_state ON requests (state, batch, id);
    CREATE INDEX requests_by_content ON requests (content, custom_id, batch);
    CREATE INDEX requests_by_output ON requests (output) WHERE output IS NOT NULL;
    CREATE INDEX requests_by_file ON requests (file) WHERE file IS NOT NULL;
    CREATE INDEX requests_by_sending ON requests (base_url, sent_at) WHERE job_id IS NOT NULL;
";

/// What wrote a file.
pub enum Version {
    /// Nothing yet.
    Empty,
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
        (APPLICATION, version) if version > VERSION => Version::Newer(version),
        _ => Version::Foreign,
    })
}

/// Makes the table where there is none, and sets how commits are written.
pub fn make(connection: &Connection, path: &Path) -> Result<()> {
    let made = || {
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        if let Version::Empty = version(connection)? {
            connection.execute_batch(&format!(
                "BEGIN IMMEDIATE; {TABLE} PRAGMA application_id = {APPLICATION}; \
                 PRAGMA user_version = {VERSION}; COMMIT;"
            ))?;
        }
        Ok(())
    };
    made().map_err(|error| failed(&error, path))
}
