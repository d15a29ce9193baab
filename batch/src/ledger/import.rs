//! Taking an input over: all of its lines in one transaction, or none.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use sorakit::api::Timestamp;
use sorakit::{Error, Result};

use super::failure::failed;
use super::{Ledger, kind_name};
use crate::creation::Request;

/// An input that is taken over. Dropped without [`commit`](Self::commit), it leaves nothing.
pub struct Import<'a> {
    transaction: Transaction<'a>,
    path: &'a Path,
    batch: i64,
    now: Timestamp,
}

/// Where a request stands in its input.
pub struct Place {
    /// The line, from 1.
    pub line: i64,
    /// True to replace the file that is named, should it exist.
    pub overwrite: bool,
    /// True if the file that is named exists.
    pub exists: bool,
}

impl Ledger {
    /// Begins to take an input over, as the `batch`th.
    pub(crate) fn import(&mut self, batch: i64, now: Timestamp) -> Result<Import<'_>> {
        let path = &self.path;
        let begun = Transaction::new(&mut self.connection, TransactionBehavior::Immediate);
        Ok(Import {
            transaction: begun.map_err(|error| failed(&error, path))?,
            path,
            batch,
            now,
        })
    }
}

impl Import<'_> {
    /// Takes one request over: true if it is new, false if an earlier input named it.
    ///
    /// # Errors
    /// `invalid_input` for a `custom_id` or an `output` that another line has, and for an
    /// output that exists and is nobody's here.
    pub fn add(&mut self, request: &Request, place: &Place) -> Result<bool> {
        let content = request.creation.content()?;
        let custom_id = request.custom_id.as_deref().unwrap_or_default();
        let found = self.known(custom_id, &content)?;
        if let Some(output) = &request.output {
            self.check_output(output, found, place)?;
        }
        let added = match found {
            Some(id) => self.transaction.prepare_cached(
                "UPDATE requests SET batch = ?2, line = ?3, output = ?4, overwrite = ?5 WHERE id = ?1",
            )
            .and_then(|mut update| {
                update.execute(params![id, self.batch, place.line, request.output, place.overwrite])
            })
            .map(|_| false),
            None => {
                let written = request.creation.clone().in_this_folder().to_json()?.to_string();
                let kind = kind_name(request.creation.kind());
                self.transaction.prepare_cached(
                    "INSERT INTO requests (custom_id, content, occurrence, batch, line, kind, \
                     request, output, overwrite, state, added_at) VALUES (?1, ?2, \
                     (SELECT count(*) FROM requests WHERE custom_id = ?1 AND content = ?2), \
                     ?3, ?4, ?5, ?6, ?7, ?8, 'waiting', ?9)",
                )
                .and_then(|mut insert| {
                    insert.execute(params![
                        custom_id,
                        content,
                        self.batch,
                        place.line,
                        kind,
                        written,
                        request.output,
                        place.overwrite,
                        self.now.as_millis()
                    ])
                })
                .map(|_| true)
            }
        };
        added.map_err(|error| failed(&error, self.path))
    }

    /// The request of an earlier input that this one is: the first with the same content that
    /// this input has not named yet.
    fn known(&self, custom_id: &str, content: &str) -> Result<Option<i64>> {
        let wrong = |error| failed(&error, self.path);
        if !custom_id.is_empty() {
            let twin = "SELECT line FROM requests WHERE custom_id = ?1 AND batch = ?2";
            if let Some(line) =
                first(&self.transaction, twin, params![custom_id, self.batch]).map_err(wrong)?
            {
                let what = format!("is that of line {line} too: each line needs its own");
                return Err(Error::invalid("custom_id", what));
            }
        }
        let known = "SELECT id FROM requests WHERE custom_id = ?1 AND content = ?2 \
                     AND batch < ?3 ORDER BY occurrence LIMIT 1";
        first(
            &self.transaction,
            known,
            params![custom_id, content, self.batch],
        )
        .map_err(wrong)
    }

    fn check_output(&self, output: &str, found: Option<i64>, place: &Place) -> Result<()> {
        let wrong = |error| failed(&error, self.path);
        let id = found.unwrap_or(-1);
        let twin = "SELECT line FROM requests WHERE output = ?1 AND batch = ?2 AND id <> ?3";
        let twin = first(&self.transaction, twin, params![output, self.batch, id]);
        if let Some(line) = twin.map_err(wrong)? {
            let what = format!("is that of line {line} too: each line needs its own");
            return Err(Error::invalid("output", what));
        }
        // No file is another one's folder.
        let folders = Path::new(output).ancestors().skip(1);
        let folders: Vec<_> = folders
            .filter_map(Path::to_str)
            .filter(|it| !it.is_empty())
            .collect();
        for folder in folders {
            let file = "SELECT line FROM requests WHERE output = ?1 AND batch = ?2";
            let file = first(&self.transaction, file, params![folder, self.batch]);
            if let Some(line) = file.map_err(wrong)? {
                let what = format!("is in {folder}, which is the file of line {line}");
                return Err(Error::invalid("output", what));
            }
        }
        let below = "SELECT line FROM requests WHERE output > ?1 || '/' AND output < ?1 || '0' \
                     AND batch = ?2";
        let below = first(&self.transaction, below, params![output, self.batch]);
        if let Some(line) = below.map_err(wrong)? {
            let what = format!("is the folder of the file of line {line}");
            return Err(Error::invalid("output", what));
        }
        if !place.exists || place.overwrite {
            return Ok(());
        }
        let own = "SELECT id FROM requests WHERE id = ?1 AND file = ?2";
        match first(&self.transaction, own, params![id, output]).map_err(wrong)? {
            Some(_) => Ok(()),
            None => Err(Error::invalid("output", format!("{output} exists already"))),
        }
    }

    /// Keeps all that was added, durably when this returns.
    pub fn commit(self) -> Result<()> {
        let path = self.path;
        self.transaction
            .commit()
            .map_err(|error| failed(&error, path))
    }
}

fn first(
    connection: &Connection,
    select: &str,
    values: impl rusqlite::Params,
) -> rusqlite::Result<Option<i64>> {
    let mut statement = connection.prepare_cached(select)?;
    statement.query_row(values, |row| row.get(0)).optional()
}
