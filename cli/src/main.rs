//! The command `sorakit`.

#![forbid(unsafe_code)]

mod arguments;
mod commands;
mod connection;
mod fingerprint;
mod journal;
mod outcome;
mod output;
mod paths;
mod progress;
mod recording;

use std::process::ExitCode;
use std::time::Duration;

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
            signal = interrupted() => Err(Failure::interrupted(signal)),
        }
    });
    // What a renewal got is nowhere else until it is stored: however often the user
    // insists, it is waited for, and not for long.
    if !sorakit::host::drain(Duration::ZERO) {
        eprintln!(
            "Waiting {} s at most for the new token, which would be lost.",
            DRAIN_LIMIT.as_secs()
        );
        sorakit::host::drain(DRAIN_LIMIT);
    }
    // What still computes on another thread ends with the process.
    runtime.shutdown_background();
    session.end(outcome)
}

/// Completes when the user presses Ctrl-C, or the system asks the process to end.
/// Answers with the signal's number.
async fn interrupted() -> u8 {
    const INTERRUPT: u8 = 2;
    let ctrl_c = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        INTERRUPT
    };
    tokio::select! {
        signal = ctrl_c => signal,
        signal = terminated() => signal,
    }
}

#[cfg(unix)]
async fn terminated() -> u8 {
    use tokio::signal::unix::{SignalKind, signal};
    const TERMINATE: u8 = 15;
    if let Ok(mut terminate) = signal(SignalKind::terminate()) {
        terminate.recv().await;
        return TERMINATE;
    }
    std::future::pending().await
}

#[cfg(not(unix))]
async fn terminated() -> u8 {
    std::future::pending().await
}
