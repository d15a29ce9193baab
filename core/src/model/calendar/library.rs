//! Dates as `jiff` reads and writes them.

use jiff::Timestamp;
use jiff::fmt::rfc2822::{DateTimeParser, DateTimePrinter};

/// Reads a date of ISO 8601: with a zone, or in UTC without one.
pub(crate) fn read_iso(text: &str) -> Option<i64> {
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time.as_millisecond());
    }
    let civil = text.parse().ok()?;
    let time = jiff::tz::Offset::UTC.to_timestamp(civil).ok()?;
    Some(time.as_millisecond())
}

/// Reads a date of mail and HTTP, `Wed, 15 Jan 2025 10:30:00 GMT`.
pub(crate) fn read_mail(text: &str) -> Option<i64> {
    let time = DateTimeParser::new().parse_timestamp(text).ok()?;
    Some(time.as_millisecond())
}

/// Writes a date as RFC 3339 does, in UTC; `None` for one out of its range.
pub(crate) fn rfc3339(millis: i64) -> Option<String> {
    Some(Timestamp::from_millisecond(millis).ok()?.to_string())
}

/// Writes a date as HTTP does; `None` for one out of its range.
pub(crate) fn http_date(millis: i64) -> Option<String> {
    let time = Timestamp::from_millisecond(millis).ok()?;
    DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&time)
        .ok()
}
