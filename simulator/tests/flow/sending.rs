//! Nothing is paid for twice: what is sent again, what never is, and over which
//! connection.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use serde_json::json;
use sorakit::api::Timestamp;
use sorakit::api::openai::ListModels;
use sorakit::api::sora::{AcceptInvite, CheckQuota};
use sorakit::{
    Client, Dialect, ErrorKind, Feature, ImageRequest, Options, VideoRequest, WaitOptions,
};
use sorakit_simulator::{Action, Rule, Simulator};

use crate::raw::{Answer, RawServer};
use crate::setup::{cat, client_with, options, stepped, wait};

fn answer(status: u16, body: &str, retry_after: Option<u64>) -> Action {
    Action::Status {
        status,
        body: serde_json::from_str(body).ok(),
        text: Some(body.into()),
        headers: BTreeMap::new(),
        retry_after,
    }
}

/// A client of each dialect, and the operation that a creation is there.
fn dialects(simulator: &Simulator) -> Vec<(Client, String)> {
    Dialect::ALL
        .iter()
        .map(|&dialect| {
            let options = match dialect {
                Dialect::Sora => options(simulator),
                _ => Options {
                    dialect: Some(dialect),
                    base_url: Some(simulator.base_url(dialect.as_str())),
                    api_key: Some(simulator.credentials().api_key.as_str().into()),
                    ..Options::default()
                },
            };
            (client_with(options), format!("{dialect}.videos.create"))
        })
        .collect()
}

#[test]
fn an_answer_that_leaves_it_open_is_unknown_on_every_dialect() {
    for (status, body) in [
        (
            503,
            "upstream connect error or disconnect/reset before headers. reset reason: connection termination",
        ),
        (500, r#"{"error": {"message": "internal error"}}"#),
        (
            500,
            r#"{"error": {"code": "rate_limit_exceeded", "message": "slow down"}}"#,
        ),
        (502, r#"{"detail": "HTTP Error: 429 heavy_load"}"#),
        (503, "upstream overloaded after request accepted"),
        (503, r#"{"error": {"message": "the model is overloaded"}}"#),
        (504, ""),
        (408, ""),
        (303, ""),
    ] {
        let simulator = stepped();
        simulator.add_fault(
            Rule::new(answer(status, body, Some(0)))
                .operation("*.videos.create")
                .always(),
        );
        for (client, operation) in dialects(&simulator) {
            let error = wait(client.videos().create(cat())).unwrap_err();
            let what = format!("{operation} {status}: {error}");
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{what}");
            assert_eq!(error.status(), Some(status), "{what}");
            assert!(!error.retryable(), "{what}");
            assert_eq!(simulator.requests_of(&operation).len(), 1, "{what}");
        }
    }
}

#[test]
fn an_outer_429_permits_a_repeat_and_a_smallest_wait_is_kept() {
    let simulator = stepped();
    let full = r#"{"error": {"message": "slow down"}}"#;
    simulator.add_fault(Rule::new(answer(429, full, Some(0))).operation("openai.videos.create"));
    let clients = dialects(&simulator);
    let (client, operation) = clients
        .iter()
        .find(|(client, _)| client.dialect() == Dialect::Openai)
        .unwrap();
    let began = Instant::now();
    wait(client.videos().create(cat())).unwrap();
    assert!(began.elapsed() >= Duration::from_secs(1), "it came at once");
    assert_eq!(simulator.requests_of(operation).len(), 2);
}

#[test]
fn a_full_account_is_not_flooded() {
    let simulator = stepped();
    let full = json!({"error": {
        "message": "You already have 3 generations in progress.",
        "code": "too_many_concurrent_tasks",
    }});
    let full = answer(429, &full.to_string(), Some(0));
    simulator.add_fault(Rule::new(full).operation("sora.videos.create").always());
    let client = client_with(Options {
        slot_timeout: Some(3.0),
        ..options(&simulator)
    });
    let error = wait(client.videos().create(cat())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooManyJobs, "{error}");
    // It may be sent again: the server says that it took nothing.
    assert!(error.retryable());
    let sent = simulator.requests_of("sora.videos.create").len();
    assert!((2..=3).contains(&sent), "{sent} creations in 3 s");
}

#[test]
fn an_invite_is_accepted_once() {
    let simulator = stepped();
    simulator.add_fault(
        Rule::new(answer(503, "upstream connect error", None)).operation("sora.invites.accept"),
    );
    let client = client_with(options(&simulator));
    let accept = AcceptInvite {
        invite_code: "ABCDEF".into(),
    };
    let error = wait(client.call(accept)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(simulator.requests_of("sora.invites.accept").len(), 1);
}

#[test]
fn a_creation_has_a_limit_of_its_own() {
    let simulator = stepped();
    let slow = || Rule::new(Action::StallAnswer { ms: 700 }).operation("sora.videos.create");
    simulator.add_fault(slow());
    let impatient = Options {
        timeout: Some(0.25),
        ..options(&simulator)
    };
    let job = wait(client_with(impatient.clone()).videos().create(cat())).unwrap();
    assert!(!job.id.is_empty());

    simulator.add_fault(slow());
    let client = client_with(Options {
        creation_timeout: Some(0.25),
        ..impatient
    });
    let error = wait(client.videos().create(cat())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert!(error.reason().contains("`creation_timeout`"), "{error}");
}

#[test]
fn nothing_that_was_not_sent_is_unknown() {
    let simulator = stepped();
    // The proof of work is asked for first, and takes all of the time.
    let slow = Rule::new(Action::Stall { ms: 3000 }).operation("sora.sentinel.request");
    simulator.add_fault(slow);
    let client = client_with(Options {
        total_timeout: Some(0.3),
        ..options(&simulator)
    });
    let error = wait(client.videos().create(cat())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(simulator.requests_of("sora.videos.create").is_empty());
}

#[test]
fn a_certificate_that_is_not_trusted_ends_a_wait_at_once() {
    let simulator = Simulator::builder().tls([]).start().unwrap();
    let client = client_with(Options {
        max_retries: Some(5),
        ..options(&simulator)
    });
    let videos = client.videos();
    let began = Instant::now();
    let waited = wait(videos.wait(&videos.resume("task_1"))).unwrap_err();
    let called = wait(client.call(CheckQuota {})).unwrap_err();
    for error in [waited, called] {
        assert_eq!(error.kind(), ErrorKind::Connection, "{error}");
        assert!(!error.retryable(), "{error}");
    }
    assert!(began.elapsed() < Duration::from_secs(5), "it was retried");
}

/// A server that keeps connections open, and closes each when the next request
/// comes over it, as one does whose idle time has just run out.
struct Closing {
    address: String,
    /// How many requests it has answered.
    answered: Arc<AtomicUsize>,
    /// How many connections are open.
    open: Arc<AtomicUsize>,
}

impl Closing {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v1", listener.local_addr().unwrap());
        let (answered, open) = (Arc::default(), Arc::default());
        let server = Self {
            address,
            answered: Arc::clone(&answered),
            open: Arc::clone(&open),
        };
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (answered, open) = (answered.clone(), open.clone());
                std::thread::spawn(move || {
                    open.fetch_add(1, Ordering::SeqCst);
                    serve(stream, &answered);
                    open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        server
    }

    fn client(&self) -> Client {
        client_with(Options {
            dialect: Some(Dialect::Openai),
            base_url: Some(self.address.clone()),
            api_key: Some("key".into()),
            ..Options::default()
        })
    }
}

/// Answers one request, and closes at the next.
fn serve(mut stream: TcpStream, answered: &AtomicUsize) {
    let limit = Some(Duration::from_secs(20));
    stream.set_read_timeout(limit).unwrap();
    let Some(head) = read_request(&mut stream) else {
        return;
    };
    answered.fetch_add(1, Ordering::SeqCst);
    let body = match head.starts_with("POST") {
        true => r#"{"id": "video_1", "status": "queued"}"#,
        false => r#"{"object": "list", "data": []}"#,
    };
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    if stream.write_all(answer.as_bytes()).is_ok() {
        let _ = stream.read(&mut [0; 1]);
    }
}

/// Reads a request with its body, and answers with its head.
fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut read = Vec::new();
    let mut chunk = [0; 4096];
    let end = loop {
        if let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        match stream.read(&mut chunk).ok()? {
            0 => return None,
            length => read.extend_from_slice(&chunk[..length]),
        }
    };
    let head = String::from_utf8_lossy(&read[..end]).to_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"))
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or(0);
    while read.len() - end < length {
        match stream.read(&mut chunk).ok()? {
            0 => return None,
            length => read.extend_from_slice(&chunk[..length]),
        }
    }
    Some(head.to_uppercase())
}

#[test]
fn a_creation_never_goes_over_a_connection_that_the_server_may_be_closing() {
    let server = Closing::start();
    let client = server.client();
    for _ in 0..10 {
        // It leaves a connection behind that is kept.
        wait(client.call(ListModels {})).unwrap();
        let job = wait(client.videos().create(VideoRequest::new("a cat"))).unwrap();
        assert_eq!(job.id, "video_1");
    }
    // Each was taken once; a read over a closing connection is asked again.
    assert_eq!(server.answered.load(Ordering::SeqCst), 20);
}

#[test]
fn idle_connections_are_bounded() {
    let server = Closing::start();
    // Several clients of one server share what they keep.
    let clients = [server.client(), server.client()];
    for client in &clients {
        let calls = (0..100).map(|_| client.call(ListModels {}));
        for called in wait(futures_util::future::join_all(calls)) {
            called.unwrap();
        }
    }
    let open = || server.open.load(Ordering::SeqCst);
    crate::setup::wait_until("the idle ones are closed", || open() <= 64);
    assert!(open() > 0, "none is kept");
}

#[test]
fn a_job_whose_answer_was_lost_is_found_by_its_request() {
    for at in 0..Dialect::ALL.len() {
        // One each: an account has room for three jobs at once.
        let simulator = Simulator::builder().speed(60.0).start().unwrap();
        let (client, operation) = dialects(&simulator).swap_remove(at);
        let lost = Rule::new(Action::ResetAfter).operation(&operation);
        simulator.add_fault(lost);
        let videos = client.videos();
        let since = Timestamp::from(SystemTime::now());
        let request = VideoRequest::new(format!("a cat for {operation}"));
        let error = wait(videos.create(request.clone())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        let found = wait(videos.find(&request, since));
        if !client.dialect().offers(Feature::ListVideos) {
            assert_eq!(found.unwrap_err().kind(), ErrorKind::Unsupported);
            continue;
        }
        assert!(error.to_string().contains("`videos.find`"), "{error}");
        // It may take a moment until the server shows it.
        let mut found = found.unwrap();
        let began = Instant::now();
        while found.is_none() {
            assert!(began.elapsed() < Duration::from_secs(20), "it is not shown");
            std::thread::sleep(Duration::from_millis(50));
            found = wait(videos.find(&request, since)).unwrap();
        }
        let found = found.unwrap();
        let other = VideoRequest::new("a dog");
        assert!(wait(videos.find(&other, since)).unwrap().is_none());
        let done = wait(videos.wait(&found)).unwrap();
        assert_eq!(done.id, found.id);
        assert_eq!(simulator.requests_of(&operation).len(), 1);
    }
}

#[test]
fn what_is_answered_when_it_is_made_has_the_time_of_the_wait() {
    let simulator = stepped();
    let slow = Action::StallAnswer { ms: 1500 };
    simulator.add_fault(Rule::new(slow).operation("mirror.images.generate"));
    let clients = dialects(&simulator);
    let mut mirrors = clients.iter().map(|(client, _)| client);
    let mirror = mirrors.find(|client| client.dialect() == Dialect::Mirror);
    let options = WaitOptions {
        deadline: Some(Duration::from_millis(300)),
        ..WaitOptions::default()
    };
    let images = mirror.unwrap().images();
    let error = wait(images.generate_with(ImageRequest::new("a cat"), options)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert!(error.reason().contains("the wait's timeout"), "{error}");
}

#[test]
fn what_a_lost_answer_deleted_is_deleted() {
    let not_found = r#"{"error":{"message":"no such video"}}"#;
    let answers = |lost: Answer| {
        RawServer::start(move |request| match request.number {
            0 => lost.clone(),
            _ => Answer::json(404, not_found),
        })
    };
    let client = |server: &RawServer| {
        client_with(Options {
            dialect: Some(Dialect::Openai),
            base_url: Some(server.url()),
            api_key: Some("key".into()),
            ..Options::default()
        })
    };
    for lost in [
        Answer::raw(Vec::new()),
        Answer::json(502, "bad gateway"),
        Answer::lines(200, &["content-length: 90"], b"{"),
    ] {
        let server = answers(lost);
        wait(client(&server).videos().delete("job_1")).unwrap();
        assert_eq!(server.seen("/v1/videos/job_1").len(), 2);
        assert!(
            server
                .seen("")
                .iter()
                .all(|request| request.method == "DELETE")
        );
    }
    // What was never there is another matter.
    for first in [Answer::json(404, not_found), Answer::json(429, "slow down")] {
        let server = answers(first);
        let error = wait(client(&server).videos().delete("job_1")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    }
}

#[test]
fn what_is_no_answer_to_a_read_is_asked_for_again() {
    let page = "<!DOCTYPE html><html><title>Welcome</title></html>";
    for action in [
        Action::Cloudflare { status: 403 },
        Action::Cloudflare { status: 503 },
        answer(200, page, None),
        answer(200, "", None),
        Action::InvalidJson,
    ] {
        let simulator = stepped();
        let client = client_with(options(&simulator));
        simulator.add_fault(Rule::new(action.clone()).operation("sora.quota.check"));
        let asked = wait(client.call(CheckQuota {}));
        asked.unwrap_or_else(|error| panic!("{action:?}: {error}"));
        assert_eq!(simulator.requests_of("sora.quota.check").len(), 2);
        // Without end, it is the error in the end, after as many tries as any other.
        simulator.clear_journal();
        simulator.add_fault(Rule::new(action).operation("sora.quota.check").always());
        wait(client.call(CheckQuota {})).unwrap_err();
        assert_eq!(simulator.requests_of("sora.quota.check").len(), 3);
    }
}
