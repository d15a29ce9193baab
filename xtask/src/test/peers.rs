//! Programs that are not ours: clients and a proxy against the simulator, and servers that the
//! Python package drives. Each folder of `tests/peers` holds an executable `run` that installs
//! what it needs into `target/peers`, runs the program, and fails when the program does.

use std::fs;
use std::path::PathBuf;

use super::done::Done;
use crate::process::{program, run as run_command};
use crate::{Outcome, root};

pub fn run() -> Outcome<Done> {
    let folder = root().join("tests/peers");
    let mut scripts: Vec<PathBuf> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("run")))
        .filter(|script| script.is_file())
        .collect();
    if scripts.is_empty() {
        return Ok(Done::Nothing("there are none in tests/peers".into()));
    }
    scripts.sort();
    let mut failed: Vec<String> = Vec::new();
    for script in scripts {
        if let Err(error) = run_command(&mut program(&script)) {
            println!("{error}");
            let name = script.parent().and_then(|folder| folder.file_name());
            failed.push(name.unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    if failed.is_empty() {
        return Ok(Done::Passed);
    }
    Err(format!("of tests/peers: {}", failed.join(", ")))
}
