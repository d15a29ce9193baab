use std::io::{Read, Seek};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::movie::{Movie, Track};
use super::mp4::{Boxes, Mp4Box};
use super::{MediaError, MediaType, NotMedia, SNIFF_BYTES};

/// The properties of an MP4 or QuickTime video, read from its index without decoding
/// anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VideoInfo {
    /// Width in pixels as displayed, at least 1: rotation and cropping are applied.
    pub width: u32,
    /// Height in pixels as displayed, at least 1.
    pub height: u32,
    /// The playing time. Zero if the file does not say.
    #[serde(with = "crate::seconds")]
    pub duration: Duration,
    /// The number of pictures. `None` if unknown.
    pub frames: Option<u64>,
    /// True if there is a sound track, silent or not.
    pub has_audio: bool,
}

impl VideoInfo {
    /// Reads a whole file; its index may be at the start, at the end, or spread over
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
    /// [`MediaError::NotMedia`] and [`MediaError::Unsupported`] for anything but MP4 and QuickTime,
    /// [`MediaError::Truncated`] and [`MediaError::Incomplete`] for a file that was cut short,
    /// [`MediaError::Malformed`] for one that contradicts itself or has no video track.
    pub fn read(file: impl Read + Seek) -> Result<Self, MediaError> {
        let mut boxes = Boxes::new(file)?;
        let mut all = boxes.all();
        let mut start = vec![0; SNIFF_BYTES.min(usize::try_from(all.end).unwrap_or(SNIFF_BYTES))];
        boxes.read_into(0, &mut start)?;
        match MediaType::sniff(&start) {
            Some(MediaType::Mp4 | MediaType::QuickTime) => {}
            Some(other) => return Err(MediaError::Unsupported(other)),
            None => return Err(MediaError::NotMedia(NotMedia::sniff(&start))),
        }
        let mut movie = Movie::default();
        let mut samples = Samples::default();
        while let Some(found) = boxes.next_outermost(&mut all)? {
            match &found.kind {
                b"mdat" => samples.add(&found),
                b"moov" => movie.read_moov(&mut boxes, found.body)?,
                b"moof" => {
                    movie.read_moof(&mut boxes, found.body)?;
                    samples.begin_fragment();
                }
                _ => {}
            }
        }
        let info = Self::of_movie(&movie)?;
        samples.check(&mut boxes, &movie)?;
        if info.frames.is_none() {
            return Err(MediaError::Incomplete("it has no pictures"));
        }
        Ok(info)
    }

    fn of_movie(movie: &Movie) -> Result<Self, MediaError> {
        if !movie.has_index {
            return Err(MediaError::Incomplete("it has no index (`moov` box)"));
        }
        let video = movie
            .tracks
            .iter()
            .find(|track| track.handler == *b"vide" && track.width > 0 && track.height > 0)
            .ok_or(MediaError::Malformed("it has no video track"))?;
        let longest = |of: fn(&Track) -> u64| {
            movie
                .tracks
                .iter()
                .map(|track| seconds(of(track), track.timescale))
                .max()
                .unwrap_or_default()
        };
        let duration = [
            seconds(movie.duration, movie.timescale),
            longest(|track| track.duration),
            longest(|track| track.fragment_duration),
        ];
        Ok(Self {
            width: video.width,
            height: video.height,
            duration: duration
                .into_iter()
                .find(|duration| !duration.is_zero())
                .unwrap_or_default(),
            frames: video.frames.filter(|&frames| frames > 0),
            has_audio: movie.tracks.iter().any(|track| track.handler == *b"soun"),
        })
    }
}

/// The boxes that hold samples (`mdat`), to check that they contain all that the index
/// lists.
#[derive(Default)]
struct Samples {
    /// The total bytes in them.
    bytes: u64,
    /// True if the last box states no size, so that truncation does not show in it.
    is_open: bool,
    any: bool,
    /// True if a fragment's index has been read, but not yet its samples.
    awaited: bool,
}

impl Samples {
    fn add(&mut self, found: &Mp4Box) {
        self.bytes += found.body.end - found.body.start;
        self.is_open = found.is_open;
        self.any = true;
        self.awaited = false;
    }

    fn begin_fragment(&mut self) {
        self.awaited = true;
    }

    fn check<R: Read + Seek>(&self, boxes: &mut Boxes<R>, movie: &Movie) -> Result<(), MediaError> {
        const NONE: MediaError = MediaError::Incomplete("it has no media data (`mdat` box)");
        if !self.any || self.awaited {
            return Err(NONE);
        }
        let actual = boxes.all().end;
        for track in &movie.tracks {
            if track.last_chunk >= actual {
                let needed = track.last_chunk.saturating_add(1);
                return Err(MediaError::Truncated { needed, actual });
            }
        }
        if self.is_open {
            let mut listed = 0_u64;
            for track in &movie.tracks {
                listed = listed.saturating_add(track.sample_bytes(boxes)?);
            }
            if listed > self.bytes {
                let needed = actual.saturating_add(listed - self.bytes);
                return Err(MediaError::Truncated { needed, actual });
            }
        }
        let in_fragments = !movie.defaults.is_empty();
        for track in movie.tracks.iter().filter(|_| !in_fragments) {
            let has_samples = track.frames.is_some_and(|frames| frames > 0);
            if has_samples && track.handler == *b"vide" && boxes.is_blank(track.last_chunk)? {
                return Err(MediaError::Incomplete("its media data is not written yet"));
            }
        }
        Ok(())
    }
}

/// Turns a count of `timescale`ths of a second into a duration; zero if the scale is
/// unknown.
fn seconds(count: u64, timescale: u32) -> Duration {
    let scale = u64::from(timescale);
    if scale == 0 {
        return Duration::ZERO;
    }
    let nanos = (count % scale) * 1_000_000_000 / scale;
    Duration::new(count / scale, nanos as u32)
}
