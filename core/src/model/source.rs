//! The source of a file's bytes.

use std::fmt;
#[cfg(target_family = "wasm")]
use std::rc::Rc;
#[cfg(not(target_family = "wasm"))]
use std::sync::Arc;

use bytes::Bytes;

/// The source of a file's bytes.
#[derive(Clone)]
pub enum Source {
    /// Memory.
    Bytes(Bytes),
    /// A file on disk, of `length` bytes.
    Path {
        /// The path.
        path: std::path::PathBuf,
        /// The length in bytes when it was opened.
        length: u64,
    },
    /// Anything else of `length` bytes that can be read again from its start.
    #[cfg(not(target_family = "wasm"))]
    Reader {
        /// Opens it at its start.
        open: Arc<dyn OpenReader>,
        /// The length in bytes.
        length: u64,
    },
    /// A file held by the browser. It is never in this memory as a whole.
    #[cfg(target_family = "wasm")]
    Blob(Rc<dyn Blob>),
}

/// A file held by the browser; only the host, which made it, knows its type.
#[cfg(target_family = "wasm")]
pub trait Blob: std::any::Any {
    /// The length in bytes.
    fn length(&self) -> u64;

    /// The whole content, for the few places where it goes into JSON.
    fn read(&self) -> crate::platform::BoxFuture<'static, std::io::Result<Bytes>>;
}

/// Opens a reader at its start, once per attempt to send.
#[cfg(not(target_family = "wasm"))]
pub trait OpenReader: Send + Sync {
    /// A reader at the first byte.
    fn open(&self) -> std::io::Result<Box<dyn std::io::Read + Send>>;
}

impl Source {
    /// The length in bytes.
    pub fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Path { length, .. } => *length,
            #[cfg(not(target_family = "wasm"))]
            Self::Reader { length, .. } => *length,
            #[cfg(target_family = "wasm")]
            Self::Blob(blob) => blob.length(),
        }
    }

    /// True if it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
            Self::Path { path, length } => write!(f, "Path({}, {length} bytes)", path.display()),
            #[cfg(not(target_family = "wasm"))]
            Self::Reader { length, .. } => write!(f, "Reader({length} bytes)"),
            #[cfg(target_family = "wasm")]
            Self::Blob(blob) => write!(f, "Blob({} bytes)", blob.length()),
        }
    }
}
