//! Resolves names, and checks whether the addresses may be connected to.

use std::fmt;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::host::{Network, Reach, is_localhost};

/// Resolves names for one HTTP client, within its requests' reach.
pub(super) struct Resolver {
    pub(super) reach: Reach,
    /// The proxy's host, as the caller named it.
    pub(super) proxy: Option<String>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let name = name.as_str().to_owned();
        let reach = match self.proxy.as_ref() == Some(&name) {
            true => Reach::Anywhere,
            false => self.reach.clone(),
        };
        Box::pin(async move {
            let addresses = admitted(name, reach).await?;
            let addresses = addresses
                .into_iter()
                .map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(addresses) as Addrs)
        })
    }
}

/// The addresses of `host`, a name or an address, that may be connected to.
pub(super) async fn admitted(host: String, reach: Reach) -> std::io::Result<Vec<IpAddr>> {
    let found = tokio::task::spawn_blocking(move || {
        let addresses = addresses(&host)?;
        let Reach::PublicOr(own) = reach else {
            return Ok(addresses);
        };
        let is_public = |address: &IpAddr| Network::of(*address) == Network::Public;
        if addresses.iter().all(is_public) {
            return Ok(addresses);
        }
        let own = self::addresses(&own).unwrap_or_default();
        let own: Vec<Network> = own.into_iter().map(Network::of).collect();
        let (good, bad): (Vec<_>, Vec<_>) = addresses
            .into_iter()
            .partition(|address| is_public(address) || own.contains(&Network::of(*address)));
        match (good.is_empty(), bad.first()) {
            (true, Some(address)) => Err(std::io::Error::other(Refused {
                host,
                network: Network::of(*address),
            })),
            _ => Ok(good),
        }
    });
    found
        .await
        .unwrap_or_else(|_| Err(std::io::Error::other("resolving was ended")))
}

/// Resolves a host's name. This machine's own names are never looked up outside.
fn addresses(host: &str) -> std::io::Result<Vec<IpAddr>> {
    if let Ok(address) = host.parse() {
        return Ok(vec![address]);
    }
    if is_localhost(host) {
        return Ok(vec![[127, 0, 0, 1].into(), [0, 0, 0, 0, 0, 0, 0, 1].into()]);
    }
    let found = (host, 0).to_socket_addrs()?;
    Ok(found.map(|address| address.ip()).collect())
}

/// A server named a host in a network that it must not name.
#[derive(Debug)]
pub(super) struct Refused {
    host: String,
    network: Network,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the server names an address on `{}`, which is {}; if you trust it, set \
             `allow_private_media`",
            self.host,
            self.network.description()
        )
    }
}

impl std::error::Error for Refused {}
