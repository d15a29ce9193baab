//! Names of values that give access, and addresses without such values.

use super::without_secrets;

/// Parts of the names of values that give access, or say who somebody is.
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

/// True if a value of this name is left out of what others may read.
///
/// ```
/// use sorakit::text::is_private;
///
/// assert!(is_private("X-Api-Key"));
/// assert!(!is_private("limit"));
/// ```
pub fn is_private(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    PRIVATE.iter().any(|part| name.contains(part))
}

/// An address as it may be seen: without user and password, a signature, a client's secrets,
/// and the values of parameters that are [private](is_private).
///
/// ```
/// use sorakit::text::address;
///
/// assert_eq!(address("https://me:pw@a/v1?limit=1"), "https://a/v1?limit=1");
/// ```
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
