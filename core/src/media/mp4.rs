//! The boxes that an MP4 file is made of (ISO/IEC 14496-12 §4.2).

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

use super::MediaError;

/// No genuine file comes near: a fragmented hour has some ten thousand boxes.
const MAX_BOXES: u32 = 200_000;

/// A box: its four-letter type and the position of its content in the file.
pub(super) struct Mp4Box {
    pub kind: [u8; 4],
    pub body: Range<u64>,
    /// True if it states no size and extends to the end of the file.
    pub is_open: bool,
}

/// A file read as boxes. Each step reads a few bytes in place; nothing is loaded whole.
pub(super) struct Boxes<R> {
    file: R,
    len: u64,
    left: u32,
}

impl<R: Read + Seek> Boxes<R> {
    pub fn new(mut file: R) -> Result<Self, MediaError> {
        let len = file.seek(SeekFrom::End(0))?;
        Ok(Self {
            file,
            len,
            left: MAX_BOXES,
        })
    }

    /// The whole file, as the range that contains its outermost boxes.
    pub fn all(&self) -> Range<u64> {
        0..self.len
    }

    /// Takes the next outermost box off the front of `within`; `None` at the end of the
    /// file. A box that extends beyond it was cut off.
    pub fn next_outermost(
        &mut self,
        within: &mut Range<u64>,
    ) -> Result<Option<Mp4Box>, MediaError> {
        let actual = self.len;
        self.take(within, |needed| MediaError::Truncated { needed, actual })
    }

    /// Takes the next box off the front of `within`, the body of another; `None` at its end.
    pub fn next(&mut self, within: &mut Range<u64>) -> Result<Option<Mp4Box>, MediaError> {
        self.take(within, |_| {
            MediaError::Malformed("a box is larger than the one around it")
        })
    }

    fn take(
        &mut self,
        within: &mut Range<u64>,
        overrun: impl Fn(u64) -> MediaError,
    ) -> Result<Option<Mp4Box>, MediaError> {
        let Range { start, end } = *within;
        // Fewer bytes than a box's header are padding that some writers leave.
        if end.saturating_sub(start) < 8 {
            return Ok(None);
        }
        self.left = self
            .left
            .checked_sub(1)
            .ok_or(MediaError::Malformed("too many boxes"))?;
        let [s0, s1, s2, s3, kind @ ..] = self.read::<8>(start)?;
        let (header, size) = match u32::from_be_bytes([s0, s1, s2, s3]) {
            0 => (8, end - start),
            1 if end - start < 16 => return Err(overrun(start + 16)),
            1 => (16, u64::from_be_bytes(self.read(start + 8)?)),
            size => (8, u64::from(size)),
        };
        let is_open = s0 | s1 | s2 | s3 == 0;
        if size < header {
            return Err(MediaError::Malformed(
                "a box is smaller than its own header",
            ));
        }
        let next = start.saturating_add(size);
        if next > end {
            return Err(overrun(next));
        }
        within.start = next;
        Ok(Some(Mp4Box {
            kind,
            body: start + header..next,
            is_open,
        }))
    }

    /// Reads `N` bytes at `offset` within `body`.
    pub fn field<const N: usize>(
        &mut self,
        body: &Range<u64>,
        offset: u64,
    ) -> Result<[u8; N], MediaError> {
        let at = body.start + offset;
        if at + N as u64 > body.end {
            return Err(MediaError::Malformed("a box is too short for its content"));
        }
        self.read(at)
    }

    /// Reads a 32-bit number at `offset` within `body`.
    pub fn u32(&mut self, body: &Range<u64>, offset: u64) -> Result<u32, MediaError> {
        self.field(body, offset).map(u32::from_be_bytes)
    }

    /// Reads a number at `offset` within `body`, 64 bits if `wide`, otherwise 32. All
    /// ones mean "unknown" (§8.2.2) and give 0.
    pub fn duration(
        &mut self,
        body: &Range<u64>,
        offset: u64,
        wide: bool,
    ) -> Result<u64, MediaError> {
        Ok(if wide {
            match u64::from_be_bytes(self.field(body, offset)?) {
                u64::MAX => 0,
                known => known,
            }
        } else {
            match self.u32(body, offset)? {
                u32::MAX => 0,
                known => u64::from(known),
            }
        })
    }

    /// True if nothing but zeros follows at `at`, as where a file is still to be written. No
    /// encoded picture begins so.
    pub fn is_blank(&mut self, at: u64) -> Result<bool, MediaError> {
        let left = self.len.saturating_sub(at).min(16) as usize;
        let mut bytes = [0; 16];
        self.read_into(at, &mut bytes[..left])?;
        Ok(at == 0 || bytes == [0; 16])
    }

    /// Fills `buffer` from `at`, which the caller has checked to lie within the file.
    pub fn read_into(&mut self, at: u64, buffer: &mut [u8]) -> Result<(), MediaError> {
        self.file.seek(SeekFrom::Start(at))?;
        Ok(self.file.read_exact(buffer)?)
    }

    fn read<const N: usize>(&mut self, at: u64) -> Result<[u8; N], MediaError> {
        let mut bytes = [0; N];
        self.read_into(at, &mut bytes)?;
        Ok(bytes)
    }
}
