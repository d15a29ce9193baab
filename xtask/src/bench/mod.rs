//! `cargo xtask bench`: measures against peers, written below `benches/`.

mod batch;
mod browser;
mod client;
mod node;
mod pow;
mod python;

use crate::Outcome;

/// The benchmark to run.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    benchmark: Benchmark,
}

#[derive(clap::Subcommand)]
enum Benchmark {
    /// A batch of 100,000 lines: rate, processor time and memory, beside a loop of the shell and
    /// asyncio with openai.
    Batch(batch::Arguments),
    /// The Rust client: processor time per request, against reqwest itself.
    Client,
    /// The proof of work: every kernel against Python, Node, hash-wasm and the sha3 crate.
    Pow(pow::Arguments),
    /// The browser package: the proof of work against hash-wasm and noble, in the same tab.
    Browser,
    /// The Node package: loading, and requests, against openai-node and raw fetch.
    Node(node::Arguments),
    /// The Python package against openai, httpx and aiohttp.
    Python(python::Arguments),
}

/// Runs a benchmark.
pub fn run(arguments: &Arguments) -> Outcome {
    match &arguments.benchmark {
        Benchmark::Batch(arguments) => batch::run(arguments),
        Benchmark::Client => client::run(),
        Benchmark::Pow(arguments) => pow::run(arguments),
        Benchmark::Browser => browser::run(),
        Benchmark::Node(arguments) => node::run(arguments),
        Benchmark::Python(arguments) => python::run(arguments),
    }
}
