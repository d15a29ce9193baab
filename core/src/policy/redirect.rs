//! The target of a redirect, and whether the credential may go with it.

use crate::model::url::Url;
use crate::model::{Error, ErrorKind, Result};

/// The number of redirects that are followed.
pub const LIMIT: usize = 5;

/// The next address in a chain of redirects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// The address.
    pub url: String,
    /// True if it is on the same origin, so that credentials may go with it.
    pub same_origin: bool,
}

/// True if a status is a redirect that is followed.
pub fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// True if a redirect asks for the same request again, with its body.
pub fn asks_for_the_same(status: u16) -> bool {
    matches!(status, 307 | 308)
}

/// The setting to change when a request that does not follow redirects is redirected to
/// `target`: `base_url`, if the target is the same endpoint under another base.
pub fn base_for(from: &str, base: &str, target: &str) -> Option<String> {
    let endpoint = without_query(from).strip_prefix(base.trim_end_matches('/'))?;
    let other = without_query(target).trim_end_matches('/');
    let other = other.strip_suffix(endpoint.trim_end_matches('/'))?;
    (!endpoint.is_empty()).then(|| other.to_owned())
}

/// True if a redirect led to the same endpoint: on another scheme, host or base, or with a
/// slash more or less. What any other address answers is not about what was asked.
pub fn is_same_endpoint(from: &str, base: &str, landed: &str) -> bool {
    let path = |url: &str| {
        let url = Url::parse(url).ok()?;
        Some(url.path().trim_end_matches('/').to_owned())
    };
    base_for(from, base, landed).is_some() || path(from) == path(landed)
}

/// An address without its query, which may be signed.
pub fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// Resolves `location` in an answer from `from`. One gateway answers a JSON array with
/// the address in it (docs/wire/sora2api.md §3.3). Credentials stay on their origin, and
/// a step from TLS to plain HTTP is refused.
pub fn next(from: &str, location: &str) -> Result<Hop> {
    let broken = || {
        Error::new(
            ErrorKind::UnexpectedResponse,
            "the server redirects to an address that is not valid",
        )
    };
    let from = Url::parse(from).map_err(|_| broken())?;
    let location = crate::api::location(location);
    let to = from.join(&location).map_err(|_| broken())?;
    if !matches!(to.scheme(), "http" | "https") {
        return Err(broken());
    }
    if from.scheme() == "https" && to.scheme() == "http" {
        return Err(Error::new(
            ErrorKind::UnexpectedResponse,
            "the server redirects from https to plain http",
        ));
    }
    Ok(Hop {
        same_origin: to.origin() == from.origin(),
        url: to.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_base_is_told_by_its_target() {
        let base = "http://a.example/v1";
        let from = "http://a.example/v1/videos?x=1";
        for (target, other) in [
            ("https://a.example/v1/videos", Some("https://a.example/v1")),
            (
                "https://b.example/api/v1/videos/?sig=1",
                Some("https://b.example/api/v1"),
            ),
            ("https://a.example/login", None),
        ] {
            assert_eq!(base_for(from, base, target).as_deref(), other, "{target}");
        }
    }

    #[test]
    fn another_page_is_not_the_endpoint() {
        let base = "http://a.example/v1";
        let from = "http://a.example/v1/videos/j?x=1";
        for (landed, same) in [
            ("https://a.example/v1/videos/j", true),
            ("https://b.example/v1/videos/j/", true),
            ("https://b.example/api/v2/videos/j", true),
            ("https://a.example/login?next=/v1/videos/j", false),
            ("http://a.example/404", false),
            ("http://a.example/v1/videos", false),
            ("http://a.example/v1/videos/k", false),
        ] {
            assert_eq!(is_same_endpoint(from, base, landed), same, "{landed}");
        }
    }

    #[test]
    fn addresses_are_resolved_and_origins_compared() {
        let hop = |from: &str, to: &str| next(from, to).map(|hop| (hop.url, hop.same_origin));
        for (from, to, url, same) in [
            ("https://a.example/x/y", "z", "https://a.example/x/z", true),
            (
                "https://a.example/x",
                "https://a.example:443/z",
                "https://a.example/z",
                true,
            ),
            (
                "https://a.example/x",
                "https://b.example/z",
                "https://b.example/z",
                false,
            ),
            (
                "http://a.example/x",
                "https://a.example/z",
                "https://a.example/z",
                false,
            ),
            (
                "http://127.0.0.1:1/x",
                "http://127.0.0.1:2/z",
                "http://127.0.0.1:2/z",
                false,
            ),
            (
                "https://a.example/x",
                "%5B%22https://b.example/v.mp4%22%5D",
                "https://b.example/v.mp4",
                false,
            ),
            (
                "https://a.example/x",
                "[\"https://b.example/v.mp4\", \"https://c.example/\"]",
                "https://b.example/v.mp4",
                false,
            ),
        ] {
            assert_eq!(
                hop(from, to).unwrap(),
                (url.to_owned(), same),
                "{from} {to}"
            );
        }
        assert!(hop("https://a.example/", "http://a.example/").is_err());
        assert!(hop("https://a.example/", "file:///etc/passwd").is_err());
    }
}
