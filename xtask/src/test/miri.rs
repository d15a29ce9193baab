//! The proof of work under Miri, which finds undefined behaviour in the kernels' `unsafe`.

use super::done::Done;
use crate::process::{output, program, run};
use crate::{Outcome, root};

/// Runs the stage. Only nightly toolchains have Miri.
pub fn check() -> Outcome<Done> {
    let nightly = |words: &[&str]| output(program("cargo").arg("+nightly").args(words));
    if nightly(&["--version"]).is_none() {
        return Ok(Done::Nothing(
            "it takes a nightly toolchain: `rustup toolchain install nightly --component miri \
             --component rust-src`"
                .into(),
        ));
    }
    if nightly(&["miri", "--version"]).is_none() {
        println!("Miri is missing; asking rustup for it.");
        let add = ["component", "add", "miri", "rust-src", "--toolchain"];
        if let Err(error) = run(program("rustup").args(add).arg("nightly")) {
            return Ok(Done::Nothing(error));
        }
    }
    run(program("cargo")
        .args(["+nightly", "miri", "test"])
        .args(["--package=sorakit-sentinel", "--lib"])
        .env("CARGO_TARGET_DIR", root().join("target/miri")))
    .map(Done::from)
}
