//! What the gateway notes of requests.

use std::collections::VecDeque;

use jiff::Timestamp;
use serde_json::Value;

/// Entries that are kept.
const KEPT: usize = 10_000;

/// One thing that the gateway did.
#[derive(Debug, Clone)]
pub struct Entry {
    pub(super) id: u64,
    pub(super) at: Timestamp,
    pub(super) token_id: Option<u64>,
    pub(super) operation: &'static str,
    pub(super) status_code: u16,
    pub(super) request: String,
    /// The job that came of it, or why there is none.
    pub(super) outcome: Result<String, String>,
}

/// The log, and errors that led to no job.
#[derive(Debug, Default)]
pub struct Log {
    pub(super) entries: VecDeque<Entry>,
    last_id: u64,
    pub(super) errors: Vec<Timestamp>,
}

impl Log {
    /// Notes what came of a request.
    pub fn note(
        &mut self,
        at: Timestamp,
        token_id: Option<u64>,
        operation: &'static str,
        request: &Value,
        outcome: Result<String, (u16, String)>,
    ) {
        self.last_id += 1;
        if outcome.is_err() {
            self.errors.push(at);
        }
        if self.entries.len() == KEPT {
            self.entries.pop_front();
        }
        self.entries.push_back(Entry {
            id: self.last_id,
            at,
            token_id,
            operation,
            status_code: outcome.as_ref().map_or_else(|(status, _)| *status, |_| 200),
            request: request.to_string(),
            outcome: outcome.map_err(|(_, message)| message),
        });
    }

    /// Forgets the entries; the numbers stay.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}
