//! Names with values: the caller's own headers and query parameters.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Secret;

/// Names with values, as headers and as query parameters, for gateways that require more
/// than the key.
///
/// Read from a map of names to text, or from text as people write it: one header per line
/// (`X-Team: video`), or a query (`api-version=1&tier=fast`). `Debug` shows only the
/// names, since a value may be a key.
///
/// ```
/// use sorakit::Parameters;
///
/// let headers = Parameters::from([("X-Team", "video")]);
/// assert_eq!(headers.get("x-team"), Some("video"));
/// assert_eq!("X-Team: video".parse(), Ok(headers));
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Parameters(#[schemars(with = "BTreeMap<String, String>")] BTreeMap<String, Secret>);

impl Parameters {
    /// The value of a name, ignoring case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// All names with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.expose()))
    }

    /// Adds a value, replacing one of the same name.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Secret>) {
        self.0.insert(name.into(), value.into());
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parameters whose names do not mark them as secrets.
    pub(crate) fn without_secrets(self) -> Self {
        Self(
            self.0
                .into_iter()
                .filter(|(name, _)| !is_secret(name))
                .collect(),
        )
    }

    /// Values to keep out of all output: those whose names mark them as secrets.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = Secret> {
        let named = self.0.iter().filter(|(name, _)| is_secret(name));
        named.map(|(_, value)| value.clone())
    }
}

/// Parts of names that mark a secret.
const SECRET: &[&str] = &[
    "auth",
    "cookie",
    "credential",
    "key",
    "pass",
    "secret",
    "session",
    "sig",
    "token",
];

/// True if this name marks its value as a secret.
fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET.iter().any(|part| name.contains(part))
}

impl<N: Into<String>, V: Into<Secret>, const COUNT: usize> From<[(N, V); COUNT]> for Parameters {
    fn from(pairs: [(N, V); COUNT]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<N: Into<String>, V: Into<Secret>> FromIterator<(N, V)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        Self(
            pairs
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }
}

impl fmt::Debug for Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.0.keys().map(|name| (name, format_args!("…")));
        f.debug_map().entries(names.collect::<Vec<_>>()).finish()
    }
}

impl std::str::FromStr for Parameters {
    type Err = &'static str;

    /// Reads headers, one per line, or a query. Whichever of `:` and `=` comes first
    /// decides.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "must be `Name: value` lines or `name=value&name=value`";
        let text = text.trim().trim_start_matches('?');
        const TWICE: &str = "must not name one twice";
        let sign = text.find([':', '=']).ok_or(FORM)?;
        let mut all = Self::default();
        if text.as_bytes()[sign] == b'=' {
            for (name, value) in form_urlencoded::parse(text.as_bytes()) {
                if all
                    .0
                    .insert(name.into_owned(), value.into_owned().into())
                    .is_some()
                {
                    return Err(TWICE);
                }
            }
            return Ok(all);
        }
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let (name, value) = line.split_once(':').ok_or(FORM)?;
            // The names of headers are the same in any case.
            if all.get(name.trim()).is_some() {
                return Err(TWICE);
            }
            all.insert(name.trim(), value.trim());
        }
        Ok(all)
    }
}

impl<'de> Deserialize<'de> for Parameters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Read)
    }
}

struct Read;

/// A value as it is sent: text, a number or a boolean.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Whole(i64),
    Number(f64),
    Truth(bool),
}

impl<'de> Visitor<'de> for Read {
    type Value = Parameters;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("names with text, such as {\"X-Team\": \"video\"}")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Parameters, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parameters, A::Error> {
        let mut pairs = BTreeMap::new();
        while let Some(name) = map.next_key::<String>()? {
            // The reader's own message would quote the value.
            let value: Scalar = map
                .next_value()
                .map_err(|_| A::Error::custom(format!("`{name}` must be text")))?;
            let value = match value {
                Scalar::Text(text) => text,
                Scalar::Whole(number) => number.to_string(),
                Scalar::Number(number) => number.to_string(),
                Scalar::Truth(truth) => truth.to_string(),
            };
            pairs.insert(name, value.into());
        }
        Ok(Parameters(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn maps_and_texts_are_read_and_values_are_not_shown() {
        for (written, name, value) in [
            (json!({"X-Team": "video"}), "x-team", "video"),
            (json!({"v": 2}), "v", "2"),
            (json!("X-Team: a=b\n\nX-Key: k"), "X-Key", "k"),
            (json!("?api-version=2024-05-01&x=a%20b"), "x", "a b"),
            (json!("at=12:30"), "at", "12:30"),
        ] {
            let read: Parameters = serde_json::from_value(written.clone()).unwrap();
            assert_eq!(read.get(name), Some(value), "{written}");
            assert!(!format!("{read:?}").contains(value), "{read:?}");
        }
        for bad in [
            json!("none"),
            json!(["a"]),
            json!({"a": ["secret-1"]}),
            json!("X-Key: secret-1\nx-key: secret-1"),
            json!("key=secret-1&key=2"),
        ] {
            let error = serde_json::from_value::<Parameters>(bad).unwrap_err();
            assert!(!error.to_string().contains("secret-1"), "{error}");
        }
    }
}
