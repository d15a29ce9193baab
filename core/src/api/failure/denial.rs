//! Telling refusals with a good status from answers, in any of the shapes of gateways.

use serde_json::{Map, Value};

use super::meaning::{normal, of_code, of_words};
use super::stated::{CODES, MESSAGES, Stated};
use super::text_code;
use crate::api::answer::{Keys, field};
use crate::model::JobStatus;

/// True if a value with a good status says that nothing was done.
pub(super) fn is_refusal(value: &Value) -> bool {
    let fields = match value {
        Value::Object(fields) => Fields::of(fields),
        Value::String(text) => return is_worded_refusal(text),
        Value::Array(items) => return is_lone_error(items),
        _ => return false,
    };
    // What says that it succeeded may speak of something else that failed.
    if fields.get("success") == Some(&Value::Bool(true)) {
        return false;
    }
    denies(&fields)
        || states_an_error(&fields)
        || fields.get("object").and_then(Value::as_str) == Some("error")
        || is_coded_refusal(&fields)
        || fields
            .get("base_resp")
            .and_then(Value::as_object)
            .is_some_and(|inner| is_bad_code(Fields::of(inner).get("status_code")))
        || holds_an_error(&fields)
        || is_lone_detail(&fields)
        || is_lone_message(&fields)
        || is_message_of_a_request(&fields)
}

/// True if an answer says of itself that it is no success: `{"success": false}`.
pub(crate) fn says_no(value: &Value) -> bool {
    value
        .as_object()
        .is_some_and(|fields| denies(&Fields::of(fields)))
}

fn denies(fields: &Fields<'_>) -> bool {
    let no = |key: &str| match fields.get(key) {
        Some(Value::Bool(said)) => !said,
        Some(Value::Number(said)) => said.as_f64() == Some(0.0),
        Some(Value::String(said)) => {
            matches!(said.trim().to_ascii_lowercase().as_str(), "false" | "0")
        }
        _ => false,
    };
    let flatly = |key: &&str| fields.get(key) == Some(&Value::Bool(false));
    no("success")
        || no("ok")
        || ["result", "status", "is_success", "succeed"]
            .iter()
            .any(flatly)
}

fn states_an_error(fields: &Fields<'_>) -> bool {
    let mut keys = ["error", "errors", "fault"].iter();
    keys.any(|key| fields.get(key).is_some_and(says_something))
}

/// True if an error is all that a list holds: Google.
fn is_lone_error(items: &[Value]) -> bool {
    match items {
        [Value::Object(only)] => {
            let only = Fields::of(only);
            states_an_error(&only) && !has_id(&only)
        }
        _ => false,
    }
}

/// What an error stands in where a result would.
const AROUND: &[&str] = &["data", "result", "response", "response_metadata"];

/// True if an error stands where a result would: `{"Response": {"Error": …}}`.
fn holds_an_error(fields: &Fields<'_>) -> bool {
    let mut inner = AROUND
        .iter()
        .filter_map(|key| fields.get(key)?.as_object().map(Fields::of));
    // What has a state is a job, whose error it is.
    let states = ["status", "state", "task_status", "job_status"];
    !has_id(fields)
        && inner.any(|inner| {
            let is_job = has_id(&inner) || states.iter().any(|key| inner.get(key).is_some());
            states_an_error(&inner) && !is_job
        })
}

/// The fields of an answer, by their names in snake case, however they are written.
struct Fields<'a> {
    fields: &'a Map<String, Value>,
    keys: Keys,
}

impl<'a> Fields<'a> {
    fn of(fields: &'a Map<String, Value>) -> Self {
        Self {
            fields,
            keys: Keys::of(fields),
        }
    }

    /// The value, unless it is null or empty.
    fn get(&self, name: &str) -> Option<&'a Value> {
        field(self.fields, name, self.keys)
    }

    /// True if it has no fields but these.
    fn are_only(&self, names: &[&str]) -> bool {
        let known = names.iter().filter(|name| self.get(name).is_some()).count();
        let told = self
            .fields
            .values()
            .filter(|value| !is_empty(value))
            .count();
        known >= told
    }
}

/// The longest sentence that is looked at as an answer of its own.
pub(super) const SENTENCE: usize = 1_000;

/// True if a sentence alone refuses, by words that the tables know.
pub(crate) fn is_worded_refusal(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > SENTENCE {
        return false;
    }
    let stated = Stated::of(&Value::String(text.to_owned()));
    let known = |codes: &[String]| codes.iter().any(|code| of_code(&normal(code)).is_some());
    known(&stated.codes)
        || known(&stated.quoted.codes)
        || of_code(&normal(text)).is_some()
        || of_words(&text_code::words_after(text).to_lowercase()).is_some()
}

/// True if it is `{"message": …}` and nothing else, and the message refuses.
fn is_lone_message(fields: &Fields<'_>) -> bool {
    let texts = [
        "message",
        "msg",
        "error_message",
        "error_msg",
        "err_msg",
        "errmsg",
        "reason",
    ];
    let beside = [
        "request_id",
        "trace_id",
        "time",
        "timestamp",
        "path",
        "type",
        "code",
    ];
    let mut said = texts.iter().filter_map(|key| fields.get(key)?.as_str());
    let names: Vec<&str> = texts.iter().chain(&beside).copied().collect();
    // `{"message": …, "type": "invalid_request_error"}`.
    let is_error = fields
        .get("type")
        .and_then(Value::as_str)
        .is_some_and(|kind| {
            let kind = normal(kind);
            kind.ends_with("error") || kind.ends_with("exception")
        });
    said.any(|text| is_error || is_worded_refusal(text)) && fields.are_only(&names)
}

/// True if nothing but a message stands beside the id of a request, and it does not
/// say that something was begun: the id is no job's then.
fn is_message_of_a_request(fields: &Fields<'_>) -> bool {
    let ids = ["request_id", "uuid"];
    let names = ["request_id", "uuid", "message", "msg"];
    let text = ["message", "msg"]
        .iter()
        .find_map(|key| fields.get(key)?.as_str());
    let begun = |text: &str| {
        let lower = text.to_lowercase();
        let goes_on = ["processing", "pending", "started", "in progress"];
        let goes_on = goes_on.iter().any(|word| lower.contains(word));
        says_it_went_well(text)
            || (goes_on && !is_worded_refusal(text))
            || JobStatus::from_word(text).is_some_and(|word| !word.is_ended())
    };
    ids.iter().any(|key| fields.get(key).is_some())
        && text.is_some_and(|text| !begun(text))
        && fields.are_only(&names)
}

/// True if an `error` is one: not `null`, `false`, `0`, `""`, `{}`.
fn says_something(error: &Value) -> bool {
    match error {
        Value::Bool(failed) => *failed,
        _ => !is_empty(error),
    }
}

/// True if it is `{"code": …, "message": …}` or `{"status": "error", "msg": …}` with
/// a code that means no success, and without data.
fn is_coded_refusal(fields: &Fields<'_>) -> bool {
    let failed = ["code", "ret"]
        .iter()
        .chain(CODES)
        .any(|key| is_bad_code(fields.get(key)))
        || match fields.get("status") {
            Some(Value::String(word)) => {
                let bad = ["error", "fail", "failed", "failure"];
                bad.contains(&word.to_lowercase().as_str()) && !has_id(fields)
            }
            Some(Value::Number(status)) => status.as_u64().is_some_and(|code| code >= 400),
            _ => false,
        };
    let stated = MESSAGES
        .iter()
        .chain(&["detail"])
        // A success has one too.
        .filter(|key| **key != "description")
        .any(|key| fields.get(key).is_some_and(Value::is_string));
    // Where a success has its words too, or its id.
    let worded = ["description", "result"].iter().any(|key| {
        let text = fields.get(key).and_then(Value::as_str);
        text.is_some_and(|text| !is_one_word(text) && !says_it_went_well(text))
    });
    let holds = |key: &str| match fields.get(key) {
        Some(Value::String(text)) if key == "result" => is_one_word(text),
        Some(value) => !is_empty(value),
        None => false,
    };
    failed && (stated || worded) && !holds("data") && !holds("result") && !has_id(fields)
}

/// True if a text may be an id, and is no sentence.
fn is_one_word(text: &str) -> bool {
    text.is_ascii() && !text.trim().contains(char::is_whitespace)
}

fn is_bad_code(code: Option<&Value>) -> bool {
    match code {
        Some(Value::Number(code)) => !matches!(code.as_i64(), Some(0 | 200..=299)),
        Some(Value::String(code)) => {
            let code = code.trim().to_lowercase();
            let good = ["", "0", "ok", "success", "succeeded"];
            let status = code
                .parse()
                .is_ok_and(|code: u16| (200..300).contains(&code));
            !status && !good.contains(&code.as_str())
        }
        _ => false,
    }
}

/// True if it is FastAPI's `{"detail": …}` and nothing else.
fn is_lone_detail(fields: &Fields<'_>) -> bool {
    let beside = [
        "detail",
        "request_id",
        "trace_id",
        "status",
        "type",
        "title",
        "instance",
    ];
    let Some(detail) = fields.get("detail").filter(|detail| !is_empty(detail)) else {
        return false;
    };
    !detail.as_str().is_some_and(says_it_went_well) && fields.are_only(&beside)
}

/// True if a sentence says that what was asked for is done. Whole words count: there
/// is an "ok" in "token".
fn says_it_went_well(text: &str) -> bool {
    let lower = text.to_lowercase();
    let good = [
        "success",
        "successful",
        "successfully",
        "succeeded",
        "ok",
        "okay",
        "done",
        "deleted",
        "removed",
        "accepted",
        "updated",
        "created",
        "saved",
        "completed",
        "queued",
        "submitted",
    ];
    let bad = [
        "not", "no", "cannot", "unable", "fail", "failed", "failure", "error",
    ];
    let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let fails = words
        .clone()
        .any(|word| bad.contains(&word) || word.starts_with("un"))
        || ["失败", "错误", "未", "不"]
            .iter()
            .any(|bad| lower.contains(bad));
    let well = words.any(|word| good.contains(&word))
        || ["成功", "已提交", "已接收", "已受理", "排队中", "处理中"]
            .iter()
            .any(|good| lower.contains(good));
    well && !fails && !is_worded_refusal(text)
}

fn has_id(fields: &Fields<'_>) -> bool {
    ["id", "task_id", "video_id"]
        .iter()
        .any(|key| fields.get(key).is_some_and(|id| !is_empty(id)))
}

/// True if a value holds nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Array(items) => items.iter().all(is_empty),
        Value::String(text) => text.trim().is_empty(),
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::Bool(_) => false,
    }
}
