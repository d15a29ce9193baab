//! `sorakit man`: the manual's pages.

use std::path::{Path, PathBuf};

use clap::Command;
use serde_json::json;
use sorakit::{Error, Result};

use crate::outcome::{Outcome, Report};

/// What `man` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    sorakit man ~/.local/share/man/man1 && man sorakit-video")]
pub struct Arguments {
    /// The folder that the pages are written to; it is made where there is none.
    folder: PathBuf,
    /// Prints a JSON object: the files.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments, command: Command) -> Outcome {
    let folder = &arguments.folder;
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    let mut files = Vec::new();
    // With what is global in every command, as its help shows it.
    let mut command = command.disable_help_subcommand(true);
    command.build();
    pages(&command, folder, &mut files)?;
    let text = format!("{} pages are in {}", files.len(), folder.display());
    Ok(Report::of(text, json!({ "files": files })))
}

/// Writes the page of a command, and those of the commands below it.
fn pages(command: &Command, folder: &Path, files: &mut Vec<String>) -> Result<()> {
    let page = clap_mangen::Man::new(command.clone());
    let path = folder.join(page.get_filename());
    page.generate_to(folder)
        .map_err(|error| failed(&path, &error))?;
    files.push(path.to_string_lossy().into_owned());
    for below in command.get_subcommands() {
        pages(below, folder, files)?;
    }
    Ok(())
}

fn failed(path: &Path, error: &std::io::Error) -> Error {
    Error::invalid(
        "folder",
        format!("cannot write {}: {error}", path.display()),
    )
}
