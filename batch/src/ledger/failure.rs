//! What SQLite says, as an error for people.

use std::path::Path;

use rusqlite::ErrorCode;
use sorakit::{Error, ErrorKind};

/// A failure of the ledger. It is `retryable` if it may pass: another process commits, or the
/// disk is full or away.
pub fn failed(error: &rusqlite::Error, path: &Path) -> Error {
    let code = error.sqlite_error_code();
    if code == Some(ErrorCode::NotADatabase) {
        return not_a_ledger(path);
    }
    let passes = matches!(
        code,
        Some(
            ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
        )
    );
    let what = format!("the ledger {}: {error}", path.display());
    let failure = Error::new(ErrorKind::Storage, what)
        .with_field("ledger")
        .with_retryable(passes);
    match code {
        Some(ErrorCode::DatabaseCorrupt) => failure.with_hint(
            "The file is damaged. `sqlite3 FILE .recover` writes out what is left of it.",
        ),
        Some(ErrorCode::DiskFull) => {
            failure.with_hint("Make room on the disk, and run the same command again.")
        }
        _ => failure,
    }
}

/// The error of a file that is something else.
pub fn not_a_ledger(path: &Path) -> Error {
    let what = format!("{} is no ledger of a batch", path.display());
    let error = Error::new(ErrorKind::Storage, what).with_field("ledger");
    error.with_hint("Move it away, or name another place for the ledger.")
}
