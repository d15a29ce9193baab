//! The stages that cargo runs.

use std::process::Command;

use crate::Outcome;
use crate::process::{cargo, output, program, run};

const WASM: &str = "wasm32-unknown-unknown";

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

pub fn sentinel_alone() -> Outcome {
    component("clippy", "clippy")?;
    run(deny_warnings(cargo().args([
        "clippy",
        "--package=sorakit",
        "--no-default-features",
    ])))
}

pub fn wasm() -> Outcome {
    component("clippy", "clippy")?;
    wasm_target()?;
    let lint = ["clippy", "--package=sorakit", "--target", WASM];
    for features in [&[][..], &["--no-default-features"]] {
        let mut command = cargo();
        deny_warnings(command.args(lint).args(features));
        // An `Arc` of what is `Send` elsewhere: there are no threads in a browser.
        run(command.args(["-A", "clippy::arc_with_non_send_sync"]))?;
    }
    Ok(())
}

pub fn tests() -> Outcome {
    if output(cargo().args(["nextest", "--version"])).is_some() {
        return run(cargo().args(["nextest", "run", "--workspace"]));
    }
    println!("(cargo-nextest is not installed; `cargo test` does the same more slowly)");
    run(cargo().args([
        "test",
        "--workspace",
        "--lib",
        "--bins",
        "--tests",
        "--examples",
    ]))
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

/// Installs the target when it is missing.
fn wasm_target() -> Outcome {
    let libraries = output(program("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if libraries.is_some_and(|folder| std::path::Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    println!("The target {WASM} is missing; asking rustup for it.");
    run(program("rustup").args(["target", "add", WASM])).map_err(|error| {
        format!(
            "{error}; the standard library for {WASM} is needed: install it with `rustup target \
             add {WASM}`, or with your distribution's package for it"
        )
    })
}
