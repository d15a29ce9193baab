//! `cargo xtask test`: everything that must be green, in stages.

mod aarch64;
mod beside;
mod citations;
mod done;
mod hygiene;
mod miri;
mod node;
mod peers;
mod public_api;
pub mod python;
mod rust;
mod stage;
mod surface;
mod uniffi;
mod wasm;

use std::collections::VecDeque;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use done::Ended;
pub use public_api::{become_rustdoc, write as write_surface};
use stage::{STAGES, Stage};

use crate::Outcome;

/// Arguments of `test`.
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
    /// Runs one stage and says nothing else.
    #[arg(long, value_name = "STAGE", hide = true)]
    alone: Option<String>,
}

/// Runs all stages, even when one fails. Some run beside the others, with their output shown when
/// they end.
pub fn run(arguments: &Arguments) -> Outcome {
    if let Some(name) = &arguments.alone {
        return alone(name);
    }
    check_names(arguments)?;
    println!(
        "Everything that must be green; times are for two cores and a clean clone, about 50 minutes in all.\n"
    );
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
    let asked = |stage: &&Stage| arguments.asks_for(stage);
    let (mut beside, mut ahead): (Vec<_>, Vec<_>) =
        STAGES.iter().filter(asked).partition(|stage| stage.beside);
    if ahead.is_empty() {
        std::mem::swap(&mut ahead, &mut beside);
    }
    let beside = Mutex::new(VecDeque::from(beside));
    let next_beside = || beside.lock().ok()?.pop_front();
    let mut results = thread::scope(|scope| {
        let (send, ended) = mpsc::channel();
        scope.spawn(move || {
            while let Some(stage) = next_beside() {
                let began = Instant::now();
                let (ended, printed) = beside::run(stage);
                // The receiver waits until all have ended.
                let _ = send.send((stage, ended, began.elapsed(), printed));
            }
        });
        let mut results = Vec::new();
        for stage in ahead.into_iter().chain(std::iter::from_fn(next_beside)) {
            let began = Instant::now();
            println!("\n=== {}: {}", stage.name, stage.about);
            results.push((stage, run_stage(stage), began.elapsed()));
            results.extend(ended.try_iter().map(show));
        }
        results.extend(ended.iter().map(show));
        results
    });
    let place = |stage: &Stage| STAGES.iter().position(|other| other.name == stage.name);
    results.sort_by_key(|(stage, ..)| place(stage));
    let left_out = STAGES.len() - results.len();
    summarise(&results, left_out, began.elapsed())
}

impl Arguments {
    fn asks_for(&self, stage: &Stage) -> bool {
        let is = |names: &[String]| names.iter().any(|name| name == stage.name);
        !is(&self.skip) && (self.only.is_empty() || is(&self.only))
    }
}

/// Runs one stage, and reports in the last line how it ended.
fn alone(name: &str) -> Outcome {
    let stage = STAGES.iter().find(|stage| stage.name == name);
    match run_stage(stage.ok_or("there is no such stage")?) {
        Ended::Passed | Ended::Skipped(_) => Ok(()),
        // The reason is printed already.
        Ended::Failed(_) => std::process::exit(1),
    }
}

type Ran = (&'static Stage, Ended, Duration);

fn show((stage, ended, took, printed): (&'static Stage, Ended, Duration, String)) -> Ran {
    println!("\n=== {}: {} (ran beside)", stage.name, stage.about);
    print!("{printed}");
    (stage, ended, took)
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

fn run_stage(stage: &Stage) -> Ended {
    match (stage.run)() {
        Ok(done::Done::Passed) => Ended::Passed,
        Ok(done::Done::Nothing(why)) => {
            println!("skipped: {why}");
            Ended::Skipped(why)
        }
        Err(message) => {
            println!("FAILED: {message}");
            Ended::Failed(message)
        }
    }
}

fn summarise(results: &[Ran], left_out: usize, took: Duration) -> Outcome {
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
    if left_out > 0 {
        println!("  ({left_out} were not asked for)");
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
