/// Writes bits, most significant first, and the codes that H.264 makes of them.
#[derive(Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    pending: u64,
    count: u32,
}

impl BitWriter {
    /// Writes the low `count` bits of `value`, 32 at most.
    pub fn bits(&mut self, value: u32, count: u32) {
        debug_assert!(count <= 32 && u64::from(value) >> count == 0);
        self.pending = self.pending << count | u64::from(value);
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.pending >> self.count) as u8);
        }
    }

    /// Writes one bit.
    pub fn flag(&mut self, value: bool) {
        self.bits(u32::from(value), 1);
    }

    /// Writes an unsigned Exp-Golomb code, ue(v) (§9.1).
    pub fn ue(&mut self, value: u32) {
        let length = (value + 1).ilog2();
        self.bits(0, length);
        self.bits(value + 1, length + 1);
    }

    /// Writes a signed Exp-Golomb code, se(v) (§9.1.1).
    pub fn se(&mut self, value: i32) {
        self.ue(if value > 0 {
            value as u32 * 2 - 1
        } else {
            value.unsigned_abs() * 2
        });
    }

    /// Ends with the stop bit and zeros to the next byte (§7.3.2.11).
    pub fn finish(mut self) -> Vec<u8> {
        self.bits(1, 1);
        self.bits(0, self.count.wrapping_neg() % 8);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_exp_golomb_codes() {
        let mut bits = BitWriter::default();
        for value in [0, 1, 2, 3] {
            bits.ue(value); // 1 010 011 00100
        }
        for value in [0, 1, -1, 2] {
            bits.se(value); // 1 010 011 00100
        }
        assert_eq!(
            bits.finish(),
            [0b1010_0110, 0b0100_1010, 0b0110_0100, 0b1000_0000]
        );
    }
}
