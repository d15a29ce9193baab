//! A request, read and matched to an operation, with strict access to its parts.

use std::sync::{Arc, Mutex, MutexGuard};

use bytes::Bytes;
use http::{HeaderMap, Method};
use jiff::Timestamp;
use serde_json::Value;

use super::{Fields, Form};
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::engine::{Engine, Shapes};

/// What a handler tells the journal.
#[derive(Debug, Default)]
pub struct Notes {
    /// What the request turned out to be, where one path serves several
    /// operations.
    pub operation: Option<&'static str>,
    /// The account that was authenticated.
    pub account: Option<String>,
    /// The jobs that were made.
    pub jobs: Vec<String>,
}

/// A request on its way through a handler.
#[derive(Clone)]
pub struct Call {
    /// The shared state.
    pub engine: Arc<Engine>,
    /// The dialect that the request is in.
    pub dialect: &'static str,
    /// HTTP method.
    pub method: Method,
    /// The path below the dialect's base URL.
    pub path: String,
    /// Query parameters, decoded.
    pub query: Vec<(String, String)>,
    /// Values of the `{parameters}` of the path, decoded.
    pub params: Vec<(String, String)>,
    /// Headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
    /// The form that the answer takes.
    pub shapes: Shapes,
    /// Simulated time of arrival.
    pub now: Timestamp,
    /// A scripted fault makes the job of this request end with this code.
    pub job_failure: Option<String>,
    /// What goes to the journal.
    pub notes: Arc<Mutex<Notes>>,
}

impl Call {
    /// The state. Hold it briefly and never across an await.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.engine.world()
    }

    /// Whether the answer takes the observed form.
    pub fn observed(&self) -> bool {
        self.shapes == Shapes::Observed
    }

    /// The path parameter `name`.
    pub fn param(&self, name: &str) -> &str {
        let found = self.params.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// The query parameter `name`, if it was sent and is not empty.
    pub fn query(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(key, _)| key == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// The query parameter `limit`: 1 to 100, `default` if it was not sent.
    pub fn limit(&self, default: usize) -> Result<usize, Refusal> {
        let Some(text) = self.query("limit") else {
            return Ok(default);
        };
        text.parse()
            .ok()
            .filter(|limit| (1..=100).contains(limit))
            .ok_or_else(|| {
                Refusal::wrong_value(
                    "limit",
                    format!("`limit` is \"{text}\"; accepted: 1 to 100."),
                )
            })
    }

    /// The header `name`, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The header `name`, which must be there and not be empty.
    pub fn require_header(&self, name: &str) -> Result<&str, Refusal> {
        self.header(name)
            .filter(|value| !value.trim().is_empty())
            .ok_or_else(|| Refusal::missing(name, "The header"))
    }

    /// Refuses unless the header `name` is one of `accepted`, without regard
    /// to case and to spaces after a semicolon.
    pub fn require_header_value(&self, name: &str, accepted: &[&str]) -> Result<(), Refusal> {
        let value = self.require_header(name)?;
        let plain = |text: &str| text.replace("; ", ";").to_ascii_lowercase();
        if accepted.iter().any(|word| plain(word) == plain(value)) {
            return Ok(());
        }
        let message = format!(
            "The header `{name}` is \"{value}\"; accepted: {}.",
            accepted.join(", ")
        );
        Err(Refusal::wrong_value(name, message))
    }

    /// Whether the request says that a browser's `fetch` made it. Pages cannot
    /// set `Origin`, `Referer`, `User-Agent`, `Cookie` and the client hints, so
    /// their values are not checked then.
    pub fn from_browser(&self) -> bool {
        self.headers.contains_key("sec-fetch-mode")
    }

    /// The cookie `name`.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let pairs = self.headers.get_all(http::header::COOKIE).iter();
        pairs
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// The credential of `Authorization: Bearer …`.
    pub fn bearer(&self) -> Option<&str> {
        let (scheme, token) = self.header("authorization")?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    }

    /// The account of an API key in `Authorization: Bearer …`, for gateways.
    pub fn account_of_api_key(&self) -> Option<String> {
        let account = self.world().tokens.check_api_key(self.bearer()?)?;
        self.note_account(&account);
        Some(account)
    }

    /// Waits in simulated time until the job `id` is finished, however it ends;
    /// at once if there is no such job. A stuck job is never finished.
    pub async fn finished(&self, id: &str) {
        let timeline = self.world().jobs.get(id).map(|job| job.timeline);
        match timeline {
            Some(timeline) if timeline.stuck => std::future::pending().await,
            Some(timeline) => self.engine.clock.sleep_until(timeline.finished_at()).await,
            None => {}
        }
    }

    /// The media type of the body, in lower case and without parameters.
    pub fn content_type(&self) -> String {
        let value = self.header("content-type").unwrap_or_default();
        value
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }

    /// The body as a JSON object. It may be declared `application/json` or
    /// `text/plain`: browsers send the latter to avoid a preflight.
    pub fn json(&self) -> Result<Fields, Refusal> {
        let declared = self.content_type();
        if declared != "application/json" && declared != "text/plain" {
            let message = format!("`Content-Type` is \"{declared}\"; accepted: application/json.");
            return Err(Refusal::wrong_value("Content-Type", message));
        }
        let value: Value = serde_json::from_slice(&self.body).map_err(|error| {
            Refusal::wrong_value("body", format!("The body is not JSON: {error}."))
        })?;
        Fields::of(value, "")
    }

    /// The body as a form.
    pub fn form(&self) -> Result<Form, Refusal> {
        Form::read(&self.headers, self.body.clone())
    }

    /// Tells the journal whose request it is.
    pub fn note_account(&self, account: &str) {
        self.notes().account = Some(account.to_owned());
    }

    /// Tells the journal what the request turned out to be, where one path
    /// serves several operations.
    pub fn note_operation(&self, name: &'static str) {
        self.notes().operation = Some(name);
    }

    /// Tells the journal which job was made.
    pub fn note_job(&self, job: &str) {
        self.notes().jobs.push(job.to_owned());
    }

    /// A signed address for `file` of `owner` on the media origin.
    pub fn asset_url(&self, owner: &str, file: &str) -> String {
        let cdn = &self.engine.addresses().cdn;
        self.engine.assets.url(cdn, owner, file, self.now)
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
