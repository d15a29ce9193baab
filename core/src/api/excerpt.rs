//! Excerpts of answers that could not be read: bounded, in one line, and without
//! anything that may be a secret. Long texts are cut, so that an echoed prompt hides no
//! id, and if the rest is still too long, both its ends are shown.

use std::io::{self, Write};

use serde::Serializer as _;
use serde_json::Value;

use super::json;
use crate::model::text::is_hidden;

/// The number of characters quoted from an answer.
const QUOTED: usize = 240;

/// The number of these taken from the end, where the whole is too long.
const OF_THE_END: usize = 90;

/// The number of bytes searched for them, at either end.
const LOOKED_AT: usize = 4 << 10;

/// The longest text in a value, in characters, before it is cut.
const LONG: usize = 48;

/// Returns an excerpt of a body.
pub(crate) fn excerpt(body: &[u8]) -> String {
    if body.len() > QUOTED
        && let Ok(value) = json::read(body)
        && (value.is_object() || value.is_array())
    {
        return excerpt_of(&value);
    }
    if body.len() <= 2 * LOOKED_AT {
        return quote(&String::from_utf8_lossy(body), false);
    }
    let (head, tail) = (&body[..LOOKED_AT], &body[body.len() - LOOKED_AT..]);
    // A word cut in the middle could be an unrecognized secret.
    let between = tail.iter().position(u8::is_ascii_whitespace);
    let tail = between.map_or(&[][..], |at| &tail[at..]);
    let (head, tail) = (String::from_utf8_lossy(head), String::from_utf8_lossy(tail));
    quote(&format!("{head} {tail}"), tail.is_empty())
}

/// Returns the same value with the long texts in it cut.
fn shortened(value: &Value) -> Value {
    match value {
        Value::String(text) => match text.char_indices().nth(LONG) {
            Some((at, _)) => format!("{}…", &text[..at]).into(),
            None => value.clone(),
        },
        Value::Array(items) => items.iter().map(shortened).collect(),
        Value::Object(fields) => {
            let short = |(name, value): (&String, &Value)| (name.clone(), shortened(value));
            fields.iter().map(short).collect()
        }
        _ => value.clone(),
    }
}

/// Returns an excerpt of a value; nulls in it are left out.
pub(crate) fn excerpt_of(value: &Value) -> String {
    let whole = written(value);
    match whole.chars().count() > QUOTED {
        true => written(&shortened(value)),
        false => whole,
    }
}

fn written(value: &Value) -> String {
    let mut start = Start(Vec::new());
    let cut = match value {
        Value::Object(fields) => {
            let told = fields.iter().filter(|(_, value)| !value.is_null());
            serde_json::Serializer::new(&mut start)
                .collect_map(told)
                .is_err()
        }
        _ => serde_json::to_writer(&mut start, value).is_err(),
    };
    quote(&String::from_utf8_lossy(&start.0), cut)
}

/// Keeps the beginning of a text as it is written; writing more is an error.
struct Start(Vec<u8>);

impl Write for Start {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = LOOKED_AT - self.0.len();
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let taken = bytes.len().min(left);
        self.0.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Puts a text into one line, escaped where a terminal would act on it.
fn quote(text: &str, cut: bool) -> String {
    let mut line = String::with_capacity(QUOTED + 8);
    let text = redact(&json::without_long(text));
    let length = text.chars().count();
    let left_out = match length > QUOTED {
        true => QUOTED - OF_THE_END..length - OF_THE_END,
        false => length..length,
    };
    for (count, c) in text.chars().enumerate() {
        if left_out.contains(&count) {
            if count == left_out.start {
                line.push('…');
            }
            continue;
        }
        match c {
            '\n' | '\r' | '\t' => line.push(' '),
            c if is_hidden(c) => line.extend(c.escape_unicode()),
            c => line.push(c),
        }
    }
    if cut {
        line.push('…');
    }
    line.trim().to_owned()
}

/// Names whose value is a secret, as keys of an object and as parameters.
const SECRET: &[&str] = &[
    "token",
    "secret",
    "password",
    "authorization",
    "cookie",
    "api_key",
    "apikey",
    "signature",
    "credential",
    "session",
];

/// Removes from a text the values of names that mark a secret, what follows `Bearer` or
/// has the form of a key, and the queries of addresses, which may be signed.
fn redact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut secret_next = false;
    let mut stated = false;
    for piece in pieces(text) {
        let lower = piece.to_ascii_lowercase();
        let is_word = piece.starts_with(|c: char| c.is_alphanumeric());
        if !is_word {
            // A secret follows its name through quotes and a sign, and ends there.
            secret_next &= piece
                .chars()
                .all(|c| matches!(c, '"' | '\'' | ':' | '=' | ' ' | '\\'));
            // In a sentence, a plain word is not a secret: "token expired".
            stated = piece.contains(['"', '\'', '=']);
            out.push_str(piece);
            continue;
        }
        let named = SECRET.iter().any(|name| lower.ends_with(name));
        if lower == "bearer" || (named && !secret_next) {
            out.push_str(piece);
            secret_next = true;
        } else if (std::mem::take(&mut secret_next) && (stated || !is_plain(piece)))
            || is_key(&lower)
        {
            out.push_str("[redacted]");
        } else if let Some((address, _)) = piece.split_once('?').filter(|(a, _)| a.contains("://"))
        {
            out.push_str(address);
            out.push_str("?[redacted]");
        } else {
            out.push_str(piece);
        }
    }
    out
}

/// True for a word of a sentence: letters, in one case except for the first.
fn is_plain(piece: &str) -> bool {
    let word = piece.trim_end_matches(['.', ':', '-', '?', '/', '@', '#']);
    let mut letters = word.chars().skip(1);
    word.chars().all(char::is_alphabetic)
        && word.chars().count() <= 24
        && (letters.clone().all(char::is_lowercase) || letters.all(|c| !c.is_lowercase()))
}

/// True for what has the form of a key or a token, whatever precedes it.
fn is_key(lower: &str) -> bool {
    let prefixed = ["sk-", "sk_", "rt_", "sess-", "eyj", "gaaaaa"];
    lower.len() >= 16 && prefixed.iter().any(|prefix| lower.starts_with(prefix))
}

/// Splits a text into its words and the separators between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let in_word = |c: char| c.is_alphanumeric() || "-_.~+/?%&=#:@".contains(c);
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let word = first.is_alphanumeric();
        let mut end = rest.len();
        for (at, c) in rest.char_indices().skip(1) {
            let stays = if word {
                in_word(c)
            } else {
                !c.is_alphanumeric()
            };
            // A name and its value are two words, unless they are an address.
            let parts = word
                && matches!(c, ':' | '=')
                && !rest[..at].contains('/')
                && !rest[at..].starts_with("://");
            if !stays || parts {
                end = at;
                break;
            }
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_excerpt_is_one_bounded_line_without_secrets() {
        let quoted = excerpt(
            b"{\"access_token\": \"abc123\", \"id\":\"v_1\",\n \"a\":\"Bearer xyz.secret\",\"u\":\
              \"https://cdn.example/1.mp4?sig=abc\", \"k\":\"sk-0123456789abcdef\"}\x1b[31m",
        );
        assert_eq!(
            quoted,
            "{\"access_token\": \"[redacted]\", \"id\":\"v_1\",  \"a\":\"Bearer [redacted]\",\"u\":\
             \"https://cdn.example/1.mp4?[redacted]\", \"k\":\"[redacted]\"}\\u{1b}[31m"
        );
        let form = excerpt(b"token=abc&id=1 api_key: 'k k' \xe2\x80\xaetxt");
        assert!(
            !form.contains("abc") && form.contains("\\u{202e}"),
            "{form}"
        );
        let long = excerpt_of(&json!({"text": "x".repeat(1 << 20)}));
        assert!(
            long.chars().count() <= LONG + 12 && long.contains('…'),
            "{long}"
        );
        let many: Vec<String> = (0..500).map(|n| format!("t{n}")).collect();
        let many = excerpt_of(&json!({ "all": many }));
        assert!(many.chars().count() <= QUOTED + 2, "{many}");
        assert_eq!(excerpt(b"  plain  "), "plain");
        for sentence in [
            "upload token missing",
            "cookie expired at noon",
            "bearer auth required",
            "api_key missing in header",
            "Invalid token: expired",
            "令牌 token 已过期",
        ] {
            assert_eq!(excerpt(sentence.as_bytes()), sentence);
        }
        assert!(!excerpt(b"token: Ab12cd34ef").contains("Ab12"));
    }

    #[test]
    fn nothing_long_hides_what_stands_after_it() {
        let long = "a cat ".repeat(2_000);
        for body in [
            format!(r#"{{"prompt":"{long}","handle":"job_z"}}"#),
            format!(r#"{{/*x*/"prompt":"{long}","id":"job_z"}}"#),
            format!("<html><p>{long}</p><pre>job_z</pre></html>"),
        ] {
            let said = excerpt(body.as_bytes());
            assert!(said.contains("job_z"), "{said}");
            assert!(said.chars().count() <= QUOTED + 2, "{said}");
        }
        // A text cut in the middle may have been a secret.
        let cut = format!("{}{} end", "a ".repeat(5_000), "sk-0123456789".repeat(400));
        assert!(!excerpt(cut.as_bytes()).contains("0123456789"), "{cut}");
    }
}
