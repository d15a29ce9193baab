//! The proof of work, off JavaScript's thread.

use std::sync::Arc;

use napi::bindgen_prelude::{Function, PromiseRaw};
use napi::threadsafe_function::ThreadsafeFunctionCallMode::NonBlocking;
use napi::{Env, Status};
use napi_derive::napi;
use serde::{Deserialize, Serialize};
use sorakit::sentinel::{Challenge, Config, Difficulty, Limits, solve, verify};
use sorakit::{Error, ErrorKind};

use crate::cancel::CancelToken;
use crate::failure::{read, reject, write};
use crate::promise::promise;

#[derive(Deserialize)]
struct Given {
    seed: String,
    difficulty: String,
    config: Option<Config>,
    #[serde(default)]
    max_tries: Option<u64>,
    #[serde(default)]
    timeout: Option<f64>,
    #[serde(default)]
    threads: Option<usize>,
    #[serde(default)]
    kernel: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    answer: String,
    nonce: u64,
    tries: u64,
    elapsed_ms: f64,
}

/// Solves a challenge given as JSON; `on_progress` gets the tries so far.
#[napi(ts_return_type = "Promise<string>", catch_unwind)]
pub fn solve_pow<'env>(
    env: &'env Env,
    given: String,
    on_progress: Option<Function<'_, String, ()>>,
    cancel: Option<&CancelToken>,
) -> napi::Result<PromiseRaw<'env, String>> {
    let given: Given = read("challenge", &given)?;
    let challenge = challenge(&given.seed, &given.difficulty)?;
    let config = given.config.unwrap_or_else(fresh_config);
    let defaults = Limits::default();
    let kernel = given
        .kernel
        .map(|name| name.parse())
        .transpose()
        .map_err(|error| reject(Error::invalid("kernel", format!("{error}"))))?;
    let mut limits = Limits {
        max_tries: given.max_tries.unwrap_or(defaults.max_tries),
        max_time: sorakit::seconds("timeout", given.timeout)
            .map_err(reject)?
            .unwrap_or(defaults.max_time),
        threads: given.threads.unwrap_or(0),
        kernel,
        cancel: cancel.map(CancelToken::flag),
        ..defaults
    };
    if let Some(on_progress) = on_progress {
        let tell = on_progress
            .build_threadsafe_function()
            .callee_handled::<false>()
            .build()?;
        limits.progress = Some(Arc::new(move |tries| {
            let _: Status = tell.call(tries.to_string(), NonBlocking);
        }));
    }
    // The promise ends at once; the search, on its own thread, a moment later.
    promise(env, cancel, async move {
        let solved = blocking::unblock(move || solve(&challenge, &config, limits)).await;
        let solution =
            solved.map_err(|error| Error::new(ErrorKind::ProofOfWork, error.to_string()))?;
        Ok(write(&Answer {
            answer: solution.answer,
            nonce: solution.nonce,
            tries: solution.tries,
            elapsed_ms: solution.elapsed.as_secs_f64() * 1e3,
        }))
    })
}

/// The usual profile, or one drawn from the documented browsers and apps, as JSON.
#[napi(catch_unwind)]
pub fn profile(drawn: bool) -> String {
    use sorakit::host::{Host, NativeHost, NativeOptions};
    let mut random = [0; 16];
    if let Ok(host) = NativeHost::new(NativeOptions::default()) {
        host.random(&mut random);
    }
    write(&match drawn {
        true => sorakit::Profile::from_random(&random),
        false => sorakit::Profile::default(),
    })
}

/// Whether an answer solves a challenge.
#[napi(catch_unwind)]
pub fn verify_pow(seed: String, difficulty: String, answer: String) -> napi::Result<bool> {
    Ok(verify(&challenge(&seed, &difficulty)?, &answer).is_ok())
}

fn challenge(seed: &str, difficulty: &str) -> napi::Result<Challenge> {
    let difficulty: Difficulty = difficulty
        .parse()
        .map_err(|error| reject(Error::invalid("difficulty", format!("{error}"))))?;
    Ok(Challenge {
        seed: seed.to_owned(),
        difficulty,
    })
}

/// The configuration of a typical browser at this moment.
fn fresh_config() -> Config {
    use sorakit::host::{Host, NativeHost, NativeOptions};
    let mut random = [0; 32];
    let mut now = 0;
    if let Ok(host) = NativeHost::new(NativeOptions::default()) {
        host.random(&mut random);
        now = u64::try_from(host.now().as_millis()).unwrap_or_default();
    }
    Config::new(&sorakit::Profile::default(), now, &random)
}
