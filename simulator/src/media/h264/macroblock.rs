use super::super::scene::Tile;
use super::bits::BitWriter;

/// Writes one macroblock (§7.3.5) that is `tile` all over.
///
/// `left` and `above` are those neighbours that this slice codes as intra; no others may be
/// predicted from, since the stream says `constrained_intra_pred_flag`.
pub fn write(bits: &mut BitWriter, key: bool, tile: Tile, left: Option<Tile>, above: Option<Tile>) {
    const GREY: Tile = Tile {
        y: 128,
        cb: 128,
        cr: 128,
    };
    // Intra16x16PredMode and intra_chroma_pred_mode: horizontal, vertical, or DC, which without
    // neighbours is grey (§8.3.3, §8.3.4).
    let (predicted, luma_mode, chroma_mode) = match (left, above) {
        (Some(left), _) => (left, 1, 1),
        (None, Some(above)) => (above, 0, 2),
        (None, None) => (GREY, 2, 0),
    };
    let difference = |wanted: u8, predicted: u8| i32::from(wanted) - i32::from(predicted);
    let y = difference(tile.y, predicted.y);
    let cb = difference(tile.cb, predicted.cb) / 2;
    let cr = difference(tile.cr, predicted.cr) / 2;
    let chroma = cb != 0 || cr != 0;

    // mb_type (table 7-11): prediction mode and whether there is chroma DC, never any AC.
    bits.ue(if key { 1 } else { 6 } + luma_mode + if chroma { 4 } else { 0 });
    bits.ue(chroma_mode);
    bits.se(0); // mb_qp_delta
    luma_dc(bits, y);
    if chroma {
        chroma_dc(bits, cb);
        chroma_dc(bits, cr);
    }
}

/// Writes a block of 16 luma DC coefficients of which only the first may differ from 0 (§9.2).
/// No macroblock has AC coefficients, so nC is always 0.
fn luma_dc(bits: &mut BitWriter, level: i32) {
    match level {
        0 => return bits.bits(0b1, 1),
        // One trailing one, and its sign.
        1 => bits.bits(0b010, 3),
        -1 => bits.bits(0b011, 3),
        _ => {
            bits.bits(0b000101, 6);
            large_level(bits, level);
        }
    }
    bits.bits(0b1, 1); // total_zeros: 0
}

/// Writes a block of 4 chroma DC coefficients of which only the first may differ from 0.
fn chroma_dc(bits: &mut BitWriter, level: i32) {
    match level {
        0 => return bits.bits(0b01, 2),
        1 => bits.bits(0b10, 2),
        -1 => bits.bits(0b11, 2),
        _ => {
            bits.bits(0b000111, 6);
            large_level(bits, level);
        }
    }
    bits.bits(0b1, 1); // total_zeros: 0
}

/// Writes level_prefix and level_suffix of a lone level beyond ±1 (§9.2.2.1, suffixLength 0).
fn large_level(bits: &mut BitWriter, level: i32) {
    let code = level.unsigned_abs() * 2 - if level > 0 { 4 } else { 3 };
    match code {
        0..14 => bits.bits(1, code + 1),
        14..30 => {
            bits.bits(1, 15);
            bits.bits(code - 14, 4);
        }
        _ => {
            bits.bits(1, 16);
            bits.bits(code - 30, 12);
        }
    }
}
