//! The kernel for every machine.

use super::{Batch, Code, Hit, permute_many, scan};
use crate::sentinel::keccak::permute_one;

pub(super) const CODE: Code = Code {
    scan: scan_here,
    permute: permute_here,
};

fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
    scan::<u64>(batch, from, to, permute_one, |state| {
        permute_one(state);
        state[0]
    })
}

fn permute_here(times: u64) -> u64 {
    permute_many::<u64>(times, permute_one)
}
