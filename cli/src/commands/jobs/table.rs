//! Jobs as a table.

use std::path::Path;

use sorakit::JobStatus;
use sorakit::text::shown_within;
use sorakit_batch::Counts;

use crate::journal::Entry;
use crate::paths::quoted;

/// The words of a status.
pub const STATUSES: [&str; 7] = [
    "queued",
    "running",
    "succeeded",
    "downloaded",
    "failed",
    "cancelled",
    "unknown",
];

/// Jobs with a line each, below the names of the columns.
pub fn table(entries: &[Entry]) -> String {
    let ids: Vec<_> = entries.iter().map(id).collect();
    let width = ids.iter().map(|id| id.chars().count()).max();
    let width = width.unwrap_or_default().max(2);
    let mut text = format!(
        "{:<width$}  {:<10} {:>5}  {:<20}  {:<8}  PROMPT\n",
        "ID", "STATUS", "DONE", "BEGUN", "DIALECT"
    );
    for (entry, id) in entries.iter().zip(ids) {
        let created = entry.created_at.map(|at| at.to_string());
        text.push_str(&format!(
            "{id:<width$}  {:<10} {:>3.0} %  {:<20}  {:<8}  {}\n",
            status(entry),
            entry.progress,
            created.unwrap_or_default(),
            entry.dialect,
            shown_within(&entry.prompt, 40),
        ));
    }
    if entries.iter().any(Entry::is_open) {
        text.push_str(
            "unknown: the server's answer never came. Look at the account's jobs or usage before \
             you send it again.\n",
        );
    }
    text
}

/// How a batch stands, in a line.
pub fn batch(folder: &Path, counts: &Counts) -> String {
    let folder = quoted(folder);
    let mut text = format!("batch {folder}: {} of {} done", counts.done, counts.total());
    for (count, word) in [
        (counts.running + counts.downloading, "running"),
        (counts.failed, "failed"),
        (counts.unknown + counts.sending, "unknown"),
    ] {
        if count > 0 {
            text.push_str(&format!(", {count} {word}"));
        }
    }
    text.push_str(&format!("; `sorakit batch status {folder}` says more\n"));
    text
}

fn id(entry: &Entry) -> String {
    match entry.is_open() {
        true => "-".into(),
        false => shown_within(&entry.id, 1000),
    }
}

/// The status in one of [`STATUSES`].
pub fn status(entry: &Entry) -> &'static str {
    match entry.status {
        _ if entry.is_open() => "unknown",
        JobStatus::Succeeded if entry.downloaded => "downloaded",
        status => status_word(status),
    }
}

/// A status in words of ours.
pub fn status_word(status: JobStatus) -> &'static str {
    match status {
        JobStatus::Queued => "queued",
        JobStatus::Running => "running",
        JobStatus::Succeeded => "succeeded",
        JobStatus::Failed => "failed",
        JobStatus::Cancelled => "cancelled",
    }
}
