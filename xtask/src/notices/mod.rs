//! The legal files of every distributed package: the licences, the notices of the crates built
//! into it, and a software bill of materials. Made from `Cargo.lock` and the sources that it
//! names, when a package is built.

mod bill;
mod crates;
mod texts;

use std::fs;
use std::path::Path;

use crate::{Outcome, root};

/// Arguments of `notices`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The crate whose dependencies are listed.
    #[arg(long, default_value = "sorakit-cli")]
    package: String,
    /// The folder to write to.
    #[arg(long, default_value = "target/notices")]
    out: std::path::PathBuf,
}

/// Runs the task.
pub fn run(arguments: &Arguments) -> Outcome {
    write(&arguments.package, &root().join(&arguments.out))
}

/// The file of notices.
pub const NOTICES: &str = "THIRD-PARTY-NOTICES.txt";
/// The bill of materials, in the JSON of CycloneDX.
pub const BILL: &str = "sorakit.cdx.json";
/// The project's own licences.
pub const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Writes licences, notices and bill of materials of the crate `package` into `folder`.
pub fn write(package: &str, folder: &Path) -> Outcome {
    let built = crates::built_into(package)?;
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(said)?;
    for licence in LICENCES {
        fs::copy(root().join(licence), folder.join(licence)).map_err(said)?;
    }
    fs::write(folder.join(NOTICES), texts::notices(package, &built)?).map_err(said)?;
    fs::write(folder.join(BILL), bill::of(package, &built)?).map_err(said)?;
    println!(
        "notices  {} crates are built into {package}: {}",
        built.len(),
        folder.display()
    );
    Ok(())
}
