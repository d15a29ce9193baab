//! Files that clients uploaded.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};

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

/// The oldest files give way beyond this many bytes; the newest stays, whatever its size…
const KEPT: usize = 256 * 1024 * 1024;
/// …and beyond this number.
const KEPT_FILES: usize = 10_000;
/// How long a file is kept: the addresses under which it is served last three days.
const LIFE: SignedDuration = SignedDuration::from_hours(72);

/// Every upload by id, for three days of simulated time; a quarter of a gigabyte is kept.
#[derive(Debug, Default)]
pub struct Uploads {
    by_id: BTreeMap<String, Upload>,
    order: VecDeque<String>,
    bytes: usize,
}

impl Uploads {
    /// Adds a file, and frees those that are too old or too many.
    pub fn add(&mut self, mut upload: Upload) {
        // It may be a piece of a larger body, which would be held as long as the piece is.
        upload.content = Bytes::copy_from_slice(&upload.content);
        let now = upload.created_at;
        self.bytes += upload.content.len();
        self.order.push_back(upload.id.clone());
        self.by_id.insert(upload.id.clone(), upload);
        while self.order.len() > 1 && self.must_free(now) {
            let oldest = self.order.pop_front().and_then(|id| self.by_id.remove(&id));
            self.bytes -= oldest.map_or(0, |upload| upload.content.len());
        }
    }

    fn must_free(&self, now: Timestamp) -> bool {
        let oldest = self.order.front().and_then(|id| self.by_id.get(id));
        let too_old = oldest.is_some_and(|oldest| oldest.created_at + LIFE < now);
        too_old || self.bytes > KEPT || self.order.len() > KEPT_FILES
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

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(id: usize, content: Bytes, at: i64) -> Upload {
        Upload {
            id: id.to_string(),
            account: "user".into(),
            file_name: "a.png".into(),
            file_type: FileType::Png,
            content,
            created_at: Timestamp::from_second(at).unwrap(),
        }
    }

    #[test]
    fn the_oldest_make_room_and_the_newest_stays() {
        let mut uploads = Uploads::default();
        let third = Bytes::from(vec![0; KEPT / 3 + 1]);
        for id in 0..4 {
            uploads.add(upload(id, third.clone(), 0));
        }
        assert!(uploads.get("1").is_none() && uploads.get("3").is_some());
        assert!(uploads.bytes <= KEPT);
        uploads.add(upload(4, Bytes::from(vec![0; KEPT + 1]), 0));
        assert_eq!(uploads.by_id.len(), 1);
    }

    #[test]
    fn old_ones_are_freed_and_a_piece_does_not_hold_its_body() {
        let mut uploads = Uploads::default();
        let body = Bytes::from(vec![0; 1024]);
        uploads.add(upload(0, body.slice(..10), 0));
        assert!(body.try_into_mut().is_ok());
        uploads.add(upload(1, Bytes::new(), LIFE.as_secs() + 1));
        assert!(uploads.get("0").is_none() && uploads.get("1").is_some());
    }
}
