use std::ops::RangeInclusive;

use super::scene::Scene;
use super::still::Still;
use super::virtual_file::VirtualFile;
use super::{gif, h264, mp4};

/// A silent film: H.264 Constrained Baseline in an MP4 file that plays while it loads, with a key
/// frame each second.
///
/// Ten seconds at 1280x720 and 30 frames a second come to about a megabyte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Video {
    /// Width in pixels, within [`Video::SIDE`]. The picture of an odd width is coded one pixel wider,
    /// as H.264 needs, and the file says to display it at the odd one.
    pub width: u32,
    /// Height in pixels, likewise.
    pub height: u32,
    /// The number of frames, within [`Video::FRAMES`].
    pub frames: u32,
    /// Frames a second, within [`Video::FPS`].
    pub fps: u32,
    /// Chooses colours and movement.
    pub seed: u64,
}

impl Video {
    /// The widths and heights that a video can have, in pixels.
    pub const SIDE: RangeInclusive<u32> = 16..=4096;
    /// The numbers of frames that a video can have.
    pub const FRAMES: RangeInclusive<u32> = 1..=18_000;
    /// The frame rates that a video can have.
    pub const FPS: RangeInclusive<u32> = 1..=120;

    /// The whole file.
    ///
    /// # Panics
    /// If a number is outside its range; the message names it.
    pub fn to_mp4(&self) -> Vec<u8> {
        let scene = self.scene();
        let stream = h264::encode(&scene, self.width, self.height, self.frames, self.fps);
        mp4::write(&stream, self.width, self.height, self.fps)
    }

    /// The file with padding that players pass over, exactly `bytes` long (or as long as the
    /// video with eight bytes of padding, where `bytes` is less). However long, it takes no more
    /// memory than the video itself.
    ///
    /// # Panics
    /// As [`to_mp4`](Self::to_mp4).
    pub fn padded_to(&self, bytes: u64) -> VirtualFile {
        VirtualFile::padded_mp4(self.to_mp4(), bytes)
    }

    /// Frame `number` (from 0; the last one where there is no such frame), scaled to
    /// `width` x `height`: a thumbnail.
    ///
    /// # Panics
    /// If a number is outside its range.
    pub fn still(&self, number: u32, width: u32, height: u32) -> Still {
        Still::of_frame(&self.scene(), number.min(self.frames - 1), width, height)
    }

    /// A sprite sheet: `columns` x `rows` frames from the whole film, evenly spaced and in reading
    /// order, each scaled to `width` x `height`.
    ///
    /// # Panics
    /// If a number is outside its range, or the sheet larger than a still can be.
    pub fn spritesheet(&self, columns: u32, rows: u32, width: u32, height: u32) -> Still {
        let scene = self.scene();
        let mut sheet = Still::blank(columns.saturating_mul(width), rows.saturating_mul(height));
        for (cell, number) in self.spaced(columns * rows).enumerate() {
            let (column, row) = (cell as u32 % columns, cell as u32 / columns);
            let still = Still::of_frame(&scene, number, width, height);
            sheet.paste(&still, column * width, row * height);
        }
        sheet
    }

    /// An animated GIF of `pictures` frames from the whole film, evenly spaced, each scaled to
    /// `width` x `height`. It plays as long as the film and repeats.
    ///
    /// # Panics
    /// If a number is outside its range, or `pictures` is 0.
    pub fn to_gif(&self, pictures: u32, width: u32, height: u32) -> Vec<u8> {
        assert!(pictures > 0, "a GIF needs a picture");
        let scene = self.scene();
        let stills = self
            .spaced(pictures)
            .map(|number| Still::of_frame(&scene, number, width, height));
        let hundredths = u64::from(self.frames) * 100 / u64::from(self.fps) / u64::from(pictures);
        gif::write(stills, width, height, hundredths.clamp(2, 6000) as u16)
    }

    fn spaced(&self, count: u32) -> impl Iterator<Item = u32> + use<> {
        let frames = u64::from(self.frames);
        (0..u64::from(count)).map(move |at| (at * frames / u64::from(count)) as u32)
    }

    /// The film's scene, a tile for each macroblock, once the numbers are known to be good.
    fn scene(&self) -> Scene {
        for (name, value, range) in [
            ("width", self.width, Self::SIDE),
            ("height", self.height, Self::SIDE),
            ("frames", self.frames, Self::FRAMES),
            ("fps", self.fps, Self::FPS),
        ] {
            assert!(
                range.contains(&value),
                "a video's {name} is {value}, outside {range:?}"
            );
        }
        let (columns, rows) = (self.width.div_ceil(16), self.height.div_ceil(16));
        Scene::new(columns, rows, self.frames, self.seed)
    }
}
