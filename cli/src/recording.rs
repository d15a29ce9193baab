//! What a call sent and was answered, written down without secrets: a file of
//! `tests/recordings/`.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use http::HeaderMap;
use serde_json::{Map, Value, json};
use sorakit::api::Body;
use sorakit::host::TransportError;
use sorakit::text::without_secrets;
use sorakit::{Dialect, Error, Result};

use crate::redaction::cleaned;
use crate::tap::{Exchange, Tap};

/// How much of an answer is kept, in bytes.
const LONGEST: usize = 1 << 20;

/// The headers of an answer that are kept.
const HEADERS: &[&str] = &[
    "cf-mitigated",
    "content-encoding",
    "content-type",
    "location",
    "openai-poll-after-ms",
    "retry-after",
    "retry-after-ms",
    "server",
];

/// Keeps what passes through a host.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Vec<Kept>>>);

/// What a recording is of.
pub struct About {
    /// What is known of the server, to be completed by people.
    pub server: String,
    pub base_url: String,
    pub dialect: Option<Dialect>,
    /// What was asked: an operation, or a verb of the one interface.
    pub verb: String,
}

/// A request in outline, and its answer.
struct Kept {
    method: String,
    path: String,
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// Refuses a file that is there, or cannot be, before anything is sent; `option` names it.
pub fn check(option: &str, path: &Path) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if path.exists() {
        let what = format!("{} is there already; name a new file", path.display());
        return Err(Error::invalid(option, what));
    }
    match folder.is_none_or(Path::is_dir) {
        true => Ok(()),
        false => {
            let what = format!("{} is in a folder that is not there", path.display());
            Err(Error::invalid(option, what))
        }
    }
}

impl Recorder {
    /// Writes what was kept, and what came of it.
    pub fn write(
        &self,
        path: &Path,
        about: &About,
        fields: &Value,
        answer: &Result<Value>,
    ) -> Result<()> {
        let cleaner = Cleaner::of(&about.base_url);
        let kept = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        let exchanges: Vec<_> = kept.iter().map(|kept| cleaner.exchange(kept)).collect();
        let mut case = json!({
            "name": "Say what is odd.",
            "dialect": about.dialect,
            "verb": about.verb,
            "given": cleaner.value(fields),
            "exchanges": exchanges,
        });
        match answer {
            Ok(result) => case["result"] = cleaner.value(result),
            Err(error) => {
                let report = error.report();
                case["error"] = json!({"kind": report.kind});
                for (name, value) in [
                    ("code", json!(report.code)),
                    ("status", json!(report.status)),
                ] {
                    if !value.is_null() {
                        case["error"][name] = value;
                    }
                }
            }
        }
        let recording = json!({
            "server": cleaner.text(&about.server),
            "source": "Say where it was seen.",
            "cases": [case],
        });
        let write = || {
            let mut file = std::fs::File::create_new(path)?;
            serde_json::to_writer_pretty(&mut file, &recording)?;
            file.write_all(b"\n")
        };
        write().map_err(|error| Error::invalid("record", format!("cannot be written: {error}")))
    }
}

/// Takes out what others must not see.
struct Cleaner {
    origin: String,
    /// What the base URL's path puts before every path.
    prefix: String,
}

impl Cleaner {
    fn of(base: &str) -> Self {
        let host = base.find("://").map_or(0, |at| at + 3);
        let end = base[host..].find('/').map_or(base.len(), |at| host + at);
        let prefix = &base[end..];
        Self {
            origin: base[..end].to_owned(),
            prefix: prefix.strip_suffix("/v1").unwrap_or(prefix).to_owned(),
        }
    }

    fn exchange(&self, kept: &Kept) -> Value {
        let path = kept.path.strip_prefix(&self.prefix).unwrap_or(&kept.path);
        let mut response = Map::new();
        if kept.status != 200 {
            response.insert("status".into(), kept.status.into());
        }
        let headers = kept.headers.iter();
        let headers: Map<_, _> = headers
            .map(|(name, value)| (name.clone(), self.text(value).into()))
            .collect();
        if !headers.is_empty() {
            response.insert("headers".into(), headers.into());
        }
        match (
            serde_json::from_slice(&kept.body),
            std::str::from_utf8(&kept.body),
        ) {
            (Ok(json), _) => response.insert("json".into(), self.value(&json)),
            (_, Ok(text)) => response.insert("text".into(), self.text(text).into()),
            // A file, or text in which nothing can be found to be left out.
            _ => response.insert("text".into(), "".into()),
        };
        json!({"request": format!("{} {}", kept.method, self.text(path)), "response": response})
    }

    fn value(&self, value: &Value) -> Value {
        let mut value = value.clone();
        without_prompts(&mut value);
        cleaned("", &value, &|text| self.text(text))
    }

    fn text(&self, text: &str) -> String {
        without_secrets(text).replace(&self.origin, "https://gateway.example")
    }
}

/// Takes out what the user wished for.
fn without_prompts(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_prompts),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name.eq_ignore_ascii_case("prompt") => {
                        *text = "a prompt".into();
                    }
                    value => without_prompts(value),
                }
            }
        }
        _ => {}
    }
}

/// Keeps one exchange.
struct Keeping {
    kept: Arc<Mutex<Vec<Kept>>>,
    method: String,
    path: String,
    /// Where the answer is kept, once it is there.
    index: Option<usize>,
}

impl Tap for Recorder {
    fn begin(&self, request: &http::Request<Body>) -> Box<dyn Exchange> {
        Box::new(Keeping {
            kept: self.0.clone(),
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            index: None,
        })
    }
}

impl Exchange for Keeping {
    fn answered(&mut self, status: u16, headers: &HeaderMap) {
        let headers = HEADERS.iter().filter_map(|name| {
            let value = headers.get(*name)?;
            Some((
                (*name).to_owned(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            ))
        });
        let mut kept = self
            .kept
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        kept.push(Kept {
            method: self.method.clone(),
            path: self.path.clone(),
            status,
            headers: headers.collect(),
            body: Vec::new(),
        });
        self.index = Some(kept.len() - 1);
    }

    fn part(&mut self, bytes: &[u8]) {
        let mut kept = self
            .kept
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        if let Some(kept) = self.index.and_then(|index| kept.get_mut(index)) {
            let left = LONGEST.saturating_sub(kept.body.len());
            kept.body.extend_from_slice(&bytes[..bytes.len().min(left)]);
        }
    }

    fn broke(&mut self, _: &TransportError) {}
}
