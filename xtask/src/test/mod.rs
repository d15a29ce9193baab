//! `cargo xtask test`: everything that must be green, in stages.

mod aarch64;
mod hygiene;
mod miri;
mod node;
mod peers;
mod public_api;
pub mod python;
mod rust;
mod stage;
mod wasm;

use std::time::{Duration, Instant};

pub use public_api::become_rustdoc;
use stage::{STAGES, Stage};

use crate::Outcome;

/// What `test` is told.
#[derive(clap::Args)]
pub struct Arguments {
    /// Runs these stages alone.
    #[arg(long, value_name = "STAGE")]
    only: Vec<String>,
    /// Leaves these stages out.
    #[arg(long, value_name = "STAGE")]
    skip: Vec<String>,
    /// Lists the stages and runs none.
    #[arg(long)]
    list: bool,
}

/// How a stage ended.
enum Ended {
    Passed,
    Failed(String),
    /// Left out by the caller, or with nothing to do.
    Skipped(String),
}

/// Runs the stages, all of them even when one fails.
pub fn run(arguments: &Arguments) -> Outcome {
    check_names(arguments)?;
    println!("Everything that must be green; times are for two cores and a clean clone.\n");
    for stage in STAGES {
        println!(
            "  {:<14} {:<66} {:>6}",
            stage.name, stage.about, stage.takes
        );
    }
    if arguments.list {
        return Ok(());
    }
    let began = Instant::now();
    let results: Vec<_> = STAGES
        .iter()
        .map(|stage| {
            let began = Instant::now();
            (stage, run_stage(stage, arguments), began.elapsed())
        })
        .collect();
    summarise(&results, began.elapsed())
}

fn check_names(arguments: &Arguments) -> Outcome {
    for name in arguments.only.iter().chain(&arguments.skip) {
        if !STAGES.iter().any(|stage| stage.name == name) {
            let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
            return Err(format!("no stage `{name}`; there are {}", names.join(", ")));
        }
    }
    Ok(())
}

fn run_stage(stage: &Stage, arguments: &Arguments) -> Ended {
    let is = |names: &[String]| names.iter().any(|name| name == stage.name);
    if is(&arguments.skip) || !(arguments.only.is_empty() || is(&arguments.only)) {
        return Ended::Skipped("not asked for".into());
    }
    println!("\n=== {}: {}", stage.name, stage.about);
    match (stage.run)() {
        Ok(stage::Done::Passed) => Ended::Passed,
        Ok(stage::Done::Nothing(why)) => {
            println!("skipped: {why}");
            Ended::Skipped(why)
        }
        Err(message) => {
            println!("FAILED: {message}");
            Ended::Failed(message)
        }
    }
}

fn summarise(results: &[(&Stage, Ended, Duration)], took: Duration) -> Outcome {
    println!("\n=== summary");
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (stage, ended, took) in results {
        let took = format!("{:.0} s", took.as_secs_f64());
        match ended {
            Ended::Passed => {
                passed += 1;
                println!("  passed   {:<14} {took:>6}", stage.name);
            }
            Ended::Failed(why) => {
                failed += 1;
                println!("  FAILED   {:<14} {took:>6}  {why}", stage.name);
            }
            Ended::Skipped(why) => {
                skipped += 1;
                println!("  skipped  {:<14} {:>6}  {why}", stage.name, "");
            }
        }
    }
    println!(
        "\n{passed} passed, {failed} failed, {skipped} skipped, in {:.0} s",
        took.as_secs_f64()
    );
    match failed {
        0 => Ok(()),
        1 => Err("1 stage failed".into()),
        _ => Err(format!("{failed} stages failed")),
    }
}
