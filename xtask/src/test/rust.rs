//! The stages that cargo runs.

use std::process::Command;

use crate::process::{cargo, output, program, run};
use crate::{Outcome, root};

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

/// The core without its client, and its tests as it is released: unoptimised,
/// what the kernels do takes minutes.
pub fn sentinel() -> Outcome {
    component("clippy", "clippy")?;
    let alone = ["--package=sorakit", "--no-default-features"];
    run(deny_warnings(cargo().arg("clippy").args(alone)))?;
    let names = core_tests()?;
    let names = names.iter().filter(|name| is_sentinel(name));
    let tests = names.map(|name| format!("--test={name}"));
    run(cargo().args(["test", "--release"]).args(alone).args(tests))
}

pub fn wasm() -> Outcome {
    component("clippy", "clippy")?;
    add_target(WASM)?;
    for what in [
        &["--package=sorakit", "--package=sorakit-wasm"],
        &["--package=sorakit", "--no-default-features"],
    ] {
        let mut command = cargo();
        run(deny_warnings(
            command.arg("clippy").args(["--target", WASM]).args(what),
        ))?;
    }
    Ok(())
}

/// All tests but those that [`sentinel`] runs.
pub fn tests() -> Outcome {
    if output(cargo().args(["nextest", "--version"])).is_some() {
        let others = ["-E", "not (package(sorakit) and binary(/^sentinel/))"];
        return run(cargo().args(["nextest", "run", "--workspace"]).args(others));
    }
    println!("(cargo-nextest is not installed; `cargo test` does the same more slowly)");
    let all = ["--lib", "--bins", "--tests", "--examples"];
    run(cargo()
        .args(["test", "--workspace", "--exclude=sorakit"])
        .args(all))?;
    let names = core_tests()?;
    let names = names.iter().filter(|name| !is_sentinel(name));
    let tests = names.map(|name| format!("--test={name}"));
    run(cargo()
        .args(["test", "--package=sorakit", "--lib"])
        .args(tests))
}

/// The names of the core's integration tests.
fn core_tests() -> Outcome<Vec<String>> {
    let folder = root().join("core/tests");
    let entries = std::fs::read_dir(&folder)
        .map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rs").map(Into::into))
        .collect();
    names.sort();
    Ok(names)
}

fn is_sentinel(test: &str) -> bool {
    test.starts_with("sentinel")
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
