//! The kernel for WebAssembly with 128-bit vectors. There is no detection at run time: a module is
//! compiled with them or without.

use std::{arch::wasm32::*, mem};

use super::scan::{Batch, Code, Hit, permute_many};
use crate::keccak::{Lanes, RATE_WORDS, State, permute};

/// A vector's lanes, and one more in a general register: a vector alone is slower.
type Mixed = (V128, u64);

pub(super) const CODE: Code = Code {
    scan: scan_here,
    permute: permute_here,
};

fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
    let start = batch.state.map(Mixed::splat);
    let mut words: Vec<_> = batch.words.iter().map(|&word| Mixed::splat(word)).collect();
    let (mut before, mut after) = (&mut start.clone(), &mut start.clone());
    for offset in (from..to).step_by(Mixed::COUNT) {
        batch.place(offset, &mut words);
        let (first, rest) = words.split_at(RATE_WORDS);
        absorb_block(&start, first, after);
        for block in rest.chunks_exact(RATE_WORDS) {
            mem::swap(&mut before, &mut after);
            absorb_block(before, block, after);
        }
        let lanes = after[0].without(batch.zero_bits);
        if lanes != 0 {
            return Some(Hit::new::<Mixed>(offset, lanes));
        }
    }
    None
}

fn permute_here(times: u64) -> u64 {
    permute_many::<Mixed>(times, permute_state)
}

/// A separate function, so that the module contains it once. Written out, and from one state to
/// another, so that none is copied: the words go from memory into registers.
#[inline(never)]
#[rustfmt::skip]
fn absorb_block(s: &State<Mixed>, block: &[Mixed], after: &mut State<Mixed>) {
    let b = &block[..RATE_WORDS];
    *after = permute([
        s[0].xor(b[0]), s[1].xor(b[1]), s[2].xor(b[2]), s[3].xor(b[3]), s[4].xor(b[4]),
        s[5].xor(b[5]), s[6].xor(b[6]), s[7].xor(b[7]), s[8].xor(b[8]), s[9],
        s[10], s[11], s[12], s[13], s[14], s[15], s[16], s[17], s[18], s[19],
        s[20], s[21], s[22], s[23], s[24],
    ]);
}

#[inline(never)]
fn permute_state(state: &mut State<Mixed>) {
    *state = permute(*state);
}

/// The permutation of one state: in every lane, so that the module needs no other.
pub(crate) fn permute_one(state: &mut State<u64>) {
    let before = state.map(Mixed::splat);
    let mut after = before;
    absorb_block(&before, &[Mixed::splat(0); RATE_WORDS], &mut after);
    *state = after.map(|(_, word)| word);
}

/// Two lanes in a vector.
#[derive(Clone, Copy)]
struct V128(v128);

impl Lanes for V128 {
    const COUNT: usize = 2;
    const CARRY_PARITIES: bool = false;

    #[inline(always)]
    fn splat(word: u64) -> Self {
        Self(u64x2_splat(word))
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        Self(u64x2(words[0], words[1]))
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        let [first, second] = [
            u64x2_extract_lane::<0>(self.0),
            u64x2_extract_lane::<1>(self.0),
        ];
        first.without(mask) | second.without(mask) << 1
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        Self(v128_xor(self.0, other.0))
    }
    #[inline(always)]
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        Self(v128_or(
            u64x2_shl(self.0, LEFT as u32),
            u64x2_shr(self.0, RIGHT as u32),
        ))
    }
    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        before.xor(after.rotate::<1, 63>())
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        Self(v128_xor(self.0, v128_andnot(c.0, b.0)))
    }
}
