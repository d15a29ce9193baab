//! Kernels for x86-64.
//!
//! The types' methods use instructions that a machine may not have. They are made in this file
//! alone, by [`scan`] and [`permute_many`] inlined into functions that enable these
//! instructions, which in turn are called only where they were detected.

use std::arch::{asm, x86_64::*};

use super::{Batch, Hit, permute_many, scan};
use crate::sentinel::keccak::Lanes;

/// Defines a kernel's entry points: [`scan`] and [`permute_many`] with instructions enabled.
macro_rules! entry_points {
    ($name:ident, $features:literal, $lanes:ty) => {
        pub(super) mod $name {
            use super::*;

            #[target_feature(enable = $features)]
            pub fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
                scan::<$lanes>(batch, from, to)
            }

            #[target_feature(enable = $features)]
            pub fn permute_here(times: u64) -> u64 {
                permute_many::<$lanes>(times)
            }
        }
    };
}

entry_points!(bmi2, "bmi1,bmi2", Bmi2);
entry_points!(avx2, "avx2", Avx2);
entry_points!(avx2_scalar, "avx2,bmi1,bmi2", (Avx2, Bmi2));
entry_points!(avx512, "avx512f,avx512vl", Avx512);
entry_points!(avx512_scalar, "avx512f,avx512vl,bmi1,bmi2", (Avx512, Bmi2));
entry_points!(avx512_x4, "avx512f,avx512vl", Avx512x4);

/// Four lanes in a 256-bit register.
#[derive(Clone, Copy)]
pub(super) struct Avx2(__m256i);

impl Lanes for Avx2 {
    #[inline(always)]
    fn pin(self) -> Self {
        // SAFETY: the instructions are enabled, see the module.
        Self(unsafe { pin_256(self.0) })
    }
    const COUNT: usize = 4;

    #[inline(always)]
    fn effect(before: Self, after: Self) -> Self {
        // A rotation by one is an addition and a shift, and there are more adders.
        // SAFETY: AVX2 is enabled, see the module.
        let rotated = unsafe {
            _mm256_or_si256(
                _mm256_add_epi64(after.0, after.0),
                _mm256_srli_epi64::<63>(after.0),
            )
        };
        before.xor(Self(rotated))
    }
    #[inline(always)]
    fn add(self, effect: Self) -> Self {
        self.xor(effect)
    }
    #[inline(always)]
    fn splat(word: u64) -> Self {
        // SAFETY: AVX2 is enabled, see the module.
        Self(unsafe { _mm256_set1_epi64x(word as i64) })
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        let words = &words[..4];
        // SAFETY: AVX2 is enabled, see the module; there are 32 bytes, of any alignment.
        Self(unsafe { _mm256_loadu_si256(words.as_ptr().cast()) })
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        // SAFETY: AVX2 is enabled, see the module.
        unsafe {
            let bits = _mm256_and_si256(self.0, _mm256_set1_epi64x(mask as i64));
            let zero = _mm256_cmpeq_epi64(bits, _mm256_setzero_si256());
            _mm256_movemask_pd(_mm256_castsi256_pd(zero)) as u32
        }
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        // SAFETY: AVX2 is enabled, see the module.
        Self(unsafe { _mm256_xor_si256(self.0, other.0) })
    }
    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        // SAFETY: AVX2 is enabled, see the module.
        Self(unsafe {
            match N {
                8 => {
                    let bytes = _mm256_set1_epi64x(0x0605_0403_0201_0007);
                    _mm256_shuffle_epi8(self.0, rotation_bytes(bytes))
                }
                56 => {
                    let bytes = _mm256_set1_epi64x(0x0007_0605_0403_0201);
                    _mm256_shuffle_epi8(self.0, rotation_bytes(bytes))
                }
                _ => {
                    let left = _mm256_sll_epi64(self.0, _mm_cvtsi32_si128(N as i32));
                    let right = _mm256_srl_epi64(self.0, _mm_cvtsi32_si128(64 - N as i32));
                    _mm256_or_si256(left, right)
                }
            }
        })
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        // SAFETY: AVX2 is enabled, see the module.
        Self(unsafe { _mm256_xor_si256(self.0, _mm256_andnot_si256(b.0, c.0)) })
    }
}

/// The indices of a shuffle within each half of a register, from those for its lowest word.
#[inline(always)]
fn rotation_bytes(lowest: __m256i) -> __m256i {
    // SAFETY: AVX2 is enabled, see the module.
    unsafe {
        _mm256_or_si256(
            lowest,
            _mm256_set_epi64x(0x0808_0808_0808_0808, 0, 0x0808_0808_0808_0808, 0),
        )
    }
}

/// Eight lanes in a 512-bit register.
#[derive(Clone, Copy)]
pub(super) struct Avx512(__m512i);

/// The truth table of `a ^ b ^ c`.
const XOR3: i32 = 0x96;
/// The truth table of `a ^ (!b & c)`.
const CHI: i32 = 0xd2;

impl Lanes for Avx512 {
    #[inline(always)]
    fn pin(self) -> Self {
        // SAFETY: the instructions are enabled, see the module.
        Self(unsafe { pin_512(self.0) })
    }
    const COUNT: usize = 8;

    #[inline(always)]
    fn effect(before: Self, after: Self) -> Self {
        before.xor(after.rotate::<1>())
    }
    #[inline(always)]
    fn add(self, effect: Self) -> Self {
        self.xor(effect)
    }
    #[inline(always)]
    fn splat(word: u64) -> Self {
        // SAFETY: AVX-512F is enabled, see the module.
        Self(unsafe { _mm512_set1_epi64(word as i64) })
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        let words = &words[..8];
        // SAFETY: AVX-512F is enabled, see the module; there are 64 bytes, of any alignment.
        Self(unsafe { _mm512_loadu_si512(words.as_ptr().cast()) })
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        // SAFETY: AVX-512F is enabled, see the module.
        unsafe { _mm512_testn_epi64_mask(self.0, _mm512_set1_epi64(mask as i64)).into() }
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        // SAFETY: AVX-512F is enabled, see the module.
        Self(unsafe { _mm512_xor_si512(self.0, other.0) })
    }
    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        // SAFETY: AVX-512F is enabled, see the module.
        Self(unsafe { _mm512_rolv_epi64(self.0, _mm512_set1_epi64(N.into())) })
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        // SAFETY: AVX-512F is enabled, see the module.
        Self(unsafe { _mm512_ternarylogic_epi64::<CHI>(self.0, b.0, c.0) })
    }
    #[inline(always)]
    fn xor5(a: Self, b: Self, c: Self, d: Self, e: Self) -> Self {
        // SAFETY: AVX-512F is enabled, see the module.
        Self(unsafe {
            let abc = _mm512_ternarylogic_epi64::<XOR3>(a.0, b.0, c.0);
            _mm512_ternarylogic_epi64::<XOR3>(abc, d.0, e.0)
        })
    }
}

/// Four lanes in a 256-bit register, with the instructions of AVX-512.
#[derive(Clone, Copy)]
pub(super) struct Avx512x4(__m256i);

impl Lanes for Avx512x4 {
    #[inline(always)]
    fn pin(self) -> Self {
        // SAFETY: the instructions are enabled, see the module.
        Self(unsafe { pin_256(self.0) })
    }
    const COUNT: usize = 4;

    #[inline(always)]
    fn effect(before: Self, after: Self) -> Self {
        before.xor(after.rotate::<1>())
    }
    #[inline(always)]
    fn add(self, effect: Self) -> Self {
        self.xor(effect)
    }
    #[inline(always)]
    fn splat(word: u64) -> Self {
        // SAFETY: AVX-512VL is enabled, and AVX2 with it, see the module.
        Self(unsafe { _mm256_set1_epi64x(word as i64) })
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        let words = &words[..4];
        // SAFETY: AVX is enabled, see the module; there are 32 bytes, of any alignment.
        Self(unsafe { _mm256_loadu_si256(words.as_ptr().cast()) })
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        // SAFETY: AVX-512VL is enabled, see the module.
        unsafe { _mm256_testn_epi64_mask(self.0, _mm256_set1_epi64x(mask as i64)).into() }
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        // SAFETY: AVX-512VL is enabled, and AVX2 with it, see the module.
        Self(unsafe { _mm256_xor_si256(self.0, other.0) })
    }
    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        // SAFETY: AVX-512VL is enabled, see the module.
        Self(unsafe { _mm256_rolv_epi64(self.0, _mm256_set1_epi64x(N.into())) })
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        // SAFETY: AVX-512VL is enabled, see the module.
        Self(unsafe { _mm256_ternarylogic_epi64::<CHI>(self.0, b.0, c.0) })
    }
    #[inline(always)]
    fn xor5(a: Self, b: Self, c: Self, d: Self, e: Self) -> Self {
        // SAFETY: AVX-512VL is enabled, see the module.
        Self(unsafe {
            let abc = _mm256_ternarylogic_epi64::<XOR3>(a.0, b.0, c.0);
            _mm256_ternarylogic_epi64::<XOR3>(abc, d.0, e.0)
        })
    }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn pin_512(mut register: __m512i) -> __m512i {
    // SAFETY: it does nothing.
    unsafe { asm!("/* {0} */", inout(zmm_reg) register, options(nomem, nostack, preserves_flags)) };
    register
}

#[inline]
#[target_feature(enable = "avx")]
fn pin_256(mut register: __m256i) -> __m256i {
    // SAFETY: it does nothing.
    unsafe { asm!("/* {0} */", inout(ymm_reg) register, options(nomem, nostack, preserves_flags)) };
    register
}

/// One lane in a general register.
#[derive(Clone, Copy)]
pub(super) struct Bmi2(u64);

impl Lanes for Bmi2 {
    const COUNT: usize = 1;

    #[inline(always)]
    fn pin(mut self) -> Self {
        // SAFETY: it does nothing.
        unsafe { asm!("/* {0} */", inout(reg) self.0, options(nomem, nostack, preserves_flags)) };
        self
    }
    #[inline(always)]
    fn effect(before: Self, after: Self) -> Self {
        Self(u64::effect(before.0, after.0))
    }
    #[inline(always)]
    fn add(self, effect: Self) -> Self {
        self.xor(effect)
    }
    #[inline(always)]
    fn splat(word: u64) -> Self {
        Self(word)
    }
    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        Self(words[0])
    }
    #[inline(always)]
    fn without(self, mask: u64) -> u32 {
        self.0.without(mask)
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }
    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        Self(self.0.rotate_left(N))
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        Self(self.0.chi(b.0, c.0))
    }
}
