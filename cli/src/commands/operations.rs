//! `sorakit operations`: everything that can be called, and one operation explained.

use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use serde_json::{Map, Value, json};
use sorakit::api::operations;
use sorakit::{Dialect, Error};
use sorakit_bridge::catalog;

use crate::connection::dialect;
use crate::outcome::{Outcome, Report};

/// What `operations` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit operations --dialect sora\n  \
    sorakit operations openai.videos.create\n  \
    sorakit operations --json | jq '.[] | select(.name == \"sora.videos.create\") | .request'")]
pub struct Arguments {
    /// The operation to be explained: what it does, its fields, and how it is called.
    #[arg(add = ArgValueCandidates::new(names))]
    name: Option<String>,
    /// Of this dialect alone.
    #[arg(long, value_name = "NAME", value_parser = dialect())]
    dialect: Option<Dialect>,
    /// Prints a JSON array, with the schemas of requests and answers.
    #[arg(long)]
    pub json: bool,
}

/// The names of all operations, with what each does.
pub(super) fn names() -> Vec<CompletionCandidate> {
    let all = operations().map(|operation| operation.meta.name);
    all.map(CompletionCandidate::new).collect()
}

/// Says that there is no such operation, and names the nearest.
pub(super) fn unknown(name: &str) -> Error {
    let names = || operations().map(|operation| operation.meta.name);
    let dialect = name.split('.').next().unwrap_or_default();
    let near: Vec<_> = names()
        .filter(|known| known.split('.').next() == Some(dialect))
        .collect();
    let what = match (sorakit::text::nearest(name, names()), near.as_slice()) {
        (Some(meant), _) => format!("there is no operation `{name}`; `{meant}` is meant?"),
        (None, []) => format!("there is no operation `{name}`"),
        (None, near) => format!(
            "there is no operation `{name}`; {dialect} has {}",
            near.join(", ")
        ),
    };
    Error::invalid("operation", what).with_hint("`sorakit operations` lists all of them.")
}

pub fn run(arguments: &Arguments) -> Outcome {
    let mut catalog = catalog();
    if let Some(name) = &arguments.name {
        return explain(&catalog, name);
    }
    let mut operations: Vec<Value> = match catalog["operations"].take() {
        Value::Array(operations) => operations,
        _ => Vec::new(),
    };
    if let Some(dialect) = arguments.dialect {
        operations.retain(|operation| operation["dialect"] == dialect.as_str());
    }
    let text = operations.iter().map(line).collect();
    Ok(Report {
        text,
        json: json!(operations),
    })
}

fn line(operation: &Value) -> String {
    let field = |name: &str| operation[name].as_str().unwrap_or_default();
    let doc = field("doc").lines().next().unwrap_or_default();
    let (name, method, path) = (field("name"), field("method"), field("path"));
    format!("{name:<32} {method:<6} {path:<48} {doc}\n")
}

/// What one operation does, its fields, and how it is called.
fn explain(catalog: &Value, name: &str) -> Outcome {
    let all = catalog["operations"].as_array();
    let operation = all.and_then(|all| all.iter().find(|one| one["name"] == name));
    let operation = operation.ok_or_else(|| unknown(name))?;
    let field = |name: &str| operation[name].as_str().unwrap_or_default();
    let request = resolved(catalog, &operation["request"]);
    let none = Map::new();
    let fields = request["properties"].as_object().unwrap_or(&none);
    let required: Vec<&str> = request["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut text = format!(
        "{name}\n{} {}\n\n{}\n",
        field("method"),
        field("path"),
        field("doc")
    );
    if !fields.is_empty() {
        text.push_str("\nFields:\n");
    }
    for (name, schema) in fields {
        let must = match required.contains(&name.as_str()) {
            true => ", required",
            false => "",
        };
        text.push_str(&format!("  {name} ({}{must})\n", kind(catalog, schema)));
        let schema = resolved(catalog, schema);
        let doc = schema["description"].as_str().unwrap_or_default();
        for line in doc.split("\n\n").next().unwrap_or_default().lines() {
            text.push_str(&format!("      {line}\n"));
        }
    }
    let example: Map<String, Value> = required
        .iter()
        .map(|name| {
            let schema = fields.get(*name).unwrap_or(&Value::Null);
            ((*name).to_owned(), example(catalog, schema))
        })
        .collect();
    let given = match example.is_empty() {
        true => String::new(),
        false => format!(" --json '{}'", Value::Object(example)),
    };
    let file = match field("reply") {
        "media" => " -o cat.mp4",
        _ => "",
    };
    text.push_str(&format!("\nExample:\n  sorakit call {name}{given}{file}\n"));
    let json = json!({
        "operation": operation,
        "request": request,
        "response": resolved(catalog, &operation["response"]),
    });
    Ok(Report::of(text, json))
}

/// A schema, or the one that it refers to, with what is said of it here.
fn resolved(catalog: &Value, schema: &Value) -> Value {
    let of_option = schema["anyOf"].as_array().and_then(|kinds| kinds.first());
    let place = of_option.unwrap_or(schema)["$ref"].as_str();
    let target = place.and_then(|place| catalog.pointer(place.trim_start_matches('#')));
    let mut found = target.unwrap_or(schema).clone();
    if let (Some(said), Some(found)) = (schema.get("description"), found.as_object_mut()) {
        found.insert("description".into(), said.clone());
    }
    found
}

/// What kind of value a schema takes, in a word or two.
fn kind(catalog: &Value, schema: &Value) -> String {
    let found = resolved(catalog, schema);
    let words = found["enum"].as_array().cloned();
    let words = words.or_else(|| {
        let each = found["oneOf"].as_array()?.iter();
        each.map(|one| one.get("const").cloned()).collect()
    });
    if let Some(words) = words {
        let words: Vec<_> = words.iter().map(Value::to_string).collect();
        return words.join(" | ");
    }
    let named = match &found["type"] {
        Value::String(name) => name.clone(),
        Value::Array(names) => {
            let names = names.iter().filter_map(Value::as_str);
            names
                .filter(|name| *name != "null")
                .collect::<Vec<_>>()
                .join(" | ")
        }
        _ => "any value".to_owned(),
    };
    match named.as_str() {
        "array" => format!("list of {}", kind(catalog, &found["items"])),
        "string" => "text".into(),
        "boolean" => "true | false".into(),
        "integer" => "whole number".into(),
        _ => named,
    }
}

/// A value of the kind that a schema takes.
fn example(catalog: &Value, schema: &Value) -> Value {
    let found = resolved(catalog, schema);
    match kind(catalog, schema).as_str() {
        "text" => "…".into(),
        "whole number" | "number" => 1.into(),
        "true | false" => true.into(),
        list if list.starts_with("list of") => json!([example(catalog, &found["items"])]),
        "object" | "any value" => {
            let required = found["required"].as_array().into_iter().flatten();
            let fields = required.filter_map(Value::as_str).map(|name| {
                let schema = &found["properties"][name];
                (name.to_owned(), example(catalog, schema))
            });
            Value::Object(fields.collect())
        }
        words => {
            let first = words.split(" | ").next().unwrap_or_default();
            serde_json::from_str(first).unwrap_or_default()
        }
    }
}
