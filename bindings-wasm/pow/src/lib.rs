//! The Sentinel proof of work as a bare WebAssembly module: numbers and bytes in its memory,
//! nothing imported. A worker drives it:
//!
//! 1. `input` with a length gives the address to write to, one after the other: the challenge's
//!    seed, its difficulty as bytes, and the configuration as `JSON.stringify` writes it, up to
//!    element 3, between elements 3 and 9, and after element 9.
//! 2. `start` with the lengths of the first four begins a search.
//! 3. `scan` searches, a chunk at a time.
//!
//! Texts are UTF-8. One search at a time; starting again ends the one before. Nothing that the
//! module is given is checked: whoever drives it has done so, and it is downloaded by everyone.

#![cfg(target_family = "wasm")]

use std::cell::RefCell;

use lol_alloc::{FreeListAllocator, LockedAllocator};
use sorakit_sentinel::Search;

/// A quarter of the default allocator's size; a search allocates little.
#[global_allocator]
static ALLOCATOR: LockedAllocator<FreeListAllocator> =
    LockedAllocator::new(FreeListAllocator::new());

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static SEARCH: RefCell<Option<Search>> = const { RefCell::new(None) };
}

/// Makes room for an input of some bytes, and gives its address.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> usize {
    INPUT.with_borrow_mut(|input| {
        *input = vec![0; length];
        input.as_ptr() as usize
    })
}

/// Begins the search of the input: a seed, a difficulty, and three parts of a configuration, the
/// last of which is what is left.
#[unsafe(no_mangle)]
pub extern "C" fn start(seed: usize, difficulty: usize, head: usize, middle: usize) {
    INPUT.with_borrow(|input| {
        let (seed, rest) = input.split_at(seed);
        let (difficulty, rest) = rest.split_at(difficulty);
        let (head, rest) = rest.split_at(head);
        let (middle, tail) = rest.split_at(middle);
        let search = Search::from_parts(seed, difficulty, [head, middle, tail], None);
        SEARCH.set(Some(search));
    });
}

/// Tries so many nonces, from a nonce on: the lowest that is a solution, or -1. Nonces are
/// JavaScript's numbers, below 2^53.
#[unsafe(no_mangle)]
pub extern "C" fn scan(from: f64, count: f64) -> f64 {
    SEARCH.with_borrow_mut(|search| {
        let found = search.as_mut().and_then(|search| {
            search.seek(from as u64);
            search.find(count as u64)
        });
        found.map_or(-1.0, |nonce| nonce as f64)
    })
}

/// Runs the permutation alone, a number of times, to measure it; gives how many states it ran on.
#[cfg(feature = "permute")]
#[unsafe(no_mangle)]
pub extern "C" fn permute(times: f64) -> u32 {
    let kernel = sorakit_sentinel::Kernel::best();
    std::hint::black_box(kernel.permute(times as u64));
    kernel.lanes() as u32
}
