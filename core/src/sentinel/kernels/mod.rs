//! The kernels: the same scan over candidates, for each kind of machine.
//!
//! Each is [`scan`] over a type of its own for the lanes. All `unsafe` of the crate is here.

#[cfg(target_arch = "x86_64")]
mod x86;

use std::{error::Error, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::keccak::{Lanes, RATE_WORDS, State, absorb, permute, permute_to_first_word};

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
    /// One candidate at a time, in plain Rust. On every machine.
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
    /// Eight candidates with AVX-512 and a ninth with BMI2.
    Avx512Scalar,
}

/// Every kernel, the one to be preferred first.
const ALL: [Kernel; 7] = [
    Kernel::Avx512,
    Kernel::Avx512Scalar,
    Kernel::Avx512X4,
    Kernel::Avx2Scalar,
    Kernel::Avx2,
    Kernel::ScalarBmi2,
    Kernel::Scalar,
];

/// What a kernel can do.
#[allow(dead_code)]
enum Work<'a> {
    /// See [`Kernel::scan`].
    Scan(&'a Batch<'a>, usize, usize),
    /// See [`Kernel::permute`].
    Permute(u64),
}

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
        match self {
            Self::Scalar => true,
            #[cfg(target_arch = "x86_64")]
            Self::ScalarBmi2 => {
                is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("bmi2")
            }
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => is_x86_feature_detected!("avx2"),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2Scalar => Self::Avx2.is_available() && Self::ScalarBmi2.is_available(),
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 | Self::Avx512X4 => {
                is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vl")
            }
            #[cfg(target_arch = "x86_64")]
            Self::Avx512Scalar => Self::Avx512.is_available() && Self::ScalarBmi2.is_available(),
        }
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
            Self::Avx512Scalar => "avx512-scalar",
        }
    }

    /// How many candidates are looked at together.
    pub fn lanes(self) -> usize {
        match self {
            Self::Scalar | Self::ScalarBmi2 => 1,
            Self::Avx2 | Self::Avx512X4 => 4,
            Self::Avx2Scalar => 5,
            Self::Avx512 => 8,
            Self::Avx512Scalar => 9,
        }
    }

    /// The first group of candidates with offsets in `from..to` in which one has all the bits
    /// of [`Batch::zero_bits`] zero.
    pub(super) fn scan(self, batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
        match self {
            Self::Scalar => scan::<u64>(batch, from, to),
            Self::ScalarBmi2 => unsafe { x86::bmi2::scan_here(batch, from, to) },
            Self::Avx2 => unsafe { x86::avx2::scan_here(batch, from, to) },
            Self::Avx2Scalar => unsafe { x86::avx2_scalar::scan_here(batch, from, to) },
            Self::Avx512 => unsafe { x86::avx512::scan_here(batch, from, to) },
            Self::Avx512Scalar => unsafe { x86::avx512_scalar::scan_here(batch, from, to) },
            Self::Avx512X4 => unsafe { x86::avx512_x4::scan_here(batch, from, to) },
        }
    }

    /// perms
    pub fn permute(self, times: u64) -> u64 {
        match self {
            Self::Scalar => permute_many::<u64>(times),
            Self::ScalarBmi2 => unsafe { x86::bmi2::permute_here(times) },
            Self::Avx2 => unsafe { x86::avx2::permute_here(times) },
            Self::Avx2Scalar => unsafe { x86::avx2_scalar::permute_here(times) },
            Self::Avx512 => unsafe { x86::avx512::permute_here(times) },
            Self::Avx512Scalar => unsafe { x86::avx512_scalar::permute_here(times) },
            Self::Avx512X4 => unsafe { x86::avx512_x4::permute_here(times) },
        }
    }
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
    /// A word, and what each candidate changes in it, by its offset. A word may occur in more
    /// than one row. A row is [`MOST_LANES`] longer than the largest offset.
    pub rows: Vec<(usize, &'a [u64])>,
    /// The bits that must be zero in the hash's first word.
    pub zero_bits: u64,
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
    /// The offsets of the candidates that are worth it, ascending.
    pub fn offsets(&self) -> impl Iterator<Item = usize> {
        let lanes = self.lanes;
        (self.start..self.end)
            .enumerate()
            .filter(move |(lane, _)| lanes >> lane & 1 != 0)
            .map(|(_, offset)| offset)
    }
}

/// The scan that every kernel is, to be inlined where its instructions are enabled.
#[inline(always)]
fn scan<L: Lanes>(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
    let start: State<L> = batch.state.map(L::splat);
    let mut words: Vec<L> = batch.words.iter().map(|&word| L::splat(word)).collect();
    let last = words.len() - RATE_WORDS;
    for offset in (from..to).step_by(L::COUNT) {
        for &(word, _) in &batch.rows {
            words[word] = L::splat(batch.words[word]);
        }
        for &(word, row) in &batch.rows {
            words[word] = words[word].xor(L::load(&row[offset..]));
        }
        let mut state = start;
        for block in words[..last].chunks_exact(RATE_WORDS) {
            absorb(&mut state, block);
            state = permute(state);
        }
        absorb(&mut state, &words[last..]);
        let lanes = permute_to_first_word(state).without(batch.zero_bits);
        if lanes != 0 {
            return Some(Hit {
                start: offset,
                end: offset + L::COUNT,
                lanes,
            });
        }
    }
    None
}

/// Runs the permutation alone, to measure it.
#[inline(always)]
fn permute_many<L: Lanes>(times: u64) -> u64 {
    let mut state = [L::splat(1); 25];
    for _ in 0..times {
        state = permute(state);
    }
    permute_to_first_word(state).without(1).into()
}
