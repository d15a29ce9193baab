//! Who is let in: requests for this machine, and for the control surface those
//! that hold its token.
//!
//! A page that a browser shows can send requests to loopback. With a domain name
//! of its own that resolves to 127.0.0.1 it could read the answers too, so a
//! request must be addressed to loopback by name or number, or to a host that
//! the simulator has a certificate for.

use std::net::IpAddr;

use http::request::Parts;
use http::uri::Authority;
use http::{HeaderMap, StatusCode, header};
use serde_json::json;

use crate::exchange::Reply;

/// The header that carries the token of the control surface.
pub const TOKEN_HEADER: &str = "x-simulator-token";

/// What a listener needs to decide.
pub struct Admission {
    /// Host names besides those of loopback, in lower case.
    hosts: Vec<String>,
    /// The token of the control surface.
    token: String,
}

impl Admission {
    /// Lets in what is addressed to loopback or to one of `hosts`.
    pub fn new(hosts: &[String], token: &str) -> Self {
        let hosts = hosts.iter().map(|host| host.to_ascii_lowercase());
        Self {
            hosts: hosts.collect(),
            token: token.to_owned(),
        }
    }

    /// The refusal of a request that is addressed to another host.
    pub fn refuse_host(&self, parts: &Parts) -> Option<Reply> {
        let mut named = parts.headers.get_all(header::HOST).iter();
        let host = match (parts.uri.authority(), named.next(), named.next()) {
            (_, _, Some(_)) => return Some(misdirected("two hosts")),
            (Some(authority), None, None) => Some(authority.clone()),
            (_, Some(host), None) => Authority::try_from(host.as_bytes()).ok(),
            (None, None, None) => None,
        };
        match host {
            Some(host) if self.is_ours(host.host()) => None,
            Some(host) => Some(misdirected(host.host())),
            None => Some(misdirected("no host")),
        }
    }

    fn is_ours(&self, host: &str) -> bool {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        if let Ok(address) = host.parse::<IpAddr>() {
            return address.is_loopback();
        }
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        host == "localhost" || host.ends_with(".localhost") || self.hosts.contains(&host)
    }

    /// The refusal of a request to the control surface: from a page, or without
    /// the token.
    pub fn refuse_control(&self, headers: &HeaderMap) -> Option<Reply> {
        if headers.contains_key(header::ORIGIN) {
            let message = "Pages in a browser may not use the control surface.";
            return Some(refusal(StatusCode::FORBIDDEN, message));
        }
        let given = headers.get(TOKEN_HEADER).map(|value| value.as_bytes());
        if given.is_some_and(|given| same(given, self.token.as_bytes())) {
            return None;
        }
        let message = format!(
            "The header `{TOKEN_HEADER}` must hold the token that the simulator was started with: \
             `sorakit simulate` prints it, and `control_token` has it in code."
        );
        Some(refusal(StatusCode::UNAUTHORIZED, &message))
    }
}

/// Compares in a time that does not depend on where the two differ.
fn same(given: &[u8], token: &[u8]) -> bool {
    let differences = given.iter().zip(token).map(|(a, b)| a ^ b);
    given.len() == token.len() && differences.fold(0, |all, one| all | one) == 0
}

fn misdirected(host: &str) -> Reply {
    let message = format!(
        "This simulator answers for 127.0.0.1 and localhost only, and the request names {host}."
    );
    refusal(StatusCode::MISDIRECTED_REQUEST, &message)
}

fn refusal(status: StatusCode, message: &str) -> Reply {
    Reply::json(json!({"error": {"message": message}})).status(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_by_name_and_number() {
        let admission = Admission::new(&["Sora.Example".into()], "token");
        let refused = |target: &str, hosts: &[&str]| {
            let mut request = http::Request::builder().uri(target);
            for host in hosts {
                request = request.header("host", *host);
            }
            let (parts, ()) = request.body(()).unwrap().into_parts();
            admission.refuse_host(&parts).is_some()
        };
        for host in [
            "127.0.0.1",
            "127.0.0.1:8787",
            "127.8.9.1:1",
            "[::1]:8787",
            "localhost",
            "LocalHost.:80",
            "api.localhost:8787",
            "sora.example:443",
        ] {
            assert!(!refused("/", &[host]), "{host}");
        }
        for host in [
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "evillocalhost",
            "10.0.0.1",
            "0.0.0.0",
            "[::]",
            "",
            "a b",
            "user@127.0.0.1@evil.example",
        ] {
            assert!(refused("/", &[host]), "{host}");
        }
        assert!(refused("/", &[]));
        assert!(refused("/", &["localhost", "evil.example"]));
        assert!(refused("http://evil.example/", &[]));
        assert!(!refused("http://localhost/", &[]));
        assert!(refused("http://localhost/", &["evil.example"]));
    }

    #[test]
    fn tokens_are_compared_whole() {
        assert!(same(b"abc", b"abc"));
        for wrong in ["", "ab", "abd", "abcd"] {
            assert!(!same(wrong.as_bytes(), b"abc"), "{wrong}");
        }
    }
}
