//! What was sent, in the words of the vectors.

use base64::Engine as _;
use serde_json::{Value, json};

/// A form as its vector writes it. Read by hand, so that the writer is not
/// checked with its own rules.
pub(crate) fn read_form(content_type: &str, body: &[u8]) -> Value {
    let boundary = content_type.split("boundary=").nth(1).expect("a boundary");
    let delimiter = format!("--{boundary}");
    let mut parts = Vec::new();
    let mut rest = body
        .strip_prefix(delimiter.as_bytes())
        .expect("a first boundary");
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, format!("\r\n{delimiter}").as_bytes()).expect("a closing boundary");
        let head_end = find(part, b"\r\n\r\n").expect("a blank line");
        let head = std::str::from_utf8(&part[..head_end]).unwrap();
        let content = &part[head_end + 4..end];
        let quoted = |key: &str| {
            let from = head.find(&format!("{key}=\""))? + key.len() + 2;
            Some(head[from..].split('"').next().unwrap().to_owned())
        };
        let name = quoted("; name").expect("a name");
        parts.push(match quoted("; filename") {
            Some(filename) => json!([name, {
                "filename": filename,
                "content_type": head.split("Content-Type: ").nth(1).expect("a type"),
                "base64": base64::engine::general_purpose::STANDARD.encode(content),
            }]),
            None => json!([name, std::str::from_utf8(content).unwrap()]),
        });
        rest = &part[end + 2 + delimiter.len()..];
    }
    assert_eq!(rest, b"--\r\n", "the form is not closed");
    Value::Array(parts)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}
