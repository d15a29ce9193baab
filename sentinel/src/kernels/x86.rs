//! Kernels for x86-64.
//!
//! The methods of the types here use instructions that a machine may not have. Only [`scan`] and
//! [`permute_many`] create their values, inlined into functions that enable these instructions,
//! and [`code`] returns these functions only if the instructions were detected.

use std::{
    arch::{asm, x86_64::*},
    mem::MaybeUninit,
};

use super::kernel::Kernel;
use super::scan::{Batch, Code, Hit, permute_many, scan};
use crate::keccak::{Lanes, State, permute, permute_to_first_word};

/// The code of a kernel, if this machine has the instructions.
pub(super) fn code(kernel: Kernel) -> Option<Code> {
    let bmi2 = is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("bmi2");
    let avx2 = is_x86_feature_detected!("avx2");
    let avx512 = is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vl");
    match kernel {
        Kernel::ScalarBmi2 if bmi2 => Some(bmi2::CODE),
        Kernel::Avx2 if avx2 => Some(avx2::CODE),
        Kernel::Avx2Scalar if avx2 && bmi2 => Some(avx2_scalar::CODE),
        Kernel::Avx512X4 if avx512 => Some(avx512_x4::CODE),
        Kernel::Avx512 if avx512 => Some(avx512::CODE),
        _ => None,
    }
}

/// The kernels in the order in which this machine prefers them. Intel's processors send vectors and
/// plain words to the same three ports, so there a fifth candidate beside four costs more than it
/// brings: 0.81 of the rate without it. AMD's have ports of their own for each.
pub(super) fn in_order<const N: usize>(mut kernels: [Kernel; N]) -> [Kernel; N] {
    let place = |kernel| kernels.iter().position(|other| *other == kernel);
    if is_intel()
        && let (Some(with), Some(without)) = (place(Kernel::Avx2Scalar), place(Kernel::Avx2))
    {
        kernels.swap(with, without);
    }
    kernels
}

/// True on a processor of Intel's, which spells its name in three registers.
fn is_intel() -> bool {
    // Miri is no processor.
    if cfg!(miri) {
        return false;
    }
    #[allow(unused_unsafe, reason = "it is safe from Rust 1.94 on")]
    // SAFETY: every x86-64 processor has the instruction, and the leaf 0.
    let vendor = unsafe { __cpuid(0) };
    let name = [vendor.ebx, vendor.edx, vendor.ecx].map(u32::to_le_bytes);
    name.as_flattened() == b"GenuineIntel"
}

/// The code of a kernel, with instructions enabled. The permutation is inlined or called as a
/// function, whichever is faster.
macro_rules! code {
    ($features:literal, $lanes:ty, inlined) => {
        code!(@ $features, $lanes, |state| *state = permute(*state), |state| {
            permute_to_first_word(*state)
        });
    };
    ($features:literal, $lanes:ty, called) => {
        code!(@ $features, $lanes, |state| permute_state(state), |state| first_word(state));

        #[inline(never)]
        #[target_feature(enable = $features)]
        fn permute_state(state: &mut State<$lanes>) {
            align_stack();
            *state = permute(*state);
        }

        #[inline(never)]
        #[target_feature(enable = $features)]
        fn first_word(state: &State<$lanes>) -> $lanes {
            align_stack();
            permute_to_first_word(*state)
        }
    };
    (@ $features:literal, $lanes:ty, $permute:expr, $first_word:expr) => {
        pub const CODE: Code = Code { scan: scan_here, permute: permute_here };

        #[target_feature(enable = $features)]
        fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
            align_stack();
            scan::<$lanes>(batch, from, to, $permute, $first_word)
        }

        #[target_feature(enable = $features)]
        fn permute_here(times: u64) -> u64 {
            align_stack();
            permute_many::<$lanes>(times, $permute)
        }
    };
}

mod bmi2 {
    use super::*;
    code!("bmi1,bmi2", Bmi2, inlined);
}
mod avx2 {
    use super::*;
    code!("avx2", Avx2, inlined);
}
mod avx2_scalar {
    use super::*;
    code!("avx2,bmi1,bmi2", (Avx2, u64), called);
}
mod avx512_x4 {
    use super::*;
    code!("avx512f,avx512vl", Avx512x4, inlined);
}
mod avx512 {
    use super::*;
    code!("avx512f,avx512vl", Avx512, inlined);
}

/// Keeps a value's place in the source: the compiler would order the instructions of a round
/// worse. To the compiler, this reads and writes the register, and must not be moved.
macro_rules! pin {
    ($name:ident, $feature:literal, $class:ident, $register:ty) => {
        #[inline]
        #[target_feature(enable = $feature)]
        fn $name(mut register: $register) -> $register {
            if cfg!(miri) {
                return register; // Miri interprets no assembly.
            }
            // SAFETY: it contains no instruction.
            unsafe {
                asm!(
                    "/* {0} */",
                    inout($class) register,
                    options(nomem, nostack, preserves_flags)
                )
            };
            register
        }
    };
}

pin!(pin_64, "bmi2", reg, u64);
pin!(pin_256, "avx", ymm_reg, __m256i);
pin!(pin_512, "avx512f", zmm_reg, __m512i);

/// Makes the compiler align the stack of the function that this is inlined into, so that registers
/// saved there do not straddle cache lines. The compiler does so only for a variable that needs
/// it.
#[inline(always)]
fn align_stack() {
    #[repr(align(64))]
    struct CacheLine;
    if cfg!(miri) {
        return; // Miri interprets no assembly.
    }
    let mut line = MaybeUninit::<CacheLine>::uninit();
    // SAFETY: it contains no instruction.
    unsafe { asm!("/* {0} */", in(reg) line.as_mut_ptr(), options(nostack, preserves_flags)) };
}

/// One lane in a general register.
#[derive(Clone, Copy)]
struct Bmi2(u64);

impl Lanes for Bmi2 {
    const COUNT: usize = 1;
    const ROUNDS_IN_PAIRS: bool = true;

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
    fn pin(self) -> Self {
        // SAFETY: BMI2 is enabled, see the module.
        Self(unsafe { pin_64(self.0) })
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }
    #[inline(always)]
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        Self(self.0.rotate::<LEFT, RIGHT>())
    }
    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        Self(u64::theta(before.0, after.0))
    }
    #[inline(always)]
    fn chi(self, b: Self, c: Self) -> Self {
        Self(self.0.chi(b.0, c.0))
    }
}

/// Four lanes in a 256-bit register.
#[derive(Clone, Copy)]
struct Avx2(__m256i);

impl Lanes for Avx2 {
    #[inline(always)]
    fn pin(self) -> Self {
        // SAFETY: the instructions are enabled, see the module.
        Self(unsafe { pin_256(self.0) })
    }
    const COUNT: usize = 4;
    const ROUNDS_IN_PAIRS: bool = true;

    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
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
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        // SAFETY: AVX2 is enabled, see the module.
        Self(unsafe {
            match LEFT {
                8 => {
                    let bytes = _mm256_set1_epi64x(0x0605_0403_0201_0007);
                    _mm256_shuffle_epi8(self.0, rotation_bytes(bytes))
                }
                56 => {
                    let bytes = _mm256_set1_epi64x(0x0007_0605_0403_0201);
                    _mm256_shuffle_epi8(self.0, rotation_bytes(bytes))
                }
                _ => {
                    let left = _mm256_slli_epi64::<LEFT>(self.0);
                    let right = _mm256_srli_epi64::<RIGHT>(self.0);
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
struct Avx512(__m512i);

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
    const STATE_FITS: bool = true;

    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        before.xor(after.rotate::<1, 63>())
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
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        // SAFETY: AVX-512F is enabled, see the module.
        Self(unsafe { _mm512_rol_epi64::<LEFT>(self.0) })
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
struct Avx512x4(__m256i);

impl Lanes for Avx512x4 {
    const STATE_FITS: bool = true;
    #[inline(always)]
    fn pin(self) -> Self {
        // SAFETY: the instructions are enabled, see the module.
        Self(unsafe { pin_256(self.0) })
    }
    const COUNT: usize = 4;

    #[inline(always)]
    fn theta(before: Self, after: Self) -> Self {
        before.xor(after.rotate::<1, 63>())
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
    fn rotate<const LEFT: i32, const RIGHT: i32>(self) -> Self {
        // SAFETY: AVX-512VL is enabled, see the module.
        Self(unsafe { _mm256_rol_epi64::<LEFT>(self.0) })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(all(target_os = "linux", not(miri)))]
    fn a_processor_is_known_by_its_maker() {
        let told = std::fs::read_to_string("/proc/cpuinfo").unwrap();
        assert_eq!(is_intel(), told.contains("GenuineIntel"));
        let order = in_order([Kernel::Avx2Scalar, Kernel::Avx2, Kernel::Scalar]);
        let first = if is_intel() {
            Kernel::Avx2
        } else {
            Kernel::Avx2Scalar
        };
        assert_eq!(order[0], first);
        assert_eq!(order[2], Kernel::Scalar);
    }
}
