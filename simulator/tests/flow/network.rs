//! The network as it is: names that proxies have to look up, and certificates of one's
//! own.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair};
use sorakit::{Client, Dialect, Error, Options};
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::setup::{client_with, wait};

fn options(base_url: String) -> Options {
    Options {
        dialect: Some(Dialect::Openai),
        base_url: Some(base_url),
        environment: Some(false),
        max_retries: Some(0),
        ..Options::default()
    }
}

/// A server with a certificate that it signed itself: where it listens, and the
/// certificate in PEM.
fn self_signed(names: &[&str], is_ca: IsCa) -> (String, String) {
    let key = KeyPair::generate().unwrap();
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut parameters = CertificateParams::new(names).unwrap();
    parameters.is_ca = is_ca;
    let certificate = parameters.self_signed(&key).unwrap();
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::Pkcs8(key.serialize_der().into()),
        )
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let connection = ServerConnection::new(config.clone()).unwrap();
            let mut tls = StreamOwned::new(connection, stream);
            let mut head = [0; 4096];
            if tls.read(&mut head).is_ok() {
                let _ = tls.write_all(
                    b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 29\r\n\r\n\
                      {\"id\":\"v\",\"status\":\"queued\"} ",
                );
                tls.conn.send_close_notify();
                let _ = tls.flush();
            }
        }
    });
    (url, certificate.pem())
}

/// What a client says that trusts `pem`.
fn asked(url: String, pem: Option<&str>) -> Result<(), Error> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("server.pem");
    if let Some(pem) = pem {
        std::fs::write(&file, pem).unwrap();
    }
    let client = Client::new(Options {
        ca_file: pem.map(|_| file),
        ..options(url)
    });
    wait(client.unwrap().videos().get("v")).map(drop)
}

#[test]
fn a_self_signed_certificate_is_trusted_as_ca_file() {
    let (url, pem) = self_signed(&["127.0.0.1"], IsCa::ExplicitNoCa);
    asked(url.clone(), Some(&pem)).unwrap();
    asked(url.clone(), Some(&format!("\u{feff}{pem}"))).unwrap();
    let error = asked(url, None).unwrap_err();
    assert!(error.reason().contains("`ca_file`"), "{error}");
}

#[test]
fn every_error_of_tls_names_ca_file_and_says_how_to_make_one() {
    let authority = || IsCa::Ca(BasicConstraints::Unconstrained);
    for (names, is_ca, says) in [
        (&["127.0.0.1"][..], authority(), "CA:FALSE"),
        (&["other.example"], IsCa::ExplicitNoCa, "subjectAltName"),
    ] {
        let (url, pem) = self_signed(names, is_ca);
        let error = asked(url, Some(&pem)).unwrap_err();
        for says in [says, "`ca_file`", "openssl req"] {
            assert!(error.reason().contains(says), "{error}");
        }
        assert!(!error.retryable());
    }
    let plain = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", plain.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in plain.incoming().flatten() {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    let error = asked(url, None).unwrap_err();
    assert!(error.reason().contains("`ca_file`"), "{error}");
    assert!(error.reason().contains("http://"), "{error}");
}

#[test]
fn a_name_that_is_looked_up_here_names_the_scheme_that_looks_it_up_there() {
    let proxy = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = proxy.local_addr().unwrap();
    let client = client_with(Options {
        proxy: Some(format!("socks5://{address}")),
        ..options("https://only-there.invalid/v1".into())
    });
    let error = wait(client.videos().get("v")).unwrap_err();
    assert!(error.reason().contains("`socks5h://`"), "{error}");
}

#[test]
fn signs_in_a_proxys_password_are_explained_before_anything_is_sent() {
    for (proxy, says) in [
        ("http://user:hid#den@127.0.0.1:1", "`%23`"),
        ("http://user:hid@den@127.0.0.1:1", "`%40`"),
    ] {
        let error = Client::new(Options {
            proxy: Some(proxy.into()),
            ..options("https://gateway.example/v1".into())
        });
        let error = error.err().unwrap();
        assert_eq!(error.field(), Some("proxy"));
        assert!(error.reason().contains(says), "{error}");
        assert!(!error.reason().contains("hid"), "{error}");
    }
}
