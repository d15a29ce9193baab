//! The names of the core's public API, as a list that a change of it has to change too.
//! Operations are left out: the catalogue lists them.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Map, Value};

use crate::{Outcome, root};

/// Where the list is kept.
const LIST: &str = "core/public-api.txt";

/// The modules of operations.
const OPERATIONS: &[&str] = &[
    "sorakit::api::sora",
    "sorakit::api::mirror",
    "sorakit::api::sora2api",
    "sorakit::api::skyriff",
    "sorakit::api::relay",
    "sorakit::api::openai",
    "sorakit::api::videos_v1",
];

/// Compares the API in rustdoc's JSON with the list, or writes the list anew.
pub fn compare(docs: &Value, write: bool) -> Outcome {
    let index = docs["index"]
        .as_object()
        .ok_or("rustdoc's JSON has no `index`; its format has changed")?;
    let mut names = BTreeSet::new();
    walk(index, &docs["root"], "", &mut names);
    let now: String = names.iter().map(|name| format!("{name}\n")).collect();
    let path = root().join(LIST);
    if write {
        return fs::write(&path, now).map_err(|error| format!("cannot write {LIST}: {error}"));
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    let before: BTreeSet<String> = before.lines().map(ToOwned::to_owned).collect();
    let (gone, new) = (before.difference(&names), names.difference(&before));
    let mut changed = false;
    for (sign, name) in gone
        .map(|name| ('-', name))
        .chain(new.map(|name| ('+', name)))
    {
        println!("{sign} {name}");
        changed = true;
    }
    match changed {
        false => Ok(()),
        true => Err(format!(
            "the public API is not the one of {LIST}: say so in CHANGELOG.md, and run `cargo xtask surface`"
        )),
    }
}

/// Adds the names of an item and of what it holds.
fn walk(index: &Map<String, Value>, id: &Value, place: &str, names: &mut BTreeSet<String>) {
    let Some(item) = index.get(&id.to_string()) else {
        return;
    };
    let inner = &item["inner"];
    if let Some(import) = inner.get("use") {
        if let Some(target) = index.get(&import["id"].to_string())
            && target["inner"].get("module").is_none()
        {
            let name = import["name"].as_str().unwrap_or_default();
            add(index, target, &format!("{place}::{name}"), names);
        }
        return;
    }
    let name = item["name"].as_str().unwrap_or_default();
    let place = match place {
        "" => name.to_owned(),
        place => format!("{place}::{name}"),
    };
    match inner.get("module") {
        Some(module) => {
            if OPERATIONS.contains(&place.as_str()) {
                return;
            }
            for child in module["items"].as_array().into_iter().flatten() {
                walk(index, child, &place, names);
            }
        }
        None => add(index, item, &place, names),
    }
}

/// Adds a type, trait, function or constant, with its fields, variants and methods.
fn add(index: &Map<String, Value>, item: &Value, place: &str, names: &mut BTreeSet<String>) {
    let Some((kind, inner)) = item["inner"]
        .as_object()
        .and_then(|inner| inner.iter().next())
    else {
        return;
    };
    names.insert(format!("{kind} {place}"));
    let parts = ["fields", "variants", "items"].map(|part| &inner[part]);
    let plain = &inner["kind"]["plain"]["fields"];
    for id in parts
        .into_iter()
        .chain([plain])
        .filter_map(Value::as_array)
        .flatten()
    {
        if let Some(part) = index.get(&id.to_string())
            && let Some(name) = part["name"].as_str()
        {
            names.insert(format!("{} {place}::{name}", kind_of(part)));
        }
    }
    for id in inner["impls"].as_array().into_iter().flatten() {
        let Some(of) = index
            .get(&id.to_string())
            .map(|item| &item["inner"]["impl"])
        else {
            continue;
        };
        if !of["trait"].is_null() {
            continue;
        }
        for id in of["items"].as_array().into_iter().flatten() {
            if let Some(method) = index.get(&id.to_string())
                && method["visibility"] == "public"
                && let Some(name) = method["name"].as_str()
            {
                names.insert(format!("{} {place}::{name}", kind_of(method)));
            }
        }
    }
}

fn kind_of(item: &Value) -> &str {
    let kinds = item["inner"].as_object();
    let kind = kinds.and_then(|inner| inner.keys().next());
    kind.map_or("item", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_public_is_listed_by_the_path_that_users_write() {
        let docs = json!({"root": 0, "index": {
            "0": {"name": "sorakit", "inner": {"module": {"items": [1, 9]}}},
            "1": {"name": null, "inner": {"use": {"name": "Client", "id": 2}}},
            "2": {"name": "Client", "inner": {"struct": {"kind": {"plain": {"fields": [3]}}, "impls": [4, 7]}}},
            "3": {"name": "deadline", "inner": {"struct_field": {}}},
            "4": {"inner": {"impl": {"trait": null, "items": [5, 6]}}},
            "5": {"name": "call", "visibility": "public", "inner": {"function": {}}},
            "6": {"name": "hidden", "visibility": "crate", "inner": {"function": {}}},
            "7": {"inner": {"impl": {"trait": {"path": "Clone"}, "items": [8]}}},
            "8": {"name": "clone", "visibility": "default", "inner": {"function": {}}},
            "9": {"name": "api", "inner": {"module": {"items": [10]}}},
            "10": {"name": "sora", "inner": {"module": {"items": [2]}}},
        }});
        let mut names = BTreeSet::new();
        walk(
            docs["index"].as_object().unwrap(),
            &docs["root"],
            "",
            &mut names,
        );
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "function sorakit::Client::call",
                "struct sorakit::Client",
                "struct_field sorakit::Client::deadline",
            ]
        );
    }
}
