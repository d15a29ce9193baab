//! Odd servers as data: `tests/recordings/*.json`, each a kind of server or of oddity,
//! with what sorakit makes of its answers. Every language runs the same files.
//!
//! ```json
//! {"server": "What it is.", "source": "Where it was seen.",
//!  "cases": [
//!    {"name": "what is odd", "dialect": "openai", "verb": "videos.get", "options": {},
//!     "given": {"id": "t_1"},
//!     "exchanges": [
//!       {"request": "GET /v1/videos/t_1",
//!        "response": {"status": 200, "headers": {}, "json": {}, "text": "", "base64": ""}}],
//!     "result": {"status": "failed"},
//!     "error": {"kind": "content_policy", "message": "words in it"}}]}
//! ```
//!
//! - The verb is one of the one interface, as in the adapter vectors, or an operation's
//!   name. The base URL is `https://gateway.example`.
//! - Requests are outlined by method and path, without a query, and have to come in this
//!   order.
//! - Of `result` what stands there has to be there; of `error` too, where `message` is
//!   a part of the message.

#[path = "adapters/case.rs"]
#[allow(dead_code)]
mod case;
mod exchange;
#[path = "adapters/run.rs"]
#[allow(dead_code)]
mod run;

use std::path::Path;

use case::Response;
use serde::Deserialize;
use serde_json::{Map, Value};
use sorakit::Dialect;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recording {
    server: String,
    source: String,
    cases: Vec<Recorded>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recorded {
    name: String,
    dialect: Dialect,
    verb: String,
    #[serde(default)]
    options: Map<String, Value>,
    #[serde(default)]
    given: Map<String, Value>,
    exchanges: Vec<Exchanged>,
    result: Option<Value>,
    error: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exchanged {
    request: String,
    response: Response,
}

#[test]
fn odd_servers_are_understood() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/recordings");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let mut wrong = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let recording: Recording = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(!recording.server.is_empty() && !recording.source.is_empty());
        for case in &recording.cases {
            if let Err(differs) = check(case) {
                wrong.push(format!("{}: {}: {differs}", path.display(), case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(case: &Recorded) -> Result<(), String> {
    let mut options = case.options.clone();
    options.insert("base_url".into(), "https://gateway.example".into());
    let script = case.exchanges.iter().map(|it| run::answer(&it.response));
    let seen = run::play(case.dialect, &options, &case.verb, &case.given, script);
    let text = |request: &Value, name: &str| request[name].as_str().unwrap_or_default().to_owned();
    let sent: Vec<_> = seen
        .requests
        .iter()
        .map(|request| {
            let path = text(request, "path");
            let path = path.split('?').next().unwrap_or_default();
            format!("{} {path}", text(request, "method"))
        })
        .collect();
    let expected: Vec<_> = case.exchanges.iter().map(|it| it.request.clone()).collect();
    if sent != expected {
        return Err(format!("sent {sent:?}, and ended with {:?}", seen.outcome));
    }
    match (&case.result, &case.error, &seen.outcome) {
        (Some(expected), None, Ok(result)) if holds(expected, result, false) => Ok(()),
        (None, Some(expected), Err(error)) if holds(expected, error, true) => Ok(()),
        (_, _, outcome) => Err(format!("{outcome:?}")),
    }
}

/// Whether what is expected is in what was seen.
fn holds(expected: &Value, seen: &Value, is_error: bool) -> bool {
    match (expected, seen) {
        (Value::Object(expected), Value::Object(seen)) => expected.iter().all(|(name, value)| {
            let seen = seen.get(name).unwrap_or(&Value::Null);
            match (name.as_str(), value.as_str(), seen.as_str()) {
                ("message", Some(part), Some(message)) if is_error => message.contains(part),
                _ => holds(value, seen, is_error),
            }
        }),
        (Value::Array(expected), Value::Array(seen)) => {
            expected.len() == seen.len()
                && expected
                    .iter()
                    .zip(seen)
                    .all(|(one, other)| holds(one, other, is_error))
        }
        (Value::Number(expected), Value::Number(seen)) => expected.as_f64() == seen.as_f64(),
        _ => expected == seen,
    }
}
