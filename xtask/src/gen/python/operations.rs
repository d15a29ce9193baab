//! `operations/<dialect>.py`: every operation of a dialect, as `client.<dialect>.<group>.<verb>`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::docs;
use super::method::{Method, Parameter, parameters, result};
use super::text::{camel, definitions, header, identifier, list, quoted};
use super::types::{Types, referred};

pub fn module(catalog: &Value, dialect: &str) -> String {
    let types = Types {
        definitions: definitions(catalog, dialect),
        prefix: "_m.",
    };
    // In the order of the documents, as the catalogue has them.
    let mut order: Vec<&str> = Vec::new();
    let mut groups: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for operation in list(&catalog["operations"]) {
        if operation["dialect"] != dialect {
            continue;
        }
        let group = group(operation);
        if !groups.contains_key(group) {
            order.push(group);
        }
        groups.entry(group).or_default().push(operation);
    }
    let mut body = String::new();
    for asynchronous in [false, true] {
        for &name in &order {
            body.push_str(&group_class(
                types,
                dialect,
                name,
                &groups[name],
                asynchronous,
            ));
        }
        body.push_str(&dialect_class(dialect, &order, asynchronous));
    }
    let mut text = header(&format!("The operations of the `{dialect}` dialect."));
    text.push_str("from __future__ import annotations\n\n");
    text.push_str(&imports(&body, dialect));
    text.push_str(&format!(
        "\n__all__ = [{}, {}]\n",
        quoted(&dialect_name(dialect, false)),
        quoted(&dialect_name(dialect, true))
    ));
    text + &body
}

/// The imports that a body needs.
pub fn imports(body: &str, models: &str) -> String {
    let mut text = String::from("TYPE_CHECKING = False\nif TYPE_CHECKING:\n");
    if body.contains("builtins.") {
        text.push_str("    import builtins\n");
    }
    let abc: Vec<&str> = [
        "AsyncIterator",
        "Callable",
        "Iterator",
        "Mapping",
        "Sequence",
    ]
    .into_iter()
    .filter(|name| body.contains(&format!("{name}[")) || body.contains(&format!(" {name}[")))
    .collect();
    if !abc.is_empty() {
        text.push_str(&format!(
            "    from collections.abc import {}\n",
            abc.join(", ")
        ));
    }
    if body.contains("datetime") {
        text.push_str("    from datetime import datetime\n");
    }
    let typing: Vec<&str> = ["Any", "Literal"]
        .into_iter()
        .filter(|name| {
            body.split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| word == *name)
        })
        .collect();
    if !typing.is_empty() {
        text.push_str(&format!("    from typing import {}\n", typing.join(", ")));
    }
    text.push('\n');
    let files: Vec<&str> = ["FileLike", "ReferenceLike"]
        .into_iter()
        .filter(|name| body.contains(name))
        .collect();
    text.push_str("    from .._async import AsyncCalls\n");
    if !files.is_empty() {
        text.push_str(&format!("    from .._files import {}\n", files.join(", ")));
    }
    text.push_str("    from .._sync import SyncCalls\n\n");
    let helpers: Vec<String> = ["_each", "_file", "_reference"]
        .into_iter()
        .filter(|name| body.contains(&format!("{name}(")) || body.contains(&format!("({name},")))
        .map(|name| format!("{} as {name}", &name[1..]))
        .collect();
    if !helpers.is_empty() {
        text.push_str(&format!("from .._files import {}\n", helpers.join(", ")));
    }
    if body.contains("_id(") {
        text.push_str("from .._given import id_of as _id\n");
    }
    let readers: Vec<String> = ["_anything", "_nothing"]
        .into_iter()
        .filter(|name| body.contains(name))
        .map(|name| format!("{} as {name}", &name[1..]))
        .collect();
    if !readers.is_empty() {
        text.push_str(&format!("from .._model import {}\n", readers.join(", ")));
    }
    if body.contains("_m.") {
        text.push_str(&format!("from ..models import {models} as _m\n"));
    }
    text
}

fn group(operation: &Value) -> &str {
    name_part(operation, 1)
}

fn name_part(operation: &Value, at: usize) -> &str {
    let name = operation["name"].as_str().unwrap_or_default();
    name.split('.').nth(at).unwrap_or_default()
}

/// The class of a dialect: `Sora`, `AsyncSora`.
pub fn dialect_name(dialect: &str, asynchronous: bool) -> String {
    format!(
        "{}{}",
        if asynchronous { "Async" } else { "" },
        camel(dialect)
    )
}

pub fn client(asynchronous: bool) -> &'static str {
    if asynchronous {
        "AsyncCalls"
    } else {
        "SyncCalls"
    }
}

fn dialect_class(dialect: &str, groups: &[&str], asynchronous: bool) -> String {
    let name = dialect_name(dialect, asynchronous);
    let client = client(asynchronous);
    let mut text =
        format!("\n\nclass {name}:\n    \"\"\"The operations of the `{dialect}` dialect.\"\"\"\n");
    text.push_str(&format!(
        "\n    def __init__(self, client: {client}) -> None:\n"
    ));
    for group in groups {
        let attribute = identifier(group);
        text.push_str(&format!(
            "        self.{attribute} = {name}{}(client)\n        \"\"\"The group `{dialect}.{group}`.\"\"\"\n",
            camel(group)
        ));
    }
    if groups.is_empty() {
        text.push_str("        self._client = client\n");
    }
    text
}

fn group_class(
    types: Types<'_>,
    dialect: &str,
    group: &str,
    operations: &[&Value],
    asynchronous: bool,
) -> String {
    let name = format!("{}{}", dialect_name(dialect, asynchronous), camel(group));
    let client = client(asynchronous);
    let mut text = format!(
        "\n\nclass {name}:\n    \"\"\"The operations `{dialect}.{group}`.\"\"\"\n\n    \
         def __init__(self, client: {client}) -> None:\n        self._client = client\n"
    );
    for operation in operations {
        text.push_str(&operation_methods(types, operation, asynchronous));
    }
    text
}

fn operation_methods(types: Types<'_>, operation: &Value, asynchronous: bool) -> String {
    let request = &operation["request"];
    let mut parameters = parameters(types, request, &[]);
    let full_name = quoted(operation["name"].as_str().unwrap_or_default());
    let object = referred(request).map_or(request, |name| &types.definitions[name]);
    let open =
        object["additionalProperties"] != false && object["additionalProperties"] != Value::Null;
    let extra = open && !parameters.iter().any(|parameter| parameter.name == "extra");
    if extra {
        let about = "Further fields, sent as they are.";
        parameters.push(Parameter::own(
            "extra",
            "Mapping[str, Any] | None = None",
            about,
        ));
    }
    let (returns, read) = result(types, &operation["response"]);
    let mut arguments = vec![full_name.as_str(), "FIELDS", read.as_str()];
    arguments.extend(extra.then_some("extra"));
    let verb = identifier(name_part(operation, 2));
    let source = format!(
        "`{} {}` ({})",
        operation["method"].as_str().unwrap_or_default(),
        operation["path"].as_str().unwrap_or_default(),
        operation["source"].as_str().unwrap_or_default()
    );
    let about = docs::plain(operation["doc"].as_str().unwrap_or_default());
    let doc = format!("{about}\n\n{source}");
    let mut text = Method {
        asynchronous,
        name: &verb,
        parameters: &parameters,
        returns: &returns,
        doc: &doc,
        call: "self._client._call",
        arguments: &arguments,
    }
    .write();
    let iterator = if asynchronous {
        "AsyncIterator"
    } else {
        "Iterator"
    };
    for (key, suffix, how) in [
        ("event", "stream", "The answer comes piece by piece."),
        ("item", "items", "Each item, page after page."),
    ] {
        if operation[key].is_null() {
            continue;
        }
        let (item, read) = result(types, &operation[key]);
        let mut arguments = arguments.clone();
        arguments[2] = &read;
        text.push_str(
            &Method {
                asynchronous,
                name: &format!("{verb}_{suffix}"),
                parameters: &parameters,
                returns: &format!("{iterator}[{item}]"),
                doc: &format!("{about} {how}\n\n{source}"),
                call: "self._client._events",
                arguments: &arguments,
            }
            .write_immediate(),
        );
    }
    if operation["reply"] == "media" {
        let mut arguments = arguments.clone();
        arguments.remove(2);
        text.push_str(
            &Method {
                asynchronous,
                name: &format!("{verb}_stream"),
                parameters: &parameters,
                returns: &format!("{iterator}[bytes]"),
                doc: &format!("{about} Its bytes come piece by piece.\n\n{source}"),
                call: "self._client._content",
                arguments: &arguments,
            }
            .write_immediate(),
        );
    }
    text
}
