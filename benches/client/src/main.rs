//! Processor time per request of sorakit's client and of reqwest, over loopback, in turns.
//!
//! `sorakit-bench-client` prints the table. Each contestant runs in a process of its own:
//! `sorakit-bench-client contestant NAME URL`; so does the server: `sorakit-bench-client server`.

#![forbid(unsafe_code)]

mod contestant;
mod report;
mod server;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// How often each contestant is measured.
const ROUNDS: usize = 7;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["server"] => server::serve(),
        ["contestant", name, url] => contestant::run(name, url),
        _ => compare(),
    }
}

fn compare() -> Outcome {
    let mut server = Ended(again(&["server"]).stdout(Stdio::piped()).spawn()?);
    let mut url = String::new();
    let printed = server.0.stdout.take().ok_or("the server prints nothing")?;
    BufReader::new(printed).read_line(&mut url)?;
    let mut measures = vec![Vec::new(); contestant::NAMES.len()];
    for round in 1..=ROUNDS {
        eprint!("\rround {round} of {ROUNDS}");
        for (name, measures) in contestant::NAMES.iter().zip(&mut measures) {
            let output = again(&["contestant", name, url.trim()]).output()?;
            let printed = String::from_utf8(output.stdout)?;
            let failed = || format!("{name}: {}", String::from_utf8_lossy(&output.stderr));
            measures.push(serde_json::from_str(&printed).map_err(|_| failed())?);
        }
    }
    eprintln!();
    print!("{}", report::table(&measures));
    Ok(())
}

/// This program again, with its input closed when this one ends.
fn again(arguments: &[&str]) -> Command {
    let this = std::env::current_exe().unwrap_or_default();
    let mut command = Command::new(this);
    command.args(arguments).stdin(Stdio::piped());
    command
}

/// A process that ends with its owner.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
