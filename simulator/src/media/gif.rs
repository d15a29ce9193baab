use gif::{Encoder, Frame, Repeat};

use super::still::Still;

/// Writes pictures of one size as a GIF file; each shows for `hundredths` of a second. Colours keep
/// three bits of red and green and two of blue, so that one palette serves every picture.
pub fn write(
    pictures: impl Iterator<Item = Still>,
    width: u32,
    height: u32,
    hundredths: u16,
) -> Vec<u8> {
    let palette: Vec<u8> = (0..=255_u32)
        .flat_map(|colour| {
            [
                (colour >> 5) * 255 / 7,
                (colour >> 2 & 7) * 255 / 7,
                (colour & 3) * 255 / 3,
            ]
        })
        .map(|value| value as u8)
        .collect();
    let (width, height) = (width as u16, height as u16);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height, &palette)
        .expect("the palette fits and memory does not fail");
    if hundredths > 0 {
        encoder
            .set_repeat(Repeat::Infinite)
            .expect("memory does not fail");
    }
    for picture in pictures {
        let pixels: Vec<u8> = picture
            .rgb()
            .chunks_exact(3)
            .map(|pixel| pixel[0] & 0xe0 | pixel[1] >> 3 & 0x1c | pixel[2] >> 6)
            .collect();
        let mut frame = Frame::from_indexed_pixels(width, height, pixels, None);
        frame.delay = hundredths;
        encoder
            .write_frame(&frame)
            .expect("the frame fits and memory does not fail");
    }
    drop(encoder);
    file
}

impl Still {
    /// The picture as a GIF file, in the 256 colours that GIF has.
    pub fn to_gif(&self) -> Vec<u8> {
        write([self.clone()].into_iter(), self.width(), self.height(), 0)
    }
}
