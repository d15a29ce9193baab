//! A small H.264 writer (ITU-T H.264; section numbers are of that document) for pictures made of
//! flat macroblocks.
//!
//! Each macroblock has one colour. It is coded as Intra 16x16, predicted from the macroblock to
//! its left or above, with nothing but the DC difference; where nothing changed since the picture
//! before, it is skipped. That is Constrained Baseline, which every decoder plays.

mod bits;
mod escaped;
mod macroblock;
mod parameters;

use super::scene::{Frame, Scene, Tile};
use bits::BitWriter;
use escaped::append_escaped;
pub use parameters::Parameters;

/// A coded film, in the form in which MP4 wants it.
pub struct Stream {
    /// The sequence and picture parameter sets.
    pub parameters: Parameters,
    /// All samples in a row. A sample is one NAL unit after its 32-bit length.
    pub samples: Vec<u8>,
    /// The size of each sample in bytes.
    pub sizes: Vec<u32>,
    /// How many frames there are from one key frame to the next.
    pub key_interval: u32,
}

/// Codes a film of `frames` pictures with a key frame each second.
pub fn encode(scene: &Scene, width: u32, height: u32, frames: u32, fps: u32) -> Stream {
    let parameters = Parameters::new(width, height, fps);
    let mut samples = Vec::new();
    let mut sizes = Vec::with_capacity(frames as usize);
    let mut picture = vec![None; (scene.columns() * scene.rows()) as usize];
    for number in 0..frames {
        let key = number % fps == 0;
        if key {
            picture.fill(None);
        }
        let slice = slice(&scene.frame(number), scene, &mut picture, number, fps);
        let start = samples.len();
        samples.extend([0; 4]);
        samples.push(if key { 0x65 } else { 0x41 });
        append_escaped(&mut samples, &slice);
        let size = (samples.len() - start) as u32;
        samples[start..start + 4].copy_from_slice(&(size - 4).to_be_bytes());
        sizes.push(size);
    }
    Stream {
        parameters,
        samples,
        sizes,
        key_interval: fps,
    }
}

/// Codes one picture as one slice (§7.3.3, §7.3.4). `picture` is the picture before, `None` where
/// there is none to refer to, and becomes this one.
fn slice(
    frame: &Frame<'_>,
    scene: &Scene,
    picture: &mut [Option<Tile>],
    number: u32,
    key_interval: u32,
) -> Vec<u8> {
    let since_key = number % key_interval;
    let key = since_key == 0;
    let mut bits = BitWriter::default();
    bits.ue(0); // first_mb_in_slice
    bits.ue(if key { 7 } else { 5 }); // slice_type: all I, all P
    bits.ue(0); // pic_parameter_set_id
    bits.bits(since_key % 16, 4); // frame_num
    if key {
        bits.ue(number / key_interval % 2); // idr_pic_id
        bits.bits(0, 2); // dec_ref_pic_marking: keep no older picture, none for long
    } else {
        bits.bits(0, 3); // one reference, not reordered; dec_ref_pic_marking: sliding window
    }
    bits.se(0); // slice_qp_delta

    let columns = scene.columns();
    let mut skipped = 0;
    let mut coded_above = vec![None; columns as usize];
    let mut tiles = picture.iter_mut();
    for row in 0..scene.rows() {
        let mut coded_left = None;
        for (column, before) in (0..columns).zip(&mut tiles) {
            let tile = frame.tile(column, row);
            let above = &mut coded_above[column as usize];
            if *before == Some(tile) {
                skipped += 1;
                coded_left = None;
                *above = None;
                continue;
            }
            if !key {
                bits.ue(skipped);
                skipped = 0;
            }
            macroblock::write(&mut bits, key, tile, coded_left, *above);
            *before = Some(tile);
            coded_left = Some(tile);
            *above = Some(tile);
        }
    }
    if skipped > 0 {
        bits.ue(skipped);
    }
    bits.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn start_codes_are_escaped() {
        let mut out = Vec::new();
        append_escaped(&mut out, &[0, 0, 0, 0, 0, 1, 0, 0, 4]);
        assert_eq!(out, [0, 0, 3, 0, 0, 3, 0, 1, 0, 0, 4]);
    }
}
