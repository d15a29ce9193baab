//! Kernels for 64-bit ARM.
//!
//! The methods of [`Sha3`] use instructions that a machine may not have. Only [`scan`] and
//! [`permute_many`] create its values, inlined into functions that enable these instructions, and
//! [`code`] returns these functions only if the instructions were detected.

use std::arch::{aarch64::*, is_aarch64_feature_detected};

use super::kernel::Kernel;
use super::scan::{Batch, Code, Hit, permute_many, scan};
use crate::keccak::{Lanes, permute, permute_to_first_word};

/// The code of a kernel, if this machine has the instructions.
pub(super) fn code(kernel: Kernel) -> Option<Code> {
    match kernel {
        Kernel::Neon if is_aarch64_feature_detected!("neon") => Some(neon::CODE),
        Kernel::NeonSha3 if is_aarch64_feature_detected!("sha3") => Some(neon_sha3::CODE),
        _ => None,
    }
}

/// The code of a kernel, with instructions enabled.
macro_rules! code {
    ($features:literal, $lanes:ty) => {
        pub const CODE: Code = Code {
            scan: scan_here,
            permute: permute_here,
        };

        #[target_feature(enable = $features)]
        fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
            scan::<$lanes>(
                batch,
                from,
                to,
                |state| *state = permute(*state),
                |state| permute_to_first_word(*state),
            )
        }

        #[target_feature(enable = $features)]
        fn permute_here(times: u64) -> u64 {
            permute_many::<$lanes>(times, |state| *state = permute(*state))
        }
    };
}

mod neon {
    use super::*;
    code!("neon", Neon);
}
mod neon_sha3 {
    use super::*;
    code!("neon,sha3", Sha3);
}

/// Two lanes in a 128-bit register.
#[derive(Clone, Copy)]
struct Neon(uint64x2_t);

impl Lanes for Neon {
    const COUNT: usize = 2;
    const STATE_FITS: bool = true;

    #[inline(always)]
    fn splat(word: u64) -> Self {
        // SAFETY: every machine of this kind has NEON.
        Self(unsafe { vdupq_n_u64(word) })
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        let words = &words[..2];
        // SAFETY: every machine of this kind has NEON; there are two words.
        Self(unsafe { vld1q_u64(words.as_ptr()) })
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        // SAFETY: every machine of this kind has NEON.
        let [first, second] = unsafe { [vgetq_lane_u64::<0>(self.0), vgetq_lane_u64::<1>(self.0)] };
        first.without(mask) | second.without(mask) << 1
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        // SAFETY: every machine of this kind has NEON.
        Self(unsafe { veorq_u64(self.0, other.0) })
    }
    #[inline(always)]
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        // SAFETY: every machine of this kind has NEON.
        Self(unsafe { vsriq_n_u64::<RIGHT>(vshlq_n_u64::<LEFT>(self.0), self.0) })
    }
    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        before.xor(after.rotate::<1, 63>())
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        // SAFETY: every machine of this kind has NEON.
        Self(unsafe { veorq_u64(self.0, vbicq_u64(c.0, b.0)) })
    }
}

/// Two lanes in a 128-bit register, with the instructions that exist for this permutation.
#[derive(Clone, Copy)]
struct Sha3(uint64x2_t);

impl Lanes for Sha3 {
    const COUNT: usize = 2;
    const STATE_FITS: bool = true;

    #[inline(always)]
    fn splat(word: u64) -> Self {
        Self(Neon::splat(word).0)
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        Self(Neon::load(words).0)
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        Neon(self.0).without(mask)
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        Self(Neon(self.0).xor(Neon(other.0)).0)
    }
    #[inline(always)]
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        Self(Neon(self.0).rotate::<LEFT, RIGHT>().0)
    }
    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        // SAFETY: the SHA3 extension is enabled, see the module.
        Self(unsafe { rax1(before.0, after.0) })
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        // SAFETY: the SHA3 extension is enabled, see the module.
        Self(unsafe { bcax(self.0, c.0, b.0) })
    }
    #[inline(always)]
    fn xor_rotate<const LEFT: i32, const RIGHT: i32>(self, other: Self) -> Self {
        // SAFETY: the SHA3 extension is enabled, see the module.
        Self(unsafe { xar::<RIGHT>(self.0, other.0) })
    }
    #[inline(always)]
    fn xor5(a: Self, b: Self, c: Self, d: Self, e: Self) -> Self {
        // SAFETY: the SHA3 extension is enabled, see the module.
        Self(unsafe { eor3(eor3(a.0, b.0, c.0), d.0, e.0) })
    }
}

// The instructions, as functions that the compiler can inline once their caller is.

#[inline]
#[target_feature(enable = "neon,sha3")]
fn rax1(a: uint64x2_t, b: uint64x2_t) -> uint64x2_t {
    vrax1q_u64(a, b)
}

#[inline]
#[target_feature(enable = "neon,sha3")]
fn bcax(a: uint64x2_t, b: uint64x2_t, c: uint64x2_t) -> uint64x2_t {
    vbcaxq_u64(a, b, c)
}

#[inline]
#[target_feature(enable = "neon,sha3")]
fn xar<const RIGHT: i32>(a: uint64x2_t, b: uint64x2_t) -> uint64x2_t {
    vxarq_u64::<RIGHT>(a, b)
}

#[inline]
#[target_feature(enable = "neon,sha3")]
fn eor3(a: uint64x2_t, b: uint64x2_t, c: uint64x2_t) -> uint64x2_t {
    veor3q_u64(a, b, c)
}
