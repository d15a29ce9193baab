use super::bits::BitWriter;
use super::escaped::{QP, append_escaped};

/// The parameter sets that a decoder needs before the first picture.
pub struct Parameters {
    /// The sequence parameter set, a whole NAL unit. Its bytes 1 to 3 are profile and level.
    pub sequence: Vec<u8>,
    /// The picture parameter set, a whole NAL unit.
    pub picture: Vec<u8>,
    /// Width of the decoded picture: the wanted one, rounded up to even, as 4:2:0 needs.
    pub width: u32,
    /// Height of the decoded picture, likewise.
    pub height: u32,
}

impl Parameters {
    pub fn new(width: u32, height: u32, fps: u32) -> Self {
        let (width, height) = (width.next_multiple_of(2), height.next_multiple_of(2));
        Self {
            sequence: sequence(width, height, fps),
            picture: picture(),
            width,
            height,
        }
    }
}

/// The sequence parameter set (§7.3.2.1.1).
fn sequence(width: u32, height: u32, fps: u32) -> Vec<u8> {
    let (columns, rows) = (width.div_ceil(16), height.div_ceil(16));
    let mut bits = BitWriter::default();
    bits.bits(66, 8); // Baseline
    bits.bits(0b1100_0000, 8); // constrained
    bits.bits(level(columns, rows, fps), 8);
    bits.ue(0); // seq_parameter_set_id
    bits.ue(0); // frame_num has 4 bits
    bits.ue(2); // pictures come out in the order in which they are coded
    bits.ue(1); // max_num_ref_frames
    bits.flag(false); // no gaps in frame_num
    bits.ue(columns - 1);
    bits.ue(rows - 1);
    bits.flag(true); // frames only
    bits.flag(true); // direct_8x8_inference_flag
    bits.flag(true); // cropping, in units of two samples: left, right, top, bottom
    bits.ue(0);
    bits.ue((columns * 16 - width) / 2);
    bits.ue(0);
    bits.ue((rows * 16 - height) / 2);
    bits.flag(true); // usability information follows (§E.1.1)
    bits.bits(0b00, 2); // no aspect ratio, no overscan
    bits.flag(true); // the kind of signal:
    bits.bits(5, 3); // unspecified origin
    bits.flag(false); // limited range
    bits.flag(true);
    for bt709 in [1; 3] {
        bits.bits(bt709, 8); // primaries, transfer, matrix
    }
    bits.flag(false); // chroma location as usual
    bits.flag(true); // timing: two ticks a frame
    bits.bits(1, 32);
    bits.bits(2 * fps, 32);
    bits.flag(true); // fixed rate
    bits.bits(0b000, 3); // no buffering models, no picture structure
    bits.flag(true); // restrictions, which spare a decoder its waiting:
    bits.flag(true); // motion may leave the picture
    bits.ue(0); // no limit on the size of a picture
    bits.ue(0); // nor of a macroblock
    bits.ue(0); // motion vectors are 0
    bits.ue(0);
    bits.ue(0); // nothing is reordered
    bits.ue(1); // one picture is kept
    nal(0x67, bits)
}

/// The picture parameter set (§7.3.2.2).
fn picture() -> Vec<u8> {
    let mut bits = BitWriter::default();
    bits.ue(0); // pic_parameter_set_id
    bits.ue(0); // seq_parameter_set_id
    bits.flag(false); // CAVLC
    bits.flag(false); // no picture order in slices
    bits.ue(0); // one slice group
    bits.ue(0); // one reference
    bits.ue(0);
    bits.bits(0b000, 3); // no weighted prediction
    bits.se(QP - 26);
    bits.se(0); // pic_init_qs
    bits.se(0); // chroma_qp_index_offset
    bits.flag(false); // the deblocking filter works as usual and smooths the gradient
    bits.flag(true); // constrained_intra_pred_flag
    bits.flag(false); // no redundant pictures
    nal(0x68, bits)
}

fn nal(header: u8, bits: BitWriter) -> Vec<u8> {
    let mut unit = vec![header];
    append_escaped(&mut unit, &bits.finish());
    unit
}

/// The lowest level whose limits on macroblocks a second and a frame hold (table A-1).
fn level(columns: u32, rows: u32, fps: u32) -> u32 {
    const LEVELS: [(u32, u32, u32); 14] = [
        (10, 1_485, 99),
        (11, 3_000, 396),
        (12, 6_000, 396),
        (13, 11_880, 396),
        (21, 19_800, 792),
        (22, 20_250, 1_620),
        (30, 40_500, 1_620),
        (31, 108_000, 3_600),
        (32, 216_000, 5_120),
        (40, 245_760, 8_192),
        (42, 522_240, 8_704),
        (50, 589_824, 22_080),
        (51, 983_040, 36_864),
        (52, 2_073_600, 36_864),
    ];
    let size = columns * rows;
    // A side is at most the root of eight times the frame size (§A.3.1).
    let longest = columns.max(rows);
    LEVELS
        .iter()
        .find(|(_, rate, frame)| {
            size * fps <= *rate && size <= *frame && longest * longest <= frame * 8
        })
        .map_or(62, |(level, ..)| *level)
}
