//! Taking out of what was sent and answered what others must not see.

use serde_json::Value;
use sorakit::text::without_secrets;

/// Parts of the names of values that are left out.
const PRIVATE: &[&str] = &[
    "auth",
    "cookie",
    "credential",
    "email",
    "key",
    "pass",
    "phone",
    "secret",
    "session",
    "sig",
    "token",
];

/// Whether what has this name is left out.
pub fn is_private(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    PRIVATE.iter().any(|part| name.contains(part))
}

/// A JSON value without what is named as a secret, its texts as `text` shows them.
pub fn cleaned(name: &str, value: &Value, text: &impl Fn(&str) -> String) -> Value {
    match value {
        Value::String(_) if is_private(name) => "left out".into(),
        Value::String(said) => text(said).into(),
        Value::Array(items) => items.iter().map(|item| cleaned(name, item, text)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), cleaned(name, value, text)))
            .collect(),
        other => other.clone(),
    }
}

/// An address as it may be seen: without user and password, and without the values of
/// parameters that are named as secrets.
pub fn address(url: &str) -> String {
    let url = without_secrets(url);
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (format!("{scheme}://"), rest),
        None => (String::new(), url.as_str()),
    };
    let (place, query) = match rest.split_once('?') {
        Some((place, query)) => (place, Some(query)),
        None => (rest, None),
    };
    let host = place.find('/').unwrap_or(place.len());
    let place = match place[..host].rfind('@') {
        Some(at) => &place[at + 1..],
        None => place,
    };
    let query = query.map(|query| {
        let pairs = query.split('&').map(|pair| match pair.split_once('=') {
            Some((name, _)) if is_private(name) => format!("{name}=…"),
            _ => pair.to_owned(),
        });
        format!("?{}", pairs.collect::<Vec<_>>().join("&"))
    });
    format!("{scheme}{place}{}", query.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_named_as_a_secret_is_left_out() {
        let value = json!({"accessToken": "hidden", "items": [{"api_key": "hidden"}], "id": "a"});
        let shown = cleaned("", &value, &str::to_owned);
        assert!(!shown.to_string().contains("hidden"), "{shown}");
        assert_eq!(shown["id"], "a");
    }

    #[test]
    fn an_address_is_shown_without_its_keys() {
        for (url, shown) in [
            ("http://a/v1/videos?limit=1", "http://a/v1/videos?limit=1"),
            ("http://me:pw@a/v1?key=k", "http://a/v1?…"),
            ("http://me:pw@a/v1?limit=1", "http://a/v1?limit=1"),
            ("/v1?api_token=k", "/v1?api_token=…"),
        ] {
            assert_eq!(address(url), shown);
        }
    }
}
