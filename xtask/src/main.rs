//! Development tasks: `cargo xtask <task>`. One file or folder each.

#![forbid(unsafe_code)]

mod archive;
mod batch_proof;
mod bench;
mod browser;
mod demo;
mod faults;
mod figures;
mod fuzz;
mod r#gen;
mod layers;
mod node;
mod notices;
mod outcome;
mod process;
mod size;
mod test;
mod tools;
mod uniffi;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use outcome::{Outcome, root};

/// Development tasks of sorakit.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Makes one video end to end against the local simulator: about ten seconds.
    Demo(demo::Arguments),
    /// Runs everything that must be green: about 50 minutes from a clean clone.
    Test(test::Arguments),
    /// Measures against peers.
    Bench(bench::Arguments),
    /// Builds the npm package `sorakit` for this platform, or for another one.
    Node(node::Arguments),
    /// Builds the library for Kotlin and Swift, and writes the sources that call it.
    Uniffi(uniffi::Arguments),
    /// Writes the files that are made from the code, or checks that they are fresh.
    Gen(r#gen::Arguments),
    /// Writes licences, third-party notices and a bill of materials of what a package is built with.
    Notices(notices::Arguments),
    /// Builds the command for this platform, as an archive with its licences and notices.
    Archive,
    /// Plays every fault against every flow, and prints what does not hold.
    Faults(faults::Arguments),
    /// Kills a batch of 10,000 requests 50 times, and prints what the server and the ledger count.
    BatchProof(batch_proof::Arguments),
    /// Fuzzes the proof of work, with a nightly toolchain.
    Fuzz(fuzz::Arguments),
    /// Writes the list of the core's public names, after a change of its API.
    Surface,
    /// Prints what a browser loads of the npm package, and the library for apps, in bytes.
    Size(size::Arguments),
}

fn main() -> ExitCode {
    if let Some(status) = test::become_rustdoc() {
        return status;
    }
    let outcome = match Arguments::parse().task {
        Task::Demo(arguments) => demo::run(&arguments),
        Task::Test(arguments) => test::run(&arguments),
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Node(arguments) => node::run(&arguments),
        Task::Uniffi(arguments) => uniffi::run(&arguments),
        Task::Gen(arguments) => r#gen::run(&arguments),
        Task::Notices(arguments) => notices::run(&arguments),
        Task::Archive => archive::run(),
        Task::Faults(arguments) => faults::run(&arguments),
        Task::BatchProof(arguments) => batch_proof::run(&arguments),
        Task::Fuzz(arguments) => fuzz::run(&arguments),
        Task::Surface => test::write_surface(),
        Task::Size(arguments) => size::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
