//! JSON Schemas as TypeScript types.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Map, Value};

/// The types of a dialect, or of the one interface.
pub struct Scope<'a> {
    definitions: &'a Map<String, Value>,
    /// The types that a caller writes; any other type is an answer, in which every field is
    /// present.
    given: BTreeSet<&'a str>,
    /// The types that an answer holds.
    answered: BTreeSet<&'a str>,
}

/// Types that the prelude writes by hand.
const BY_HAND: &[&str] = &["FileInput"];

impl<'a> Scope<'a> {
    /// The definitions, and the methods or operations that use them.
    pub fn new(definitions: &'a Map<String, Value>, users: &[&'a Value]) -> Self {
        let mut scope = Self {
            definitions,
            given: BTreeSet::from(["Options"]),
            answered: BTreeSet::new(),
        };
        for user in users {
            collect(definitions, &user["request"], &mut scope.given);
            for answer in ["response", "event", "item"] {
                collect(definitions, &user[answer], &mut scope.answered);
            }
        }
        if let Some(options) = definitions.get("Options") {
            collect(definitions, options, &mut scope.given);
        }
        scope
    }

    /// Writes every type.
    pub fn write(&self, out: &mut String, indent: &str) {
        for (name, schema) in self.definitions {
            if BY_HAND.contains(&name.as_str()) {
                continue;
            }
            out.push('\n');
            let doc = match schema["format"] == "timestamp" {
                true => "A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`.",
                false => schema["description"].as_str().unwrap_or_default(),
            };
            out.push_str(&comment(prose(doc), indent));
            if schema["properties"].is_object() && schema.get("oneOf").is_none() {
                self.write_interface(name, schema, out, indent);
            } else {
                line(
                    out,
                    indent,
                    &format!("export type {name} = {};", of(schema)),
                );
            }
        }
    }

    fn write_interface(&self, name: &str, schema: &Value, out: &mut String, indent: &str) {
        let required: Vec<&str> = schema["required"]
            .as_array()
            .map(|names| names.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        let given = self.given.contains(name);
        let only_given = given && !self.answered.contains(name);
        line(out, indent, &format!("export interface {name} {{"));
        let inner = format!("{indent}  ");
        for (field, schema) in schema["properties"].as_object().into_iter().flatten() {
            let doc = schema["description"].as_str().unwrap_or_default();
            let doc = match given {
                true => with_default(prose(doc)),
                false => prose(doc).to_owned(),
            };
            out.push_str(&comment(&doc, &inner));
            let optional = if given && !required.contains(&field.as_str()) {
                "?"
            } else {
                ""
            };
            let mut kind = of(schema);
            if only_given && schema.to_string().contains("/Timestamp\"") {
                kind = format!("{kind} | number | Date");
            }
            line(out, &inner, &format!("{}{optional}: {kind};", key(field)));
        }
        let open =
            schema["additionalProperties"] == true || schema["additionalProperties"].is_object();
        if open {
            line(
                out,
                &inner,
                "/** Fields that the document does not name. */",
            );
            line(out, &inner, "[field: string]: unknown;");
        }
        line(out, indent, "}");
    }
}

/// Notes every type that is reached from a schema.
fn collect<'a>(
    definitions: &'a Map<String, Value>,
    schema: &'a Value,
    noted: &mut BTreeSet<&'a str>,
) {
    match schema {
        Value::Object(fields) => {
            if let Some(name) = fields.get("$ref").and_then(Value::as_str).map(last)
                && noted.insert(name)
                && let Some(definition) = definitions.get(name)
            {
                collect(definitions, definition, noted);
            }
            let mut inner = fields.values();
            inner
                .by_ref()
                .for_each(|value| collect(definitions, value, noted));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect(definitions, item, noted)),
        _ => {}
    }
}

/// The names of the fields that hold times, in all scopes.
pub fn times(scopes: &Value) -> Vec<String> {
    let mut names = BTreeSet::new();
    let types = scopes.as_object().into_iter().flatten();
    for (_, definition) in types.flat_map(|(_, scope)| scope.as_object().into_iter().flatten()) {
        for (field, schema) in definition["properties"].as_object().into_iter().flatten() {
            if schema.to_string().contains("/Timestamp\"") {
                names.insert(field.clone());
            }
        }
    }
    names.into_iter().collect()
}

/// The type of a schema, within the namespace of its scope.
pub fn of(schema: &Value) -> String {
    if schema["format"] == "timestamp" {
        // The facade writes it as text.
        return "string".into();
    }
    if let Some(reference) = schema["$ref"].as_str() {
        return last(reference).to_owned();
    }
    if let Some(constant) = schema.get("const") {
        return constant.to_string();
    }
    if let Some(values) = schema["enum"].as_array() {
        return union(values.iter().map(ToString::to_string));
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[key].as_array() {
            return union(choices.iter().map(of));
        }
    }
    match &schema["type"] {
        Value::Array(types) => union(types.iter().map(|name| {
            let mut one = schema.clone();
            one["type"] = name.clone();
            of(&one)
        })),
        Value::String(name) => match name.as_str() {
            "integer" | "number" => "number".into(),
            // The facade reads it.
            "string" if schema["contentEncoding"] == "base64" => "Uint8Array".into(),
            "string" => "string".into(),
            "boolean" => "boolean".into(),
            "null" => "null".into(),
            "array" => list(schema),
            "object" => object(schema),
            _ => "unknown".into(),
        },
        _ => "unknown".into(),
    }
}

fn list(schema: &Value) -> String {
    if let Some(items) = schema["prefixItems"].as_array() {
        let items: Vec<_> = items.iter().map(of).collect();
        return format!("[{}]", items.join(", "));
    }
    let item = of(&schema["items"]);
    match item.contains(' ') {
        true => format!("({item})[]"),
        false => format!("{item}[]"),
    }
}

fn object(schema: &Value) -> String {
    let Some(properties) = schema["properties"].as_object() else {
        return match &schema["additionalProperties"] {
            inner @ Value::Object(_) => format!("Record<string, {}>", of(inner)),
            _ => "Record<string, unknown>".into(),
        };
    };
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let fields: Vec<_> = properties
        .iter()
        .map(|(name, schema)| {
            let optional = if required.iter().any(|field| field == name) {
                ""
            } else {
                "?"
            };
            format!("{}{optional}: {}", key(name), of(schema))
        })
        .collect();
    format!("{{ {} }}", fields.join("; "))
}

fn union(choices: impl Iterator<Item = String>) -> String {
    let mut seen = Vec::new();
    for choice in choices {
        if !seen.contains(&choice) {
            seen.push(choice);
        }
    }
    if seen.iter().any(|choice| choice == "unknown") {
        return "unknown".into();
    }
    seen.join(" | ")
}

/// The type of a schema as it is named from outside its dialect's namespace.
pub fn reference(schema: &Value, dialect: &str) -> String {
    let name = of(schema);
    let (name, array) = match name.strip_suffix("[]") {
        Some(name) => (name.to_owned(), "[]"),
        None => (name, ""),
    };
    let declared = schema["$ref"].is_string() || schema["items"]["$ref"].is_string();
    match declared && !dialect.is_empty() && !BY_HAND.contains(&name.as_str()) {
        true => format!("{dialect}.{name}{array}"),
        false if name == "null" => "void".into(),
        false => format!("{name}{array}"),
    }
}

/// The parameters of a method, with the comma before the options. They are optional when
/// none is required.
pub fn parameters(catalog: &Value, schema: &Value, dialect: &str) -> String {
    let pointer = schema["$ref"]
        .as_str()
        .unwrap_or_default()
        .trim_start_matches('#');
    let definition = catalog.pointer(pointer).unwrap_or(schema);
    let required = definition["required"]
        .as_array()
        .is_some_and(|names| !names.is_empty());
    let optional = if required { "" } else { "?" };
    format!("params{optional}: {}, ", reference(schema, dialect))
}

/// The names of the fields of a request.
pub fn fields(catalog: &Value, schema: &Value) -> Vec<String> {
    let pointer = schema["$ref"].as_str().unwrap_or_default();
    let definition = catalog.pointer(pointer.trim_start_matches('#'));
    let fields = definition.and_then(|definition| definition["properties"].as_object());
    fields
        .into_iter()
        .flat_map(|fields| fields.keys().cloned())
        .collect()
}

/// A name in PascalCase.
pub fn pascal(name: &str) -> String {
    name.split('_')
        .map(|word| {
            let mut letters = word.chars();
            match letters.next() {
                Some(first) => first.to_uppercase().collect::<String>() + letters.as_str(),
                None => String::new(),
            }
        })
        .collect()
}

/// A documentation comment.
pub fn comment(text: &str, indent: &str) -> String {
    let text = text.trim().replace("*/", "*\\/");
    let mut out = String::new();
    match text.lines().count() {
        0 => {}
        1 => line(&mut out, indent, &format!("/** {text} */")),
        _ => {
            line(&mut out, indent, "/**");
            for text in text.lines() {
                line(&mut out, indent, format!(" * {text}").trim_end());
            }
            line(&mut out, indent, " */");
        }
    }
    out
}

/// A description without its examples, which are Rust.
fn prose(text: &str) -> &str {
    text.split("\n```").next().unwrap_or_default()
}

/// A description whose sentence `Default: …` is told as editors know it.
fn with_default(text: &str) -> String {
    let Some((before, after)) = text.split_once("Default:") else {
        return text.to_owned();
    };
    let end = [". ", ".\n"].iter().filter_map(|end| after.find(end)).min();
    let (value, rest) = match end {
        Some(end) => (&after[..end], after[end + 1..].trim_start()),
        None => (after.trim_end().trim_end_matches('.'), ""),
    };
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let quoted = value
        .strip_prefix('`')
        .and_then(|text| text.strip_suffix('`'));
    let value = match quoted.filter(|text| !text.contains('`')) {
        Some(text) => format!("\"{text}\""),
        None => value,
    };
    let left = format!("{} {rest}", before.trim_end());
    format!("{}\n\n@default {value}", left.trim())
}

pub(super) fn key(name: &str) -> String {
    let plain = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
    match plain && !name.starts_with(|c: char| c.is_ascii_digit()) {
        true => name.to_owned(),
        false => format!("\"{name}\""),
    }
}

fn last(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or_default()
}

fn line(out: &mut String, indent: &str, text: &str) {
    writeln!(out, "{indent}{text}").expect("writing to a string");
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn schemas_are_types() {
        for (schema, expected) in [
            (json!({"type": ["string", "null"]}), "string | null"),
            (json!({"enum": ["a", "b"]}), "\"a\" | \"b\""),
            (json!({"const": 15}), "15"),
            (json!({"$ref": "#/definitions/sora/Draft"}), "Draft"),
            (
                json!({"type": "array", "items": {"anyOf": [{"type": "integer"}, {"type": "null"}]}}),
                "(number | null)[]",
            ),
            (
                json!({"type": "object", "properties": {"a-b": {"type": "boolean"}}}),
                "{ \"a-b\"?: boolean }",
            ),
            (
                json!({"type": "object", "additionalProperties": {"type": "string"}}),
                "Record<string, string>",
            ),
            (
                json!({"type": "string", "contentEncoding": "base64"}),
                "Uint8Array",
            ),
            (json!({}), "unknown"),
        ] {
            assert_eq!(of(&schema), expected, "{schema}");
        }
    }

    #[test]
    fn a_request_may_leave_out_what_an_answer_always_has() {
        let definitions = json!({
            "Ask": {"type": "object", "properties": {"a": {"type": "string"}}},
            "Told": {"type": "object", "properties": {"a": {"type": "string"}}},
        });
        let user = json!({"request": {"$ref": "#/definitions/Ask"}});
        let users = [&user];
        let mut out = String::new();
        Scope::new(definitions.as_object().unwrap(), &users).write(&mut out, "");
        assert!(out.contains("interface Ask {\n  a?: string;"), "{out}");
        assert!(out.contains("interface Told {\n  a: string;"), "{out}");
    }

    #[test]
    fn a_default_is_told_as_editors_know_it() {
        for (text, expected) in [
            ("A size.", "A size."),
            ("How many. Default: 1.", "How many.\n\n@default 1"),
            (
                "Kept or not. Default: false. For your own.",
                "Kept or not. For your own.\n\n@default false",
            ),
            ("When. Default:\n`0,3`.", "When.\n\n@default \"0,3\""),
            (
                "A host. Default: the origin of\n`base_url`.",
                "A host.\n\n@default the origin of `base_url`",
            ),
        ] {
            assert_eq!(with_default(text), expected);
        }
    }

    #[test]
    fn a_comment_cannot_end_itself() {
        assert_eq!(comment("a */ b", ""), "/** a *\\/ b */\n");
        assert_eq!(comment("a\n\nb", ""), "/**\n * a\n *\n * b\n */\n");
    }
}
