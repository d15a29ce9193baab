//! Solving within limits: what a caller can rely on when a challenge is hard.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use sorakit_sentinel::Profile;
use sorakit_sentinel::{
    Challenge, Config, Kernel, Limits, NO_SOLUTION, SolveError, VerifyError, final_token,
    initial_token, parse_final_token, parse_initial_token, solve, verify,
};

fn challenge(difficulty: &str) -> Challenge {
    Challenge {
        seed: "0.479".into(),
        difficulty: difficulty.parse().unwrap(),
    }
}

fn config() -> Config {
    Config::new(&Profile::default(), 1_768_500_636_944, &[42; 32])
}

#[test]
fn an_absurd_difficulty_is_refused_at_once_with_its_expected_tries() {
    let error = solve(&challenge("000000000000"), &config(), Limits::default()).unwrap_err();
    let SolveError::TooHard {
        expected_tries,
        max_tries,
    } = error
    else {
        panic!("{error}")
    };
    assert_eq!(expected_tries, 2f64.powi(48));
    assert_eq!(max_tries, Limits::default().max_tries);
    let message = error.to_string();
    assert!(message.contains("281474976710656"), "{message}");
    assert!(message.contains("max_tries"), "{message}");
}

/// It is expected to take 4,096 tries, and takes 6,317, the last ones by several threads.
fn hard() -> (Challenge, u64) {
    (challenge("000fff"), 6_316)
}

#[test]
fn a_limit_in_tries_is_exact() {
    let (challenge, nonce) = hard();
    for threads in [1, 3] {
        let solve = |max_tries| {
            let limits = Limits {
                max_tries,
                threads,
                ..Limits::default()
            };
            solve(&challenge, &config(), limits)
        };
        let error = solve(nonce).unwrap_err();
        assert!(matches!(error, SolveError::Exhausted { tries, .. } if tries == nonce));
        assert_eq!(solve(nonce + 1).unwrap().nonce, nonce);
        assert!(matches!(
            solve(4_095).unwrap_err(),
            SolveError::TooHard { .. }
        ));
    }
}

#[test]
fn the_lowest_nonce_is_found_with_any_number_of_threads() {
    let (challenge, nonce) = hard();
    for kernel in [Kernel::best(), Kernel::Scalar] {
        for threads in [1, 2, 5] {
            let limits = Limits {
                threads,
                kernel: Some(kernel),
                ..Limits::default()
            };
            let solution = solve(&challenge, &config(), limits).unwrap();
            assert_eq!(solution.nonce, nonce, "{kernel}, {threads} threads");
            assert_eq!(solution.tries, nonce + 1);
            assert_eq!(verify(&challenge, &solution.answer), Ok(()));
        }
    }
}

#[test]
fn a_search_ends_soon_after_it_is_cancelled() {
    let cancel = Arc::new(AtomicBool::new(false));
    let progressed = Arc::new(AtomicU64::new(0));
    let limits = Limits {
        max_tries: u64::MAX,
        cancel: Some(cancel.clone()),
        progress: Some(Arc::new({
            let progressed = progressed.clone();
            move |tries| {
                progressed.fetch_max(tries, Ordering::Relaxed);
                cancel.store(true, Ordering::Relaxed);
            }
        })),
        ..Limits::default()
    };
    let error = solve(&challenge("0000000000"), &config(), limits).unwrap_err();
    let SolveError::Cancelled { tries, .. } = error else {
        panic!("{error}")
    };
    assert!(tries > 0 && progressed.load(Ordering::Relaxed) > 0);
    assert!(tries < 200_000, "{tries}");
}

#[test]
fn a_search_that_was_cancelled_before_tries_nothing() {
    let cancel = Some(Arc::new(AtomicBool::new(true)));
    let error = solve(
        &challenge("ff"),
        &config(),
        Limits {
            cancel,
            ..Limits::default()
        },
    );
    assert!(
        matches!(error, Err(SolveError::Cancelled { tries: 0, .. })),
        "{error:?}"
    );
}

#[test]
fn a_seed_that_is_too_long_is_refused_before_any_work() {
    let long = |length: usize| Challenge {
        seed: "a".repeat(length),
        difficulty: "ff".parse().unwrap(),
    };
    let tried = Arc::new(AtomicBool::new(false));
    let limits = || Limits {
        progress: Some(Arc::new({
            let tried = tried.clone();
            move |_| tried.store(true, Ordering::Relaxed)
        })),
        ..Limits::default()
    };
    let error = solve(&long(30 << 20), &config(), limits()).unwrap_err();
    assert_eq!(error, SolveError::SeedTooLong { length: 30 << 20 });
    assert!(error.to_string().contains("65536"), "{error}");
    assert!(!tried.load(Ordering::Relaxed));
    assert!(solve(&long(64 << 10), &config(), limits()).is_ok());
}

#[test]
fn searches_at_once_share_the_cores() {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let inside = Arc::new(AtomicU64::new(0));
    let most = Arc::new(AtomicU64::new(0));
    std::thread::scope(|scope| {
        for _ in 0..3 * cores {
            let (inside, most) = (inside.clone(), most.clone());
            let limits = Limits {
                max_tries: u64::MAX,
                max_time: Duration::from_millis(500),
                progress: Some(Arc::new(move |_| {
                    let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
                    most.fetch_max(now, Ordering::SeqCst);
                    // Who searches is here for most of the time.
                    std::thread::sleep(Duration::from_millis(20));
                    inside.fetch_sub(1, Ordering::SeqCst);
                })),
                ..Limits::default()
            };
            scope.spawn(move || {
                let error = solve(&challenge("0000000000"), &config(), limits).unwrap_err();
                assert!(matches!(error, SolveError::TooSlow { .. }), "{error}");
            });
        }
    });
    let most = most.load(Ordering::SeqCst);
    assert!(
        most >= 1 && most <= cores as u64,
        "{most} threads on {cores} cores"
    );
}

#[test]
fn a_search_ends_at_its_limit_in_time() {
    let max_time = Duration::from_millis(50);
    let limits = Limits {
        max_tries: u64::MAX,
        max_time,
        ..Limits::default()
    };
    let started = Instant::now();
    let error = solve(&challenge("0000000000"), &config(), limits).unwrap_err();
    let SolveError::TooSlow { tries, elapsed } = error else {
        panic!("{error}")
    };
    assert!(tries > 0 && elapsed >= max_time);
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_clock_can_be_given() {
    fn late() -> Duration {
        static CALLS: AtomicU64 = AtomicU64::new(0);
        Duration::from_secs(CALLS.fetch_add(1, Ordering::Relaxed) * 1_000)
    }
    let limits = Limits {
        clock: Some(late),
        ..Limits::default()
    };
    let error = solve(&challenge("ff"), &config(), limits).unwrap_err();
    assert!(
        matches!(error, SolveError::TooSlow { tries: 0, .. }),
        "{error:?}"
    );
}

#[test]
fn a_kernel_of_another_machine_is_refused_with_those_that_there_are() {
    let missing = if cfg!(target_arch = "aarch64") {
        Kernel::Avx2
    } else {
        Kernel::Neon
    };
    let limits = Limits {
        kernel: Some(missing),
        ..Limits::default()
    };
    let error = solve(&challenge("ff"), &config(), limits).unwrap_err();
    assert_eq!(error, SolveError::NoSuchKernel { kernel: missing });
    assert!(error.to_string().contains("scalar"), "{error}");
}

#[test]
fn kernels_are_named_alike_everywhere() {
    for kernel in Kernel::available() {
        assert_eq!(kernel.name().parse(), Ok(kernel));
        assert_eq!(
            serde_json::to_string(&kernel).unwrap(),
            format!("\"{kernel}\"")
        );
    }
    assert!(
        "sse"
            .parse::<Kernel>()
            .unwrap_err()
            .to_string()
            .contains("avx2")
    );
}

#[test]
fn the_text_sent_without_a_solution_is_rejected() {
    let challenge = challenge("ff");
    let fallback = format!("{NO_SOLUTION}IjAuNDc5Ig==");
    assert_eq!(verify(&challenge, &fallback), Err(VerifyError::NoSolution));
    assert_eq!(verify(&challenge, "?"), Err(VerifyError::NotBase64));
    assert_eq!(verify(&challenge, "e30="), Err(VerifyError::NotAnArray));
    assert_eq!(
        verify(&challenge, "WzFd"),
        Err(VerifyError::Length { length: 1 })
    );
    let answer = solve(&challenge, &config(), Limits::default())
        .unwrap()
        .answer;
    let harder = Challenge {
        difficulty: "000000".parse().unwrap(),
        ..challenge
    };
    assert!(matches!(verify(&harder, &answer), Err(VerifyError::Hash { hash }) if hash.len() == 3));
}

#[test]
fn a_counter_that_is_no_whole_number_is_rejected_and_element_9_is_not_looked_at() {
    let challenge = challenge("ff");
    let mut elements = config().elements().clone();
    elements[9] = "anything".into();
    let answer = |elements: &[serde_json::Value]| {
        use base64::{Engine, prelude::BASE64_STANDARD};
        BASE64_STANDARD.encode(serde_json::to_string(elements).unwrap())
    };
    assert_eq!(verify(&challenge, &answer(&elements)), Ok(()));
    elements[3] = "0".into();
    assert_eq!(
        verify(&challenge, &answer(&elements)),
        Err(VerifyError::Counter)
    );
}

#[test]
fn the_first_request_is_answered_from_random_bytes_alone() {
    let challenge = Challenge::initial([0xc3; 8]);
    let solution = solve(&challenge, &config(), Limits::default()).unwrap();
    let token = initial_token(&solution.answer);
    assert!(token.starts_with("gAAAAAC"));
    assert_eq!(
        verify(&challenge, parse_initial_token(&token).unwrap()),
        Ok(())
    );
    assert!(parse_final_token(&final_token(&solution.answer)).is_some());
}
