//! Whether the server, or the proxy before it, can be reached.

use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use super::findings::{Finding, Grade};

/// How long a connection may take to be made.
const LIMIT: Duration = Duration::from_secs(5);

/// Where a base URL leads, as host and port.
pub fn place(base_url: &str) -> Option<(String, u16)> {
    let uri: http::Uri = base_url.parse().ok()?;
    let port = match uri.scheme_str() {
        Some("http") => 80,
        _ => 443,
    };
    let host = uri.host()?.trim_matches(['[', ']']).to_owned();
    Some((host, uri.port_u16().unwrap_or(port)))
}

/// Looks a name up, and connects to what it stands for.
pub async fn look(what: &'static str, host: String, port: u16) -> Finding {
    let looked = tokio::task::spawn_blocking(move || connect(what, &host, port));
    looked
        .await
        .unwrap_or_else(|_| Finding::new("reach", Grade::Odd, "could not be looked at"))
}

fn connect(what: &str, host: &str, port: u16) -> Finding {
    let bad = |found: String| Finding::new("reach", Grade::Bad, found);
    let addresses: Vec<SocketAddr> = match (host, port).to_socket_addrs() {
        Ok(addresses) => addresses.collect(),
        Err(error) => {
            return bad(format!("{what} {host} has no address: {error}"))
                .next("Look at the name, and at this machine's DNS.");
        }
    };
    let began = Instant::now();
    let mut last = None;
    for address in addresses {
        match TcpStream::connect_timeout(&address, LIMIT) {
            Ok(_) => {
                let took = began.elapsed().as_millis();
                let found = format!("{what} {host}:{port} is there, in {took} ms");
                return Finding::new("reach", Grade::Good, found);
            }
            Err(error) => last = Some(error),
        }
    }
    let why = last.map_or_else(|| "no address".to_owned(), |error| error.to_string());
    bad(format!(
        "{what} {host}:{port} cannot be connected to: {why}"
    ))
    .next(
        "Look whether it runs and listens on that port, and at firewalls; where a proxy is \
         needed, name it with --proxy.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_follows_from_the_scheme() {
        for (url, host, port) in [
            ("http://a.example/v1", "a.example", 80),
            ("https://a.example", "a.example", 443),
            ("http://[::1]:8000/v1", "::1", 8000),
        ] {
            assert_eq!(place(url), Some((host.to_owned(), port)));
        }
    }
}
