//! A command line that is wrong, or asks for help.

use std::error::Error as _;
use std::num::{IntErrorKind, ParseFloatError, ParseIntError};
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue};
use serde_json::json;
use sorakit::{Error, ErrorKind};

use crate::arguments::Arguments;
use crate::outcome::{pretty, print};

/// Ends a run whose command line is wrong, or asks for help.
pub fn refuse(error: clap::Error) -> ExitCode {
    let error = in_plain_words(error);
    let is_wrong = error.use_stderr();
    let json = std::env::args_os().any(|word| word == "--json");
    if is_wrong && json {
        let field = field(&error);
        let error = Error::new(ErrorKind::InvalidInput, message(&error));
        let error = match field {
            Some(field) => error.with_field(field),
            None => error,
        };
        let said = pretty(&json!({ "error": error.report() }));
        if print(&said).is_err() {
            eprintln!("{said}");
        }
    } else if let Err(unwritten) = error.print()
        && !is_wrong
        && unwritten.kind() != std::io::ErrorKind::BrokenPipe
    {
        eprintln!("error: the help cannot be written to the standard output: {unwritten}");
        return ExitCode::FAILURE;
    }
    ExitCode::from(if is_wrong { 2 } else { 0 })
}

/// The same error, in which a number that is none is refused in words for people.
fn in_plain_words(error: clap::Error) -> clap::Error {
    let why = error.source().and_then(|source| {
        if source.is::<ParseFloatError>() {
            return Some("must be a number");
        }
        Some(match source.downcast_ref::<ParseIntError>()?.kind() {
            IntErrorKind::PosOverflow => "is too large",
            IntErrorKind::NegOverflow => "is too small",
            _ => "must be a whole number",
        })
    });
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        _ => None,
    };
    let (Some(why), Some(argument), Some(value)) = (
        why,
        context(ContextKind::InvalidArg),
        context(ContextKind::InvalidValue),
    ) else {
        return error;
    };
    let what = format!("invalid value '{value}' for '{argument}': {why}\n");
    let mut plain = clap::Error::raw(error.kind(), what).with_cmd(&Arguments::command());
    plain.insert(ContextKind::InvalidArg, ContextValue::String(argument));
    plain
}

/// What is wrong, and what may be meant, in one line.
fn message(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let parts = rendered.split("\n\n").enumerate();
    let told = parts.filter(|(place, part)| *place == 0 || part.trim_start().starts_with("tip:"));
    let parts = told.map(|(_, part)| {
        let words: Vec<_> = part.split_whitespace().collect();
        words.join(" ")
    });
    let all = parts.collect::<Vec<_>>().join("; ");
    all.trim_start_matches("error: ").to_owned()
}

/// The option or argument that is wrong, by its name alone.
fn field(error: &clap::Error) -> Option<String> {
    let named = match error.get(ContextKind::InvalidArg)? {
        ContextValue::String(name) => name,
        ContextValue::Strings(names) => names.first()?,
        _ => return None,
    };
    let name = named.split([' ', '=']).next()?;
    let name = name.trim_matches(['-', '<', '>', '[', ']', '.']);
    Some(name.replace('-', "_").to_lowercase())
}
