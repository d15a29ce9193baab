//! The core for WebAssembly, and the browser package with its example page: built, and tested in
//! Node and in headless Chromium.

use super::done::Done;
use super::rust;
use crate::process::{cargo, run};
use crate::{Outcome, browser, root, tools};

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    rust::wasm()?;
    if let Some(why) = browser::missing() {
        return Ok(Done::Nothing(format!("the package is not tested: {why}")));
    }
    browser::build()?;
    if tools::chromium() {
        solver()?;
        browser::install(&browser::bundlers())?;
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

/// The solver as Rust, in a page and in a worker, with vectors and without.
fn solver() -> Outcome {
    let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    let Some(driver) = tools::chromedriver() else {
        return Err(
            "the solver's tests need Chromium's driver: install it (Debian: `apt install \
             chromium-driver`), or name one in CHROMEDRIVER"
                .into(),
        );
    };
    for (folder, flags) in [("scalar", ""), ("simd128", "-C target-feature=+simd128")] {
        run(cargo()
            .args(["test", "--release", "--package=sorakit-pow"])
            .args(["--test=page", "--test=worker"])
            .args(["--target", rust::WASM, "--target-dir"])
            .arg(root().join("target/wasm").join(folder))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner)
            .env("CHROMEDRIVER", &driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env("RUSTFLAGS", flags)
            // Tests are built more often than they are run, and not downloaded.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_STRIP", "none"))?;
    }
    Ok(())
}
