//! Files that clients uploaded.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;
use jiff::Timestamp;

/// What a file is, by its first bytes rather than its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// PNG image.
    Png,
    /// JPEG image.
    Jpeg,
    /// WebP image.
    Webp,
    /// GIF image.
    Gif,
    /// MP4 video.
    Mp4,
}

impl FileType {
    /// Looks at the first bytes of `content`.
    pub fn of(content: &[u8]) -> Option<Self> {
        match content {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', ..] => Some(Self::Gif),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::Webp),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(Self::Mp4),
            _ => None,
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Mp4 => "video/mp4",
        }
    }
}

/// One uploaded file.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The id that the client was given.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// File name as sent.
    pub file_name: String,
    /// What it is.
    pub file_type: FileType,
    /// The bytes.
    pub content: Bytes,
    /// When it arrived.
    pub created_at: Timestamp,
}

/// The oldest files give way beyond this many bytes.
const KEPT: usize = 1024 * 1024 * 1024;

/// Every upload by id; a gigabyte is kept.
#[derive(Debug, Default)]
pub struct Uploads {
    by_id: BTreeMap<String, Upload>,
    order: VecDeque<String>,
    bytes: usize,
}

impl Uploads {
    /// Adds a file.
    pub fn add(&mut self, upload: Upload) {
        self.bytes += upload.content.len();
        self.order.push_back(upload.id.clone());
        self.by_id.insert(upload.id.clone(), upload);
        while self.bytes > KEPT {
            let oldest = self.order.pop_front().and_then(|id| self.by_id.remove(&id));
            self.bytes -= oldest.map_or(0, |upload| upload.content.len());
        }
    }

    /// The file with `id`.
    pub fn get(&self, id: &str) -> Option<&Upload> {
        self.by_id.get(id)
    }

    /// The file with `id`, if `account` uploaded it.
    pub fn of_account(&self, id: &str, account: &str) -> Option<&Upload> {
        self.get(id).filter(|upload| upload.account == account)
    }
}
