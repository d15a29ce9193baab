//! The wait that a server asks for before the next request, in whatever form. One place
//! for retries and for polls.

use std::time::Duration;

use super::{Reply, Timestamp};
use crate::model::calendar;

/// Returns the wait that the server asks for; `None` when it asks for none.
///
/// Accepts `retry-after-ms` and `openai-poll-after-ms` in milliseconds, and
/// `Retry-After` as seconds, whole or not, or as a date in any form of RFC 9110, which
/// counts from the `Date` of the same answer, so this machine's clock does not matter.
/// If an answer has several, the longest counts.
pub(crate) fn asked_wait(reply: &Reply) -> Option<Duration> {
    let number = |name: &str| reply.header(name)?.trim().parse::<f64>().ok();
    let waits = [
        number("retry-after-ms").and_then(|millis| seconds(millis / 1000.0)),
        number("openai-poll-after-ms").and_then(|millis| seconds(millis / 1000.0)),
        number("retry-after").and_then(seconds),
        until(reply),
    ];
    waits.into_iter().flatten().max()
}

fn seconds(seconds: f64) -> Option<Duration> {
    // A longer wait becomes the longest possible.
    (seconds >= 0.0).then(|| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}

fn until(reply: &Reply) -> Option<Duration> {
    let date = read_http_date(reply.header("retry-after")?)?;
    Some(date.since(read_http_date(reply.header("date")?)?))
}

/// Parses an HTTP date, in any of the three forms of RFC 9110.
pub(crate) fn read_http_date(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let millis = calendar::read_mail(text).or_else(|| calendar::read_mail(&modern(text)?))?;
    Some(Timestamp::from_millis(millis))
}

/// Rewrites the two obsolete forms, `Friday, 27-Nov-26 20:01:30 GMT` and
/// `Fri Nov 27 20:01:30 2026`, as the one that is written today.
fn modern(text: &str) -> Option<String> {
    let words = text.split([' ', '-', ',']).filter(|word| !word.is_empty());
    match words.collect::<Vec<_>>()[..] {
        [_, day, month, year, time, "GMT"] | [_, month, day, time, year] => {
            Some(format!("{day} {month} {year} {time} GMT"))
        }
        _ => None,
    }
}

/// Formats a time as an HTTP date, for an answer that does not say when it was given.
pub(crate) fn http_date(time: Timestamp) -> Option<http::HeaderValue> {
    calendar::http_date(time.as_millis())?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(headers: &[(&'static str, &str)]) -> Option<Duration> {
        let mut map = http::HeaderMap::new();
        map.insert("date", "Fri, 27 Nov 2026 20:00:00 GMT".parse().unwrap());
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        asked_wait(&Reply::new(http::StatusCode::OK, map, ""))
    }

    #[test]
    fn every_form_is_read() {
        let millis = Duration::from_millis;
        for (name, value, expected) in [
            ("retry-after", "7", Some(millis(7000))),
            ("retry-after", " 0.5 ", Some(millis(500))),
            ("retry-after", "3600", Some(millis(3_600_000))),
            ("retry-after", "0", Some(Duration::ZERO)),
            ("retry-after", "1e40", Some(Duration::MAX)),
            (
                "retry-after",
                "Fri, 27 Nov 2026 20:01:30 GMT",
                Some(millis(90_000)),
            ),
            (
                "retry-after",
                "Friday, 27-Nov-26 20:01:30 GMT",
                Some(millis(90_000)),
            ),
            (
                "retry-after",
                "Fri Nov 27 20:01:30 2026",
                Some(millis(90_000)),
            ),
            (
                "retry-after",
                "Fri, 27 Nov 2026 19:00:00 GMT",
                Some(Duration::ZERO),
            ),
            ("retry-after-ms", "1500", Some(millis(1500))),
            ("openai-poll-after-ms", "4000", Some(millis(4000))),
            ("retry-after", "soon", None),
            ("retry-after", "-1", None),
            ("retry-after", "NaN", None),
            ("retry-after-ms", "", None),
        ] {
            assert_eq!(asked(&[(name, value)]), expected, "{name}: {value}");
        }
        assert_eq!(asked(&[]), None);
        let both = [("retry-after", "2"), ("retry-after-ms", "1500")];
        assert_eq!(asked(&both), Some(millis(2000)));
    }

    #[test]
    fn a_time_is_written_as_it_is_read() {
        let time = Timestamp::from_secs(1_795_000_000);
        let written = http_date(time).unwrap();
        assert_eq!(read_http_date(written.to_str().unwrap()), Some(time));
    }
}
