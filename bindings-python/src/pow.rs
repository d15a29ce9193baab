//! The Sentinel proof of work, for callers with a challenge of their own.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, SystemTime};

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyDict};
use serde_json::json;
use sorakit::host::{Host, NativeHost, NativeOptions};
use sorakit::profile::Profile;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, final_token, initial_token, solve};
use sorakit::{Error, ErrorKind};

use crate::error::raise;
use crate::value::{plain, to_python};

/// The interval at which signals are checked.
const SLICE: Duration = Duration::from_millis(50);

/// Solves a challenge on all cores, with the interpreter free meanwhile.
#[pyfunction]
#[pyo3(signature = (seed, difficulty, profile=None, max_tries=None, timeout=None, threads=None))]
pub fn solve_pow<'py>(
    py: Python<'py>,
    seed: String,
    difficulty: &str,
    profile: Option<&Bound<'py, PyDict>>,
    max_tries: Option<u64>,
    timeout: Option<f64>,
    threads: Option<usize>,
) -> PyResult<Bound<'py, PyAny>> {
    let refuse = |field: &str, why: &str| raise(py, &Error::invalid(field, why));
    let difficulty = difficulty
        .parse()
        .map_err(|error| refuse("difficulty", &format!("{error}")))?;
    let profile: Profile = match profile {
        Some(profile) => {
            sorakit::api::read_as("profile", plain(profile)?).map_err(|error| raise(py, &error))?
        }
        None => Profile::default(),
    };
    let mut limits = Limits::default();
    limits.max_tries = max_tries.unwrap_or(limits.max_tries);
    limits.threads = threads.unwrap_or(limits.threads);
    let timeout = sorakit::seconds("timeout", timeout).map_err(|error| raise(py, &error))?;
    limits.max_time = timeout.unwrap_or(limits.max_time);
    let challenge = Challenge { seed, difficulty };
    let solution = in_background(py, challenge, config(&profile), limits)?;
    let solution =
        solution.map_err(|message| raise(py, &Error::new(ErrorKind::ProofOfWork, message)))?;
    let solved = json!({
        "token": final_token(&solution.answer),
        "initial_token": initial_token(&solution.answer),
        "answer": solution.answer,
        "nonce": solution.nonce,
        "tries": solution.tries,
        "elapsed": solution.elapsed.as_secs_f64(),
    });
    to_python(py, &solved)
}

/// The usual profile, or one drawn from the documented browsers and apps.
#[pyfunction]
pub fn profile(py: Python<'_>, drawn: bool) -> PyResult<Bound<'_, PyAny>> {
    let mut random = [0; 16];
    if let Ok(host) = NativeHost::new(NativeOptions::default()) {
        host.random(&mut random);
    }
    let profile = match drawn {
        true => Profile::from_random(&random),
        false => Profile::default(),
    };
    to_python(py, &serde_json::to_value(profile).unwrap_or_default())
}

fn config(profile: &Profile) -> Config {
    let mut random = [0; 32];
    if let Ok(host) = NativeHost::new(NativeOptions::default()) {
        host.random(&mut random);
    }
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let now = u64::try_from(now.as_millis()).unwrap_or_default();
    Config::new(profile, now, &random)
}

/// Solves on another thread, while this one checks for signals. A handler that raises ends
/// the search.
fn in_background(
    py: Python<'_>,
    challenge: Challenge,
    config: Config,
    mut limits: Limits,
) -> PyResult<Result<Solution, String>> {
    let cancel = Arc::new(AtomicBool::new(false));
    limits.cancel = Some(cancel.clone());
    py.detach(move || {
        let (sender, solved) = mpsc::channel();
        std::thread::spawn(move || {
            let solution = solve(&challenge, &config, limits);
            let _ = sender.send(solution.map_err(|error| error.to_string()));
        });
        loop {
            match solved.recv_timeout(SLICE) {
                Ok(solution) => return Ok(solution),
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    return Ok(Err("the search ended without an answer".into()));
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    if let Err(raised) = Python::attach(|py| py.check_signals()) {
                        cancel.store(true, Ordering::Relaxed);
                        return Err(raised);
                    }
                }
            }
        }
    })
}
