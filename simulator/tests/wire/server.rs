//! The server itself: ports, protocols, pages in a browser.

use std::net::TcpStream;

use sorakit_simulator::Simulator;

use crate::client::{Client, raw, stepped};

#[test]
fn an_upgrade_to_h2c_is_ignored() {
    let simulator = stepped();
    let token = simulator.credentials().access_token;
    let answer = raw(
        simulator.url(),
        &format!(
            "GET /me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nAccept: application/json\r\n\
             Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\
             Content-Type: application/json\r\n\r\n"
        ),
    );
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
}

#[test]
fn pages_may_call_it() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let preflight = client
        .send(
            "OPTIONS",
            "/nf/create",
            &[
                ("origin", "http://localhost:3000"),
                ("access-control-request-method", "POST"),
                (
                    "access-control-request-headers",
                    "authorization,openai-sentinel-token",
                ),
            ],
            b"",
        )
        .unwrap();
    assert_eq!(preflight.status, 204);
    assert_eq!(preflight.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        preflight.header("access-control-allow-methods"),
        Some("POST")
    );
    assert_eq!(
        preflight.header("access-control-allow-headers"),
        Some("authorization,openai-sentinel-token")
    );
    let refused = client
        .send("GET", "/me", &[("origin", "http://localhost:3000")], b"")
        .unwrap();
    assert_eq!(refused.status, 401);
    assert_eq!(refused.header("access-control-allow-origin"), Some("*"));
    assert!(
        simulator
            .journal()
            .iter()
            .all(|entry| entry.method != "OPTIONS")
    );
}

#[test]
fn ports_can_be_chosen_and_are_freed() {
    let simulator = Simulator::builder().port_for("sora", 0).start().unwrap();
    let own = simulator.base_url("sora");
    assert_ne!(own, simulator.url());
    let client = Client::new(&simulator);
    let address = own.trim_start_matches("http://").to_owned();
    assert_eq!(
        client
            .send("GET", &format!("{own}/me"), &[], b"")
            .unwrap()
            .status,
        401
    );
    assert_eq!(simulator.journal()[0].origin, "sora");
    let port = address.rsplit(':').next().unwrap().parse().unwrap();
    let taken = Simulator::builder().port(port).start().err().unwrap();
    assert!(
        taken.to_string().contains(&format!("127.0.0.1:{port}")),
        "{taken}"
    );
    assert!(Simulator::builder().port_for("nothing", 0).start().is_err());
    simulator.stop();
    assert!(TcpStream::connect(address).is_err());
}

#[test]
fn the_same_seed_gives_the_same_run() {
    let run = |seed| {
        let simulator = Simulator::builder().stepped().seed(seed).start().unwrap();
        let client = Client::new(&simulator);
        client
            .create("/nf/create", &crate::client::video("a cat"))
            .expect(200)
    };
    assert_eq!(run(5), run(5));
    assert_ne!(run(5), run(6));
}

#[test]
fn it_runs_inside_an_async_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let simulator = stepped();
        let url = simulator.url().trim_start_matches("http://").to_owned();
        assert!(tokio::net::TcpStream::connect(url).await.is_ok());
    });
}

/// Shakes hands for `name` and asks for `/me`; the answer's first line.
fn over_tls(simulator: &Simulator, name: &'static str) -> Result<String, String> {
    use std::io::{Read as _, Write as _};
    use std::sync::Arc;
    use tokio_rustls::rustls::pki_types::pem::PemObject as _;
    use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
    use tokio_rustls::rustls::{
        ClientConfig, ClientConnection, RootCertStore, StreamOwned, crypto,
    };

    let mut roots = RootCertStore::empty();
    let authority =
        CertificateDer::from_pem_slice(simulator.authority().unwrap().as_bytes()).unwrap();
    roots.add(authority).unwrap();
    let config =
        ClientConfig::builder_with_provider(Arc::new(crypto::aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
    let connection =
        ClientConnection::new(Arc::new(config), ServerName::try_from(name).unwrap()).unwrap();
    let address = simulator.url().trim_start_matches("https://");
    let stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
    let mut stream = StreamOwned::new(connection, stream);
    let request = format!("GET /me HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n");
    stream
        .write_all(request.as_bytes())
        .map_err(|error| error.to_string())?;
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}

#[test]
fn tls_serves_several_host_names_at_once() {
    let simulator = Simulator::builder()
        .tls(["sora.chatgpt.com", "chatgpt.com"])
        .start()
        .unwrap();
    assert!(simulator.url().starts_with("https://127.0.0.1:"));
    assert!(simulator.cdn_url().starts_with("https://"));
    for name in ["sora.chatgpt.com", "chatgpt.com", "127.0.0.1", "localhost"] {
        assert_eq!(
            over_tls(&simulator, name).unwrap(),
            "HTTP/1.1 401 Unauthorized",
            "{name}"
        );
    }
    assert!(over_tls(&simulator, "example.test").is_err());
    assert_eq!(
        simulator.journal()[0].header("host"),
        Some("sora.chatgpt.com")
    );
}

#[test]
fn observed_shapes_are_the_default() {
    let simulator = stepped();
    let mut client = Client::of_dialect(&simulator, "relay");
    client.shapes = None;
    let body = serde_json::json!({"model": "sora-2", "prompt": "a cat"});
    let create = |client: &Client| client.post("/v2/videos/generations", &body).expect(200);
    let names = |task: serde_json::Value| task.as_object().unwrap().len();
    assert_eq!(names(create(&client)), 1, "the id alone");
    let documented = Client::of_dialect(&simulator, "relay");
    assert_eq!(names(create(&documented)), 4);
}
