//! A ledger as two tables: results, and errors.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};
use sorakit::{Error, ErrorKind, Result};

use crate::ledger::{Ledger, Row, State};
use crate::lines::Format;

/// A table to write to.
pub struct Table<W: Write> {
    writer: Writer<W>,
}

enum Writer<W: Write> {
    Jsonl(W),
    Csv(Box<csv::Writer<W>>),
}

/// The number of lines of each table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exported {
    /// Requests that are done.
    pub results: u64,
    /// Requests that have failed or are unknown.
    pub errors: u64,
    /// Requests that are in neither table, since they are not ended.
    pub others: u64,
}

const COLUMNS: [&str; 13] = [
    "custom_id",
    "line",
    "kind",
    "state",
    "prompt",
    "job_id",
    "base_url",
    "files",
    "error_kind",
    "error",
    "attempts",
    "sent_at",
    "ended_at",
];

/// Writes the requests of a ledger that are done into one table, and those that have failed or
/// are unknown into another. Files are below `folder`.
///
/// # Errors
/// `storage` if the ledger cannot be read, or a table not be written.
pub fn export<W: Write>(
    ledger: &Ledger,
    folder: &Path,
    results: &mut Table<W>,
    errors: &mut Table<W>,
) -> Result<Exported> {
    let mut exported = Exported::default();
    ledger.rows(|row| match row.state {
        State::Done => {
            exported.results += 1;
            results.write(&row, folder)
        }
        State::Failed | State::Unknown => {
            exported.errors += 1;
            errors.write(&row, folder)
        }
        _ => {
            exported.others += 1;
            Ok(())
        }
    })?;
    results.flush()?;
    errors.flush()?;
    Ok(exported)
}

impl<W: Write> Table<W> {
    /// A table in this format.
    pub fn new(writer: W, format: Format) -> Self {
        let writer = match format {
            Format::Jsonl => Writer::Jsonl(writer),
            Format::Csv => {
                let mut writer = csv::Writer::from_writer(writer);
                // What cannot be written now cannot be flushed either.
                let _ = writer.write_record(COLUMNS);
                Writer::Csv(Box::new(writer))
            }
        };
        Self { writer }
    }

    fn write(&mut self, row: &Row, folder: &Path) -> Result<()> {
        let fields = fields(row, folder);
        let written = match &mut self.writer {
            Writer::Jsonl(writer) => {
                let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
                let line =
                    Value::Object(fields.map(|(name, value)| (name.into(), value)).collect());
                writeln!(writer, "{line}")
            }
            Writer::Csv(writer) => {
                let cells = fields.into_iter().map(|(_, value)| cell(value));
                writer.write_record(cells).map_err(std::io::Error::other)
            }
        };
        written.map_err(|error| failed(&error))
    }

    fn flush(&mut self) -> Result<()> {
        let flushed = match &mut self.writer {
            Writer::Jsonl(writer) => writer.flush(),
            Writer::Csv(writer) => writer.flush(),
        };
        flushed.map_err(|error| failed(&error))
    }
}

fn fields(row: &Row, folder: &Path) -> Vec<(&'static str, Value)> {
    let files: Vec<_> = row.files.iter().map(|file| folder.join(file)).collect();
    let files: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
    let files = match files.is_empty() {
        true => Value::Null,
        false => json!(files),
    };
    let error = row.error.as_ref();
    let values = [
        json!(row.custom_id),
        json!(row.line),
        json!(row.kind),
        json!(row.state),
        row.request["prompt"].clone(),
        json!(row.job_id),
        json!(row.base_url),
        files,
        json!(error.map(|error| error.kind)),
        json!(error.map(|error| &error.message)),
        json!(row.attempts),
        json!(row.sent_at.map(|at| at.to_string())),
        json!(row.ended_at.map(|at| at.to_string())),
    ];
    COLUMNS.into_iter().zip(values).collect()
}

/// A value as a spreadsheet shows it: several files are separated by spaces.
fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Array(items) => items.into_iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

fn failed(error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Storage, format!("cannot write a table: {error}"))
}
