//! A case of the adapter vectors, as its file writes it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sorakit::Dialect;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) verb: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub(crate) options: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub(crate) given: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) exchanges: Vec<Exchange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) result: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Value>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exchange {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) sentinel: bool,
    #[serde(default)]
    pub(crate) request: Value,
    pub(crate) response: Response,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Response {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub(crate) headers: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) json: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) base64: Option<String>,
}

/// What a case did: what it sent, and what came of it.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) requests: Vec<Value>,
    /// All headers of each request, which the documents' examples look at.
    #[allow(dead_code)]
    pub(crate) headers: Vec<Value>,
    pub(crate) outcome: Result<Value, Value>,
    /// Answers that nothing asked for.
    pub(crate) unused: usize,
}

impl Case {
    /// What differs from the vector.
    pub(crate) fn check(&self, seen: &Seen) -> Result<(), String> {
        let expected: Value = self.exchanges.iter().map(|it| it.request.clone()).collect();
        let sent = Value::Array(seen.requests.clone());
        if expected != sent {
            return Err(differs("sent", &expected, &sent));
        }
        if seen.unused > 0 {
            return Err(format!("{} answers were not asked for", seen.unused));
        }
        match (&self.result, &self.error, &seen.outcome) {
            (Some(expected), None, Ok(result)) => {
                let result = plain(result, expected.get("raw").is_some());
                match *expected == result {
                    true => Ok(()),
                    false => Err(differs("result", expected, &result)),
                }
            }
            (None, Some(expected), Err(error)) => {
                let expected = expected.as_object().expect("an error is an object");
                for (name, value) in expected {
                    if error.get(name) != Some(value) {
                        return Err(differs(name, value, error));
                    }
                }
                Ok(())
            }
            (result, error, outcome) => {
                let expected = result.as_ref().or(error.as_ref()).unwrap_or(&Value::Null);
                let (Ok(seen) | Err(seen)) = outcome;
                Err(differs("outcome", expected, seen))
            }
        }
    }

    /// Takes what was seen for what is expected.
    pub(crate) fn expect(&mut self, seen: Seen) {
        let sent = seen.requests.into_iter();
        self.exchanges
            .iter_mut()
            .zip(sent)
            .for_each(|(it, sent)| it.request = sent);
        let with_raw = self
            .result
            .as_ref()
            .is_some_and(|result| result.get("raw").is_some());
        (self.result, self.error) = match seen.outcome {
            Ok(result) => (Some(plain(&result, with_raw)), None),
            Err(error) => {
                let kept: Map<String, Value> = ["kind", "field", "code", "status", "job_id"]
                    .into_iter()
                    .filter_map(|name| Some((name.to_owned(), error.get(name)?.clone())))
                    .filter(|(_, value)| !value.is_null())
                    .collect();
                (None, Some(kept.into()))
            }
        };
    }

    /// The options that its request gives.
    pub(crate) fn options_given(&self) -> BTreeSet<&str> {
        self.given.keys().map(String::as_str).collect()
    }
}

fn differs(what: &str, expected: &Value, seen: &Value) -> String {
    format!("{what} differs\n  expected: {expected}\n  seen:     {seen}")
}

/// A result without what says nothing, and without `raw`, unless it is wanted.
fn plain(value: &Value, with_raw: bool) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, value)| match name.as_str() {
                "raw" => with_raw,
                // The same in every case: where it was made, and what was asked for.
                "base_url" | "requested" => false,
                _ => !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty()),
            })
            .map(|(name, value)| match name.as_str() {
                "raw" => (name.clone(), value.clone()),
                _ => (name.clone(), plain(value, with_raw)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(|item| plain(item, with_raw)).collect(),
        other => other.clone(),
    }
}

fn path(dialect: Dialect) -> PathBuf {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/contract/adapters");
    folder.join(format!("{dialect}.json"))
}

/// The cases of a dialect.
pub(crate) fn read(dialect: Dialect) -> Vec<Case> {
    let path = path(dialect);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("`{dialect}` has no adapter vectors: {}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes cases as people read them: a line for what is asked, one for each
/// exchange, one for what comes of it.
pub(crate) fn write(dialect: Dialect, cases: &[Case]) {
    let mut text = String::from("[\n");
    for (index, case) in cases.iter().enumerate() {
        let Value::Object(mut fields) = serde_json::to_value(case).unwrap() else {
            unreachable!("a case is an object");
        };
        let exchanges = fields.shift_remove("exchanges");
        let ends: Vec<_> = ["result", "error"]
            .into_iter()
            .filter_map(|name| Some((name, fields.shift_remove(name)?)))
            .collect();
        let asked = Value::Object(fields).to_string();
        text.push_str(asked.trim_end_matches('}'));
        // What is asked may end with objects of its own.
        let closing = asked.len() - asked.trim_end_matches('}').len();
        text.push_str(&"}".repeat(closing - 1));
        if let Some(Value::Array(exchanges)) = exchanges {
            let lines: Vec<_> = exchanges.iter().map(ToString::to_string).collect();
            write!(
                text,
                ",\n  \"exchanges\": [\n    {}]",
                lines.join(",\n    ")
            )
            .unwrap();
        }
        for (name, value) in ends {
            write!(text, ",\n  \"{name}\": {value}").unwrap();
        }
        text.push_str(if index + 1 == cases.len() {
            "}\n"
        } else {
            "},\n"
        });
    }
    text.push_str("]\n");
    std::fs::write(path(dialect), text).unwrap();
}
