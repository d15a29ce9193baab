//! The forms of files of requests, and of tables.

/// The form of a file of requests, or of a table of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A JSON object a line.
    Jsonl,
    /// Comma-separated values, with the names of the columns in the first line.
    Csv,
}
