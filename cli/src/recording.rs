//! What a call sent and was answered, written down without secrets: a file of
//! `tests/recordings/`.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::TryStreamExt;
use serde_json::{Map, Value, json};
use sorakit::api::{Body, Timestamp};
use sorakit::host::{ByteStream, Host, NativeHost, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};
use sorakit::text::without_secrets;
use sorakit::{Client, Error, Result};

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

/// Parts of the names of values that are left out.
const PRIVATE: &[&str] = &[
    "auth",
    "cookie",
    "credential",
    "email",
    "key",
    "pass",
    "phone",
    "secret",
    "session",
    "sig",
    "token",
];

/// Keeps what passes through a host.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Vec<Kept>>>);

/// A request in outline, and its answer.
struct Kept {
    method: String,
    path: String,
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// Refuses a file that is there, or cannot be, before anything is sent.
pub fn check(path: &Path) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if path.exists() {
        return Err(Error::invalid(
            "record",
            "is there already; name a new file",
        ));
    }
    match folder.is_none_or(Path::is_dir) {
        true => Ok(()),
        false => Err(Error::invalid("record", "is in a folder that is not there")),
    }
}

impl Recorder {
    /// A host that keeps what passes through it.
    pub fn over(&self, host: NativeHost) -> Recording {
        Recording {
            host,
            kept: self.0.clone(),
        }
    }

    /// Writes what was kept, and what came of it.
    pub fn write(
        &self,
        path: &Path,
        client: &Client,
        operation: &str,
        fields: &Value,
        answer: &Result<Value>,
    ) -> Result<()> {
        let cleaner = Cleaner::of(client.base_url());
        let kept = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        let exchanges: Vec<_> = kept.iter().map(|kept| cleaner.exchange(kept)).collect();
        let mut case = json!({
            "name": "Say what is odd.",
            "dialect": client.dialect(),
            "verb": operation,
            "given": cleaner.value("", fields),
            "exchanges": exchanges,
        });
        match answer {
            Ok(result) => case["result"] = cleaner.value("", result),
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
            "server": "Say what it is, and its version.",
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
            (Ok(json), _) => response.insert("json".into(), self.value("", &json)),
            (_, Ok(text)) => response.insert("text".into(), self.text(text).into()),
            // A file, or text in which nothing can be found to be left out.
            _ => response.insert("text".into(), "".into()),
        };
        json!({"request": format!("{} {}", kept.method, self.text(path)), "response": response})
    }

    /// A value that stands under this name.
    fn value(&self, name: &str, value: &Value) -> Value {
        let lower = name.to_ascii_lowercase();
        match value {
            Value::String(_) if lower == "prompt" => "a prompt".into(),
            Value::String(_) if PRIVATE.iter().any(|part| lower.contains(part)) => {
                "left out".into()
            }
            Value::String(text) => self.text(text).into(),
            Value::Array(items) => items.iter().map(|item| self.value(name, item)).collect(),
            Value::Object(fields) => fields
                .iter()
                .map(|(name, value)| (name.clone(), self.value(name, value)))
                .collect(),
            other => other.clone(),
        }
    }

    fn text(&self, text: &str) -> String {
        without_secrets(text).replace(&self.origin, "https://gateway.example")
    }
}

/// A host that keeps what passes through it.
pub struct Recording {
    host: NativeHost,
    kept: Arc<Mutex<Vec<Kept>>>,
}

impl Host for Recording {
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let method = request.method().to_string();
        let path = request.uri().path().to_owned();
        let sent = self.host.send(request, options);
        let kept = self.kept.clone();
        Box::pin(async move {
            let response = sent.await?;
            let headers = HEADERS.iter().filter_map(|name| {
                let value = response.headers().get(*name)?;
                Some((
                    (*name).to_owned(),
                    String::from_utf8_lossy(value.as_bytes()).into_owned(),
                ))
            });
            let index = {
                let mut kept = kept.lock().unwrap_or_else(|broken| broken.into_inner());
                kept.push(Kept {
                    method,
                    path,
                    status: response.status().as_u16(),
                    headers: headers.collect(),
                    body: Vec::new(),
                });
                kept.len() - 1
            };
            Ok(response.map(|body| -> ByteStream {
                Box::pin(body.inspect_ok(move |bytes| {
                    let mut kept = kept.lock().unwrap_or_else(|broken| broken.into_inner());
                    let body = &mut kept[index].body;
                    let left = LONGEST.saturating_sub(body.len());
                    body.extend_from_slice(&bytes[..bytes.len().min(left)]);
                }))
            }))
        })
    }

    fn check(&self, request: &http::Request<Body>) -> Result<()> {
        self.host.check(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.host.sleep(duration)
    }

    fn now(&self) -> Timestamp {
        self.host.now()
    }

    fn monotonic(&self) -> Duration {
        self.host.monotonic()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.host.random(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.host.finish(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        self.host.solve(challenge, config, limits)
    }
}
