//! The media that jobs produce: what is asked for, and its bytes.

use bytes::Bytes;

/// A video to render.
#[derive(Debug, Clone, Copy)]
pub struct VideoSpec {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Frames in all.
    pub frames: u32,
    /// Frames in a second.
    pub fps: u32,
    /// What is seen in it.
    pub seed: u64,
}

impl VideoSpec {
    /// The file.
    pub fn render(&self) -> Bytes {
        let mut file = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41".to_vec();
        let mut rng = fastrand::Rng::with_seed(self.seed);
        file.extend(std::iter::repeat_with(|| rng.u8(..)).take(self.frames as usize * 512));
        file.into()
    }
}

/// A still image to render.
#[derive(Debug, Clone, Copy)]
pub struct StillSpec {
    width: u32,
    height: u32,
    seed: u64,
    media_type: &'static str,
}

impl StillSpec {
    /// The image called `file`, if its ending is that of an image.
    pub fn new(width: u32, height: u32, seed: u64, file: &str) -> Option<Self> {
        let media_type = match file.rsplit('.').next()? {
            "png" => "image/png",
            "jpg" => "image/jpeg",
            "webp" => "image/webp",
            "gif" => "image/gif",
            _ => return None,
        };
        Some(Self {
            width,
            height,
            seed,
            media_type,
        })
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// The file.
    pub fn render(&self) -> Bytes {
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut rng = fastrand::Rng::with_seed(self.seed);
        let size = (self.width * self.height) as usize / 16;
        file.extend(std::iter::repeat_with(|| rng.u8(..)).take(size));
        file.into()
    }
}
