//! Another server's answer, as an error's text quotes it: `HTTP Error: 429
//! {"error": …}`, `400: Invalid model`, `Error code: 400 - {'error': …}`. It tells what
//! went wrong, and never that nothing was taken.

use serde_json::Value;

/// The length of a text that is inspected.
const LIMIT: usize = 1 << 14;

/// The statements of a quoted body.
#[derive(Debug, Default)]
pub(super) struct Inner {
    pub(super) message: Option<String>,
    pub(super) codes: Vec<String>,
    pub(super) types: Vec<String>,
    /// The quotes within that body.
    pub(super) quoted: Quoted,
}

/// The quoted answer.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    /// Codes and types, from the outside in.
    pub(super) codes: Vec<String>,
    pub(super) types: Vec<String>,
    /// The status of the other server.
    pub(super) status: Option<u16>,
    /// Set when anything is quoted.
    pub(super) any: bool,
}

impl Quoted {
    pub(super) fn join(&mut self, inner: Self) {
        self.codes.extend(inner.codes);
        self.types.extend(inner.types);
        self.status = inner.status.or(self.status);
        self.any |= inner.any;
    }
}

/// Returns the text with the reason in place of the body that it quotes, and that body's
/// statements; `read` reads a body.
pub(super) fn unquote(text: &str, read: impl Fn(&Value) -> Inner) -> (String, Quoted) {
    let text = head(text);
    let mut quoted = Quoted {
        status: quoted_status(text),
        ..Quoted::default()
    };
    quoted.any = quoted.status.is_some();
    let Some(start) = text
        .find(['{', '['])
        .filter(|start| looks_like_body(&text[*start..]))
    else {
        return (text.to_owned(), quoted);
    };
    let (before, body) = text.split_at(start);
    let mut values = serde_json::Deserializer::from_str(body).into_iter::<Value>();
    let (inner, after) = match values.next() {
        Some(Ok(value)) => (read(&value), &body[values.byte_offset()..]),
        _ => (pick(body), ""),
    };
    if inner.message.is_none() && inner.codes.is_empty() && inner.types.is_empty() {
        return (text.to_owned(), quoted);
    }
    quoted.any = true;
    quoted.codes.extend(inner.codes);
    quoted.types.extend(inner.types);
    quoted.join(inner.quoted);
    let shown = match inner.message {
        Some(reason) => {
            let before = before.trim_end_matches([' ', '-', ':', '\n', ',', '：', '\'', '"']);
            let after = after.trim_start_matches(['\'', '"', ')', ' ', '\n']);
            let colon = if before.is_empty() { "" } else { ": " };
            let space = if after.is_empty() { "" } else { " " };
            format!("{before}{colon}{reason}{space}{after}")
        }
        None => text.to_owned(),
    };
    (shown, quoted)
}

fn head(text: &str) -> &str {
    let mut end = text.len().min(LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// True if a key follows the bracket.
fn looks_like_body(text: &str) -> bool {
    let inside = text.trim_start_matches(['{', '[', ' ', '\n', '\r', '\t']);
    inside.starts_with(['"', '\'']) || inside.starts_with("\\\"")
}

/// Picks message and code from a body that is no JSON: cut off, or written by Python.
fn pick(body: &str) -> Inner {
    let mut stated = Inner {
        message: ["message", "msg", "detail", "error"]
            .iter()
            .find_map(|key| field(body, key)),
        ..Inner::default()
    };
    stated.codes.extend(field(body, "code"));
    stated.types.extend(field(body, "type"));
    stated
}

/// Reads the text or number after a key in single or double quotes.
fn field(body: &str, key: &str) -> Option<String> {
    let mut rest = body;
    while let Some(at) = rest.find(key) {
        let (before, after) = (&rest[..at], &rest[at + key.len()..]);
        rest = after;
        let Some(after) = after
            .strip_prefix(['"', '\''])
            .filter(|_| before.ends_with(['"', '\'']))
        else {
            continue;
        };
        let Some(value) = after.trim_start().strip_prefix(':') else {
            continue;
        };
        let value = value.trim_start();
        if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let mut text = String::new();
            let mut escaped = false;
            for c in value[1..].chars() {
                match c {
                    _ if escaped => {
                        text.push(if c == 'n' { ' ' } else { c });
                        escaped = false;
                    }
                    '\\' => escaped = true,
                    _ if c == quote => break,
                    _ => text.push(c),
                }
            }
            return (!text.trim().is_empty()).then_some(text);
        }
        let number: String = value.chars().take_while(char::is_ascii_digit).collect();
        if !number.is_empty() {
            return Some(number);
        }
    }
    None
}

/// Words before a quoted status.
const BEFORE: &[&str] = &[
    "http",
    "error",
    "code",
    "status",
    "failed",
    "response",
    "returned",
    "返回",
    "状态码",
    "错误",
];

/// The status that a text names: `HTTP Error: 429`, `status_code=429`, `400: …`.
fn quoted_status(text: &str) -> Option<u16> {
    let mut at = 0;
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    for word in words.filter(|word| !word.is_empty()).take(200) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let status = match word.len() == 3 {
            true => word
                .parse()
                .ok()
                .filter(|status| (400..600).contains(status)),
            false => None,
        };
        if let Some(status) = status {
            let before = text[at..start].to_lowercase();
            let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
            let after = text[start + 3..].trim_start();
            let begins = start == 0 && (after.starts_with([':', '-', '：']));
            let named = BEFORE.iter().any(|sign| before.ends_with(sign));
            let reason = http::StatusCode::from_u16(status).ok();
            let reason = reason.and_then(|status| status.canonical_reason());
            if begins || named || reason.is_some_and(|reason| starts_with(after, reason)) {
                return Some(status);
            }
        }
        // Only the preceding word counts.
        at = start;
    }
    None
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_unwrapped_and_the_reason_is_never_lost() {
        for (text, shown, code, status) in [
            (
                r#"HTTP Error: 429 {"error":{"message":"slow","code":"X"}}"#,
                "HTTP Error: 429: slow",
                Some("X"),
                Some(429),
            ),
            (
                "API request failed: 400 - {\n \"error\": {\n \"message\": \"Verify.\", \"code\": null}}",
                "API request failed: 400: Verify.",
                None,
                Some(400),
            ),
            (
                "Error code: 400 - {'error': {'message': 'It\\'s bad', 'code': 'c', 'param': None}}",
                "Error code: 400: It's bad",
                Some("c"),
                Some(400),
            ),
            (
                r#"upstream said {"error":{"message":"cut o"#,
                "upstream said: cut o",
                None,
                None,
            ),
            (
                "400: Invalid model: x",
                "400: Invalid model: x",
                None,
                Some(400),
            ),
            (
                "bad response status code 503",
                "bad response status code 503",
                None,
                Some(503),
            ),
            (
                "got 429 Too Many Requests",
                "got 429 Too Many Requests",
                None,
                Some(429),
            ),
            ("at 500 fps {a}", "at 500 fps {a}", None, None),
            (
                "prompt is longer than 500",
                "prompt is longer than 500",
                None,
                None,
            ),
        ] {
            let (said, quoted) = unquote(text, |body| {
                crate::api::failure::stated::Stated::of(body).into()
            });
            assert_eq!(said, shown, "{text}");
            assert_eq!(quoted.codes.last().map(String::as_str), code, "{text}");
            assert_eq!(quoted.status, status, "{text}");
        }
    }
}
