//! `cargo xtask faults`: every fault against every flow of every dialect, and seeded
//! histories.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::json;

use crate::figures::{FIGURES, LIST, digest, read};
use crate::process::{built, cargo, program, run as succeed};
use crate::{Outcome, r#gen, root};

/// The cells to play.
#[derive(clap::Args, Default)]
pub struct Arguments {
    /// Only cells whose name contains this text, such as `Watch / sora`.
    #[arg(long)]
    only: Option<String>,
    /// A reset at every byte of the answers of creating, polling, renewing and
    /// downloading, instead of the list of faults.
    #[arg(long)]
    bytes: bool,
    /// With `--bytes`: every byte of videos too, which takes hours.
    #[arg(long)]
    whole: bool,
    /// Drops every flow at each of its awaits, instead of the list of faults.
    #[arg(long, conflicts_with_all = ["bytes", "whole"])]
    cancel: bool,
    /// Plays every so many cells.
    #[arg(long, default_value_t = 1)]
    every: usize,
    /// Writes the figures of the whole list into the README.
    #[arg(long, conflicts_with_all = ["only", "bytes", "whole", "cancel", "every"])]
    write: bool,
    /// Plays this many seeded histories instead of cells.
    #[arg(long)]
    histories: Option<u64>,
    /// The first of them.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// 10,000 histories.
    #[arg(long)]
    deep: bool,
    /// Two processes that share a token, which expires this often; 1,000 times where no number
    /// is given.
    #[arg(long, num_args = 0..=1, default_missing_value = "1000")]
    processes: Option<usize>,
    /// Prints the history of one seed in full.
    #[arg(long)]
    seed: Option<u64>,
}

/// The number of histories that `--deep` plays.
const DEEP: u64 = 10_000;

/// Plays the cells, or histories, and prints which fail and why.
pub fn run(arguments: &Arguments) -> Outcome {
    if arguments.write {
        return write();
    }
    let histories = arguments.deep.then_some(DEEP).or(arguments.histories);
    if let Some(histories) = histories {
        let mut command = cargo();
        command.args([
            "run",
            "--quiet",
            "--package=sorakit-faults",
            "--profile=deep",
            "--",
        ]);
        command.arg(format!("--histories={histories}"));
        command.arg(format!("--from={}", arguments.from));
        return succeed(&mut command);
    }
    let mut command = program(built("sorakit-faults")?);
    if let Some(seed) = arguments.seed {
        command.arg(format!("--seed={seed}"));
        return succeed(&mut command);
    }
    if let Some(expiries) = arguments.processes {
        command.arg(format!("--processes={expiries}"));
        return succeed(&mut command);
    }
    command.arg(format!("--every={}", arguments.every.max(1)));
    if let Some(only) = &arguments.only {
        command.arg(format!("--only={only}"));
    }
    for (is_on, flag) in [
        (arguments.bytes, "--bytes"),
        (arguments.whole, "--whole"),
        (arguments.cancel, "--cancel"),
    ] {
        if is_on {
            command.arg(flag);
        }
    }
    succeed(&mut command)
}

/// A sample of the list, of the bytes and of the awaits, for the tests.
pub fn sample() -> Outcome {
    run(&Arguments {
        every: 31,
        ..Arguments::default()
    })?;
    run(&Arguments {
        bytes: true,
        every: 811,
        ..Arguments::default()
    })?;
    run(&Arguments {
        cancel: true,
        every: 89,
        ..Arguments::default()
    })
}

/// Plays the whole list, and writes its figures.
fn write() -> Outcome {
    let mut command = program(built("sorakit-faults")?);
    let running = command.stdout(Stdio::piped()).spawn();
    let mut running = running.map_err(|error| format!("cannot play the list: {error}"))?;
    let printed = running.stdout.take().expect("it is a pipe");
    let mut said = Vec::new();
    for line in BufReader::new(printed).lines() {
        let line = line.map_err(|error| error.to_string())?;
        println!("{line}");
        said.push(line);
    }
    let status = running.wait().map_err(|error| error.to_string())?;
    if !status.success() {
        return Err("not every cell passed; the README stays as it is".into());
    }
    let numbers = |line: Option<&String>| -> Vec<u64> {
        let words = line
            .map(|line| line.split_whitespace())
            .into_iter()
            .flatten();
        words.filter_map(|word| word.parse().ok()).collect()
    };
    let ([faults, flows], [cells, passed, failed]) =
        (&numbers(said.first())[..], &numbers(said.last())[..])
    else {
        return Err("the figures are not what they used to be".into());
    };
    let figures = json!({
        "faults": faults, "flows": flows, "cells": cells, "passed": passed, "failed": failed,
        "list": digest(&read(LIST)?),
    });
    fs::write(root().join(FIGURES), format!("{figures:#}\n"))
        .map_err(|error| format!("cannot write {FIGURES}: {error}"))?;
    r#gen::run(&r#gen::Arguments::default())
}
