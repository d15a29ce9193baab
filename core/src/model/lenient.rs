//! Tolerant reading: the forms that real servers send for one and the same thing. For use
//! in `#[serde(deserialize_with = "…")]`, with `default`.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::Timestamp;

/// A count: an integer, a float, or either in a string. Anything else, and a
/// missing or negative number, reads as zero.
pub fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    Ok(optional_number(deserializer)?.map_or(0, |number| number.max(0.0) as u64))
}

/// A number, or a number in a string (`"45"`, `"45%"`); `null` and anything else read as
/// `None`.
pub fn optional_number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<f64>, D::Error> {
    Ok(number(&Value::deserialize(deserializer)?))
}

/// A whole number, read as [`optional_number`] reads it.
pub fn optional_count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    Ok(optional_number(deserializer)?
        .filter(|number| *number >= 0.0)
        .map(|number| number as u64))
}

/// A boolean, `0` or `1`, or `"true"`; anything else reads as `false`.
pub fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Bool(flag) => flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => matches!(text.trim(), "true" | "True" | "1" | "yes"),
        _ => false,
    })
}

/// Text, or a number written as text; `null`, empty text and anything else read as
/// `None`.
pub fn optional_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) if !text.is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// A time in any form that [`Timestamp`] reads; anything else reads as `None`.
pub fn optional_time<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Timestamp>, D::Error> {
    Ok(Timestamp::read(&Value::deserialize(deserializer)?))
}

/// A value of any type; anything that cannot be read as one reads as `None`.
pub fn optional<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(deserializer)?).ok())
}

/// A list; `null` reads as an empty one. An unreadable element does not hide the others.
pub fn list<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let items = Option::<Vec<Value>>::deserialize(deserializer)?;
    Ok(readable(items.unwrap_or_default()))
}

/// The readable elements of a list.
pub fn readable<T: DeserializeOwned>(items: Vec<Value>) -> Vec<T> {
    let items = items.into_iter();
    items
        .filter_map(|item| serde_json::from_value(item).ok())
        .collect()
}

/// Gives an object the field `name` from the first of the `others` that it has, if it
/// lacks the field or has it as `null`.
pub fn fill(object: &mut Value, name: &str, others: &[&str]) {
    let Value::Object(fields) = object else {
        return;
    };
    if fields.get(name).is_some_and(|value| !value.is_null()) {
        return;
    }
    for other in others {
        if fields.get(*other).is_some_and(|value| !value.is_null()) {
            let value = fields.remove(*other).unwrap_or_default();
            fields.insert(name.to_owned(), value);
            return;
        }
    }
}

/// Gives an object a thing under two names, its document's and the usual one, from the
/// first of these names that it has.
pub fn both(object: &mut Value, names: [&str; 2]) {
    let Value::Object(fields) = object else {
        return;
    };
    let given = names
        .iter()
        .find_map(|name| fields.get(*name).filter(|it| !it.is_null()));
    let Some(value) = given.cloned() else {
        return;
    };
    for name in names {
        if fields.get(name).is_none_or(Value::is_null) {
            fields.insert(name.to_owned(), value.clone());
        }
    }
}

/// The elements of a list in an object; none when it has no such list.
pub fn items<'a>(object: &'a mut Value, name: &str) -> &'a mut [Value] {
    match object.get_mut(name) {
        Some(Value::Array(items)) => items,
        _ => &mut [],
    }
}

/// A number in any of its forms.
pub fn number(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text
            .trim()
            .trim_end_matches(['%', '％'])
            .trim_end()
            .parse()
            .ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_from_every_shape() {
        assert_eq!(number(&json!(45)), Some(45.0));
        assert_eq!(number(&json!("45")), Some(45.0));
        assert_eq!(number(&json!("45%")), Some(45.0));
        assert_eq!(number(&json!(" 0.5 ")), Some(0.5));
        assert_eq!(number(&json!("inf")), None);
        assert_eq!(number(&json!(null)), None);
    }
}
