//! The command `sorakit`.

mod arguments;
mod commands;
mod connection;
mod fingerprint;
mod journal;
mod outcome;
mod progress;

use std::process::ExitCode;

use clap::Parser;
use sorakit::host::DRAIN_LIMIT;

use arguments::Arguments;
use outcome::{Failure, Session};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return outcome::usage(&error),
    };
    let session = Session::new(arguments.command.prints_json());
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return session.end(Err(Failure::from(error))),
    };
    let outcome = runtime.block_on(async {
        // Whoever interrupts drops the command, and with it every request of it;
        // but a command that ends at Ctrl-C by itself comes first.
        tokio::select! {
            biased;
            outcome = commands::run(arguments.command, &session) => outcome,
            () = interrupted() => Err(Failure::interrupted()),
        }
    });
    // What a renewal got is nowhere else until it is stored; but whoever insists
    // does not wait for it.
    runtime.block_on(async {
        let renewals = tokio::task::spawn_blocking(|| sorakit::host::drain(DRAIN_LIMIT));
        tokio::select! {
            _ = renewals => {}
            () = interrupted() => {}
        }
    });
    // What still computes on another thread ends with the process.
    runtime.shutdown_background();
    session.end(outcome)
}

/// Completes when the user presses Ctrl-C.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
