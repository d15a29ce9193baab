//! `cargo xtask archive`: the command `sorakit` as it is distributed.

use std::fs;

use crate::process::{cargo, output, program, run as succeed};
use crate::{Outcome, notices, root};

/// Builds the command, and packs it into `target/archive` with its licences, the notices of what
/// is built into it, and the bill of materials.
pub fn run() -> Outcome {
    let version = env!("CARGO_PKG_VERSION");
    let name = format!("sorakit-{version}-{}", platform()?);
    let folder = root().join("target/archive");
    let content = folder.join(&name);
    let _ = fs::remove_dir_all(&content);
    notices::write("sorakit-cli", &content)?;
    // The command holds them too, for who has it alone.
    succeed(
        cargo()
            .args(["build", "--release", "--locked", "--package=sorakit-cli"])
            .env("SORAKIT_NOTICES", content.join(notices::NOTICES)),
    )?;
    let command = format!("sorakit{}", std::env::consts::EXE_SUFFIX);
    for (from, to) in [
        (root().join("target/release").join(&command), command),
        (root().join("README.md"), "README.md".to_owned()),
        (root().join("SECURITY.md"), "SECURITY.md".to_owned()),
    ] {
        fs::copy(&from, content.join(to))
            .map_err(|error| format!("{}: {error}", from.display()))?;
    }
    let archive = format!("{name}.tar.gz");
    succeed(
        program("tar")
            .args(["-czf", &archive, &name])
            .current_dir(&folder),
    )?;
    println!("packed   {}", folder.join(archive).display());
    Ok(())
}

/// The platform's name, as the compiler calls it.
fn platform() -> Outcome<String> {
    let said = output(program("rustc").arg("-vV")).ok_or("rustc is missing")?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc does not say its host".to_owned())
}
