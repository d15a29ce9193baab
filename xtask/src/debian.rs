//! What Debian's package manager can bring when it is missing here.

use crate::process::{output, program, run};

/// Whether a command is here, after asking Debian's package manager for its package if need be:
/// a question that only root may ask.
pub fn has(command: &str, package: &str) -> bool {
    let here = || output(program(command).arg("--version")).is_some();
    if here() {
        return true;
    }
    if output(program("id").arg("-u")).as_deref().map(str::trim) != Some("0")
        || output(program("apt-get").arg("--version")).is_none()
    {
        return false;
    }
    println!("{command} is missing; asking apt for {package}.");
    let install = || {
        run(program("apt-get")
            .args(["install", "--yes", "--no-install-recommends", package])
            .env("DEBIAN_FRONTEND", "noninteractive"))
    };
    // A fresh machine may not know the packages yet.
    let installed = install().or_else(|_| {
        run(program("apt-get").arg("update"))?;
        install()
    });
    installed.is_ok() && here()
}
