//! The kernels: the same scan over candidates, for each kind of machine.
//!
//! Each is [`scan`] over its own type of lanes. All `unsafe` of the crate is here.

#[cfg(target_arch = "aarch64")]
mod aarch64;
mod kernel;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod portable;
mod scan;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm;
#[cfg(target_arch = "x86_64")]
mod x86;

use kernel::ALL;
pub use kernel::{Kernel, UnknownKernel};
use scan::Code;
pub(super) use scan::{Batch, Hit, MOST_LANES, Row};
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) use wasm::permute_one;

impl Kernel {
    /// The fastest kernel that this machine has.
    pub fn best() -> Self {
        Self::available().next().unwrap_or(Self::Scalar)
    }

    /// The kernels that this machine has, in order of preference.
    pub fn available() -> impl Iterator<Item = Self> {
        #[cfg(target_arch = "x86_64")]
        let all = x86::in_order(ALL);
        #[cfg(not(target_arch = "x86_64"))]
        let all = ALL;
        all.into_iter().filter(|kernel| kernel.is_available())
    }

    /// True if this machine has the instructions.
    pub fn is_available(self) -> bool {
        self.code().is_some()
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
        // SAFETY: the code was returned, so this machine has its instructions.
        unsafe { (code.scan)(batch, from, to) }
    }

    /// Runs only the permutation, a number of times, to measure it. The result means nothing.
    ///
    /// # Panics
    ///
    /// If this machine does not have the instructions.
    pub fn permute(self, times: u64) -> u64 {
        let code = self.code().expect("a kernel that this machine has");
        // SAFETY: the code was returned, so this machine has its instructions.
        unsafe { (code.permute)(times) }
    }
}
