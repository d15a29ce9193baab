//! Long texts of a JSON body, kept out of it as it arrives: a video in base64 would else be
//! in memory as bytes, and once more as text.

use std::borrow::Cow;

use serde_json::Value;

/// The length from which a text is long, in bytes.
const LONG: usize = 1 << 20;

/// What stands in the body for a long text, before its number.
const STANDS_FOR: &str = "sorakit:long-text:";

/// Takes the long texts out of a body.
#[derive(Default)]
pub(crate) struct Sieve {
    /// The texts, as they are between their quotes.
    texts: Vec<Vec<u8>>,
    place: Place,
    /// Where the text begins in the body that is kept.
    begun: usize,
    is_escaped: bool,
}

/// Where in the body a byte is.
#[derive(Default, Clone, Copy, PartialEq)]
enum Place {
    #[default]
    Outside,
    /// In a text that is kept in the body.
    Text,
    /// In a long text that is kept in the body: a message, or a prompt.
    Prose,
    /// In a text that is kept apart.
    Long,
}

impl Sieve {
    /// Appends the next bytes to `body`, but for those of long texts.
    pub(crate) fn push(&mut self, bytes: &[u8], body: &mut Vec<u8>) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let length = match self.place {
                Place::Outside => match memchr(rest, |byte| byte == b'"') {
                    Some(at) => {
                        self.place = Place::Text;
                        self.begun = body.len() + at + 1;
                        at + 1
                    }
                    None => rest.len(),
                },
                Place::Text | Place::Prose | Place::Long => self.within(rest),
            };
            let (now, later) = rest.split_at(length);
            rest = later;
            match (self.place, self.texts.last_mut()) {
                (Place::Long, Some(text)) => text.extend_from_slice(now),
                _ => body.extend_from_slice(now),
            }
            if self.place == Place::Text && body.len() - self.begun > LONG && !self.is_escaped {
                if is_encoded(&body[self.begun..]) {
                    self.texts.push(body.split_off(self.begun));
                    self.place = Place::Long;
                } else {
                    self.place = Place::Prose;
                }
            }
            if self.place != Place::Outside && rest.first() == Some(&b'"') && !self.is_escaped {
                if self.place == Place::Long {
                    let number = self.texts.len() - 1;
                    body.extend_from_slice(format!("{STANDS_FOR}{number}").as_bytes());
                }
                body.push(b'"');
                rest = &rest[1..];
                self.place = Place::Outside;
            }
        }
    }

    /// How many bytes belong to the text, up to its closing quote.
    fn within(&mut self, bytes: &[u8]) -> usize {
        if self.is_escaped {
            self.is_escaped = false;
            return 1;
        }
        match memchr(bytes, |byte| byte == b'"' || byte == b'\\') {
            Some(at) if bytes[at] == b'\\' => {
                self.is_escaped = true;
                at + 1
            }
            Some(at) => at,
            None => bytes.len(),
        }
    }

    /// The number of bytes that are kept apart.
    pub(crate) fn length(&self) -> usize {
        self.texts.iter().map(Vec::len).sum()
    }

    /// The long texts. The beginning of one that broke off goes back to the end of `body`,
    /// to be read with what came before it.
    pub(crate) fn finish(mut self, body: &mut Vec<u8>) -> Vec<String> {
        if self.place == Place::Long
            && let Some(cut) = self.texts.pop()
        {
            body.extend_from_slice(&cut[..LONG]);
        }
        self.texts.into_iter().map(text).collect()
    }
}

/// True if a text is base64, perhaps in a data URL: nobody reads it.
fn is_encoded(text: &[u8]) -> bool {
    let data = text
        .starts_with(b"data:")
        .then(|| memchr(text, |byte| byte == b','));
    let begin = data.flatten().filter(|at| *at < 200).map_or(0, |at| at + 1);
    let is_digit = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/-_=\\".contains(byte);
    let digits = text[begin..]
        .iter()
        .take(ENOUGH)
        .filter(|byte| is_digit(byte))
        .count();
    // Some break the lines.
    digits >= ENOUGH - ENOUGH / 16
}

/// The number of characters that tell base64 from a text for people.
const ENOUGH: usize = 4096;

/// True if this text stands for a long one, of which nothing else is known.
pub(crate) fn is_long(text: &str) -> bool {
    text.starts_with(STANDS_FOR)
}

/// A text as it is shown, with an ellipsis for what was kept out of it.
pub(crate) fn without_long(text: &str) -> Cow<'_, str> {
    let mut pieces = text.split(STANDS_FOR);
    let first = pieces.next().unwrap_or_default();
    if first.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let rest = pieces.map(|piece| piece.trim_start_matches(|c: char| c.is_ascii_digit()));
    Cow::Owned(rest.fold(first.to_owned(), |shown, piece| shown + "…" + piece))
}

fn memchr(bytes: &[u8], is_it: impl Fn(u8) -> bool) -> Option<usize> {
    bytes.iter().position(|byte| is_it(*byte))
}

/// The text between quotes.
fn text(bytes: Vec<u8>) -> String {
    let bytes = match bytes.contains(&b'\\') {
        true => {
            let quoted = [b"\"", &*bytes, b"\""].concat();
            match serde_json::from_slice(&quoted) {
                Ok(text) => return text,
                Err(_) => bytes,
            }
        }
        false => bytes,
    };
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Puts long texts into their places: `take` returns the one with a number.
pub(crate) fn put_back(value: &mut Value, take: &mut impl FnMut(usize) -> Option<String>) {
    match value {
        Value::String(text) => {
            let number = text.strip_prefix(STANDS_FOR);
            if let Some(long) = number.and_then(|number| take(number.parse().ok()?)) {
                *text = long;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put_back(item, take)),
        Value::Object(fields) => fields.values_mut().for_each(|value| put_back(value, take)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sieved(body: &[u8], piece: usize) -> (Vec<u8>, Vec<String>) {
        let (mut sieve, mut kept) = (Sieve::default(), Vec::new());
        for piece in body.chunks(piece) {
            sieve.push(piece, &mut kept);
        }
        let texts = sieve.finish(&mut kept);
        (kept, texts)
    }

    #[test]
    fn what_is_long_is_kept_apart_and_put_back_unchanged() {
        let long = "+/A\n=QUJDREVGR0hJSktM".repeat(LONG / 10);
        let value = json!({"id": "a\"b\\", "data": [{"b64_json": long}, {"b64_json": long}],
            "short": "x".repeat(LONG / 2), "n": null});
        for body in [value.to_string(), value.to_string().replace('/', "\\/")] {
            for piece in [usize::MAX, 65_536, 4_099] {
                let (kept, texts) = sieved(body.as_bytes(), piece);
                assert!(kept.len() < LONG, "{}", kept.len());
                assert_eq!(texts.len(), 2);
                let mut read: Value = serde_json::from_slice(&kept).unwrap();
                let mut texts: Vec<_> = texts.into_iter().map(Some).collect();
                put_back(&mut read, &mut |number| texts.get_mut(number)?.take());
                assert!(read == value, "in pieces of {piece}");
            }
        }
    }

    #[test]
    fn a_long_text_for_people_stays_where_it_is() {
        let value = json!({"error": {"message": "the image was refused: ".repeat(LONG / 10)}});
        let (kept, texts) = sieved(value.to_string().as_bytes(), 65_536);
        assert!(kept == value.to_string().as_bytes() && texts.is_empty());
    }

    #[test]
    fn of_what_breaks_off_the_beginning_stays() {
        let body = format!("{{\"data\": \"{}", "A".repeat(LONG * 2));
        let (kept, texts) = sieved(body.as_bytes(), 65_536);
        assert!(body.as_bytes().starts_with(&kept) && texts.is_empty());
        assert!(kept.len() >= LONG, "{}", kept.len());
        let (kept, _) = sieved(b"{\"a\": \"b\\", 3);
        assert_eq!(kept, b"{\"a\": \"b\\");
    }
}
