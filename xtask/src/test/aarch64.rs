//! The proof of work's kernels for 64-bit ARM, run by qemu.

use super::done::Done;
use super::rust::add_target;
use crate::process::{cargo, run};
use crate::{Outcome, tools};

/// Linked with what Rust itself provides, so that no C compiler for it is needed.
const TARGET: &str = "aarch64-unknown-linux-musl";

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    let native = cfg!(all(target_arch = "aarch64", target_os = "linux"));
    if native {
        return Ok(Done::Nothing(
            "this machine is one; the stage `sentinel` runs them".into(),
        ));
    }
    let Some(qemu) = tools::qemu() else {
        return Ok(Done::Nothing(
            "qemu-aarch64-static is missing; install it (Debian: `apt install qemu-user-static`)"
                .into(),
        ));
    };
    if let Err(message) = add_target(TARGET) {
        return Ok(Done::Nothing(message));
    }
    run(cargo()
        .args(["test", "--release", "--target", TARGET])
        .args(["--package=sorakit-sentinel"])
        .args(["--test=kernels", "--test=vectors"])
        .env("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER", "rust-lld")
        .env(
            "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_RUNNER",
            format!("{} -cpu max", qemu.display()),
        )
        // A kernel that is not found would silently not be tested.
        .env("SORAKIT_EXPECTED_KERNELS", "neon-sha3 neon scalar"))
    .map(Done::from)
}
