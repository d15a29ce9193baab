//! Keccak-f[1600], written once for every kernel, and SHA3-512 over it (FIPS 202).

/// The number of 64-bit words that SHA3-512 absorbs per block (its rate, 72 bytes).
pub(super) const RATE_WORDS: usize = 9;

/// The number of bytes that SHA3-512 absorbs per block.
pub(super) const RATE: usize = 8 * RATE_WORDS;

#[rustfmt::skip]
const ROUND_CONSTANTS: [u64; 24] = [
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
    0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
    0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
    0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
    0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
];

/// One 64-bit lane of the state for each of several messages at once.
///
/// The permutation uses only these operations, so that a kernel is one small type.
pub(super) trait Lanes: Copy {
    /// The number of messages.
    const COUNT: usize;
    /// True if a whole state fits into registers, with some to spare.
    const STATE_FITS: bool = false;
    /// True if the parities of the columns are carried from round to round, rather than recomputed
    /// in each.
    const CARRY_PARITIES: bool = !Self::STATE_FITS;
    /// True if the loop over the rounds has two of them in its body.
    const ROUNDS_IN_PAIRS: bool = false;

    /// The same word for every message.
    fn splat(word: u64) -> Self;
    /// The first [`Self::COUNT`] words of a slice, one for each message.
    fn load(words: &[u64]) -> Self;
    /// A bit for each message, from bit 0, set where none of the bits of `mask` is set.
    fn without(self, mask: u64) -> u32;

    /// `before ^ after.rotate_left(1)`, from the parities of the columns on both sides.
    fn theta(before: Self, after: Self) -> Self;

    /// `self ^ other`
    fn xor(self, other: Self) -> Self;
    /// Rotates left by `LEFT` bits, 1 to 63; `RIGHT` is 64 less that.
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self;
    /// `self ^ (!b & c)`
    fn chi(self, b: Self, c: Self) -> Self;

    /// Itself, computed before anything that follows it in the source.
    #[inline(always)]
    fn pin(self) -> Self {
        self
    }
    /// `(self ^ other).rotate_left(LEFT)`
    #[inline(always)]
    fn xor_rotate<const LEFT: i32, const RIGHT: i32>(self, other: Self) -> Self {
        self.xor(other).rotate::<LEFT, RIGHT>()
    }
    /// `a ^ b ^ c ^ d ^ e`
    #[inline(always)]
    fn xor5(a: Self, b: Self, c: Self, d: Self, e: Self) -> Self {
        a.xor(b).xor(c.xor(d)).xor(e)
    }
}

/// A state for each of several messages at once: lane (x, y) is at `x + 5 * y`.
pub(super) type State<L> = [L; 25];

/// The permutation.
#[inline(always)]
pub(super) fn permute<L: Lanes>(s: State<L>) -> State<L> {
    rounds(s, &ROUND_CONSTANTS).0
}

/// The first word of the permutation's result, for which most of the last round is not needed.
#[inline(always)]
#[cfg_attr(
    not(any(target_arch = "x86_64", target_arch = "aarch64")),
    allow(dead_code, reason = "the kernels elsewhere have no use for it")
)]
pub(super) fn permute_to_first_word<L: Lanes>(s: State<L>) -> L {
    let [all_but_last @ .., last] = &ROUND_CONSTANTS;
    let (s, c) = rounds(s, all_but_last);
    let d = theta(if L::CARRY_PARITIES { c } else { columns(&s) });
    let a = s[0].xor(d[0]);
    let b = s[6].xor_rotate::<44, 20>(d[1]);
    let c = s[12].xor_rotate::<43, 21>(d[2]);
    a.chi(b, c).xor(L::splat(*last))
}

/// Rounds, from a state to a state and, if they are carried, the parities of its columns.
#[inline(always)]
fn rounds<L: Lanes>(mut s: State<L>, constants: &[u64]) -> (State<L>, [L; 5]) {
    let mut c = if L::CARRY_PARITIES {
        columns(&s)
    } else {
        [s[0]; 5]
    };
    if L::ROUNDS_IN_PAIRS {
        let pairs = constants.chunks_exact(2);
        let rest = pairs.remainder();
        for pair in pairs {
            (s, c) = round(s, c, pair[0]);
            (s, c) = round(s, c, pair[1]);
        }
        if let [last] = rest {
            (s, c) = round(s, c, *last);
        }
    } else {
        for &constant in constants {
            (s, c) = round(s, c, constant);
        }
    }
    (s, c)
}

/// The parity of each column.
#[inline(always)]
fn columns<L: Lanes>(s: &State<L>) -> [L; 5] {
    let c4 = column::<L, 4>(s);
    let c3 = column::<L, 3>(s);
    let c1 = column::<L, 1>(s);
    let c0 = column::<L, 0>(s);
    let c2 = column::<L, 2>(s);
    [c0, c1, c2, c3, c4]
}

/// The parity of a column.
#[inline(always)]
fn column<L: Lanes, const X: usize>(s: &State<L>) -> L {
    L::xor5(s[X], s[X + 5], s[X + 10], s[X + 15], s[X + 20]).pin()
}

/// The value that theta adds to each column, from the parities.
#[inline(always)]
fn theta<L: Lanes>([c0, c1, c2, c3, c4]: [L; 5]) -> [L; 5] {
    let d1 = L::theta(c0, c2).pin();
    let d2 = L::theta(c1, c3).pin();
    let d4 = L::theta(c3, c0).pin();
    let d0 = L::theta(c4, c1).pin();
    let d3 = L::theta(c2, c4).pin();
    [d0, d1, d2, d3, d4]
}

/// One round, from and to a state and, if they are carried, the parities of its columns.
///
/// The order was found by measuring. If the state fits into registers, each row is started while
/// the previous one is in progress. If not, each row is finished, and added to the parities, while
/// it is at hand.
#[inline(always)]
fn round<L: Lanes>(s: State<L>, mut c: [L; 5], constant: u64) -> (State<L>, [L; 5]) {
    let d = theta(if L::CARRY_PARITIES { c } else { columns(&s) });
    let (mut r0, r1, r2, r3, r4);
    if L::STATE_FITS {
        let b2 = before_row_2(&s, &d);
        let b1 = before_row_1(&s, &d);
        r2 = chi(b2);
        let b3 = before_row_3(&s, &d);
        r1 = chi(b1);
        let b0 = before_row_0(&s, &d);
        r3 = chi(b3);
        let b4 = before_row_4(&s, &d);
        r0 = chi(b0);
        r0[0] = r0[0].xor(L::splat(constant)).pin();
        r4 = chi(b4);
    } else {
        r0 = chi(before_row_0(&s, &d));
        r0[0] = r0[0].xor(L::splat(constant)).pin();
        r1 = chi(before_row_1(&s, &d));
        c = xor_rows(r0, r1);
        r2 = chi(before_row_2(&s, &d));
        c = xor_rows(c, r2);
        r3 = chi(before_row_3(&s, &d));
        c = xor_rows(c, r3);
        r4 = chi(before_row_4(&s, &d));
        c = xor_rows(c, r4);
    }
    let s = [
        r0[0], r0[1], r0[2], r0[3], r0[4], r1[0], r1[1], r1[2], r1[3], r1[4], r2[0], r2[1], r2[2],
        r2[3], r2[4], r3[0], r3[1], r3[2], r3[3], r3[4], r4[0], r4[1], r4[2], r4[3], r4[4],
    ];
    (s, c)
}

#[inline(always)]
fn xor_rows<L: Lanes>(a: [L; 5], b: [L; 5]) -> [L; 5] {
    if !L::CARRY_PARITIES {
        return a;
    }
    let [a0, a1, a2, a3, a4] = a;
    let [b0, b1, b2, b3, b4] = b;
    [a0.xor(b0), a1.xor(b1), a2.xor(b2), a3.xor(b3), a4.xor(b4)]
}

// The inputs from which chi makes each row: the lanes that pi brings there, after theta and rho.

#[inline(always)]
fn before_row_0<L: Lanes>(s: &State<L>, d: &[L; 5]) -> [L; 5] {
    [
        s[0].xor(d[0]).pin(),
        s[6].xor_rotate::<44, 20>(d[1]).pin(),
        s[12].xor_rotate::<43, 21>(d[2]).pin(),
        s[18].xor_rotate::<21, 43>(d[3]).pin(),
        s[24].xor_rotate::<14, 50>(d[4]).pin(),
    ]
}

#[inline(always)]
fn before_row_1<L: Lanes>(s: &State<L>, d: &[L; 5]) -> [L; 5] {
    [
        s[3].xor_rotate::<28, 36>(d[3]).pin(),
        s[9].xor_rotate::<20, 44>(d[4]).pin(),
        s[10].xor_rotate::<3, 61>(d[0]).pin(),
        s[16].xor_rotate::<45, 19>(d[1]).pin(),
        s[22].xor_rotate::<61, 3>(d[2]).pin(),
    ]
}

#[inline(always)]
fn before_row_2<L: Lanes>(s: &State<L>, d: &[L; 5]) -> [L; 5] {
    [
        s[1].xor_rotate::<1, 63>(d[1]).pin(),
        s[7].xor_rotate::<6, 58>(d[2]).pin(),
        s[13].xor_rotate::<25, 39>(d[3]).pin(),
        s[19].xor_rotate::<8, 56>(d[4]).pin(),
        s[20].xor_rotate::<18, 46>(d[0]).pin(),
    ]
}

#[inline(always)]
fn before_row_3<L: Lanes>(s: &State<L>, d: &[L; 5]) -> [L; 5] {
    [
        s[4].xor_rotate::<27, 37>(d[4]).pin(),
        s[5].xor_rotate::<36, 28>(d[0]).pin(),
        s[11].xor_rotate::<10, 54>(d[1]).pin(),
        s[17].xor_rotate::<15, 49>(d[2]).pin(),
        s[23].xor_rotate::<56, 8>(d[3]).pin(),
    ]
}

#[inline(always)]
fn before_row_4<L: Lanes>(s: &State<L>, d: &[L; 5]) -> [L; 5] {
    [
        s[2].xor_rotate::<62, 2>(d[2]).pin(),
        s[8].xor_rotate::<55, 9>(d[3]).pin(),
        s[14].xor_rotate::<39, 25>(d[4]).pin(),
        s[15].xor_rotate::<41, 23>(d[0]).pin(),
        s[21].xor_rotate::<2, 62>(d[1]).pin(),
    ]
}

/// Chi, on one row.
#[inline(always)]
fn chi<L: Lanes>([a, b, c, d, e]: [L; 5]) -> [L; 5] {
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
    const ROUNDS_IN_PAIRS: bool = !cfg!(target_family = "wasm");

    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        before ^ after.rotate_left(1)
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
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        self.rotate_left(LEFT as u32)
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        self ^ (!b & c)
    }
}

/// The lanes of two kinds side by side, those of the first coming first: on a machine with
/// separate units for them, both are busy.
impl<A: Lanes, B: Lanes> Lanes for (A, B) {
    const COUNT: usize = A::COUNT + B::COUNT;
    const CARRY_PARITIES: bool = A::CARRY_PARITIES;

    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        (A::theta(before.0, after.0), B::theta(before.1, after.1))
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
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        (
            self.0.rotate::<LEFT, RIGHT>(),
            self.1.rotate::<LEFT, RIGHT>(),
        )
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        (self.0.chi(b.0, c.0), self.1.chi(b.1, c.1))
    }
    #[inline(always)]
    fn xor_rotate<const LEFT: i32, const RIGHT: i32>(self, effect: Self) -> Self {
        (
            self.0.xor_rotate::<LEFT, RIGHT>(effect.0),
            self.1.xor_rotate::<LEFT, RIGHT>(effect.1),
        )
    }
    #[inline(always)]
    fn pin(self) -> Self {
        self
    }
    #[inline(always)]
    fn xor5(a: Self, b: Self, c: Self, d: Self, e: Self) -> Self {
        (
            A::xor5(a.0, b.0, c.0, d.0, e.0),
            B::xor5(a.1, b.1, c.1, d.1, e.1),
        )
    }
}

/// The permutation of one state. A separate function, so that there is only one copy of it; where
/// instructions that a machine may lack make it faster, it is inlined into those.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(never)]
pub(super) fn permute_one(state: &mut State<u64>) {
    *state = permute(*state);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_form_is_the_first_word_of_the_permutation() {
        let state: State<u64> =
            std::array::from_fn(|i| (i as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        assert_eq!(permute_to_first_word(state), permute(state)[0]);
    }
}
