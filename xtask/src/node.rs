//! `cargo xtask node`: the npm package `sorakit`, ready to be used or packed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{cargo, output, program, run as succeed};
use crate::{Outcome, notices, root};

/// Arguments of `node`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Builds the native part unoptimised, as the tests use it.
    #[arg(long)]
    pub debug: bool,
    /// Builds the native part for another platform, with cargo-zigbuild.
    #[arg(long, value_name = "TRIPLE")]
    pub target: Option<String>,
}

/// Builds the native part into `prebuilds/`, and the JavaScript into `dist/`.
pub fn run(arguments: &Arguments) -> Outcome {
    native(arguments)?;
    install()?;
    succeed(
        program("npm")
            .args(["run", "--silent", "build"])
            .current_dir(package()),
    )?;
    notices::write("sorakit-node", &package())?;
    println!("built    bindings-node; pack it with `npm pack` there");
    Ok(())
}

/// The folder of the package.
pub fn package() -> PathBuf {
    root().join("bindings-node")
}

/// Installs the npm packages that building and testing need, as the lock file pins them.
pub fn install() -> Outcome {
    let package = package();
    let installed = package.join("node_modules/.package-lock.json");
    if is_newer(&installed, &package.join("package-lock.json")) {
        return Ok(());
    }
    if output(program("npm").arg("--version")).is_none() {
        return Err("npm is missing; install Node 20 or newer, which has it".into());
    }
    succeed(
        program("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(package),
    )
    .map_err(|error| format!("{error}; the registry of npm has to be reachable once"))
}

fn is_newer(file: &Path, other: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|facts| facts.modified());
    matches!((time(file), time(other)), (Ok(file), Ok(other)) if file >= other)
}

fn native(arguments: &Arguments) -> Outcome {
    let mut command = cargo();
    command.arg(match arguments.target {
        Some(_) => "zigbuild",
        None => "build",
    });
    match (arguments.debug, &arguments.target) {
        // With the same features as in the other tests, so that what is compiled for them is
        // not compiled again.
        (true, None) => command.args(["--workspace", "--lib", "--examples"]),
        (true, Some(_)) => command.arg("--package=sorakit-node"),
        (false, _) => command.args(["--package=sorakit-node", "--release"]),
    };
    let mut folder = root().join("target");
    if let Some(target) = &arguments.target {
        command.args(["--target", target]);
        // The oldest glibc, which cargo-zigbuild takes after the triple, is not in the name.
        folder.push(target.split('.').next().unwrap_or(target));
    }
    succeed(&mut command)?;
    folder.push(if arguments.debug { "debug" } else { "release" });
    let triple = match &arguments.target {
        Some(target) => target.clone(),
        None => host()?,
    };
    let built = [
        "libsorakit_node.so",
        "libsorakit_node.dylib",
        "sorakit_node.dll",
    ]
    .map(|name| folder.join(name))
    .into_iter()
    .find(|path| path.is_file())
    .ok_or_else(|| format!("cargo left no library in {}", folder.display()))?;
    let place = package().join("prebuilds").join(platform(&triple)?);
    fs::create_dir_all(&place)
        .map_err(|error| format!("cannot make {}: {error}", place.display()))?;
    // A process that has the old one loaded keeps it: it is replaced, not overwritten.
    let fresh = place.join("sorakit.node.new");
    if !(arguments.debug && strip(&built, &fresh)) {
        fs::copy(&built, &fresh)
            .map_err(|error| format!("cannot copy {}: {error}", built.display()))?;
    }
    fs::rename(&fresh, place.join("sorakit.node")).map_err(|error| error.to_string())
}

/// Copies without the debug information, which is ten times the rest.
fn strip(from: &Path, to: &Path) -> bool {
    let mut command = Command::new("strip");
    command.args(["--strip-unneeded", "-o"]).arg(to).arg(from);
    output(&mut command).is_some()
}

fn host() -> Outcome<String> {
    let described = output(program("rustc").arg("-vV")).ok_or("rustc cannot be run")?;
    let host = described
        .lines()
        .find_map(|line| line.strip_prefix("host: "));
    host.map(Into::into).ok_or("rustc names no host".into())
}

/// Node's name for a platform: `process.platform`, `process.arch`, and `musl`.
fn platform(triple: &str) -> Outcome<String> {
    let mut words = triple.split('-');
    let arch = match words.next() {
        Some("x86_64") => "x64",
        Some("aarch64") => "arm64",
        Some("armv7") => "arm",
        Some("i686") => "ia32",
        _ => return Err(format!("Node runs on nothing that is called {triple}")),
    };
    let system = match triple {
        _ if triple.contains("linux") => "linux",
        _ if triple.contains("darwin") => "darwin",
        _ if triple.contains("windows") => "win32",
        _ if triple.contains("freebsd") => "freebsd",
        _ => return Err(format!("Node runs on nothing that is called {triple}")),
    };
    let musl = if triple.ends_with("musl") {
        "-musl"
    } else {
        ""
    };
    Ok(format!("{system}-{arch}{musl}"))
}

#[cfg(test)]
mod tests {
    use super::platform;

    #[test]
    fn platforms_have_the_names_that_node_gives_them() {
        for (triple, name) in [
            ("x86_64-unknown-linux-gnu", "linux-x64"),
            ("aarch64-unknown-linux-musl", "linux-arm64-musl"),
            ("aarch64-apple-darwin", "darwin-arm64"),
            ("x86_64-pc-windows-msvc", "win32-x64"),
        ] {
            assert_eq!(platform(triple).as_deref(), Ok(name));
        }
        assert!(platform("wasm32-unknown-unknown").is_err());
    }
}
