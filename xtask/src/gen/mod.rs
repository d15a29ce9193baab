//! Files generated from the catalogue. Each generator is one file here and returns the
//! whole text of what it writes.

mod catalog;
mod docs;
mod file;
mod python;
mod typescript;
mod uniffi;

use std::fs;

use serde_json::Value;

use crate::{Outcome, root};
use file::{Generated, read};

/// Arguments of `gen`.
#[derive(clap::Args, Default)]
pub struct Arguments {
    /// Writes nothing, and fails when a file is out of date.
    #[arg(long)]
    pub check: bool,
}

/// A generator: from the catalogue to files.
type Generator = fn(&Value) -> Outcome<Vec<Generated>>;

const GENERATORS: &[Generator] = &[
    catalog::generate,
    docs::generate,
    python::generate,
    typescript::generate,
    uniffi::generate,
];

/// Writes or checks every generated file.
pub fn run(arguments: &Arguments) -> Outcome {
    let catalog = sorakit_bridge::catalog();
    let mut stale = Vec::new();
    for generator in GENERATORS {
        for Generated { path, text } in generator(&catalog)? {
            let full = root().join(path);
            if read(&full).is_ok_and(|now| now == text) {
                println!("fresh    {path}");
            } else if arguments.check {
                println!("stale    {path}");
                stale.push(path);
            } else {
                fs::write(&full, text).map_err(|error| format!("cannot write {path}: {error}"))?;
                println!("written  {path}");
            }
        }
    }
    match stale.as_slice() {
        [] => Ok(()),
        stale => Err(format!(
            "{} not as the code says; run `cargo xtask gen` and commit what it writes",
            stale.join(", ")
        )),
    }
}
