//! The stages that cargo runs.

use std::process::Command;

use crate::Outcome;
use crate::process::{cargo, output, program, run};

pub const WASM: &str = "wasm32-unknown-unknown";

pub fn format() -> Outcome {
    component("fmt", "rustfmt")?;
    run(cargo().args(["fmt", "--all", "--check"]))
}

pub fn clippy() -> Outcome {
    component("clippy", "clippy")?;
    run(deny_warnings(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
    ])))
}

/// Tests the proof of work alone, in a release build: unoptimised, the kernels take
/// minutes.
pub fn sentinel() -> Outcome {
    component("clippy", "clippy")?;
    let alone = "--package=sorakit-sentinel";
    run(deny_warnings(cargo().args(["clippy", alone])))?;
    run(cargo().args(["test", "--release", "--tests", alone]))
}

pub fn wasm() -> Outcome {
    component("clippy", "clippy")?;
    add_target(WASM)?;
    let packages = ["sorakit-sentinel", "sorakit", "sorakit-wasm"];
    let packages = packages.map(|name| format!("--package={name}"));
    let mut command = cargo();
    command.args(["clippy", "--target", WASM]).args(packages);
    run(deny_warnings(&mut command))
}

/// Runs all tests but those that [`sentinel`] runs.
pub fn tests() -> Outcome {
    let all = ["--workspace", "--exclude=sorakit-sentinel"];
    if output(cargo().args(["nextest", "--version"])).is_some() {
        return run(cargo().args(["nextest", "run"]).args(all));
    }
    println!("(cargo-nextest is not installed; `cargo test` does the same more slowly)");
    let kinds = ["--lib", "--bins", "--tests", "--examples"];
    run(cargo().arg("test").args(all).args(kinds))
}

pub fn doctests() -> Outcome {
    run(cargo().args(["test", "--workspace", "--doc"]))
}

pub fn docs() -> Outcome {
    let mut command = cargo();
    command.env("RUSTDOCFLAGS", "-D warnings");
    // The command `sorakit` has the library's name; its pages would overwrite the library's.
    run(command.args(["doc", "--workspace", "--no-deps", "--exclude=sorakit-cli"]))
}

fn deny_warnings(command: &mut Command) -> &mut Command {
    command.args(["--", "-D", "warnings"])
}

/// Says how to get a part of the toolchain that is missing.
fn component(subcommand: &str, component: &str) -> Outcome {
    match output(cargo().args([subcommand, "--version"])) {
        Some(_) => Ok(()),
        None => Err(format!(
            "`cargo {subcommand}` is missing; get it with `rustup component add {component}`"
        )),
    }
}

/// Installs the standard library for a target when it is missing.
pub fn add_target(target: &str) -> Outcome {
    let libraries = output(program("rustc").args(["--print", "target-libdir", "--target", target]));
    if libraries.is_some_and(|folder| std::path::Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    println!("The target {target} is missing; asking rustup for it.");
    run(program("rustup").args(["target", "add", target])).map_err(|error| {
        format!(
            "{error}; the standard library for {target} is needed: install it with `rustup target \
             add {target}`, or with your distribution's package for it"
        )
    })
}
