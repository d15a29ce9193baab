//! The addresses of a server's services, each parsed once as people paste them.

use crate::api::BaseUrls;
use crate::host::is_localhost;
use crate::model::text::is_hidden;
use crate::model::url::{Host, Url};
use crate::model::{Error, ErrorKind, Result};
use crate::options::Options;

/// The documented host of the native dialect (`docs/wire/sora.md`), closed since 2026.
const DOCUMENTED_HOST: &str = "sora.chatgpt.com";

/// Paths of endpoints, below the version, that people paste with a base URL, alone or with
/// what follows, such as a job's id.
const ENDPOINTS: &[&str] = &[
    "chat/completions",
    "images/edits",
    "images/generations",
    "video/generations",
    "videos",
    "models",
];

/// The addresses of the services, and the query that goes with every request to the API.
#[derive(Debug)]
pub(super) struct Addresses {
    pub(super) urls: BaseUrls,
    /// The API's address without path and query.
    pub(super) api: Url,
    /// The query of `base_url`.
    pub(super) query: Vec<(String, String)>,
}

impl Addresses {
    /// Reads all addresses from the options.
    pub(super) fn of(options: &Options) -> Result<Self> {
        let Some(api) = &options.base_url else {
            return Err(
                Error::new(ErrorKind::Configuration, "no base_url is given").with_hint(
                    "Give the address of your gateway or self-hosted server, or run `sorakit simulate` \
                     and give the address that it prints. Sora's own service closed on 2026-09-24.",
                ),
            );
        };
        let plain = Plain::of(options);
        let api = parse("base_url", api, plain)?;
        let query = api.query_pairs().into_owned().collect();
        let origin = api.origin().ascii_serialization();
        let documented = api.host_str() == Some(DOCUMENTED_HOST);
        let own = |field: &str, given: &Option<String>, default: &str| match given {
            Some(given) => {
                let url = parse(field, given, plain)?;
                if url.query().is_some() {
                    let what = "must hold no query; give it with `base_url` or as `query`";
                    return Err(Error::invalid(field, what));
                }
                Ok(base_of(&url))
            }
            None => Ok(default.to_owned()),
        };
        let sentinel = match documented {
            true => "https://chatgpt.com",
            false => &origin,
        };
        // A refresh token belongs to its issuer, and goes nowhere else unasked.
        let oauth = match is_loopback(&api) {
            true => &origin,
            false => "https://auth.openai.com",
        };
        Ok(Self {
            urls: BaseUrls {
                api: api_base(&api),
                web: own("web_url", &options.web_url, &origin)?,
                sentinel: own("sentinel_url", &options.sentinel_url, sentinel)?,
                oauth: own("oauth_url", &options.oauth_url, oauth)?,
                links: match &options.links_url {
                    Some(_) => Some(own("links_url", &options.links_url, "")?),
                    None => None,
                },
            },
            api,
            query,
        })
    }
}

/// The addresses that plain HTTP may go to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain {
    /// The caller allows it everywhere.
    anywhere: bool,
    /// The caller's proxy, if any: true when it is on this machine. It resolves names in
    /// its own way, and sees what passes through it.
    proxy: Option<bool>,
}

impl Plain {
    fn of(options: &Options) -> Self {
        let proxy = options.credential_proxy.as_ref().or(options.proxy.as_ref());
        let proxy = proxy.and_then(|proxy| Url::parse(proxy.trim()).ok());
        Self {
            anywhere: options.allow_http == Some(true),
            proxy: proxy.as_ref().map(is_loopback),
        }
    }

    fn may_go_to(self, url: &Url) -> bool {
        let name = url.domain().unwrap_or_default();
        let only_here =
            is_localhost(name) && !name.trim_end_matches('.').eq_ignore_ascii_case("localhost");
        match self.proxy {
            _ if self.anywhere => true,
            None => is_loopback(url),
            Some(proxy_is_here) => is_loopback(url) && proxy_is_here && !only_here,
        }
    }
}

/// Parses an address, without surrounding white space and with its host encoded. Refuses
/// anything but HTTP addresses, and plain HTTP to hosts other than this machine.
fn parse(field: &str, text: &str, plain: Plain) -> Result<Url> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_hidden(c));
    let refused = |what: &str| Err(Error::invalid(field, what));
    if text.contains(char::is_whitespace) {
        return refused("must be one address, without white space in it");
    }
    let web = |url: &Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    let Some(url) = Url::parse(text).ok().filter(web) else {
        // `localhost:8000` parses as a scheme, so it is checked separately.
        let with = |scheme: &str| Url::parse(&format!("{scheme}://{text}")).ok();
        return match with("http").filter(|_| !text.contains("://") && !text.is_empty()) {
            Some(url) if is_loopback(&url) => Err(Error::invalid(
                field,
                format!("has no scheme; `http://{}` is meant?", unsigned(text)),
            )),
            Some(_) => Err(Error::invalid(
                field,
                format!("has no scheme; `https://{}` is meant?", unsigned(text)),
            )),
            None => refused("must be an address such as `https://gateway.example/v1`"),
        };
    };
    if !url.username().is_empty() || url.password().is_some() {
        return refused(
            "must not hold a user or password; give the header `Authorization` in `headers`",
        );
    }
    if url.fragment().is_some() {
        return refused(
            "must not hold a fragment, which is never sent: take off what follows `#`, or write it \
             as `%23`",
        );
    }
    if url.scheme() == "http" && !plain.may_go_to(&url) {
        return refused(match is_loopback(&url) {
            true => {
                "is plain http to this machine's own name, but goes through a proxy, which may lead \
                 it elsewhere; use https, set `proxy` to `none`, or set `allow_http`"
            }
            false => {
                "is plain http, which shows the credential to everyone on the way; use https, or \
                 set `allow_http`"
            }
        });
    }
    Ok(url)
}

/// Returns an address without its query, which may hold a key.
fn unsigned(text: &str) -> &str {
    text.split(['?', '#']).next().unwrap_or_default()
}

/// Returns an address without query and trailing slashes.
fn base_of(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.as_str().trim_end_matches('/').to_owned()
}

/// The API's base: without an endpoint that was pasted with it, and with one version.
fn api_base(url: &Url) -> String {
    let base = base_of(url);
    let mut base = base.as_str();
    let is_endpoint = |path: &str| {
        ENDPOINTS.iter().any(|endpoint| {
            let rest = path.strip_prefix(endpoint);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    for version in ["/v1", "/v2"] {
        if let Some((before, path)) = base.rsplit_once(&format!("{version}/"))
            && is_endpoint(path)
        {
            let kept = before.len() + if version == "/v1" { version.len() } else { 0 };
            base = &base[..kept];
            break;
        }
    }
    while let Some(shorter) = base
        .strip_suffix("/v1")
        .map(|base| base.trim_end_matches('/'))
        && shorter.ends_with("/v1")
    {
        base = shorter;
    }
    base.trim_end_matches('/').to_owned()
}

/// True if an address belongs to this machine.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        // In a SOCKS proxy's address, an IP address is parsed as a name.
        Some(Host::Domain(name)) => match name.parse::<std::net::IpAddr>() {
            Ok(address) => address.is_loopback(),
            Err(_) => is_localhost(name),
        },
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(base_url: &str) -> Result<Addresses> {
        Addresses::of(&Options {
            base_url: Some(base_url.into()),
            ..Options::default()
        })
    }

    #[test]
    fn an_address_is_understood_as_it_is_pasted() {
        for (given, base) in [
            ("https://a.example", "https://a.example"),
            (" https://a.example/v1/ \n", "https://a.example/v1"),
            ("https://a.example/v1/v1", "https://a.example/v1"),
            ("https://a.example/v1//v1/", "https://a.example/v1"),
            ("https://a.example/v1/videos", "https://a.example/v1"),
            ("https://a.example/v1/videos/v_1", "https://a.example/v1"),
            (
                "https://a.example/v1/videos/v_1/content",
                "https://a.example/v1",
            ),
            (
                "https://a.example/v1/video/generations",
                "https://a.example/v1",
            ),
            (
                "https://a.example/v1/videosofmine",
                "https://a.example/v1/videosofmine",
            ),
            (
                "\u{feff}https://a.example/v1\u{200b}",
                "https://a.example/v1",
            ),
            (
                "https://a.example/v1/chat/completions/",
                "https://a.example/v1",
            ),
            (
                "https://a.example/v2/videos/generations",
                "https://a.example",
            ),
            ("https://a.example/x/videos", "https://a.example/x/videos"),
            ("HTTPS://A.Example:443/sora/", "https://a.example/sora"),
            (
                "https://bücher.example/v1",
                "https://xn--bcher-kva.example/v1",
            ),
            ("https://例え.テスト", "https://xn--r8jz45g.xn--zckzah"),
            ("https://a.example/v1?api-version=1", "https://a.example/v1"),
            ("http://[::1]:8000/", "http://[::1]:8000"),
        ] {
            let read = of(given).unwrap();
            assert_eq!(read.urls.api, base, "{given}");
            let query = (given.contains('?')).then(|| ("api-version".into(), "1".into()));
            assert_eq!(read.query, Vec::from_iter(query), "{given}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_what_to_change() {
        for (given, says) in [
            ("https://a.example/v1#top", "fragment"),
            ("a.example/v1", "`https://a.example/v1` is meant?"),
            (
                "localhost:8000/v1?key=hidden",
                "`http://localhost:8000/v1` is meant?",
            ),
            ("ftp://a.example", "must be an address"),
            ("https://a.example /v1", "white space"),
            ("https://user:hidden@a.example", "user or password"),
            ("http://a.example", "plain http"),
            ("", "must be an address"),
        ] {
            let error = of(given).unwrap_err();
            assert_eq!(error.field(), Some("base_url"), "{given}");
            assert!(error.reason().contains(says), "{given}: {error}");
            assert!(!format!("{error:?}").contains("hidden"), "{error:?}");
        }
    }

    #[test]
    fn a_name_of_this_machine_is_no_such_name_behind_a_proxy() {
        for (base, proxy, good) in [
            ("http://x.localhost:1", None, true),
            ("http://x.localhost:1", Some("none"), true),
            ("http://x.localhost:1", Some("http://127.0.0.1:2"), false),
            ("http://127.0.0.1:1", Some("http://127.0.0.1:2"), true),
            ("http://localhost:1", Some("http://127.0.0.1:2"), true),
            ("http://127.0.0.1:1", Some("socks5://127.0.0.1:2"), true),
            ("http://127.0.0.1:1", Some("http://proxy.example:2"), false),
        ] {
            let read = Addresses::of(&Options {
                base_url: Some(base.into()),
                proxy: proxy.map(Into::into),
                ..Options::default()
            });
            assert_eq!(read.is_ok(), good, "{base} {proxy:?}");
        }
    }
}
