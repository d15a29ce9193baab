//! Swift.

use std::fmt::Write;

use super::names::{HEADER, camel, pascal};
use super::schema::{Call, Choice, Definition, Field, Form, Scope, Type};
use super::words::OAUTH_CLIENTS;

/// Words that Swift keeps for itself where a name is declared.
const KEYWORDS: &[&str] = &[
    "as",
    "associatedtype",
    "break",
    "case",
    "catch",
    "class",
    "continue",
    "default",
    "defer",
    "deinit",
    "do",
    "else",
    "enum",
    "extension",
    "fallthrough",
    "false",
    "fileprivate",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "inout",
    "internal",
    "is",
    "let",
    "nil",
    "operator",
    "private",
    "protocol",
    "public",
    "repeat",
    "rethrows",
    "return",
    "self",
    "static",
    "struct",
    "subscript",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "typealias",
    "var",
    "where",
    "while",
];

/// The clients that refresh tokens are issued to.
pub fn oauth_clients(clients: &serde_json::Value) -> String {
    let mut out = format!(
        "\nextension Sora {{\n    /// {OAUTH_CLIENTS}\n    public static let oauthClients: [String: String] = [\n"
    );
    for (id, uri) in clients.as_object().into_iter().flatten() {
        line(&mut out, &format!("        \"{id}\": {uri},"));
    }
    out.push_str("    ]\n}\n");
    out
}

/// The types and resources of a scope.
pub fn write(scope: &Scope) -> String {
    let mut out = format!("{HEADER}\nimport Foundation\n");
    let indent = match scope.is_shared() {
        true => "",
        false => {
            let (name, class) = (&scope.name, pascal(&scope.name));
            line(
                &mut out,
                &format!("\n/// The types of the dialect `{name}`.\npublic enum {class} {{"),
            );
            "    "
        }
    };
    for definition in &scope.definitions {
        define(definition, indent, &mut out);
    }
    if !scope.is_shared() {
        line(&mut out, "}");
    }
    for (group, calls) in &scope.groups {
        resource(scope, group, calls, &mut out);
    }
    if !scope.is_shared() {
        let class = format!("{}Operations", pascal(&scope.name));
        line(
            &mut out,
            &format!(
                "\n/// The operations of the dialect `{}`, one method an endpoint.",
                scope.name
            ),
        );
        line(
            &mut out,
            &format!("public struct {class}: Sendable {{\n    let client: Client"),
        );
        for (group, _) in &scope.groups {
            let (name, class) = (name(group), resource_class(scope, group));
            line(
                &mut out,
                &format!(
                    "    /// `{}.{group}`.\n    public var {name}: {class} {{ {class}(client: client) }}",
                    scope.name
                ),
            );
        }
        line(&mut out, "}");
    }
    out
}

/// The dialects of a client.
pub fn client(scopes: &[Scope]) -> String {
    let mut out = String::from(HEADER);
    line(&mut out, "\nextension Client {");
    for scope in scopes.iter().filter(|scope| !scope.is_shared()) {
        let (name, class) = (&scope.name, pascal(&scope.name));
        line(
            &mut out,
            &format!(
                "    /// The operations of the dialect `{name}`.\n    public var {name}: {class}Operations {{ {class}Operations(client: self) }}"
            ),
        );
    }
    line(&mut out, "}");
    out
}

/// Every operation through its typed method, for the contract's vectors.
pub fn typed_calls(scopes: &[Scope]) -> String {
    let mut out = String::from(HEADER);
    line(&mut out, "\n@testable import Sorakit\n");
    line(
        &mut out,
        "/// Calls an operation through its typed method, with these fields.",
    );
    line(
        &mut out,
        "func typedCall(_ client: Client, _ name: String, _ fields: Json) async throws -> Json {\n    switch name {",
    );
    for scope in scopes.iter().filter(|scope| !scope.is_shared()) {
        for (group, calls) in &scope.groups {
            for call in calls {
                let given = match &call.request {
                    Some((class, _)) => {
                        format!("{}.{}(json: fields)", pascal(&scope.name), class_of(class))
                    }
                    None => String::new(),
                };
                let (group, verb) = (name(group), name(&call.verb));
                let called = format!("try await client.{}.{group}.{verb}({given})", scope.name);
                let body = match call.response {
                    Type::Nothing => format!("{called}; return .null"),
                    _ => format!("return {called}.asJson"),
                };
                line(
                    &mut out,
                    &format!("    case {}: {body}", literal(&call.name)),
                );
            }
        }
    }
    line(
        &mut out,
        "    default: throw Failed(\"there is no operation \\(name)\")\n    }\n}",
    );
    out
}

/// A type's name: Swift has a `Character` of its own.
fn class_of(name: &str) -> &str {
    match name {
        // A job knows its client; these are its fields.
        "Job" => "JobFields",
        "Character" => "VideoCharacter",
        name => name,
    }
}

fn define(definition: &Definition, indent: &str, out: &mut String) {
    out.push('\n');
    comment(&definition.doc, indent, out);
    let class = class_of(&definition.name);
    let mut body = String::new();
    match &definition.form {
        Form::Record {
            fields,
            given,
            open,
        } => record(class, fields, *given, *open, &mut body),
        Form::Words { words, open: false } => {
            line(
                &mut body,
                &format!("public enum {class}: String, Word, CaseIterable {{"),
            );
            for (word, doc) in words {
                comment(doc, "    ", &mut body);
                line(
                    &mut body,
                    &format!("    case {} = {}", name(word), literal(word)),
                );
            }
            line(&mut body, "}");
        }
        Form::Words { words, open: true } => {
            line(&mut body, &format!("public struct {class}: OpenWord {{"));
            line(
                &mut body,
                "    public let rawValue: String\n    public init(rawValue: String) { self.rawValue = rawValue }",
            );
            for (word, doc) in words {
                comment(doc, "    ", &mut body);
                line(
                    &mut body,
                    &format!(
                        "    public static let {} = {class}(rawValue: {})",
                        name(word),
                        literal(word)
                    ),
                );
            }
            line(&mut body, "}");
        }
        Form::Union { choices, fields } => union(class, choices, fields, &mut body),
    }
    for text in body.lines() {
        line(out, format!("{indent}{text}").trim_end());
    }
}

const HELD: &str = "    public let json: Json\n    public init(json: Json) { self.json = json }";

fn record(class: &str, fields: &[Field], given: bool, open: bool, out: &mut String) {
    line(out, &format!("public struct {class}: Record {{\n{HELD}"));
    if given {
        // A field of its own takes their place.
        let extra = open && !fields.iter().any(|field| field.name == "extra");
        let mut parameters: Vec<_> = fields.iter().map(parameter).collect();
        if extra {
            parameters.push("extra: [String: Json] = [:]".into());
        }
        if parameters.is_empty() {
            line(out, "    public init() { self.init(json: .object([:])) }");
        } else {
            line(
                out,
                &format!(
                    "    public init({}) {{\n        var given = Fields()",
                    parameters.join(", ")
                ),
            );
            for field in fields {
                line(
                    out,
                    &format!(
                        "        given.add({}, {})",
                        literal(&field.name),
                        name(&field.name)
                    ),
                );
            }
            if extra {
                line(out, "        given.add(extra)");
            }
            line(out, "        self.init(json: given.json)\n    }");
        }
    }
    properties(fields, out);
    line(out, "}");
}

fn properties(fields: &[Field], out: &mut String) {
    for field in fields {
        comment(&field.doc, "    ", out);
        let suffix = if field.optional { "?" } else { "" };
        line(
            out,
            &format!(
                "    public var {}: {}{suffix} {{ read({}) }}",
                name(&field.name),
                of(&field.typed, ""),
                literal(&field.name)
            ),
        );
    }
}

fn parameter(field: &Field) -> String {
    let (name, of) = (name(&field.name), of(&field.typed, ""));
    match field.optional {
        true => format!("{name}: {of}? = nil"),
        false => format!("{name}: {of}"),
    }
}

fn union(class: &str, choices: &[Choice], fields: &[Field], out: &mut String) {
    line(out, &format!("public struct {class}: Union {{\n{HELD}"));
    for choice in choices {
        match choice {
            Choice::Of(Type::Json) => {}
            Choice::Of(typed) => line(
                out,
                &format!(
                    "    public init(_ value: {}) {{ self.init(json: value.asJson) }}",
                    of(typed, "")
                ),
            ),
            Choice::Object {
                name: choice,
                doc,
                fixed,
                fields,
            } => {
                comment(doc, "    ", out);
                let parameters: Vec<_> = fields.iter().map(parameter).collect();
                line(
                    out,
                    &format!(
                        "    public static func {}({}) -> {class} {{\n        var given = Fields()",
                        name(choice),
                        parameters.join(", ")
                    ),
                );
                for (name, word) in fixed {
                    line(
                        out,
                        &format!("        given.add({}, {})", literal(name), literal(word)),
                    );
                }
                for field in fields {
                    line(
                        out,
                        &format!(
                            "        given.add({}, {})",
                            literal(&field.name),
                            name(&field.name)
                        ),
                    );
                }
                line(
                    out,
                    &format!("        return {class}(json: given.json)\n    }}"),
                );
            }
        }
    }
    properties(fields, out);
    line(out, "}");
}

fn resource_class(scope: &Scope, group: &str) -> String {
    match scope.is_shared() {
        true => format!("{}Methods", pascal(group)),
        false => format!("{}{}", pascal(&scope.name), pascal(group)),
    }
}

fn resource(scope: &Scope, group: &str, calls: &[Call], out: &mut String) {
    let class = resource_class(scope, group);
    let what = match scope.is_shared() {
        true => format!("`{group}` of the one interface."),
        false => format!("`{}.{group}`.", scope.name),
    };
    line(
        out,
        &format!("\n/// {what}\npublic struct {class}: Sendable {{\n    let client: Client"),
    );
    for call in calls {
        method(scope, call, out);
    }
    line(out, "}");
}

fn method(scope: &Scope, call: &Call, out: &mut String) {
    let place = match scope.is_shared() {
        true => String::new(),
        false => format!("{}.", pascal(&scope.name)),
    };
    out.push('\n');
    comment(&call.doc, "    ", out);
    let (given, fields) = match &call.request {
        None => (String::new(), ".object([:])".to_owned()),
        Some((class, false)) => (format!("_ request: {place}{class}"), "request.json".into()),
        Some((class, true)) => (
            format!("_ request: {place}{class} = .init()"),
            "request.json".into(),
        ),
    };
    let verb = name(&call.verb);
    let called = format!("try await client.call(\"{}\", {fields})", call.name);
    let (result, body) = match (&call.response, call.optional) {
        (Type::Nothing, _) => (String::new(), format!("_ = {called}")),
        (Type::Named(name), optional)
            if scope.is_shared() && (name == "Job" || name == "JobPage") =>
        {
            match optional {
                false => (format!(" -> {name}"), format!("{name}(client, {called})")),
                true => (
                    format!(" -> {name}?"),
                    format!("{called}.orNil.map {{ {name}(client, $0) }}"),
                ),
            }
        }
        (typed, optional) => {
            let of = of(typed, &place) + if optional { "?" } else { "" };
            (format!(" -> {of}"), format!("read({called})"))
        }
    };
    line(
        out,
        &format!("    public func {verb}({given}) async throws{result} {{\n        {body}\n    }}"),
    );
    if let Some(event) = &call.event {
        line(
            out,
            &format!(
                "\n    /// As `{}`, piece by piece. Leaving the loop ends it.\n    public func stream({given}) throws -> Pieces<{}> {{\n        try client.pieces(\"{}\", {fields})\n    }}",
                call.verb,
                of(event, &place),
                call.name
            ),
        );
    }
    if let Some(item) = &call.item {
        line(
            out,
            &format!(
                "\n    /// Each item of `{}`, page after page.\n    public func {}Items({given}) throws -> Pieces<{}> {{\n        try client.pieces(\"{}\", {fields})\n    }}",
                call.verb,
                camel(&call.verb),
                of(item, &place),
                call.name
            ),
        );
    }
    if call.is_media {
        line(
            out,
            &format!(
                "\n    /// As `{}`, as a stream of bytes, however long the file is.\n    public func stream({given}) async throws -> FileStream {{\n        try await client.content(\"{}\", {fields})\n    }}",
                call.verb, call.name
            ),
        );
    }
}

/// A type as Swift has it, named from outside its dialect with `place` before it.
fn of(typed: &Type, place: &str) -> String {
    match typed {
        Type::Json => "Json".into(),
        Type::Text => "String".into(),
        Type::Integer => "Int".into(),
        Type::Number => "Double".into(),
        Type::Bool => "Bool".into(),
        Type::Bytes => "Data".into(),
        Type::Nothing => "Void".into(),
        Type::Named(name) if name == "FileInput" => "FileInput".into(),
        Type::Named(name) => format!("{place}{}", class_of(name)),
        Type::List(item) => format!("[{}]", of(item, place)),
        Type::Map(item) => format!("[String: {}]", of(item, place)),
    }
}

fn name(name: &str) -> String {
    let name = camel(name);
    match KEYWORDS.contains(&name.as_str()) {
        true => format!("`{name}`"),
        false => name,
    }
}

/// A text as Swift quotes it.
fn literal(text: &str) -> String {
    format!("{text:?}")
}

fn comment(text: &str, indent: &str, out: &mut String) {
    for text in text.trim().lines() {
        line(out, format!("{indent}/// {text}").trim_end());
    }
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").expect("writing to a string");
}
