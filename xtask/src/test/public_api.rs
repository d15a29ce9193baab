//! The core's public API is the one that is written down, and names types of its own and
//! of the few crates that are its vocabulary, and of no runtime or HTTP library. Read from
//! rustdoc's JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use serde_json::{Map, Value};

use super::surface;
use crate::process::{cargo, run};
use crate::{Outcome, root};

/// The crates whose types may be named.
const VOCABULARY: &[&str] = &[
    "sorakit",
    "sorakit_sentinel",
    "std",
    "core",
    "alloc",
    "bytes",
    "futures_core",
    "http",
    "schemars",
    "serde",
    "serde_core",
    "serde_json",
];

/// Checks the API of the crate `sorakit`: that its names are those of the list, and whose
/// types it names.
pub fn check() -> Outcome {
    let docs = described()?;
    surface::compare(&docs, false)?;
    let named = named_crates(&docs)?;
    for (name, items) in &named {
        let examples: Vec<_> = items.iter().take(3).map(String::as_str).collect();
        println!(
            "{name:<14} {:>5} places, such as {}",
            items.len(),
            examples.join(", ")
        );
    }
    let foreign: Vec<_> = named
        .keys()
        .map(String::as_str)
        .filter(|name| !VOCABULARY.contains(name))
        .collect();
    match foreign.as_slice() {
        [] => Ok(()),
        foreign => Err(format!(
            "the public API of sorakit names types of {}; hide them behind types of its own, so \
             that another runtime or HTTP library can take their place",
            foreign.join(", ")
        )),
    }
}

/// Writes the list of the API's names.
pub fn write() -> Outcome {
    surface::compare(&described()?, true)
}

/// The API as rustdoc describes it.
fn described() -> Outcome<Value> {
    rustdoc_json()?;
    let path = root().join("target/doc/sorakit.json");
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("rustdoc wrote no {}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// The crates whose types the API names, with the items that do.
fn named_crates(docs: &Value) -> Outcome<BTreeMap<String, BTreeSet<String>>> {
    let part = |name: &str| {
        docs[name]
            .as_object()
            .ok_or_else(|| format!("rustdoc's JSON has no `{name}`; its format has changed"))
    };
    let (index, paths, crates) = (part("index")?, part("paths")?, part("external_crates")?);
    let mut named = BTreeMap::<String, BTreeSet<String>>::new();
    for item in index.values().filter(|item| is_ours(item)) {
        let mut ids = Vec::new();
        type_ids(&item["inner"], &mut ids);
        for id in ids {
            let Some(origin) = crate_of(&id, paths, crates) else {
                continue;
            };
            named.entry(origin).or_default().insert(place(item));
        }
    }
    match named.contains_key("sorakit") {
        true => Ok(named),
        false => Err("no item of sorakit is found; rustdoc's JSON format has changed".into()),
    }
}

/// Items of this crate that someone wrote: the types in a blanket or automatic
/// implementation are its own crate's business.
fn is_ours(item: &Value) -> bool {
    let implementation = &item["inner"]["impl"];
    let automatic = !implementation["blanket_impl"].is_null()
        || implementation["is_synthetic"].as_bool() == Some(true);
    item["crate_id"] == 0 && !automatic
}

/// Every `{"id": …, "path": …}`: how rustdoc names a type or a trait.
fn type_ids(value: &Value, ids: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let (Some(id), true) = (fields.get("id"), fields.contains_key("path")) {
                ids.push(id.to_string());
            }
            fields.values().for_each(|value| type_ids(value, ids));
        }
        Value::Array(values) => values.iter().for_each(|value| type_ids(value, ids)),
        _ => {}
    }
}

fn crate_of(id: &str, paths: &Map<String, Value>, crates: &Map<String, Value>) -> Option<String> {
    match paths.get(id)?["crate_id"].as_u64()? {
        0 => Some("sorakit".into()),
        number => crates.get(&number.to_string())?["name"]
            .as_str()
            .map(Into::into),
    }
}

fn place(item: &Value) -> String {
    let file = item["span"]["filename"].as_str().unwrap_or("?");
    let line = item["span"]["begin"][0].as_u64().unwrap_or_default();
    format!("{file}:{line}")
}

/// The variable that makes this program stand in for rustdoc.
const STAND_IN: &str = "SORAKIT_XTASK_RUSTDOC";

/// Runs rustdoc with JSON output. It is unstable, and rustdoc allows it when a variable is
/// set; but set for all of cargo, the same variable recompiles every dependency. So this
/// program stands in for rustdoc, and sets it for rustdoc alone.
fn rustdoc_json() -> Outcome {
    let real = std::env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into());
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    run(cargo()
        .args(["rustdoc", "--package=sorakit", "--lib", "--"])
        .args(["-Z", "unstable-options", "--output-format", "json"])
        .env("RUSTDOC", this)
        .env(STAND_IN, real))
}

/// Runs rustdoc, when this program was started in its place.
pub fn become_rustdoc() -> Option<ExitCode> {
    let real: OsString = std::env::var_os(STAND_IN)?;
    let status = Command::new(real)
        .args(std::env::args_os().skip(1))
        .env("RUSTC_BOOTSTRAP", "1")
        .env_remove(STAND_IN)
        .status();
    Some(match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_type_of_another_crate_is_found_wherever_it_is_named() {
        let docs = json!({
            "index": {
                "1": {"crate_id": 0, "span": {"filename": "core/src/a.rs", "begin": [7, 1]},
                      "inner": {"function": {"sig": {"inputs": [["x", {"resolved_path":
                          {"path": "Client", "id": 9, "args": {"angle_bracketed": {"args": [
                              {"type": {"resolved_path": {"path": "Own", "id": 8}}}]}}}}]]}}}},
                "2": {"crate_id": 0, "inner": {"impl": {"blanket_impl": {"generic": "T"},
                      "trait": {"path": "Instrument", "id": 10}}}},
            },
            "paths": {"8": {"crate_id": 0}, "9": {"crate_id": 3}, "10": {"crate_id": 4}},
            "external_crates": {"3": {"name": "reqwest"}, "4": {"name": "tracing"}},
        });
        let named = named_crates(&docs).unwrap();
        assert_eq!(named.keys().collect::<Vec<_>>(), ["reqwest", "sorakit"]);
        assert!(named["reqwest"].contains("core/src/a.rs:7"));
    }
}
