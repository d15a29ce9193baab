//! Bytes as text, when they are not quite UTF-8.

use std::borrow::Cow;

/// Decodes a body's text: UTF-8, with invalid bytes as Latin-1, or UTF-16 where its mark
/// says so.
pub(super) fn text(body: &[u8]) -> Cow<'_, str> {
    match body {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(body) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(mixed(body)),
        },
    }
}

fn utf16(body: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'_, str> {
    let units = body.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let chars = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Cow::Owned(chars.collect())
}

fn mixed(body: &[u8]) -> String {
    let mut text = String::with_capacity(body.len() + body.len() / 8);
    let mut rest = body;
    while !rest.is_empty() {
        // Half of a pair, as WTF-8 writes it.
        if let [0xed, 0xa0..=0xbf, 0x80..=0xbf, after @ ..] = rest {
            text.push(char::REPLACEMENT_CHARACTER);
            rest = after;
            continue;
        }
        let Some(chunk) = rest.utf8_chunks().next() else {
            break;
        };
        text.push_str(chunk.valid());
        let invalid = chunk.invalid();
        rest = &rest[chunk.valid().len()..];
        if rest.starts_with(&[0xed]) && matches!(rest.get(1), Some(0xa0..=0xbf)) {
            if rest.len() < 3 {
                text.push(char::REPLACEMENT_CHARACTER);
                break;
            }
            if matches!(rest[2], 0x80..=0xbf) {
                continue;
            }
        }
        match invalid {
            // In Latin-1 a byte is its character.
            [byte] => text.push(char::from(*byte)),
            [] => {}
            // A character that was cut.
            _ => text.push(char::REPLACEMENT_CHARACTER),
        }
        rest = &rest[invalid.len()..];
    }
    text
}
