//! The proxies named by the machine's variables, read as curl reads them.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;

use crate::model::url::{Host, Url};

use crate::host::is_localhost;

/// The variables of each scheme; the first that is set and not empty counts. Upper-case
/// `HTTP_PROXY` is not among them: a web server sets it from a request's `Proxy` header.
const HTTP: &[&str] = &["http_proxy", "all_proxy", "ALL_PROXY"];
const HTTPS: &[&str] = &["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
const EXCEPT: &[&str] = &["no_proxy", "NO_PROXY"];

/// The machine's proxies: `http_proxy`, `https_proxy` and `all_proxy`, with the
/// exceptions of `no_proxy`. This machine is always excepted.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Environment {
    http: Option<(&'static str, String)>,
    https: Option<(&'static str, String)>,
    except: Vec<String>,
}

impl Environment {
    /// Reads the variables with `get`.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let first = |names: &[&'static str]| {
            let mut set = names.iter().filter_map(|&name| {
                let value = get(name)?;
                let value = value.trim();
                (!value.is_empty()).then(|| (name, value.to_owned()))
            });
            set.next()
        };
        let address =
            |names| first(names).map(|(name, address)| (name, with_scheme(&address).into_owned()));
        let except = first(EXCEPT).map_or_else(String::new, |(_, list)| list);
        Self {
            http: address(HTTP),
            https: address(HTTPS),
            except: except
                .split([',', ' ', '\t'])
                .filter(|entry| !entry.is_empty())
                .map(str::to_ascii_lowercase)
                .collect(),
        }
    }

    /// The variable and the proxy for requests to `url`.
    pub fn choose(&self, url: &str) -> Option<(&'static str, &str)> {
        if self.http.is_none() && self.https.is_none() {
            return None;
        }
        let url = Url::parse(url).ok()?;
        let (variable, proxy) = match url.scheme() {
            "https" => self.https.as_ref(),
            _ => self.http.as_ref(),
        }?;
        (!self.is_excepted(&url)).then_some((variable, proxy.as_str()))
    }

    /// The variable that names a proxy.
    pub fn variable_of(&self, proxy: &str) -> Option<&'static str> {
        let all = [&self.https, &self.http];
        let mut same = all
            .into_iter()
            .flatten()
            .filter(|(_, address)| address == proxy);
        same.next().map(|(variable, _)| *variable)
    }

    /// The addresses of the proxies.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &str> {
        let all = [&self.http, &self.https].into_iter().flatten();
        all.map(|(_, address)| address.as_str())
    }

    fn is_excepted(&self, url: &Url) -> bool {
        let port = url.port_or_known_default();
        match url.host() {
            Some(Host::Ipv4(address)) => self.excepts_address(address.into(), port),
            Some(Host::Ipv6(address)) => self.excepts_address(address.into(), port),
            Some(Host::Domain(name)) => is_localhost(name) || self.excepts_name(name, port),
            None => true,
        }
    }

    fn excepts_address(&self, address: IpAddr, port: Option<u16>) -> bool {
        let address = address.to_canonical();
        address.is_loopback()
            || self.except.iter().any(|entry| {
                let (entry, bits) = match entry.split_once('/') {
                    Some((entry, bits)) => (entry, Some(bits)),
                    None => (entry.as_str(), None),
                };
                let Some(entry) = address_in(entry, port) else {
                    return entry == "*";
                };
                match bits.map(str::parse::<u32>) {
                    None => entry == address,
                    Some(Ok(bits)) => same_network(entry, address, bits),
                    Some(Err(_)) => false,
                }
            })
    }

    fn excepts_name(&self, name: &str, port: Option<u16>) -> bool {
        let name = name.trim_end_matches('.');
        self.except.iter().any(|entry| {
            let entry = without_port(entry, port);
            if entry == "*" {
                return true;
            }
            let entry = entry.trim_start_matches("*.").trim_matches('.');
            let encoded = Host::parse(entry).map(|host| host.to_string());
            let entry = encoded.as_deref().unwrap_or(entry);
            let before = name.strip_suffix(entry).filter(|_| !entry.is_empty());
            before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
    }
}

/// An entry without the port it names; empty if that is a different port.
fn without_port(entry: &str, port: Option<u16>) -> &str {
    match entry.rsplit_once(':') {
        Some((host, number)) if !host.contains(':') || host.ends_with(']') => {
            match number.parse().ok() == port {
                true => host,
                false => "",
            }
        }
        _ => entry,
    }
}

/// The address in an entry; an IPv6 one may have brackets.
fn address_in(entry: &str, port: Option<u16>) -> Option<IpAddr> {
    let plain = |entry: &str| {
        let entry = entry.trim_start_matches('[').trim_end_matches(']');
        entry.parse::<IpAddr>().ok()
    };
    let found = plain(entry).or_else(|| plain(without_port(entry, port)));
    found.map(|address| address.to_canonical())
}

fn same_network(one: IpAddr, other: IpAddr, bits: u32) -> bool {
    let (one, other, width) = match (one, other) {
        (IpAddr::V4(one), IpAddr::V4(other)) => {
            (u128::from(one.to_bits()), u128::from(other.to_bits()), 32)
        }
        (IpAddr::V6(one), IpAddr::V6(other)) => (one.to_bits(), other.to_bits(), 128),
        _ => return false,
    };
    bits <= width && (bits == 0 || (one ^ other) >> (width - bits) == 0)
}

/// Hides a proxy's password.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |proxy: &Option<(&'static str, String)>| proxy.as_ref().map(|(name, _)| *name);
        f.debug_struct("Environment")
            .field("http", &name(&self.http))
            .field("https", &name(&self.https))
            .field("except", &self.except)
            .finish()
    }
}

/// An address with its scheme: one without is an HTTP proxy, as in curl.
pub(crate) fn with_scheme(address: &str) -> Cow<'_, str> {
    match address.contains("://") {
        true => Cow::Borrowed(address),
        false => Cow::Owned(format!("http://{address}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Environment {
        Environment::read(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn variables_count_as_curl_has_them() {
        for (variables, url, chosen) in [
            (
                &[("HTTP_PROXY", "http://p:1")][..],
                "http://a.example/",
                None,
            ),
            (
                &[("http_proxy", "p:1")],
                "http://a.example/",
                Some("http://p:1"),
            ),
            (&[("http_proxy", "p:1")], "https://a.example/", None),
            (
                &[("HTTPS_PROXY", "http://p:1")],
                "https://a.example/",
                Some("http://p:1"),
            ),
            (
                &[("HTTPS_PROXY", "http://p:1"), ("https_proxy", "http://q:1")],
                "https://a.example/",
                Some("http://q:1"),
            ),
            (
                &[("https_proxy", ""), ("HTTPS_PROXY", "http://p:1")],
                "https://a.example/",
                Some("http://p:1"),
            ),
            (
                &[("all_proxy", "socks5h://p:1")],
                "http://a.example/",
                Some("socks5h://p:1"),
            ),
            (
                &[("ALL_PROXY", "socks5://p:1"), ("https_proxy", "http://q:1")],
                "https://a.example/",
                Some("http://q:1"),
            ),
            (
                &[
                    ("http_proxy", "p:1"),
                    ("NO_PROXY", "*"),
                    ("no_proxy", "b.example"),
                ],
                "http://a.example/",
                Some("http://p:1"),
            ),
        ] {
            let environment = read(variables);
            let found = environment.choose(url).map(|(_, address)| address);
            assert_eq!(found, chosen, "{variables:?} {url}");
        }
    }

    #[test]
    fn no_proxy_excepts_names_addresses_and_networks_and_this_machine_always() {
        for (except, url, goes_direct) in [
            ("", "http://a.example/", false),
            ("*", "http://a.example/", true),
            ("a.example", "http://a.example/", true),
            ("a.example", "http://x.a.example/", true),
            (".a.example", "http://x.a.example/", true),
            (".a.example", "http://a.example/", true),
            ("*.a.example", "http://x.a.example/", true),
            ("a.example", "http://xa.example/", false),
            ("A.Example.", "http://a.example./", true),
            ("b.example, a.example", "http://a.example/", true),
            ("b.example a.example", "http://a.example/", true),
            ("a.example:8080", "http://a.example:8080/", true),
            ("a.example:8080", "http://a.example/", false),
            ("bücher.example", "http://xn--bcher-kva.example/", true),
            ("10.0.0.1", "http://10.0.0.1/", true),
            ("10.0.0.0/8", "http://10.9.9.9/", true),
            ("10.0.0.0/8", "http://11.0.0.1/", false),
            ("10.0.0.0/33", "http://10.0.0.0/", false),
            ("0.0.0.0/0", "http://10.0.0.1/", true),
            ("[fd00::1]", "http://[fd00::1]/", true),
            ("fd00::/8", "http://[fd12::1]/", true),
            ("", "http://localhost:8000/", true),
            ("", "http://x.localhost/", true),
            ("", "http://127.9.9.9/", true),
            ("", "http://[::1]:1/", true),
        ] {
            let environment = read(&[("http_proxy", "p:1"), ("no_proxy", except)]);
            assert_eq!(
                environment.choose(url).is_none(),
                goes_direct,
                "{except} {url}"
            );
        }
    }
}
