//! The Sentinel proof of work as a bare WebAssembly module: numbers and bytes in its memory,
//! nothing imported. A worker drives it:
//!
//! 1. `input` with a length gives the address to write to: the challenge's seed, its
//!    difficulty, and the configuration as `JSON.stringify` writes it, one after the other.
//! 2. `start` with their lengths takes them.
//! 3. `seek` and `step` search, a chunk at a time; at 1 a solution was found.
//! 4. `nonce` is its nonce, and `output` and `output_length` its answer.
//!
//! Texts are UTF-8. One search at a time; starting again ends the one before.

#![cfg(target_family = "wasm")]

use std::cell::RefCell;

use lol_alloc::{FreeListAllocator, LockedAllocator};
use sorakit::sentinel::{Challenge, Kernel, Search, Step};

/// A quarter of the default allocator's size; a search allocates little.
#[global_allocator]
static ALLOCATOR: LockedAllocator<FreeListAllocator> =
    LockedAllocator::new(FreeListAllocator::new());

#[derive(Default)]
struct Worker {
    input: Vec<u8>,
    output: String,
    nonce: u64,
    search: Option<Search>,
}

thread_local! {
    static WORKER: RefCell<Worker> = RefCell::default();
}

fn with<T>(act: impl FnOnce(&mut Worker) -> T) -> T {
    WORKER.with_borrow_mut(act)
}

/// Makes room for an input of some bytes, and gives its address.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> usize {
    with(|worker| {
        worker.input = vec![0; length];
        worker.input.as_ptr() as usize
    })
}

/// Takes the input: a seed, a difficulty and a configuration of these lengths.
///
/// 1 if a search begins, 0 if the input is not valid; [`output`] then says why.
#[unsafe(no_mangle)]
pub extern "C" fn start(seed: usize, difficulty: usize, config: usize) -> u32 {
    with(|worker| match worker.begin(seed, difficulty, config) {
        Ok(search) => {
            worker.search = Some(search);
            1
        }
        Err(message) => {
            worker.search = None;
            worker.output = message.to_owned();
            0
        }
    })
}

/// Continues the search at a nonce.
#[unsafe(no_mangle)]
pub extern "C" fn seek(nonce: u64) {
    with(|worker| {
        if let Some(search) = &mut worker.search {
            search.seek(nonce);
        }
    });
}

/// Tries so many nonces: 1 if one of them is a solution, else 0, also where no search began.
#[unsafe(no_mangle)]
pub extern "C" fn step(budget: u64) -> u32 {
    with(
        |worker| match worker.search.as_mut().map(|search| search.step(budget)) {
            Some(Step::Found(solution)) => {
                worker.nonce = solution.nonce;
                worker.output = solution.answer;
                1
            }
            _ => 0,
        },
    )
}

/// The solution's nonce.
#[unsafe(no_mangle)]
pub extern "C" fn nonce() -> u64 {
    with(|worker| worker.nonce)
}

/// The address of the solution's answer, or of what is wrong with the input.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> usize {
    with(|worker| worker.output.as_ptr() as usize)
}

/// The length of the text at [`output`].
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    with(|worker| worker.output.len())
}

/// Runs the permutation alone, a number of times, to measure it; gives how many states it ran on.
#[unsafe(no_mangle)]
pub extern "C" fn permute(times: u64) -> u32 {
    let kernel = Kernel::best();
    std::hint::black_box(kernel.permute(times));
    kernel.lanes() as u32
}

impl Worker {
    /// What is wrong is said in fixed texts: formatting would be a fifth of the module.
    fn begin(&self, seed: usize, difficulty: usize, config: usize) -> Result<Search, &'static str> {
        let text = |from: usize, length: usize| {
            let bytes = self.input.get(from..from + length);
            let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
            text.ok_or("the input is not UTF-8 of the lengths given")
        };
        let challenge = Challenge {
            seed: text(0, seed)?.to_owned(),
            difficulty: text(seed, difficulty)?
                .parse()
                .map_err(|_| "the difficulty is not hexadecimal of an even length up to 128")?,
        };
        let config = text(seed + difficulty, config)?;
        Search::from_json(&challenge, config, None)
            .map_err(|_| "the configuration is not a compact JSON array of 18 elements")
    }
}
