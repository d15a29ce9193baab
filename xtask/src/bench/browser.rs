//! The browser package against hash-wasm and noble, in the same tab.

use crate::{Outcome, browser, root, tools};

/// Builds the package, measures, and writes `benches/RESULTS-browser.md`.
pub fn run() -> Outcome {
    if let Some(why) = browser::missing() {
        return Err(why);
    }
    if !tools::chromium() {
        return Err("Chromium is missing: install it, or name one in SORAKIT_CHROMIUM".into());
    }
    browser::build()?;
    let results = root().join("benches/RESULTS-browser.md");
    let bench = ["run", "--silent", "bench", "--"];
    let arguments: Vec<_> = bench.into_iter().chain(results.to_str()).collect();
    browser::npm(&browser::package(), &arguments)
}
