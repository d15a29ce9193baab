//! Points in time, however a server writes them.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::calendar;

/// A point in time, in milliseconds since 1970-01-01 UTC.
///
/// Reads seconds, milliseconds and finer units as a number or as digits in a string, ISO
/// 8601 with or without a zone (UTC if without), and the date formats of mail and HTTP.
/// Writes seconds.
///
/// ```
/// use sorakit::api::Timestamp;
///
/// let time: Timestamp = serde_json::from_str("\"2025-01-15T10:30:00Z\"").unwrap();
/// assert_eq!(time, serde_json::from_str("1736937000").unwrap());
/// assert_eq!(time, serde_json::from_str("1736937000000").unwrap());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(i64);

/// Numbers above this are milliseconds: as seconds they are after the year 5000.
const MILLISECONDS_FROM: f64 = 1e11;
/// Anything later is read as this: the last second, in milliseconds, that is not mistaken
/// for milliseconds when it is written in seconds and read again.
const LATEST: f64 = (MILLISECONDS_FROM - 1.0) * 1000.0;

/// Times of our era; as milliseconds they are further off than any server means.
const MICROSECONDS: std::ops::Range<f64> = 1e14..1e16;
const NANOSECONDS: std::ops::Range<f64> = 1.2e18..4e18;

impl Timestamp {
    /// A time in milliseconds since 1970.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// A time in seconds since 1970.
    pub const fn from_secs(secs: i64) -> Self {
        Self(secs.saturating_mul(1000))
    }

    /// Milliseconds since 1970.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Seconds since 1970.
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// The time since `earlier`; zero if this is before it.
    pub fn since(self, earlier: Self) -> std::time::Duration {
        std::time::Duration::from_millis(self.0.saturating_sub(earlier.0).max(0) as u64)
    }

    /// This time plus a duration.
    #[must_use]
    pub fn after(self, duration: std::time::Duration) -> Self {
        let millis = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        Self(self.0.saturating_add(millis))
    }

    /// Reads a number or text; `None` if it is neither or out of range.
    pub fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => Self::from_number(number.as_f64()?),
            Value::String(text) => Self::from_text(text),
            _ => None,
        }
    }

    fn from_number(number: f64) -> Option<Self> {
        if !number.is_finite() || number < 0.0 {
            return None;
        }
        let millis = match number {
            _ if NANOSECONDS.contains(&number) => number / 1e6,
            _ if MICROSECONDS.contains(&number) => number / 1e3,
            _ if number >= MILLISECONDS_FROM => number,
            _ => number * 1000.0,
        };
        Some(Self(millis.round().min(LATEST) as i64))
    }

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(number) = text.parse::<f64>() {
            return Self::from_number(number);
        }
        let millis = calendar::read_iso(text)
            .or_else(|| calendar::read_mail(text))
            .or_else(|| calendar::read_iso(&text.replace('/', "-")))?;
        Some(Self(millis))
    }
}

impl From<std::time::SystemTime> for Timestamp {
    /// Times before 1970 become 1970.
    fn from(time: std::time::SystemTime) -> Self {
        let since = time.duration_since(std::time::UNIX_EPOCH);
        Self::default().after(since.unwrap_or_default())
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match calendar::rfc3339(self.0) {
            Some(text) => f.write_str(&text),
            None => self.0.fmt(f),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 1000 == 0 {
            serializer.serialize_i64(self.0 / 1000)
        } else {
            serializer.serialize_f64(self.as_secs_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::read(&value).ok_or_else(|| {
            serde::de::Error::custom("expected a time: seconds, milliseconds or ISO 8601")
        })
    }
}

impl JsonSchema for Timestamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Seconds since 1970-01-01 UTC.",
            "format": "timestamp",
            "type": "number"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_form_that_servers_send_is_read() {
        for value in [
            json!(1736937000),
            json!(1736937000.0),
            json!(1736937000000_i64),
            json!("1736937000"),
            json!("2025-01-15T10:30:00Z"),
            json!("2025-01-15T11:30:00+01:00"),
            json!("2025-01-15T10:30:00"),
            json!("2025-01-15T10:30:00.000Z"),
            json!("2025-01-15T10:30:00+0000"),
            json!("2025-01-15 10:30:00"),
            json!("2025/01/15 10:30:00"),
            json!("Wed, 15 Jan 2025 10:30:00 GMT"),
            json!(1736937000000000_i64),
            json!(1736937000000000000_i64),
        ] {
            let read = Timestamp::read(&value).unwrap_or_else(|| panic!("{value}"));
            assert_eq!(read, Timestamp::from_secs(1736937000), "{value}");
        }
        for value in [json!(null), json!("soon"), json!(-1), json!([])] {
            assert_eq!(Timestamp::read(&value), None, "{value}");
        }
    }
}
