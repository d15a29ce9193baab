//! Bytes to serve: in memory, or made on demand.

use bytes::Bytes;

/// Something with a length that can be read anywhere.
pub trait Content: Send + Sync {
    /// Size in bytes.
    fn size(&self) -> u64;

    /// Up to `most` bytes from `start` on; fewer only at the end.
    fn read(&self, start: u64, most: usize) -> Bytes;
}

impl Content for Bytes {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read(&self, start: u64, most: usize) -> Bytes {
        let start = usize::try_from(start).unwrap_or(usize::MAX).min(self.len());
        let end = start.saturating_add(most).min(self.len());
        self.slice(start..end)
    }
}
