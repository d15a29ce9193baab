//! The Python package's facade: models, operations and resources, all typed and
//! documented, written into `bindings-python/python/sorakit`.

mod docs;
mod errors;
mod method;
mod models;
mod operations;
mod resources;
mod surface;
mod types;

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::Generated;
use crate::Outcome;

const PACKAGE: &str = "bindings-python/python/sorakit";
const SHARED: &str = "shared";

/// The first lines of every file.
fn header(about: &str) -> String {
    format!(
        "\"\"\"{about}\n\nWritten by `cargo xtask gen` from the catalogue; changes belong there.\n\"\"\"\n\n"
    )
}

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    let mut files = vec![
        file("errors.py", errors::module(catalog)),
        file("_resource_calls.py", resources::module(catalog)),
        file("_surface.py", surface::module(catalog)),
        file(
            &format!("models/{SHARED}.py"),
            models::module(catalog, SHARED),
        ),
    ];
    for dialect in texts(&catalog["dialects"]) {
        files.push(file(
            &format!("models/{dialect}.py"),
            models::module(catalog, dialect),
        ));
        files.push(file(
            &format!("operations/{dialect}.py"),
            operations::module(catalog, dialect),
        ));
    }
    Ok(files)
}

fn file(name: &str, text: String) -> Generated {
    Generated {
        path: format!("{PACKAGE}/{name}").leak(),
        text,
    }
}

/// The definitions of a scope: a dialect, or what the one interface uses.
fn definitions<'a>(catalog: &'a Value, scope: &str) -> &'a Map<String, Value> {
    static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
    catalog["definitions"][scope].as_object().unwrap_or(&NONE)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    list(value).iter().filter_map(Value::as_str)
}

/// `content_policy` as `ContentPolicy`.
fn camel(name: &str) -> String {
    let pieces = name.split(['_', '-', '.', ' ']);
    pieces
        .map(|piece| match piece.split_at_checked(1) {
            Some((first, rest)) => first.to_uppercase() + rest,
            None => String::new(),
        })
        .collect()
}

/// A string literal.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

/// A name that Python takes: `from` as `from_`, `x-y` as `x_y`.
fn identifier(name: &str) -> String {
    let mut name: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '_' {
                c
            } else {
                '_'
            }
        })
        .collect();
    if KEYWORDS.contains(&name.as_str()) || name == "self" {
        name.push('_');
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    name
}
