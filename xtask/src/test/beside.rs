//! Running a stage in a process of its own, beside the others, with its output kept.

use std::fs::{self, File};
use std::process::Command;

use super::done::Ended;
use super::stage::Stage;
use crate::{Outcome, root};

/// Runs a stage, and returns how it ended and what it printed.
pub fn run(stage: &Stage) -> (Ended, String) {
    match in_process(stage) {
        Ok((succeeded, printed)) => (ended(succeeded, &printed), printed),
        Err(message) => (Ended::Failed(message), String::new()),
    }
}

fn in_process(stage: &Stage) -> Outcome<(bool, String)> {
    let folder = root().join("target/stages");
    let path = folder.join(stage.name).with_extension("log");
    let unwritable = |error| format!("cannot write {}: {error}", path.display());
    fs::create_dir_all(&folder).map_err(unwritable)?;
    let log = File::create(&path).map_err(unwritable)?;
    let errors = log.try_clone().map_err(unwritable)?;
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let status = Command::new(this)
        .args(["test", "--alone", stage.name])
        .stdout(log)
        .stderr(errors)
        .status()
        .map_err(|error| format!("cannot run the stage: {error}"))?;
    let printed = fs::read(&path).unwrap_or_default();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    Ok((status.success(), printed))
}

/// Reads the outcome from the last line.
fn ended(succeeded: bool, printed: &str) -> Ended {
    let last = printed.trim_end().lines().next_back().unwrap_or_default();
    let after = |mark| last.strip_prefix(mark).map(str::to_owned);
    match (succeeded, after("skipped: ")) {
        (true, Some(why)) => Ended::Skipped(why),
        (true, None) => Ended::Passed,
        (false, _) => Ended::Failed(after("FAILED: ").unwrap_or("it stopped".into())),
    }
}
