//! How long a whole call takes for an easy challenge.

use std::time::{Duration, Instant};

use sorakit_sentinel::profile::Profile;
use sorakit_sentinel::{Challenge, Config, Limits, solve};

/// The times of many calls for difficulty `0fffff`, each with another configuration, ascending.
pub fn measure() -> Vec<Duration> {
    let profile = Profile::default();
    let mut times: Vec<Duration> = (0..2_000u64)
        .map(|call| {
            let number = call.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_le_bytes();
            let challenge = Challenge::initial(number);
            let mut random = [0; 32];
            random
                .chunks_exact_mut(8)
                .for_each(|bytes| bytes.copy_from_slice(&number));
            let config = Config::new(&profile, 1_768_500_636_944 + call, &random);
            let started = Instant::now();
            let solution = solve(&challenge, &config, Limits::default());
            let time = started.elapsed();
            assert!(solution.is_ok(), "an easy challenge is solved");
            time
        })
        .collect();
    times.sort_unstable();
    times
}
