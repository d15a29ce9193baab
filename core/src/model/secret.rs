//! Text that must not be shown.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, Weak};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::text::is_hidden;
use crate::lock::lock;

/// A token, key or password. `Debug` hides it, and its memory is overwritten when it is
/// dropped.
///
/// It serialises to its text, because operations send it and credential stores keep it;
/// nothing in sorakit writes it elsewhere.
///
/// ```
/// let key = sorakit::Secret::from("sk-abc");
/// assert_eq!(format!("{key:?}"), "Secret(…)");
/// assert_eq!(key.expose(), "sk-abc");
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Secret(#[schemars(with = "String")] Zeroizing<String>);

impl Secret {
    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// True if the text is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The shortest text treated as a secret when hiding.
const SHORTEST: usize = 8;

/// The shortest beginning of a secret that is hidden, where a text ends in the middle of
/// it.
const BEGINNING: usize = 12;

/// The shortest part of a secret that is hidden by itself.
const PIECE: usize = 12;

/// The number of secrets remembered per client.
const REMEMBERED: usize = 64;

/// A client's secrets, kept out of all output for as long as the client lives.
#[derive(Default)]
pub(crate) struct Hidden(Mutex<Vec<Kept>>);

/// A secret, and the base64 forms it may have inside another text.
struct Kept {
    secret: Secret,
    encoded: Vec<Secret>,
}

/// The secrets of all live clients. Errors are made in many places, and text that a
/// server sent must not show the key wherever it ends up.
static CLIENTS: Mutex<Vec<Weak<Hidden>>> = Mutex::new(Vec::new());

impl Hidden {
    /// A place for a client's secrets.
    pub(crate) fn of_client() -> Arc<Self> {
        let hidden = Arc::new(Self::default());
        let mut clients = lock(&CLIENTS);
        clients.retain(|client| client.strong_count() > 0);
        clients.push(Arc::downgrade(&hidden));
        hidden
    }

    /// Hides a secret from now on, and each of the values that it is made of: the cookies of
    /// a header, the token after `Bearer`.
    pub(crate) fn add(&self, secret: &Secret) {
        let separates = |c: char| c == ';' || c == ',' || c.is_whitespace();
        let mut begins_with_name = false;
        let pieces = secret.expose().split(separates).enumerate();
        for (at, piece) in pieces {
            let named = piece.split_once('=').map(|(_, value)| value);
            let value = named.unwrap_or(piece).trim_matches('"');
            if value.len() >= PIECE && value.len() < secret.expose().len() {
                self.keep(&value.into());
                begins_with_name |= at == 0 && named.is_some();
            }
        }
        // The name of a cookie is no secret, as the beginning of one would be.
        if !begins_with_name {
            self.keep(secret);
        }
    }

    fn keep(&self, secret: &Secret) {
        let mut secrets = lock(&self.0);
        let known = |kept: &Kept| kept.secret == *secret;
        if secret.expose().len() < SHORTEST || secrets.iter().any(known) {
            return;
        }
        if secrets.len() == REMEMBERED {
            secrets.remove(0);
        }
        secrets.push(Kept {
            secret: secret.clone(),
            encoded: in_base64(secret.expose()),
        });
    }
}

/// The text shown in place of a secret.
const HIDDEN: &str = "[secret]";

/// A text without the secrets of any client: plain, in base64, or written otherwise: escaped
/// as in JSON, addresses and pages, in another case, or with white space and what is not
/// seen in between.
pub(crate) fn hide(text: &str) -> Cow<'_, str> {
    let clients: Vec<_> = lock(&CLIENTS).iter().filter_map(Weak::upgrade).collect();
    let mut text = Cow::Borrowed(text);
    let mut bare = None;
    for client in clients {
        for kept in lock(&client.0).iter() {
            if let Some(without) = without(&text, kept.secret.expose()) {
                (text, bare) = (Cow::Owned(without), None);
            }
            for form in [&kept.secret].into_iter().chain(&kept.encoded) {
                let form = &*Zeroizing::new(bared(form.expose(), |_, _| {}));
                let known = &*bare.get_or_insert_with(|| bared(&text, |_, _| {}));
                if known.contains(form) {
                    (text, bare) = (Cow::Owned(without_bared(&text, form)), None);
                }
            }
        }
    }
    text
}

/// The text without a secret, or without its beginning where the text was cut off; `None`
/// if it does not contain it.
fn without(text: &str, secret: &str) -> Option<String> {
    let mut length = BEGINNING.min(secret.len());
    while !secret.is_char_boundary(length) {
        length += 1;
    }
    let beginning = &secret[..length];
    let mut at = text.find(beginning)?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        out.push_str(&rest[..at]);
        out.push_str(HIDDEN);
        let same = rest[at..].chars().zip(secret.chars());
        let same: usize = same
            .take_while(|(one, other)| one == other)
            .map(|(one, _)| one.len_utf8())
            .sum();
        rest = &rest[at + same..];
        match rest.find(beginning) {
            Some(next) => at = next,
            None => break,
        }
    }
    out.push_str(rest);
    Some(out)
}

/// The text without a secret, which is given [bared] and is in the text when bared.
fn without_bared(text: &str, secret: &str) -> String {
    let mut places = Vec::with_capacity(text.len());
    let bare = bared(text, |from, to| places.push((from, to)));
    let mut out = String::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = bare[at..].find(secret) {
        let (start, end) = (at + found, at + found + secret.len());
        out.push_str(&text[from..places[start].0]);
        out.push_str(HIDDEN);
        (from, at) = (places[end - 1].1, end);
    }
    out + &text[from..]
}

/// A text without escapes, white space, which addresses write as `+`, and what is not seen, in
/// lower case. `place` is told of each of its bytes where in the text that is written.
fn bared(text: &str, mut place: impl FnMut(usize, usize)) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (c, length) = match terminal(rest) {
            Some(length) => (' ', length),
            None => escape(rest).unwrap_or((first, first.len_utf8())),
        };
        if !c.is_whitespace() && c != '+' && !is_hidden(c) {
            bare.push(c.to_ascii_lowercase());
            (0..c.len_utf8()).for_each(|_| place(at, at + length));
        }
        at += length;
    }
    bare
}

/// The length of a terminal's sequence at the start of a text: `ESC[31m`.
fn terminal(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("\u{1b}[")?;
    let end = rest.bytes().position(|byte| byte.is_ascii_alphabetic())?;
    (end < 16).then_some(end + 3)
}

/// The ASCII character escaped at the start of a text, and the escape's length: `\/`,
/// `\u002f`, `%2f`, `&#47;`, `&#x2f;`.
fn escape(text: &str) -> Option<(char, usize)> {
    let number = |digits: Option<&str>, radix| {
        let code = u8::from_str_radix(digits?, radix).ok()?;
        code.is_ascii().then_some(char::from(code))
    };
    let bytes = text.as_bytes();
    match bytes.first()? {
        b'\\' => match bytes.get(1)? {
            b'u' => Some((
                number(text.get(4..6).filter(|_| text.get(2..4) == Some("00")), 16)?,
                6,
            )),
            b'x' => Some((number(text.get(2..4), 16)?, 4)),
            b'n' | b'r' | b't' => Some((' ', 2)),
            byte if byte.is_ascii_punctuation() => Some((char::from(*byte), 2)),
            _ => None,
        },
        b'%' => Some((number(text.get(1..3), 16)?, 3)),
        b'&' => {
            let end = bytes.iter().take(8).position(|byte| *byte == b';')?;
            let inside = text.get(1..end)?;
            let c = match inside {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                _ => match inside.strip_prefix("#x").or(inside.strip_prefix("#X")) {
                    Some(digits) => number(Some(digits), 16)?,
                    None => number(inside.strip_prefix('#'), 10)?,
                },
            };
            Some((c, end + 1))
        }
        _ => None,
    }
}

/// A secret's base64 forms, for every offset at which it may begin in the encoded data:
/// only the part that does not depend on the surrounding bytes.
fn in_base64(secret: &str) -> Vec<Secret> {
    let mut forms = Vec::new();
    for alphabet in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
        for (before, skipped) in [(0, 0), (1, 2), (2, 3)] {
            let mut bytes = Zeroizing::new(vec![0; before]);
            bytes.extend_from_slice(secret.as_bytes());
            let whole = Zeroizing::new(alphabet.encode(&*bytes));
            let fixed = bytes.len() * 8 / 6;
            let form = Secret::from(&whole[skipped..fixed]);
            if form.expose().len() >= SHORTEST && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clients_secrets_are_hidden_while_it_lives() {
        let hidden = Hidden::of_client();
        hidden.add(&"sk-hidden-0123456789".into());
        hidden.add(&"short".into());
        assert_eq!(
            hide("Bearer sk-hidden-0123456789, sk-hidden-0123456789! short"),
            "Bearer [secret], [secret]! short"
        );
        assert_eq!(hide("cut off: sk-hidden-0123…"), "cut off: [secret]…");
        assert_eq!(hide("sk-hidden"), "sk-hidden");
        drop(hidden);
        assert_eq!(hide("sk-hidden-0123456789"), "sk-hidden-0123456789");
    }

    #[test]
    fn each_piece_of_a_cookie_is_hidden_by_itself() {
        let hidden = Hidden::of_client();
        hidden.add(
            &"a.session-token.0=piece-zero-012; a.session-token.1=piece-one-3456; l=en".into(),
        );
        hidden.add(&"Bearer bearer-token-789".into());
        for (text, shown) in [
            ("unknown piece-one-3456!", "unknown [secret]!"),
            ("unknown piece-zero-012!", "unknown [secret]!"),
            ("a bearer-token-789", "a [secret]"),
            (
                "the cookie a.session-token.1; l=en",
                "the cookie a.session-token.1; l=en",
            ),
        ] {
            assert_eq!(hide(text), shown);
        }
    }

    #[test]
    fn a_secret_is_hidden_in_whatever_form_it_is_written() {
        let hidden = Hidden::of_client();
        hidden.add(&"sk-form/0123+456".into());
        for text in [
            r"a sk-form\/0123+456 z",
            r"a sk-form\u002f0123\u002B456 z",
            "a sk-form%2F0123%2b456 z",
            "a %73%6b-form%2f0123+456 z",
            "a sk-form&#47;0123&#x2B;456 z",
            "a sk-form/0123+456 z",
            "a SK-FORM/0123+456 z",
            "a sk-form/01\u{200b}23+456 z",
            "a sk-form/01\n23+456 z",
            r"a sk-form/01\n23+456 z",
            "a sk-form/01\u{1b}[0m23+456 z",
        ] {
            assert_eq!(hide(text), "a [secret] z", "{text}");
        }
        for before in ["", "u", "u:", "Bearer "] {
            let clear = format!("{before}sk-form/0123+456!\u{3ff}\u{3ff}");
            for alphabet in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
                let text = alphabet.encode(&clear);
                let escaped = text.replace('/', r"\/").replace('+', "%2B");
                for text in [format!("{text}=="), text, escaped] {
                    assert!(hide(&text).contains("[secret]"), "{text}");
                }
            }
        }
        for text in ["100% of é%zz \\u00", "a & b &nbsp; %", "sk-form%2F0124"] {
            assert_eq!(hide(text), text);
        }
    }
}
