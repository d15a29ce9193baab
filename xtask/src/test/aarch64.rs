//! The proof of work's kernels for 64-bit ARM, run by qemu.

use super::rust::add_target;
use super::stage::Done;
use crate::process::{cargo, run};
use crate::{Outcome, debian};

/// Linked with what Rust brings itself, so that no C compiler for it is needed.
const TARGET: &str = "aarch64-unknown-linux-musl";
const QEMU: &str = "qemu-aarch64-static";

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    let native = cfg!(all(target_arch = "aarch64", target_os = "linux"));
    if native {
        return Ok(Done::Nothing(
            "this machine is one; the stage `sentinel` runs them".into(),
        ));
    }
    if !cfg!(target_os = "linux") || !debian::has(QEMU, "qemu-user-static") {
        return Ok(Done::Nothing(format!(
            "{QEMU} is missing; install it (Debian: `apt install qemu-user-static`)"
        )));
    }
    if let Err(message) = add_target(TARGET) {
        return Ok(Done::Nothing(message));
    }
    run(cargo()
        .args(["test", "--release", "--target", TARGET])
        .args(["--package=sorakit", "--no-default-features"])
        .args(["--test=sentinel_kernels", "--test=sentinel_vectors"])
        .env("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER", "rust-lld")
        .env(
            "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_RUNNER",
            format!("{QEMU} -cpu max"),
        )
        // A kernel that is not found would not be tested, and nobody would know.
        .env("SORAKIT_EXPECTED_KERNELS", "neon-sha3 neon scalar"))
    .map(Done::from)
}
