//! `cargo xtask uniffi`: the library for Kotlin and Swift, and the sources that call it.

mod kotlin;

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{cargo, run as succeed};
use crate::{Outcome, root};

pub use kotlin::{Tools, compile, java};

/// Arguments of `uniffi`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Writes nothing, and fails when the sources are not as the library says.
    #[arg(long)]
    pub check: bool,
}

/// Builds the library, and writes the sources that call it.
pub fn run(arguments: &Arguments) -> Outcome {
    let library = build()?;
    generate(&library, arguments.check)?;
    println!("built    {}", library.display());
    Ok(())
}

/// The folder of the package.
pub fn package() -> PathBuf {
    root().join("bindings-uniffi")
}

/// The folder of what is made on the way.
pub fn workshop() -> PathBuf {
    root().join("target/uniffi")
}

/// Builds the library with the simulator, unoptimised, and returns its path.
pub fn build() -> Outcome<PathBuf> {
    // As in the other tests, so that what is compiled for them is not compiled again.
    succeed(
        cargo()
            .args(["build", "--workspace", "--lib", "--examples"])
            .args(["--features", "sorakit-uniffi/simulator"]),
    )?;
    built(&root().join("target/debug"))
}

/// Builds the library as an app carries it, stripped and without the simulator; for another
/// platform with cargo-zigbuild.
pub fn release(target: Option<&str>) -> Outcome<PathBuf> {
    let mut command = cargo();
    let mut folder = root().join("target");
    command.arg(if target.is_some() {
        "zigbuild"
    } else {
        "build"
    });
    command.args(["--package=sorakit-uniffi", "--release"]);
    if let Some(target) = target {
        command.args(["--target", target]);
        folder.push(target);
    }
    succeed(&mut command)?;
    built(&folder.join("release"))
}

fn built(folder: &Path) -> Outcome<PathBuf> {
    let names = [
        "libsorakit_uniffi.so",
        "libsorakit_uniffi.dylib",
        "sorakit_uniffi.dll",
    ];
    names
        .map(|name| folder.join(name))
        .into_iter()
        .find(|path| path.is_file())
        .ok_or_else(|| format!("cargo left no library in {}", folder.display()))
}

/// The generated sources: where UniFFI writes each, and where it belongs.
const SOURCES: &[(&str, &str)] = &[
    (
        "kotlin/dev/sorakit/ffi/sorakit.kt",
        "kotlin/src/main/kotlin/dev/sorakit/ffi/sorakit.kt",
    ),
    (
        "swift/SorakitFFI.swift",
        "swift/Sources/SorakitFFI/SorakitFFI.swift",
    ),
    (
        "swift/CSorakit.h",
        "swift/Sources/CSorakit/include/CSorakit.h",
    ),
];

/// Writes the sources that call the library, or checks that they are fresh.
pub fn generate(library: &Path, check: bool) -> Outcome {
    let made = workshop().join("sources");
    let config = package().join("uniffi.toml");
    succeed(
        cargo()
            .args(["run", "--quiet", "--package=sorakit-uniffi-bindgen"])
            .args(["--features=generator", "--"])
            .args([&config, library, &made]),
    )?;
    let mut stale = Vec::new();
    for (from, to) in SOURCES {
        let path = made.join(from);
        let text = fs::read_to_string(&path)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let text = tidy(&text);
        let place = package().join(to);
        if fs::read_to_string(&place).is_ok_and(|now| now == text) {
            println!("fresh    bindings-uniffi/{to}");
        } else if check {
            println!("stale    bindings-uniffi/{to}");
            stale.push(*to);
        } else {
            let written = place.parent().map_or(Ok(()), fs::create_dir_all);
            written
                .and_then(|()| fs::write(&place, text))
                .map_err(|error| format!("cannot write {}: {error}", place.display()))?;
            println!("written  bindings-uniffi/{to}");
        }
    }
    match stale.as_slice() {
        [] => Ok(()),
        stale => Err(format!(
            "{} not as the library says; run `cargo xtask uniffi` and commit what it writes",
            stale.join(", ")
        )),
    }
}

/// A generated text without spaces at the ends of lines, saying what made it.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(str::trim_end);
    let mut tidied =
        String::from("// Made from the library by `cargo xtask uniffi`. Do not edit.\n");
    let mut was_empty = false;
    for line in lines {
        if !(line.is_empty() && was_empty) {
            tidied.push_str(line);
            tidied.push('\n');
        }
        was_empty = line.is_empty();
    }
    tidied
}
