//! The network that an address belongs to, and where a request may be sent.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The kind of network that an IP address belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Network {
    /// The internet. `198.18.0.0/15` counts as such, since resolvers that answer with
    /// stand-in addresses use it.
    Public,
    /// This machine, including the unspecified address, which leads here too.
    Loopback,
    /// The link, where clouds serve their metadata.
    LinkLocal,
    /// A private network, a provider's shared one (`100.64.0.0/10`), or a reserved range.
    Private,
}

impl Network {
    /// The network of an address. An IPv6 address that stands for an IPv4 one (mapped,
    /// translated or tunnelled) is classified as that one.
    pub fn of(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(address) => Self::of_v4(address),
            IpAddr::V6(address) => Self::of_v6(address),
        }
    }

    /// A description in words, such as `a private address`.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Public => "a public address",
            Self::Loopback => "an address of this machine",
            Self::LinkLocal => "a link-local address",
            Self::Private => "a private address",
        }
    }

    fn of_v4(address: Ipv4Addr) -> Self {
        match address.octets() {
            [0 | 127, ..] => Self::Loopback,
            [169, 254, ..] => Self::LinkLocal,
            [10, ..]
            | [172, 16..=31, ..]
            | [192, 168, ..]
            | [100, 64..=127, ..]
            | [192, 0, 0, _]
            | [224..=255, ..] => Self::Private,
            _ => Self::Public,
        }
    }

    fn of_v6(address: Ipv6Addr) -> Self {
        let v4 = |high: u16, low: u16| {
            let [[a, b], [c, d]] = [high.to_be_bytes(), low.to_be_bytes()];
            Self::of_v4(Ipv4Addr::new(a, b, c, d))
        };
        match address.segments() {
            [0, 0, 0, 0, 0, 0, 0, 0 | 1] => Self::Loopback,
            // Mapped, translated and compatible forms; NAT64, including a network's own.
            [0, 0, 0, 0, 0, 0xffff | 0, high, low]
            | [0, 0, 0, 0, 0xffff, 0, high, low]
            | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
            | [0x64, 0xff9b, 1, _, _, _, high, low] => v4(high, low),
            // 6to4.
            [0x2002, high, low, ..] => v4(high, low),
            // Teredo: the server's address, and the client's with its bits inverted.
            [0x2001, 0, high, low, _, _, client_high, client_low] => match v4(high, low) {
                Self::Public => v4(!client_high, !client_low),
                other => other,
            },
            [0xfe80..=0xfebf, ..] => Self::LinkLocal,
            [0xfc00..=0xfdff | 0xfec0..=0xfeff | 0xff00..=0xffff, ..] | [0x100, 0, 0, 0, ..] => {
                Self::Private
            }
            // ISATAP.
            [.., 0 | 0x200, 0x5efe, high, low] => v4(high, low),
            _ => Self::Public,
        }
    }
}

/// The networks to which a request may be sent, by the addresses of its host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Anywhere its address leads.
    #[default]
    Anywhere,
    /// Public addresses, and those in networks of the same kind as this host's. Checked
    /// by a host that resolves names itself, on the address that it connects to.
    PublicOr(String),
}

/// True if a name means this machine, whatever a resolver says (RFC 6761 §6.3).
pub fn is_localhost(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_an_address_is_of_its_network() {
        use Network::{LinkLocal, Loopback, Private, Public};
        for (network, addresses) in [
            (
                Loopback,
                "127.0.0.1 127.255.0.9 0.0.0.0 0.1.2.3 ::1 :: ::ffff:127.0.0.1 ::127.0.0.1 \
                 2002:7f00:1:: 64:ff9b::7f00:1 64:ff9b:1::7f00:1 ::ffff:0:127.0.0.1 \
                 2001:0:7f00:1::1 2001:db8::5efe:127.0.0.1",
            ),
            (
                LinkLocal,
                "169.254.169.254 fe80::1 febf::1 ::ffff:169.254.169.254 2002:a9fe:a9fe::1",
            ),
            (
                Private,
                "10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 100.127.255.255 \
                 192.0.0.1 224.0.0.1 255.255.255.255 fc00::1 fd12::1 fec0::1 ff02::1 100::1 \
                 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:c0a8:101:: 2001:0:102:304:0:0:f5ff:fffe",
            ),
            (
                Public,
                "1.1.1.1 172.15.0.1 172.32.0.1 100.63.0.1 100.128.0.1 198.18.0.1 198.19.255.255 \
                 2606:4700::1111 64:ff9b::101:101 2002:101:101:: ::ffff:1.1.1.1 2001:db8::1",
            ),
        ] {
            for address in addresses.split_whitespace() {
                let found = Network::of(address.parse().unwrap());
                assert_eq!(found, network, "{address}");
            }
        }
    }

    #[test]
    fn localhost_is_known_by_its_name() {
        for name in [
            "localhost",
            "LOCALHOST.",
            "media.localhost",
            "a.b.localhost.",
        ] {
            assert!(is_localhost(name), "{name}");
        }
        for name in ["localhost.example", "notlocalhost", "local"] {
            assert!(!is_localhost(name), "{name}");
        }
    }
}
