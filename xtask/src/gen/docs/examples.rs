//! `docs/wire/examples/`: the documents' own examples, as the tests of every language run them.

use serde_json::Value;

use super::{Generated, read};
use crate::{Outcome, root};

/// The documents, each with its page.
const DOCUMENTS: [(&str, &str); 5] = [
    ("sora", "docs/wire/examples/sora.md"),
    ("mirror", "docs/wire/examples/mirror.md"),
    ("sora2api", "docs/wire/examples/sora2api.md"),
    ("skyriff", "docs/wire/examples/skyriff.md"),
    ("relay", "docs/wire/examples/relay.md"),
];

pub fn pages() -> Outcome<Vec<Generated>> {
    DOCUMENTS.into_iter().map(page).collect()
}

fn page((dialect, path): (&str, &'static str)) -> Outcome<Generated> {
    let source = format!("tests/contract/documents/{dialect}.json");
    let document = read(&root().join(&source))?;
    let document: Value = serde_json::from_str(&document).map_err(|error| error.to_string())?;
    let mut text = format!(
        "# Examples of {dialect}\n\n<!-- Written by `cargo xtask gen`. -->\n\n\
         The examples of the document that [{dialect}.md](../{dialect}.md) describes: the call, each request that it makes, and the \
         answer. They are [{source}](../../../{source}), and run in Rust, Python and Node and by `sorakit call`.\n"
    );
    for case in document["cases"].as_array().into_iter().flatten() {
        let (section, name) = (word(&case["section"]), word(&case["name"]));
        text.push_str(&format!("\n## §{section}: {name}\n"));
        for call in case["calls"].as_array().into_iter().flatten() {
            text.push_str(&block(call));
        }
    }
    Ok(Generated { path, text })
}

/// A call with what it sends and gets.
fn block(call: &Value) -> String {
    let mut text = format!("\n```text\n{} {}\n", word(&call["verb"]), call["given"]);
    for exchange in call["exchanges"].as_array().into_iter().flatten() {
        let (request, response) = (&exchange["request"], &exchange["response"]);
        if exchange["sentinel"] == true {
            text.push_str("  (a Sentinel token)\n");
            continue;
        }
        text.push_str(&format!(
            "  {} {}\n",
            word(&request["method"]),
            word(&request["path"])
        ));
        for (name, value) in request["headers"].as_object().into_iter().flatten() {
            if let Some(value) = value.as_str() {
                text.push_str(&format!("  {name}: {value}\n"));
            }
        }
        if let Some(body) = body(request) {
            text.push_str(&format!("  {body}\n"));
        }
        let status = response["status"].as_u64().unwrap_or(200);
        text.push_str(&format!(
            "  -> {status} {}\n",
            body(response).unwrap_or_default()
        ));
    }
    text.push_str("```\n");
    text
}

/// What a message holds, of files their beginning.
fn body(message: &Value) -> Option<String> {
    const LONGEST: usize = 2000;
    let held = ["json", "form", "text", "base64"].into_iter();
    let held = held
        .map(|name| &message[name])
        .find(|held| !held.is_null())?;
    let text = match held {
        Value::String(text) => text.trim_end().replace('\n', "\n  "),
        other => other.to_string(),
    };
    Some(match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text,
    })
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
