//! Base URLs as people paste them, what a gateway asks for beside the key, and where
//! redirects lead.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use sorakit::{Dialect, ErrorKind, Options, Parameters};

use crate::gateway::{Does, answers, json};
use crate::setup::{cat, client_with, wait};

/// A server that keeps the requests as they came, and answers by their targets.
pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn start(does: impl Fn(&str) -> Does + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = requests.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let Some(request) = read(&stream) else {
                    continue;
                };
                let target = request.split(' ').nth(1).unwrap_or_default().to_owned();
                kept.lock().unwrap().push(request);
                if let Does::Answers(text) = does(&target) {
                    let _ = (&stream).write_all(text.as_bytes());
                }
                let _ = stream.shutdown(std::net::Shutdown::Write);
            }
        });
        Self { url, requests }
    }

    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    fn targets(&self) -> Vec<String> {
        let requests = self.requests();
        let targets = requests
            .iter()
            .filter_map(|request| request.split(' ').nth(1));
        targets.map(Into::into).collect()
    }

    fn options(&self, path: &str) -> Options {
        Options {
            dialect: Some(Dialect::Openai),
            base_url: Some(format!("{}{path}", self.url)),
            api_key: Some("sk-0123456789".into()),
            max_retries: Some(0),
            poll_interval: Some(0.05),
            grace: Some(0.2),
            ..Options::default()
        }
    }
}

/// A whole request, with its body.
fn read(mut stream: &TcpStream) -> Option<String> {
    let _ = stream.set_read_timeout(Some(std::time::Duration::from_secs(10)));
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).ok()?;
        request.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&request).to_lowercase();
    let length = head.split("content-length: ").nth(1);
    let length = length.and_then(|rest| rest.lines().next()?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).ok()?;
    request.extend_from_slice(&body);
    Some(String::from_utf8_lossy(&request).into_owned())
}

const DONE: &str = r#"{"id": "v_1", "object": "video", "status": "completed", "progress": 100}"#;

fn redirect(status: u16, location: &str) -> Does {
    answers(status, &format!("location: {location}\r\n"), "")
}

#[test]
fn every_form_of_a_base_url_leads_to_the_same_endpoint() {
    let server = Server::start(|_| json(200, DONE));
    for path in [
        "",
        "/",
        "/v1",
        "/v1/",
        " /v1/ ".trim_start(),
        "/v1/v1",
        "/v1/videos",
        "/v1//",
    ] {
        let client = client_with(server.options(path));
        wait(client.videos().get("v_1")).unwrap();
    }
    let targets = server.targets();
    assert!(
        targets.iter().all(|target| target == "/v1/videos/v_1"),
        "{targets:?}"
    );
    assert_eq!(targets.len(), 8);
}

#[test]
fn a_query_and_headers_go_with_every_request_to_the_origin_and_no_other() {
    let elsewhere = Server::start(|_| answers(404, "", "no such file"));
    let video = format!("{}/1.mp4", elsewhere.url);
    let server = Server::start(move |target| match target {
        _ if target.starts_with("/v1/videos/v_1/content") => redirect(302, &video),
        _ => json(200, DONE),
    });
    let client = client_with(Options {
        headers: Some(Parameters::from([("X-Team-Key", "team-secret-1")])),
        query: Some(Parameters::from([("tier", "fast lane")])),
        ..server.options("/v1?api-version=2024-05-01")
    });
    let folder = tempfile::tempdir().unwrap();
    wait(async {
        let job = client.videos().create(cat()).await.unwrap();
        let job = client.videos().wait(&job).await.unwrap();
        let path = folder.path().join("cat.mp4");
        client.videos().download(&job, path).await.unwrap_err();
    });
    let requests = server.requests();
    assert!(
        requests.iter().any(|request| request.starts_with("POST")),
        "{requests:?}"
    );
    for request in &requests {
        let target = request.split(' ').nth(1).unwrap();
        assert!(
            target.ends_with("?api-version=2024-05-01&tier=fast+lane"),
            "{target}"
        );
        assert!(request.contains("x-team-key: team-secret-1"), "{request}");
    }
    let elsewhere = elsewhere.requests();
    assert!(!elsewhere.is_empty());
    for request in elsewhere {
        assert!(request.starts_with("GET /1.mp4 HTTP/1.1"), "{request}");
        assert!(
            !request.contains("team-secret-1") && !request.contains("sk-0123"),
            "{request}"
        );
    }
}

#[test]
fn a_secret_header_is_not_shown() {
    let server = Server::start(|_| {
        json(
            400,
            r#"{"error": {"message": "bad key team-secret-1 or query-secret-2"}}"#,
        )
    });
    let options = Options {
        headers: Some(Parameters::from([("X-Team-Key", "team-secret-1")])),
        ..server.options("/v1?key=query-secret-2")
    };
    assert!(!format!("{options:?}").contains("-secret-"), "{options:?}");
    let text = serde_json::to_string(&options).unwrap();
    assert!(!text.contains("team-secret-1"), "{text}");
    let client = client_with(options);
    let error = wait(client.videos().get("v_1")).unwrap_err();
    assert!(
        !format!("{error} {error:?}").contains("-secret-"),
        "{error:?}"
    );
    assert!(error.reason().contains("bad key"), "{error}");
}

#[test]
fn the_same_again_on_the_same_origin_is_sent_with_its_body() {
    for status in [307, 308] {
        let server = Server::start(move |target| match target {
            "/v1/videos" => redirect(status, "/api/v1/videos"),
            _ => json(200, DONE),
        });
        let client = client_with(server.options(""));
        let job = wait(client.videos().create(cat())).unwrap();
        assert_eq!(job.id, "v_1");
        let requests = server.requests();
        assert_eq!(requests.len(), 2);
        assert!(
            requests[1].starts_with("POST /api/v1/videos "),
            "{}",
            requests[1]
        );
        for request in requests {
            assert!(request.contains("a cat in the snow"), "{request}");
            assert!(
                request.contains("authorization: Bearer sk-0123456789"),
                "{request}"
            );
        }
    }
}

#[test]
fn another_redirect_of_a_creation_names_its_target_and_what_to_change() {
    for (status, kind) in [
        (301, ErrorKind::UnexpectedResponse),
        (302, ErrorKind::OutcomeUnknown),
        (303, ErrorKind::OutcomeUnknown),
        (307, ErrorKind::UnexpectedResponse),
        (308, ErrorKind::UnexpectedResponse),
    ] {
        let elsewhere = Server::start(|_| json(200, DONE));
        let target = format!("{}/v1/videos?sig=hidden", elsewhere.url);
        let server = Server::start(move |_| redirect(status, &target));
        let client = client_with(server.options("/v1"));
        let error = wait(client.videos().create(cat())).unwrap_err();
        assert_eq!(error.kind(), kind, "{status}: {error}");
        let shown = format!("{error:#?} {error}");
        assert!(
            shown.contains(&format!("{}/v1/videos", elsewhere.url)),
            "{shown}"
        );
        assert!(!shown.contains("hidden"), "{shown}");
        if kind == ErrorKind::UnexpectedResponse {
            let hint = error.hint().unwrap_or_default().to_owned();
            assert!(
                hint.contains(&format!("`{}/v1` as `base_url`", elsewhere.url)),
                "{hint}"
            );
        }
        assert_eq!(server.requests().len(), 1);
        assert!(elsewhere.requests().is_empty());
    }
}

#[test]
fn a_server_without_keys_is_sent_none_and_a_header_may_be_the_key() {
    let server = Server::start(|_| json(200, DONE));
    let without = Options {
        api_key: None,
        ..server.options("/v1")
    };
    wait(client_with(without.clone()).videos().get("v_1")).unwrap();
    let basic = Options {
        headers: Some("Authorization: Basic dTpw".parse().unwrap()),
        ..without
    };
    wait(client_with(basic).videos().get("v_1")).unwrap();
    let requests = server.requests();
    assert!(!requests[0].contains("authorization"), "{}", requests[0]);
    assert!(
        requests[1].contains("authorization: Basic dTpw"),
        "{}",
        requests[1]
    );
}
