//! `sorakit pow solve`.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use sorakit::sentinel::{Config, Kernel, Limits, Solution, solve};
use sorakit::{Error, ErrorKind, Profile, Result};

use super::challenge::{self, Challenges, Given};
use super::kernel;
use crate::outcome::{Failure, Outcome, Report};

/// What `pow solve` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    echo '{\"seed\": \"0.42\", \"difficulty\": \"0000ff\"}' | sorakit pow solve --challenge - --json\n  \
    sorakit pow solve --challenge challenges.json --threads 1")]
pub struct Arguments {
    /// A file with one `{seed, difficulty, config}` or a list of them; `-` is the standard input.
    #[arg(long, value_name = "FILE")]
    challenge: PathBuf,
    /// The most threads; 0 for all cores.
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// The kernel. Default: the best one here.
    #[arg(long, value_parser = kernel::read)]
    kernel: Option<Kernel>,
    /// The most candidates tried for one challenge.
    #[arg(long, default_value_t = Limits::default().max_tries)]
    max_tries: u64,
    /// The longest time for one challenge, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().max_time.as_secs())]
    timeout: u64,
    /// Prints `{nonce, answer, tries, elapsed_ms}`, or a list of them.
    #[arg(long)]
    pub json: bool,
}

pub async fn run(arguments: Arguments) -> Outcome {
    let challenges = challenge::read(&arguments.challenge)?;
    let cancel = CancelOnDrop::default();
    let limits = Limits {
        max_tries: arguments.max_tries,
        max_time: Duration::from_secs(arguments.timeout),
        threads: arguments.threads,
        kernel: arguments.kernel,
        cancel: Some(cancel.0.clone()),
        ..Limits::default()
    };
    // Off this thread, so that Ctrl-C is seen meanwhile.
    let solved = tokio::task::spawn_blocking(move || solve_all(challenges, &limits));
    let solved = solved
        .await
        .map_err(|error| Failure::from(std::io::Error::other(error)))??;
    Ok(solved)
}

fn solve_all(challenges: Challenges, limits: &Limits) -> Result<Report> {
    match challenges {
        Challenges::One(given) => {
            let solution = solve_one(*given, limits)?;
            Ok(Report {
                text: line(&solution),
                json: object(&solution),
            })
        }
        Challenges::List(list) => {
            let mut text = String::new();
            let mut solutions = Vec::with_capacity(list.len());
            for (number, given) in list.into_iter().enumerate() {
                let solution = solve_one(given, limits).map_err(|error| {
                    let what = format!("challenge {number}: {}", error.reason());
                    Error::new(error.kind(), what).caused_by(error)
                })?;
                text.push_str(&line(&solution));
                text.push('\n');
                solutions.push(object(&solution));
            }
            Ok(Report {
                text,
                json: solutions.into(),
            })
        }
    }
}

fn solve_one(given: Given, limits: &Limits) -> Result<Solution> {
    let config = given.config.unwrap_or_else(default_config);
    solve(&given.challenge, &config, limits.clone())
        .map_err(|error| Error::new(ErrorKind::ProofOfWork, error.to_string()))
}

fn default_config() -> Config {
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    let millis = u64::try_from(now.as_millis()).unwrap_or_default();
    Config::new(&Profile::default(), millis, &[0x5a; 32])
}

fn object(solution: &Solution) -> Value {
    json!({
        "nonce": solution.nonce,
        "answer": solution.answer,
        "tries": solution.tries,
        "elapsed_ms": solution.elapsed.as_secs_f64() * 1e3,
    })
}

fn line(solution: &Solution) -> String {
    format!(
        "nonce {}, {} tries in {:.3} ms\n{}",
        solution.nonce,
        solution.tries,
        solution.elapsed.as_secs_f64() * 1e3,
        solution.answer
    )
}

/// Ends the search when the command is interrupted.
#[derive(Default)]
struct CancelOnDrop(Arc<AtomicBool>);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
