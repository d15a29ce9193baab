//! Reading the catalogue, and writing Python.

use std::sync::LazyLock;

use serde_json::{Map, Value};

/// The first lines of every file.
pub fn header(about: &str) -> String {
    format!(
        "\"\"\"{about}\n\nWritten by `cargo xtask gen` from the catalogue; changes belong there.\n\"\"\"\n\n"
    )
}

/// The definitions of a scope: a dialect, or what the one interface uses.
pub fn definitions<'a>(catalog: &'a Value, scope: &str) -> &'a Map<String, Value> {
    static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
    catalog["definitions"][scope].as_object().unwrap_or(&NONE)
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub fn texts(value: &Value) -> impl Iterator<Item = &str> {
    list(value).iter().filter_map(Value::as_str)
}

/// `content_policy` as `ContentPolicy`.
pub fn camel(name: &str) -> String {
    let pieces = name.split(['_', '-', '.', ' ']);
    pieces
        .map(|piece| match piece.split_at_checked(1) {
            Some((first, rest)) => first.to_uppercase() + rest,
            None => String::new(),
        })
        .collect()
}

/// A string literal.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

pub const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

/// A name that Python takes: `from` as `from_`, `x-y` as `x_y`.
pub fn identifier(name: &str) -> String {
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
