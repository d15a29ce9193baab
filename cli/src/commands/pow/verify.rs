//! `sorakit pow verify`.

use std::path::PathBuf;

use serde_json::{Value, json};
use sorakit::sentinel::verify;
use sorakit::{Error, ErrorKind, Result};

use super::challenge::{self, Challenges, Given};
use crate::outcome::{Outcome, Report};

/// What `pow verify` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    sorakit pow verify --challenge challenge.json --answer WzE5MjAsIlRodSBKYW4…\n\n\
    The exit status is 1 when an answer is wrong.")]
pub struct Arguments {
    /// A file with one `{seed, difficulty, answer}` or a list of them; `-` is the standard input.
    #[arg(long, value_name = "FILE")]
    challenge: PathBuf,
    /// The answer, when the file holds one challenge without it.
    #[arg(long)]
    answer: Option<String>,
    /// Prints `{valid}`, or a list of them.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Outcome {
    match challenge::read(&arguments.challenge)? {
        Challenges::One(given) => {
            check(&given, arguments.answer.as_deref())?;
            Ok(valid(json!({ "valid": true }), 1))
        }
        Challenges::List(list) => {
            for (number, given) in list.iter().enumerate() {
                check(given, None).map_err(|error| {
                    Error::new(error.kind(), format!("answer {number}: {}", error.reason()))
                })?;
            }
            let each: Vec<Value> = list.iter().map(|_| json!({ "valid": true })).collect();
            Ok(valid(each.into(), list.len()))
        }
    }
}

fn check(given: &Given, answer: Option<&str>) -> Result<()> {
    let answer = answer.or(given.answer.as_deref()).ok_or_else(|| {
        Error::invalid("answer", "is missing: give it in the file or with --answer")
    })?;
    verify(&given.challenge, answer)
        .map_err(|error| Error::new(ErrorKind::ProofOfWork, error.to_string()))
}

fn valid(json: Value, count: usize) -> Report {
    let text = match count {
        1 => "The answer is valid.".into(),
        count => format!("All {count} answers are valid."),
    };
    Report { text, json }
}
