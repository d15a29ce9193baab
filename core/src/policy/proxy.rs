//! Which proxy a request goes through (`000_*`, appendix on proxies).

use crate::error::{Error, Result};

/// The proxies that are configured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies {
    /// The credential's own.
    pub credential: Option<String>,
    /// The client's, for credentials without one.
    pub client: Option<String>,
    /// The one for the Sentinel request alone.
    pub sentinel: Option<String>,
}

impl Proxies {
    /// The proxy of a request: a credential's own, else the client's. The
    /// Sentinel request has its own setting, and without it uses none.
    pub fn choose(&self, for_sentinel: bool) -> Option<&str> {
        if for_sentinel {
            return self.sentinel.as_deref();
        }
        self.credential.as_deref().or(self.client.as_deref())
    }
}

/// Refuses a proxy address that is not `http://` or `socks5://` with a host.
pub fn check(field: &str, address: &str) -> Result<()> {
    const ACCEPTED: &str =
        "must be `http://[user:password@]host:port` or `socks5://[user:password@]host:port`";
    let url = url::Url::parse(address).map_err(|_| Error::invalid(field, ACCEPTED))?;
    let scheme = matches!(url.scheme(), "http" | "https" | "socks5" | "socks5h");
    if !scheme || url.host_str().is_none_or(str::is_empty) || !matches!(url.path(), "" | "/") {
        return Err(Error::invalid(field, ACCEPTED));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_credential_comes_before_the_client_and_sentinel_stands_alone() {
        let proxies =
            |credential: Option<&str>, client: Option<&str>, sentinel: Option<&str>| Proxies {
                credential: credential.map(Into::into),
                client: client.map(Into::into),
                sentinel: sentinel.map(Into::into),
            };
        let table = [
            (proxies(None, None, None), false, None),
            (proxies(Some("a"), Some("b"), Some("c")), false, Some("a")),
            (proxies(None, Some("b"), Some("c")), false, Some("b")),
            (proxies(Some("a"), Some("b"), None), true, None),
            (proxies(Some("a"), Some("b"), Some("c")), true, Some("c")),
        ];
        for (proxies, for_sentinel, expected) in table {
            assert_eq!(proxies.choose(for_sentinel), expected, "{proxies:?}");
        }
    }

    #[test]
    fn the_documented_forms_are_accepted_and_others_are_not() {
        for good in [
            "http://127.0.0.1:7890",
            "http://username:password@proxy.example.com:8080",
            "socks5://127.0.0.1:1080",
            "socks5://username:password@proxy.example.com:1080",
        ] {
            assert!(check("proxy", good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "127.0.0.1:7890",
            "ftp://x:1",
            "http://",
            "http://x/path",
        ] {
            assert!(check("proxy", bad).is_err(), "{bad}");
        }
    }
}
