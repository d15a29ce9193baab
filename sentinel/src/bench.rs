//! Measuring kernels.

use std::{thread, time::Duration};

use serde::Serialize;

use super::{Challenge, Config, Kernel, Search, clock::Stopwatch};
use crate::profile::Profile;

/// The speed of a kernel on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Benchmark {
    /// The kernel.
    pub kernel: Kernel,
    /// The number of threads that ran it.
    pub threads: usize,
    /// The number of candidates that all threads together tried per second.
    pub candidates_per_second: f64,
    /// The number of Keccak permutations that all threads together ran per second, when doing
    /// nothing else. A candidate takes [`SAMPLE_PERMUTATIONS`] of them.
    pub permutations_per_second: f64,
}

/// The permutations that a candidate of [`sample`] takes: one for each block of its message except
/// the first, which all candidates share.
pub const SAMPLE_PERMUTATIONS: u32 = 8;

/// A challenge with a message of typical length, 625 bytes, and no solution within reach.
pub fn sample() -> (Challenge, Config) {
    let first = |keys: &[String]| keys[..1].to_vec();
    let profile = Profile::default();
    let profile = Profile {
        navigator_keys: first(&profile.navigator_keys),
        document_keys: first(&profile.document_keys),
        window_keys: vec!["0".into()],
        app_user_agent: String::new(),
        ..profile
    };
    let challenge = Challenge {
        seed: "0.762280082457942".into(),
        difficulty: "0".repeat(128).parse().expect("a valid difficulty"),
    };
    (
        challenge,
        Config::new(&profile, 1_768_500_636_944, &[0; 32]),
    )
}

/// Measures a kernel on [`sample`] for about `duration`, alternating between searching and
/// permuting, so that other work on the machine affects both alike.
///
/// # Panics
///
/// If the machine does not have the kernel, or a thread cannot be started.
///
/// ```
/// use std::time::Duration;
/// use sorakit_sentinel::{Kernel, bench};
///
/// let benchmark = bench(Kernel::best(), 1, Duration::from_millis(20));
/// assert!(benchmark.candidates_per_second > 0.0);
/// ```
pub fn bench(kernel: Kernel, threads: usize, duration: Duration) -> Benchmark {
    let threads = threads.max(1);
    let rates: Vec<[f64; 2]> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads)
            .map(|_| scope.spawn(|| bench_thread(kernel, duration)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("it does not panic"))
            .collect()
    });
    Benchmark {
        kernel,
        threads,
        candidates_per_second: rates.iter().map(|rates| rates[0]).sum(),
        permutations_per_second: rates.iter().map(|rates| rates[1]).sum(),
    }
}

/// Candidates and permutations per second, on this thread.
fn bench_thread(kernel: Kernel, duration: Duration) -> [f64; 2] {
    const TURN: u64 = 2_000;
    let (challenge, config) = sample();
    let mut search = Search::new(&challenge, &config, Some(kernel));
    // The common case: the layout no longer changes.
    search.seek(200_000);
    search.step(TURN);
    let permutations = TURN * u64::from(SAMPLE_PERMUTATIONS) / kernel.lanes() as u64;
    let stopwatch = Stopwatch::start(None);
    let [mut searching, mut permuting] = [Duration::ZERO; 2];
    let mut turns = 0;
    while turns == 0 || searching + permuting < duration {
        let start = stopwatch.elapsed();
        search.step(TURN);
        let middle = stopwatch.elapsed();
        std::hint::black_box(kernel.permute(permutations));
        searching += middle - start;
        permuting += stopwatch.elapsed() - middle;
        turns += 1;
    }
    let candidates = (turns * TURN) as f64;
    let permutations = (turns * permutations * kernel.lanes() as u64) as f64;
    [
        candidates / searching.as_secs_f64(),
        permutations / permuting.as_secs_f64(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keccak::RATE;

    #[test]
    fn the_sample_takes_the_permutations_that_it_says() {
        let (challenge, config) = sample();
        let json = config.with_nonce(200_000).to_json();
        let length = challenge.seed.len() + json.len().div_ceil(3) * 4;
        assert_eq!(length, 625);
        assert_eq!(length / RATE, SAMPLE_PERMUTATIONS as usize);
    }
}
