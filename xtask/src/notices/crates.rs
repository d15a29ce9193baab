//! The crates that are built into one of the workspace's packages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::Value;

use crate::Outcome;
use crate::process::{cargo, output};

/// A third-party crate.
#[derive(Debug)]
pub struct Crate {
    /// The name.
    pub name: String,
    /// The version.
    pub version: String,
    /// The licence, as an SPDX expression.
    pub licence: String,
    /// The repository of its sources.
    pub repository: Option<String>,
    /// The registry's digest of its archive, SHA-256.
    pub checksum: Option<String>,
    /// The folder.
    pub folder: PathBuf,
}

/// The third-party crates that `package` is built with, on any platform, by name and version.
pub fn built_into(package: &str) -> Outcome<Vec<Crate>> {
    let asked = [
        "metadata",
        "--format-version=1",
        "--locked",
        "--all-features",
    ];
    let text = output(cargo().args(asked))
        .ok_or("`cargo metadata --locked` failed: is Cargo.lock up to date?")?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let packages: BTreeMap<&str, &Value> = list(&metadata["packages"])
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let start = packages
        .iter()
        .find(|(_, found)| found["name"] == package && found["source"].is_null())
        .map(|(id, _)| *id)
        .ok_or_else(|| format!("the workspace has no package {package}"))?;

    let mut seen = BTreeSet::new();
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(linked(nodes[id]));
        }
    }
    let others = seen.iter().map(|id| packages[id]);
    let mut others: Vec<_> = others
        .filter(|package| package["source"].is_string())
        .map(read)
        .collect::<Outcome<_>>()?;
    others.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    let checksums = checksums()?;
    for other in &mut others {
        let key = (other.name.clone(), other.version.clone());
        other.checksum = checksums.get(&key).cloned();
    }
    Ok(others)
}

/// The dependencies that are linked, rather than those of build scripts and tests.
fn linked(node: &Value) -> impl Iterator<Item = &str> {
    list(&node["deps"])
        .filter(|dependency| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null()))
        .filter_map(|dependency| dependency["pkg"].as_str())
}

fn read(package: &Value) -> Outcome<Crate> {
    let text = |name: &str| package[name].as_str().map(str::to_owned);
    let name = text("name").unwrap_or_default();
    let manifest = PathBuf::from(text("manifest_path").unwrap_or_default());
    Ok(Crate {
        version: text("version").unwrap_or_default(),
        // Some write it with a slash, which SPDX does not know.
        licence: text("license")
            .ok_or_else(|| format!("the crate {name} states no licence"))?
            .replace('/', " OR "),
        repository: text("repository"),
        checksum: None,
        folder: manifest.parent().map(PathBuf::from).unwrap_or_default(),
        name,
    })
}

/// The digests that `Cargo.lock` pins, by name and version.
fn checksums() -> Outcome<BTreeMap<(String, String), String>> {
    let path = crate::root().join("Cargo.lock");
    let lock = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let entries = lock.split("[[package]]").skip(1);
    let value = |entry: &str, name: &str| {
        let start = format!("{name} = \"");
        let line = entry.lines().find_map(|line| line.strip_prefix(&*start))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let pinned = entries.filter_map(|entry| {
        let key = (value(entry, "name")?, value(entry, "version")?);
        Some((key, value(entry, "checksum")?))
    });
    Ok(pinned.collect())
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
