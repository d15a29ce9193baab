//! The word for the state in one object of an answer, and the progress beside it.

use std::borrow::Cow;

use serde_json::Value;

use super::frame::{self, Frame};
use super::places;
use crate::api::lenient;

pub(super) fn pixverse(word: String) -> String {
    let mut numbers = places::PIXVERSE.iter();
    match numbers.find(|(number, _)| *number == word) {
        Some((_, word)) => (*word).to_owned(),
        None => word,
    }
}

/// Every word of an object for the state, in order.
pub(super) fn words(frame: &Frame<'_>) -> Vec<String> {
    let mut words = Vec::new();
    for name in places::STATE {
        let value = frame.get(name);
        words.extend(value.and_then(|value| state_in(value, frame, STATE_DEPTH)));
    }
    if let Some(Value::Number(flag)) = frame.get(places::SUCCESS_FLAG) {
        let word = match flag.as_u64() {
            Some(0) => Some("generating"),
            Some(1) => Some("success"),
            Some(2 | 3) => Some("failed"),
            _ => None,
        };
        words.extend(word.map(ToOwned::to_owned));
    }
    let filtered = |name: &&str| match frame.get(name) {
        Some(Value::Number(count)) => count.as_f64() > Some(0.0),
        Some(Value::String(_)) => true,
        _ => false,
    };
    if places::FILTERED.iter().any(filtered) {
        words.push("filtered".to_owned());
    }
    if words.is_empty() {
        let ended = places::ENDED
            .iter()
            .find_map(|name| frame.get(name)?.as_bool());
        // Google leaves out `done` while it is false.
        let ended = ended.or_else(|| {
            frame.operation()?;
            Some(frame.get("error").is_some() || frame.get("response").is_some())
        });
        words.extend(
            ended.map(|ended| match (ended, frame.get("error").is_some()) {
                (true, true) => "failed".to_owned(),
                (true, false) => "done".to_owned(),
                (false, _) => "running".to_owned(),
            }),
        );
    }
    words
}

/// The depth to which a state may be wrapped: `{"status": [{"state": "completed"}]}`.
const STATE_DEPTH: usize = 3;

/// The word in the place of a state: itself, or inside an object or a list, whose last
/// element is the latest.
fn state_in(value: &Value, frame: &Frame<'_>, depth: usize) -> Option<String> {
    match value {
        _ if depth == 0 => None,
        Value::Array(items) => state_in(items.last()?, frame, depth - 1),
        Value::Object(fields) => {
            let inner = Frame::new(Cow::Borrowed(fields), None);
            let places = places::STATE.iter().chain(places::INSIDE_STATE);
            places
                .filter_map(|name| inner.get(name))
                .find_map(|value| state_in(value, frame, depth - 1).filter(|word| !is_number(word)))
        }
        // While the job goes on, it says that the call went well.
        Value::Bool(true) => progress(frame)
            .is_none_or(|progress| progress >= 100.0)
            .then(|| "true".to_owned()),
        value => frame::scalar(value),
    }
}

fn is_number(word: &str) -> bool {
    word.parse::<f64>().is_ok()
}

pub(super) fn progress(frame: &Frame<'_>) -> Option<f64> {
    if let Some(fraction) = frame
        .get(places::PROGRESS_FRACTION)
        .and_then(lenient::number)
    {
        return Some(if fraction <= 1.0 {
            fraction * 100.0
        } else {
            fraction
        });
    }
    // Google tells it of an operation in what it says beside it.
    let beside = frame.get("metadata").and_then(Value::as_object);
    let beside = beside.map(|fields| Frame::new(Cow::Borrowed(fields), None));
    let told = |name: &&str| {
        let beside = beside.as_ref();
        frame.get(name).or_else(|| beside?.get(name))
    };
    places::PROGRESS.iter().find_map(|name| match told(name)? {
        Value::Object(fields) => {
            let inner = ["percent", "percentage", "progress", "value"];
            inner
                .iter()
                .find_map(|name| lenient::number(fields.get(*name)?))
        }
        value => lenient::number(value),
    })
}

pub(super) fn number(frame: &Frame<'_>, names: &[&str]) -> Option<f64> {
    names.iter().find_map(|name| match frame.get(name)? {
        // `10s`.
        Value::String(text) => {
            let text = text.trim().trim_end_matches(['s', 'S']);
            lenient::number(&Value::String(text.to_owned()))
        }
        value => lenient::number(value),
    })
}
