//! The kernel for every machine.

use super::{Batch, Code, Hit, permute_many, scan_messages};
use crate::sentinel::keccak::{
    RATE_WORDS, State, absorb, absorb_one, permute, permute_to_first_word,
};

pub(super) const CODE: Code = Code {
    scan: scan_here,
    permute: permute_here,
};

fn scan_here(batch: &Batch<'_>, from: usize, to: usize) -> Option<Hit> {
    scan_messages::<u64>(batch, from, to, |start, words| {
        let mut state = *start;
        let (blocks, last) = words.split_at(words.len() - RATE_WORDS);
        for block in blocks.chunks_exact(RATE_WORDS) {
            absorb_one(&mut state, block);
        }
        if cfg!(target_family = "wasm") {
            // Most of a round is not worth a second copy of the rounds in a download.
            absorb_one(&mut state, last);
            return state[0];
        }
        absorb(&mut state, last);
        permute_to_first_word(state)
    })
}

fn permute_here(times: u64) -> u64 {
    permute_many::<u64>(times, permute_state)
}

#[inline(never)]
fn permute_state(state: &mut State<u64>) {
    *state = permute(*state);
}
