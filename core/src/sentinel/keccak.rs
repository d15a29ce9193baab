//! Keccak-f[1600], written once for every kernel, and SHA3-512 over it (FIPS 202).

/// The number of 64-bit words that SHA3-512 absorbs per block (its rate, 72 bytes).
pub(super) const RATE_WORDS: usize = 9;

/// The number of bytes that SHA3-512 absorbs per block.
pub(super) const RATE: usize = 8 * RATE_WORDS;

const ROUNDS: usize = 24;
const UNROLL: usize = 24;

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

    /// `before ^ after.rotate_left(1)`, from the parities of the columns on both sides.
    fn effect(before: Self, after: Self) -> Self;
    /// `self ^ effect`
    fn add(self, effect: Self) -> Self;

    /// `self ^ other`
    fn xor(self, other: Self) -> Self;
    /// Rotates left by `N` bits, 1 to 63.
    fn rotate<const N: u32>(self) -> Self;
    /// `self ^ (!b & c)`
    fn chi(self, b: Self, c: Self) -> Self;

    /// Itself, computed before what comes after it in the source.
    #[inline(always)]
    fn pin(self) -> Self {
        self
    }
    /// `(self ^ effect).rotate_left(N)`
    #[inline(always)]
    fn add_rotate<const N: u32>(self, effect: Self) -> Self {
        self.add(effect).rotate::<N>()
    }
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
    for c in ROUND_CONSTANTS.chunks_exact(UNROLL) {
        let mut i = 0;
        while i < UNROLL {
            s = round(s, c[i]);
            i += 1;
        }
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
    let a = s[0].add(d0);
    let b = s[6].add_rotate::<44>(d1);
    let c = s[12].add_rotate::<43>(d2);
    a.chi(b, c).xor(L::splat(ROUND_CONSTANTS[ROUNDS - 1]))
}

/// What theta adds to each column.
#[inline(always)]
fn theta<L: Lanes>(s: &State<L>) -> [L; 5] {
    let column = |x: usize| L::xor5(s[x], s[x + 5], s[x + 10], s[x + 15], s[x + 20]).pin();
    let c4 = column(4);
    let c3 = column(3);
    let c1 = column(1);
    let c0 = column(0);
    let c2 = column(2);
    let d1 = L::effect(c0, c2).pin();
    let d2 = L::effect(c1, c3).pin();
    let d4 = L::effect(c3, c0).pin();
    let d0 = L::effect(c4, c1).pin();
    let d3 = L::effect(c2, c4).pin();
    [d0, d1, d2, d3, d4]
}

#[inline(always)]
fn round<L: Lanes>(s: State<L>, constant: u64) -> State<L> {
    let d = theta(&s);
    // Each row is made ready while the ones before it are still on their way.
    let b2 = [
        s[1].add_rotate::<1>(d[1]).pin(),
        s[7].add_rotate::<6>(d[2]).pin(),
        s[13].add_rotate::<25>(d[3]).pin(),
        s[19].add_rotate::<8>(d[4]).pin(),
        s[20].add_rotate::<18>(d[0]).pin(),
    ];
    let b1 = [
        s[3].add_rotate::<28>(d[3]).pin(),
        s[9].add_rotate::<20>(d[4]).pin(),
        s[10].add_rotate::<3>(d[0]).pin(),
        s[16].add_rotate::<45>(d[1]).pin(),
        s[22].add_rotate::<61>(d[2]).pin(),
    ];
    let r2 = row(b2);
    let b3 = [
        s[4].add_rotate::<27>(d[4]).pin(),
        s[5].add_rotate::<36>(d[0]).pin(),
        s[11].add_rotate::<10>(d[1]).pin(),
        s[17].add_rotate::<15>(d[2]).pin(),
        s[23].add_rotate::<56>(d[3]).pin(),
    ];
    let r1 = row(b1);
    let b0 = [
        s[0].add(d[0]).pin(),
        s[6].add_rotate::<44>(d[1]).pin(),
        s[12].add_rotate::<43>(d[2]).pin(),
        s[18].add_rotate::<21>(d[3]).pin(),
        s[24].add_rotate::<14>(d[4]).pin(),
    ];
    let r3 = row(b3);
    let b4 = [
        s[2].add_rotate::<62>(d[2]).pin(),
        s[8].add_rotate::<55>(d[3]).pin(),
        s[14].add_rotate::<39>(d[4]).pin(),
        s[15].add_rotate::<41>(d[0]).pin(),
        s[21].add_rotate::<2>(d[1]).pin(),
    ];
    let mut r0 = row(b0);
    r0[0] = r0[0].xor(L::splat(constant)).pin();
    let r4 = row(b4);
    [
        r0[0], r0[1], r0[2], r0[3], r0[4], r1[0], r1[1], r1[2], r1[3], r1[4], r2[0], r2[1], r2[2],
        r2[3], r2[4], r3[0], r3[1], r3[2], r3[3], r3[4], r4[0], r4[1], r4[2], r4[3], r4[4],
    ]
}

/// Chi, on one row.
#[inline(always)]
fn row<L: Lanes>([a, b, c, d, e]: [L; 5]) -> [L; 5] {
    let b1 = b.chi(c, d).pin();
    let d1 = d.chi(e, a).pin();
    let c1 = c.chi(d, e).pin();
    let a1 = a.chi(b, c).pin();
    let e1 = e.chi(a, b).pin();
    [a1, b1, c1, d1, e1]
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
    fn effect(before: Self, after: Self) -> u64 {
        before ^ after.rotate_left(1)
    }
    #[inline(always)]
    fn add(self, effect: u64) -> Self {
        self ^ effect
    }

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

/// The lanes of two kinds side by side, those of the first coming first: where a machine has
/// separate units for them, both are busy.
impl<A: Lanes, B: Lanes> Lanes for (A, B) {
    const COUNT: usize = A::COUNT + B::COUNT;

    #[inline(always)]
    fn effect(before: Self, after: Self) -> Self {
        (A::effect(before.0, after.0), B::effect(before.1, after.1))
    }
    #[inline(always)]
    fn add(self, effect: Self) -> Self {
        (self.0.add(effect.0), self.1.add(effect.1))
    }
    #[inline(always)]
    fn splat(word: u64) -> Self {
        (A::splat(word), B::splat(word))
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        (A::load(words), B::load(&words[A::COUNT..]))
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        self.0.without(mask) | self.1.without(mask) << A::COUNT
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        (self.0.xor(other.0), self.1.xor(other.1))
    }
    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        (self.0.rotate::<N>(), self.1.rotate::<N>())
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        (self.0.chi(b.0, c.0), self.1.chi(b.1, c.1))
    }
    #[inline(always)]
    fn add_rotate<const N: u32>(self, effect: Self) -> Self {
        (
            self.0.add_rotate::<N>(effect.0),
            self.1.add_rotate::<N>(effect.1),
        )
    }
    #[inline(always)]
    fn pin(self) -> Self {
        (self.0.pin(), self.1.pin())
    }
    #[inline(always)]
    fn xor5(a: Self, b: Self, c: Self, d: Self, e: Self) -> Self {
        (
            A::xor5(a.0, b.0, c.0, d.0, e.0),
            B::xor5(a.1, b.1, c.1, d.1, e.1),
        )
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
