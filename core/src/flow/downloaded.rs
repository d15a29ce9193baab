//! The options of a download, and its result.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::media::{MediaType, VideoInfo};

/// A file that was downloaded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Download {
    /// The path of the file. One that is not valid Unicode is serialized as close to it as
    /// possible.
    #[serde(serialize_with = "as_text")]
    pub path: PathBuf,
    /// The length in bytes.
    pub bytes: u64,
    /// The media type, by the file's content.
    pub media_type: MediaType,
    /// The size and length that the file itself states, when it is an MP4 or a QuickTime.
    /// Absent for what was written to a pipe.
    pub video: Option<VideoInfo>,
}

/// A file that was written to where it cannot be read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivered {
    /// The length in bytes.
    pub bytes: u64,
    /// The media type, by the file's content.
    pub media_type: MediaType,
}

/// Options of a download.
#[derive(Clone, Default)]
pub struct DownloadOptions {
    /// Called with the progress of the transfer.
    pub on_progress: Option<Arc<dyn Fn(TransferProgress) + Send + Sync>>,
}

fn as_text<S: serde::Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&path.to_string_lossy())
}

/// The progress of a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TransferProgress {
    /// Bytes so far, including those of an earlier attempt.
    pub done: u64,
    /// Bytes in total, if the server states it.
    pub total: Option<u64>,
}
