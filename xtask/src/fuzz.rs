//! `cargo xtask fuzz`: the targets of `fuzz/`, each for a while.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::process::{cargo, output, program, run as succeed};
use crate::{Outcome, root};

/// The targets to fuzz, and for how long.
#[derive(clap::Args)]
pub struct Arguments {
    /// Seconds for each target.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Only this target, such as `chat`.
    #[arg(long)]
    only: Option<String>,
}

/// Installs cargo-fuzz when it is missing, and runs every target. The inputs it finds are
/// kept in `fuzz/corpus` for the next time.
pub fn run(arguments: &Arguments) -> Outcome {
    if output(program("cargo").args(["+nightly", "--version"])).is_none() {
        return Err("fuzzing takes a nightly toolchain: `rustup toolchain install nightly`".into());
    }
    let tools = root().join("target/tools");
    let fuzz = tools.join("bin/cargo-fuzz");
    if !fuzz.is_file() {
        println!("cargo-fuzz is missing; building it takes a minute.");
        let install = ["install", "cargo-fuzz", "--root"];
        succeed(cargo().args(install).arg(&tools))?;
    }
    let only = |target: &String| arguments.only.as_ref().is_none_or(|only| only == target);
    for target in targets()?.into_iter().filter(only) {
        let corpus = root().join("fuzz/corpus").join(&target);
        begin(&target, &corpus).map_err(|error| format!("cannot write the corpus: {error}"))?;
        succeed(
            program(&fuzz)
                .args(["fuzz", "run", &target])
                .arg(corpus)
                .arg("--")
                .arg(format!("-max_total_time={}", arguments.seconds))
                .args(["-max_len=16384", "-timeout=20"])
                .env("RUSTUP_TOOLCHAIN", "nightly"),
        )?;
    }
    Ok(())
}

fn targets() -> Outcome<Vec<String>> {
    let files = files(&root().join("fuzz/fuzz_targets"));
    let names = files.iter().filter_map(|file| file.file_stem()?.to_str());
    let names: Vec<String> = names.map(ToOwned::to_owned).collect();
    match names.is_empty() {
        true => Err("fuzz/fuzz_targets is empty".into()),
        false => Ok(names),
    }
}

/// Fills a target's corpus with its first inputs: its seeds, the answers in the contract
/// vectors of the dialect that it is named after, and the media of the tests.
fn begin(target: &str, corpus: &Path) -> std::io::Result<()> {
    fs::create_dir_all(corpus)?;
    let mut whole = files(&root().join("fuzz/seeds").join(target));
    if target == "media" {
        whole.extend(files(&root().join("core/tests/media")));
    }
    for file in whole {
        fs::copy(&file, corpus.join(file.file_name().unwrap_or_default()))?;
    }
    for file in files(&root().join("tests/contract/vectors")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if !name.starts_with(&format!("{target}.")) {
            continue;
        }
        let cases: Value = serde_json::from_slice(&fs::read(&file)?)?;
        for (number, case) in cases.as_array().into_iter().flatten().enumerate() {
            let answer = &case["response"];
            let body = match answer["text"].as_str() {
                Some(text) => text.to_owned(),
                None => answer["json"].to_string(),
            };
            fs::write(corpus.join(format!("{name}-{number}")), body)?;
        }
    }
    Ok(())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}
