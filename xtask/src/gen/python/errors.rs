//! `errors.py`: one exception for each kind of error.

use serde_json::Value;

use super::docs::{docstring, plain};
use super::text::{camel, definitions, header, list, quoted};

pub fn module(catalog: &Value) -> String {
    let mut text =
        header("The exceptions: `SorakitError` and one subclass for each kind of error.");
    text.push_str("from __future__ import annotations\n\n");
    text.push_str("from ._error import SorakitError\n\n");
    let kinds: Vec<&str> = list(&catalog["error_kinds"])
        .iter()
        .filter_map(|kind| kind["kind"].as_str())
        .collect();
    text.push_str("__all__ = [\n    \"SorakitError\",\n");
    for kind in &kinds {
        text.push_str(&format!("    {},\n", quoted(&class(kind))));
    }
    text.push_str("]\n");
    for kind in &kinds {
        text.push_str(&format!("\n\nclass {}(SorakitError):\n", class(kind)));
        text.push_str(&docstring(4, &about(catalog, kind), &[]));
        text.push_str(&format!("\n    kind = {}\n", quoted(kind)));
    }
    text.push_str("\n\nBY_KIND: dict[str, type[SorakitError]] = {\n");
    for kind in &kinds {
        text.push_str(&format!("    {}: {},\n", quoted(kind), class(kind)));
    }
    text.push_str("}\n\"\"\"The exception of each kind.\"\"\"\n");
    text
}

/// `rate_limited` as `RateLimitedError`, and `connection` as `ConnectionError`'s own kind.
pub fn class(kind: &str) -> String {
    let name = camel(kind);
    match name.ends_with("Error") {
        true => name,
        false => format!("{name}Error"),
    }
}

fn about(catalog: &Value, kind: &str) -> String {
    let definition = &definitions(catalog, "shared")["ErrorKind"];
    let of_kind = list(&definition["oneOf"])
        .iter()
        .find(|one| one["const"] == kind);
    let about = of_kind
        .and_then(|one| one["description"].as_str())
        .unwrap_or(kind);
    let hint = list(&catalog["error_kinds"])
        .iter()
        .find(|one| one["kind"] == kind)
        .and_then(|one| one["hint"].as_str());
    match hint {
        Some(hint) => format!("{}\n\n{hint}", plain(about)),
        None => plain(about),
    }
}
