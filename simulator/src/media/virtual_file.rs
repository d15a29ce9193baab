use std::ops::Range;

use bytes::{Bytes, BytesMut};

use super::seed::mix;

/// A file that can be far larger than memory: a real beginning, then padding that is computed
/// where it is read. Cloning is cheap.
///
/// The padding is never the same twice, so that a client which puts ranges together wrongly gets
/// another file.
#[derive(Clone, Debug)]
pub struct VirtualFile {
    head: Bytes,
    len: u64,
}

impl VirtualFile {
    /// Pads an MP4 file with a trailing `free` box, which players pass over, to exactly `len`
    /// bytes; to a box's header more than `mp4` where `len` is less than that.
    pub(super) fn padded_mp4(mp4: Vec<u8>, len: u64) -> Self {
        let video = mp4.len() as u64;
        let len = len.max(video + 8);
        let mut head = mp4;
        match u32::try_from(len - video) {
            Ok(size) => {
                head.extend(size.to_be_bytes());
                head.extend(b"free");
            }
            Err(_) => {
                head.extend(1_u32.to_be_bytes());
                head.extend(b"free");
                head.extend((len - video).to_be_bytes());
            }
        }
        Self {
            head: head.into(),
            len,
        }
    }

    /// The length in bytes.
    #[expect(
        clippy::len_without_is_empty,
        reason = "a file that is made is never empty"
    )]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// The bytes in `range`, or those of them that the file has. They are held in memory: ask for
    /// pieces of bounded size, or use [`chunks`](Self::chunks).
    pub fn read_at(&self, range: Range<u64>) -> Bytes {
        let end = range.end.min(self.len);
        let start = range.start.min(end);
        let head_len = self.head.len() as u64;
        let head_part = start.min(head_len) as usize..end.min(head_len) as usize;
        if end <= head_len {
            return self.head.slice(head_part);
        }
        let mut bytes = BytesMut::with_capacity((end - start) as usize);
        bytes.extend_from_slice(&self.head[head_part]);
        let mut at = start.max(head_len);
        while at < end {
            // Each eight bytes come from their own position.
            let word = mix(at / 8).to_be_bytes();
            let from = (at % 8) as usize;
            let count = (8 - from as u64).min(end - at);
            bytes.extend_from_slice(&word[from..from + count as usize]);
            at += count;
        }
        bytes.freeze()
    }

    /// The bytes in `range`, or those of them that the file has, in pieces of `size` bytes.
    ///
    /// # Panics
    /// If `size` is 0.
    pub fn chunks(
        &self,
        range: Range<u64>,
        size: usize,
    ) -> impl Iterator<Item = Bytes> + Send + use<> {
        assert!(size > 0, "pieces need a size");
        let file = self.clone();
        let end = range.end.min(self.len);
        let mut at = range.start.min(end);
        std::iter::from_fn(move || {
            let next = end.min(at.saturating_add(size as u64));
            let piece = file.read_at(at..next);
            at = next;
            (!piece.is_empty()).then_some(piece)
        })
    }
}

/// A file that is wholly in memory.
impl From<Bytes> for VirtualFile {
    fn from(head: Bytes) -> Self {
        let len = head.len() as u64;
        Self { head, len }
    }
}
