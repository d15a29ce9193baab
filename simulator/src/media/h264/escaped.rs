//! What every NAL unit of the stream goes by.

/// The quantiser of the whole stream. At 28 a luma DC level is exactly one step of a sample's
/// value and a chroma DC level two (§8.5.10, §8.5.11), so colours come out as they went in.
pub(super) const QP: i32 = 28;

/// Appends a payload so that no start code appears in it (§7.4.1.1).
pub(super) fn append_escaped(out: &mut Vec<u8>, payload: &[u8]) {
    let mut zeros = 0;
    for &byte in payload {
        if zeros == 2 && byte <= 3 {
            out.push(3);
            zeros = 0;
        }
        out.push(byte);
        zeros = if byte == 0 { zeros + 1 } else { 0 };
    }
}
