//! The Sentinel proof of work: finding and checking an answer to a server's challenge.
//!
//! A candidate is the [`Config`] with a counter in it, as JSON in base64. It solves a
//! [`Challenge`] when the first bytes of `SHA3-512(seed ++ base64)` are not above the
//! [`Difficulty`] (`docs/wire/sora.md` §2.2). The answer is the candidate with the lowest counter.
//!
//! - [`solve`] finds it, on the cores that no other search of the process needs, within
//!   [`Limits`];
//! - [`Search`] finds it step by step, for callers with threads or an event loop of their own;
//! - [`verify`] checks one, as a server does;
//! - [`initial_token`], [`final_token`] and [`SentinelToken`] put it into a request.
//!
//! Everything is computed for a [`Profile`], the browser and app that requests claim to come from.
//!
//! The crate does not touch the network, and takes the time and random numbers it needs as
//! arguments.

// Only the kernels may use it.
#![deny(unsafe_code)]

#[cfg(not(target_family = "wasm"))]
mod bench;
mod budget;
mod challenge;
mod clock;
mod config;
mod difficulty;
mod hash;
mod keccak;
#[allow(unsafe_code)]
mod kernels;
mod message;
pub mod profile;
mod search;
mod solve;
mod token;
mod verify;

#[cfg(not(target_family = "wasm"))]
pub use bench::{Benchmark, SAMPLE_PERMUTATIONS, bench, sample};
pub use challenge::{Challenge, LONGEST_SEED};
pub use config::{Config, ConfigError};
pub use difficulty::{Difficulty, DifficultyError};
pub use hash::sha3_512;
pub use kernels::{Kernel, UnknownKernel};
pub use profile::{Profile, ProfileError};
pub use search::{Search, Solution, Step};
pub use solve::{Limits, SolveError, solve};
pub use token::{
    FinalToken, SentinelToken, final_token, initial_token, parse_final_token, parse_initial_token,
    unchallenged_token,
};
pub use verify::{NO_SOLUTION, VerifyError, verify};
