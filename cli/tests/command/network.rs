//! The machine's proxies, and what a gateway asks for beside the key.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use crate::run::{bare, run};

/// A proxy that answers for every server, and keeps what it was sent.
fn proxy() -> (String, Arc<Mutex<Vec<String>>>) {
    server(r#"{"id": "v_1", "status": "queued"}"#)
}

/// A server that answers the same to everything, and keeps what it was sent.
pub fn server(body: &'static str) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = asked.clone();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
                head.push(byte[0]);
            }
            kept.lock()
                .unwrap()
                .push(String::from_utf8_lossy(&head).into_owned());
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            );
        }
    });
    (address, asked)
}

const CALL: &[&str] = &[
    "call",
    "openai.videos.get",
    "--json",
    r#"{"video_id": "v_1"}"#,
    "--dialect",
    "openai",
    "--allow-http",
];

/// What the command does with these variables, and what the proxy was asked.
fn with(base_url: &str, variables: &[(&str, &str)], more: &[&str]) -> (i32, String, Vec<String>) {
    let (address, asked) = proxy();
    let folder = tempfile::tempdir().unwrap();
    let arguments = [CALL, &["--base-url", base_url], more].concat();
    let mut command = bare(&arguments);
    command
        .current_dir(folder.path())
        .env("SORAKIT_MAX_RETRIES", "0");
    for (name, value) in variables {
        command.env(name, value.replace("PROXY", &address));
    }
    let ran = run(&mut command);
    let asked = asked.lock().unwrap().clone();
    (ran.status, ran.stdout + &ran.stderr, asked)
}

#[test]
fn the_machines_proxy_is_used_as_curl_would() {
    let there = "http://gateway.invalid/v1";
    for (variables, base_url, more, used) in [
        (&[("http_proxy", "PROXY")][..], there, &[][..], true),
        (&[("all_proxy", "PROXY")], there, &[], true),
        (&[("HTTP_PROXY", "PROXY")], there, &[], false),
        (&[("https_proxy", "PROXY")], there, &[], false),
        (
            &[("http_proxy", "PROXY"), ("NO_PROXY", ".invalid")],
            there,
            &[],
            false,
        ),
        (
            &[("http_proxy", "PROXY")],
            there,
            &["--proxy", "none"],
            false,
        ),
        (
            &[
                ("http_proxy", "http://127.0.0.1:9"),
                ("SORAKIT_PROXY", "PROXY"),
            ],
            there,
            &[],
            true,
        ),
        (
            &[("http_proxy", "PROXY")],
            "http://127.0.0.1:9/v1",
            &[],
            false,
        ),
        (
            &[("http_proxy", "PROXY")],
            "http://gateway.localhost:9/v1",
            &[],
            false,
        ),
    ] {
        let (status, stderr, asked) = with(base_url, variables, more);
        assert_eq!(status == 0, used, "{variables:?} {base_url}: {stderr}");
        assert_eq!(asked.len(), usize::from(used), "{variables:?} {base_url}");
        if used {
            assert!(
                asked[0].starts_with("GET http://gateway.invalid/v1/videos/v_1"),
                "{asked:?}"
            );
        }
    }
}

#[test]
fn a_proxy_of_the_machine_that_is_down_or_wrong_is_named_by_its_variable() {
    for (proxy, says) in [
        ("http://127.0.0.1:9", "`http_proxy`"),
        ("http://user:hid#den@127.0.0.1:9", "http_proxy"),
        ("socks4://127.0.0.1:9", "http_proxy"),
    ] {
        let (status, stderr, _) = with("http://gateway.invalid/v1", &[("http_proxy", proxy)], &[]);
        assert_ne!(status, 0);
        assert!(stderr.contains(says), "{stderr}");
        assert!(!stderr.contains("hid"), "{stderr}");
    }
}

#[test]
fn headers_and_query_are_options_variables_and_keys_of_the_file() {
    let there = "http://gateway.invalid/v1?base=0";
    let flags = [
        "--header",
        "X-Team: a",
        "--header",
        "X-Key: b",
        "--query",
        "tier=fast&x=y",
    ];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sorakit.toml");
    std::fs::write(
        &file,
        "[client.headers]\nX-Team = \"a\"\nX-Key = \"b\"\n[client.query]\ntier = \"fast\"\nx = \"y\"\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    for (variables, more) in [
        (&[("http_proxy", "PROXY")][..], &flags[..]),
        (
            &[
                ("http_proxy", "PROXY"),
                ("SORAKIT_HEADERS", "X-Team: a\nX-Key: b"),
                ("SORAKIT_QUERY", "tier=fast&x=y"),
            ],
            &[],
        ),
        (&[("http_proxy", "PROXY")], &["--config", file]),
    ] {
        let (status, stderr, asked) = with(there, variables, more);
        assert_eq!(status, 0, "{stderr}");
        assert!(asked[0].contains("v_1?base=0&tier=fast&x=y "), "{asked:?}");
        assert!(
            asked[0].contains("x-team: a") && asked[0].contains("x-key: b"),
            "{asked:?}"
        );
    }
    let (status, stderr, asked) = with(there, &[("http_proxy", "PROXY")], &["--header", "Host: x"]);
    assert!(status != 0 && asked.is_empty());
    assert!(stderr.contains("`Host`"), "{stderr}");
}
