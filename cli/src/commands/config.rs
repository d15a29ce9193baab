//! `sorakit config`: where each setting comes from.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::{Map, Value, json};
use sorakit::OptionSource;
use sorakit::text::shown;

use crate::configuration;
use crate::connection::Connection;
use crate::outcome::{Outcome, Report, Session};

/// What `config` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit config show\n  \
    sorakit config show --profile work --json")]
pub struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Shows every setting that is given, and where it comes from. Secrets are hidden.
    Show(Box<Show>),
}

/// What `config show` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit config show\n  \
    sorakit config show --profile work --json\n\n\
    What is not shown has its default. The page on options has all of them.")]
struct Show {
    /// Prints a JSON object: for each setting its value, null where it is hidden, and its source.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: Connection,
}

impl Arguments {
    pub fn prints_json(&self) -> bool {
        let Task::Show(show) = &self.task;
        show.json
    }
}

pub fn run(arguments: &Arguments, session: &Session) -> Outcome {
    let Task::Show(show) = &arguments.task;
    let resolved = show.connection.resolve()?;
    for warning in &resolved.warnings {
        session.screen().warn(warning);
    }
    let file = resolved.options.config.clone();
    let mut settings = Map::new();
    let mut text = String::new();
    for option in resolved.shown() {
        let source = source(option.name, option.source, file.as_ref());
        let value = match &option.value {
            None => "(hidden)".to_owned(),
            Some(Value::String(text)) => shown(text),
            Some(other) => shown(&other.to_string()),
        };
        text.push_str(&format!("{} = {value}\n    from {source}\n", option.name));
        settings.insert(
            option.name.into(),
            json!({ "value": option.value, "hidden": option.value.is_none(), "source": source }),
        );
    }
    if text.is_empty() {
        text = "Nothing is set: `sorakit login` keeps a server.".into();
    }
    let place = file.or_else(|| configuration::path().ok());
    let place = place.map(|path| path.to_string_lossy().into_owned());
    Ok(Report::of(
        text,
        json!({ "config": place, "settings": settings }),
    ))
}

/// Where a setting comes from, so that it can be found.
fn source(name: &str, source: OptionSource, file: Option<&PathBuf>) -> String {
    let variable = || format!("SORAKIT_{}", name.to_uppercase());
    let place = || file.map_or_else(String::new, |file| format!(", {}", file.display()));
    match source {
        OptionSource::Code if name == "config" && std::env::var_os(variable()).is_none() => {
            "the command line, or this user's own".into()
        }
        OptionSource::Code => "the command line".into(),
        OptionSource::Profile => format!("the profile that the command line names{}", place()),
        OptionSource::Environment => format!("the variable {}", variable()),
        OptionSource::File => format!("the configuration file{}", place()),
        OptionSource::Store => "the credential file".into(),
    }
}
