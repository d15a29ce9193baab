//! The types and the list of operations that the Node and browser packages share.

mod example;
mod schema;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::Generated;
use crate::Outcome;
use schema::{Scope, comment, pascal};

const HEADER: &str = "// Made from the catalogue by `cargo xtask gen`. Do not edit.\n";

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    Ok(vec![
        Generated {
            path: "bindings-node/lib/types.d.ts",
            text: types(catalog)?,
        },
        Generated {
            path: "bindings-node/lib/names.js",
            text: names(catalog)?,
        },
        Generated {
            path: "bindings-node/lib/errors.js",
            text: error_classes(catalog)?,
        },
    ])
}

/// The names of methods and operations, from which the facade makes its resources. Types
/// say the rest.
fn names(catalog: &Value) -> Outcome<String> {
    let name = |entry: &Value| entry["name"].as_str().unwrap_or_default().to_owned();
    let methods: Vec<_> = entries(catalog, "methods")?.iter().map(name).collect();
    let (with_id, with_id_and_more) = with_id(catalog)?;
    let operations = entries(catalog, "operations")?;
    let streamed = operations.iter().filter(|entry| entry["event"].is_object());
    let streamed: Vec<_> = streamed.map(name).collect();
    let paged = operations.iter().filter(|entry| entry["item"].is_object());
    let paged: Vec<_> = paged.map(name).collect();
    let media = operations.iter().filter(|entry| entry["reply"] == "media");
    let media: Vec<_> = media.map(name).collect();
    let operations: Vec<_> = operations.iter().map(name).collect();
    let times = schema::times(&catalog["definitions"]);
    let mut out = String::from(HEADER);
    for (constant, names) in [
        ("METHODS", methods),
        ("WITH_ID", with_id),
        ("WITH_ID_AND_MORE", with_id_and_more),
        ("OPERATIONS", operations),
        ("STREAMED", streamed),
        ("PAGED", paged),
        ("MEDIA", media),
        ("TIMES", times),
    ] {
        let names = names.join("\n");
        writeln!(
            out,
            "\nexport const {constant} = `\n{names}\n`.trim().split(\"\\n\");"
        )
        .expect("writing to a string");
    }
    let clients = serde_json::to_string_pretty(&catalog["oauth_clients"]);
    let clients = clients.map_err(|error| error.to_string())?;
    writeln!(
        out,
        "\nexport const OAUTH_CLIENTS = Object.freeze({clients});"
    )
    .expect("writing to a string");
    Ok(out)
}

/// The methods that concern one thing by its id, and those among them that take more.
fn with_id(catalog: &Value) -> Outcome<(Vec<String>, Vec<String>)> {
    let (mut all, mut more) = (Vec::new(), Vec::new());
    for method in entries(catalog, "methods")? {
        let name = method["name"].as_str().unwrap_or_default();
        let fields = schema::fields(catalog, &method["request"]);
        if fields.iter().any(|field| field == "id") {
            all.push(name.to_owned());
            if fields.len() > 1 {
                more.push(name.to_owned());
            }
        }
    }
    Ok((all, more))
}

/// A class for each kind of error.
fn error_classes(catalog: &Value) -> Outcome<String> {
    let mut out = String::from(HEADER);
    out.push_str("\nimport { SorakitError } from \"./error.js\";\n\n");
    let mut by_kind = String::new();
    for kind in entries(catalog, "error_kinds")? {
        let kind = kind["kind"].as_str().unwrap_or_default();
        let class = pascal(kind);
        writeln!(out, "export class {class}Error extends SorakitError {{}}")
            .and_then(|()| writeln!(by_kind, "  {kind}: {class}Error,"))
            .expect("writing to a string");
    }
    write!(
        out,
        "\n/** The class of each kind. */\nexport const ERRORS = {{\n{by_kind}}};\n"
    )
    .expect("writing to a string");
    Ok(out)
}

fn entries<'a>(catalog: &'a Value, list: &str) -> Outcome<&'a Vec<Value>> {
    catalog[list]
        .as_array()
        .ok_or_else(|| format!("the catalogue has no `{list}`"))
}

fn types(catalog: &Value) -> Outcome<String> {
    let mut out = String::from(HEADER);
    out.push_str(PRELUDE);
    let methods = entries(catalog, "methods")?;
    let operations = entries(catalog, "operations")?;
    let definitions = catalog["definitions"]
        .as_object()
        .ok_or("the catalogue has no `definitions`")?;
    for (name, definitions) in definitions {
        let definitions = definitions
            .as_object()
            .ok_or("the catalogue's definitions are malformed")?;
        let users: Vec<&Value> = match name.as_str() {
            "shared" => methods.iter().collect(),
            dialect => operations
                .iter()
                .filter(|operation| operation["dialect"] == dialect)
                .collect(),
        };
        let scope = Scope::new(definitions, &users);
        if name == "shared" {
            scope.write(&mut out, "");
        } else {
            writeln!(out, "\nexport namespace {} {{", name).expect("writing to a string");
            scope.write(&mut out, "  ");
            out.push_str("}\n");
        }
    }
    errors(catalog, &mut out)?;
    resources(catalog, "", methods, &mut out);
    let mut clients = String::new();
    for dialect in entries(catalog, "dialects")?
        .iter()
        .filter_map(Value::as_str)
    {
        let own: Vec<Value> = operations
            .iter()
            .filter(|operation| operation["dialect"] == dialect)
            .cloned()
            .collect();
        if own.is_empty() {
            continue;
        }
        let groups = resources(catalog, dialect, &own, &mut out);
        let class = format!("{}Operations", pascal(dialect));
        writeln!(out, "\n/** The operations of the dialect `{dialect}`, one method an endpoint. */\nexport interface {class} {{").expect("writing to a string");
        for (group, interface) in groups {
            writeln!(out, "  readonly {group}: {interface};").expect("writing to a string");
        }
        out.push_str("}\n");
        writeln!(
            clients,
            "  /** The operations of the dialect `{dialect}`. */\n  readonly {dialect}: {class};"
        )
        .expect("writing to a string");
    }
    write!(out, "\n/** Every dialect's operations, as endpoints. */\nexport interface DialectOperations {{\n{clients}}}\n").expect("writing to a string");
    Ok(out)
}

/// The kinds of error, and a class for each.
fn errors(catalog: &Value, out: &mut String) -> Outcome {
    out.push('\n');
    for kind in entries(catalog, "error_kinds")? {
        let name = kind["kind"].as_str().unwrap_or_default();
        let hint = kind["hint"].as_str().unwrap_or("See the message.");
        writeln!(
            out,
            "/** `{name}`. {hint} */\nexport class {}Error extends SorakitError {{}}",
            pascal(name)
        )
        .expect("writing to a string");
    }
    out.push_str(
        "\n/** The class of each kind. */\n\
         export const ERRORS: Readonly<Record<ErrorKind, typeof SorakitError>>;\n",
    );
    Ok(())
}

/// Writes one interface per resource (`videos`, `images`, …) of a dialect, or of the one
/// interface when `dialect` is empty. Returns their names.
fn resources(
    catalog: &Value,
    dialect: &str,
    entries: &[Value],
    out: &mut String,
) -> BTreeMap<String, String> {
    let mut groups: BTreeMap<String, String> = BTreeMap::new();
    let mut bodies: BTreeMap<String, String> = BTreeMap::new();
    for entry in entries {
        let full = entry["name"].as_str().unwrap_or_default();
        let name = full.strip_prefix(&format!("{dialect}.")).unwrap_or(full);
        let (group, verb) = name.split_once('.').unwrap_or(("", name));
        let interface = match dialect {
            "" => format!("{}Methods", pascal(group)),
            dialect => format!("{}{}", pascal(dialect), pascal(group)),
        };
        let body = bodies.entry(group.to_owned()).or_default();
        let mut doc = entry["doc"].as_str().unwrap_or_default().to_owned();
        if let (Some(method), Some(path)) = (entry["method"].as_str(), entry["path"].as_str()) {
            write!(doc, "\n\n`{method} {path}`").expect("writing to a string");
            doc.push_str(&example::of(full));
        }
        body.push_str(&comment(&doc, "  "));
        let parameters = schema::parameters(catalog, &entry["request"], dialect);
        let response = schema::reference(&entry["response"], dialect);
        writeln!(
            body,
            "  {verb}({parameters}options?: CallOptions): Promise<{response}>;"
        )
        .expect("writing to a string");
        let fields = schema::fields(catalog, &entry["request"]);
        if dialect.is_empty() && fields.iter().any(|field| field == "id") {
            let request = schema::reference(&entry["request"], dialect);
            let one = if group == "characters" {
                "Character"
            } else {
                "Job"
            };
            let more = match fields.len() {
                1 => String::new(),
                _ => {
                    let is_needed = full.ends_with(".remix");
                    let optional = if is_needed { "" } else { "?" };
                    format!("params{optional}: Omit<{request}, \"id\">, ")
                }
            };
            writeln!(
                body,
                "  {verb}(one: {one} | string, {more}options?: CallOptions): Promise<{response}>;"
            )
            .expect("writing to a string");
        }
        if entry["event"].is_object() {
            let event = schema::reference(&entry["event"], dialect);
            writeln!(
                body,
                "  /** As `{verb}`, piece by piece. Leaving the loop ends it. */\n  \
                 stream({parameters}options?: CallOptions): AsyncGenerator<{event}, void, void>;"
            )
            .expect("writing to a string");
        }
        if entry["item"].is_object() {
            let item = schema::reference(&entry["item"], dialect);
            writeln!(
                body,
                "  /** Each item of `{verb}`, page after page. */\n  \
                 {verb}_items({parameters}options?: CallOptions): AsyncGenerator<{item}, void, void>;"
            )
            .expect("writing to a string");
        }
        if entry["reply"] == "media" {
            writeln!(
                body,
                "  /** As `{verb}`, as a stream of bytes, however long the file is. */\n  \
                 stream({parameters}options?: CallOptions): Promise<ReadableStream<Uint8Array>>;"
            )
            .expect("writing to a string");
        }
        groups.insert(group.to_owned(), interface);
    }
    for (group, body) in bodies {
        writeln!(out, "\nexport interface {} {{\n{body}}}", groups[&group])
            .expect("writing to a string");
    }
    groups
}

const PRELUDE: &str = r#"
/** Bytes to send. A stream goes by way of a temporary file. */
export type Bytes = Uint8Array | ArrayBuffer | Blob | AsyncIterable<Uint8Array>;

/**
 * A file to send: bytes, a Blob or File, a stream, or (not in a browser) a path
 * as `{ path }`. What it is, is told by its content.
 */
export type FileInput =
  | Bytes
  | { data: Bytes; filename: string }
  | { path: string | URL | Uint8Array }
  | { base64: string; filename?: string };

/** How one call is made. */
export interface CallOptions {
  /** Ends the call at once when it is aborted, also while it waits. */
  signal?: AbortSignal;
}

/** What failed, on which operation, and what to do about it. */
export class SorakitError extends Error {
  constructor(report: ErrorReport, cause?: unknown);
  /** The class, such as `rate_limited`. */
  readonly kind: ErrorKind;
  /** The operation, such as `sora.videos.create`. */
  readonly operation: string | null;
  /** The server's own code. */
  readonly code: string | null;
  /** The HTTP status. */
  readonly status: number | null;
  /** The server's id of the request. */
  readonly request_id: string | null;
  /** How long the server asked to wait, in seconds. */
  readonly retry_after: number | null;
  /** Whether trying again later may succeed without any change. */
  readonly retryable: boolean;
  /** The field that was refused. */
  readonly field: string | null;
  /** The job it is about; it can be resumed by this id. */
  readonly job_id: string | null;
}
"#;
