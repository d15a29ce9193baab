//! UniFFI's generator: `uniffi-bindgen CONFIG LIBRARY FOLDER` writes Kotlin, Swift and Python
//! sources that call a built, unstripped library.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use camino::Utf8PathBuf;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1).map(Utf8PathBuf::from);
    let (Some(config), Some(source), Some(folder)) = (given.next(), given.next(), given.next())
    else {
        eprintln!("usage: uniffi-bindgen CONFIG LIBRARY FOLDER");
        return ExitCode::FAILURE;
    };
    for (language, name) in [
        (TargetLanguage::Kotlin, "kotlin"),
        (TargetLanguage::Swift, "swift"),
        (TargetLanguage::Python, "python"),
    ] {
        let written = generate(GenerateOptions {
            languages: vec![language],
            source: source.clone(),
            out_dir: folder.join(name),
            config_override: Some(config.clone()),
            ..GenerateOptions::default()
        });
        if let Err(error) = written {
            eprintln!("error: {name}: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
