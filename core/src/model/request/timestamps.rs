//! A stretch of a video, as a pair of numbers or as the documents write it.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads `[0, 3]` or `"0,3"`, in seconds.
pub(crate) fn range<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(f64, f64), D::Error> {
    let value = Value::deserialize(deserializer)?;
    read(&value).ok_or_else(|| {
        D::Error::custom("must be a start and an end in seconds, such as [0, 3] or \"0,3\"")
    })
}

/// Reads a stretch, or none.
pub(crate) fn optional<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<(f64, f64)>, D::Error> {
    match Option::<Value>::deserialize(deserializer)? {
        None => Ok(None),
        Some(value) => range(value).map(Some).map_err(D::Error::custom),
    }
}

fn read(value: &Value) -> Option<(f64, f64)> {
    match value {
        Value::String(text) => {
            let (start, end) = text.split_once(',')?;
            Some((start.trim().parse().ok()?, end.trim().parse().ok()?))
        }
        Value::Array(ends) => match ends.as_slice() {
            [start, end] => Some((start.as_f64()?, end.as_f64()?)),
            _ => None,
        },
        _ => None,
    }
}

/// A pair of numbers, or text.
pub(crate) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({
        "anyOf": [
            {
                "type": "array",
                "prefixItems": [
                    {"type": "number", "format": "double"},
                    {"type": "number", "format": "double"}
                ],
                "minItems": 2,
                "maxItems": 2
            },
            {"type": "string"}
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_forms_are_read() {
        for good in [json!([0, 3]), json!("0,3"), json!("0, 3.0")] {
            assert_eq!(range(&good).unwrap(), (0.0, 3.0), "{good}");
        }
        for bad in [json!("3"), json!([1]), json!({}), json!("a,b")] {
            assert!(range(&bad).is_err(), "{bad}");
        }
        assert_eq!(optional(&json!(null)).unwrap(), None);
    }
}
