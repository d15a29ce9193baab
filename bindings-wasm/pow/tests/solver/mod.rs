//! The solver as it is compiled for a browser: the contract's vectors, every candidate against the
//! plain hash, cancellation, and limits.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use sorakit_sentinel::{Challenge, Config, Kernel, Limits, Search, SolveError, solve, verify};
use wasm_bindgen_test::wasm_bindgen_test;

#[derive(Deserialize)]
struct Vector {
    #[serde(flatten)]
    challenge: Challenge,
    config: Config,
    nonce: u64,
    answer: String,
}

fn vectors() -> Vec<Vector> {
    let json = include_str!("../../../../tests/contract/vectors/pow.json");
    serde_json::from_str(json).unwrap()
}

/// A challenge that is not solved while a test waits for it: one in 2^80 tries is a solution.
fn endless() -> (Challenge, Config) {
    let challenge = Challenge {
        seed: "0.5".into(),
        difficulty: "00000000000000000000".parse().unwrap(),
    };
    (challenge, vectors().remove(0).config)
}

/// The limits of a browser, whose clock must be given.
fn limits() -> Limits {
    Limits {
        clock: Some(|| Duration::from_secs_f64(js_sys::Date::now() / 1000.0)),
        ..Limits::default()
    }
}

/// Whether this is a page, and no worker.
pub fn has_document() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &"document".into()).unwrap()
}

#[wasm_bindgen_test]
fn the_kernel_is_the_one_that_it_is_compiled_for() {
    let expected = if cfg!(target_feature = "simd128") {
        Kernel::Simd128
    } else {
        Kernel::Scalar
    };
    assert_eq!(Kernel::available().collect::<Vec<_>>(), [expected]);
    assert_eq!(Kernel::best(), expected);
}

#[wasm_bindgen_test]
fn every_vector_has_its_answer() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 24);
    for vector in vectors {
        let solution = solve(&vector.challenge, &vector.config, limits()).unwrap();
        assert_eq!(
            (solution.nonce, solution.tries, solution.answer.as_str()),
            (vector.nonce, vector.nonce + 1, vector.answer.as_str())
        );
        verify(&vector.challenge, &solution.answer).unwrap();
    }
}

/// Across every change in the number of digits up to 20,000, in steps of any length.
#[wasm_bindgen_test]
fn every_candidate_is_judged_as_the_plain_hash_judges_it() {
    let config = vectors().remove(0).config;
    for (seed, budget) in [("", 1), ("0.123", 7), ("0.762280082457942", 100_000)] {
        let challenge = Challenge {
            seed: seed.into(),
            difficulty: "1f".parse().unwrap(),
        };
        for range in [
            0..250,
            900..1_100,
            1_900..2_100,
            9_900..10_100,
            19_900..20_100,
        ] {
            let mut search = Search::new(&challenge, &config, None);
            search.seek(range.start);
            let mut found = Vec::new();
            while search.position() < range.end {
                let left = range.end - search.position();
                found.extend(search.find(budget.min(left)));
            }
            let expected = range.filter(|&nonce| {
                let json = config.clone().with_nonce(nonce).to_json();
                verify(&challenge, &BASE64_STANDARD.encode(json)).is_ok()
            });
            assert_eq!(found, expected.collect::<Vec<_>>(), "seed {seed:?}");
        }
    }
}

#[wasm_bindgen_test]
fn a_search_that_is_cancelled_ends() {
    let (challenge, config) = endless();
    let cancel = Arc::new(AtomicBool::new(false));
    let cancelling = cancel.clone();
    let limits = Limits {
        max_tries: u64::MAX,
        cancel: Some(cancel),
        progress: Some(Arc::new(move |tries| {
            cancelling.store(tries > 10_000, Ordering::Relaxed);
        })),
        ..limits()
    };
    let hopeless = Challenge {
        difficulty: "00000000000000".parse().unwrap(),
        ..challenge.clone()
    };
    let error = solve(&hopeless, &config, limits.clone()).unwrap_err();
    assert!(
        matches!(
            error,
            SolveError::Cancelled {
                tries: 10_001..50_000,
                ..
            }
        ),
        "{error}"
    );
    // Cancelled beforehand, it does not begin.
    let error = solve(&hopeless, &config, limits).unwrap_err();
    assert!(
        matches!(error, SolveError::Cancelled { tries: 0, .. }),
        "{error}"
    );
}

#[wasm_bindgen_test]
fn limits_end_a_search() {
    let (challenge, config) = endless();
    let error = solve(&challenge, &config, limits()).unwrap_err();
    assert!(matches!(error, SolveError::TooHard { .. }), "{error}");

    let in_time = Limits {
        max_tries: u64::MAX,
        max_time: Duration::from_millis(200),
        ..limits()
    };
    let hopeless = Challenge {
        difficulty: "00000000000000".parse().unwrap(),
        ..challenge
    };
    let error = solve(&hopeless, &config, in_time).unwrap_err();
    assert!(
        matches!(error, SolveError::TooSlow { tries: 1.., elapsed } if elapsed >= Duration::from_millis(200)),
        "{error}"
    );

    let vector = vectors().into_iter().max_by_key(|vector| vector.nonce);
    let Vector {
        challenge,
        config,
        nonce,
        ..
    } = vector.unwrap();
    let most = |max_tries| Limits {
        max_tries,
        ..limits()
    };
    let error = solve(&challenge, &config, most(nonce)).unwrap_err();
    assert!(
        matches!(error, SolveError::Exhausted { tries, .. } if tries == nonce),
        "{error}"
    );
    assert_eq!(
        solve(&challenge, &config, most(nonce + 1)).unwrap().nonce,
        nonce
    );
}
