//! `_surface.py`: the options of a client, and the properties that hold its resources.

use serde_json::{Value, json};

use super::docs::docstring;
use super::method::{Parameter, parameters};
use super::operations::dialect_name;
use super::text::{camel, definitions, header, identifier, list, texts};
use super::types::Types;

pub fn module(catalog: &Value) -> String {
    let mut text = header("The options of a client, and where its resources are found.");
    text.push_str("from __future__ import annotations\n\n");
    let groups = groups(catalog);
    let mut body = String::new();
    for asynchronous in [false, true] {
        body.push_str(&class(catalog, &groups, asynchronous));
    }
    text.push_str("TYPE_CHECKING = False\nif TYPE_CHECKING:\n");
    text.push_str(
        "    from collections.abc import Callable, Mapping\n    from typing import Any\n\n",
    );
    text.push_str("    from . import resources as _r\n");
    text.push_str("    from ._store import CredentialStore\n");
    text.push_str("    from .models import shared as _m\n");
    for dialect in texts(&catalog["dialects"]) {
        text.push_str(&format!(
            "    from .operations.{dialect} import {}, {}\n",
            dialect_name(dialect, true),
            dialect_name(dialect, false)
        ));
    }
    text.push_str("\nfrom ._async import AsyncCalls\nfrom ._names import named as _named\nfrom ._sync import SyncCalls\n");
    text.push_str("\n__all__ = [\"AsyncSurface\", \"Surface\"]\n");
    text + &body
}

fn groups(catalog: &Value) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for method in list(&catalog["methods"]) {
        let name = method["name"].as_str().unwrap_or_default();
        let group = name.split('.').next().unwrap_or_default();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

fn class(catalog: &Value, groups: &[&str], asynchronous: bool) -> String {
    let prefix = if asynchronous { "Async" } else { "" };
    let calls = if asynchronous {
        "AsyncCalls"
    } else {
        "SyncCalls"
    };
    let mut text = format!(
        "\n\n@_named(\"{prefix}Client\")\nclass {prefix}Surface({calls}):\n    \"\"\"The options and resources of \
         `{prefix}Client`.\"\"\"\n"
    );
    text.push_str(&constructor(catalog));
    text.push_str(&detect(catalog, asynchronous));
    for group in groups {
        let about = format!("The calls on {group}, on whichever dialect the server speaks.");
        let class = format!("{prefix}{}", camel(group));
        text.push_str(&property(
            group,
            &format!("_r.{class}"),
            &about,
            ".resources",
            &class,
        ));
    }
    for dialect in texts(&catalog["dialects"]) {
        let class = dialect_name(dialect, asynchronous);
        let about = format!("Every operation of the `{dialect}` dialect, as its server has it.");
        let module = format!(".operations.{dialect}");
        text.push_str(&property(
            &identifier(dialect),
            &class,
            &about,
            &module,
            &class,
        ));
    }
    text
}

/// The options that matter for detecting a server's dialect.
const DETECTING: &[&str] = &[
    "base_url",
    "access_token",
    "api_key",
    "allow_http",
    "credential_proxy",
    "proxy",
    "ca_file",
    "connect_timeout",
    "timeout",
];

fn detect(catalog: &Value, asynchronous: bool) -> String {
    let mut parameters = options(catalog, &["base_url"]);
    parameters.retain(|parameter| DETECTING.contains(&parameter.name.as_str()));
    super::method::Method {
        asynchronous,
        name: "detect",
        parameters: &parameters,
        returns: "_m.Detection",
        doc: "Tells from a few requests, which change nothing, what dialect a server speaks. What \
              is not given comes from where a client has it.\n\nErrors: `UnsupportedError`, with \
              what was seen, when nothing tells.",
        call: "cls._detect",
        arguments: &["FIELDS"],
    }
    .write_for_class()
}

fn options(catalog: &Value, positional: &[&str]) -> Vec<Parameter> {
    let types = Types {
        definitions: definitions(catalog, "shared"),
        prefix: "_m.",
    };
    let options = json!({ "$ref": "#/definitions/shared/Options" });
    parameters(types, &options, positional)
}

fn constructor(catalog: &Value) -> String {
    let mut parameters = options(catalog, &[]);
    parameters.push(Parameter::own(
        "store",
        "CredentialStore | None = None",
        "Where tokens are kept, in place of `credential_file`.",
    ));
    parameters.push(Parameter::own(
        "on_event",
        "Callable[[dict[str, Any]], object] | None = None",
        "Called, on any thread, with what happens inside calls: a proof of work was solved, a \
         request is sent again, a creation waits for a slot, a token was renewed.",
    ));
    super::method::Method {
        asynchronous: false,
        name: "__init__",
        parameters: &parameters,
        returns: "None",
        doc: "A client with these options; it makes no request. What is not given comes from the \
              environment variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then from \
              the file that `SORAKIT_CONFIG` names, then from the default.",
        call: "self._open",
        arguments: &["FIELDS", "store", "on_event"],
    }
    .write()
}

fn property(name: &str, annotation: &str, about: &str, module: &str, class: &str) -> String {
    format!(
        "\n    @property\n    def {name}(self) -> {annotation}:\n{}        \
         from {module} import {class}\n\n        return self._resource({class})\n",
        docstring(8, about, &[])
    )
}
