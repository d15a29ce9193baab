//! Every kernel that this machine has finds what the plain reference finds, whatever the
//! layout of the message.

mod reference;

use proptest::prelude::*;
use reference::{boundaries, config, found, hash, solutions};
use sorakit_sentinel::{Challenge, Config, Kernel};

/// One nonce in eight solves it, so that a wrong hash shows.
fn easy(seed: &str) -> Challenge {
    Challenge {
        seed: seed.into(),
        difficulty: "1f".parse().unwrap(),
    }
}

fn check(challenge: &Challenge, config: &Config, start: u64, count: u64) {
    let expected = solutions(challenge, config, start, count);
    for kernel in Kernel::available() {
        let found = found(kernel, challenge, config, start, count);
        assert_eq!(
            found, expected,
            "{kernel}: {challenge:?} {config:?} from {start}"
        );
    }
}

#[test]
fn the_kernels_that_are_expected_here() {
    // Where nothing is said, what the machine has is what is tested.
    let Ok(expected) = std::env::var("SORAKIT_EXPECTED_KERNELS") else {
        return;
    };
    let available: Vec<_> = Kernel::available().map(Kernel::name).collect();
    assert_eq!(available.join(" "), expected);
}

#[test]
fn every_alignment_of_both_counters_and_every_block_boundary() {
    let text = "x".repeat(160);
    let mut starts = boundaries().cycle();
    // The seed moves everything by bytes of a block, and the texts move each counter by bytes
    // of a base64 group.
    for seed in 0..=80 {
        for before in 0..3 {
            for between in 0..3 {
                let config = config(&text[..before], &text[..between], "");
                check(&easy(&text[..seed]), &config, starts.next().unwrap(), 12);
            }
        }
    }
    for length in 0..=160 {
        let start = starts.next().unwrap();
        check(&easy("0.5"), &config(&text[..length], "", ""), start, 12);
        check(&easy("0.5"), &config("", &text[..length], ""), start, 12);
        check(&easy("0.5"), &config("", "", &text[..length]), start, 12);
    }
}

#[test]
fn every_change_in_the_number_of_digits() {
    for start in boundaries() {
        check(
            &easy("0.123"),
            &config("Thu Jan 15", "Mozilla/5.0 (测试)", "tail"),
            start,
            60,
        );
    }
    check(&easy("0.123"), &config("a", "b", "c"), 0, 1_100);
}

#[test]
fn nonces_up_to_the_largest() {
    check(&easy("seed"), &config("a", "b", "c"), u64::MAX - 20, 20);
    check(
        &easy("seed"),
        &config("a", "b", "c"),
        10u64.pow(19) - 13,
        26,
    );
}

#[test]
fn every_length_of_the_difficulty() {
    let config = config("1920", "Mozilla/5.0", "x");
    let hash = hash("0.9", &config, 137);
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02X}"))
            .collect::<String>()
    };
    for length in 0..=64 {
        // The hash itself is the largest that is accepted.
        let difficulty = hex(&hash[..length]).parse().unwrap();
        check(
            &Challenge {
                seed: "0.9".into(),
                difficulty,
            },
            &config,
            100,
            60,
        );
        // A bound that is below it by one, at its last byte, is not met by it.
        if let Some(last) = length.checked_sub(1).filter(|&last| hash[last] > 0) {
            let mut below = hash[..length].to_vec();
            below[last] -= 1;
            let difficulty = hex(&below).parse().unwrap();
            check(
                &Challenge {
                    seed: "0.9".into(),
                    difficulty,
                },
                &config,
                137,
                1,
            );
        }
    }
}

proptest! {
    // Unoptimised, the kernels are some fifty times as slow.
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 60 } else { 1_000 }))]

    #[test]
    fn any_texts_from_any_nonce(
        seed in ".{0,90}",
        before in ".{0,40}",
        between in "\\PC{0,300}",
        after in ".{0,300}",
        difficulty in "[01][0-9a-fA-F]([0-9a-f]{2}){0,9}",
        start in prop_oneof![0..3_000u64, 0..10_000_000_000u64],
    ) {
        let challenge = Challenge { seed, difficulty: difficulty.parse().unwrap() };
        check(&challenge, &config(&before, &between, &after), start, 30);
    }
}
