//! JSON lines, and how a text begins.

use std::io::{self, BufRead, Read};

use serde_json::Value;
use sorakit::api::read_given;
use sorakit::{Error, Result};

use super::format::Format;

/// The longest line, in bytes: images may stand in it as base64.
const LONGEST: u64 = 64 << 20;

/// The lines of a text, each as JSON.
pub struct TextLines {
    reader: Box<dyn BufRead + Send>,
    number: u64,
    buffer: Vec<u8>,
    is_broken: bool,
}

impl TextLines {
    pub fn new(reader: Box<dyn BufRead + Send>) -> Self {
        Self {
            reader,
            number: 0,
            buffer: Vec::new(),
            is_broken: false,
        }
    }

    /// The next line that holds something, with its number.
    pub fn next(&mut self) -> Option<(u64, Result<Value>)> {
        loop {
            if self.is_broken {
                return None;
            }
            self.buffer.clear();
            let read = (&mut self.reader)
                .take(LONGEST)
                .read_until(b'\n', &mut self.buffer);
            self.number += 1;
            match read {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    self.is_broken = true;
                    return Some((self.number, Err(unreadable(&error))));
                }
            }
            if self.buffer.len() as u64 == LONGEST && !self.buffer.ends_with(b"\n") {
                self.is_broken = true;
                let what = format!("is longer than {} MiB", LONGEST >> 20);
                return Some((self.number, Err(Error::invalid("line", what))));
            }
            let line = self.buffer.trim_ascii();
            let line = match self.number {
                1 => line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line),
                _ => line,
            };
            if !line.is_empty() {
                return Some((self.number, read_json(line)));
            }
        }
    }
}

fn read_json(line: &[u8]) -> Result<Value> {
    let text = str::from_utf8(line).map_err(|_| Error::invalid("line", "is no UTF-8"))?;
    read_given("line", text)
}

/// The format that a text begins as: JSON lines if with a brace.
pub fn format_of(reader: &mut impl BufRead) -> Result<Format> {
    let start = reader.fill_buf().map_err(|error| unreadable(&error))?;
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
    let first = start.trim_ascii_start().first();
    Ok(match first {
        None | Some(b'{' | b'[') => Format::Jsonl,
        Some(_) => Format::Csv,
    })
}

pub fn unreadable(error: &io::Error) -> Error {
    Error::invalid("file", format!("cannot be read on: {error}"))
}
