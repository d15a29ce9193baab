//! The statements of an error body, whatever its shape (`docs/wire/openai.md` §9.1).

use serde_json::{Map, Value};

use super::meaning::normal;
use super::quoted::{Inner, Quoted, unquote};
use super::text_code;
use crate::api::answer::{Keys, field};
use crate::api::reply::looks_like_html;
use crate::api::{Reply, lenient};

/// The keys under which servers state their reason.
pub(super) const MESSAGES: &[&str] = &[
    "message",
    "error_description",
    "msg",
    "error_message",
    "error_msg",
    "errmsg",
    "err_msg",
    "ret_msg",
    "retmsg",
    "result_msg",
    "return_msg",
    "resp_msg",
    "sub_msg",
    "user_message",
    "status_msg",
    "task_status_msg",
    "fail_reason",
    "failure_reason",
    "reason",
    "description",
    "faultstring",
    "title",
];

/// What an error may stand in where a result would.
const AROUND: &[&str] = &["response", "response_metadata", "data", "result"];

/// The keys under which servers state a code, beside `code`.
pub(super) const CODES: &[&str] = &[
    "__type", // AWS
    "error_code",
    "err_code",
    "errcode",
    "errno",
    "fail_code",
    "ret_code",
    "retcode",
    "result_code",
    "return_code",
    "resp_code",
    "biz_code",
    "sub_code",
    "status_code",
];

/// Keys under which an error may contain another.
const INNER: &[&str] = &[
    "detail",
    "details",
    "error",
    "errors",
    "err",
    "base_resp",
    "fault",
];

/// The statements of an error body, whatever its shape.
#[derive(Debug, Default)]
pub(super) struct Stated {
    /// The reason, with quoted answers unwrapped.
    pub(super) message: Option<String>,
    /// Every `code`, from the outside in.
    pub(super) codes: Vec<String>,
    /// Every `type`, from the outside in: some servers put the code there.
    pub(super) types: Vec<String>,
    pub(super) param: Option<String>,
    pub(super) resets_in: Option<f64>,
    /// Set when it lists invalid fields of the request.
    pub(super) validation: bool,
    /// Another server's answer, as the texts quote it.
    pub(super) quoted: Quoted,
    /// The web page in lower case, if it is one.
    pub(super) page: Option<String>,
}

impl From<Stated> for Inner {
    fn from(stated: Stated) -> Self {
        Self {
            message: stated.message,
            codes: stated.codes,
            types: stated.types,
            quoted: stated.quoted,
        }
    }
}

impl Stated {
    pub(super) fn read(reply: &Reply) -> Self {
        let head = |limit: usize| {
            let text = String::from_utf8_lossy(&reply.body[..reply.body.len().min(limit)]);
            text.into_owned()
        };
        // A page may show the JSON of an answer.
        if looks_like_html(&reply.body) && reply.value().is_err() {
            let page = head(1 << 16);
            return Self {
                message: title(&page),
                page: Some(page.to_lowercase()),
                ..Self::default()
            };
        }
        match reply.value() {
            Ok(value) => Self::of(&value),
            Err(_) => Self::of(&Value::String(head(1 << 14))),
        }
    }

    /// Collects the statements of a value.
    pub(super) fn of(value: &Value) -> Self {
        let mut stated = Self::default();
        stated.take(value, 0);
        stated
    }

    /// Collects from the outside in; the innermost message wins.
    fn take(&mut self, value: &Value, depth: usize) {
        if depth > 5 {
            return;
        }
        match value {
            Value::String(text) => self.say(text),
            Value::Array(items) if items.iter().any(|item| item.get("loc").is_some()) => {
                self.take_validation(items);
            }
            Value::Array(items) => {
                if let Some(first) = items.first() {
                    self.take(first, depth + 1);
                }
            }
            Value::Object(fields) => {
                let keys = Keys::of(fields);
                let get = |key: &str| field(fields, key, keys);
                let mut texts = MESSAGES.iter().filter_map(|key| get(key)?.as_str());
                let text = texts.find(|text| !text.trim().is_empty());
                if let Some(text) = text {
                    self.say(text);
                }
                if let Some(Value::String(kind)) = get("type")
                    && !kind.is_empty()
                {
                    self.types.push(kind.clone());
                }
                self.take_code(fields, keys);
                if let Some(Value::String(param)) = get("param") {
                    self.param = Some(param.clone());
                }
                if let Some(balance) = fields.get("rate_limit_and_credit_balance") {
                    self.resets_in = balance
                        .get("access_resets_in_seconds")
                        .and_then(lenient::number);
                }
                // OAuth: `{"error": "invalid_grant", "error_description": …}`.
                let said = self.message.is_some();
                for key in INNER {
                    match get(key) {
                        Some(Value::String(code)) if *key == "error" && said && is_code(code) => {
                            self.codes.push(code.clone());
                        }
                        Some(Value::Null | Value::Bool(_) | Value::Number(_)) | None => {}
                        Some(inner) => self.take(inner, depth + 1),
                    }
                }
                // RFC 9457: `{"title": "Quota exceeded", "detail": …}`.
                if let (Some(title), Some(detail)) = (get("title"), get("detail"))
                    && let (Some(title), Some(detail)) = (title.as_str(), detail.as_str())
                    && text == Some(title)
                    && !detail.contains(title.trim())
                {
                    self.say(&format!("{}: {detail}", title.trim()));
                }
                if self.message.is_none() {
                    self.take_around(fields, keys, depth);
                }
            }
            _ => {}
        }
    }

    /// Takes what stands in a place that is for results, or under the fields' names.
    fn take_around(&mut self, fields: &Map<String, Value>, keys: Keys, depth: usize) {
        for key in AROUND {
            let Some(Value::Object(inner)) = field(fields, key, keys) else {
                continue;
            };
            let error = field(inner, "error", Keys::of(inner));
            if let Some(error) = error.filter(|error| !error.is_boolean() && !error.is_number()) {
                self.take(error, depth + 1);
            }
        }
        // `{"result": "余额不足", "code": -1}`.
        if let Some(Value::String(text)) = field(fields, "result", keys)
            && !is_code(text)
        {
            self.say(text);
        }
        // `{"errors": {"prompt": ["is too long"]}}`.
        if self.message.is_none()
            && let Some(Value::Object(named)) = field(fields, "errors", keys)
        {
            let lines = named.iter().take(4).filter_map(|(name, said)| {
                let said = match said {
                    Value::Array(items) => items.first()?,
                    said => said,
                };
                Some(format!("{name}: {}", said.as_str()?))
            });
            let lines: Vec<String> = lines.collect();
            self.say(&lines.join("; "));
        }
    }

    fn take_code(&mut self, fields: &Map<String, Value>, keys: Keys) {
        let get = |key: &str| field(fields, key, keys);
        let others = CODES.iter().filter_map(|key| get(key));
        for code in get("code").into_iter().chain(others) {
            match code {
                Value::String(code) if !code.trim().is_empty() => {
                    // `com.amazonaws.service#ThrottlingException`.
                    let code = code.rsplit('#').next().unwrap_or(code);
                    self.codes.push(code.trim().to_owned());
                    return;
                }
                Value::Number(code) if self.codes.is_empty() => {
                    self.codes.push(code.to_string());
                    return;
                }
                _ => {}
            }
        }
        // Google writes the code in capitals under `status`.
        if let Some(Value::String(word)) = fields.get("status")
            && word.contains('_')
            && is_code(word)
        {
            self.codes.push(word.clone());
        }
    }

    /// Takes a reason, and what it quotes.
    fn say(&mut self, text: &str) {
        let text = text.trim();
        let said = self.message.is_some();
        if text.is_empty() || (said && is_reason_phrase(text)) {
            return;
        }
        // `{"message": "…", "details": [{"reason": "PUBLIC_ERROR_SEXUAL"}]}`.
        if said && is_code(text) && text.contains('_') {
            self.codes.push(text.to_owned());
            return;
        }
        let (shown, quoted) = unquote(text, |body| Self::of(body).into());
        if let Some(code) = text_code::code_in(text) {
            match quoted.any {
                true => self.quoted.codes.push(code.to_owned()),
                false => self.codes.push(code.to_owned()),
            }
        }
        self.quoted.join(quoted);
        self.message = Some(shown);
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
                    .filter_map(crate::api::fields::plain_text)
                    .collect();
                Some(match place.is_empty() {
                    true => message.to_owned(),
                    false => format!("{}: {message}", place.join(".")),
                })
            })
            .collect();
        // A code that is clear by itself says more than that a field is wrong.
        let types = items.iter().filter_map(|item| item.get("type")?.as_str());
        let known = types.filter(|kind| super::meaning::of_code(&normal(kind)).is_some());
        let known: Vec<String> = known.map(ToOwned::to_owned).collect();
        if !lines.is_empty() {
            self.validation = known.is_empty();
            self.types.extend(known);
            self.message = Some(lines.join("; "));
        }
    }

    /// The server's code: the innermost, else a `type` that serves as one.
    pub(super) fn code(&self) -> Option<&str> {
        let telling = || {
            let mut types = self.types.iter().rev();
            types.find(|kind| super::meaning::of_code(&normal(kind)).is_some())
        };
        let quoted = self.quoted.codes.last();
        let code = quoted
            .or(self.codes.last())
            .or_else(telling)
            .or(self.types.last());
        code.map(String::as_str)
    }

    pub(super) fn message(&self, status: Option<u16>) -> String {
        match (&self.message, &self.page) {
            (Some(message), Some(_)) => format!("a web page was answered: {message}"),
            (None, Some(_)) => "a web page was answered instead of JSON".into(),
            (Some(message), None) => message.clone(),
            (None, None) => match status.map(http::StatusCode::from_u16) {
                Some(Ok(status)) if !status.is_success() => format!(
                    "the server answered {}",
                    status.canonical_reason().unwrap_or("an error")
                ),
                _ => match self.code() {
                    Some(code) => format!("the server refused with the code {code}"),
                    None => "the server refused without a reason".into(),
                },
            },
        }
    }
}

/// True for the name of a status, such as `Internal Server Error`, which says less than any
/// message beside it.
fn is_reason_phrase(text: &str) -> bool {
    let mut statuses = (400..600).filter_map(|status| http::StatusCode::from_u16(status).ok());
    statuses.any(|status| {
        status
            .canonical_reason()
            .is_some_and(|reason| reason.eq_ignore_ascii_case(text))
    })
}

/// True if a text is a code and not a sentence.
fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_-.:".contains(c))
}

/// The title of a web page, else its first heading.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let between = |open: &str, close: &str| {
        let start = lower.find(open)? + open.len();
        let end = start + lower[start..].find(close)?;
        let text = page[start..end].trim();
        (!text.is_empty()).then(|| text.chars().take(120).collect())
    };
    between("<title>", "</title>").or_else(|| between("<h1>", "</h1>"))
}
