//! Proxies: which requests go through which.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use sorakit::Options;

use crate::setup::{cat, client_with, fast, options, wait};

/// A proxy on loopback that notes the hosts it was asked for. It ends with the
/// process; each of its threads ends with its connection.
struct Proxy {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn start(serve: fn(TcpStream, &Mutex<Vec<String>>) -> std::io::Result<()>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = asked.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let noted = noted.clone();
                std::thread::spawn(move || serve(stream, &noted));
            }
        });
        Self { address, asked }
    }

    fn http() -> Self {
        Self::start(serve_http)
    }

    fn socks5() -> Self {
        Self::start(serve_socks5)
    }

    fn requests(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// An HTTP proxy for plain requests and, with CONNECT, for tunnels. Notes the
/// path, or the host of a tunnel.
fn serve_http(mut client: TcpStream, asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        client.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    let text = String::from_utf8_lossy(&head).into_owned();
    let words: Vec<&str> = text.split(' ').take(2).collect();
    let [method, target] = words[..] else {
        return Ok(());
    };
    if method == "CONNECT" {
        asked.lock().unwrap().push(target.to_owned());
        let server = TcpStream::connect(target)?;
        client.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
        return splice(client, server);
    }
    let rest = target.trim_start_matches("http://");
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    asked.lock().unwrap().push(format!("/{path}"));
    // One request a connection, so that each is noted.
    let head = text.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    let mut server = TcpStream::connect(host)?;
    server.write_all(head.as_bytes())?;
    splice(client, server)
}

/// A SOCKS5 proxy without authentication. Notes the port.
fn serve_socks5(mut client: TcpStream, asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut greeting = [0; 2];
    client.read_exact(&mut greeting)?;
    client.read_exact(&mut vec![0; greeting[1].into()])?;
    client.write_all(&[5, 0])?;
    let mut request = [0; 4];
    client.read_exact(&mut request)?;
    assert_eq!(request[3], 1, "the tests use IPv4");
    let mut address = [0; 6];
    client.read_exact(&mut address)?;
    let port = u16::from_be_bytes([address[4], address[5]]);
    asked.lock().unwrap().push(port.to_string());
    let server = TcpStream::connect(("127.0.0.1", port))?;
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0])?;
    splice(client, server)
}

fn splice(client: TcpStream, server: TcpStream) -> std::io::Result<()> {
    let (mut from_client, mut to_server) = (client.try_clone()?, server.try_clone()?);
    let up = std::thread::spawn(move || {
        let _ = std::io::copy(&mut from_client, &mut to_server);
        let _ = to_server.shutdown(std::net::Shutdown::Write);
    });
    let (mut from_server, mut to_client) = (server, client);
    let _ = std::io::copy(&mut from_server, &mut to_client);
    let _ = to_client.shutdown(std::net::Shutdown::Both);
    let _ = up.join();
    Ok(())
}

#[test]
fn a_credentials_proxy_comes_before_the_clients_and_sentinel_has_its_own() {
    let simulator = fast();
    let [own, shared, sentinel] = [Proxy::http(), Proxy::http(), Proxy::http()];
    let url = |proxy: &Proxy| Some(format!("http://{}", proxy.address));
    let folder = tempfile::tempdir().unwrap();
    let make = |options: Options| {
        let client = client_with(options);
        wait(async {
            let job = client.videos().generate(cat()).await.unwrap();
            let path = folder.path().join("cat.mp4");
            client.videos().download(&job, path).await.unwrap();
        });
    };
    make(Options {
        proxy: url(&shared),
        ..options(&simulator)
    });
    assert!(
        shared
            .requests()
            .iter()
            .any(|path| path.ends_with("/nf/create"))
    );
    assert!(
        shared
            .requests()
            .iter()
            .any(|path| path.starts_with("/assets/"))
    );
    let through_shared = shared.requests().len();
    let without = |paths: &[String]| !paths.iter().any(|path| path.contains("sentinel"));
    assert!(
        without(&shared.requests()),
        "without its own setting Sentinel uses none"
    );

    make(Options {
        proxy: url(&shared),
        credential_proxy: url(&own),
        sentinel_proxy: url(&sentinel),
        ..options(&simulator)
    });
    assert_eq!(
        shared.requests().len(),
        through_shared,
        "the credential has its own"
    );
    assert!(
        own.requests()
            .iter()
            .any(|path| path.ends_with("/nf/create"))
    );
    assert!(without(&own.requests()));
    assert_eq!(sentinel.requests(), ["/backend-api/sentinel/req"]);
}

#[test]
fn socks5_carries_everything() {
    let simulator = fast();
    let proxy = Proxy::socks5();
    let client = client_with(Options {
        proxy: Some(format!("socks5://{}", proxy.address)),
        sentinel_proxy: Some(format!("socks5://{}", proxy.address)),
        ..options(&simulator)
    });
    wait(client.videos().generate(cat())).unwrap();
    let port = simulator.url().rsplit(':').next().unwrap().to_owned();
    assert!(proxy.requests().contains(&port));
}

#[test]
fn a_proxy_that_is_down_is_named_as_unreached_and_nothing_was_sent() {
    let simulator = fast();
    let client = client_with(Options {
        proxy: Some("http://user:pass-word@127.0.0.1:9".into()),
        max_retries: Some(0),
        ..options(&simulator)
    });
    let error = wait(client.videos().create(cat())).unwrap_err();
    assert_eq!(error.kind(), sorakit::ErrorKind::Connection);
    assert!(!format!("{error} {error:?}").contains("pass-word"));
    assert!(
        error.reason().contains("127.0.0.1:9 that `proxy` names"),
        "{error}"
    );
    assert!(simulator.requests_of("sora.videos.create").is_empty());
}

/// Before a tunnel as before plain HTTP: nothing is tried again, and the user is asked for.
#[test]
fn a_proxy_that_asks_for_a_user_is_a_matter_of_configuration() {
    use std::io::{Read, Write};
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = asked.clone();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let _ = stream.write_all(
                b"HTTP/1.1 407 Proxy Authentication Required\r\n\
                  Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
            );
        }
    });
    let client = client_with(Options {
        base_url: Some("https://gateway.example/v1".into()),
        api_key: Some("k".into()),
        dialect: Some(sorakit::Dialect::Openai),
        proxy: Some(proxy),
        environment: Some(false),
        ..Options::default()
    });
    let error = wait(client.videos().get("v_1")).unwrap_err();
    assert_eq!(error.kind(), sorakit::ErrorKind::Configuration, "{error}");
    assert!(
        error.hint().unwrap().contains("user:password@"),
        "{error:?}"
    );
    assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 1);
}

#[test]
fn tls_goes_through_a_tunnel() {
    let simulator = sorakit_simulator::Simulator::builder()
        .tls([])
        .start()
        .unwrap();
    let proxy = Proxy::http();
    let client = crate::transport::trusting(
        &simulator,
        Options {
            proxy: Some(format!("http://{}", proxy.address)),
            ..options(&simulator)
        },
    );
    wait(client.call(sorakit::api::sora::CheckQuota {})).unwrap();
    let host = simulator.url().replace("https://", "");
    assert_eq!(proxy.requests(), [host]);
}
