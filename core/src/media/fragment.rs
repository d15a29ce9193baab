//! The fragments that an MP4 file can be spread over, each with its own index.

use std::io::{Read, Seek};
use std::ops::Range;

use super::MediaError;
use super::movie::Movie;
use super::mp4::Boxes;

impl Movie {
    /// Reads a fragment (ISO/IEC 14496-12 §8.8.4).
    pub fn read_moof<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        mut within: Range<u64>,
    ) -> Result<(), MediaError> {
        while let Some(found) = boxes.next(&mut within)? {
            if found.kind == *b"traf" {
                self.read_traf(boxes, found.body)?;
            }
        }
        Ok(())
    }

    /// Adds up the samples of one fragment of one track (§8.8.7, §8.8.8).
    fn read_traf<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        mut within: Range<u64>,
    ) -> Result<(), MediaError> {
        let mut current: Option<(usize, u32)> = None;
        while let Some(found) = boxes.next(&mut within)? {
            match (&found.kind, current) {
                (b"tfhd", _) => {
                    let flags = boxes.u32(&found.body, 0)?;
                    let id = boxes.u32(&found.body, 4)?;
                    let track = self.tracks.iter().position(|track| track.id == id);
                    let default = self.defaults.iter().find(|default| default.track == id);
                    let sample_duration = if flags & 0x08 != 0 {
                        let before = if flags & 0x01 != 0 { 8 } else { 0 }
                            + if flags & 0x02 != 0 { 4 } else { 0 };
                        boxes.u32(&found.body, 8 + before)?
                    } else {
                        default.map_or(0, |default| default.sample_duration)
                    };
                    current = track.map(|track| (track, sample_duration));
                }
                (b"trun", Some((track, sample_duration))) => {
                    let (frames, duration) = read_trun(boxes, &found.body, sample_duration)?;
                    let track = &mut self.tracks[track];
                    track.frames = Some(track.frames.unwrap_or(0).saturating_add(frames));
                    track.fragment_duration = track.fragment_duration.saturating_add(duration);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Reads the number of samples in a run and their total duration.
fn read_trun<R: Read + Seek>(
    boxes: &mut Boxes<R>,
    body: &Range<u64>,
    default_duration: u32,
) -> Result<(u64, u64), MediaError> {
    let flags = boxes.u32(body, 0)?;
    let frames = u64::from(boxes.u32(body, 4)?);
    if flags & 0x100 == 0 {
        return Ok((frames, frames.saturating_mul(u64::from(default_duration))));
    }
    let header = 8 + u64::from(flags & 1 != 0) * 4 + u64::from(flags & 4 != 0) * 4;
    let entry = 4 * u64::from((flags >> 8 & 0xf).count_ones());
    let mut at = body.start.saturating_add(header);
    let mut left = frames.saturating_mul(entry);
    if at.saturating_add(left) > body.end {
        return Err(MediaError::Malformed("a run is larger than its box"));
    }
    let entry = entry as usize;
    // A multiple of every possible size of an entry: 4, 8, 12 and 16 bytes.
    let mut buffer = [0; 4080];
    let mut duration = 0_u64;
    while left > 0 {
        let piece = left.min(buffer.len() as u64) as usize;
        boxes.read_into(at, &mut buffer[..piece])?;
        for entry in buffer[..piece].chunks_exact(entry) {
            // The duration comes first in an entry.
            let sample = u32::from_be_bytes([entry[0], entry[1], entry[2], entry[3]]);
            duration = duration.saturating_add(u64::from(sample));
        }
        at += piece as u64;
        left -= piece as u64;
    }
    Ok((frames, duration))
}
