//! Running other programs, in the workspace's folder and with their output shown.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Outcome, root};

/// The cargo that runs this.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Builds a program of the workspace unoptimised, and returns its path. It is built with the
/// features that the workspace's tests are built with, so that nothing is compiled twice.
pub fn built(name: &str) -> Outcome<PathBuf> {
    let mut command = cargo();
    command.args([
        "build",
        "--quiet",
        "--workspace",
        "--examples",
        "--bin",
        name,
    ]);
    run(&mut command)?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root().join("target"), PathBuf::from);
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    Ok(root().join(target).join("debug").join(name))
}

/// Any program.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// A command that takes longer says how long it took.
const LONG: Duration = Duration::from_secs(10);

/// Shows the command, runs it, and requires that it succeeds.
pub fn run(command: &mut Command) -> Outcome {
    let shown = show(command);
    println!("$ {shown}");
    let began = Instant::now();
    let status = command
        .status()
        .map_err(|error| format!("cannot run `{shown}`: {error}"))?;
    if began.elapsed() >= LONG {
        let beginning: String = shown.chars().take(80).collect();
        println!("({} s: {beginning})", began.elapsed().as_secs());
    }
    match status.success() {
        true => Ok(()),
        false => Err(format!("`{shown}` failed ({status})")),
    }
}

/// The output of a command, or `None` when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

fn show(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    words.join(" ")
}
