//! Where the batches are that were begun on this machine, for the ledger of its jobs.

use std::path::{Path, PathBuf};

use rusqlite::params;
use sorakit::Result;
use sorakit::api::Timestamp;

use super::Ledger;
use super::failure::failed;

impl Ledger {
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
}
