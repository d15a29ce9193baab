//! Scripted faults, as a client meets them.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;
use sorakit_simulator::{Action, Rule, Simulator};

use crate::client::{Answer, Client, VIDEO_TIME, stepped, video};

fn with(action: Action) -> (Simulator, Client) {
    let simulator = stepped();
    simulator.add_fault(Rule::new(action).operation("sora.account.me"));
    let client = Client::new(&simulator);
    (simulator, client)
}

fn try_me(client: &Client) -> Result<Answer, ureq::Error> {
    let bearer = format!("Bearer {}", client.access_token);
    client.send(
        "GET",
        "/me",
        &[("authorization", &bearer), ("accept", "application/json")],
        b"",
    )
}

#[test]
fn answers_in_place_of_the_operation() {
    let (_simulator, client) = with(Action::Status {
        status: 429,
        body: Some(json!({"error": {"message": "slow down"}})),
        text: None,
        headers: [("x-more".to_owned(), "1".to_owned())].into(),
        retry_after: Some(7),
    });
    let answer = client.get("/me");
    assert_eq!(answer.header("retry-after"), Some("7"));
    assert_eq!(answer.header("x-more"), Some("1"));
    assert_eq!(answer.expect(429)["error"]["message"], "slow down");
    client.get("/me").expect(200);

    let (simulator, client) = with(Action::Refuse {
        code: "heavy_load".into(),
    });
    assert_eq!(client.get("/me").expect(503)["error"]["code"], "heavy_load");
    assert_eq!(simulator.journal()[0].fault.as_deref(), Some("refuse"));

    for status in [403, 429, 503] {
        let (_simulator, client) = with(Action::Cloudflare { status });
        let page = client.get("/me");
        assert_eq!(page.status, status);
        assert_eq!(
            page.header("content-type"),
            Some("text/html; charset=UTF-8")
        );
        assert!(page.body.starts_with(b"<!DOCTYPE html>"));
    }

    let (simulator, client) = with(Action::Redirect {
        status: 307,
        location: "cdn".into(),
    });
    let answer = client.get("/me");
    assert_eq!(answer.status, 307);
    assert_eq!(
        answer.header("location"),
        Some(format!("{}/me", simulator.cdn_url()).as_str())
    );

    let (_simulator, client) = with(Action::InvalidJson);
    let answer = client.get("/me");
    assert_eq!(answer.status, 200);
    assert!(serde_json::from_slice::<serde_json::Value>(&answer.body).is_err());
}

#[test]
fn a_reset_before_makes_no_job_and_one_after_does() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    simulator.add_fault(Rule::new(Action::ResetBefore).operation("sora.videos.create"));
    assert!(client.try_create("/nf/create", &video("a cat")).is_err());
    assert_eq!(client.get("/nf/pending/v2").expect(200), json!([]));
    simulator.add_fault(
        Rule::new(Action::ResetAfter)
            .path("/nf/create")
            .method("post"),
    );
    assert!(client.try_create("/nf/create", &video("a cat")).is_err());
    assert_eq!(
        client
            .get("/nf/pending/v2")
            .expect(200)
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let creates = simulator.requests_of("sora.videos.create");
    assert_eq!(creates.len(), 2);
    assert!(creates.iter().all(|entry| entry.status.is_none()));
    assert_eq!(creates[0].jobs.len() + creates[1].jobs.len(), 1);
}

#[test]
fn a_reset_is_a_reset() {
    let (simulator, client) = with(Action::ResetBefore);
    let mut stream = TcpStream::connect(simulator.url().trim_start_matches("http://")).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    write!(
        stream,
        "GET /me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\r\n",
        client.access_token
    )
    .unwrap();
    let error = stream.read(&mut [0; 64]).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
}

#[test]
fn an_upload_can_be_cut_off() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    simulator.add_fault(
        Rule::new(Action::ResetRequestAt { bytes: 1000 }).operation("sora.uploads.image"),
    );
    let body = vec![b'x'; 4_000_000];
    let headers = [("content-type", "multipart/form-data; boundary=edge")];
    assert!(client.send("POST", "/uploads", &headers, &body).is_err());
    assert_eq!(simulator.journal()[0].body_size, 1000);
}

/// Reads a raw answer to the end: the body, and how it ended.
fn raw_body(url: &str) -> (Vec<u8>, Option<std::io::ErrorKind>) {
    let rest = url.trim_start_matches("http://");
    let (address, path) = rest.split_once('/').unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    write!(
        stream,
        "GET /{path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    let mut buffer = [0; 65_536];
    let end = loop {
        match stream.read(&mut buffer) {
            Ok(0) => break None,
            Ok(count) => answer.extend_from_slice(&buffer[..count]),
            Err(error) => break Some(error.kind()),
        }
    };
    let start = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap()
        + 4;
    (answer[start..].to_vec(), end)
}

#[test]
fn a_body_can_be_reset_truncated_stalled_or_slowed() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    client.create("/nf/create", &video("a cat")).expect(200);
    simulator.advance(VIDEO_TIME);
    let drafts = client.get("/project_y/profile/drafts").expect(200);
    let url = drafts["drafts"][0]["video_url"].as_str().unwrap();
    let (whole, end) = raw_body(url);
    assert_eq!(end, None);
    assert!(whole.len() > 200_000, "{}", whole.len());
    let fault = |action| {
        simulator.clear_faults();
        simulator.add_fault(Rule::new(action).origin("cdn"));
    };

    fault(Action::ResetBodyAt { bytes: 100_000 });
    let (part, end) = raw_body(url);
    assert_eq!(part, whole[..100_000]);
    assert_eq!(end, Some(std::io::ErrorKind::ConnectionReset));

    fault(Action::Truncate { bytes: 70_001 });
    let (part, end) = raw_body(url);
    assert_eq!(part, whole[..70_001]);
    assert_eq!(end, None);

    fault(Action::StallBody { bytes: 10, ms: 300 });
    let start = Instant::now();
    let (part, _) = raw_body(url);
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert!(part == whole);

    fault(Action::SlowBody {
        bytes_per_second: whole.len() as u64 * 2,
    });
    let start = Instant::now();
    let (part, _) = raw_body(url);
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert!(part == whole);
}

#[test]
fn an_answer_can_be_late() {
    let (_simulator, client) = with(Action::Stall { ms: 200 });
    let start = Instant::now();
    client.get("/me").expect(200);
    assert!(start.elapsed() >= Duration::from_millis(200));
}

#[test]
fn a_token_can_expire_in_the_middle_of_polling() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    simulator.add_fault(
        Rule::new(Action::ExpireToken)
            .operation("sora.tasks.pending")
            .skip(2),
    );
    let poll = || try_pending(&client);
    assert_eq!((poll(), poll(), poll()), (200, 200, 401));
    let session = simulator.credentials().session_token;
    let cookie = format!("__Secure-next-auth.session-token={session}");
    let headers = [
        ("cookie", cookie.as_str()),
        ("accept", "application/json"),
        ("sec-fetch-mode", "cors"),
    ];
    let fresh = client
        .send("GET", "/api/auth/session", &headers, b"")
        .unwrap()
        .expect(200);
    let client = Client::new(&simulator).with_token(fresh["accessToken"].as_str().unwrap());
    assert_eq!(try_pending(&client), 200);
    simulator.add_fault(Rule::new(Action::InvalidateToken).operation("sora.account.me"));
    let refused = try_me(&client).unwrap().expect(401);
    assert_eq!(refused["error"]["code"], "token_invalidated");
}

fn try_pending(client: &Client) -> u16 {
    client.get("/nf/pending/v2").status
}

#[test]
fn a_job_can_be_made_to_fail() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    simulator.add_fault(
        Rule::new(Action::FailJob {
            code: "content_policy_violation".into(),
        })
        .operation("sora.*.create"),
    );
    client.create("/nf/create", &video("a cat")).expect(200);
    simulator.advance(VIDEO_TIME);
    let draft = client.get("/project_y/profile/drafts").expect(200)["items"][0].clone();
    assert_eq!(draft["kind"], "sora_content_violation");
}
