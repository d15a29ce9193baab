//! Every kernel finds the nonces that a plain reference finds, for any seed, configuration,
//! difficulty and starting point.
#![no_main]

use arbitrary::Arbitrary;
use base64::{Engine, prelude::BASE64_STANDARD};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use sha3::{Digest, Sha3_512};
use sorakit_sentinel::{Challenge, Config, Kernel, Search, Step};

#[derive(Arbitrary, Debug)]
struct Input {
    seed: String,
    texts: [String; 4],
    numbers: [f64; 2],
    /// The first byte of the difficulty is below 64, so that solutions are not rare.
    difficulty: Vec<u8>,
    start: u64,
    count: u8,
}

fuzz_target!(|input: Input| {
    let mut elements: [Value; 18] = std::array::from_fn(|_| Value::Null);
    for (at, text) in [0, 4, 10, 17].into_iter().zip(&input.texts) {
        elements[at] = text.as_str().into();
    }
    elements[2] = input.numbers[0].into();
    elements[13] = input.numbers[1].into();
    let config = Config::from_elements(elements);

    let mut bound: Vec<u8> = input.difficulty.iter().copied().take(64).collect();
    if let Some(first) = bound.first_mut() {
        *first %= 64;
    }
    let hex: String = bound.iter().map(|byte| format!("{byte:02x}")).collect();
    let challenge = Challenge { seed: input.seed, difficulty: hex.parse().unwrap() };

    let end = input.start.saturating_add(u64::from(input.count % 64));
    let expected: Vec<u64> = (input.start..end)
        .filter(|&nonce| {
            let answer = BASE64_STANDARD.encode(config.clone().with_nonce(nonce).to_json());
            let hash = Sha3_512::digest(format!("{}{answer}", challenge.seed));
            hash[..bound.len()] <= bound[..]
        })
        .collect();

    for kernel in Kernel::available() {
        let mut search = Search::new(&challenge, &config, Some(kernel));
        search.seek(input.start);
        let mut found = Vec::new();
        while search.position() < end {
            if let Step::Found(solution) = search.step(end - search.position()) {
                found.push(solution.nonce);
            }
        }
        assert_eq!(found, expected, "{kernel}");
    }
});
