//! The notices: each crate with its licence, and each text once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::crates::Crate;
use crate::{Outcome, root};

/// The beginnings of the names of licence files.
const NAMES: [&str; 6] = [
    "licence",
    "license",
    "copying",
    "copyright",
    "notice",
    "unlicense",
];

/// The notices of the crates built into `package`.
pub fn notices(package: &str, built: &[Crate]) -> Outcome<String> {
    let mut users: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for built_in in built {
        for text in texts_of(built_in, built)? {
            let named = format!("{} {}", built_in.name, built_in.version);
            users.entry(text).or_default().push(named);
        }
    }
    let mut notices = format!(
        "{package} is built with the crates below. Each is listed with its licence; the texts follow,\n\
         each once. The standard library of Rust is built in too, under MIT OR Apache-2.0.\n\n"
    );
    for built in built {
        let Crate {
            name,
            version,
            licence,
            ..
        } = built;
        notices.push_str(&format!("{name} {version}: {licence}\n"));
    }
    for (text, users) in &users {
        let line = "-".repeat(80);
        let users = users.join(", ");
        notices.push_str(&format!("\n{line}\n{users}:\n\n{}\n", text.trim_end()));
    }
    Ok(notices)
}

/// The texts that a crate carries. If it carries none: those of a crate from the same
/// repository under the same licence, or else those of its licence.
fn texts_of(built: &Crate, all: &[Crate]) -> Outcome<Vec<String>> {
    let siblings = all.iter().filter(|other| {
        other.repository.is_some()
            && other.repository == built.repository
            && other.licence == built.licence
    });
    for carrier in std::iter::once(built).chain(siblings) {
        let mut texts = Vec::new();
        gather(&carrier.folder, &mut texts)?;
        if !texts.is_empty() {
            return Ok(texts);
        }
    }
    if built.licence == "MPL-2.0" {
        // The licence asks for the place of the source, not for its own text.
        let source = built.repository.as_deref().unwrap_or("https://crates.io");
        return Ok(vec![format!(
            "Under the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/. The source: {source}, and\n\
             https://crates.io/crates/{}.",
            built.name
        )]);
    }
    let standard = [("MIT", "LICENSE-MIT"), ("Apache-2.0", "LICENSE-APACHE")];
    let found = standard
        .iter()
        .find(|(licence, _)| built.licence.contains(licence));
    let Some((_, file)) = found else {
        return Err(format!(
            "the crate {} carries no text of its licence, {}",
            built.name, built.licence
        ));
    };
    let text = fs::read_to_string(root().join(file)).map_err(|error| error.to_string())?;
    // The terms are theirs, the copyright line is ours.
    let terms = text.lines().filter(|line| !line.starts_with("Copyright"));
    Ok(vec![terms.collect::<Vec<_>>().join("\n")])
}

fn gather(folder: &Path, texts: &mut Vec<String>) -> Outcome {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}; try `cargo fetch`", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_ascii_lowercase();
        if !NAMES.iter().any(|start| name.starts_with(start)) || name.ends_with(".rs") {
            continue;
        }
        match path.is_dir() {
            true => gather_all(&path, texts)?,
            false => texts.extend(read(&path)),
        }
    }
    Ok(())
}

/// Every text of a folder that holds nothing else.
fn gather_all(folder: &Path, texts: &mut Vec<String>) -> Outcome {
    let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    texts.extend(paths.iter().filter_map(|path| read(path)));
    Ok(())
}

fn read(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?.replace('\r', "");
    let lines = text.lines().map(str::trim_end);
    let text = lines.collect::<Vec<_>>().join("\n");
    Some(text.trim_matches('\n').to_owned()).filter(|text| !text.is_empty())
}
