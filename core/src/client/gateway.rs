//! The caller's own headers and query, which go with every request to the API beside the
//! key. They are bound to the API's origin.

use http::{HeaderMap, HeaderName, HeaderValue};

use super::addresses::Addresses;
use crate::api::Body;
use crate::host::ShownAddress;
use crate::model::url::{Origin, Url};
use crate::model::{Dialect, Error, Parameters, Result};
use crate::options::Options;

/// Headers that the caller may not set, and what sets them.
const NOT_THEIRS: &[(&str, &str)] = &[
    ("accept-encoding", "what the client can read"),
    ("connection", "the connection"),
    ("content-length", "the body"),
    ("content-type", "the body"),
    ("expect", "the body"),
    ("host", "`base_url`"),
    ("if-range", "a download"),
    ("oai-device-id", "`device_id`"),
    ("openai-sentinel-token", "the proof of work"),
    ("proxy-authorization", "`proxy`"),
    ("range", "a download"),
    ("te", "the connection"),
    ("trailer", "the connection"),
    ("transfer-encoding", "the body"),
    ("upgrade", "the connection"),
];

/// Headers by which a browser or app identifies itself, on the dialect `sora`.
const OF_THE_PROFILE: &[&str] = &[
    "accept-language",
    "oai-language",
    "origin",
    "referer",
    "sec-ch-ua",
    "sec-ch-ua-mobile",
    "sec-ch-ua-platform",
    "user-agent",
];

/// The headers and the query that requests to one origin get.
#[derive(Debug)]
pub(crate) struct Gateway {
    origin: Origin,
    headers: HeaderMap,
    query: Vec<(String, String)>,
}

impl Gateway {
    /// Reads them from the options.
    pub(super) fn of(options: &Options, addresses: &Addresses) -> Result<Self> {
        let mut headers = HeaderMap::new();
        for (name, value) in options.headers.iter().flat_map(Parameters::iter) {
            let (name, value) = header(name, value, options)?;
            if headers.contains_key(&name) {
                return Err(Error::invalid(
                    "headers",
                    format!("`{name}` is given twice"),
                ));
            }
            headers.append(name, value);
        }
        let mut query = addresses.query.clone();
        for (name, value) in options.query.iter().flat_map(Parameters::iter) {
            if name.is_empty() {
                return Err(Error::invalid("query", "must have no empty name"));
            }
            match addresses.query.iter().find(|(known, _)| known == name) {
                None => query.push((name.to_owned(), value.to_owned())),
                Some((_, same)) if same == value => {}
                Some(_) => {
                    let what = format!("`{name}` stands in `base_url` too, with another value");
                    return Err(Error::invalid("query", what));
                }
            }
        }
        Ok(Self {
            origin: addresses.api.origin(),
            headers,
            query,
        })
    }

    /// True if there is nothing to add.
    pub(crate) fn is_empty(&self) -> bool {
        self.headers.is_empty() && self.query.is_empty()
    }

    /// True if one of the caller's headers is the credential.
    pub(super) fn authorizes(&self) -> bool {
        self.headers.contains_key(http::header::AUTHORIZATION)
    }

    /// Builds a request that holds all of it and nothing else, for a host to judge.
    pub(super) fn alone(&self, api: &Url) -> Result<http::Request<Body>> {
        let request = http::Request::get(api.as_str()).body(Body::empty());
        let mut request =
            request.map_err(|_| Error::invalid("base_url", "is not a valid address"))?;
        self.dress(&mut request);
        Ok(request)
    }

    /// Adds to a request what goes to the API's origin. The caller's headers replace the
    /// request's own. A signed address stays as it is.
    pub(crate) fn dress(&self, request: &mut http::Request<Body>) {
        request.extensions_mut().remove::<ShownAddress>();
        let Some(mut url) = self.own(request) else {
            return;
        };
        if !url.query().is_some_and(crate::model::text::is_signed) {
            // A name may stand twice in `base_url`; one of the request's own stays alone.
            let known: Vec<String> = url
                .query_pairs()
                .map(|(name, _)| name.into_owned())
                .collect();
            for (name, value) in &self.query {
                if known.contains(name) {
                    continue;
                }
                let own = url.query().unwrap_or_default().to_owned();
                let mut query = form_urlencoded::Serializer::new(own);
                query.append_pair(name, value);
                url.set_query(Some(&query.finish()));
            }
            if let Ok(uri) = url.as_str().parse() {
                let before = std::mem::replace(request.uri_mut(), uri);
                let shown = ShownAddress(before.to_string());
                request.extensions_mut().insert(shown);
            }
        }
        for (name, value) in &self.headers {
            let joined = match request.headers().get(name) {
                Some(own) if name == http::header::COOKIE => {
                    HeaderValue::from_bytes(&[own.as_bytes(), b"; ", value.as_bytes()].concat())
                        .ok()
                }
                _ => None,
            };
            let mut value = joined.unwrap_or_else(|| value.clone());
            value.set_sensitive(true);
            request.headers_mut().insert(name.clone(), value);
        }
    }

    /// The address of a request that goes to the API's origin.
    fn own(&self, request: &http::Request<Body>) -> Option<Url> {
        if self.is_empty() {
            return None;
        }
        let url = Url::parse(&request.uri().to_string()).ok()?;
        (url.origin() == self.origin).then_some(url)
    }
}

/// Parses a header that a caller may set.
fn header(name: &str, value: &str, options: &Options) -> Result<(HeaderName, HeaderValue)> {
    let refused = |what: String| Err(Error::invalid("headers", what));
    let Ok(header) = name.trim().parse::<HeaderName>() else {
        return refused(format!(
            "`{}` is no name of a header",
            crate::model::text::shown(name)
        ));
    };
    let set_by = NOT_THEIRS.iter().find(|(known, _)| *known == header);
    if let Some((_, by)) = set_by {
        return refused(format!("`{name}` is not yours to set: {by} does it"));
    }
    if options.dialect == Some(Dialect::Sora) && OF_THE_PROFILE.contains(&header.as_str()) {
        return refused(format!("`{name}` is not yours to set: `profile` does it"));
    }
    if header == http::header::AUTHORIZATION && options.has_token() {
        return refused(format!(
            "`{name}` and the credential of the options are the same header; give one of them"
        ));
    }
    match HeaderValue::from_str(value.trim()) {
        Ok(value) => Ok((header, value)),
        Err(_) => refused(format!(
            "the value of `{name}` must be printable ASCII without line breaks"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gateway(base_url: &str, headers: Parameters, query: Parameters) -> Result<Gateway> {
        let options = Options {
            base_url: Some(base_url.into()),
            headers: Some(headers),
            query: Some(query),
            ..Options::default()
        };
        Gateway::of(&options, &Addresses::of(&options)?)
    }

    fn dressed(gateway: &Gateway, url: &str) -> http::Request<Body> {
        let mut request = http::Request::get(url).body(Body::empty()).unwrap();
        gateway.dress(&mut request);
        request
    }

    #[test]
    fn they_go_to_the_apis_origin_and_nowhere_else() {
        let gateway = gateway(
            "https://a.example/v1?api-version=1",
            Parameters::from([("X-Key", "k")]),
            Parameters::from([("tier", "a b")]),
        )
        .unwrap();
        for (url, becomes) in [
            (
                "https://a.example/v1/videos",
                Some("https://a.example/v1/videos?api-version=1&tier=a+b"),
            ),
            (
                "https://a.example/v1/videos?limit=1",
                Some("https://a.example/v1/videos?limit=1&api-version=1&tier=a+b"),
            ),
            (
                "https://a.example/f.mp4?sig=1",
                Some("https://a.example/f.mp4?sig=1"),
            ),
            (
                "https://a.example/f.mp4?X-Amz-Signature=1",
                Some("https://a.example/f.mp4?X-Amz-Signature=1"),
            ),
            (
                "https://a.example/f?tier=own",
                Some("https://a.example/f?tier=own&api-version=1"),
            ),
            ("https://b.example/f.mp4", None),
            ("https://a.example:444/f.mp4", None),
        ] {
            let request = dressed(&gateway, url);
            assert_eq!(request.uri().to_string(), becomes.unwrap_or(url));
            if let Some(shown) = request.extensions().get::<ShownAddress>() {
                assert_eq!(shown.0, url);
            }
            assert!(request.headers().values().all(HeaderValue::is_sensitive));
            assert_eq!(
                request.headers().contains_key("x-key"),
                becomes.is_some(),
                "{url}"
            );
        }
    }

    #[test]
    fn a_parameter_that_stands_twice_is_sent_twice() {
        let twice = gateway(
            "https://a.example/v1?a=1&a=2",
            Parameters::default(),
            Parameters::default(),
        );
        let twice = twice.unwrap();
        for (url, becomes) in [
            (
                "https://a.example/v1/videos",
                "https://a.example/v1/videos?a=1&a=2",
            ),
            (
                "https://a.example/v1/videos?a=3",
                "https://a.example/v1/videos?a=3",
            ),
        ] {
            assert_eq!(dressed(&twice, url).uri().to_string(), becomes);
        }
    }

    #[test]
    fn on_sora_the_profile_speaks_for_the_browser() {
        let options = |dialect| Options {
            dialect: Some(dialect),
            base_url: Some("https://a.example".into()),
            headers: Some([("User-Agent", "mine")].into()),
            ..Options::default()
        };
        for (dialect, good) in [(Dialect::Sora, false), (Dialect::Openai, true)] {
            let options = options(dialect);
            let read = Gateway::of(&options, &Addresses::of(&options).unwrap());
            assert_eq!(read.is_ok(), good, "{dialect}");
        }
    }

    #[test]
    fn what_is_not_the_callers_to_set_is_refused_with_what_sets_it() {
        for (name, says) in [
            ("Content-Length", "the body"),
            ("Host", "`base_url`"),
            ("a b", "no name"),
            ("", "no name"),
        ] {
            let error = gateway(
                "https://a.example",
                Parameters::from([(name, "1")]),
                Parameters::default(),
            );
            let error = error.unwrap_err();
            assert_eq!(error.field(), Some("headers"));
            assert!(error.reason().contains(says), "{error}");
        }
        let twice = gateway(
            "https://a.example?v=1",
            Parameters::default(),
            Parameters::from([("v", "2")]),
        );
        assert_eq!(twice.unwrap_err().field(), Some("query"));
    }
}
