//! Dates as texts, in milliseconds since 1970: by a library, or in a page by the browser, which
//! has its own.

#[cfg(not(target_family = "wasm"))]
mod library;
#[cfg(target_family = "wasm")]
mod web;

#[cfg(not(target_family = "wasm"))]
pub(crate) use library::{http_date, read_iso, read_mail, rfc3339};
#[cfg(target_family = "wasm")]
pub(crate) use web::{http_date, read_iso, read_mail, rfc3339};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        let millis = 1_795_000_000_500;
        assert_eq!(rfc3339(millis).as_deref(), Some("2026-11-18T11:06:40.5Z"));
        assert_eq!(read_iso("2026-11-18T11:06:40.5Z"), Some(millis));
        assert_eq!(read_iso("2026-11-18T19:06:40.5+08:00"), Some(millis));
        let date = http_date(1_795_000_000_000).unwrap();
        assert_eq!(date, "Wed, 18 Nov 2026 11:06:40 GMT");
        assert_eq!(read_mail(&date), Some(1_795_000_000_000));
        assert_eq!(read_mail("18 Nov 2026 11:06:40 +0000"), read_mail(&date));
        // Without a zone it is UTC.
        assert_eq!(read_iso("2026-11-18 11:06:40"), read_mail(&date));
        for text in ["", "soon", "foo 1", "2026", "12:30"] {
            assert_eq!(read_iso(text), None, "{text}");
            assert_eq!(read_mail(text), None, "{text}");
        }
    }
}
