//! Answers that faults distort, as a client meets them.

use std::time::Duration;

use sorakit_simulator::{Action, Rule, Simulator};

use crate::client::{Answer, Client, stepped};

/// What the account's own page is answered under a fault.
fn under(action: serde_json::Value) -> Result<Answer, ureq::Error> {
    let action: Action = serde_json::from_value(action).unwrap();
    let simulator = stepped();
    simulator.add_fault(Rule::new(action).operation("sora.account.me"));
    me(&simulator)
}

fn me(simulator: &Simulator) -> Result<Answer, ureq::Error> {
    let client = Client::new(simulator);
    let bearer = format!("Bearer {}", client.access_token);
    let headers = [
        ("authorization", bearer.as_str()),
        ("accept", "application/json"),
    ];
    client.send("GET", "/me", &headers, b"")
}

#[test]
fn a_field_holds_any_text() {
    let names = ["email"];
    let edited = |json: &str| {
        let action = serde_json::json!({"kind": "field", "names": names, "json": json});
        String::from_utf8(under(action).unwrap().body.to_vec()).unwrap()
    };
    for json in ["NaN", "1e309", r#""\u001b[31m""#] {
        let body = edited(json);
        assert!(body.contains(&format!("\"email\":{json}")), "{body}");
    }
}

#[test]
fn bodies_are_replaced_compressed_and_cut() {
    let nested = under(serde_json::json!({"kind": "nested", "depth": 3})).unwrap();
    assert_eq!(nested.body, b"[[[]]]");
    let bytes = under(serde_json::json!({"kind": "bytes", "base64": "/w=="})).unwrap();
    assert_eq!(bytes.body, [0xff]);
    let cut = under(serde_json::json!({"kind": "cut", "bytes": 5})).unwrap();
    assert_eq!(
        (cut.body.len(), cut.header("content-length")),
        (5, Some("5"))
    );
    let gzip = under(serde_json::json!({"kind": "gzip"})).unwrap();
    assert_eq!(gzip.header("content-encoding"), Some("gzip"));
    assert!(gzip.body.starts_with(&[0x1f, 0x8b]));
    let without = under(serde_json::json!({"kind": "no_length"})).unwrap();
    assert_eq!(without.header("content-length"), None);
    let padded = under(serde_json::json!({"kind": "padded", "bytes": 200_000})).unwrap();
    assert!(padded.body.len() > 190_000, "{}", padded.body.len());
    assert_eq!(padded.json()["email"], under_nothing()["email"]);
}

fn under_nothing() -> serde_json::Value {
    me(&stepped()).unwrap().expect(200)
}

#[test]
fn a_connection_is_reset_at_any_byte_of_the_answer() {
    for bytes in [0, 1, 20, 60] {
        let reset = under(serde_json::json!({"kind": "reset_at", "bytes": bytes}));
        assert!(reset.is_err(), "{bytes} bytes");
    }
    let enough = under(serde_json::json!({"kind": "reset_at", "bytes": 1 << 20})).unwrap();
    enough.expect(200);
}

#[test]
fn a_virtual_clock_holds_what_stalls_until_it_is_moved() {
    let simulator = stepped();
    simulator.engine().clock.make_virtual();
    let stall = Action::StallAnswer { ms: 3_600_000 };
    simulator.add_fault(Rule::new(stall).operation("sora.account.me"));
    std::thread::scope(|scope| {
        let answer = scope.spawn(|| me(&simulator));
        while simulator.engine().clock.held() == 0 {
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(!answer.is_finished());
        let next = simulator.engine().clock.next_wake().unwrap();
        assert_eq!(next, Duration::from_secs(3600));
        simulator.advance(next);
        assert_eq!(answer.join().unwrap().unwrap().status, 200);
    });
}
