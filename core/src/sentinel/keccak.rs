//! Keccak-f[1600], written once for every kernel, and SHA3-512 over it (FIPS 202).

/// The number of 64-bit words that SHA3-512 absorbs per block (its rate, 72 bytes).
pub(super) const RATE_WORDS: usize = 9;

/// The number of bytes that SHA3-512 absorbs per block.
pub(super) const RATE: usize = 8 * RATE_WORDS;

const ROUNDS: usize = 24;

#[rustfmt::skip]
const ROUND_CONSTANTS: [u64; ROUNDS] = [
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
    0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
    0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
    0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
    0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
];

/// One 64-bit lane of the state for each of several messages at once.
///
/// The permutation is made of these operations alone, so that a kernel is one small type.
pub(super) trait Lanes: Copy {
    /// How many messages.
    const COUNT: usize;

    /// The same word for every message.
    fn splat(word: u64) -> Self;
    /// The first [`Self::COUNT`] words of a slice, one for each message.
    fn load(words: &[u64]) -> Self;
    /// A bit for each message, from bit 0, set where none of the bits of `mask` is set.
    fn without(self, mask: u64) -> u32;

    /// `self ^ other`
    fn xor(self, other: Self) -> Self;
    /// Rotates left by `N` bits, 1 to 63.
    fn rotate<const N: u32>(self) -> Self;
    /// `self ^ (!b & c)`
    fn chi(self, b: Self, c: Self) -> Self;

    /// `a ^ b ^ c ^ d ^ e`
    #[inline(always)]
    fn xor5(a: Self, b: Self, c: Self, d: Self, e: Self) -> Self {
        a.xor(b).xor(c.xor(d)).xor(e)
    }
}

/// A state for each of several messages at once: lane (x, y) stands at `x + 5 * y`.
pub(super) type State<L> = [L; 25];

/// The permutation.
#[inline(always)]
pub(super) fn permute<L: Lanes>(mut s: State<L>) -> State<L> {
    for constant in ROUND_CONSTANTS {
        s = round(s, constant);
    }
    s
}

/// The first word of the permutation's result.
#[inline(always)]
pub(super) fn permute_to_first_word<L: Lanes>(mut s: State<L>) -> L {
    for &constant in &ROUND_CONSTANTS[..ROUNDS - 1] {
        s = round(s, constant);
    }
    let [d0, d1, d2, _, _] = theta(&s);
    let a = s[0].xor(d0);
    let b = s[6].xor(d1).rotate::<44>();
    let c = s[12].xor(d2).rotate::<43>();
    a.chi(b, c).xor(L::splat(ROUND_CONSTANTS[ROUNDS - 1]))
}

/// What theta adds to each column.
#[inline(always)]
fn theta<L: Lanes>(s: &State<L>) -> [L; 5] {
    let column = |x: usize| L::xor5(s[x], s[x + 5], s[x + 10], s[x + 15], s[x + 20]);
    let c = [column(0), column(1), column(2), column(3), column(4)];
    [
        c[4].xor(c[1].rotate::<1>()),
        c[0].xor(c[2].rotate::<1>()),
        c[1].xor(c[3].rotate::<1>()),
        c[2].xor(c[4].rotate::<1>()),
        c[3].xor(c[0].rotate::<1>()),
    ]
}

#[inline(always)]
fn round<L: Lanes>(s: State<L>, constant: u64) -> State<L> {
    let d = theta(&s);
    let row = |a: L, b: L, c: L, d: L, e: L| {
        [
            a.chi(b, c),
            b.chi(c, d),
            c.chi(d, e),
            d.chi(e, a),
            e.chi(a, b),
        ]
    };
    let r0 = row(
        s[0].xor(d[0]),
        s[6].xor(d[1]).rotate::<44>(),
        s[12].xor(d[2]).rotate::<43>(),
        s[18].xor(d[3]).rotate::<21>(),
        s[24].xor(d[4]).rotate::<14>(),
    );
    let r1 = row(
        s[3].xor(d[3]).rotate::<28>(),
        s[9].xor(d[4]).rotate::<20>(),
        s[10].xor(d[0]).rotate::<3>(),
        s[16].xor(d[1]).rotate::<45>(),
        s[22].xor(d[2]).rotate::<61>(),
    );
    let r2 = row(
        s[1].xor(d[1]).rotate::<1>(),
        s[7].xor(d[2]).rotate::<6>(),
        s[13].xor(d[3]).rotate::<25>(),
        s[19].xor(d[4]).rotate::<8>(),
        s[20].xor(d[0]).rotate::<18>(),
    );
    let r3 = row(
        s[4].xor(d[4]).rotate::<27>(),
        s[5].xor(d[0]).rotate::<36>(),
        s[11].xor(d[1]).rotate::<10>(),
        s[17].xor(d[2]).rotate::<15>(),
        s[23].xor(d[3]).rotate::<56>(),
    );
    let r4 = row(
        s[2].xor(d[2]).rotate::<62>(),
        s[8].xor(d[3]).rotate::<55>(),
        s[14].xor(d[4]).rotate::<39>(),
        s[15].xor(d[0]).rotate::<41>(),
        s[21].xor(d[1]).rotate::<2>(),
    );
    [
        r0[0].xor(L::splat(constant)),
        r0[1],
        r0[2],
        r0[3],
        r0[4],
        r1[0],
        r1[1],
        r1[2],
        r1[3],
        r1[4],
        r2[0],
        r2[1],
        r2[2],
        r2[3],
        r2[4],
        r3[0],
        r3[1],
        r3[2],
        r3[3],
        r3[4],
        r4[0],
        r4[1],
        r4[2],
        r4[3],
        r4[4],
    ]
}

/// Absorbs one block of [`RATE_WORDS`] words.
#[inline(always)]
pub(super) fn absorb<L: Lanes>(s: &mut State<L>, block: &[L]) {
    for (lane, word) in s.iter_mut().zip(&block[..RATE_WORDS]) {
        *lane = lane.xor(*word);
    }
}

impl Lanes for u64 {
    const COUNT: usize = 1;

    #[inline(always)]
    fn splat(word: u64) -> Self {
        word
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        words[0]
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        u32::from(self & mask == 0)
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        self ^ other
    }
    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        self.rotate_left(N)
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        self ^ (!b & c)
    }
}

/// The message with SHA3-512's padding, as words, a whole number of blocks.
pub(super) fn padded_words(message: &[u8]) -> Vec<u64> {
    let mut bytes = message.to_vec();
    bytes.push(0x06);
    bytes.resize(bytes.len().next_multiple_of(RATE), 0);
    *bytes.last_mut().expect("padding") |= 0x80;
    let words = bytes.chunks_exact(8);
    words
        .map(|word| u64::from_le_bytes(word.try_into().expect("eight bytes")))
        .collect()
}

/// The state after absorbing whole blocks of words.
pub(super) fn absorbed(words: &[u64]) -> State<u64> {
    let mut state = [0; 25];
    for block in words.chunks_exact(RATE_WORDS) {
        absorb(&mut state, block);
        state = permute_one(state);
    }
    state
}

/// The permutation of one state, as a function of its own for all that is not hot.
#[inline(never)]
fn permute_one(state: State<u64>) -> State<u64> {
    permute(state)
}

/// SHA3-512.
pub(crate) fn sha3_512(message: &[u8]) -> [u8; 64] {
    let state = absorbed(&padded_words(message));
    let mut hash = [0; 64];
    for (bytes, lane) in hash.chunks_exact_mut(8).zip(state) {
        bytes.copy_from_slice(&lane.to_le_bytes());
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha3::{Digest, Sha3_512};

    #[test]
    fn the_hash_is_that_of_the_sha3_crate_for_every_length() {
        let message: Vec<u8> = (0..300u32).map(|i| (i * 37 + 11) as u8).collect();
        for length in 0..=message.len() {
            let expected = Sha3_512::digest(&message[..length]);
            assert_eq!(
                sha3_512(&message[..length])[..],
                expected[..],
                "length {length}"
            );
        }
    }

    #[test]
    fn the_short_form_is_the_first_word_of_the_permutation() {
        let state: State<u64> =
            std::array::from_fn(|i| (i as u64).wrapping_mul(0x9e3779b97f4a7c15));
        assert_eq!(permute_to_first_word(state), permute(state)[0]);
    }
}
