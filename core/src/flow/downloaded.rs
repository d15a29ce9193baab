//! What a download is told, and what it came to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::media::{MediaType, VideoInfo};

/// A file that was downloaded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Download {
    /// Where it is. A path that is no text is written out as near as text comes.
    #[serde(serialize_with = "as_text")]
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// What it is, by its content.
    pub media_type: MediaType,
    /// What the file itself says of its size and length, when it is an MP4 or a
    /// QuickTime. Absent for what was written to a pipe.
    pub video: Option<VideoInfo>,
}

/// A file that was written to where it cannot be read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivered {
    /// Its length in bytes.
    pub bytes: u64,
    /// What it is, by its content.
    pub media_type: MediaType,
}

/// How a file is downloaded.
#[derive(Clone, Default)]
pub struct DownloadOptions {
    /// Told how far it is.
    pub on_progress: Option<Arc<dyn Fn(TransferProgress) + Send + Sync>>,
}

fn as_text<S: serde::Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&path.to_string_lossy())
}

/// How far a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TransferProgress {
    /// Bytes so far, with those of an earlier attempt.
    pub done: u64,
    /// Bytes in all, when the server says it.
    pub total: Option<u64>,
}
