//! The core for WebAssembly, and the browser package with its example page: built, and tested in
//! Node and in headless Chromium.

use super::{rust, stage::Done};
use crate::{Outcome, browser, tools};

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    rust::wasm()?;
    if let Some(why) = browser::missing() {
        return Ok(Done::Nothing(format!("the package is not tested: {why}")));
    }
    browser::build()?;
    if tools::chromium() {
        browser::npm(&browser::package(), &["test"])?;
        browser::install(&browser::example())?;
        browser::npm(&browser::example(), &["test"])?;
        return Ok(Done::Passed);
    }
    browser::npm(&browser::package(), &["run", "test:node"])?;
    Ok(Done::Nothing(
        "the tests in a browser need Chromium: install it (Debian: `apt install chromium`), or \
         name one in SORAKIT_CHROMIUM"
            .into(),
    ))
}
