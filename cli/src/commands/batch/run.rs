//! Taking a file of requests over, and working through it.

use std::io::BufReader;
use std::path::{Path, PathBuf};

use serde_json::json;
use sorakit::{Error, JobKind, Result};
use sorakit_batch::{AddOptions, Added, Batch, Format, Lines};

use super::how::{How, format};
use super::work::work;
use crate::commands::video::word;
use crate::outcome::{Outcome, Session};
use crate::paths::quoted;

/// The wrong lines that are told, each in a line.
const MOST_TOLD: usize = 50;

/// What `batch` is told, without a further command.
#[derive(clap::Args)]
#[group(skip)]
pub struct Arguments {
    /// The file of requests, JSON lines or CSV; `-` for the standard input.
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// The folder for the results and the ledger; it is made if need be.
    #[arg(short, long, value_name = "FOLDER", required = true)]
    output: Option<PathBuf>,
    /// The form of the file. Default: by its name, or else by how it begins.
    #[arg(long, value_parser = format())]
    format: Option<Format>,
    /// What a line makes that does not say it with `kind`.
    #[arg(long, value_parser = word::<JobKind>(["video", "image"]), default_value = "video")]
    kind: JobKind,
    /// Leaves out the lines that cannot be sent. Without it one of them stops all.
    #[arg(long)]
    skip_invalid: bool,
    /// Overwrites files that lines name, should they exist.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub(super) how: How,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let (Some(file), Some(folder)) = (&arguments.file, &arguments.output) else {
        return Err(Error::invalid("file", "name the file of requests").into());
    };
    let how = &arguments.how;
    let lines = match is_input(file) {
        true => Lines::read(BufReader::new(std::io::stdin()), arguments.format)?,
        false => open(file, &arguments)?,
    };
    let lines = lines.making(arguments.kind);
    let servers = how.connect(session).await?;
    let mut batch = Batch::open_with(folder, how.ledger(folder))?;
    let mut told = 0;
    let mut on_invalid = |error: &Error| {
        told += 1;
        match session.is_for_script() {
            true => session.tell(&json!({"event": "invalid", "error": error.report()})),
            false if told <= MOST_TOLD => session.screen().warn(error.reason()),
            false => {}
        }
    };
    let options = AddOptions {
        skip_invalid: arguments.skip_invalid,
        overwrite: arguments.force,
        on_invalid: Some(&mut on_invalid),
    };
    // Each server may get each line.
    let checked = lines.map(|line| {
        let clients = servers.iter().map(|server| &server.connected.client);
        clients.fold(line, |line, client| line.checked(client))
    });
    let added = batch.add(checked, options);
    let added = added.map_err(|error| match error.field() {
        _ if !error.reason().starts_with("nothing is sent") => error,
        Some("output") => error.with_hint(
            "Mend it, overwrite with --force, or leave such lines out with --skip-invalid.",
        ),
        _ => error.with_hint("Mend it, or leave such lines out with --skip-invalid."),
    })?;
    session.note(&taken_over(added));
    let go_on = match is_input(file) {
        true => format!("`sorakit batch retry {}` goes on.", quoted(folder)),
        false => "The same command again goes on.".to_owned(),
    };
    work(batch, &servers, how, folder, &go_on, session).await
}

fn open(file: &Path, arguments: &Arguments) -> Result<Lines> {
    match arguments.format {
        None => Lines::open(file),
        format => {
            let opened = std::fs::File::open(file).map_err(|error| {
                Error::invalid("file", format!("cannot read {}: {error}", file.display()))
            })?;
            Lines::read(BufReader::new(opened), format)
        }
    }
}

fn is_input(file: &Path) -> bool {
    file.as_os_str() == "-" || file == Path::new("/dev/stdin")
}

fn taken_over(added: Added) -> String {
    let mut text = format!("{} requests", added.new + added.known);
    if added.known > 0 {
        text.push_str(&format!(", {} of them known", added.known));
    }
    if added.invalid > 0 {
        text.push_str(&format!("; {} lines left out", added.invalid));
    }
    text
}
