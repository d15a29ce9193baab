//! A server's challenge.

use serde::{Deserialize, Serialize};

use super::Difficulty;

/// The longest seed that is accepted, in bytes. Servers send about twenty.
pub const LONGEST_SEED: usize = 64 * 1024;

/// A challenge: a seed, and a bound on the hash (`proofofwork` in `docs/wire/sora.md` §2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Text that is hashed before each candidate. Any text, even empty, of at most
    /// [`LONGEST_SEED`].
    pub seed: String,
    /// The bound on the hash.
    pub difficulty: Difficulty,
}

impl Challenge {
    /// The challenge that a client sets itself for the first request, before the server has
    /// sent one: a random number below 1 as its seed and difficulty `0fffff` (`docs/wire/sora.md` §2.2).
    ///
    /// `random` is eight random bytes.
    ///
    /// ```
    /// let challenge = sorakit_sentinel::Challenge::initial([0x5a; 8]);
    /// assert_eq!(challenge.difficulty.as_str(), "0fffff");
    /// assert!(challenge.seed.starts_with("0."));
    /// ```
    pub fn initial(random: [u8; 8]) -> Self {
        // 53 bits, as `Math.random()` has; the lowest is set so that it is never zero.
        let fraction = (u64::from_le_bytes(random) >> 11) | 1;
        let seed = fraction as f64 / (1u64 << 53) as f64;
        Self {
            seed: seed.to_string(),
            difficulty: "0fffff".parse().expect("a valid difficulty"),
        }
    }
}
