//! Plain values that a caller gives, and the error for one that does not fit: the field,
//! the given value, and what is accepted, in a caller's words.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::model::text::{nearest, no_json, shown_within};
use crate::model::{Error, ErrorKind};

/// Reads plain values from another language. The error names `whole` where no field of
/// it is at fault.
///
/// # Errors
/// `invalid_input`, with the field as the caller wrote it, the given value, and what is
/// accepted. The value of a field that may hold a secret is not shown.
///
/// ```
/// use serde_json::json;
/// use sorakit::VideoRequest;
/// use sorakit::api::read_as;
///
/// let given = json!({"prompt": "a cat", "duration": "5"});
/// let error = read_as::<VideoRequest>("params", given).unwrap_err();
/// assert_eq!(error.field(), Some("duration"));
/// assert_eq!(error.reason(), "duration: must be a whole number from 0, not \"5\"");
/// ```
pub fn read_as<T: DeserializeOwned>(whole: &str, given: Value) -> Result<T, Error> {
    T::deserialize(&given).map_err(|error| misfit(whole, given, &error.to_string(), refusal::<T>))
}

/// The reason that the reader of a type gives for a value it refuses.
fn refusal<T: DeserializeOwned>(given: &Value) -> Option<String> {
    T::deserialize(given).err().map(|error| error.to_string())
}

/// Without the type that is read, so that it is compiled once and not for each.
type Refusal = fn(&Value) -> Option<String>;

/// The depth to which a value at fault is searched for, and among how many.
const DEPTH: usize = 6;
const WIDTH: usize = 200;

fn misfit(whole: &str, mut given: Value, said: &str, refusal: Refusal) -> Error {
    // A list would be read field by field.
    if let Value::Array(_) = given {
        return Error::invalid(whole, "must be an object, not a list");
    }
    let path = find(&mut given, said, refusal);
    let names: Vec<String> = path.iter().map(Step::name).collect();
    let inside = |name: &str| [names.as_slice(), &[name.to_owned()]].concat().join(".");
    let words;
    let said = match is_of_words(said) {
        // What the words are, it says for another word.
        true => {
            words = with(&mut given, &path, Value::String(String::new()), refusal);
            words.as_deref().unwrap_or(said)
        }
        false => said,
    };
    let at = path.iter().fold(&given, |value, step| step.in_value(value));
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    if said.starts_with("unknown field") {
        let (given, known) = quoted.split_first().unwrap_or((&"", &[]));
        let field = match names.last() {
            Some(last) if last == given => names.join("."),
            _ => inside(given),
        };
        let takes = match known {
            [] => "it takes no fields".to_owned(),
            known => format!("there is {}", known.join(", ")),
        };
        let meant = nearest(given, known.iter().copied());
        let what = match meant {
            Some(meant) => format!("is not known; did you mean `{meant}`? ({takes})"),
            None => format!("is not known; {takes}"),
        };
        return Error::invalid(field, what);
    }
    if said.starts_with("missing field") {
        let name = quoted.first().copied().unwrap_or_default();
        let keys = at.as_object().into_iter().flat_map(Map::keys);
        return match nearest(name, keys.map(String::as_str)) {
            Some(typed) if typed != name => {
                let what = format!("is not known; did you mean `{name}`, which must be given?");
                Error::invalid(inside(typed), what)
            }
            _ => Error::invalid(inside(name), "must be given"),
        };
    }
    let field = match names.is_empty() {
        true => whole.to_owned(),
        false => names.join("."),
    };
    let text = at.as_str();
    match accepted(said, &quoted, text) {
        Some(accepted) => {
            let given = described(&field, at);
            Error::invalid(field, format!("must be {accepted}, not {given}"))
        }
        // Our own words, which may begin with the field.
        None if names.is_empty() => Error::new(ErrorKind::InvalidInput, said),
        None => {
            let said = said.strip_prefix(&format!("{field}: ")).unwrap_or(said);
            Error::invalid(field, said)
        }
    }
}

/// Says in plain words what an answer's reader refuses.
pub(crate) fn plainly(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    match accepted(said, &quoted, None) {
        _ if error.is_syntax() || error.is_eof() => no_json(error),
        _ if said.starts_with("missing field") => {
            format!("`{}` is missing", quoted.first().unwrap_or(&""))
        }
        Some(accepted) => format!("a value must be {accepted}"),
        None => said.to_owned(),
    }
}

/// True if a value must be a word and is no text at all.
fn is_of_words(said: &str) -> bool {
    let expected = said
        .rsplit_once(", expected ")
        .map(|(_, expected)| expected);
    said.starts_with("invalid type")
        && expected.is_some_and(|expected| {
            matches!(
                expected,
                "string or map" | "string only" | "variant identifier"
            ) || expected.starts_with("enum ")
        })
}

/// The words in which the whole is refused with another value in this place.
fn with(given: &mut Value, path: &[Step], other: Value, refusal: Refusal) -> Option<String> {
    let held = std::mem::replace(place_in(given, path), other);
    let said = refusal(given);
    *place_in(given, path) = held;
    said
}

fn place_in<'a>(given: &'a mut Value, path: &[Step]) -> &'a mut Value {
    path.iter()
        .fold(given, |value, step| step.in_value_mut(value))
}

/// The accepted values, in a caller's words; `None` where the message is our own. `given` is
/// the text that was given, if it was one.
fn accepted(said: &str, quoted: &[&str], given: Option<&str>) -> Option<String> {
    if said.starts_with("unknown variant") {
        let (word, known) = quoted.split_first()?;
        // Such as `vllm` for `vllm-omni`.
        let longer = || {
            let word = word.to_lowercase();
            let begins = |known: &&&str| word.len() > 2 && known.starts_with(&word);
            known.iter().find(begins).copied()
        };
        let meant = given
            .and_then(|_| nearest(word, known.iter().copied()))
            .or_else(|| given.and_then(|_| longer()));
        let meant = meant.map_or(String::new(), |meant| format!("`{meant}`, or else "));
        return Some(format!("{meant}one of {}", known.join(", ")));
    }
    if let Some((_, name)) = said.split_once("any variant of untagged enum ") {
        return Some(one_of_several(name.trim()).to_owned());
    }
    let expected = ["invalid type: ", "invalid value: ", "invalid length "]
        .iter()
        .find_map(|start| said.strip_prefix(start)?.rsplit_once(", expected "))?;
    Some(match expected.1 {
        // One that is too large is whole, too.
        "u32" if said.starts_with("invalid value") && !said.contains("`-") => {
            format!("a whole number from 0 to {}", u32::MAX)
        }
        "i32" if said.starts_with("invalid value") => {
            format!("a whole number from {} to {}", i32::MIN, i32::MAX)
        }
        "u8" => "a whole number from 0 to 255".into(),
        "u16" => "a whole number from 0 to 65535".into(),
        "u32" | "u64" | "usize" => "a whole number from 0".into(),
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number".into(),
        "f32" | "f64" => "a number".into(),
        "a string" | "a borrowed string" | "string" | "str" | "path string"
        | "variant identifier" | "string or map" => "a text".into(),
        "a boolean" | "bool" => "true or false".into(),
        "a sequence" => "a list".into(),
        "a map" => "an object".into(),
        other if other.starts_with("struct ") => "an object".into(),
        other if other.starts_with("a tuple of size ") => {
            other.replace("a tuple of size ", "a list of the length ")
        }
        other if other.starts_with("internally tagged enum") => {
            "an object that says its kind".into()
        }
        other if other.starts_with("enum ") => "one of the words that are documented".into(),
        other => other.to_owned(),
    })
}

/// The values that untagged types accept.
const SEVERAL: &[(&str, &str)] = &[
    (
        "Json",
        "a path or an address as a text, or an object with `url`, `path` or `base64`",
    ),
    ("TokenId", "a number or a text"),
    ("ChatContent", "a text, or a list of parts"),
    ("Seconds", "a number of seconds"),
    ("What", "a job, or an address as a text"),
];

fn one_of_several(name: &str) -> &'static str {
    let known = SEVERAL.iter().find(|(known, _)| *known == name);
    known.map_or("of a form that is documented", |(_, accepted)| accepted)
}

/// Describes the given value, as far as it may be shown.
fn described(field: &str, value: &Value) -> String {
    const SECRET: &[&str] = &[
        "token", "key", "secret", "password", "proxy", "cookie", "header", "query", "url",
    ];
    let field = field.to_lowercase();
    let is_secret = SECRET.iter().any(|part| field.contains(part));
    match value {
        Value::Null => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Number(_) if is_secret => "a number".into(),
        Value::Number(value) => value.to_string(),
        Value::String(text) if text.len() <= 40 && !is_secret => {
            format!("\"{}\"", shown_within(text, 40))
        }
        Value::String(_) => "a text".into(),
        Value::Array(_) => "a list".into(),
        // How the languages hand over bytes.
        Value::Object(fields) if fields.len() == 1 && fields.contains_key("attachment") => {
            "a file".into()
        }
        Value::Object(_) => "an object".into(),
    }
}

/// A step into a value.
#[derive(Debug, Clone)]
enum Step {
    Field(String),
    Item(usize),
}

impl Step {
    fn name(&self) -> String {
        match self {
            Self::Field(name) => name.clone(),
            Self::Item(index) => index.to_string(),
        }
    }

    fn in_value<'a>(&self, value: &'a Value) -> &'a Value {
        match self {
            Self::Field(name) => &value[name.as_str()],
            Self::Item(index) => &value[*index],
        }
    }

    fn in_value_mut<'a>(&self, value: &'a mut Value) -> &'a mut Value {
        match self {
            Self::Field(name) => &mut value[name.as_str()],
            Self::Item(index) => &mut value[*index],
        }
    }
}

/// Finds the path to the value at fault. Readers that try several forms lose it, so it is
/// found by trying: the value at fault is refused in the same words on its own, or the
/// rest is accepted without it.
fn find(given: &mut Value, said: &str, refusal: Refusal) -> Vec<Step> {
    let mut path: Vec<Step> = Vec::new();
    while path.len() < DEPTH {
        let held = place_in(given, &path).clone();
        let steps = steps_of(&held);
        let mut says = |value: Value| with(given, &path, value, refusal);
        // Refused with nothing in it, too: it is itself at fault.
        let bare = match &held {
            Value::Object(_) => Value::Object(Map::new()),
            _ => Value::Array(Vec::new()),
        };
        if steps.is_empty() || says(bare).as_deref() == Some(said) {
            break;
        }
        let mut found = None;
        if !said.starts_with("missing field") {
            found = steps
                .iter()
                .position(|step| says(alone(&held, step)).as_deref() == Some(said));
        }
        found = found.or_else(|| {
            steps.iter().position(|step| {
                let now = says(without(&held, step));
                let is_needed = now
                    .as_deref()
                    .is_some_and(|now| now == format!("missing field `{}`", step.name()));
                now.as_deref() != Some(said) && !is_needed
            })
        });
        // A required value that does not fit shows neither way: another value there is
        // refused in other words.
        found = found.or_else(|| {
            steps.iter().position(|step| {
                let now = says(otherwise(&held, step));
                now.is_some_and(|now| now != said && !said.starts_with("missing field"))
            })
        });
        match found {
            Some(index) => path.push(steps[index].clone()),
            None => break,
        }
    }
    path
}

fn steps_of(value: &Value) -> Vec<Step> {
    match value {
        Value::Object(fields) => {
            let names = fields.keys().cloned();
            names.map(Step::Field).take(WIDTH).collect()
        }
        Value::Array(items) => (0..items.len().min(WIDTH)).map(Step::Item).collect(),
        _ => Vec::new(),
    }
}

fn alone(held: &Value, step: &Step) -> Value {
    let inner = step.in_value(held).clone();
    match step {
        Step::Field(name) => Value::Object(Map::from_iter([(name.clone(), inner)])),
        Step::Item(_) => Value::Array(vec![inner]),
    }
}

fn without(held: &Value, step: &Step) -> Value {
    let mut rest = held.clone();
    match (&mut rest, step) {
        (Value::Object(fields), Step::Field(name)) => drop(fields.shift_remove(name)),
        (Value::Array(items), Step::Item(index)) => drop(items.remove(*index)),
        _ => {}
    }
    rest
}

/// Replaces the value in this place by another of its type, or of another type where its
/// type has no other.
fn otherwise(held: &Value, step: &Step) -> Value {
    let mut other = held.clone();
    let place = step.in_value_mut(&mut other);
    *place = match &*place {
        Value::Null => Value::Bool(true),
        Value::Bool(value) => Value::Bool(!value),
        Value::Number(number) if number.as_u64() == Some(1) => 2.into(),
        Value::Number(_) => 1.into(),
        Value::String(text) => format!("{text}.").into(),
        Value::Array(_) => Value::Object(Map::new()),
        Value::Object(_) => Value::Array(Vec::new()),
    };
    other
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, VideoRequest};
    use serde_json::json;

    fn refused<T: DeserializeOwned>(given: Value) -> (String, String) {
        let Err(error) = read_as::<T>("params", given.clone()) else {
            panic!("{given} was taken");
        };
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        let message = error.reason().to_owned();
        (error.field().unwrap_or_default().to_owned(), message)
    }

    #[test]
    fn a_value_that_does_not_fit_is_named_with_what_would() {
        for (given, field, words) in [
            (
                json!({"prompt": "x", "duration": "5"}),
                "duration",
                "a whole number from 0, not \"5\"",
            ),
            (
                json!({"prompt": "x", "duration": -5}),
                "duration",
                "a whole number from 0, not -5",
            ),
            (
                json!({"prompt": "x", "duration": 2.5}),
                "duration",
                "not 2.5",
            ),
            (json!({"prompt": 5}), "prompt", "a text, not 5"),
            (
                json!({"prompt": "x", "private": "yes"}),
                "private",
                "true or false, not \"yes\"",
            ),
            (
                json!({"prompt": "x", "references": 3}),
                "references",
                "a list, not 3",
            ),
            (
                json!({"prompt": "x", "references": [{"url": "https://a.example"}, 3]}),
                "references.1",
                "`url`, `path` or `base64`, not 3",
            ),
            (
                json!({"prompt": "x", "orientation": "landscpe"}),
                "orientation",
                "`landscape`, or else one of",
            ),
            (
                json!({"prompt": "x", "storyboard": [{"duration": 5, "scene": "a"}, {"duration": 5, "scene": 4}]}),
                "storyboard.1.scene",
                "a text, not 4",
            ),
            (json!({"prompt": "x", "lenght": 3}), "lenght", "duration"),
            (
                json!({"prompt": "x", "sise": "1x1"}),
                "sise",
                "did you mean `size`?",
            ),
            (json!({"duration": []}), "duration", "not a list"),
            (
                json!({"prompt": {"prompt": "a"}}),
                "prompt",
                "a text, not an object",
            ),
            (
                json!({"prompt": {"attachment": 0}}),
                "prompt",
                "a text, not a file",
            ),
            (json!({"prompt": ["a"]}), "prompt", "a text, not a list"),
            (
                json!({"prompt": "x", "extra": [1]}),
                "extra",
                "an object, not a list",
            ),
            (
                json!({"prompt": "x", "size": [1280, 720]}),
                "size",
                "a text, not a list",
            ),
            (
                json!({"prompt": "x", "orientation": ["landscape"]}),
                "orientation",
                "one of landscape, portrait",
            ),
            (
                json!({"prompt": "x", "orientation": 5}),
                "orientation",
                "one of landscape, portrait",
            ),
            (
                json!({"prompt": "x", "duration": 5_000_000_000_u64}),
                "duration",
                "from 0 to 4294967295, not 5000000000",
            ),
            (json!([1, 2]), "params", "an object"),
        ] {
            let shown = given.to_string();
            let (found, message) = refused::<VideoRequest>(given);
            assert_eq!(found, field, "{shown}: {message}");
            assert!(message.contains(words), "{shown}: {message}");
            for jargon in [
                "invalid type",
                "untagged",
                "expected",
                "variant",
                "struct",
                "u32",
            ] {
                assert!(!message.contains(jargon), "{message}");
            }
        }
    }

    #[test]
    fn options_are_named_and_secrets_are_not_shown() {
        for value in [json!("5"), json!([]), json!(true)] {
            for field in ["timeout", "poll_interval", "max_retries"] {
                let (found, message) = refused::<Options>(json!({field: value}));
                assert_eq!(found, field, "{message}");
            }
        }
        let (field, message) =
            refused::<Options>(json!({"base_url": "http://a", "max_retries": "sk-1"}));
        assert_eq!(
            (field.as_str(), message.contains("sk-1")),
            ("max_retries", true)
        );
        for (given, field, words) in [
            (json!({"headers": ["a"]}), "headers", "not a list"),
            (
                json!({"api_key": 123456}),
                "api_key",
                "a text, not a number",
            ),
            (
                json!({"flavour": "vllm"}),
                "flavour",
                "`vllm-omni`, or else",
            ),
            (json!({"dialect": 5}), "dialect", "one of "),
        ] {
            let (found, message) = refused::<Options>(given);
            assert_eq!(found, field, "{message}");
            assert!(message.contains(words), "{message}");
        }
        let (field, message) = refused::<Options>(json!({"pollInterval": 2}));
        assert_eq!(field, "pollInterval");
        assert!(
            message.contains("did you mean `poll_interval`?"),
            "{message}"
        );
    }
}
