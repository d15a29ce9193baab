use std::ops::RangeInclusive;

use image_webp::{ColorType as WebPColor, WebPEncoder};
use jpeg_encoder::{ColorType as JpegColor, Encoder as JpegEncoder};

use super::scene::{Scene, Tile};

/// A picture: a generated image, a thumbnail, a profile picture, a sprite sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Still {
    width: u32,
    height: u32,
    /// Three bytes a pixel: red, green, blue.
    rgb: Vec<u8>,
}

impl Still {
    /// The widths and heights that a still can have, in pixels.
    pub const SIDE: RangeInclusive<u32> = 1..=8192;

    /// Draws a picture whose colours follow from `seed`.
    ///
    /// # Panics
    /// If a side is outside [`Still::SIDE`].
    pub fn draw(width: u32, height: u32, seed: u64) -> Self {
        let (columns, rows) = (width.div_ceil(8), height.div_ceil(8));
        Self::of_frame(&Scene::new(columns, rows, 1, seed), 0, width, height)
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The pixels in reading order, three bytes each: red, green, blue.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// The picture as a PNG file.
    pub fn to_png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::Fast);
        let written = encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&self.rgb));
        written.expect("the sizes fit and memory does not fail");
        file
    }

    /// The picture as a JPEG file.
    pub fn to_jpeg(&self) -> Vec<u8> {
        let mut file = Vec::new();
        JpegEncoder::new(&mut file, 85)
            .encode(
                &self.rgb,
                self.width as u16,
                self.height as u16,
                JpegColor::Rgb,
            )
            .expect("the sizes fit and memory does not fail");
        file
    }

    /// The picture as a lossless WebP file.
    pub fn to_webp(&self) -> Vec<u8> {
        let mut file = Vec::new();
        WebPEncoder::new(&mut file)
            .encode(&self.rgb, self.width, self.height, WebPColor::Rgb8)
            .expect("the sizes fit and memory does not fail");
        file
    }

    /// A black picture.
    pub(super) fn blank(width: u32, height: u32) -> Self {
        for (name, value) in [("width", width), ("height", height)] {
            assert!(
                Self::SIDE.contains(&value),
                "a still's {name} is {value}, outside {:?}",
                Self::SIDE
            );
        }
        Self {
            width,
            height,
            rgb: vec![0; width as usize * height as usize * 3],
        }
    }

    /// One frame of a scene, its tiles scaled to fill the picture.
    pub(super) fn of_frame(scene: &Scene, number: u32, width: u32, height: u32) -> Self {
        let mut still = Self::blank(width, height);
        let frame = scene.frame(number);
        let stride = width as usize * 3;
        let mut drawn_row = None;
        for y in 0..height {
            let row = y * scene.rows() / height;
            let start = y as usize * stride;
            if drawn_row == Some(row) {
                still.rgb.copy_within(start - stride..start, start);
                continue;
            }
            drawn_row = Some(row);
            let line = &mut still.rgb[start..start + stride];
            for (x, pixel) in (0..width).zip(line.chunks_exact_mut(3)) {
                let column = x * scene.columns() / width;
                pixel.copy_from_slice(&rgb(frame.tile(column, row)));
            }
        }
        still
    }

    /// Puts another picture into this one, its upper left corner at (`x`, `y`).
    pub(super) fn paste(&mut self, other: &Self, x: u32, y: u32) {
        let (stride, length) = (self.width as usize * 3, other.width as usize * 3);
        for (line, source) in other.rgb.chunks_exact(length).enumerate() {
            let start = (y as usize + line) * stride + x as usize * 3;
            self.rgb[start..start + length].copy_from_slice(source);
        }
    }
}

/// BT.709 limited range to RGB, in 1/256ths.
fn rgb(Tile { y, cb, cr }: Tile) -> [u8; 3] {
    let [y, cb, cr] = [(y, 16), (cb, 128), (cr, 128)].map(|(v, zero)| i32::from(v) - zero);
    [
        298 * y + 459 * cr,
        298 * y - 55 * cb - 136 * cr,
        298 * y + 541 * cb,
    ]
    .map(|value| ((value + 128) >> 8).clamp(0, 255) as u8)
}
