//! The command `sorakit`.

#![forbid(unsafe_code)]

mod arguments;
mod commands;
mod configuration;
mod connection;
mod files;
mod fingerprint;
mod interrupt;
mod journal;
mod kept_token;
mod log;
mod outcome;
mod output;
mod paths;
mod progress;
mod question;
mod recording;
mod redaction;
mod screen;
mod servers;
mod tap;
mod usage;
mod verbosity;
mod wording;

use std::process::ExitCode;
use std::time::Duration;

use clap::CommandFactory;
use clap_complete::CompleteEnv;
use sorakit::host::DRAIN_LIMIT;

use arguments::Arguments;
use interrupt::interrupted;
use outcome::{Failure, Report, Session};
use screen::Screen;

fn main() -> ExitCode {
    // A shell that asks what comes next is answered, and that is all.
    CompleteEnv::with_factory(Arguments::command)
        .var(commands::completions::VARIABLE)
        .complete();
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return usage::refuse(error),
    };
    let json = arguments.command.prints_json();
    let screen = Screen::new(arguments.verbosity.quiet);
    let level = arguments.verbosity.level();
    let session = Session::new(
        json,
        screen,
        level.as_ref().copied().unwrap_or_default(),
        connection::option_names,
    );
    if let Err(error) = level {
        return session.end(Err(error.into()));
    }
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return session.end(Err(Failure::from(error))),
    };
    let is_server = arguments.command.is_server();
    let is_left_alone = arguments.command.sees_to_interruptions();
    let outcome = runtime.block_on(async {
        // Whoever interrupts drops the command, and with it every request of it.
        tokio::select! {
            biased;
            outcome = arguments.command.run(&session) => outcome,
            _ = interrupted(), if is_server => Ok(Report::nothing()),
            signal = interrupted(), if !is_server && !is_left_alone => Err(Failure::interrupted(signal)),
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
