//! The choice of a request's proxy (`docs/wire/sora.md` §11): from the options, or else
//! from the machine's own variables, read as curl reads them.

mod environment;

use crate::model::{Error, Result};

pub use environment::Environment;

/// The configured proxies. `none` as an address turns proxies off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies {
    /// The credential's own.
    pub credential: Option<String>,
    /// The client's, for credentials without one.
    pub client: Option<String>,
    /// The proxy for the Sentinel request alone.
    pub sentinel: Option<String>,
    /// The machine's proxies, used if neither of the first two is given.
    pub environment: Environment,
}

/// The address that turns proxies off.
pub const NONE: &str = "none";

impl Proxies {
    /// The proxy for a request to `url`: the credential's own, else the client's, else
    /// the machine's. The Sentinel request has its own setting; without it, it uses only
    /// the machine's, and only if no other proxy is given.
    pub fn choose(&self, for_sentinel: bool, url: &str) -> Option<&str> {
        let usual = self.credential.as_deref().or(self.client.as_deref());
        let given = match for_sentinel {
            true => self.sentinel.as_deref().or(usual.map(|_| NONE)),
            false => usual,
        };
        match given {
            Some(given) if is_none(given) => None,
            Some(given) => Some(given),
            None => self.environment.choose(url).map(|(_, address)| address),
        }
    }

    /// The proxy for a redirect to `url` of a request that went through `before`.
    pub fn choose_again<'a>(&'a self, before: Option<&'a str>, url: &str) -> Option<&'a str> {
        match before {
            Some(before) if self.environment.variable_of(before).is_none() => Some(before),
            _ if self.credential.is_some() || self.client.is_some() => before,
            _ => self.environment.choose(url).map(|(_, address)| address),
        }
    }

    /// Advice about the proxy for a person, when nothing could be sent through it.
    pub fn advice(&self, proxy: &str, message: &str) -> Option<String> {
        let mut said = Vec::new();
        let given = self.credential.as_ref().or(self.client.as_ref()).is_some();
        let options = [
            ("credential_proxy", &self.credential),
            ("proxy", &self.client),
            ("sentinel_proxy", &self.sentinel),
        ];
        let option = options
            .into_iter()
            .find(|(_, address)| address.as_deref() == Some(proxy));
        if let Some((option, _)) = option {
            let place = place(proxy);
            said.push(format!("through the proxy {place} that `{option}` names"));
        }
        if let Some(variable) = self.environment.variable_of(proxy).filter(|_| !given) {
            said.push(format!(
                "through the proxy that the variable `{variable}` names; give `proxy`, or `none` as \
                 it, or name the host in `no_proxy`"
            ));
        }
        if proxy.starts_with("socks5://") && is_unresolved(message) {
            said.push(
                "with `socks5://` names are looked up on this machine; with `socks5h://` the proxy \
                 looks them up"
                    .into(),
            );
        }
        (!said.is_empty()).then(|| said.join("; "))
    }
}

/// The host and port of a proxy.
fn place(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
    place.trim_end_matches('/').to_owned()
}

/// True if an address turns proxies off.
pub fn is_none(address: &str) -> bool {
    matches!(address.trim(), "" | NONE)
}

/// True if a connection failed because a name could not be resolved.
fn is_unresolved(message: &str) -> bool {
    let message = message.to_ascii_lowercase();
    [
        "lookup",
        "dns",
        "resolve",
        "nodename",
        "name or service",
        "no such host",
    ]
    .iter()
    .any(|sign| message.contains(sign))
}

/// Refuses a proxy address that is not `http://`, `socks5://` or `socks5h://` with a
/// host, and says what is wrong with it.
pub fn check(field: &str, address: &str) -> Result<()> {
    const ACCEPTED: &str = "must be `http://[user:password@]host:port`, or the same with \
        `socks5://`, or with `socks5h://` where the proxy looks names up, or `none`";
    if is_none(address) {
        return Ok(());
    }
    let after_scheme = address.split_once("://").map_or("", |(_, rest)| rest);
    let userinfo = after_scheme.rsplit_once('@').map(|(userinfo, _)| userinfo);
    if let Some((raw, escaped)) = userinfo.and_then(raw_sign) {
        return Err(Error::invalid(
            field,
            format!("holds a `{raw}` in its user or password: write it as `{escaped}`"),
        ));
    }
    let url =
        crate::model::url::Url::parse(address).map_err(|_| Error::invalid(field, ACCEPTED))?;
    let scheme = matches!(url.scheme(), "http" | "https" | "socks5" | "socks5h");
    let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    if !scheme || url.host_str().is_none_or(str::is_empty) || !bare {
        return Err(Error::invalid(field, ACCEPTED));
    }
    Ok(())
}

/// A character that must be escaped in a user or password, and its escaped form.
fn raw_sign(userinfo: &str) -> Option<(char, &'static str)> {
    const SIGNS: &[(char, &str)] = &[
        ('#', "%23"),
        ('@', "%40"),
        ('/', "%2F"),
        ('?', "%3F"),
        ('[', "%5B"),
        (']', "%5D"),
        (' ', "%20"),
        ('\\', "%5C"),
    ];
    SIGNS
        .iter()
        .copied()
        .find(|(raw, _)| userinfo.contains(*raw))
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://api.example/v1";

    #[test]
    fn the_credential_comes_before_the_client_and_sentinel_stands_alone() {
        let proxies =
            |credential: Option<&str>, client: Option<&str>, sentinel: Option<&str>| Proxies {
                credential: credential.map(Into::into),
                client: client.map(Into::into),
                sentinel: sentinel.map(Into::into),
                environment: Environment::read(|name| {
                    (name == "https_proxy").then(|| "http://machine:1".into())
                }),
            };
        let machine = Some("http://machine:1");
        let table = [
            (proxies(None, None, None), false, machine),
            (proxies(None, None, None), true, machine),
            (proxies(None, Some("none"), None), false, None),
            (proxies(None, Some(""), None), true, None),
            (proxies(Some("none"), Some("b"), None), false, None),
            (proxies(None, None, Some("none")), true, None),
            (proxies(Some("a"), Some("b"), Some("c")), false, Some("a")),
            (proxies(None, Some("b"), Some("c")), false, Some("b")),
            (proxies(Some("a"), Some("b"), None), true, None),
            (proxies(Some("a"), Some("b"), Some("c")), true, Some("c")),
        ];
        for (proxies, for_sentinel, expected) in table {
            assert_eq!(proxies.choose(for_sentinel, URL), expected, "{proxies:?}");
        }
    }

    #[test]
    fn a_redirect_chooses_among_the_machines_own_again() {
        let environment = Environment::read(|name| match name {
            "https_proxy" => Some("machine:1".into()),
            "no_proxy" => Some("cdn.example".into()),
            _ => None,
        });
        let mut proxies = Proxies {
            environment,
            ..Proxies::default()
        };
        let machine = Some("http://machine:1");
        assert_eq!(proxies.choose_again(machine, "https://cdn.example/"), None);
        assert_eq!(proxies.choose_again(None, URL), machine);
        proxies.client = Some("http://own:1".into());
        let own = proxies.choose(false, URL);
        assert_eq!(proxies.choose_again(own, "https://cdn.example/"), own);
        assert_eq!(proxies.choose_again(None, URL), None, "Sentinel's");
    }

    #[test]
    fn the_documented_forms_are_accepted_and_others_are_not() {
        for good in [
            "http://127.0.0.1:7890",
            "http://username:password@proxy.example.com:8080",
            "http://username:p%23%40@proxy.example.com:8080",
            "socks5://127.0.0.1:1080",
            "socks5h://username:password@proxy.example.com:1080",
            "none",
        ] {
            assert!(check("proxy", good).is_ok(), "{good}");
        }
        for (bad, says) in [
            ("127.0.0.1:7890", "socks5h://"),
            ("ftp://x:1", "socks5h://"),
            ("http://", "socks5h://"),
            ("http://x/path", "socks5h://"),
            ("http://x:1#y", "socks5h://"),
            ("http://user:hid#den@x:1", "`%23`"),
            ("http://user:hid@den@x:1", "`%40`"),
            ("socks5://user:hid/den@x:1", "`%2F`"),
            ("http://user:hid?den@x:1", "`%3F`"),
        ] {
            let error = check("proxy", bad).unwrap_err();
            assert!(error.reason().contains(says), "{bad}: {error}");
            assert!(!error.reason().contains("hid"), "{error}");
        }
    }

    #[test]
    fn advice_names_the_variable_and_the_other_scheme() {
        let proxies = Proxies {
            environment: Environment::read(|name| {
                (name == "ALL_PROXY").then(|| "socks5://machine:1".into())
            }),
            ..Proxies::default()
        };
        let advice = proxies
            .advice("socks5://machine:1", "failed to lookup address")
            .unwrap();
        assert!(
            advice.contains("`ALL_PROXY`") && advice.contains("socks5h://"),
            "{advice}"
        );
        assert_eq!(proxies.advice("http://own:1", "refused"), None);
        let own = Proxies {
            client: Some("http://me:hidden@own:1".into()),
            ..Proxies::default()
        };
        let advice = own.advice("http://me:hidden@own:1", "refused").unwrap();
        assert_eq!(advice, "through the proxy own:1 that `proxy` names");
    }
}
