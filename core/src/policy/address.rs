//! The single rule for addresses that a server names: of media, thumbnails and pictures,
//! in JSON and in redirects.
//!
//! HTTPS may go anywhere on the internet; plain HTTP only where the client's own base URL
//! may use it. A server must not name this machine, the link or private networks, unless
//! the API itself is in a network of that kind, or the caller allows it with
//! `allow_private_media`. The rule is applied to the address that is connected to. Behind
//! a proxy and in a browser, where names are resolved out of sight, it is applied to IP
//! addresses in the URL.

use std::net::IpAddr;

use crate::host::{Network, Reach, is_localhost};
use crate::model::url::{Host, Url};
use crate::model::{Error, ErrorKind, Result};

/// The addresses that a server may name, depending on whose server it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRule {
    /// The host that the caller named.
    pub host: String,
    /// True if plain HTTP may leave this machine.
    pub allow_http: bool,
    /// True if any network may be named.
    pub allow_private: bool,
    /// True if the host resolves names itself, and checks them.
    pub resolves: bool,
}

impl AddressRule {
    /// The rule for the redirects of an address that the caller gave.
    #[must_use]
    pub fn for_given(&self, url: &Url) -> Self {
        Self {
            host: host_of(url),
            allow_http: self.allow_http || url.scheme() == "http",
            ..self.clone()
        }
    }

    /// Refuses an address that a server must not name, judging by the URL alone, and
    /// otherwise returns where the request may be sent.
    pub fn check(&self, url: &Url) -> Result<Reach> {
        let network = network_in(url);
        match url.scheme() {
            "https" => {}
            "http" if self.allow_http || network == Some(Network::Loopback) => {}
            "http" => {
                return Err(refused(url, "plain http").with_hint(
                    "Ask the server's operator for https addresses, or set `allow_http`.",
                ));
            }
            _ => return Err(refused(url, "no web address")),
        }
        if self.allow_private {
            return Ok(Reach::Anywhere);
        }
        let reach = Reach::PublicOr(self.host.clone());
        let Some(network) = network.filter(|network| *network != Network::Public) else {
            return Ok(reach);
        };
        match network_of_host(&self.host) {
            Some(own) if own == network => Ok(reach),
            // The API's own network is known once its name is resolved.
            None if self.resolves => Ok(reach),
            _ => Err(refused(url, network.description()).with_hint(
                "A server may not name such an address unless it has one itself. If you trust it, \
                 set `allow_private_media`.",
            )),
        }
    }
}

/// The host of an address as it is resolved; IPv6 addresses without brackets.
pub fn host_of(url: &Url) -> String {
    match url.host() {
        Some(Host::Domain(name)) => name.to_owned(),
        Some(Host::Ipv4(address)) => address.to_string(),
        Some(Host::Ipv6(address)) => address.to_string(),
        None => String::new(),
    }
}

/// The network of the IP address in a URL; `None` for a name.
fn network_in(url: &Url) -> Option<Network> {
    network_of_host(&host_of(url))
}

fn network_of_host(host: &str) -> Option<Network> {
    match host.parse::<IpAddr>() {
        Ok(address) => Some(Network::of(address)),
        Err(_) => is_localhost(host).then_some(Network::Loopback),
    }
}

fn refused(url: &Url, what: &str) -> Error {
    let host = host_of(url);
    Error::new(
        ErrorKind::UnexpectedResponse,
        format!("the server names an address on `{host}`, which is {what}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(base: &str) -> AddressRule {
        let base = Url::parse(base).unwrap();
        AddressRule {
            host: host_of(&base),
            allow_http: false,
            allow_private: false,
            resolves: false,
        }
    }

    fn allows(rule: &AddressRule, url: &str) -> bool {
        rule.check(&Url::parse(url).unwrap()).is_ok()
    }

    #[test]
    fn a_server_on_the_internet_names_nothing_else() {
        let rule = rule("https://api.example/v1");
        for url in [
            "https://cdn.example/v.mp4",
            "https://1.1.1.1/",
            "https://198.18.0.7/",
        ] {
            assert!(allows(&rule, url), "{url}");
        }
        for url in [
            "http://cdn.example/v.mp4",
            "http://127.0.0.1:8000/",
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://0.0.0.0/",
            "https://localhost/",
            "https://media.localhost/",
            "https://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/",
            "https://192.168.0.1/",
            "https://100.64.0.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[2002:7f00:1::]/",
            "https://[64:ff9b::a00:1]/",
            "https://[fd00::1]/",
            "ftp://cdn.example/",
            "file:///etc/passwd",
        ] {
            assert!(!allows(&rule, url), "{url}");
        }
    }

    #[test]
    fn a_server_may_name_its_own_kind_of_network() {
        let local = rule("http://127.0.0.1:8787/v1");
        for url in [
            "http://127.0.0.1:9000/",
            "http://localhost:1/",
            "https://[::1]/",
        ] {
            assert!(allows(&local, url), "{url}");
        }
        for url in [
            "http://cdn.example/",
            "http://10.0.0.1/",
            "https://169.254.169.254/",
        ] {
            assert!(!allows(&local, url), "{url}");
        }
        let private = AddressRule {
            allow_http: true,
            ..rule("http://192.168.0.7/v1")
        };
        assert!(allows(&private, "http://10.0.0.1/v.mp4"));
        assert!(!allows(&private, "http://127.0.0.1/v.mp4"));
        assert!(!allows(&private, "http://169.254.169.254/"));
    }

    #[test]
    fn the_caller_may_allow_more() {
        let base = rule("https://api.example/v1");
        let trusted = AddressRule {
            allow_private: true,
            ..base.clone()
        };
        assert!(allows(&trusted, "https://10.0.0.1/"));
        assert!(allows(&trusted, "http://127.0.0.1/"));
        assert!(
            !allows(&trusted, "http://10.0.0.1/"),
            "plain http is another matter"
        );
        let plain = AddressRule {
            allow_http: true,
            ..base.clone()
        };
        assert!(allows(&plain, "http://cdn.example/"));
        assert!(!allows(&plain, "http://10.0.0.1/"));
        // A name is checked when it is resolved, and so is the network it may name.
        let named = AddressRule {
            resolves: true,
            ..base
        };
        let url = Url::parse("https://10.0.0.1/").unwrap();
        assert_eq!(
            named.check(&url).unwrap(),
            Reach::PublicOr("api.example".into())
        );
    }

    #[test]
    fn a_refusal_says_what_to_set() {
        let url = Url::parse("https://10.0.0.1/v.mp4?signature=secret").unwrap();
        let error = rule("https://api.example")
            .check(&url)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("allow_private_media") && error.contains("10.0.0.1"),
            "{error}"
        );
        assert!(!error.contains("secret"), "{error}");
    }
}
