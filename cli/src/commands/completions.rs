//! `sorakit completions`: completion in a shell, of operations and jobs too.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap_complete::env::Shells;
use etcetera::BaseStrategy;
use serde_json::json;
use sorakit::{Error, Result};

use crate::outcome::{Outcome, Report};

/// The variable by which a shell asks this command what comes next.
pub const VARIABLE: &str = "COMPLETE";

/// What `completions` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit completions --install\n  \
    source <(sorakit completions bash)\n\n\
    The script asks the command itself, so that operations, profiles and the ids of jobs are \
    completed too.")]
pub struct Arguments {
    /// The shell. Default: the one that the variable SHELL names.
    #[arg(value_parser = PossibleValuesParser::new(["bash", "elvish", "fish", "powershell", "zsh"]))]
    shell: Option<String>,
    /// Puts the script where the shell looks for it, in place of printing it.
    #[arg(long)]
    install: bool,
    /// Prints a JSON object: the shell, and the script or where it is.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let shell = match &arguments.shell {
        Some(shell) => shell.clone(),
        None => of_user()?,
    };
    let script = script(&shell)?;
    if !arguments.install {
        let json = json!({ "shell": shell, "script": script });
        return Ok(Report::of(script, json));
    }
    let (path, then) = place(&shell)?;
    let write = || {
        let folder = path.parent().unwrap_or(&path);
        std::fs::create_dir_all(folder)?;
        std::fs::write(&path, &script)
    };
    write().map_err(|error| {
        let what = format!("cannot write {}: {error}", path.display());
        Error::invalid("install", what)
    })?;
    Ok(Report::of(
        format!("{} completes sorakit; {then}", path.display()),
        json!({ "shell": shell, "path": path.to_string_lossy() }),
    ))
}

fn script(shell: &str) -> Result<String> {
    let shells = Shells::builtins();
    let known = shells.completer(shell);
    let known = known.ok_or_else(|| Error::invalid("shell", "is not known"))?;
    let mut script = Vec::new();
    known
        .write_registration(VARIABLE, "sorakit", "sorakit", "sorakit", &mut script)
        .map_err(|error| Error::invalid("shell", error.to_string()))?;
    Ok(String::from_utf8_lossy(&script).into_owned())
}

/// The user's own shell.
fn of_user() -> Result<String> {
    let path = std::env::var_os("SHELL").map(PathBuf::from);
    let name = path.and_then(|path| Some(path.file_name()?.to_str()?.to_owned()));
    let known = name.filter(|name| Shells::builtins().completer(name).is_some());
    known.ok_or_else(|| {
        Error::invalid("shell", "cannot be told by the variable SHELL")
            .with_hint("Name it: bash, elvish, fish, powershell or zsh.")
    })
}

/// Where a shell looks for the script, and what is to be done then.
fn place(shell: &str) -> Result<(PathBuf, &'static str)> {
    let places = etcetera::choose_base_strategy()
        .map_err(|_| Error::invalid("install", "the user has no home folder"))?;
    match shell {
        "bash" => Ok((
            places
                .data_dir()
                .join("bash-completion/completions/sorakit"),
            "open a new shell",
        )),
        "zsh" => Ok((
            places.home_dir().join(".zfunc/_sorakit"),
            "add `fpath+=~/.zfunc` before `compinit` in ~/.zshrc",
        )),
        "fish" => Ok((
            places.config_dir().join("fish/completions/sorakit.fish"),
            "open a new shell",
        )),
        _ => Err(
            Error::invalid("install", "has a place for bash, fish and zsh alone")
                .with_hint("Print the script, and put it where your shell reads it."),
        ),
    }
}
