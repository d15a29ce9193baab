//! Kotlin.

use std::fmt::Write;

use super::names::{HEADER, camel, capitals, pascal};
use super::schema::{Call, Choice, Definition, Field, Form, Scope, Type};
use super::words::OAUTH_CLIENTS;

/// Words that Kotlin keeps for itself.
const KEYWORDS: &[&str] = &[
    "as",
    "break",
    "class",
    "continue",
    "do",
    "else",
    "false",
    "for",
    "fun",
    "if",
    "in",
    "interface",
    "is",
    "null",
    "object",
    "package",
    "return",
    "super",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "typeof",
    "val",
    "var",
    "when",
    "while",
];

/// The clients that refresh tokens are issued to.
pub fn oauth_clients(clients: &serde_json::Value) -> String {
    let mut out =
        format!("\n/** {OAUTH_CLIENTS} */\nval OAUTH_CLIENTS: Map<String, String> = mapOf(\n");
    for (id, uri) in clients.as_object().into_iter().flatten() {
        line(&mut out, &format!("    \"{id}\" to {uri},"));
    }
    line(&mut out, ")");
    out
}

/// The types and resources of a scope.
pub fn write(scope: &Scope) -> String {
    let mut out = format!("{HEADER}\n@file:Suppress(\"unused\")\n\n");
    match scope.is_shared() {
        true => out.push_str("package dev.sorakit\n\nimport kotlinx.coroutines.flow.Flow\n"),
        false => {
            let name = &scope.name;
            out.push_str(&format!(
                "package dev.sorakit.{name}\n\nimport dev.sorakit.*\nimport kotlinx.coroutines.flow.Flow\n"
            ));
        }
    }
    for definition in &scope.definitions {
        define(definition, &mut out);
    }
    for (group, calls) in &scope.groups {
        resource(scope, group, calls, &mut out);
    }
    if !scope.is_shared() {
        let class = format!("{}Operations", pascal(&scope.name));
        line(
            &mut out,
            &format!(
                "\n/** The operations of the dialect `{}`, one method an endpoint. */",
                scope.name
            ),
        );
        line(
            &mut out,
            &format!("class {class} internal constructor(client: Client) {{"),
        );
        for (group, _) in &scope.groups {
            let (name, class) = (camel(group), resource_class(scope, group));
            line(
                &mut out,
                &format!(
                    "    /** `{}.{group}`. */\n    val {name} = {class}(client)",
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
    let mut out = format!("{HEADER}\npackage dev.sorakit\n");
    line(
        &mut out,
        "\n/** Every dialect's operations, as endpoints. */",
    );
    line(
        &mut out,
        "abstract class DialectOperations internal constructor() {",
    );
    line(&mut out, "    private val client get() = this as Client");
    for scope in scopes.iter().filter(|scope| !scope.is_shared()) {
        let (name, class) = (&scope.name, pascal(&scope.name));
        line(
            &mut out,
            &format!(
                "\n    /** The operations of the dialect `{name}`. */\n    val {name} by lazy {{ dev.sorakit.{name}.{class}Operations(client) }}"
            ),
        );
    }
    line(&mut out, "}");
    out
}

/// Every operation through its typed method, for the contract's vectors.
pub fn typed_calls(scopes: &[Scope]) -> String {
    let mut out = format!("{HEADER}\npackage dev.sorakit\n");
    line(
        &mut out,
        "\n/** Calls an operation through its typed method, with these fields. */",
    );
    line(
        &mut out,
        "internal suspend fun typedCall(client: Client, name: String, fields: Json.Object): Any? = when (name) {",
    );
    for scope in scopes.iter().filter(|scope| !scope.is_shared()) {
        for (group, calls) in &scope.groups {
            for call in calls {
                let given = match &call.request {
                    Some((class, _)) => format!("dev.sorakit.{}.{class}(fields)", scope.name),
                    None => String::new(),
                };
                line(
                    &mut out,
                    &format!(
                        "    \"{}\" -> client.{}.{}.{}({given})",
                        call.name,
                        scope.name,
                        camel(group),
                        name(&call.verb)
                    ),
                );
            }
        }
    }
    line(
        &mut out,
        "    else -> error(\"there is no operation $name\")\n}",
    );
    out
}

fn define(definition: &Definition, out: &mut String) {
    out.push('\n');
    comment(&definition.doc, "", out);
    // A job knows its client; these are its fields.
    let class = match definition.name.as_str() {
        "Job" => "JobFields",
        name => name,
    };
    match &definition.form {
        Form::Record {
            fields,
            given,
            open,
        } => record(class, fields, *given, *open, out),
        Form::Words { words, open: false } => {
            line(
                out,
                &format!("enum class {class}(override val word: String) : Word {{"),
            );
            for (word, doc) in words {
                comment(doc, "    ", out);
                line(out, &format!("    {}({}),", capitals(word), literal(word)));
            }
            line(out, "}");
        }
        Form::Words { words, open: true } => {
            line(
                out,
                &format!("data class {class}(override val word: String) : Word {{"),
            );
            line(out, "    override fun toString() = word\n");
            line(
                out,
                "    /** The words that are known. */\n    companion object {",
            );
            for (word, doc) in words {
                comment(doc, "        ", out);
                line(
                    out,
                    &format!(
                        "        val {} = {class}({})",
                        capitals(word),
                        literal(word)
                    ),
                );
            }
            line(out, "    }\n}");
        }
        Form::Union { choices, fields } => union(class, choices, fields, out),
    }
    let made = match &definition.form {
        Form::Record { .. } => format!("{class}(json.asObject())"),
        Form::Words { open: false, .. } => format!("json.asWord({class}.entries)"),
        Form::Words { open: true, .. } => format!("{class}(json.asText())"),
        Form::Union { .. } => format!("{class}(json)"),
    };
    line(
        out,
        &format!("\nprivate fun as{class}(json: Json) = {made}"),
    );
}

fn record(class: &str, fields: &[Field], given: bool, open: bool, out: &mut String) {
    let modifier = if class == "JobFields" { "open " } else { "" };
    line(
        out,
        &format!("{modifier}class {class}(json: Json.Object) : Record(json) {{"),
    );
    if given {
        let mut parameters: Vec<_> = fields.iter().map(parameter).collect();
        // A field of its own takes their place.
        let extra = open && !fields.iter().any(|field| field.name == "extra");
        if extra {
            parameters.push("extra: Map<String, Json> = emptyMap()".into());
        }
        let pairs: Vec<_> = fields.iter().map(pair).collect();
        let pairs = pairs.join(", ");
        let made = match extra {
            true => format!("fields({pairs}).with(extra)"),
            false => format!("fields({pairs})"),
        };
        line(
            out,
            &format!(
                "    constructor({}) : this({made})\n",
                parameters.join(", ")
            ),
        );
    }
    properties(fields, out);
    line(out, "}");
}

fn properties(fields: &[Field], out: &mut String) {
    for field in fields {
        comment(&field.doc, "    ", out);
        let suffix = if field.optional { "?" } else { "" };
        let or_null = if field.optional { "OrNull" } else { "" };
        line(
            out,
            &format!(
                "    val {}: {}{suffix} get() = json.read{or_null}({}, {})",
                name(&field.name),
                of(&field.typed),
                literal(&field.name),
                reader(&field.typed)
            ),
        );
    }
}

fn parameter(field: &Field) -> String {
    let (name, of) = (name(&field.name), of(&field.typed));
    match field.optional {
        true => format!("{name}: {of}? = null"),
        false => format!("{name}: {of}"),
    }
}

fn pair(field: &Field) -> String {
    format!("{} to {}", literal(&field.name), name(&field.name))
}

fn union(class: &str, choices: &[Choice], fields: &[Field], out: &mut String) {
    line(out, &format!("class {class}(json: Json) : Union(json) {{"));
    for choice in choices {
        if let Choice::Of(typed) = choice
            && *typed != Type::Json
        {
            line(
                out,
                &format!(
                    "    constructor(value: {}) : this(Json.of(value))\n",
                    of(typed)
                ),
            );
        }
    }
    properties(fields, out);
    let objects: Vec<_> = choices
        .iter()
        .filter(|choice| matches!(choice, Choice::Object { .. }))
        .collect();
    if !objects.is_empty() {
        line(out, "\n    companion object {");
        for choice in objects {
            let Choice::Object {
                name: choice,
                doc,
                fixed,
                fields,
            } = choice
            else {
                continue;
            };
            comment(doc, "        ", out);
            let parameters: Vec<_> = fields.iter().map(parameter).collect();
            let fixed = fixed
                .iter()
                .map(|(name, word)| format!("{} to {}", literal(name), literal(word)));
            let pairs: Vec<_> = fixed.chain(fields.iter().map(pair)).collect();
            line(
                out,
                &format!(
                    "        fun {}({}) = {class}(fields({}))",
                    name(choice),
                    parameters.join(", "),
                    pairs.join(", ")
                ),
            );
        }
        line(out, "    }");
    }
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
    let (modifier, what) = match scope.is_shared() {
        true => ("open ", format!("`{group}` of the one interface.")),
        false => ("", format!("`{}.{group}`.", scope.name)),
    };
    line(out, &format!("\n/** {what} */"));
    let held = if scope.is_shared() {
        "protected"
    } else {
        "private"
    };
    line(
        out,
        &format!("{modifier}class {class} internal constructor({held} val client: Client) {{"),
    );
    for call in calls {
        method(scope, call, out);
    }
    line(out, "}");
}

fn method(scope: &Scope, call: &Call, out: &mut String) {
    comment(&call.doc, "    ", out);
    let (given, fields) = match &call.request {
        None => (String::new(), "Json.EMPTY"),
        Some((class, false)) => (format!("request: {class}"), "request.json"),
        Some((class, true)) => (format!("request: {class} = {class}()"), "request.json"),
    };
    let called = format!("client.call(\"{}\", {fields})", call.name);
    let verb = name(&call.verb);
    let result = match (&call.response, call.optional) {
        (Type::Nothing, _) => format!("suspend fun {verb}({given}) {{ {called} }}"),
        (typed, true) => format!(
            "suspend fun {verb}({given}): {}? = {called}.orNull()?.let({})",
            of(typed),
            bound_reader(scope, typed)
        ),
        (typed, false) => format!(
            "suspend fun {verb}({given}): {} = {called}.let({})",
            of(typed),
            bound_reader(scope, typed)
        ),
    };
    line(out, &format!("    {result}"));
    if let Some(event) = &call.event {
        line(
            out,
            &format!(
                "\n    /** As `{}`, piece by piece. Leaving the flow ends it. */\n    fun stream({given}): Flow<{}> = client.pieces(\"{}\", {fields}, {})",
                call.verb,
                of(event),
                call.name,
                reader(event)
            ),
        );
    }
    if let Some(item) = &call.item {
        line(
            out,
            &format!(
                "\n    /** Each item of `{}`, page after page. */\n    fun {}Items({given}): Flow<{}> = client.pieces(\"{}\", {fields}, {})",
                call.verb,
                camel(&call.verb),
                of(item),
                call.name,
                reader(item)
            ),
        );
    }
    if call.is_media {
        line(
            out,
            &format!(
                "\n    /** As `{}`, as a stream of bytes, however long the file is. */\n    suspend fun stream({given}): FileStream = client.content(\"{}\", {fields})",
                call.verb, call.name
            ),
        );
    }
}

/// What makes a type of an answer; a job knows its client.
fn bound_reader(scope: &Scope, typed: &Type) -> String {
    match typed {
        Type::Named(name) if scope.is_shared() && (name == "Job" || name == "JobPage") => {
            format!("{{ {name}(client, it.asObject()) }}")
        }
        typed => reader(typed),
    }
}

/// A type as Kotlin has it.
fn of(typed: &Type) -> String {
    match typed {
        Type::Json => "Json".into(),
        Type::Text => "String".into(),
        Type::Integer => "Long".into(),
        Type::Number => "Double".into(),
        Type::Bool => "Boolean".into(),
        Type::Bytes => "ByteArray".into(),
        Type::Nothing => "Unit".into(),
        Type::Named(name) => name.clone(),
        Type::List(item) => format!("List<{}>", of(item)),
        Type::Map(item) => format!("Map<String, {}>", of(item)),
    }
}

/// What makes a type of JSON.
fn reader(typed: &Type) -> String {
    match typed {
        Type::Json | Type::Nothing => "Json::itself".into(),
        Type::Text => "Json::asText".into(),
        Type::Integer => "Json::asInteger".into(),
        Type::Number => "Json::asNumber".into(),
        Type::Bool => "Json::asBool".into(),
        Type::Bytes => "Json::asBytes".into(),
        Type::Named(name) if name == "FileInput" => "::FileInput".into(),
        Type::Named(name) => format!("::as{name}"),
        Type::List(item) => format!("listed({})", reader(item)),
        Type::Map(item) => format!("mapped({})", reader(item)),
    }
}

fn name(name: &str) -> String {
    let name = camel(name);
    match KEYWORDS.contains(&name.as_str()) {
        true => format!("`{name}`"),
        false => name,
    }
}

/// A text as Kotlin quotes it.
fn literal(text: &str) -> String {
    format!("{text:?}").replace('$', "\\$")
}

fn comment(text: &str, indent: &str, out: &mut String) {
    // Comments nest in Kotlin.
    let text = text.trim().replace("*/", "*&#47;").replace("/*", "/&#42;");
    match text.lines().count() {
        0 => {}
        1 => line(out, &format!("{indent}/** {text} */")),
        _ => {
            line(out, &format!("{indent}/**"));
            for text in text.lines() {
                line(out, format!("{indent} * {text}").trim_end());
            }
            line(out, &format!("{indent} */"));
        }
    }
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").expect("writing to a string");
}
