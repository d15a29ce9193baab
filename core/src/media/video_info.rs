use std::io::{Read, Seek};
use std::ops::Range;
use std::time::Duration;

use super::mp4::Boxes;
use super::{MediaError, MediaType, NotMedia, SNIFF_BYTES};

/// What an MP4 video holds, read from its index without decoding anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VideoInfo {
    /// Width in pixels as displayed, at least 1: rotation and cropping are applied.
    pub width: u32,
    /// Height in pixels as displayed, at least 1.
    pub height: u32,
    /// How long the video plays. Zero where the file does not say.
    pub duration: Duration,
    /// The number of pictures. `None` where the file does not say.
    pub frames: Option<u64>,
    /// Whether there is a sound track, silent or not.
    pub has_audio: bool,
}

impl VideoInfo {
    /// Reads a whole MP4 file; its index may stand at the start, at the end, or be spread over
    /// fragments. Bytes in memory go in a [`std::io::Cursor`].
    ///
    /// ```no_run
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let info = sorakit::media::VideoInfo::read(std::fs::File::open("cat.mp4")?)?;
    /// println!("{}x{}, {:?}", info.width, info.height, info.duration);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`MediaError::NotMedia`] and [`MediaError::Unsupported`] for anything but MP4,
    /// [`MediaError::Truncated`] for a file that was cut short, [`MediaError::Malformed`] for one
    /// that contradicts itself or has no video track.
    pub fn read(file: impl Read + Seek) -> Result<Self, MediaError> {
        let mut boxes = Boxes::new(file)?;
        let mut all = boxes.all();
        let mut start = vec![0; SNIFF_BYTES.min(usize::try_from(all.end).unwrap_or(SNIFF_BYTES))];
        boxes.read_into(0, &mut start)?;
        match MediaType::sniff(&start) {
            Some(MediaType::Mp4) => {}
            Some(other) => return Err(MediaError::Unsupported(other)),
            None => return Err(MediaError::NotMedia(NotMedia::sniff(&start))),
        }
        let mut movie = Movie::default();
        while let Some(found) = boxes.next(&mut all)? {
            match &found.kind {
                b"moov" => movie.read_moov(&mut boxes, found.body)?,
                b"moof" => movie.read_moof(&mut boxes, found.body)?,
                _ => {}
            }
        }
        movie.info()
    }
}

/// What has been gathered from the boxes so far.
#[derive(Default)]
struct Movie {
    timescale: u32,
    duration: u64,
    tracks: Vec<Track>,
    defaults: Vec<FragmentDefault>,
    has_index: bool,
}

#[derive(Default)]
struct Track {
    id: u32,
    handler: [u8; 4],
    width: u32,
    height: u32,
    timescale: u32,
    duration: u64,
    frames: Option<u64>,
    fragment_duration: u64,
}

/// How long a sample of a track's fragments lasts unless the fragment says otherwise (`trex`).
struct FragmentDefault {
    track: u32,
    sample_duration: u32,
}

/// Far more than any file has; keeps a hostile one from growing the list.
const MAX_TRACKS: usize = 64;

impl Movie {
    fn info(self) -> Result<VideoInfo, MediaError> {
        if !self.has_index {
            return Err(MediaError::Malformed("it has no index (moov box)"));
        }
        let video = self
            .tracks
            .iter()
            .find(|track| track.handler == *b"vide" && track.width > 0 && track.height > 0)
            .ok_or(MediaError::Malformed("it has no video track"))?;
        let longest = |of: fn(&Track) -> u64| {
            self.tracks
                .iter()
                .map(|track| seconds(of(track), track.timescale))
                .max()
                .unwrap_or_default()
        };
        let duration = [
            seconds(self.duration, self.timescale),
            longest(|track| track.duration),
            longest(|track| track.fragment_duration),
        ];
        Ok(VideoInfo {
            width: video.width,
            height: video.height,
            duration: duration
                .into_iter()
                .find(|duration| !duration.is_zero())
                .unwrap_or_default(),
            frames: video.frames.filter(|&frames| frames > 0),
            has_audio: self.tracks.iter().any(|track| track.handler == *b"soun"),
        })
    }

    fn read_moov<R: Read + Seek>(
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

    fn read_moof<R: Read + Seek>(
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
                // `stsz` and `stz2` have their sample count at the same place (§8.7.3).
                if matches!(&found.kind, b"stsz" | b"stz2") {
                    self.frames = Some(u64::from(boxes.u32(&found.body, 8)?));
                }
            }
        }
        Ok(())
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
            // Turned by a quarter, as phones hold their videos.
            (self.width, self.height) = (self.height, self.width);
        }
        Ok(())
    }
}

/// Reads timescale and duration, which `mvhd` and `mdhd` have at the same place (§8.2.2, §8.4.2).
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

/// Reads how many samples a run has and how long they last in all.
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
    // A multiple of every size that an entry can have: 4, 8, 12 and 16 bytes.
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

/// Turns a count of `timescale`ths of a second into a duration; zero where the scale is unknown.
fn seconds(count: u64, timescale: u32) -> Duration {
    let scale = u64::from(timescale);
    if scale == 0 {
        return Duration::ZERO;
    }
    let nanos = (count % scale) * 1_000_000_000 / scale;
    Duration::new(count / scale, nanos as u32)
}
