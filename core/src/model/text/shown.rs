//! A server's text, made fit to show: in errors, tables, bars, commands to paste, reprs,
//! pages. Values that programs use further (`id`, `raw`) stay exact.

use super::hidden::{is_hidden, is_joiner};

/// The longest an id, a name or a status word is shown, in characters.
const LONGEST: usize = 120;

/// An id, a name or a word as it is shown: on one line of at most 120 characters, without
/// anything that moves a cursor, changes the writing direction, or is invisible.
///
/// ```
/// use sorakit::text::shown;
///
/// assert_eq!(shown("task_1"), "task_1");
/// assert_eq!(shown("a\u{1b}[2Jb\nc\u{202e}d"), "a[2Jb cd");
/// ```
pub fn shown(text: &str) -> String {
    shown_within(&crate::model::hide(text), LONGEST)
}

/// Text as [`shown`] shows it, of at most `longest` characters.
pub fn shown_within(text: &str, longest: usize) -> String {
    let mut out = String::with_capacity(text.len().min(longest));
    let mut space = false;
    let mut length = 0;
    let mut marks = 0;
    let mut before = ' ';
    for c in text.trim().chars() {
        if c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}') {
            space = true;
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        // A joiner is kept between two letters of a script that needs it, or in an emoji.
        let joins =
            matches!(c, '\u{200c}' | '\u{200d}') && !before.is_ascii() && !is_joiner(before);
        if (is_hidden(c) && !joins) || marks > 4 {
            continue;
        }
        if length >= longest {
            out.push('…');
            break;
        }
        if space {
            out.push(' ');
            length += 1;
            space = false;
        }
        out.push(c);
        length += 1;
        before = c;
    }
    out
}

/// A value as a language shows it, without a client's secrets and the signatures of
/// addresses: for reprs and consoles.
pub fn presented(text: &str, longest: usize) -> String {
    shown_within(&unsigned(&crate::model::hide(text)), longest)
}

/// A word quoted for a shell. Characters that cannot be shown are escaped.
///
/// ```
/// use sorakit::text::shell;
///
/// assert_eq!(shell("task_1"), "task_1");
/// assert_eq!(shell("it's"), r"'it'\''s'");
/// assert_eq!(shell("a\u{1b}b"), r"$'a\x1bb'");
/// ```
pub fn shell(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+=,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    if !word.chars().any(is_hidden) {
        return format!("'{}'", word.replace('\'', r"'\''"));
    }
    let mut out = String::from("$'");
    for c in word.chars() {
        match c {
            '\'' | '\\' => out.extend(['\\', c]),
            c if is_hidden(c) => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("\\x{byte:02x}"));
                }
            }
            c => out.push(c),
        }
    }
    out.push('\'');
    out
}

/// JSON text in which invisible characters are escaped, so that it can be printed and
/// keeps its meaning.
///
/// ```
/// use sorakit::text::escaped;
///
/// assert_eq!(escaped("[\"a\u{202e}b\"]"), r#"["a\u202eb"]"#);
/// ```
pub fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match is_hidden(c) && c != '\n' {
            true => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            false => out.push(c),
        }
    }
    out
}

/// An address without its secret part: the query of a signed one is cut off.
///
/// ```
/// use sorakit::text::unsigned;
///
/// assert_eq!(unsigned("https://a/v.mp4?Expires=1&Signature=x"), "https://a/v.mp4?…");
/// assert_eq!(unsigned("https://a/v.mp4?size=1"), "https://a/v.mp4?size=1");
/// ```
pub fn unsigned(text: &str) -> std::borrow::Cow<'_, str> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let end = rest[at..]
            .find(|c: char| c.is_whitespace() || "\"'<>`".contains(c))
            .map_or(rest.len(), |end| at + end);
        let (url, after) = rest.split_at(end);
        match url.find('?').filter(|query| is_signed(&url[*query..])) {
            Some(query) => {
                out.push_str(&url[..=query]);
                out.push('…');
            }
            None => out.push_str(url),
        }
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    match out.is_empty() {
        true => text.into(),
        false => (out + rest).into(),
    }
}

/// A text otherwise unchanged, without a client's secrets and the signatures of
/// addresses: for text that is kept for others to read.
pub fn without_secrets(text: &str) -> String {
    unsigned(&crate::model::hide(text)).into_owned()
}

/// True if a query holds anything that gives access.
pub(crate) fn is_signed(query: &str) -> bool {
    let query = query.to_ascii_lowercase();
    query.split(['?', '&', ';']).any(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        matches!(
            name,
            "sig" | "se" | "st" | "sp" | "key" | "auth" | "e" | "x-token"
        ) || [
            "signature",
            "token",
            "expires",
            "credential",
            "secret",
            "policy",
            "auth_key",
            "api_key",
        ]
        .iter()
        .any(|sign| name.contains(sign))
    })
}

/// True if a character is placed above or below the one before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_has_one_line_and_a_limit_and_nothing_hidden() {
        for (text, seen) in [
            ("task_1", "task_1"),
            ("  a \t b\r\nc ", "a b c"),
            ("\u{1b}]0;title\u{7}x", "]0;titlex"),
            ("\u{9b}31mx", "31mx"),
            ("a\u{202e}b\u{2066}c\u{200f}d", "abcd"),
            ("a\u{200b}\u{200d}\u{feff}b", "ab"),
            ("👩\u{200d}🚀", "👩\u{200d}🚀"),
            ("猫が走る", "猫が走る"),
            ("line\u{2028}sep", "line sep"),
            ("\u{e0041}x", "x"),
        ] {
            assert_eq!(shown(text), seen, "{text:?}");
        }
        assert_eq!(shown(&"x".repeat(1000)).chars().count(), LONGEST + 1);
        assert!(
            shown(&format!("a{}", "\u{301}".repeat(100)))
                .chars()
                .count()
                < 10
        );
    }

    #[test]
    fn a_word_for_the_shell_stays_what_it_is() {
        for (word, quoted) in [
            ("a b", "'a b'"),
            ("$(x)", "'$(x)'"),
            ("-rf", "-rf"),
            ("", "''"),
            ("a\nb", r"$'a\x0ab'"),
            ("\u{202e}'", r"$'\xe2\x80\xae\''"),
        ] {
            assert_eq!(shell(word), quoted, "{word:?}");
        }
    }

    #[test]
    fn signed_addresses_are_cut_wherever_they_stand() {
        assert_eq!(
            unsigned("see https://a/1?sig=x&se=2 and https://b/2?x=1."),
            "see https://a/1?… and https://b/2?x=1."
        );
        assert_eq!(unsigned("no address? token=1"), "no address? token=1");
    }
}
