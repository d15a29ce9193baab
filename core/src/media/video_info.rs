use std::io::{Read, Seek};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::movie::{Movie, Track};
use super::mp4::Boxes;
use super::{MediaError, MediaType, NotMedia, SNIFF_BYTES};

/// What an MP4 video holds, read from its index without decoding anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VideoInfo {
    /// Width in pixels as displayed, at least 1: rotation and cropping are applied.
    pub width: u32,
    /// Height in pixels as displayed, at least 1.
    pub height: u32,
    /// How long the video plays. Zero where the file does not say.
    #[serde(with = "crate::seconds")]
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
        let mut has_samples = false;
        while let Some(found) = boxes.next_outermost(&mut all)? {
            match &found.kind {
                b"mdat" => has_samples = true,
                b"moov" => movie.read_moov(&mut boxes, found.body)?,
                b"moof" => movie.read_moof(&mut boxes, found.body)?,
                _ => {}
            }
        }
        let info = Self::of_movie(&movie)?;
        if info.frames.is_some() && !has_samples {
            // Cut off right after its index.
            let actual = boxes.all().end;
            let needed = actual + 1;
            return Err(MediaError::Truncated { needed, actual });
        }
        Ok(info)
    }

    fn of_movie(movie: &Movie) -> Result<Self, MediaError> {
        if !movie.has_index {
            return Err(MediaError::Malformed(
                "it has no index (moov box); it may be incomplete",
            ));
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

/// Turns a count of `timescale`ths of a second into a duration; zero where the scale is unknown.
fn seconds(count: u64, timescale: u32) -> Duration {
    let scale = u64::from(timescale);
    if scale == 0 {
        return Duration::ZERO;
    }
    let nanos = (count % scale) * 1_000_000_000 / scale;
    Duration::new(count / scale, nanos as u32)
}
