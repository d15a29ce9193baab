//! The contract vectors of the proof of work: what every language must answer.

use serde::Deserialize;
use sorakit_sentinel::{Challenge, Config, Kernel, Limits, Search, Step, solve, verify};

#[derive(Deserialize)]
struct Vector {
    #[serde(flatten)]
    challenge: Challenge,
    config: Config,
    nonce: u64,
    answer: String,
}

fn vectors() -> Vec<Vector> {
    let json = include_str!("../../tests/contract/vectors/pow.json");
    serde_json::from_str(json).unwrap()
}

#[test]
fn every_kernel_finds_every_answer() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 24);
    for kernel in Kernel::available() {
        // The long ones with the fastest kernel alone: the tests may not be optimised.
        let long = |vector: &&Vector| kernel == Kernel::best() || vector.nonce < 1_000;
        for vector in vectors.iter().filter(long) {
            let limits = Limits {
                kernel: Some(kernel),
                threads: 2,
                ..Limits::default()
            };
            let solution = solve(&vector.challenge, &vector.config, limits).unwrap();
            assert_eq!(solution.nonce, vector.nonce, "{kernel}");
            assert_eq!(solution.answer, vector.answer, "{kernel}");
            assert_eq!(solution.tries, vector.nonce + 1);
        }
    }
}

#[test]
fn stepping_finds_the_same_whatever_the_budget() {
    for vector in vectors() {
        // Unoptimised, small steps through many nonces take long.
        let budgets: &[u64] = if vector.nonce < 400 {
            &[1, 7, 100_000]
        } else {
            &[900]
        };
        for &budget in budgets {
            let mut search = Search::new(&vector.challenge, &vector.config, None);
            let solution = loop {
                if let Step::Found(solution) = search.step(budget) {
                    break solution;
                }
            };
            assert_eq!(solution.nonce, vector.nonce);
            assert_eq!(solution.answer, vector.answer);
            assert_eq!(search.position(), vector.nonce + 1);
        }
    }
}

#[test]
fn every_answer_is_verified_and_no_other() {
    for vector in vectors() {
        assert_eq!(verify(&vector.challenge, &vector.answer), Ok(()));
        let json = vector.config.clone().with_nonce(vector.nonce).to_json();
        let elements: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
        assert_eq!(elements[9], vector.nonce >> 1);
        let other = Challenge {
            seed: "another".into(),
            ..vector.challenge.clone()
        };
        if other.difficulty.expected_tries() > 1_000.0 {
            assert!(verify(&other, &vector.answer).is_err());
        }
    }
}
