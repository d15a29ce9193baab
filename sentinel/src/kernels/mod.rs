//! The kernels: the same scan over candidates, for each kind of machine.
//!
//! Each is [`scan`] over a type of its own for the lanes. All `unsafe` of the crate is here.

#[cfg(target_arch = "aarch64")]
mod aarch64;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod portable;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm;
#[cfg(target_arch = "x86_64")]
mod x86;

use std::{error::Error, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::keccak::{Lanes, RATE_WORDS, State, absorb};
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) use wasm::permute_one;

/// The most candidates that a kernel looks at together.
pub(super) const MOST_LANES: usize = 16;

/// A way to look at candidates: which instructions are used, and how many candidates are
/// looked at together.
///
/// Every kernel gives the same answers. [`Kernel::best`] is what is used unless one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kernel {
    /// One candidate at a time, in plain Rust. On every machine, but not in a WebAssembly module
    /// that is compiled with vectors: that has no use for it, and is downloaded.
    Scalar,
    /// The same with the instructions of x86-64's BMI1 and BMI2.
    ScalarBmi2,
    /// Four candidates with AVX2.
    Avx2,
    /// Four candidates with AVX2 and a fifth with BMI2.
    Avx2Scalar,
    /// Four candidates with AVX-512VL, for machines whose 512-bit units are slow.
    Avx512X4,
    /// Eight candidates with AVX-512.
    Avx512,
    /// Two candidates with NEON, on 64-bit ARM.
    Neon,
    /// Two candidates with NEON and the SHA3 extension of 64-bit ARM.
    NeonSha3,
    /// Two candidates with WebAssembly's 128-bit vectors, and a third without.
    Simd128,
}

/// Every kernel, the one to be preferred first.
const ALL: [Kernel; 9] = [
    Kernel::Avx512,
    Kernel::Avx512X4,
    Kernel::Avx2Scalar,
    Kernel::Avx2,
    Kernel::ScalarBmi2,
    Kernel::NeonSha3,
    Kernel::Neon,
    Kernel::Simd128,
    Kernel::Scalar,
];

impl Kernel {
    /// The fastest kernel that this machine has.
    pub fn best() -> Self {
        Self::available().next().unwrap_or(Self::Scalar)
    }

    /// The kernels that this machine has, the one to be preferred first.
    pub fn available() -> impl Iterator<Item = Self> {
        ALL.into_iter().filter(|kernel| kernel.is_available())
    }

    /// Whether this machine has the instructions.
    pub fn is_available(self) -> bool {
        self.code().is_some()
    }

    /// The name, as it is parsed and serialised.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scalar => "scalar",
            Self::ScalarBmi2 => "scalar-bmi2",
            Self::Avx2 => "avx2",
            Self::Avx2Scalar => "avx2-scalar",
            Self::Avx512X4 => "avx512-x4",
            Self::Avx512 => "avx512",
            Self::Neon => "neon",
            Self::NeonSha3 => "neon-sha3",
            Self::Simd128 => "simd128",
        }
    }

    /// How many candidates are looked at together.
    pub fn lanes(self) -> usize {
        match self {
            Self::Scalar | Self::ScalarBmi2 => 1,
            Self::Neon | Self::NeonSha3 => 2,
            Self::Simd128 => 3,
            Self::Avx2 | Self::Avx512X4 => 4,
            Self::Avx2Scalar => 5,
            Self::Avx512 => 8,
        }
    }

    /// The code, if this machine has the instructions.
    fn code(self) -> Option<Code> {
        match self {
            #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
            Self::Scalar => Some(portable::CODE),
            #[cfg(target_arch = "x86_64")]
            kernel => x86::code(kernel),
            #[cfg(target_arch = "aarch64")]
            kernel => aarch64::code(kernel),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Self::Simd128 => Some(wasm::CODE),
            #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
            _ => None,
        }
    }

    /// The first group of candidates with offsets in `from..to` in which one has all the bits
    /// of [`Batch::zero_bits`] zero.
    ///
    /// # Panics
    ///
    /// If this machine does not have the instructions.
    pub(super) fn scan(self, batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
        let code = self.code().expect("a kernel that this machine has");
        // SAFETY: the code was given out, so this machine has its instructions.
        unsafe { (code.scan)(batch, from, to) }
    }

    /// Runs the permutation alone, a number of times, to measure it. The result means nothing.
    ///
    /// # Panics
    ///
    /// If this machine does not have the instructions.
    pub fn permute(self, times: u64) -> u64 {
        let code = self.code().expect("a kernel that this machine has");
        // SAFETY: the code was given out, so this machine has its instructions.
        unsafe { (code.permute)(times) }
    }
}

/// The functions that are compiled for each kernel.
///
/// To call them, the machine must have the kernel's instructions.
#[derive(Clone, Copy)]
struct Code {
    scan: unsafe fn(&Batch<'_>, usize, usize) -> Option<Hit>,
    permute: unsafe fn(u64) -> u64,
}

impl fmt::Display for Kernel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kernel {
    type Err = UnknownKernel;

    fn from_str(name: &str) -> Result<Self, UnknownKernel> {
        ALL.into_iter()
            .find(|kernel| kernel.name() == name)
            .ok_or(UnknownKernel)
    }
}

/// The name is not that of a [`Kernel`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKernel;

impl fmt::Display for UnknownKernel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = ALL.map(Kernel::name).join(", ");
        write!(f, "unknown kernel; the kernels are {names}")
    }
}

impl Error for UnknownKernel {}

/// Candidates that share all but the words that their counters' digits change.
pub(super) struct Batch<'a> {
    /// The state from which they are hashed.
    pub state: &'a State<u64>,
    /// The words that they share, a whole number of blocks.
    pub words: &'a [u64],
    /// What each candidate changes. A word may occur in more than one row.
    pub rows: &'a [Row],
    /// The bits that must be zero in the hash's first word.
    pub zero_bits: u64,
}

/// A word, and what each candidate changes in it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The word's place in the message.
    pub word: usize,
    /// The changes, [`MOST_LANES`] more than there are candidates.
    pub changes: Vec<u64>,
    /// Where the change of the candidate with offset 0 stands.
    pub first: usize,
}

impl Batch<'_> {
    /// Puts what the candidates from an offset on change into their words.
    #[inline(always)]
    fn place<L: Lanes>(&self, offset: usize, words: &mut [L]) {
        for row in self.rows {
            words[row.word] = L::splat(self.words[row.word]);
        }
        for row in self.rows {
            let changes = L::load(&row.changes[row.first + offset..]);
            words[row.word] = words[row.word].xor(changes);
        }
    }
}

/// A group of candidates that has one worth a closer look.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The offset after the group.
    pub end: usize,
    start: usize,
    lanes: u32,
}

impl Hit {
    fn new<L: Lanes>(start: usize, lanes: u32) -> Self {
        Self {
            end: start + L::COUNT,
            start,
            lanes,
        }
    }

    /// The offsets of the candidates that are worth it, ascending.
    pub fn offsets(&self) -> impl Iterator<Item = usize> {
        let lanes = self.lanes;
        (self.start..self.end)
            .enumerate()
            .filter(move |(lane, _)| lanes >> lane & 1 != 0)
            .map(|(_, offset)| offset)
    }
}

/// The scan that every kernel is, to be inlined where its instructions are enabled, with the
/// permutation, and the permutation's first word alone.
#[inline(always)]
#[cfg_attr(
    all(target_arch = "wasm32", target_feature = "simd128"),
    allow(dead_code, reason = "the kernel there absorbs in its own way")
)]
fn scan<L: Lanes>(
    batch: &Batch<'_>,
    from: usize,
    to: usize,
    permute: impl Fn(&mut State<L>),
    first_word: impl Fn(&mut State<L>) -> L,
) -> Option<Hit> {
    let start: State<L> = batch.state.map(L::splat);
    let mut words: Vec<L> = batch.words.iter().map(|&word| L::splat(word)).collect();
    let last = words.len() - RATE_WORDS;
    for offset in (from..to).step_by(L::COUNT) {
        batch.place(offset, &mut words);
        let mut state = start;
        for block in words[..last].chunks_exact(RATE_WORDS) {
            absorb(&mut state, block);
            permute(&mut state);
        }
        absorb(&mut state, &words[last..]);
        let lanes = first_word(&mut state).without(batch.zero_bits);
        if lanes != 0 {
            return Some(Hit::new::<L>(offset, lanes));
        }
    }
    None
}

/// The permutation alone, to be inlined where a kernel's instructions are enabled.
#[inline(always)]
fn permute_many<L: Lanes>(times: u64, permute: impl Fn(&mut State<L>)) -> u64 {
    let mut state = [L::splat(1); 25];
    for _ in 0..times {
        permute(&mut state);
    }
    state[0].without(1).into()
}
