//! Checks that a file holds everything its writer meant it to.

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

use super::mp4::Boxes;
use super::{MediaError, MediaType, NotMedia, SNIFF_BYTES, VideoInfo, matroska};

/// Checks that a file is whole, as far as its type can tell, and returns its type.
/// Receiving as many bytes as a server announced proves less: some servers deliver a file
/// that is still being written.
///
/// - MP4 and QuickTime: an index with a track, media data, and every box as long as it says.
/// - Matroska and WebM: every element as long as it says, and pictures among them.
/// - Images: the end marker of the format.
///
/// A video of a kind unknown here, in a file with all its parts, passes; there is no
/// [`VideoInfo`] for it then.
///
/// # Errors
/// [`MediaError::NotMedia`] for anything else, [`MediaError::Truncated`] and
/// [`MediaError::Incomplete`] for a part of a file.
pub fn check_whole(
    mut file: impl Read + Seek,
) -> Result<(MediaType, Option<VideoInfo>), MediaError> {
    let mut start = Vec::with_capacity(SNIFF_BYTES);
    file.rewind()?;
    Read::by_ref(&mut file)
        .take(SNIFF_BYTES as u64)
        .read_to_end(&mut start)?;
    let media_type =
        MediaType::sniff(&start).ok_or_else(|| MediaError::NotMedia(NotMedia::sniff(&start)))?;
    let video = match media_type {
        MediaType::Mp4 | MediaType::QuickTime => check_boxes(&mut file)?,
        MediaType::WebM => matroska::check(&mut file).map(|()| None)?,
        MediaType::Avif | MediaType::Heic => {
            let mut boxes = Boxes::new(&mut file)?;
            let mut all = boxes.all();
            while boxes.next_outermost(&mut all)?.is_some() {}
            None
        }
        MediaType::Png => check_end(&mut file, |end| contains(end, b"IEND"))?,
        MediaType::Jpeg => check_end(&mut file, |end| contains(end, b"\xff\xd9"))?,
        MediaType::Gif => check_end(&mut file, |end| {
            end.iter().rfind(|byte| **byte != 0) == Some(&b';')
        })?,
        MediaType::WebP => {
            let actual = file.seek(SeekFrom::End(0))?;
            let stated = start.get(4..8).and_then(|bytes| bytes.try_into().ok());
            let needed = u64::from(u32::from_le_bytes(stated.unwrap_or_default())) + 8;
            if needed > actual {
                return Err(MediaError::Truncated { needed, actual });
            }
            None
        }
    };
    Ok((media_type, video))
}

/// Checks a file of boxes. One that contradicts itself inside may still play, as long as
/// it has its parts.
fn check_boxes(file: &mut (impl Read + Seek)) -> Result<Option<VideoInfo>, MediaError> {
    match VideoInfo::read(&mut *file) {
        Ok(video) => return Ok(Some(video)),
        Err(MediaError::Malformed(_) | MediaError::Unsupported(_)) => {}
        Err(error) => return Err(error),
    }
    let mut boxes = Boxes::new(file)?;
    let mut all = boxes.all();
    let (mut has_index, mut has_samples) = (false, false);
    loop {
        match boxes.next_outermost(&mut all) {
            Ok(Some(found)) => {
                has_index |= found.kind == *b"moov" && holds(&mut boxes, found.body, TRACK)?;
                has_samples |= found.kind == *b"mdat";
            }
            Ok(None) | Err(MediaError::Malformed(_)) if has_index && has_samples => {
                return Ok(None);
            }
            Ok(None) | Err(MediaError::Malformed(_)) => {
                return Err(MediaError::Incomplete(
                    "it lacks its index or its media data",
                ));
            }
            Err(error) => return Err(error),
        }
    }
}

/// The way to a track's tables. An index that is still to be written is there in full
/// length, and holds nothing.
const TRACK: &[[u8; 4]] = &[*b"trak", *b"mdia", *b"minf", *b"stbl"];

/// True if a box holds another, which holds the next, along `path`.
fn holds<R: Read + Seek>(
    boxes: &mut Boxes<R>,
    mut within: Range<u64>,
    path: &[[u8; 4]],
) -> Result<bool, MediaError> {
    let Some((kind, path)) = path.split_first() else {
        return Ok(true);
    };
    loop {
        match boxes.next(&mut within) {
            Ok(Some(found)) if found.kind == *kind && holds(boxes, found.body.clone(), path)? => {
                return Ok(true);
            }
            Ok(Some(_)) => {}
            Ok(None) | Err(MediaError::Malformed(_)) => return Ok(false),
            Err(error) => return Err(error),
        }
    }
}

/// The length of a file's end that is examined: some programs write notes after it.
const END: u64 = 64 << 10;

fn check_end(
    file: &mut (impl Read + Seek),
    is_end: impl Fn(&[u8]) -> bool,
) -> Result<Option<VideoInfo>, MediaError> {
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(END)))?;
    let mut end = Vec::new();
    file.take(END).read_to_end(&mut end)?;
    match is_end(&end) {
        true => Ok(None),
        false => Err(MediaError::Incomplete("it does not come to its end")),
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|found| found == wanted)
}
