//! The journal: every request a simulator received, for tests to assert on.

use std::collections::VecDeque;

use serde::Serialize;
use sha2::{Digest, Sha256};

/// Bodies up to this many bytes are kept as they are; of longer ones and of
/// those that are not text the size and digest remain.
const KEPT_BODY: usize = 64 * 1024;
/// The oldest entries give way beyond this number…
const KEPT_ENTRIES: usize = 50_000;
/// …and beyond this many bytes of text.
const KEPT_BYTES: usize = 128 * 1024 * 1024;

/// One request and what the simulator made of it.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// Position in the journal, from 0; it keeps counting when old entries go.
    pub index: u64,
    /// Simulated time of arrival, RFC 3339.
    pub at: String,
    /// Which listener received it: `api`, a dialect's name, or `cdn`.
    pub origin: String,
    /// Number of the connection it came over, from 0.
    pub connection: u64,
    /// HTTP method.
    pub method: String,
    /// Path without the query, as received.
    pub path: String,
    /// Query without the question mark, as received.
    pub query: String,
    /// Header names (lower case) and values, in order of arrival.
    pub headers: Vec<(String, String)>,
    /// The body, if it is text of at most 64 KiB.
    pub body: Option<String>,
    /// Size of the body in bytes.
    pub body_size: usize,
    /// SHA-256 of the body in hexadecimal.
    pub body_sha256: String,
    /// Name of the operation, such as `sora.videos.create`, if one matched.
    pub operation: Option<String>,
    /// Account that was authenticated.
    pub account: Option<String>,
    /// Jobs that the request made.
    pub jobs: Vec<String>,
    /// Kind of the fault that was played, if any.
    pub fault: Option<String>,
    /// Status of the answer; `None` if the connection was reset before one.
    pub status: Option<u16>,
}

impl Entry {
    /// The first value of the header `name` (any case).
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        self.headers
            .iter()
            .find(found)
            .map(|(_, value)| value.as_str())
    }

    /// The body read as JSON, if it is JSON.
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_str(self.body.as_deref()?).ok()
    }

    /// Fills in the three fields that describe `body`.
    pub(crate) fn describe_body(&mut self, body: &[u8]) {
        self.body_size = body.len();
        self.body_sha256 = Sha256::digest(body)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        if body.len() <= KEPT_BODY {
            self.body = std::str::from_utf8(body).ok().map(str::to_owned);
        }
    }
}

/// The entries in order of arrival; the last 50,000 are kept.
#[derive(Debug, Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    next: u64,
    bytes: usize,
}

impl Journal {
    /// Appends `entry` and returns the index it was given.
    pub(crate) fn append(&mut self, mut entry: Entry) -> u64 {
        let index = self.next;
        entry.index = index;
        self.next += 1;
        self.bytes += kept_bytes(&entry);
        self.entries.push_back(entry);
        while self.entries.len() > KEPT_ENTRIES || self.bytes > KEPT_BYTES {
            let oldest = self.entries.pop_front();
            self.bytes -= oldest.as_ref().map_or(0, kept_bytes);
        }
        index
    }

    /// The entry with `index`, to complete it.
    pub(crate) fn entry_mut(&mut self, index: u64) -> Option<&mut Entry> {
        let first = self.entries.front()?.index;
        let position = index.checked_sub(first)?;
        self.entries.get_mut(usize::try_from(position).ok()?)
    }

    /// Every entry that is kept.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Forgets the entries; indices go on.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.bytes = 0;
    }
}

fn kept_bytes(entry: &Entry) -> usize {
    let headers = entry.headers.iter();
    let headers: usize = headers.map(|(name, value)| name.len() + value.len()).sum();
    let body = entry.body.as_ref().map_or(0, String::len);
    entry.path.len() + entry.query.len() + headers + body
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: String, header: String) -> Entry {
        Entry {
            index: 0,
            at: String::new(),
            origin: "api".into(),
            connection: 0,
            method: "GET".into(),
            path,
            query: String::new(),
            headers: vec![("x".into(), header)],
            body: None,
            body_size: 0,
            body_sha256: String::new(),
            operation: None,
            account: None,
            jobs: Vec::new(),
            fault: None,
            status: None,
        }
    }

    #[test]
    fn it_is_bounded_whatever_part_of_a_request_is_long() {
        for long in [
            |text: String| entry(text, String::new()),
            |text: String| entry(String::new(), text),
        ] {
            let mut journal = Journal::default();
            for _ in 0..200 {
                journal.append(long("a".repeat(1024 * 1024)));
            }
            let kept: usize = journal.entries().map(kept_bytes).sum();
            assert!(kept <= KEPT_BYTES && kept > KEPT_BYTES / 2, "{kept}");
            assert_eq!(journal.entries().last().unwrap().index, 199);
        }
    }
}
