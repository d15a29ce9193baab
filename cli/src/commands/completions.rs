//! `sorakit completions`: completion in a shell.

use clap::CommandFactory;
use clap_complete::Shell;
use serde_json::Value;

use crate::outcome::{Outcome, Report};

/// What `completions` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit completions bash > ~/.local/share/bash-completion/completions/sorakit\n  \
    sorakit completions zsh > ~/.zfunc/_sorakit\n  \
    sorakit completions fish > ~/.config/fish/completions/sorakit.fish")]
pub struct Arguments {
    /// The shell.
    shell: Shell,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let mut script = Vec::new();
    let mut command = crate::arguments::Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "sorakit", &mut script);
    Ok(Report {
        text: String::from_utf8_lossy(&script).into_owned(),
        json: Value::Null,
    })
}
