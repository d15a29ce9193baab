//! Resuming a download with part of the file: whether a server's answer is the rest of
//! that very file, and what to do if it is not. Two files are never spliced, and a part
//! that cannot be continued is started over.

use crate::api::Timestamp;
use crate::model::calendar;

/// The part of a file already downloaded.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part<'a> {
    /// The length in bytes.
    pub length: u64,
    /// The total length, if it was announced.
    pub total: Option<u64>,
    /// The server's mark of the file; see [`validator`]. Without one, a part cannot be
    /// continued.
    pub validator: Option<&'a str>,
    /// True if nothing of the part is kept: what follows it is wanted by itself, and may be of any
    /// file.
    pub skipped: bool,
    /// True if the server handed the part out just now, as a whole piece of the file: what
    /// follows is the same file's if that states no mark either, and the same total.
    pub is_piece: bool,
}

/// The head of an answer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answered<'a> {
    /// The HTTP status.
    pub status: u16,
    /// `Content-Range`.
    pub range: Option<&'a str>,
    /// `Content-Length`.
    pub length: Option<u64>,
    /// `ETag`.
    pub etag: Option<&'a str>,
    /// `Last-Modified`.
    pub modified: Option<&'a str>,
    /// `Content-Encoding`, other than `identity`.
    pub encoding: Option<&'a str>,
    /// `Content-Type`.
    pub content_type: Option<&'a str>,
}

/// The meaning of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resumption {
    /// The bytes continue where the part ends.
    GoesOn {
        /// The total length, if known.
        total: Option<u64>,
    },
    /// The bytes are a file from its beginning: the part of any other is dropped.
    Begins {
        /// The total length, if known.
        total: Option<u64>,
    },
    /// The part is already the whole file.
    IsWhole,
    /// The answer is unusable: drop the part and ask for the whole file.
    Restart,
}

/// Judges an answer with status 2xx or 416 to a request for what follows `part`, or for
/// the whole file if that is empty.
pub fn judge(part: Part<'_>, answer: &Answered<'_>) -> Resumption {
    match answer.status {
        206 => judge_range(part, answer),
        // The file ends where the part does, or earlier.
        416 => match answer.range.and_then(unsatisfied) {
            Some(total)
                if part.length > 0
                    && total == part.length
                    && part.total.is_none_or(|known| known == total) =>
            {
                Resumption::IsWhole
            }
            _ => Resumption::Restart,
        },
        _ => Resumption::Begins {
            total: answer.length.filter(|_| answer.encoding.is_none()),
        },
    }
}

fn judge_range(part: Part<'_>, answer: &Answered<'_>) -> Resumption {
    let Some((start, end, total)) = answer.range.and_then(content_range) else {
        return Resumption::Restart;
    };
    let several = answer
        .content_type
        .is_some_and(|text| text.trim().to_ascii_lowercase().starts_with("multipart/"));
    let fits = total.is_none_or(|total| end < total)
        && answer
            .length
            .is_none_or(|length| Some(length) == (end - start).checked_add(1));
    // A range of an encoded file is not a range of the file.
    if several || answer.encoding.is_some() || !fits {
        return Resumption::Restart;
    }
    if start == 0 {
        return Resumption::Begins { total };
    }
    let same_length = match (part.total, total) {
        (Some(known), Some(total)) => known == total,
        _ => true,
    };
    let is_next =
        part.is_piece && part.validator.is_none() && total.is_some() && part.total == total;
    let is_same = part.skipped || is_next || is_same(part.validator, answer);
    match start == part.length && same_length && is_same {
        true => Resumption::GoesOn {
            total: total.or(part.total),
        },
        false => Resumption::Restart,
    }
}

/// True if an answer belongs to the file with this mark. Without a mark, it may belong to
/// any.
fn is_same(validator: Option<&str>, answer: &Answered<'_>) -> bool {
    match validator {
        None => false,
        Some(etag) if etag.starts_with('"') => answer.etag == Some(etag),
        Some(modified) => answer.modified == Some(modified),
    }
}

/// The mark that identifies a file byte for byte: a strong `ETag`, else a `Last-Modified`
/// that was more than a second old when it was sent (RFC 9110 §8.8.2.2); a younger file
/// may still have changed within the second.
pub fn validator<'a>(
    etag: Option<&'a str>,
    modified: Option<&'a str>,
    date: Option<&str>,
) -> Option<&'a str> {
    let etag = etag.map(str::trim);
    if let Some(etag) = etag.filter(|etag| etag.len() > 2 && etag.starts_with('"')) {
        return Some(etag);
    }
    let modified = modified.map(str::trim)?;
    let time = |text: &str| http_date(text);
    let (told, changed) = (time(date?)?, time(modified)?);
    (told.since(changed).as_secs() >= 1).then_some(modified)
}

/// An HTTP date, `Wed, 15 Jan 2025 10:30:00 GMT`.
fn http_date(text: &str) -> Option<Timestamp> {
    let millis = calendar::read_mail(text.trim())?;
    Some(Timestamp::from_millis(millis))
}

/// `bytes 100-199/1000`: the first byte, the last, and the total length.
fn content_range(text: &str) -> Option<(u64, u64, Option<u64>)> {
    let (range, length) = in_bytes(text)?.split_once('/')?;
    let (start, end) = range.split_once('-')?;
    let (start, end) = (start.trim().parse().ok()?, end.trim().parse().ok()?);
    let length = match length.trim() {
        "*" => None,
        length => Some(length.parse().ok()?),
    };
    (start <= end).then_some((start, end, length))
}

/// `bytes */1000`: the total length.
fn unsatisfied(text: &str) -> Option<u64> {
    let (range, length) = in_bytes(text)?.split_once('/')?;
    (range.trim() == "*").then(|| length.trim().parse().ok())?
}

fn in_bytes(text: &str) -> Option<&str> {
    let text = text.trim();
    let unit = text.get(..5)?;
    unit.eq_ignore_ascii_case("bytes")
        .then(|| text[5..].trim_start_matches([' ', '=']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Resumption::{Begins, GoesOn, IsWhole, Restart};

    const PART: Part<'_> = Part {
        length: 100,
        total: Some(1000),
        validator: Some("\"a\""),
        skipped: false,
        is_piece: false,
    };

    fn range(range: &str) -> Answered<'_> {
        Answered {
            status: 206,
            range: Some(range),
            etag: Some("\"a\""),
            ..Answered::default()
        }
    }

    #[test]
    fn the_rest_of_the_same_file_alone_is_gone_on_with() {
        let goes_on = GoesOn { total: Some(1000) };
        for (answer, expected) in [
            (range("bytes 100-999/1000"), goes_on),
            (range("Bytes 100-999/1000 "), goes_on),
            (range("bytes 100-199/1000"), goes_on),
            (range("bytes 100-999/*"), goes_on),
            (range("bytes 0-999/1000"), Begins { total: Some(1000) }),
            (range("bytes 50-999/1000"), Restart),
            (range("bytes 101-999/1000"), Restart),
            (range("bytes 100-999/1001"), Restart),
            (range("bytes 100-1999/1000"), Restart),
            (range("bytes 200-100/1000"), Restart),
            (range("bytes 100-18446744073709551615/*"), goes_on),
            (range("pages 100-999/1000"), Restart),
            (range(""), Restart),
        ] {
            assert_eq!(judge(PART, &answer), expected, "{answer:?}");
        }
        let endless = Answered {
            length: Some(900),
            ..range("bytes 0-18446744073709551615/*")
        };
        assert_eq!(
            judge(PART, &endless),
            Restart,
            "a length that no number holds"
        );
        let rest = range("bytes 100-999/1000");
        for (answer, why) in [
            (
                Answered {
                    etag: Some("\"b\""),
                    ..rest
                },
                "another mark",
            ),
            (
                Answered {
                    etag: Some("W/\"a\""),
                    ..rest
                },
                "a weak mark",
            ),
            (Answered { etag: None, ..rest }, "no mark"),
            (
                Answered {
                    range: None,
                    ..rest
                },
                "no range",
            ),
            (
                Answered {
                    encoding: Some("gzip"),
                    ..rest
                },
                "encoded",
            ),
            (
                Answered {
                    length: Some(7),
                    ..rest
                },
                "of another length",
            ),
            (
                Answered {
                    content_type: Some("Multipart/ByteRanges; boundary=x"),
                    ..rest
                },
                "in several parts",
            ),
        ] {
            assert_eq!(judge(PART, &answer), Restart, "{why}");
        }
        let unmarked = Part {
            validator: None,
            ..PART
        };
        assert_eq!(judge(unmarked, &rest), Restart);
        let skipped = Part {
            skipped: true,
            ..unmarked
        };
        assert_eq!(judge(skipped, &rest), goes_on, "nothing is spliced");
        let dated = Part {
            validator: Some("Wed, 15 Jan 2025 10:30:00 GMT"),
            ..PART
        };
        assert_eq!(judge(dated, &rest), Restart);
        let modified = Some("Wed, 15 Jan 2025 10:30:00 GMT");
        assert_eq!(judge(dated, &Answered { modified, ..rest }), goes_on);
    }

    #[test]
    fn a_whole_answer_begins_anew() {
        let whole = Answered {
            status: 200,
            length: Some(900),
            ..Answered::default()
        };
        assert_eq!(judge(PART, &whole), Begins { total: Some(900) });
        let encoded = Answered {
            encoding: Some("gzip"),
            ..whole
        };
        assert_eq!(judge(PART, &encoded), Begins { total: None });
    }

    #[test]
    fn a_range_that_cannot_be_had_tells_whether_the_part_is_whole() {
        let of = |range| Answered {
            status: 416,
            range,
            ..Answered::default()
        };
        let part = |length, total| Part {
            length,
            total,
            ..PART
        };
        for (part, range, expected) in [
            (part(1000, Some(1000)), Some("bytes */1000"), IsWhole),
            (part(1000, None), Some("bytes */1000"), IsWhole),
            (part(1000, Some(2000)), Some("bytes */1000"), Restart),
            (part(1000, None), Some("bytes */900"), Restart),
            (part(100, None), Some("bytes */1000"), Restart),
            (part(1000, None), Some("bytes */*"), Restart),
            (part(1000, None), None, Restart),
            (part(0, None), Some("bytes */0"), Restart),
        ] {
            assert_eq!(judge(part, &of(range)), expected, "{part:?} {range:?}");
        }
    }

    #[test]
    fn only_a_mark_that_changes_with_every_byte_is_kept() {
        let (old, new) = (
            "Wed, 15 Jan 2025 10:30:00 GMT",
            "Wed, 15 Jan 2025 10:30:01 GMT",
        );
        assert_eq!(validator(Some("\"a\""), Some(old), None), Some("\"a\""));
        assert_eq!(validator(Some("W/\"a\""), Some(old), Some(new)), Some(old));
        assert_eq!(validator(Some("W/\"a\""), None, None), None);
        assert_eq!(validator(Some("bare"), Some(old), Some(new)), Some(old));
        assert_eq!(
            validator(None, Some(old), Some(old)),
            None,
            "within the second"
        );
        assert_eq!(
            validator(None, Some(old), None),
            None,
            "told without a time"
        );
        assert_eq!(validator(None, Some("yesterday"), Some(new)), None);
    }
}
