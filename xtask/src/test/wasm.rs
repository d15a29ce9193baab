//! The core for WebAssembly, and the browser package with its example page: built, and tested in
//! Node and in headless Chromium.

use super::{rust, stage::Done};
use crate::process::{output, program, run};
use crate::{Outcome, browser};

/// What Chromium is called, where the tests look for it.
const CHROMIUM: [&str; 3] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
];

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    rust::wasm()?;
    if let Some(why) = browser::missing() {
        return Ok(Done::Nothing(format!("the package is not tested: {why}")));
    }
    browser::build()?;
    if chromium() {
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

/// Whether there is a Chromium; asks Debian's package manager for one if not.
fn chromium() -> bool {
    let here = || {
        CHROMIUM
            .iter()
            .any(|path| std::path::Path::new(path).exists())
    };
    if std::env::var_os("SORAKIT_CHROMIUM").is_some() || here() {
        return true;
    }
    if output(program("id").arg("-u")).as_deref().map(str::trim) != Some("0")
        || output(program("apt-get").arg("--version")).is_none()
    {
        return false;
    }
    println!("Chromium is missing; asking apt for it.");
    let installed = run(program("apt-get")
        .args(["install", "--yes", "--no-install-recommends", "chromium"])
        .env("DEBIAN_FRONTEND", "noninteractive"));
    installed.is_ok() && here()
}
