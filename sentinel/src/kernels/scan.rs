//! The scan over candidates, shared by all kernels.

use crate::keccak::{Lanes, RATE_WORDS, State, absorb};

/// The most candidates that a kernel tests together.
pub(crate) const MOST_LANES: usize = 16;

/// The functions that are compiled for each kernel.
///
/// To call them, the machine must have the kernel's instructions.
#[derive(Clone, Copy)]
pub(super) struct Code {
    pub(super) scan: unsafe fn(&Batch<'_>, usize, usize) -> Option<Hit>,
    pub(super) permute: unsafe fn(u64) -> u64,
}

/// Candidates that share all words except those changed by their counters' digits.
pub(crate) struct Batch<'a> {
    /// The state from which they are hashed.
    pub state: &'a State<u64>,
    /// The words that they share, a whole number of blocks.
    pub words: &'a [u64],
    /// The changes of each candidate. A word may occur in more than one row.
    pub rows: &'a [Row],
    /// The bits that must be zero in the hash's first word.
    pub zero_bits: u64,
}

/// A word, and each candidate's change to it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The word's position in the message.
    pub word: usize,
    /// The changes, [`MOST_LANES`] more than there are candidates.
    pub changes: Vec<u64>,
    /// The position of the change of the candidate with offset 0.
    pub first: usize,
}

impl Batch<'_> {
    /// Applies the changes of the candidates from an offset on to their words.
    #[inline(always)]
    pub(super) fn place<L: Lanes>(&self, offset: usize, words: &mut [L]) {
        for row in self.rows {
            words[row.word] = L::splat(self.words[row.word]);
        }
        for row in self.rows {
            let changes = L::load(&row.changes[row.first + offset..]);
            words[row.word] = words[row.word].xor(changes);
        }
    }
}

/// A group of candidates that contains one worth a closer look.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The offset after the group.
    pub end: usize,
    start: usize,
    lanes: u32,
}

impl Hit {
    pub(super) fn new<L: Lanes>(start: usize, lanes: u32) -> Self {
        Self {
            end: start + L::COUNT,
            start,
            lanes,
        }
    }

    /// The offsets of those candidates, ascending.
    pub fn offsets(&self) -> impl Iterator<Item = usize> {
        let lanes = self.lanes;
        (self.start..self.end)
            .enumerate()
            .filter(move |(lane, _)| lanes >> lane & 1 != 0)
            .map(|(_, offset)| offset)
    }
}

/// The scan behind every kernel, to be inlined where its instructions are enabled, with the
/// permutation, and with the version that computes only the permutation's first word.
#[inline(always)]
#[cfg_attr(
    all(target_arch = "wasm32", target_feature = "simd128"),
    allow(dead_code, reason = "the kernel there absorbs in its own way")
)]
pub(super) fn scan<L: Lanes>(
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

/// Only the permutation, to be inlined where a kernel's instructions are enabled.
#[inline(always)]
pub(super) fn permute_many<L: Lanes>(times: u64, permute: impl Fn(&mut State<L>)) -> u64 {
    let mut state = [L::splat(1); 25];
    for _ in 0..times {
        permute(&mut state);
    }
    state[0].without(1).into()
}
