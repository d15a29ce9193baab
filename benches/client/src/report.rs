//! The table.

use std::fs;

use crate::contestant::NAMES;

/// What the contestants came to, in Markdown.
pub fn table(measures: &[Vec<[f64; 2]>]) -> String {
    let mut text = format!(
        "# The Rust client\n\n{}.\n{} rounds in turns; medians, with the least and the most. \
         Milliseconds of processor time per request, of all\nthreads, over loopback; the server is \
         another process. Both have one worker thread and keep connections.\n\n\
         | | one after the other | 200 at once |\n|---|---|---|\n",
        machine(),
        measures[0].len(),
    );
    for (name, rounds) in NAMES.iter().zip(measures) {
        let cells = [0, 1].map(|at| spread(rounds.iter().map(|round| round[at]), 4));
        text += &format!("| {name} | {} | {} |\n", cells[0], cells[1]);
    }
    for (name, rounds) in NAMES.iter().zip(measures).skip(1) {
        let cells = [0, 1].map(|at| {
            let pairs = measures[0].iter().zip(rounds);
            spread(pairs.map(|(own, other)| own[at] / other[at]), 2)
        });
        text += &format!("| sorakit to {name} | {} | {} |\n", cells[0], cells[1]);
    }
    text
}

fn spread(values: impl Iterator<Item = f64>, digits: usize) -> String {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values[values.len() / 2];
    let (least, most) = (values[0], values[values.len() - 1]);
    format!("**{middle:.digits$}** ({least:.digits$}–{most:.digits$})")
}

fn machine() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model
        .unwrap_or_default()
        .trim_start_matches(['\t', ' ', ':']);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    format!("{model}, {cores} cores, load {load}")
}
