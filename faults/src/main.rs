//! Every fault against every flow of every dialect, on a virtual clock over real
//! sockets; `cargo xtask faults` runs it.
//!
//! A cell is a fault that hits the requests of one operation, while one flow goes on.
//! Whatever happens: the flow ends with success or a typed error, within bounded time
//! and requests; the job's id is kept; at most one job is made; a credential is renewed
//! at most once for each expiry; no secret is told; and no file but the whole one has
//! the final name.

mod bytes;
mod cancel;
mod cell;
mod drive;
mod dropped;
mod flow;
mod history;
mod host;
mod list;
mod memory;
mod processes;
mod targets;
mod yielding;

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use cell::{Cell, Stage, play};
use clap::Parser;
use flow::{Flow, PROMPT};
use list::{Fault, Target, faults};
use sorakit::Dialect;
use targets::{flows, targets};

/// Plays faults against the client.
#[derive(Parser)]
#[command(name = "faults")]
struct Arguments {
    /// Only cells whose name holds this text, such as `Watch / sora`.
    #[arg(long)]
    only: Option<String>,
    /// Every byte of the answers, instead of the list of faults.
    #[arg(long)]
    bytes: bool,
    /// With `--bytes`: every byte of videos too, which takes hours.
    #[arg(long)]
    whole: bool,
    /// Drops every flow at each of its awaits, instead of the list of faults.
    #[arg(long)]
    cancel: bool,
    /// Every so many cells.
    #[arg(long, default_value_t = 1)]
    every: usize,
    /// Seeded histories instead, so many of them.
    #[arg(long)]
    histories: Option<u64>,
    /// The first of them.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// The history of one seed instead, told in full.
    #[arg(long)]
    seed: Option<u64>,
    /// Two processes that share a token, which expires so often.
    #[arg(long)]
    processes: Option<usize>,
    /// One of the two.
    #[arg(long, hide = true)]
    renews: bool,
    /// Cells at the same time; each waits more than it works.
    #[arg(long, default_value_t = 8)]
    at_once: usize,
}

/// The most memory that a flow may take, in bytes. An answer is held whole up to 32 MiB, and 64 MiB of a file in it.
const MOST_MEMORY: u64 = 192 << 20;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.renews {
        return processes::renew();
    }
    if let Some(expiries) = arguments.processes {
        return processes::play(expiries);
    }
    if let Some(seed) = arguments.seed {
        return history::show(seed);
    }
    if let Some(many) = arguments.histories {
        let seeds = arguments.from..arguments.from.saturating_add(many);
        return history::play_all(seeds, arguments.at_once);
    }
    let video: &'static [u8] = Box::leak(video().into_boxed_slice());
    if arguments.cancel {
        let (only, every) = (arguments.only.as_deref(), arguments.every);
        return cancel::play_all(video, only, every, arguments.at_once);
    }
    let cells: Vec<Cell> = match arguments.bytes {
        true => bytes::cells(video, arguments.whole, arguments.only.as_deref()),
        false => cells(video),
    };
    let cells: Vec<Cell> = cells
        .into_iter()
        .filter(|cell| {
            arguments
                .only
                .as_ref()
                .is_none_or(|only| cell.to_string().contains(only))
        })
        .step_by(arguments.every.max(1))
        .collect();
    // Memory is looked at where nothing else takes any.
    let (large, small): (Vec<_>, Vec<_>) = cells.iter().partition(|cell| cell.fault.large);
    let failed = AtomicUsize::new(0);
    if !arguments.bytes {
        let (faults, flows) = (faults().len(), Flow::ALL.len());
        println!("{faults} faults x {flows} flows");
    }
    play_all(&small, arguments.at_once.max(1), video, &failed);
    play_all(&large, 1, video, &failed);
    let failed = failed.into_inner();
    let all = cells.len();
    println!("{all} cells, {} passed, {failed} failed", all - failed);
    match failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Plays cells, so many at the same time.
fn play_all(cells: &[&Cell], at_once: usize, video: &'static [u8], failed: &AtomicUsize) {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                while let Some(cell) = cells.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let held = (cell.fault.large && memory::forget_peak()).then(memory::held);
                    let mut wrong = play(cell, video);
                    if let (Some(Some(held)), Some(peak)) = (held, memory::peak())
                        && peak > held + MOST_MEMORY
                    {
                        wrong.push(format!("it takes {} MiB", (peak - held) >> 20));
                    }
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    if done.is_multiple_of(500) {
                        eprintln!("({done} of {})", cells.len());
                    }
                    if !wrong.is_empty() {
                        println!("failed: {cell}\n    {}", wrong.join("\n    "));
                        failed.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
}

/// A video that the simulator made.
fn video() -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("cat.mp4");
    let stage = Stage::new(Flow::Download, Dialect::Openai);
    let before = stage.before(Flow::Download, PROMPT);
    stage.act_well(Flow::Download, before, &target, &[]);
    std::fs::read(target).expect("a video")
}

/// Every fault, on the requests of every operation that a flow makes without it.
fn cells(video: &'static [u8]) -> Vec<Cell> {
    let faults = faults();
    let (requests, others): (Vec<_>, Vec<_>) = faults.into_iter().partition(Fault::hits_requests);
    let mut cells = Vec::new();
    for (flow, dialect) in flows(Flow::ALL) {
        let cell = |fault: &Fault, target: &Target, reads| Cell {
            fault: fault.clone(),
            flow,
            dialect,
            target: target.clone(),
            reads,
        };
        for (target, reads) in targets(flow, dialect, video) {
            cells.extend(requests.iter().map(|fault| cell(fault, &target, reads)));
        }
        let others = others
            .iter()
            .filter(|fault| fault.prompt.is_none() || flow.has_job());
        cells.extend(others.map(|fault| cell(fault, &Target::Job, flow.only_reads())));
    }
    cells
}
