//! How much is said: `-v`, `-q` and `SORAKIT_LOG`.

use clap::ArgAction;
use sorakit::{Error, ErrorKind, Result};

/// How much is said beside the result.
#[derive(clap::Args, Default)]
pub struct Verbosity {
    /// Shows every request and answer, without secrets; -vv their heads and texts too.
    #[arg(short, long, global = true, action = ArgAction::Count, conflicts_with = "quiet")]
    verbose: u8,
    /// Shows the result and errors alone: no progress, no notes, no warnings.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// What is logged of the traffic.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing.
    #[default]
    Off,
    /// A line for each request and each answer.
    Info,
    /// Heads and texts, too.
    Debug,
}

/// The words of `SORAKIT_LOG`.
const WORDS: &[(&str, Level)] = &[
    ("off", Level::Off),
    ("info", Level::Info),
    ("debug", Level::Debug),
];

impl Verbosity {
    /// What the options say, or else `SORAKIT_LOG`.
    pub fn level(&self) -> Result<Level> {
        match self.verbose {
            0 => of_variable(std::env::var("SORAKIT_LOG").unwrap_or_default().trim()),
            1 => Ok(Level::Info),
            _ => Ok(Level::Debug),
        }
    }
}

fn of_variable(word: &str) -> Result<Level> {
    if word.is_empty() {
        return Ok(Level::Off);
    }
    let same = |known: &&(&str, Level)| known.0.eq_ignore_ascii_case(word);
    WORDS
        .iter()
        .find(same)
        .map(|(_, level)| *level)
        .ok_or_else(|| {
            let what = "the environment variable SORAKIT_LOG must be off, info or debug";
            Error::new(ErrorKind::Configuration, what).with_field("SORAKIT_LOG")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_has_three_words() {
        assert_eq!(of_variable("").unwrap(), Level::Off);
        assert_eq!(of_variable("INFO").unwrap(), Level::Info);
        assert_eq!(of_variable("debug").unwrap(), Level::Debug);
        let refused = of_variable("loud").unwrap_err();
        assert!(refused.reason().contains("off, info or debug"));
    }
}
