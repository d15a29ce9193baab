//! What an error body states, whatever its shape (wire.md §3.4).

use serde_json::Value;

use super::class::{by_code, by_text};
use crate::api::reply::looks_like_html;
use crate::api::{Reply, lenient};
use crate::error::ErrorKind;

/// What an error body states, whatever its shape.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub(super) message: Option<String>,
    /// Every `code`, from the outside in.
    pub(super) codes: Vec<String>,
    /// Every `type`, from the outside in: some servers say it there.
    pub(super) types: Vec<String>,
    pub(super) param: Option<String>,
    pub(super) resets_in: Option<f64>,
    pub(super) html: bool,
}

impl Stated {
    pub(super) fn read(reply: &Reply) -> Self {
        if looks_like_html(&reply.body) {
            return Self {
                html: true,
                message: title(&reply.text()),
                ..Self::default()
            };
        }
        let Ok(value) = reply.value() else {
            let text = reply.text();
            let message = (!text.trim().is_empty()).then(|| text.chars().take(400).collect());
            return Self {
                message,
                ..Self::default()
            };
        };
        let mut stated = Self::default();
        stated.take(&value, 0);
        stated
    }

    /// Collects from the outside in; the innermost message wins.
    fn take(&mut self, value: &Value, depth: usize) {
        if depth > 4 {
            return;
        }
        match value {
            Value::String(text) if !text.is_empty() => self.message = Some(text.clone()),
            Value::Array(items) => self.take_validation(items),
            Value::Object(fields) => {
                for key in ["message", "error_description", "msg"] {
                    if let Some(Value::String(text)) = fields.get(key)
                        && !text.is_empty()
                    {
                        self.message = Some(text.clone());
                        break;
                    }
                }
                if let Some(Value::String(kind)) = fields.get("type")
                    && !kind.is_empty()
                {
                    self.types.push(kind.clone());
                }
                match fields.get("code") {
                    Some(Value::String(code)) if !code.is_empty() => self.codes.push(code.clone()),
                    Some(Value::Number(code)) if self.codes.is_empty() => {
                        self.codes.push(code.to_string());
                    }
                    _ => {}
                }
                if let Some(Value::String(param)) = fields.get("param") {
                    self.param = Some(param.clone());
                }
                if let Some(balance) = fields.get("rate_limit_and_credit_balance") {
                    self.resets_in = balance
                        .get("access_resets_in_seconds")
                        .and_then(lenient::number);
                }
                // OAuth: `{"error": "invalid_grant", "error_description": …}`.
                if let (Some(Value::String(code)), Some(_)) =
                    (fields.get("error"), fields.get("error_description"))
                {
                    self.codes.push(code.clone());
                    return;
                }
                for key in ["detail", "error"] {
                    if let Some(inner) = fields.get(key).filter(|inner| !inner.is_null()) {
                        self.take(inner, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    /// `[{"loc": ["body", "seconds"], "msg": "…", "type": "…"}]`.
    fn take_validation(&mut self, items: &[Value]) {
        let lines: Vec<String> = items
            .iter()
            .take(4)
            .filter_map(|item| {
                let message = item.get("msg")?.as_str()?;
                let place: Vec<String> = item
                    .get("loc")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(crate::api::context::plain_text)
                    .collect();
                Some(match place.is_empty() {
                    true => message.to_owned(),
                    false => format!("{}: {message}", place.join(".")),
                })
            })
            .collect();
        if !lines.is_empty() {
            self.message = Some(lines.join("; "));
        }
    }

    /// The server's code: the innermost, else a `type` that says as much.
    pub(super) fn code(&self) -> Option<&str> {
        let telling = || {
            let mut types = self.types.iter().rev();
            types.find(|kind| by_code(&kind.to_lowercase()).is_some())
        };
        let code = self.codes.last().or_else(telling).or(self.types.last());
        code.map(String::as_str)
    }

    /// Whether a documented code or sentence of the answer means `kind`.
    pub(super) fn is_documented(&self, kind: ErrorKind) -> bool {
        let codes = self.codes.iter().chain(&self.types).chain(&self.message);
        let mut lower = codes.map(|code| code.to_lowercase());
        lower.any(|code| by_code(&code) == Some(kind))
            || self.message.as_ref().is_some_and(|message| {
                let quotes = message.contains(['{', '<']) || message.contains("HTTP");
                !quotes && by_text(&message.to_lowercase()) == Some(kind)
            })
    }

    pub(super) fn message(&self, status: u16) -> String {
        match &self.message {
            Some(message) if self.html => format!("a web page was answered: {message}"),
            None if self.html => "a web page was answered instead of JSON".into(),
            Some(message) => message.clone(),
            None => match http::StatusCode::from_u16(status) {
                Ok(status) => format!(
                    "the server answered {}",
                    status.canonical_reason().unwrap_or("an error")
                ),
                Err(_) => "the server refused without a reason".into(),
            },
        }
    }
}

/// The title of a web page.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let start = lower.find("<title>")? + "<title>".len();
    let end = start + lower[start..].find("</title>")?;
    let title = page[start..end].trim();
    (!title.is_empty()).then(|| title.chars().take(120).collect())
}
