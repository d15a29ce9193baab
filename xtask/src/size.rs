//! `cargo xtask size`: the size of what a browser loads, as it is and compressed.

use crate::{Outcome, browser};

/// Builds the browser package and prints its sizes.
pub fn run() -> Outcome {
    if let Some(why) = browser::missing() {
        return Err(why);
    }
    browser::build()?;
    browser::npm(&browser::package(), &["run", "--silent", "size"])
}
