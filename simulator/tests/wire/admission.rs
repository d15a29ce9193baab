//! Who is let in: what a page in a browser can reach, and who may use the control surface.

use sorakit_simulator::{Action, Rule, Simulator};

use crate::client::{Client, raw, stepped};

const PAGE: (&str, &str) = ("origin", "https://page.example");

/// Whether any header of an answer lets pages read it.
fn is_readable(answer: &crate::client::Answer) -> bool {
    let mut names = answer.headers.iter().map(|(name, _)| name.as_str());
    names.any(|name| name.starts_with("access-control-"))
}

#[test]
fn pages_read_the_dialects_without_a_browsers_own_credentials() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let key = format!("Bearer {}", simulator.credentials().api_key);
    let sent = [PAGE, ("authorization", key.as_str())];
    let listed = client.send("GET", "/openai/v1/videos", &sent, b"").unwrap();
    listed.expect(200);
    assert_eq!(listed.header("access-control-allow-origin"), Some("*"));
    assert_eq!(listed.header("access-control-allow-credentials"), None);
    let media = format!("{}/assets/none/source.mp4", simulator.cdn_url());
    let media = client.send("GET", &media, &[PAGE], b"").unwrap();
    assert_eq!(media.header("access-control-allow-origin"), Some("*"));
    assert_eq!(media.header("access-control-allow-credentials"), None);
}

#[test]
fn the_control_surface_asks_for_its_token_and_is_nothing_for_pages() {
    let simulator = Simulator::builder()
        .stepped()
        .fault(Rule::new(Action::ResetBefore).operation("none"))
        .start()
        .unwrap();
    let client = Client::new(&simulator);
    client.get("/me").expect(200);
    let token = simulator.control_token();
    assert_eq!(token.len(), 48);
    assert_ne!(token, stepped().control_token());
    let wrong = token.replace(|digit: char| digit.is_ascii_digit(), "f");
    for (method, path) in [
        ("GET", "/__simulator"),
        ("GET", "/__simulator/state"),
        ("GET", "/__simulator/journal"),
        ("DELETE", "/__simulator/faults"),
        ("POST", "/__simulator/accounts"),
        ("GET", "/__simulator/nothing"),
    ] {
        let without = client.send(method, path, &[], b"").unwrap();
        assert!(
            without
                .expect(401)
                .to_string()
                .contains("x-simulator-token")
        );
        for wrong in ["", &token[1..], &wrong] {
            let sent = [("x-simulator-token", wrong)];
            client.send(method, path, &sent, b"").unwrap().expect(401);
        }
        // A page that learnt the token may not use it.
        let page = [PAGE, ("x-simulator-token", token)];
        let page = client.send(method, path, &page, b"").unwrap();
        page.expect(403);
        assert!(!is_readable(&page), "{method} {path}");
        let asked = [
            PAGE,
            ("access-control-request-method", method),
            ("access-control-request-headers", "x-simulator-token"),
        ];
        let asked = client.send("OPTIONS", path, &asked, b"").unwrap();
        assert!(!is_readable(&asked), "{method} {path}");
    }
    let sent = [("x-simulator-token", token)];
    let faults = client.send("GET", "/__simulator/faults", &sent, b"");
    assert_eq!(faults.unwrap().expect(200).as_array().unwrap().len(), 1);
    let journal = client.send("GET", "/__simulator/journal", &sent, b"");
    assert_eq!(journal.unwrap().expect(200).as_array().unwrap().len(), 1);
}

#[test]
fn a_name_that_resolves_to_loopback_opens_nothing() {
    let simulator = stepped();
    let token = simulator.control_token();
    let ask = |path: &str, hosts: &str| {
        raw(
            simulator.url(),
            &format!(
                "GET {path} HTTP/1.1\r\n{hosts}x-simulator-token: {token}\r\nConnection: close\r\n\r\n"
            ),
        )
    };
    let port = simulator.url().rsplit(':').next().unwrap();
    for path in ["/openai/v1/videos", "/__simulator/journal", "/me"] {
        for hosts in [
            format!("Host: page.example:{port}\r\n"),
            "Host: 192.168.1.4\r\n".to_owned(),
            "Host: localhost\r\nHost: page.example\r\n".to_owned(),
            String::new(),
        ] {
            let answer = ask(path, &hosts);
            assert!(
                answer.starts_with("HTTP/1.1 421"),
                "{path} {hosts}: {answer}"
            );
        }
        let answer = ask(path, &format!("Host: localhost:{port}\r\n"));
        assert!(!answer.starts_with("HTTP/1.1 421"), "{path}: {answer}");
    }
    let seen = simulator.journal();
    assert!(
        seen.iter()
            .all(|entry| entry.header("host").unwrap().starts_with("localhost"))
    );
    assert!(
        raw(
            simulator.cdn_url(),
            "GET / HTTP/1.1\r\nHost: page.example\r\nConnection: close\r\n\r\n"
        )
        .starts_with("HTTP/1.1 421")
    );
}
