//! Programs that builds and tests run: those that Cargo installs, in `target/tools`, and Debian's.

use std::path::{Path, PathBuf};

use crate::process::{cargo, output, program, run};
use crate::{Outcome, root};

/// The paths at which the tests look for Chromium.
const CHROMIUM: [&str; 3] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
];

/// The paths of Chromium's driver.
const CHROMEDRIVER: [&str; 2] = ["/usr/bin/chromedriver", "/usr/local/bin/chromedriver"];

/// The paths of the emulator for 64-bit ARM.
const QEMU: [&str; 1] = ["/usr/bin/qemu-aarch64-static"];

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`, of the version of the crate, which
/// must be the same. Installs them when they are neither in `target/tools` nor on the path.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    let version = locked("wasm-bindgen")?;
    let tools = root().join("target/tools");
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let here = std::iter::once(tools.join("bin")).chain(std::env::split_paths(&folders));
    if let Some(folder) = here
        .into_iter()
        .find(|folder| has_version(folder, &version))
    {
        return Ok(folder);
    }
    println!("wasm-bindgen {version} is missing; building it takes a minute.");
    // Its own lock file may name versions that a registry no longer has.
    let install = ["install", "wasm-bindgen-cli", "--force", "--version"];
    run(cargo()
        .args(install)
        .arg(format!("={version}"))
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(tools.join("build"))
        // It runs for a second, and optimising it takes minutes.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("RUSTFLAGS"))
    .map_err(|error| {
        format!(
            "{error}; the browser package needs it: install it with `cargo install \
             wasm-bindgen-cli --version {version}`"
        )
    })?;
    // Some hundred megabytes that nothing reads again.
    let _ = std::fs::remove_dir_all(tools.join("build"));
    Ok(tools.join("bin"))
}

/// True if a folder has both programs in this version.
fn has_version(folder: &Path, version: &str) -> bool {
    ["wasm-bindgen", "wasm-bindgen-test-runner"]
        .into_iter()
        .all(|name| {
            let printed = output(program(folder.join(name)).arg("--version"));
            printed.is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
        })
}

/// The version of a crate in `Cargo.lock`.
fn locked(name: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let mut lines = text
        .lines()
        .skip_while(|line| *line != format!("name = \"{name}\""));
    let version = lines.nth(1).and_then(|line| line.split('"').nth(1));
    version
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock names no version of {name}"))
}

/// True if Chromium is here; tries to install Debian's if not.
pub fn chromium() -> bool {
    std::env::var_os("SORAKIT_CHROMIUM").is_some() || debian("chromium", &CHROMIUM).is_some()
}

/// Chromium's driver: the one that `CHROMEDRIVER` names, or Debian's, which is installed if it is
/// missing.
pub fn chromedriver() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    named.or_else(|| debian("chromium-driver", &CHROMEDRIVER))
}

/// The emulator for 64-bit ARM; Debian's is installed if it is missing.
pub fn qemu() -> Option<PathBuf> {
    debian("qemu-user-static", &QEMU)
}

/// The first of these files that exists, after installing Debian's package if none does.
pub fn debian(package: &str, files: &[&str]) -> Option<PathBuf> {
    let here = || files.iter().map(PathBuf::from).find(|file| file.exists());
    here().or_else(|| {
        let root = output(program("id").arg("-u"))?.trim() == "0";
        output(program("apt-get").arg("--version")).filter(|_| root)?;
        println!("{package} is missing; asking apt for it.");
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
        installed.ok().and_then(|()| here())
    })
}
