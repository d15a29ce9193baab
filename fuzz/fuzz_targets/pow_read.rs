//! Nothing that a server or a client may send makes the readers panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sorakit_sentinel::{
    Challenge, Config, Difficulty, Search, parse_final_token, parse_initial_token, verify,
};

fuzz_target!(|texts: (String, String, String)| {
    let (seed, difficulty, answer) = texts;
    let _ = serde_json::from_str::<Challenge>(&answer);
    let _ = serde_json::from_str::<Config>(&answer);
    let _ = (parse_initial_token(&answer), parse_final_token(&answer));
    if let Ok(difficulty) = difficulty.parse::<Difficulty>() {
        assert!(difficulty.expected_tries() >= 1.0);
        let challenge = Challenge { seed, difficulty };
        let _ = verify(&challenge, &answer);
        if let Ok(mut search) = Search::from_json(&challenge, &answer, None) {
            search.step(40);
        }
    }
});
