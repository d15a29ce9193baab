//! Dates as the browser's `Date` reads and writes them. It takes many texts for dates, so their
//! form is looked at before.

use js_sys::Date;

/// The times that four digits of a year can write, in milliseconds.
const YEARS: std::ops::RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";

/// Reads a date of ISO 8601: with a zone, or in UTC without one.
pub(crate) fn read_iso(text: &str) -> Option<i64> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (date, time) = text.split_at_checked("2025-01-15".len())?;
    let mut parts = date.split('-');
    let lengths = [4, 2, 2].map(|length| {
        let part = parts.next().unwrap_or_default();
        part.len() == length && digits(part)
    });
    if lengths.contains(&false) {
        return None;
    }
    if time.is_empty() {
        return millis(text);
    }
    let time = time.strip_prefix(['T', 't', ' '])?;
    let clock = time.get(.."10:30".len())?;
    if clock.as_bytes()[2] != b':' || !digits(&clock.replace(':', "")) {
        return None;
    }
    let zone = time
        .find(['Z', 'z', '+', '-'])
        .map_or("Z", |at| &time[at..]);
    let time = time
        .find(['Z', 'z', '+', '-'])
        .map_or(time, |at| &time[..at]);
    let zone = match zone.as_bytes() {
        [sign @ (b'+' | b'-'), hours @ .., m1, m2] if hours.len() == 2 && digits(&zone[1..]) => {
            format!(
                "{}{}:{}{}",
                *sign as char,
                &zone[1..3],
                *m1 as char,
                *m2 as char
            )
        }
        [b'+' | b'-', _, _] => format!("{zone}:00"),
        _ => zone.to_ascii_uppercase(),
    };
    millis(&format!("{date}T{}{zone}", time.trim_end()))
}

/// Reads a date of mail and HTTP, `Wed, 15 Jan 2025 10:30:00 GMT`.
pub(crate) fn read_mail(text: &str) -> Option<i64> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let [.., day, month, year, time, _zone] = words[..] else {
        return None;
    };
    let number = |word: &str| word.parse::<u16>().is_ok();
    let month = month.to_ascii_lowercase();
    let fits = number(day) && number(year) && time.contains(':') && words.len() <= 6;
    let known = MONTHS.split(' ').any(|known| known == month);
    (fits && known).then(|| millis(text)).flatten()
}

/// Writes a date as RFC 3339 does, in UTC; `None` for one out of its range.
pub(crate) fn rfc3339(millis: i64) -> Option<String> {
    let text = String::from(date(millis)?.to_iso_string());
    let text = text.trim_end_matches('Z').trim_end_matches('0');
    // The seconds may end in zeros, too.
    let whole = text.rsplit_once('.').filter(|(_, rest)| rest.is_empty());
    Some(format!("{}Z", whole.map_or(text, |(whole, _)| whole)))
}

/// Writes a date as HTTP does; `None` for one out of its range.
pub(crate) fn http_date(millis: i64) -> Option<String> {
    Some(date(millis)?.to_utc_string().into())
}

fn millis(text: &str) -> Option<i64> {
    let read = Date::parse(text);
    read.is_finite().then_some(read as i64)
}

fn date(millis: i64) -> Option<Date> {
    YEARS
        .contains(&millis)
        .then(|| Date::new(&(millis as f64).into()))
}
