//! Completeness of a Matroska or WebM file: the elements it is made of (RFC 8794, RFC
//! 9559).

use std::io::{Read, Seek, SeekFrom};

use super::MediaError;

const SEGMENT: u32 = 0x1853_8067;
const CLUSTER: u32 = 0x1f43_b675;

/// No genuine file comes near, even counting every block of a live recording.
const MAX_ELEMENTS: u32 = 4_000_000;

/// Walks over the elements, each by its stated size. Elements that a live recording
/// leaves open are entered.
pub(super) fn check(mut file: impl Read + Seek) -> Result<(), MediaError> {
    let actual = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    let mut at = 0;
    let mut has_pictures = false;
    for _ in 0..MAX_ELEMENTS {
        if at >= actual {
            return match has_pictures {
                true => Ok(()),
                false => Err(MediaError::Incomplete("it has no pictures (`Cluster`)")),
            };
        }
        let cut = || MediaError::Truncated {
            needed: actual + 1,
            actual,
        };
        let (id, id_length) = read_id(&mut file)?.ok_or_else(cut)?;
        let (size, size_length) = read_size(&mut file)?.ok_or_else(cut)?;
        at += id_length + size_length;
        // Zeros are what is still to be written.
        if id == CLUSTER && size != Some(0) {
            has_pictures |= read_byte(&mut file)?.is_some_and(|byte| byte != 0);
            file.seek(SeekFrom::Start(at))?;
        }
        match size {
            // The outermost one, and those without a size, are entered.
            Some(size) if id == SEGMENT => within(at, size, actual)?,
            None => {}
            Some(size) => {
                within(at, size, actual)?;
                at += size;
                file.seek(SeekFrom::Start(at))?;
            }
        }
    }
    Err(MediaError::Malformed("too many elements"))
}

fn within(at: u64, size: u64, actual: u64) -> Result<(), MediaError> {
    let needed = at.saturating_add(size);
    match needed > actual {
        true => Err(MediaError::Truncated { needed, actual }),
        false => Ok(()),
    }
}

/// An element's id and the id's length in bytes; `None` if the file ends within it.
fn read_id(file: &mut impl Read) -> Result<Option<(u32, u64)>, MediaError> {
    let Some(first) = read_byte(file)? else {
        return Ok(None);
    };
    let length = first.leading_zeros() + 1;
    if length > 4 {
        return Err(MediaError::Malformed("an element has no id"));
    }
    let mut id = u32::from(first);
    for _ in 1..length {
        let Some(next) = read_byte(file)? else {
            return Ok(None);
        };
        id = id << 8 | u32::from(next);
    }
    Ok(Some((id, u64::from(length))))
}

/// An element's size, itself `None` if not stated, and the length of the statement;
/// `None` if the file ends within it.
fn read_size(file: &mut impl Read) -> Result<Option<(Option<u64>, u64)>, MediaError> {
    let Some(first) = read_byte(file)? else {
        return Ok(None);
    };
    let length = first.leading_zeros() + 1;
    if length > 8 {
        return Err(MediaError::Malformed("an element has no size"));
    }
    let mut size = u64::from(first) & ((1 << (8 - length)) - 1);
    for _ in 1..length {
        let Some(next) = read_byte(file)? else {
            return Ok(None);
        };
        size = size << 8 | u64::from(next);
    }
    let unknown = (1_u64 << (7 * length)) - 1;
    Ok(Some(((size != unknown).then_some(size), u64::from(length))))
}

fn read_byte(file: &mut impl Read) -> Result<Option<u8>, MediaError> {
    let mut byte = [0];
    match file.read_exact(&mut byte) {
        Ok(()) => Ok(Some(byte[0])),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error.into()),
    }
}
