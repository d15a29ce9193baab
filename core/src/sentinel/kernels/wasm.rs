//! The kernel for WebAssembly with 128-bit vectors. There is no detection at run time: a module
//! is compiled with them or without.

use std::arch::wasm32::*;

use super::{Batch, Code, Hit, permute_many, scan};
use crate::sentinel::keccak::{Lanes, State, permute};

/// A vector's lanes, and one more in a general register: a vector alone is slower than that.
type Mixed = (V128, u64);

pub(super) const CODE: Code = Code {
    scan: scan_here,
    permute: permute_here,
};

fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
    scan::<Mixed>(batch, from, to, permute_state, |state| {
        permute_state(state);
        state[0]
    })
}

fn permute_here(times: u64) -> u64 {
    permute_many::<Mixed>(times, permute_state)
}

/// A function of its own, so that the module has it once.
#[inline(never)]
fn permute_state(state: &mut State<Mixed>) {
    *state = permute(*state);
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
