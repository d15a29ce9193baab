//! The kernel for every machine.

use super::scan::{Batch, Code, Hit, permute_many, scan};
use crate::keccak::{permute_one, permute_to_first_word};

pub(super) const CODE: Code = Code {
    scan: scan_here,
    permute: permute_here,
};

fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
    scan::<u64>(batch, from, to, permute_one, |state| {
        if cfg!(target_family = "wasm") {
            // Most of a round is not worth a second copy of the rounds in a download.
            permute_one(state);
            return state[0];
        }
        permute_to_first_word(*state)
    })
}

fn permute_here(times: u64) -> u64 {
    permute_many::<u64>(times, permute_one)
}
