//! The browser's `URL`, with the methods that the library of other platforms has.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// An absolute address.
#[derive(Clone)]
pub(crate) struct Url {
    /// The whole, as the standard writes it.
    href: String,
    scheme: String,
    username: String,
    password: String,
    /// Without a port; an IPv6 address is in brackets.
    hostname: String,
    /// Empty for the scheme's own.
    port: String,
    path: String,
    origin: Origin,
}

/// The text is no address.
#[derive(Debug)]
pub(crate) struct NotAnAddress;

/// A host, by its kind.
pub(crate) enum Host<S> {
    Domain(S),
    Ipv4(Ipv4Addr),
    Ipv6(Ipv6Addr),
}

/// Scheme, host and port. What has none is of the same origin as nothing.
#[derive(Clone)]
pub(crate) struct Origin(String);

impl Url {
    pub(crate) fn parse(text: &str) -> Result<Self, NotAnAddress> {
        Self::of(web_sys::Url::new(text))
    }

    /// Resolves an address that may be relative to this one.
    pub(crate) fn join(&self, text: &str) -> Result<Self, NotAnAddress> {
        Self::of(web_sys::Url::new_with_base(text, &self.href))
    }

    fn of<E>(read: Result<web_sys::Url, E>) -> Result<Self, NotAnAddress> {
        let url = read.map_err(|_| NotAnAddress)?;
        Ok(Self {
            href: url.href(),
            scheme: url.protocol().trim_end_matches(':').to_owned(),
            username: url.username(),
            password: url.password(),
            hostname: url.hostname(),
            port: url.port(),
            path: url.pathname(),
            origin: Origin(url.origin()),
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.href
    }

    pub(crate) fn scheme(&self) -> &str {
        &self.scheme
    }

    pub(crate) fn username(&self) -> &str {
        &self.username
    }

    pub(crate) fn password(&self) -> Option<&str> {
        (!self.password.is_empty()).then_some(&*self.password)
    }

    pub(crate) fn has_host(&self) -> bool {
        !self.hostname.is_empty()
    }

    pub(crate) fn host(&self) -> Option<Host<&str>> {
        let name = self.host_str()?;
        let inside = name
            .strip_prefix('[')
            .and_then(|name| name.strip_suffix(']'));
        if let Some(Ok(address)) = inside.map(str::parse) {
            return Some(Host::Ipv6(address));
        }
        Some(name.parse().map_or(Host::Domain(name), Host::Ipv4))
    }

    pub(crate) fn host_str(&self) -> Option<&str> {
        self.has_host().then_some(&*self.hostname)
    }

    pub(crate) fn domain(&self) -> Option<&str> {
        match self.host()? {
            Host::Domain(name) => Some(name),
            Host::Ipv4(_) | Host::Ipv6(_) => None,
        }
    }

    pub(crate) fn port_or_known_default(&self) -> Option<u16> {
        match &*self.scheme {
            _ if !self.port.is_empty() => self.port.parse().ok(),
            "http" => Some(80),
            "https" => Some(443),
            _ => None,
        }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn query(&self) -> Option<&str> {
        let before = self.href.split('#').next().unwrap_or_default();
        Some(before.split_once('?')?.1)
    }

    pub(crate) fn fragment(&self) -> Option<&str> {
        Some(self.href.split_once('#')?.1)
    }

    pub(crate) fn query_pairs(&self) -> form_urlencoded::Parse<'_> {
        form_urlencoded::parse(self.query().unwrap_or_default().as_bytes())
    }

    pub(crate) fn set_query(&mut self, query: Option<&str>) {
        let (whole, fragment) = match self.href.split_once('#') {
            Some((whole, fragment)) => (whole, Some(fragment)),
            None => (&*self.href, None),
        };
        let mut href = whole.split('?').next().unwrap_or_default().to_owned();
        for (mark, part) in [('?', query), ('#', fragment)] {
            if let Some(part) = part {
                href.push(mark);
                href.push_str(part);
            }
        }
        self.href = href;
    }

    pub(crate) fn origin(&self) -> Origin {
        self.origin.clone()
    }
}

impl Host<String> {
    pub(crate) fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let url = Url::parse(&format!("https://{text}"))?;
        Ok(match url.host().ok_or(NotAnAddress)? {
            Host::Domain(name) => Self::Domain(name.to_owned()),
            Host::Ipv4(address) => Self::Ipv4(address),
            Host::Ipv6(address) => Self::Ipv6(address),
        })
    }
}

impl<S: fmt::Display> fmt::Display for Host<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Domain(name) => name.fmt(f),
            Self::Ipv4(address) => address.fmt(f),
            Self::Ipv6(address) => write!(f, "[{address}]"),
        }
    }
}

impl From<Url> for String {
    fn from(url: Url) -> Self {
        url.href
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.href.fmt(f)
    }
}

impl Origin {
    pub(crate) fn ascii_serialization(&self) -> String {
        self.0.clone()
    }
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        self.0 != "null" && self.0 == other.0
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
