//! `cargo xtask size`: the size of what a browser loads, as it is and compressed, and of the library
//! that an app carries.

use crate::{Outcome, browser, uniffi};

/// Arguments of `size`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Measures the library alone, for another platform, with cargo-zigbuild.
    #[arg(long, value_name = "TRIPLE")]
    pub target: Option<String>,
}

/// Builds the packages and prints their sizes.
pub fn run(arguments: &Arguments) -> Outcome {
    let library = uniffi::release(arguments.target.as_deref())?;
    let facts = std::fs::metadata(&library).map_err(|error| error.to_string())?;
    println!(
        "{:.1} MB  {}, without the simulator",
        facts.len() as f64 / 1e6,
        library.display()
    );
    if arguments.target.is_some() {
        return Ok(());
    }
    if let Some(why) = browser::missing() {
        return Err(why);
    }
    browser::build()?;
    browser::npm(&browser::package(), &["run", "--silent", "size"])
}
