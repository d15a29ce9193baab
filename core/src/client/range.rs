//! The range of bytes that is wanted of a file.

use crate::model::{Error, Result};

/// A range of a file's bytes; by default all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ByteRange {
    /// The first byte, counted from 0.
    pub start: u64,
    /// The byte after the last one; absent for the end of the file.
    pub end: Option<u64>,
}

impl ByteRange {
    /// Refuses a range without a byte.
    pub(crate) fn check(self) -> Result<()> {
        match self.end {
            Some(end) if end <= self.start => {
                let what = format!("must be above `start`, which is {}, not {end}", self.start);
                Err(Error::invalid("end", what))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ByteRange;

    #[test]
    fn a_range_has_a_byte_at_least() {
        let check = |start, end| ByteRange { start, end }.check();
        assert!(check(0, None).is_ok());
        assert!(check(7, Some(8)).is_ok());
        for (start, end) in [(0, 0), (8, 8), (8, 3)] {
            let error = check(start, Some(end)).unwrap_err();
            assert_eq!(error.field(), Some("end"));
        }
    }
}
