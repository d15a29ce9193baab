//! The documents' own examples: `tests/contract/documents/*.json`, one file a document.
//! Every language runs the same files, and `sorakit call` those of operations.
//!
//! ```json
//! {"page": "docs/wire/sora.md", "dialect": "sora", "base_url": "https://gateway.example/backend",
//!  "note": "what the document leaves out",
//!  "cases": [
//!    {"name": "what is done", "section": "5.2", "options": {},
//!     "calls": [
//!       {"verb": "sora.videos.create", "given": {},
//!        "exchanges": [
//!          {"sentinel": true,
//!           "request": {"method": "POST", "path": "/backend/nf/create", "headers": {}, "json": {}},
//!           "response": {"status": 200, "headers": {}, "json": {}, "text": "", "base64": ""}}],
//!        "result": {}, "error": {}}]}]}
//! ```
//!
//! - The requests and the answers are those that the document shows, with its data. The
//!   calls are what a user of sorakit writes for them: an operation by its name, or a
//!   verb of the one interface.
//! - A request has the stated headers and others besides; `null` means that it is not
//!   sent. Of JSON, what is null or empty says nothing. Fields of a form may come in
//!   another order.
//! - Results and errors are compared as in the adapter vectors. `UPDATE_EXPECT=1` writes
//!   them, and never a request.

#[path = "adapters/case.rs"]
#[allow(dead_code)]
mod case;
mod exchange;
#[path = "adapters/run.rs"]
#[allow(dead_code)]
mod run;

use std::path::{Path, PathBuf};

use case::{Case, Exchange, Seen};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sorakit::Dialect;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    page: String,
    dialect: Dialect,
    base_url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    cases: Vec<Example>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    /// Of the page.
    section: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    options: Map<String, Value>,
    calls: Vec<Call>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    verb: String,
    given: Map<String, Value>,
    exchanges: Vec<Exchange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    result: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error: Option<Value>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn documents() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(root().join("tests/contract/documents")).unwrap();
    let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 5, "one file for each of the documents");
    files
}

#[test]
fn the_documents_examples_are_sent_and_read_as_they_show() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for path in documents() {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut document: Document = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for example in &mut document.cases {
            let mut options = example.options.clone();
            options.insert("base_url".into(), document.base_url.clone().into());
            for call in &mut example.calls {
                let seen = play(document.dialect, &options, call);
                let place = format!("{} / {} / {}", document.page, example.name, call.verb);
                if update {
                    call.expect(&seen);
                }
                if let Err(differs) = call.check(&seen) {
                    wrong.push(format!("{place}: {differs}"));
                }
            }
        }
        if update {
            let text = serde_json::to_string_pretty(&document).unwrap();
            std::fs::write(&path, text + "\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A page that says which section an example belongs to, and that the examples are there.
#[test]
fn the_pages_lead_to_their_examples() {
    for path in documents() {
        let document: Document =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let page = std::fs::read_to_string(root().join(&document.page)).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let link = format!("(examples/{name}.md)");
        assert!(
            page.contains(&link),
            "{} does not name {link}",
            document.page
        );
        for example in &document.cases {
            let heading = format!("# {} ", example.section);
            assert!(
                page.lines().any(|line| line.contains(&heading)),
                "{}: no section {}",
                document.page,
                example.section
            );
        }
    }
}

fn play(dialect: Dialect, options: &Map<String, Value>, call: &Call) -> Seen {
    let script = call.exchanges.iter().flat_map(|exchange| {
        let challenge = exchange.sentinel.then(run::challenge);
        challenge
            .into_iter()
            .chain([run::answer(&exchange.response)])
    });
    run::play(dialect, options, &call.verb, &call.given, script)
}

impl Call {
    fn check(&self, seen: &Seen) -> Result<(), String> {
        let shown: Vec<_> = self.exchanges.iter().map(|it| &it.request).collect();
        if shown.len() != seen.requests.len() {
            return Err(format!(
                "sent {:?}, and ended with {:?}",
                seen.requests, seen.outcome
            ));
        }
        for ((shown, sent), headers) in shown.iter().zip(&seen.requests).zip(&seen.headers) {
            for name in ["method", "host", "path"] {
                if shown.get(name) != sent.get(name) {
                    return Err(format!("`{name}` of {sent} is not that of {shown}"));
                }
            }
            for (name, value) in shown["headers"].as_object().into_iter().flatten() {
                if headers.get(name).unwrap_or(&Value::Null) != value {
                    return Err(format!("`{name}` is {:?}, not {value}", headers.get(name)));
                }
            }
            for name in ["json", "form", "text"] {
                let (shown, sent) = (told(&shown[name]), told(&sent[name]));
                if shown != sent {
                    return Err(format!(
                        "`{name}` differs\n  shown: {shown}\n  sent:  {sent}"
                    ));
                }
            }
        }
        let ends = Case {
            exchanges: Vec::new(),
            ..self.as_case()
        };
        ends.check(&Seen {
            requests: Vec::new(),
            headers: Vec::new(),
            outcome: seen.outcome.clone(),
            unused: seen.unused,
        })
    }

    /// Takes what came of it for what is expected.
    fn expect(&mut self, seen: &Seen) {
        let mut case = self.as_case();
        case.expect(Seen {
            requests: Vec::new(),
            headers: Vec::new(),
            outcome: seen.outcome.clone(),
            unused: 0,
        });
        (self.result, self.error) = (case.result, case.error);
    }

    fn as_case(&self) -> Case {
        Case {
            name: String::new(),
            verb: self.verb.clone(),
            options: Map::new(),
            given: self.given.clone(),
            exchanges: Vec::new(),
            result: self.result.clone(),
            error: self.error.clone(),
        }
    }
}

/// JSON without what says nothing, and the fields of a form in one order.
fn told(value: &Value) -> Value {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields
                .iter()
                .filter(|(_, value)| !empty(value))
                .map(|(name, value)| (name.clone(), told(value)))
                .collect();
            fields.sort_by(|(one, _), (other, _)| one.cmp(other));
            Value::Object(fields.into_iter().collect())
        }
        Value::Array(items) => {
            let mut items: Vec<_> = items.iter().map(told).collect();
            let is_form = items.iter().all(|item| {
                let pair = item.as_array();
                pair.is_some_and(|pair| pair.len() == 2 && pair[0].is_string())
            });
            if is_form {
                items.sort_by_key(|item| item[0].to_string());
            }
            Value::Array(items)
        }
        Value::Number(number) => number.as_f64().into(),
        other => other.clone(),
    }
}
