//! TLS with a certificate authority made at the start: one certificate for
//! loopback and one for each host name that clients ask for by SNI.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::{CryptoProvider, aws_lc_rs};
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

/// What a listener needs to speak TLS, and what a client needs to trust it.
#[derive(Clone)]
pub struct Tls {
    /// The certificate authority, PEM.
    pub authority: String,
    /// Answers handshakes.
    pub acceptor: TlsAcceptor,
}

impl Tls {
    /// Makes an authority and a certificate for each of `hosts`.
    pub fn new(hosts: &[String]) -> io::Result<Self> {
        make(hosts).map_err(|error| io::Error::other(format!("cannot make certificates: {error}")))
    }
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn make(hosts: &[String]) -> Result<Tls, Failure> {
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
        .distinguished_name
        .push(DnType::CommonName, "sorakit simulator");
    let authority = params.self_signed(&key)?.pem();
    let issuer = Issuer::new(params, key);

    let provider = Arc::new(aws_lc_rs::default_provider());
    let loopback = certificate(
        &["127.0.0.1".into(), "localhost".into()],
        &issuer,
        &provider,
    )?;
    let mut by_name = HashMap::from([("localhost".to_owned(), loopback.clone())]);
    for host in hosts {
        let certificate = certificate(std::slice::from_ref(host), &issuer, &provider)?;
        by_name.insert(host.to_ascii_lowercase(), certificate);
    }
    let certificates = Certificates { by_name, loopback };
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(certificates));
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Tls {
        authority,
        acceptor: TlsAcceptor::from(Arc::new(config)),
    })
}

fn certificate(
    names: &[String],
    issuer: &Issuer<'_, KeyPair>,
    provider: &CryptoProvider,
) -> Result<Arc<CertifiedKey>, Failure> {
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::new(names.to_vec())?;
    params
        .distinguished_name
        .push(DnType::CommonName, names[0].as_str());
    let signed = params.signed_by(&key, issuer)?;
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let certified = CertifiedKey::from_der(vec![signed.der().clone()], key, provider)?;
    Ok(Arc::new(certified))
}

/// Certificates by the name that a client asks for.
#[derive(Debug)]
struct Certificates {
    by_name: HashMap<String, Arc<CertifiedKey>>,
    loopback: Arc<CertifiedKey>,
}

impl ResolvesServerCert for Certificates {
    /// None for a name that is not served: the handshake then fails.
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        match hello.server_name() {
            None => Some(self.loopback.clone()),
            Some(name) => self.by_name.get(&name.to_ascii_lowercase()).cloned(),
        }
    }
}
