//! The objects of an answer that may contain a job.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::places::{ID, JOB_ID, LISTED, NAME, REQUEST_ID, WRAPPERS};
use crate::api::fields::plain_text;
use crate::api::json;

/// The depth to which wrappers are followed, and the number of objects inspected.
const DEPTH: usize = 4;
const MOST: usize = 24;

/// An object of an answer.
pub(super) struct Frame<'a> {
    fields: Cow<'a, Map<String, Value>>,
    keys: Keys,
    /// The index of the object that contains it.
    pub(super) parent: Option<usize>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(fields: Cow<'a, Map<String, Value>>, parent: Option<usize>) -> Self {
        Self {
            keys: Keys::of(&fields),
            fields,
            parent,
        }
    }

    /// The value under a key, unless it is null or empty.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        field(&self.fields, name, self.keys)
    }

    /// The first of these fields that is text or a number, as text.
    pub(super) fn text(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| lone(self.get(name)?))
    }

    pub(super) fn fields(&self) -> &Map<String, Value> {
        &self.fields
    }

    /// True if one of its ids is this one.
    pub(super) fn is(&self, id: &str) -> bool {
        let ids = JOB_ID.iter().chain(ID).chain(REQUEST_ID);
        ids.filter_map(|name| self.text(&[name]))
            .any(|own| own == id)
            || self.text(&[NAME]).is_some_and(|name| name == id)
            || self
                .operation()
                .is_some_and(|name| name.rsplit('/').next() == Some(id))
    }

    /// The name of the operation that it is: Google.
    pub(super) fn operation(&self) -> Option<String> {
        self.text(&[NAME])
            .filter(|name| name.contains("operations/"))
    }
}

/// What is known of an object's keys. Most of the keys that are looked for are in no answer,
/// and this tells so without a look at the object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keys {
    /// Set when a key has a capital letter or a hyphen, so that keys may be in another case.
    other_case: bool,
    /// A bit for each key; several may share one.
    bits: u128,
}

impl Keys {
    pub(crate) fn of(fields: &Map<String, Value>) -> Self {
        let mut keys = Self {
            other_case: false,
            bits: 0,
        };
        for name in fields.keys() {
            let other = |byte: u8| byte.is_ascii_uppercase() || byte == b'-';
            keys.other_case |= name.bytes().any(other);
            keys.bits |= Self::bit(name);
        }
        keys
    }

    /// False when the object has no such key, in any case.
    fn may_have(self, name: &str) -> bool {
        self.bits & Self::bit(name) != 0
    }

    /// The bit of a key, the same in every case: of its first and last letter and its length.
    fn bit(name: &str) -> u128 {
        let letters = || name.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
        let letter = |byte: Option<u8>| usize::from(byte.unwrap_or(0).to_ascii_lowercase());
        let (first, last) = (letter(letters().next()), letter(letters().next_back()));
        1 << ((letters().count() + first * 5 + last * 13) % 128)
    }
}

/// The value under a key, in snake, camel, Pascal, upper or kebab case, unless it is
/// null or empty. `task_id` is `taskId`, `TaskId`, `taskID`, `TASK_ID`, `task-id` too.
pub(crate) fn field<'a>(
    fields: &'a Map<String, Value>,
    name: &str,
    keys: Keys,
) -> Option<&'a Value> {
    if !keys.may_have(name) {
        return None;
    }
    let told = |value: &&Value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    if let Some(value) = fields.get(name).filter(told) {
        return Some(value);
    }
    if !keys.other_case {
        return None;
    }
    let mut other = String::with_capacity(name.len());
    for (index, part) in name.split('_').enumerate() {
        match (index, part.get(..1)) {
            (1.., Some(first)) => {
                other.push_str(&first.to_ascii_uppercase());
                other.push_str(&part[1..]);
            }
            _ => other.push_str(part),
        }
    }
    let get = |name: &str| fields.get(name).filter(told);
    let abbreviated = |name: &str| {
        let ends = ["Id", "Url", "Uri", "Ids", "Urls"];
        let end = ends.iter().find(|end| name.ends_with(**end))?;
        let stem = &name[..name.len() - end.len()];
        let plural = end.ends_with('s');
        let upper = end.trim_end_matches('s').to_ascii_uppercase();
        get(&format!("{stem}{upper}{}", if plural { "s" } else { "" }))
    };
    if let Some(value) = get(&other).or_else(|| abbreviated(&other)) {
        return Some(value);
    }
    if let Some(first) = other.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    get(&other)
        .or_else(|| abbreviated(&other))
        .or_else(|| get(&name.to_ascii_uppercase()))
        .or_else(|| get(&name.replace('_', "-")))
}

/// Formats text or a number as text.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if json::is_long(text) => None,
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(_) => plain_text(value),
        _ => None,
    }
}

/// Formats text or a number as text, alone in a list, or in the only field of an object, as
/// MongoDB's `{"$oid": …}`.
fn lone(value: &Value) -> Option<String> {
    match value {
        Value::Array(items) if items.len() == 1 => scalar(&items[0]),
        Value::Object(fields) if fields.len() == 1 => {
            let names = ["$oid", "$numberLong", "value", "id"];
            names.iter().find_map(|name| scalar(fields.get(*name)?))
        }
        value => scalar(value),
    }
}

/// The objects that may contain the job, from the outside in. Of a list it is the element
/// with the requested id, else the first.
pub(super) fn frames<'a>(answer: &'a Value, asked: Option<&str>) -> Vec<Frame<'a>> {
    let mut frames = Vec::new();
    add(&mut frames, Cow::Borrowed(answer), None, asked);
    let mut next = 0;
    let mut depths = vec![0; frames.len()];
    while next < frames.len() && frames.len() < MOST {
        if depths[next] < DEPTH {
            // Once the job is found no list is looked at: those in it are of other things.
            let lists = asked.is_some_and(|asked| !frames.iter().any(|frame| frame.is(asked)));
            let own = asked.filter(|_| lists).filter(|asked| {
                let held = frames[next].fields().get(*asked);
                held.is_some_and(Value::is_object)
            });
            let listed = LISTED.iter().filter(|_| lists);
            for name in WRAPPERS.iter().chain(listed).copied().chain(own) {
                let Some(inner) = frames[next].get(name) else {
                    continue;
                };
                let inner = match &frames[next].fields {
                    // The place in the answer itself, which outlives the frame.
                    Cow::Borrowed(fields) => {
                        let fields: &'a Map<String, Value> = fields;
                        field(fields, name, frames[next].keys).map(Cow::Borrowed)
                    }
                    Cow::Owned(_) => Some(Cow::Owned(inner.clone())),
                };
                if let Some(inner) = inner {
                    add(&mut frames, inner, Some(next), asked);
                    depths.resize(frames.len(), depths[next] + 1);
                }
            }
        }
        next += 1;
    }
    frames
}

fn add<'a>(
    frames: &mut Vec<Frame<'a>>,
    value: Cow<'a, Value>,
    parent: Option<usize>,
    asked: Option<&str>,
) {
    let fields = match value {
        Cow::Borrowed(Value::Object(fields)) => Cow::Borrowed(fields),
        Cow::Owned(Value::Object(fields)) => Cow::Owned(fields),
        Cow::Borrowed(Value::Array(items)) => match element(items, asked) {
            Some(at) => return add(frames, Cow::Borrowed(&items[at]), parent, asked),
            None => return,
        },
        Cow::Owned(Value::Array(mut items)) => match element(&items, asked) {
            Some(at) => return add(frames, Cow::Owned(items.swap_remove(at)), parent, asked),
            None => return,
        },
        Cow::Borrowed(Value::String(text)) => match json::inside(text) {
            Some(inner) => return add(frames, Cow::Owned(inner), parent, asked),
            None => return,
        },
        Cow::Owned(Value::String(text)) => match json::inside(&text) {
            Some(inner) => return add(frames, Cow::Owned(inner), parent, asked),
            None => return,
        },
        _ => return,
    };
    frames.push(Frame::new(fields, parent));
}

/// The index of the element of a list that is meant; none when the list holds only other
/// jobs.
fn element(items: &[Value], asked: Option<&str>) -> Option<usize> {
    let asked = match (items.len(), asked) {
        (0, _) => return None,
        (1, _) | (_, None) => return Some(0),
        (_, Some(asked)) => asked,
    };
    items.iter().position(|item| match item {
        Value::Object(fields) => Frame::new(Cow::Borrowed(fields), None).is(asked),
        _ => false,
    })
}
