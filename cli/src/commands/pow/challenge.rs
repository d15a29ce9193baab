//! Files of challenges: one object, or a list of them.

use std::io::Read;
use std::path::Path;

use serde::Deserialize;
use sorakit::sentinel::{Challenge, Config};
use sorakit::{Error, Result};

/// One challenge of a file.
#[derive(Deserialize)]
pub struct Given {
    #[serde(flatten)]
    pub challenge: Challenge,
    /// The 18 values that are hashed; when absent, those of the default profile.
    pub config: Option<Config>,
    /// The answer to be checked.
    pub answer: Option<String>,
}

/// What a file holds.
pub enum Challenges {
    One(Box<Given>),
    List(Vec<Given>),
}

/// Reads a file; `-` is the standard input.
pub fn read(path: &Path) -> Result<Challenges> {
    let refused = |what: String| Error::invalid("challenge", format!("{}: {what}", path.display()));
    let text = match path.to_str() {
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map(|_| text)
        }
        _ => std::fs::read_to_string(path),
    };
    let text = text.map_err(|error| refused(error.to_string()))?;
    let read =
        sorakit::api::read_given("challenge", &text).and_then(|value| match value.is_array() {
            true => sorakit::api::read_as("challenge", value).map(Challenges::List),
            false => sorakit::api::read_as("challenge", value).map(Challenges::One),
        });
    read.map_err(|error| {
        refused(format!(
            "{}; it holds `{{\"seed\", \"difficulty\", \"config\"}}` or a list of them",
            error.reason()
        ))
    })
}
