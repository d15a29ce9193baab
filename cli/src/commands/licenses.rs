//! `sorakit licenses`: under which terms this command may be used, and what is built into it.

use serde_json::json;

use crate::outcome::{Outcome, Report};

/// What `licenses` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    sorakit licenses | less")]
pub struct Arguments {
    /// Prints a JSON object: the licences, and the notices.
    #[arg(long)]
    pub json: bool,
}

const MIT: &str = include_str!("../../../LICENSE-MIT");
const APACHE: &str = include_str!("../../../LICENSE-APACHE");
const NOTICES: &str = include_str!(concat!(env!("OUT_DIR"), "/notices.txt"));

/// What stands in place of the notices in a build of one's own.
const NO_NOTICES: &str = "This build does not hold the notices of the crates that are built into \
    it: `cargo xtask notices` writes them, and `cargo xtask archive` builds a command that holds \
    them.";

pub fn run() -> Outcome {
    let notices = Some(NOTICES.trim()).filter(|notices| !notices.is_empty());
    let text = format!(
        "sorakit may be used under the MIT licence or the Apache License 2.0, as you like.\n\n\
         {MIT}\n{APACHE}\n{}",
        notices.unwrap_or(NO_NOTICES)
    );
    let json = json!({ "licenses": { "MIT": MIT, "Apache-2.0": APACHE }, "notices": notices });
    Ok(Report::of(text, json))
}
