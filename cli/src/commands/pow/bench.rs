//! `sorakit pow bench`.

use std::time::Duration;

use serde_json::json;
use sorakit::Error;
use sorakit::sentinel::{Kernel, bench};

use super::kernel;
use crate::outcome::{Failure, Outcome, Report};

/// What `pow bench` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit pow bench\n  \
    sorakit pow bench --threads 2 --seconds 10 --kernel scalar --json")]
pub struct Arguments {
    /// How many threads work; 0 for one a core.
    #[arg(long, default_value_t = 1)]
    threads: usize,
    /// For how long, in seconds.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// The kernel. Default: the best one here.
    #[arg(long, value_parser = kernel::read)]
    kernel: Option<Kernel>,
    /// Prints `{kernel, threads, candidates_per_second, permutations_per_second}`.
    #[arg(long)]
    pub json: bool,
}

/// The longest measurement.
const MOST_SECONDS: f64 = 600.0;

pub async fn run(arguments: Arguments) -> Outcome {
    if !(arguments.seconds > 0.0 && arguments.seconds <= MOST_SECONDS) {
        return Err(Error::invalid("seconds", "must be above 0 and at most 600").into());
    }
    let kernel = arguments.kernel.unwrap_or_else(Kernel::best);
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = match arguments.threads {
        0 => cores(),
        threads if threads <= 1024 => threads,
        _ => return Err(Error::invalid("threads", "must be at most 1024").into()),
    };
    let duration = Duration::from_secs_f64(arguments.seconds);
    let measured = tokio::task::spawn_blocking(move || bench(kernel, threads, duration));
    let measured = measured
        .await
        .map_err(|error| Failure::from(std::io::Error::other(error)))?;
    Ok(Report {
        text: format!(
            "{}, {} thread{}: {:.0} candidates and {:.0} permutations per second",
            measured.kernel.name(),
            measured.threads,
            if measured.threads == 1 { "" } else { "s" },
            measured.candidates_per_second,
            measured.permutations_per_second,
        ),
        json: json!(measured),
    })
}
