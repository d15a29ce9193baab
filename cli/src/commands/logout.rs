//! `sorakit logout`: forgets a profile's credential.

use std::path::PathBuf;

use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use serde_json::json;

use super::login::remove;
use crate::configuration::{self, Configuration};
use crate::outcome::{Outcome, Report};

/// What `logout` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit logout\n  \
    sorakit logout work\n\n\
    The profile stays, without a credential: `sorakit profiles remove NAME` takes it out. The token \
    itself\nstays valid at the server until it ends there.")]
pub struct Arguments {
    /// The profile. Default: the one that counts.
    #[arg(add = ArgValueCandidates::new(profiles))]
    profile: Option<String>,
    /// The configuration file, in place of the one of this user.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Prints a JSON object.
    #[arg(long)]
    pub json: bool,
}

/// The profiles, for completions.
pub(super) fn profiles() -> Vec<CompletionCandidate> {
    let names = configuration::names().into_iter();
    names.map(CompletionCandidate::new).collect()
}

pub fn run(arguments: &Arguments) -> Outcome {
    let path = match &arguments.config {
        Some(path) => path.clone(),
        None => configuration::path()?,
    };
    let mut file = Configuration::change(&path)?;
    let name = arguments.profile.clone();
    let name = name.or_else(|| file.default().map(str::to_owned));
    let name = name.unwrap_or_else(|| "default".to_owned());
    file.require(&name)?;
    let place = file.credential_file(&name)?;
    let was_there = place.symlink_metadata().is_ok();
    remove(&place)?;
    file.set(&name, vec![("credential_file", None)]);
    file.save()?;
    let text = match was_there {
        true => format!("profile {name}: its credential is forgotten"),
        false => format!("profile {name}: it had no credential"),
    };
    Ok(Report::of(
        text,
        json!({ "profile": name, "forgotten": was_there }),
    ))
}
