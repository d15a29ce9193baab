//! The steps of a request from state to state. Each is one durable commit, and none is taken
//! from a state that it does not follow.

use rusqlite::{Params, params};
use serde_json::json;
use sorakit::api::Timestamp;
use sorakit::{Error, ErrorKind, Job, JobKind, Result};

use super::Ledger;
use super::failure::failed;
use super::row::{COLUMNS, Row};

/// The time around a request within which its job is looked for, in milliseconds: jobs of
/// requests that were sent then are known not to be it.
const AROUND: i64 = 3600 * 1000;

/// The longest job that is kept whole, in bytes: it may hold an image.
const LONGEST_JOB: usize = 16 << 20;

impl Ledger {
    /// Takes the first request that waits, to send it over a connection. Committed before the
    /// request leaves.
    pub(crate) fn claim(
        &mut self,
        batch: i64,
        (connection, base_url): (&str, &str),
        now: Timestamp,
    ) -> Result<Option<Row>> {
        self.stay()?;
        let claim = format!(
            "UPDATE requests SET state = 'sending', attempts = attempts + 1, connection = ?2, \
             base_url = ?3, sent_at = ?4, job_id = NULL, job = NULL, error = NULL, ended_at = NULL \
             WHERE id = (SELECT id FROM requests WHERE state = 'waiting' AND batch = ?1 \
             ORDER BY id LIMIT 1) RETURNING {COLUMNS}"
        );
        self.row(
            &claim,
            params![batch, connection, base_url, now.as_millis()],
        )
    }

    /// The server has taken it.
    pub(crate) fn begun(&mut self, id: i64, job: &Job) -> Result<()> {
        // What is answered with the finished work is at no server to be asked for again, and
        // neither is what lives in a stream.
        let is_needed = job.is_ended() || !job.resumable || job.kind == JobKind::Image;
        let whole = is_needed.then(|| serde_json::to_string(job).ok()).flatten();
        let whole = whole.filter(|job| job.len() <= LONGEST_JOB);
        let step = "UPDATE requests SET state = 'running', job_id = ?2, job = ?3, error = NULL \
                    WHERE id = ?1 AND state IN ('sending', 'unknown', 'running')";
        self.step(step, params![id, job.id, whole])
    }

    /// The server has not taken it: it waits again.
    pub(crate) fn returned(&mut self, id: i64) -> Result<()> {
        let step = "UPDATE requests SET state = 'waiting', attempts = attempts - 1, \
                    sent_at = NULL, base_url = NULL WHERE id = ?1 AND state = 'sending'";
        self.step(step, params![id])
    }

    /// It was sent, and nothing says what became of it; or its job cannot be found.
    pub(crate) fn unknown(&mut self, id: i64, error: &Error) -> Result<()> {
        let step = "UPDATE requests SET state = 'unknown', error = ?2 WHERE id = ?1 \
                    AND state IN ('sending', 'running', 'downloading', 'unknown')";
        self.step(step, params![id, report(error)])
    }

    /// It was refused, or has ended without a result.
    pub(crate) fn failed(&mut self, id: i64, error: &Error, now: Timestamp) -> Result<()> {
        let step = "UPDATE requests SET state = 'failed', error = ?2, ended_at = ?3, job = NULL \
                    WHERE id = ?1 AND state NOT IN ('waiting', 'done')";
        self.step(step, params![id, report(error), now.as_millis()])
    }

    /// It is made, and goes to this file.
    pub(crate) fn downloading(&mut self, id: i64, file: &str) -> Result<()> {
        let step = "UPDATE requests SET state = 'downloading', file = ?2 WHERE id = ?1 \
                    AND state IN ('running', 'downloading', 'unknown')";
        self.step(step, params![id, file])
    }

    /// Its files are in their places.
    pub(crate) fn done(&mut self, id: i64, files: &[String], now: Timestamp) -> Result<()> {
        let step = "UPDATE requests SET state = 'done', files = ?2, ended_at = ?3, job = NULL, \
                    error = NULL WHERE id = ?1 AND state IN ('downloading', 'done')";
        self.step(step, params![id, json!(files).to_string(), now.as_millis()])
    }

    /// Why it stands where it stands.
    pub(crate) fn note(&mut self, id: i64, error: &Error) -> Result<()> {
        let step = "UPDATE requests SET error = ?2 WHERE id = ?1";
        self.step(step, params![id, report(error)])
    }

    /// What a process that ended in mid-request had sent is unknown.
    pub(crate) fn recover(&mut self) -> Result<()> {
        let what = "the process ended before the server had answered";
        let error = Error::new(ErrorKind::OutcomeUnknown, what);
        let recover = "UPDATE requests SET state = 'unknown', error = ?1 WHERE state = 'sending'";
        self.change(recover, params![report(&error)]).map(drop)
    }

    /// Sends an unknown one again, because that was asked for.
    pub(crate) fn resend(&mut self, id: i64, batch: i64) -> Result<bool> {
        let resend = "UPDATE requests SET state = 'waiting', job_id = NULL, job = NULL \
                      WHERE id = ?1 AND batch = ?2 AND state = 'unknown'";
        Ok(self.change(resend, params![id, batch])? > 0)
    }

    /// Lets what has failed wait again, of the newest input.
    pub(crate) fn retry_failed(&mut self, batch: i64) -> Result<u64> {
        let retry = "UPDATE requests SET state = 'waiting' WHERE state = 'failed' AND batch = ?1";
        self.change(retry, params![batch]).map(|count| count as u64)
    }

    /// The next request at a server, after the one with this id.
    pub(crate) fn next_begun(&mut self, after: i64) -> Result<Option<Row>> {
        let next = format!(
            "SELECT {COLUMNS} FROM requests WHERE id > ?1 AND (state IN ('running', 'downloading') \
             OR (state = 'unknown' AND job_id IS NOT NULL)) ORDER BY id LIMIT 1"
        );
        self.row(&next, params![after])
    }

    /// The next request of which it is unknown whether it was taken, after the one with this id.
    pub(crate) fn next_unknown(&mut self, after: i64) -> Result<Option<Row>> {
        let next = format!(
            "SELECT {COLUMNS} FROM requests WHERE id > ?1 AND state = 'unknown' \
             AND job_id IS NULL ORDER BY id LIMIT 1"
        );
        self.row(&next, params![after])
    }

    /// The jobs at a server of requests that were sent at about this time.
    pub(crate) fn jobs_around(&self, base_url: &str, at: Timestamp) -> Result<Vec<String>> {
        let found = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT job_id FROM requests WHERE job_id IS NOT NULL AND base_url = ?1 \
                 AND sent_at BETWEEN ?2 AND ?3",
            )?;
            let (from, to) = (at.as_millis() - AROUND, at.as_millis() + AROUND);
            let jobs = statement.query_map(params![base_url, from, to], |row| row.get(0))?;
            jobs.collect::<rusqlite::Result<Vec<String>>>()
        };
        found().map_err(|error| failed(&error, &self.path))
    }

    pub(super) fn row(&mut self, select: &str, values: impl Params) -> Result<Option<Row>> {
        let found = || {
            let mut statement = self.connection.prepare_cached(select)?;
            let mut rows = statement.query(values)?;
            let row = rows.next()?.map(Row::of).transpose()?;
            // At the end it is committed, or says that it is not.
            while rows.next()?.is_some() {}
            Ok(row)
        };
        found().map_err(|error| failed(&error, &self.path))
    }

    fn change(&mut self, change: &str, values: impl Params) -> Result<usize> {
        let changed = self
            .connection
            .prepare_cached(change)
            .and_then(|mut statement| statement.execute(values));
        changed.map_err(|error| failed(&error, &self.path))
    }

    /// Takes a step of one request, which has to follow its state.
    fn step(&mut self, step: &str, values: impl Params) -> Result<()> {
        match self.change(step, values)? {
            1 => Ok(()),
            _ => Err(Error::new(
                ErrorKind::Storage,
                format!(
                    "another program has changed the ledger {}",
                    self.path.display()
                ),
            )
            .with_field("ledger")),
        }
    }
}

fn report(error: &Error) -> String {
    serde_json::to_string(&error.report()).unwrap_or_default()
}
