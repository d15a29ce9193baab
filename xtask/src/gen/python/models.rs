//! `models/<scope>.py`: a class for each object, an alias for each enumeration.

use serde_json::Value;

use super::docs::{self, docstring};
use super::text::{definitions, header, identifier, list, quoted};
use super::types::{Form, Property, Role, Types, form, is_mapping, properties};

pub fn module(catalog: &Value, scope: &str) -> String {
    let definitions = definitions(catalog, scope);
    let types = Types {
        definitions,
        prefix: "",
    };
    let mut text = header(&match scope {
        "shared" => "The types of the one interface.".into(),
        dialect => format!("The types of the `{dialect}` dialect."),
    });
    let mut body = String::new();
    let mut names = Vec::new();
    // An alias is evaluated where it is defined, so the names in it must come before it.
    let mut aliases = Vec::new();
    for (name, definition) in definitions {
        match form(name, definition) {
            Form::BuiltIn(..) => continue,
            Form::Alias => aliases.push((name, definition)),
            Form::Model => class(&mut body, types, name, definition),
        }
        names.push(name.as_str());
    }
    while !aliases.is_empty() {
        let waiting: Vec<String> = aliases
            .iter()
            .map(|(name, _)| format!("/{name}\""))
            .collect();
        let ready = |definition: &Value| {
            let text = definition.to_string();
            !waiting.iter().any(|name| text.contains(name))
        };
        let next = aliases.iter().position(|(_, definition)| ready(definition));
        let (name, definition) = aliases.remove(next.unwrap_or(0));
        body.push('\n');
        alias(&mut body, types, name, definition);
    }
    if scope == "sora" {
        names.push("OAUTH_CLIENTS");
        body.push_str(&oauth_clients(catalog));
    }
    text.push_str("from __future__ import annotations\n\n");
    // Annotations are never evaluated, and the module of dates is slow to load.
    if body.contains("datetime") {
        text.push_str(
            "TYPE_CHECKING = False\nif TYPE_CHECKING:\n    from datetime import datetime\n\n",
        );
    }
    text.push_str("from typing import Any, Literal\n\n");
    text.push_str(
        "from .._model import Model as _Model\nfrom .._model import default as _default\n\n",
    );
    text.push_str("__all__ = [\n");
    for name in &names {
        text.push_str(&format!("    {},\n", quoted(name)));
    }
    text.push_str("]\n");
    text.push_str(&body);
    unused_imports(text)
}

/// The clients that refresh tokens are issued to.
fn oauth_clients(catalog: &Value) -> String {
    let mut text = "\nOAUTH_CLIENTS: dict[str, str] = {\n".to_owned();
    for (id, uri) in catalog["oauth_clients"].as_object().into_iter().flatten() {
        let uri = uri.as_str().unwrap_or_default();
        text.push_str(&format!("    {}: {},\n", quoted(id), quoted(uri)));
    }
    text.push_str("}\n\"\"\"The documented clients that refresh tokens are issued to: each id with its redirect URI. The first\nis the default.\"\"\"\n");
    text
}

/// Leaves out the imports that this scope does not need.
fn unused_imports(mut text: String) -> String {
    let needs = |text: &str, name: &str| text.matches(name).count() > 1;
    if !needs(&text, "_default") {
        text = text.replace("from .._model import default as _default\n", "");
    }
    if !needs(&text, "_Model") {
        text = text.replace("from .._model import Model as _Model\n\n", "");
    }
    let typing: Vec<&str> = ["Any", "Literal"]
        .into_iter()
        .filter(|name| {
            text.matches(&format!("{name}[")).count() > 0
                || (*name == "Any" && {
                    let body = text.split("__all__").nth(1).unwrap_or_default();
                    body.contains("Any")
                })
        })
        .collect();
    let import = match typing.is_empty() {
        true => String::new(),
        false => format!("from typing import {}\n\n", typing.join(", ")),
    };
    text.replace("from typing import Any, Literal\n\n", &import)
}

fn alias(body: &mut String, types: Types<'_>, name: &str, definition: &Value) {
    body.push_str(&format!(
        "\n{name} = {}\n",
        types.annotation(definition, Role::Result)
    ));
    let mut about = docs::text(definition);
    for one in list(&definition["oneOf"]) {
        if let (Some(word), about_one) = (one["const"].as_str(), docs::text(one))
            && !about_one.is_empty()
        {
            about.push_str(if about.contains("\n- ") { "\n" } else { "\n\n" });
            about.push_str(&format!("- `{word}`: {}", about_one.replace('\n', " ")));
        }
    }
    body.push_str(&docstring(0, &about, &[]));
}

fn class(body: &mut String, types: Types<'_>, name: &str, definition: &Value) {
    let properties: Vec<Property> = properties(definition)
        .into_iter()
        .filter(|property| identifier(&property.name) == property.name)
        .collect();
    body.push_str(&format!("\n\nclass {name}(_Model):\n"));
    let about = docs::text(definition);
    let about = match about.is_empty() {
        true => format!("The type `{name}`."),
        false => about,
    };
    body.push_str(&docstring(4, &about, &[]));
    let nested: Vec<String> = properties
        .iter()
        .filter_map(|property| {
            let model = types.model_in(&property.schema)?;
            let star = if is_mapping(&property.schema) {
                "*"
            } else {
                ""
            };
            Some(format!("{}: \"{star}{model}\"", quoted(&property.name)))
        })
        .collect();
    if !nested.is_empty() {
        body.push_str(&format!("\n    _nested = {{{}}}\n", nested.join(", ")));
    }
    for (set, sign) in [
        ("_secret", "/Secret\""),
        ("_base64", "\"contentEncoding\":\"base64\""),
        ("_times", "/Timestamp\""),
    ] {
        let names: Vec<String> = properties
            .iter()
            .filter(|property| property.schema.to_string().contains(sign))
            .map(|property| quoted(&property.name))
            .collect();
        if !names.is_empty() {
            let names = names.join(", ");
            body.push_str(&format!("\n    {set} = frozenset(({names},))\n"));
        }
    }
    for property in &properties {
        body.push_str(&field(types, property));
    }
}

fn field(types: Types<'_>, property: &Property) -> String {
    let annotation = types.annotation(&property.schema, Role::Result);
    let name = &property.name;
    let default = &property.schema["default"];
    let nullable = annotation == "Any" || annotation.ends_with("None");
    let declared = if property.required {
        format!("{name}: {annotation}")
    } else if nullable {
        format!("{name}: {annotation} = None")
    } else {
        match default {
            Value::Bool(yes) => format!(
                "{name}: {annotation} = {}",
                if *yes { "True" } else { "False" }
            ),
            Value::Number(number) => format!("{name}: {annotation} = {number}"),
            Value::String(text) => format!("{name}: {annotation} = {}", quoted(text)),
            Value::Array(_) if annotation.starts_with("list[") => {
                format!("{name}: {annotation} = _default(factory=list)")
            }
            Value::Object(_) if annotation.starts_with("dict[") => {
                format!("{name}: {annotation} = _default(factory=dict)")
            }
            _ => format!("{name}: {annotation} | None = None"),
        }
    };
    let about = docstring(4, &docs::text(&property.schema), &[]);
    format!("\n    {declared}\n{about}")
}
