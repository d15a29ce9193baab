//! `sorakit profiles`: the servers that are kept under a name.

use std::path::PathBuf;

use clap::Subcommand;
use clap_complete::engine::ArgValueCandidates;
use serde_json::{Value, json};

use super::login::remove;
use super::logout::profiles;
use crate::configuration::{self, Configuration};
use crate::outcome::{Outcome, Report};

/// What `profiles` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit profiles\n  \
    sorakit profiles use work\n  \
    sorakit video \"a cat\" --profile work\n\n\
    `sorakit login NAME` adds one. They stand in one TOML file, with every option of a client at \
    the top or in\na profile; `sorakit config show` says where each value comes from.")]
pub struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
    /// The configuration file, in place of the one of this user.
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    /// Prints a JSON object.
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Lets a profile count where none is named.
    #[command(after_help = "Example:\n  sorakit profiles use work")]
    Use(ByName),
    /// Takes a profile out, with its credential.
    #[command(after_help = "Example:\n  sorakit profiles remove work")]
    Remove(ByName),
}

/// What is told about one profile.
#[derive(clap::Args)]
struct ByName {
    /// Its name.
    #[arg(add = ArgValueCandidates::new(profiles))]
    name: String,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let path = match &arguments.config {
        Some(path) => path.clone(),
        None => configuration::path()?,
    };
    match &arguments.task {
        None => Ok(list(&Configuration::read(&path)?)),
        Some(Task::Use(chosen)) => {
            let mut file = Configuration::change(&path)?;
            file.require(&chosen.name)?;
            file.set_default(&chosen.name);
            file.save()?;
            let name = &chosen.name;
            Ok(Report::of(
                format!("profile {name} counts where none is named"),
                json!({ "default_profile": name }),
            ))
        }
        Some(Task::Remove(chosen)) => {
            let mut file = Configuration::change(&path)?;
            file.require(&chosen.name)?;
            remove(&file.credential_file(&chosen.name)?)?;
            file.remove(&chosen.name);
            file.save()?;
            let name = &chosen.name;
            Ok(Report::of(
                format!("profile {name} is removed, with its credential"),
                json!({ "removed": name }),
            ))
        }
    }
}

fn list(file: &Configuration) -> Report {
    let mut text = String::new();
    let mut profiles: Vec<Value> = Vec::new();
    for name in file.names() {
        let fact = |key: &str| file.get(&name, key).unwrap_or_default();
        let (dialect, base_url) = (fact("dialect"), fact("base_url"));
        let is_default = file.default() == Some(name.as_str());
        let mark = if is_default { '*' } else { ' ' };
        let place = file.get(&name, "credential_file");
        let is_kept = place.is_some_and(|place| PathBuf::from(place).is_file());
        let login = if is_kept { "" } else { "  (no credential)" };
        let shown = sorakit::text::address(&base_url);
        text.push_str(&format!("{mark} {name:<16} {dialect:<10} {shown}{login}\n"));
        profiles.push(json!({
            "name": name,
            "dialect": dialect,
            "base_url": shown,
            "default": is_default,
            "credential": is_kept,
        }));
    }
    if profiles.is_empty() {
        text = "There are no profiles; `sorakit login` adds one.".into();
    }
    let config = file.path().to_string_lossy();
    Report::of(text, json!({ "config": config, "profiles": profiles }))
}
