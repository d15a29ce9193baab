//! Checks that a file is whole while it streams past without being kept.

use super::MediaError;

/// The outermost boxes of an MP4 or QuickTime file as its bytes stream past. It can say
/// nothing about other types.
#[derive(Default)]
pub(crate) struct Walk {
    /// The header of the next box.
    header: Vec<u8>,
    /// The number of bytes of the current box still to come.
    left: u64,
    bytes: u64,
    /// The kind of the current box.
    kind: [u8; 4],
    /// True once there was an index or media data, whatever it holds.
    is_movie: bool,
    has_index: bool,
    has_samples: bool,
    /// True if a fragment's index has been read, but not yet its samples.
    awaited: bool,
    /// True if there is nothing more to learn.
    is_over: bool,
}

impl Walk {
    /// Takes the next bytes.
    pub(crate) fn take(&mut self, mut bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        while !bytes.is_empty() && !self.is_over {
            if self.left > 0 {
                let passed = bytes
                    .len()
                    .min(usize::try_from(self.left).unwrap_or(usize::MAX));
                self.left -= passed as u64;
                self.look_into(&bytes[..passed]);
                bytes = &bytes[passed..];
                continue;
            }
            let (byte, rest) = (bytes[0], &bytes[1..]);
            self.header.push(byte);
            bytes = rest;
            self.read_header();
        }
    }

    fn read_header(&mut self) {
        let number = |bytes: &[u8]| {
            bytes
                .iter()
                .fold(0, |n: u64, byte| n << 8 | u64::from(*byte))
        };
        if self.header.len() < 8 {
            return;
        }
        let (header, size) = match number(&self.header[..4]) {
            1 if self.header.len() < 16 => return,
            1 => (16, number(&self.header[8..])),
            size => (8, size),
        };
        self.kind.copy_from_slice(&self.header[4..8]);
        self.is_movie |= matches!(&self.kind, b"moov" | b"mdat");
        // A box without a size extends to the end of the file.
        self.is_over = size < header;
        match &self.kind {
            b"mdat" => {
                self.awaited = false;
                self.has_samples |= self.is_over;
            }
            b"moof" => self.awaited = true,
            _ => {}
        }
        self.left = size.saturating_sub(header);
        self.header.clear();
    }

    /// Takes bytes of the current box. Zeros alone are what is still to be written.
    fn look_into(&mut self, bytes: &[u8]) {
        let holds = match &self.kind {
            b"moov" => &mut self.has_index,
            b"mdat" => &mut self.has_samples,
            _ => return,
        };
        *holds = *holds || bytes.iter().any(|byte| *byte != 0);
    }

    /// Checks that the file was complete, once no more bytes come.
    pub(crate) fn finish(&self) -> Result<(), MediaError> {
        if !self.is_movie {
            return Ok(());
        }
        if self.left > 0 {
            let (actual, needed) = (self.bytes, self.bytes.saturating_add(self.left));
            return Err(MediaError::Truncated { needed, actual });
        }
        if !self.has_index && !self.is_over {
            return Err(MediaError::Incomplete("it has no index (`moov` box)"));
        }
        if !self.has_samples || self.awaited {
            return Err(MediaError::Incomplete("it has no media data (`mdat` box)"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::check_whole;

    fn walk(bytes: &[u8], step: usize) -> Result<(), MediaError> {
        let mut walk = Walk::default();
        bytes.chunks(step).for_each(|chunk| walk.take(chunk));
        walk.finish()
    }

    #[test]
    fn no_beginning_passes_for_the_whole() {
        let whole = include_bytes!("../../tests/media/faststart.mp4");
        for step in [1, 7, 1 << 20] {
            walk(whole, step).unwrap();
        }
        let boxes = whole.windows(4).position(|kind| kind == b"moov").unwrap();
        for len in (boxes + 4..whole.len()).step_by(97) {
            assert!(walk(&whole[..len], 64).is_err(), "cut to {len} bytes");
        }
        walk(b"\x1a\x45\xdf\xa3 another kind", 4).unwrap();
    }

    #[test]
    fn what_is_still_to_be_written_is_missing() {
        let whole = include_bytes!("../../tests/media/faststart.mp4");
        for kind in [b"moov", b"mdat"] {
            let at = whole.windows(4).position(|found| found == kind).unwrap();
            let size = u32::from_be_bytes(whole[at - 4..at].try_into().unwrap()) as usize;
            let mut empty = whole.to_vec();
            empty[at + 4..at - 4 + size].fill(0);
            assert!(walk(&empty, 64).is_err());
            assert!(check_whole(std::io::Cursor::new(&empty)).is_err());
        }
    }
}
