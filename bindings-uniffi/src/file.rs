//! Files on their way to the server.

use std::io::{self, Read};
use std::sync::Arc;

use sorakit::api::{FileInput, OpenReader};

use crate::failure::ForeignFailure;

/// A file of a call.
#[derive(uniffi::Enum)]
pub enum Attachment {
    /// A file on disk.
    Path {
        /// Where it is.
        path: String,
    },
    /// Bytes in memory.
    Bytes {
        /// The bytes.
        data: Vec<u8>,
        /// The name they are sent under.
        filename: String,
    },
    /// Bytes that are read while they are sent.
    Stream {
        /// What is read.
        source: Arc<dyn ByteSource>,
        /// The length in bytes.
        length: u64,
        /// The name they are sent under.
        filename: String,
    },
}

/// Bytes that can be read again from their start.
#[uniffi::export(with_foreign)]
pub trait ByteSource: Send + Sync {
    /// Reads up to `at_most` bytes from the place `offset`; none at the end.
    fn read(&self, offset: u64, at_most: u32) -> Result<Vec<u8>, ForeignFailure>;
}

/// Converts the files to the core's form.
pub fn inputs(files: Vec<Attachment>) -> Vec<FileInput> {
    let input = |file| match file {
        Attachment::Path { path } => FileInput::path(path),
        Attachment::Bytes { data, filename } => FileInput::bytes(data, filename),
        Attachment::Stream {
            source,
            length,
            filename,
        } => FileInput::reader(Arc::new(Opener(source)), length, filename),
    };
    files.into_iter().map(input).collect()
}

struct Opener(Arc<dyn ByteSource>);

impl OpenReader for Opener {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(Reading {
            source: self.0.clone(),
            offset: 0,
        }))
    }
}

/// A source from its start to its end.
struct Reading {
    source: Arc<dyn ByteSource>,
    offset: u64,
}

impl Read for Reading {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let at_most = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
        let read = self.source.read(self.offset, at_most);
        let bytes = read.map_err(io::Error::other)?;
        let length = bytes.len().min(buffer.len());
        buffer[..length].copy_from_slice(&bytes[..length]);
        self.offset += length as u64;
        Ok(length)
    }
}
