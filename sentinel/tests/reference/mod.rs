//! The proof of work written plainly from its description, with the `sha3` and `base64` crates:
//! what the kernels are compared with.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use sha3::{Digest, Sha3_512};
use sorakit_sentinel::{Challenge, Config, Kernel, Search, Step};

/// The hash of the candidate that a nonce makes.
pub fn hash(seed: &str, config: &Config, nonce: u64) -> Vec<u8> {
    let json = config.clone().with_nonce(nonce).to_json();
    let message = format!("{seed}{}", BASE64_STANDARD.encode(json));
    Sha3_512::digest(message).to_vec()
}

/// Every nonce of a range that solves a challenge.
pub fn solutions(challenge: &Challenge, config: &Config, start: u64, count: u64) -> Vec<u64> {
    let bound = challenge.difficulty.as_bytes();
    let solves = |nonce: &u64| &hash(&challenge.seed, config, *nonce)[..bound.len()] <= bound;
    (start..start.saturating_add(count))
        .filter(solves)
        .collect()
}

/// Every nonce of a range that a kernel finds.
pub fn found(
    kernel: Kernel,
    challenge: &Challenge,
    config: &Config,
    start: u64,
    count: u64,
) -> Vec<u64> {
    let mut search = Search::new(challenge, config, Some(kernel));
    search.seek(start);
    let end = start.saturating_add(count);
    let mut nonces = Vec::new();
    while search.position() < end {
        if let Step::Found(solution) = search.step(end - search.position()) {
            nonces.push(solution.nonce);
        }
    }
    nonces
}

/// A configuration with texts before, between and after its two counters.
pub fn config(before: &str, between: &str, after: &str) -> Config {
    let mut elements: [Value; 18] = std::array::from_fn(|_| json!(""));
    elements[0] = json!(before);
    elements[4] = json!(between);
    elements[6] = Value::Null;
    elements[13] = json!(63_945.5);
    elements[17] = json!(after);
    Config::from_elements(elements)
}

/// Nonces shortly before the number of digits of either counter changes.
pub fn boundaries() -> impl Iterator<Item = u64> + Clone {
    let powers = (1..=10).map(|digits| 10u64.pow(digits));
    powers
        .flat_map(|power| [power, 2 * power])
        .map(|boundary| boundary.saturating_sub(5))
}
