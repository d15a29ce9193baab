//! The available kernels.

use std::{error::Error, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A way to test candidates: the instructions used, and the number of candidates tested together.
///
/// Every kernel gives the same answers. [`Kernel::best`] is used unless one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kernel {
    /// One candidate at a time, in plain Rust. On every machine, but not in a WebAssembly module
    /// compiled with vectors: that has no use for it, and would only be a larger download.
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

/// Every kernel, in order of preference.
pub(super) const ALL: [Kernel; 9] = [
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

    /// The number of candidates tested together.
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
