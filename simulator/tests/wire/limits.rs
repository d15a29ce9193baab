//! What clients may take: slow and half-open requests end, and the others are served.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use sorakit_simulator::{Limits, Simulator};

use crate::client::Client;

fn with(limits: Limits) -> Simulator {
    let builder = Simulator::builder().stepped().limits(limits);
    builder.start().unwrap()
}

fn connect(simulator: &Simulator) -> TcpStream {
    let stream = TcpStream::connect(simulator.url().trim_start_matches("http://")).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    stream
}

/// Sends `text` a byte at a time until the server ends the connection, and reads what it said.
fn dribble(mut stream: TcpStream, text: &str) -> String {
    for byte in text.bytes() {
        if stream.write_all(&[byte]).is_err() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    rest(stream)
}

/// What the server says until it ends the connection.
fn rest(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    if let Err(error) = stream.read_to_end(&mut answer) {
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn half_open_and_slow_requests_end() {
    let short = Duration::from_millis(300);
    let simulator = with(Limits {
        head: short,
        idle: short,
        pause: short,
        ..Limits::default()
    });
    // Nothing at all.
    assert_eq!(rest(connect(&simulator)), "");
    // A head that never ends, however steadily it comes.
    let head = format!(
        "GET /me HTTP/1.1\r\nHost: localhost\r\nX: {}",
        "a".repeat(200)
    );
    assert_eq!(dribble(connect(&simulator), &head), "");
    // The first bytes of HTTP/2, and nothing after.
    let mut stream = connect(&simulator);
    stream.write_all(b"PRI * HTTP/2.0\r\n").unwrap();
    assert_eq!(rest(stream), "");
    // A body that stops, and one that trickles.
    let head = "POST /nf/create HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";
    let mut stream = connect(&simulator);
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(b"{").unwrap();
    assert!(rest(stream).starts_with("HTTP/1.1 408"));
    let mut stream = connect(&simulator);
    stream.write_all(head.as_bytes()).unwrap();
    assert!(dribble(stream, &" ".repeat(900)).starts_with("HTTP/1.1 408"));
    // A connection that was used and is not any more.
    let mut stream = connect(&simulator);
    stream
        .write_all(b"GET /me HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    assert!(rest(stream).starts_with("HTTP/1.1 401"));

    Client::new(&simulator).get("/me").expect(200);
}

#[test]
fn an_answer_that_takes_long_is_waited_for() {
    let short = Duration::from_millis(200);
    let simulator = with(Limits {
        head: short,
        idle: short,
        pause: short,
        ..Limits::default()
    });
    simulator.add_fault(sorakit_simulator::Rule::new(
        sorakit_simulator::Action::Stall { ms: 1_000 },
    ));
    Client::new(&simulator).get("/me").expect(200);
}

#[test]
fn idle_connections_make_room_for_new_ones() {
    let simulator = with(Limits {
        connections: 8,
        ..Limits::default()
    });
    let idle: Vec<_> = (0..40).map(|_| connect(&simulator)).collect();
    let client = Client::new(&simulator);
    client.get("/me").expect(200);
    drop(idle);
    client.get("/me").expect(200);
}

#[test]
fn bodies_are_bounded_one_by_one_and_together() {
    let simulator = with(Limits {
        body: 1_000,
        bodies: 1_500,
        ..Limits::default()
    });
    let client = Client::new(&simulator);
    let post = |length: usize| {
        let sent = [("content-type", "application/json")];
        let body = vec![b' '; length];
        client.send("POST", "/openai/v1/videos", &sent, &body)
    };
    assert_eq!(post(900).unwrap().status, 401);
    // It is refused before it is read, so the client may not come to the end of it.
    assert!(post(1_001).is_ok_and(|answer| answer.status == 413));
    // Chunked bodies say nothing of their length.
    let mut stream = connect(&simulator);
    let chunk = format!("3e8\r\n{}\r\n", " ".repeat(1_000));
    let head = "POST /me HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(chunk.repeat(3).as_bytes()).unwrap();
    assert!(rest(stream).starts_with("HTTP/1.1 413"));

    let head = "POST /me HTTP/1.1\r\nHost: localhost\r\nContent-Length: 901\r\n\r\n";
    let mut first = connect(&simulator);
    first.write_all(head.as_bytes()).unwrap();
    first.write_all(&[b' '; 900]).unwrap();
    let mut busy = post(900).unwrap().status;
    for _ in 0..100 {
        if busy == 503 {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
        busy = post(900).unwrap().status;
    }
    assert_eq!(busy, 503);
    first.write_all(b" ").unwrap();
    let mut begin = [0; 12];
    first.read_exact(&mut begin).unwrap();
    // What was held is free again.
    assert_eq!(post(900).unwrap().status, 401);
}

#[test]
fn what_nobody_asked_for_is_refused_by_its_head_and_holds_up_nobody() {
    let simulator = with(Limits {
        plain_body: 2_000_000,
        ..Limits::default()
    });
    let client = Client::new(&simulator);
    let large = vec![b' '; 1_000_000];
    let post = |path: &str, extra: &[(&'static str, &str)], body: &[u8]| {
        let mut sent = vec![("content-type", "application/json")];
        sent.extend_from_slice(extra);
        client.send("POST", path, &sent, body).unwrap().status
    };
    // There is no such path, and there is no credential.
    assert_eq!(post("/nothing/here", &[], &large), 404);
    assert_eq!(post("/openai/v1/videos", &[], &large), 401);
    // With one the body is read: this one is no JSON.
    let key = [("authorization", "Bearer sk-no-such-key")];
    assert_eq!(post("/openai/v1/videos", &key, &large), 401);
    // None of it was kept.
    let journal = simulator.journal();
    let kept: Vec<usize> = journal.iter().map(|entry| entry.body_size).collect();
    assert_eq!(kept, [0, 0, 1_000_000]);
    // More than a plain request may send is not even received.
    let head = "POST /openai/v1/videos HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n\
                Content-Length: 2000001\r\n\r\n";
    let mut stream = connect(&simulator);
    stream.write_all(head.as_bytes()).unwrap();
    assert!(rest(stream).starts_with("HTTP/1.1 413"));
}
