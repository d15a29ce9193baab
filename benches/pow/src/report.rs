//! The table.

use std::{fmt::Write, fs, process::Command, thread, time::Duration};

use crate::contestant::{Measure, REFERENCE};

/// What every contestant came to in every round.
pub struct Rounds {
    names: Vec<String>,
    rounds: Vec<Vec<Measure>>,
    /// Processes that were ready to run, at the start of each round.
    load: Vec<f64>,
}

impl Rounds {
    /// No round yet.
    pub fn new(names: Vec<String>) -> Self {
        Self {
            names,
            rounds: Vec::new(),
            load: Vec::new(),
        }
    }

    /// Adds a round: a measure for each contestant.
    pub fn add(&mut self, measures: Vec<Measure>) {
        self.rounds.push(measures);
        self.load.extend(load());
    }

    /// The report, in Markdown.
    pub fn report(&self, easy: &[Duration]) -> String {
        let mut text = format!(
            "# Proof of work\n\n{}\n\n{} rounds; in each, every contestant ran once, and is \
             compared with the Python loop\nof that round. A candidate is a message of 625 bytes. \
             Rates are per second of processor time, so that\nother work on the machine counts little, but for those by the wall clock. The machine's load was\n{} (min, median, max) on its cores.\n\n",
            machine(),
            self.rounds.len(),
            spread(&self.load, 1),
        );
        text += "| | million candidates/s (median) | ratio to Python: min, median, max \
                 | million permutations/s alone | share of it reached |\n|---|---|---|---|---|\n";
        for (at, name) in self.names.iter().enumerate() {
            let measures: Vec<Measure> = self.rounds.iter().map(|round| round[at]).collect();
            let rates: Vec<f64> = measures.iter().map(|m| m.candidates / 1e6).collect();
            let raw: Vec<_> = measures.iter().filter_map(|m| m.raw).collect();
            let (alone, share) = match raw.is_empty() {
                true => ("".into(), "".into()),
                false => (
                    format!("{:.2}", median(raw.iter().map(|raw| raw.1 / 1e6).collect())),
                    format!(
                        "{:.1} %",
                        100.0 * median(raw.iter().map(|raw| raw.0).collect())
                    ),
                ),
            };
            let ratios = spread(&self.ratios(name, REFERENCE), 2);
            let rate = median(rates);
            let _ = writeln!(
                text,
                "| {name} | {rate:.3} | {ratios} | {alone} | {share} |"
            );
        }
        text += "\nOther ratios, of the same rounds: min, median, max.\n\n";
        let best = &self.names[0];
        for (name, other) in [
            ("simd128", "hash-wasm"),
            (
                &format!("{best}, 2 threads, wall clock"),
                &format!("{best}, 1 thread, wall clock"),
            ),
        ] {
            let ratios = self.ratios(name, other);
            if !ratios.is_empty() {
                let _ = writeln!(text, "- {name} to {other}: {}", spread(&ratios, 2));
            }
        }
        let micro = |share: usize| easy[easy.len() * share / 100].as_secs_f64() * 1e6;
        let _ = writeln!(
            text,
            "- a whole call for difficulty `0fffff`: median {:.1} µs, fastest tenth below {:.1} µs, \
             slowest tenth above {:.1} µs",
            micro(50),
            micro(10),
            micro(90),
        );
        text
    }

    /// The ratios of a contestant to another, ascending; none if one of them took no part.
    fn ratios(&self, name: &str, other: &str) -> Vec<f64> {
        let index = |name| self.names.iter().position(|n| n == name);
        let (Some(name), Some(other)) = (index(name), index(other)) else {
            return Vec::new();
        };
        let ratio = |round: &Vec<Measure>| round[name].candidates / round[other].candidates;
        self.rounds.iter().map(ratio).collect()
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn spread(values: &[f64], digits: usize) -> String {
    let min = values.iter().copied().fold(f64::INFINITY, f64::min);
    let max = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    format!(
        "{min:.digits$}, **{:.digits$}**, {max:.digits$}",
        median(values.to_vec())
    )
}

/// The machine: its processor, cores, and the versions of the languages.
fn machine() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown processor", |line| {
        line.trim_start_matches([' ', '\t', ':'])
    });
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let version = |program: &str| {
        let output = Command::new(program).arg("--version").output().ok();
        let output = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        output.unwrap_or_else(|| format!("no {program}"))
    };
    let [python, node, rust] = ["python3", "node", "rustc"].map(version);
    format!(
        "{model} ({}), {cores} cores; {python}, Node {node}, {rust}.",
        std::env::consts::ARCH
    )
}

/// How many processes were ready to run in the last minute, where that can be read.
fn load() -> Option<f64> {
    let load = fs::read_to_string("/proc/loadavg").ok()?;
    load.split(' ').next()?.parse().ok()
}
