//! Text that must not be seen.

use std::any::Any;
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::sync::{Arc, Mutex, Weak};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use zeroize::Zeroizing;

use crate::lock::lock;

/// A token, key or password. It is hidden in `Debug`, and its memory is
/// overwritten when it is dropped.
///
/// It serialises to its text, because that is what operations send and
/// credential stores keep; nothing in sorakit writes it elsewhere.
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

    /// Whether there is no text.
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

/// A value that is serialised with its secrets: options and credentials leave them out
/// unless they are asked for with their `with_secrets`.
#[derive(Debug, Clone, Copy)]
pub struct WithSecrets<'a, T>(pub(crate) &'a T);

thread_local! {
    /// Whether what is being serialised on this thread shows its secrets.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

impl<T: Serialize> Serialize for WithSecrets<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let before = ASKED.replace(true);
        let written = self.0.serialize(serializer);
        ASKED.set(before);
        written
    }
}

/// Whether a field is left out when a value is serialised: it is absent, or a secret
/// that nobody asked for.
pub(crate) fn is_unseen<T: Any>(value: &Option<T>) -> bool {
    value.as_ref().is_none_or(|value| {
        let value = value as &dyn Any;
        !ASKED.get() && (value.is::<Secret>() || value.is::<crate::options::Parameters>())
    })
}

/// The shortest text that is taken for a secret when it is hidden.
const SHORTEST: usize = 8;

/// The shortest beginning of a secret that is hidden, where a text is cut off in it.
const BEGINNING: usize = 12;

/// How many secrets of a client are remembered.
const REMEMBERED: usize = 64;

/// The secrets of a client, kept out of whatever is shown while the client lives.
#[derive(Default)]
pub(crate) struct Hidden(Mutex<Vec<Secret>>);

/// The secrets of the clients that live. Errors are made in many places, and a text
/// that a server sent must not show the key wherever it ends up.
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

    /// Hides a secret from now on.
    pub(crate) fn add(&self, secret: &Secret) {
        let mut secrets = lock(&self.0);
        if secret.expose().len() < SHORTEST || secrets.contains(secret) {
            return;
        }
        if secrets.len() == REMEMBERED {
            secrets.remove(0);
        }
        secrets.push(secret.clone());
    }
}

/// A text without the secrets of any client.
pub(crate) fn hide(text: &str) -> Cow<'_, str> {
    let clients: Vec<_> = lock(&CLIENTS).iter().filter_map(Weak::upgrade).collect();
    let mut text = Cow::Borrowed(text);
    for client in clients {
        for secret in lock(&client.0).iter() {
            if let Some(without) = without(&text, secret.expose()) {
                text = Cow::Owned(without);
            }
        }
    }
    text
}

/// The text without a secret, or its beginning where it was cut off; `None` when it
/// does not hold it.
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
        out.push_str("[secret]");
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
}
