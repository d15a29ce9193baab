//! Comma-separated values with the names of the columns in the first line.

use std::io::BufRead;

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};
use serde_json::{Map, Value};
use sorakit::text::{nearest, shown};
use sorakit::{Error, ImageRequest, Result, VideoRequest};

use super::object::NAMES;
use super::text::unreadable;

/// Columns whose cells are text, even one that looks like a number.
const TEXT: [&str; 14] = [
    "prompt",
    "negative_prompt",
    "aspect_ratio",
    "last_frame",
    "model",
    "size",
    "style",
    "title",
    "remix",
    "audio_caption",
    "audio_transcript",
    "video_caption",
    "character_url",
    "character_from_task",
];

/// Columns whose cells hold one thing, or a JSON list of several.
const LISTS: [&str; 4] = [
    "references",
    "characters",
    "video_references",
    "audio_references",
];

/// The records of a table, each as an object.
pub struct TableLines {
    reader: Reader<Box<dyn BufRead + Send>>,
    columns: Vec<String>,
    record: StringRecord,
}

impl TableLines {
    /// Reads the names of the columns. `extra.seed` is the field `seed` of `extra`.
    pub fn new(reader: Box<dyn BufRead + Send>) -> Result<Self> {
        let mut reader = ReaderBuilder::new().from_reader(reader);
        let header = reader.headers().map_err(|error| wrong(&error))?;
        let columns: Vec<String> = header
            .iter()
            .map(|name| name.trim_start_matches('\u{feff}').trim().to_owned())
            .collect();
        let known = known();
        for column in &columns {
            let first = column.split('.').next().unwrap_or_default();
            if known.iter().any(|name| name == first) {
                continue;
            }
            let what = match nearest(first, known.iter().map(String::as_str)) {
                Some(name) => format!("there is no such column; `{name}` is meant"),
                None => format!("there is no such column; there are {}", known.join(", ")),
            };
            return Err(Error::invalid(shown(column), what));
        }
        Ok(Self {
            reader,
            columns,
            record: StringRecord::new(),
        })
    }

    /// The next record, with the number of its first line.
    pub fn next(&mut self) -> Option<(u64, Result<Value>)> {
        let line = self.reader.position().line();
        match self.reader.read_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => {
                let line = self.record.position().map_or(line, csv::Position::line);
                Some((line, self.object()))
            }
            Err(error) => {
                let line = error.position().map_or(line, csv::Position::line);
                Some((line, Err(wrong(&error))))
            }
        }
    }

    fn object(&self) -> Result<Value> {
        let mut fields = Map::new();
        for (column, cell) in self.columns.iter().zip(&self.record) {
            if cell.trim().is_empty() {
                continue;
            }
            let value = value(column, cell);
            match column.split_once('.') {
                None => {
                    fields.insert(column.clone(), value);
                }
                Some((outer, inner)) => {
                    let outer = fields
                        .entry(outer.to_owned())
                        .or_insert_with(|| Value::Object(Map::new()));
                    if let Value::Object(outer) = outer {
                        outer.insert(inner.to_owned(), value);
                    }
                }
            }
        }
        Ok(Value::Object(fields))
    }
}

/// The value of a cell.
fn value(column: &str, cell: &str) -> Value {
    let text = || Value::from(cell);
    if TEXT.contains(&column) || NAMES.contains(&column) {
        return text();
    }
    let read = serde_json::from_str(cell.trim()).ok();
    match read {
        Some(Value::Array(items)) if LISTS.contains(&column) => items.into(),
        _ if LISTS.contains(&column) => Value::Array(vec![text()]),
        read => read.unwrap_or_else(text),
    }
}

/// The names that a column may have.
fn known() -> Vec<String> {
    let mut names: Vec<String> = NAMES.map(Into::into).into();
    let requests = [
        serde_json::to_value(VideoRequest::default()),
        serde_json::to_value(ImageRequest::default()),
    ];
    for request in requests.into_iter().flatten() {
        let fields = request.as_object().into_iter().flatten();
        for (name, _) in fields {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

fn wrong(error: &csv::Error) -> Error {
    match error.kind() {
        ErrorKind::Io(error) => unreadable(error),
        ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            let what = format!("has {len} cells, and the first line names {expected_len} columns");
            Error::invalid("line", what)
        }
        ErrorKind::Utf8 { .. } => Error::invalid("line", "is not UTF-8"),
        _ => Error::invalid("line", error.to_string()),
    }
}
