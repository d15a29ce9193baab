//! The proof of work, for programs with a challenge of their own.

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::json;
use sorakit::host::{Host, NativeHost, NativeOptions};
use sorakit::profile::Profile;
use sorakit::sentinel::{
    Challenge, Config, Difficulty, Limits, final_token, initial_token, solve, verify,
};
use sorakit::{Error, ErrorKind, Result};

use crate::cancel::{CancelToken, guarded};
use crate::failure::Failure;
use crate::json::{Json, read, write};

/// Bounds of a search for a proof of work.
#[derive(uniffi::Record)]
pub struct PowLimits {
    /// The most candidates to try.
    pub max_tries: Option<u64>,
    /// The longest time, in seconds.
    pub timeout: Option<f64>,
    /// The number of threads; all cores without it.
    pub threads: Option<u32>,
}

/// Solves a challenge on threads of its own.
#[uniffi::export]
pub async fn solve_pow(
    seed: String,
    difficulty: String,
    profile: Option<Json>,
    limits: PowLimits,
    cancel: Option<Arc<CancelToken>>,
) -> Result<Json, Failure> {
    // A search goes on until it sees this flag, also when its caller has gone.
    let stop = Stop(
        cancel
            .as_ref()
            .map(|token| token.flag())
            .unwrap_or_default(),
    );
    let search = async move {
        let challenge = challenge(seed, &difficulty)?;
        let profile: Profile = match profile {
            Some(profile) => read("profile", profile)?,
            None => Profile::default(),
        };
        let defaults = Limits::default();
        let timeout = sorakit::seconds("timeout", limits.timeout)?;
        let limits = Limits {
            max_tries: limits.max_tries.unwrap_or(defaults.max_tries),
            max_time: timeout.unwrap_or(defaults.max_time),
            threads: limits.threads.unwrap_or(0) as usize,
            cancel: Some(stop.0.clone()),
            ..defaults
        };
        let config = config(&profile);
        let solved = blocking::unblock(move || solve(&challenge, &config, limits)).await;
        let solution =
            solved.map_err(|error| Error::new(ErrorKind::ProofOfWork, error.to_string()))?;
        Ok(Json::from(json!({
            "token": final_token(&solution.answer),
            "initial_token": initial_token(&solution.answer),
            "answer": solution.answer,
            "nonce": solution.nonce,
            "tries": solution.tries,
            "elapsed": solution.elapsed.as_secs_f64(),
        })))
    };
    guarded(cancel, search).await
}

/// Ends the search when its call is given up.
struct Stop(Arc<std::sync::atomic::AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, std::sync::atomic::Ordering::Relaxed);
    }
}

/// True if an answer solves a challenge.
#[uniffi::export]
pub fn verify_pow(seed: String, difficulty: String, answer: String) -> Result<bool, Failure> {
    Ok(verify(&challenge(seed, &difficulty)?, &answer).is_ok())
}

/// The usual profile, or one drawn from the documented browsers and apps.
#[uniffi::export]
pub fn profile(drawn: bool) -> Json {
    write(&match drawn {
        true => Profile::from_random(&random()),
        false => Profile::default(),
    })
}

fn challenge(seed: String, difficulty: &str) -> Result<Challenge> {
    let difficulty: Difficulty = difficulty
        .parse()
        .map_err(|error| Error::invalid("difficulty", format!("{error}")))?;
    Ok(Challenge { seed, difficulty })
}

fn config(profile: &Profile) -> Config {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let now = u64::try_from(now.as_millis()).unwrap_or_default();
    Config::new(profile, now, &random())
}

fn random<const N: usize>() -> [u8; N] {
    let mut random = [0; N];
    if let Ok(host) = NativeHost::new(NativeOptions::default()) {
        host.random(&mut random);
    }
    random
}
