//! The index of an MP4 file: its movie box.

use std::io::{Read, Seek};
use std::ops::Range;

use super::MediaError;
use super::mp4::Boxes;

/// The data gathered from the boxes so far. A duration is counted in units of which there
/// are `timescale` in a second; 0 is unknown.
#[derive(Default)]
pub(super) struct Movie {
    pub timescale: u32,
    pub duration: u64,
    pub tracks: Vec<Track>,
    pub defaults: Vec<FragmentDefault>,
    pub has_index: bool,
}

/// One of the file's tracks: pictures (`vide`), sound (`soun`) or something else, by `handler`.
#[derive(Default)]
pub(super) struct Track {
    pub id: u32,
    pub handler: [u8; 4],
    pub width: u32,
    pub height: u32,
    pub timescale: u32,
    pub duration: u64,
    pub frames: Option<u64>,
    pub fragment_duration: u64,
    /// The list of the track's sample sizes (`stsz`).
    pub sizes: Option<Range<u64>>,
    /// The start of the track's last chunk of samples in the file.
    pub last_chunk: u64,
}

/// The duration of a sample in a track's fragments unless the fragment says otherwise
/// (`trex`).
pub(super) struct FragmentDefault {
    pub track: u32,
    pub sample_duration: u32,
}

/// Far more than any file has; keeps a hostile file from growing the list.
const MAX_TRACKS: usize = 64;

impl Movie {
    /// Reads the index.
    pub fn read_moov<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        mut within: Range<u64>,
    ) -> Result<(), MediaError> {
        self.has_index = true;
        while let Some(found) = boxes.next(&mut within)? {
            match &found.kind {
                b"mvhd" => {
                    (self.timescale, self.duration) = read_media_header(boxes, &found.body)?;
                }
                b"trak" if self.tracks.len() < MAX_TRACKS => {
                    let mut track = Track::default();
                    track.read_trak(boxes, found.body)?;
                    self.tracks.push(track);
                }
                b"mvex" => self.read_mvex(boxes, found.body)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn read_mvex<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        mut within: Range<u64>,
    ) -> Result<(), MediaError> {
        while let Some(found) = boxes.next(&mut within)? {
            match &found.kind {
                b"mehd" if self.duration == 0 => {
                    let wide = boxes.field::<1>(&found.body, 0)? == [1];
                    self.duration = boxes.duration(&found.body, 4, wide)?;
                }
                b"trex" if self.defaults.len() < MAX_TRACKS => {
                    self.defaults.push(FragmentDefault {
                        track: boxes.u32(&found.body, 4)?,
                        sample_duration: boxes.u32(&found.body, 12)?,
                    });
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Track {
    /// Reads `trak` and the boxes within it that lead to the sample table.
    fn read_trak<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        mut trak: Range<u64>,
    ) -> Result<(), MediaError> {
        while let Some(found) = boxes.next(&mut trak)? {
            match &found.kind {
                b"tkhd" => self.read_tkhd(boxes, &found.body)?,
                b"mdia" => self.read_mdia(boxes, found.body)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn read_mdia<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        mut mdia: Range<u64>,
    ) -> Result<(), MediaError> {
        while let Some(found) = boxes.next(&mut mdia)? {
            match &found.kind {
                b"mdhd" => {
                    (self.timescale, self.duration) = read_media_header(boxes, &found.body)?;
                }
                b"hdlr" => self.handler = boxes.field(&found.body, 8)?,
                b"minf" => self.read_minf(boxes, found.body)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn read_minf<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        mut minf: Range<u64>,
    ) -> Result<(), MediaError> {
        while let Some(found) = boxes.next(&mut minf)? {
            let mut stbl = found.body;
            while found.kind == *b"stbl"
                && let Some(found) = boxes.next(&mut stbl)?
            {
                match &found.kind {
                    // `stsz` and `stz2` have their sample count in the same place
                    // (§8.7.3).
                    b"stsz" | b"stz2" => {
                        self.frames = Some(u64::from(boxes.u32(&found.body, 8)?));
                        if found.kind == *b"stsz" {
                            self.sizes = Some(found.body);
                        }
                    }
                    b"stco" | b"co64" => {
                        let wide = found.kind == *b"co64";
                        self.last_chunk = read_last_chunk(boxes, &found.body, wide)?;
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// The total size of its samples in bytes (§8.7.3); zero if not listed.
    pub fn sample_bytes<R: Read + Seek>(&self, boxes: &mut Boxes<R>) -> Result<u64, MediaError> {
        let Some(body) = &self.sizes else {
            return Ok(0);
        };
        let each = u64::from(boxes.u32(body, 4)?);
        let count = u64::from(boxes.u32(body, 8)?);
        if each > 0 {
            return Ok(each.saturating_mul(count));
        }
        let mut at = body.start + 12;
        let mut left = count.saturating_mul(4);
        if at.saturating_add(left) > body.end {
            return Err(MediaError::Malformed("a table is larger than its box"));
        }
        let mut buffer = [0; 4096];
        let mut total = 0_u64;
        while left > 0 {
            let piece = left.min(buffer.len() as u64) as usize;
            boxes.read_into(at, &mut buffer[..piece])?;
            for size in buffer[..piece].chunks_exact(4) {
                let size = u32::from_be_bytes([size[0], size[1], size[2], size[3]]);
                total = total.saturating_add(u64::from(size));
            }
            at += piece as u64;
            left -= piece as u64;
        }
        Ok(total)
    }

    /// Reads the identity and the displayed size (§8.3.2).
    fn read_tkhd<R: Read + Seek>(
        &mut self,
        boxes: &mut Boxes<R>,
        body: &Range<u64>,
    ) -> Result<(), MediaError> {
        let wide = boxes.field::<1>(body, 0)? == [1];
        self.id = boxes.u32(body, if wide { 20 } else { 12 })?;
        let matrix = if wide { 52 } else { 40 };
        // Sizes are 16.16 fixed point.
        self.width = boxes.u32(body, matrix + 36)? >> 16;
        self.height = boxes.u32(body, matrix + 40)? >> 16;
        let [a, b, c, d] = [0, 4, 12, 16].map(|offset| boxes.u32(body, matrix + offset));
        let (a, b, c, d) = (a?, b?, c?, d?);
        if a == 0 && d == 0 && b != 0 && c != 0 {
            // Rotated by 90°, as phones record their videos.
            (self.width, self.height) = (self.height, self.width);
        }
        Ok(())
    }
}

/// Reads timescale and duration, which `mvhd` and `mdhd` have in the same place (§8.2.2,
/// §8.4.2).
fn read_media_header<R: Read + Seek>(
    boxes: &mut Boxes<R>,
    body: &Range<u64>,
) -> Result<(u32, u64), MediaError> {
    let wide = boxes.field::<1>(body, 0)? == [1];
    let timescale = if wide { 20 } else { 12 };
    Ok((
        boxes.u32(body, timescale)?,
        boxes.duration(body, timescale + 4, wide)?,
    ))
}

/// Reads the last of a track's sample positions (§8.7.5).
fn read_last_chunk<R: Read + Seek>(
    boxes: &mut Boxes<R>,
    body: &Range<u64>,
    wide: bool,
) -> Result<u64, MediaError> {
    let count = u64::from(boxes.u32(body, 4)?);
    Ok(match (count.checked_sub(1), wide) {
        (None, _) => 0,
        (Some(last), true) => u64::from_be_bytes(boxes.field(body, 8 + 8 * last)?),
        (Some(last), false) => u64::from(boxes.u32(body, 8 + 4 * last)?),
    })
}
