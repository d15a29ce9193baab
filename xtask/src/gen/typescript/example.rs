//! Examples of calls, from the contract's vectors: what stands there is tested in every language.

use serde_json::{Map, Value};

use crate::root;

/// The longest example, in lines.
const LONGEST: usize = 24;
/// The longest line that holds a whole object.
const WIDTH: usize = 76;

/// How an operation is called, as documentation; empty where there is no vector, or none that is
/// short.
pub fn of(operation: &str) -> String {
    let path = root().join(format!("tests/contract/vectors/{operation}.json"));
    let vectors = std::fs::read_to_string(path).ok();
    let vectors: Option<Value> = vectors.and_then(|text| serde_json::from_str(&text).ok());
    let fields = vectors.as_ref().map(|vectors| &vectors[0]["fields"]);
    let Some(fields) = fields.and_then(Value::as_object) else {
        return String::new();
    };
    let call = call(operation, fields);
    match call.lines().count() {
        lines if lines <= LONGEST => format!("\n\n@example\n```js\n{call}\n```"),
        _ => String::new(),
    }
}

fn call(operation: &str, fields: &Map<String, Value>) -> String {
    let given = object(fields, "");
    let given = if given == "{}" { "" } else { &given };
    format!("await client.{operation}({given});")
}

/// An object as JavaScript writes it, without what is absent.
fn object(fields: &Map<String, Value>, indent: &str) -> String {
    let inner = format!("{indent}  ");
    let fields: Vec<_> = fields
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| format!("{}: {}", super::schema::key(name), literal(value, &inner)))
        .collect();
    brackets("{", "}", " ", &fields, indent)
}

fn literal(value: &Value, indent: &str) -> String {
    match value {
        Value::Object(fields) => object(fields, indent),
        Value::Array(items) => {
            let inner = format!("{indent}  ");
            let items: Vec<_> = items.iter().map(|item| literal(item, &inner)).collect();
            brackets("[", "]", "", &items, indent)
        }
        plain => plain.to_string(),
    }
}

/// On one line where it fits, else on one line each.
fn brackets(open: &str, close: &str, pad: &str, parts: &[String], indent: &str) -> String {
    if parts.is_empty() {
        return format!("{open}{close}");
    }
    let line = format!("{open}{pad}{}{pad}{close}", parts.join(", "));
    if line.len() <= WIDTH && !line.contains('\n') {
        return line;
    }
    let lines: String = parts
        .iter()
        .map(|part| format!("{indent}  {part},\n"))
        .collect();
    format!("{open}\n{lines}{indent}{close}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_call_is_written_as_javascript() {
        let written = |fields: Value| call("openai.videos.get", fields.as_object().unwrap());
        assert_eq!(written(json!({})), "await client.openai.videos.get();");
        assert_eq!(
            written(json!({"video_id": "v", "a-b": [1, true], "style": null})),
            "await client.openai.videos.get({ video_id: \"v\", \"a-b\": [1, true] });"
        );
        let long = written(json!({"prompt": "a cat ".repeat(12), "n": {"m": 1}}));
        assert!(
            long.contains("({\n  prompt: \"a cat ") && long.contains("\n  n: { m: 1 },\n"),
            "{long}"
        );
        assert!(long.ends_with("\n});"), "{long}");
    }
}
