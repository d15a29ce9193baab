//! What servers say, over real sockets: the kind of every refusal, chats in every form,
//! nothing that is hidden or harmful in what is shown.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpListener;

use futures_util::StreamExt;
use serde_json::json;
use sorakit::api::openai::ListModels;
use sorakit::api::sora::{GetInvite, RequestSentinel};
use sorakit::api::{mirror, skyriff, sora2api};
use sorakit::{Client, Dialect, Error, ErrorKind, Options};
use sorakit_simulator::{Action, Rule, Simulator};

use crate::setup::{client, client_with, stepped, wait};

const KEY: &str = "sk-echoed-0123456789abcdef";

fn answering(status: u16, text: &str, headers: &[(&str, &str)]) -> Action {
    let headers: BTreeMap<_, _> = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Action::Status {
        status,
        body: None,
        text: Some(text.into()),
        headers,
        retry_after: None,
    }
}

fn gateway(simulator: &Simulator, dialect: Dialect) -> Client {
    client_with(Options {
        dialect: Some(dialect),
        base_url: Some(simulator.base_url(dialect.as_str())),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        max_retries: Some(0),
        ..Options::default()
    })
}

/// The outcome of every operation that is a chat, as a whole and as a stream: its text.
fn chats(body: &str, kind: &str) -> Vec<(String, Result<String, Error>)> {
    let simulator = stepped();
    simulator.add_fault(
        Rule::new(answering(200, body, &[("content-type", kind)]))
            .operation("*.chat.*")
            .always(),
    );
    let mut outcomes = Vec::new();
    macro_rules! chat {
        ($dialect:expr, $operation:expr) => {
            let client = gateway(&simulator, $dialect);
            let whole = wait(client.call($operation)).map(|answer| answer.content());
            outcomes.push((format!("{} whole", $dialect), whole));
            let stream = wait(async {
                let mut events = client.stream($operation);
                let mut text = String::new();
                while let Some(event) = events.next().await {
                    text.push_str(&event?.content());
                }
                Ok(text)
            });
            outcomes.push((format!("{} stream", $dialect), stream));
        };
    }
    let messages = json!([{ "role": "user", "content": "a cat" }]);
    let fields = |model: &str| json!({ "model": model, "messages": messages, "stream": true });
    chat!(Dialect::Mirror, {
        serde_json::from_value::<mirror::CompleteChat>(fields("sora_image")).unwrap()
    });
    chat!(Dialect::Sora2api, {
        serde_json::from_value::<sora2api::CreateChat>(fields("sora-image")).unwrap()
    });
    chat!(Dialect::Skyriff, {
        serde_json::from_value::<skyriff::CompleteChat>(fields("sora2-landscape")).unwrap()
    });
    outcomes
}

#[test]
fn a_chat_is_read_in_every_form_and_on_every_dialect() {
    let link = "https://a.example/v.mp4";
    let json = format!(r#"{{"choices":[{{"message":{{"content":"{link}"}}}}]}}"#);
    let piece = format!(r#"{{"choices":[{{"delta":{{"content":"{link}"}}}}]}}"#);
    for (body, kind) in [
        (json.clone(), "application/json"),
        (format!("data: {json}\n\n"), "text/event-stream"),
        (format!("{piece}\n{piece}\n"), "application/x-ndjson"),
        (
            format!("data: {piece}\r\n\r\ndata: [DONE]"),
            "text/event-stream",
        ),
    ] {
        for (what, outcome) in chats(&body, kind) {
            assert!(outcome.unwrap().starts_with(link), "{what}: {body}");
        }
    }
}

#[test]
fn a_chat_without_a_result_is_an_error_with_its_text_on_every_dialect() {
    for (body, kind, says) in [
        (
            "data: [DONE]\n\n",
            ErrorKind::OutcomeUnknown,
            "without content",
        ),
        (
            "event: error\ndata: {\"message\":\"用户额度不足\"}\n\n",
            ErrorKind::QuotaExhausted,
            "用户额度不足",
        ),
        (
            r#"{"error":{"message":"may violate our guardrails"}}"#,
            ErrorKind::ContentPolicy,
            "guardrails",
        ),
        (
            "data: {\"choices\":[{\"delta\":{\"content\":\"> 任务失败：无可用渠道\"}}]}\n\ndata: [DONE]\n\n",
            ErrorKind::Overloaded,
            "无可用渠道",
        ),
        (
            "data: {\"task_id\":\"task_7\",\"choices\":[{\"delta\":{\"content\":\"https://a/v.mp4\"}}]}\n\ndata: {oops\n\n",
            ErrorKind::OutcomeUnknown,
            "https://a/v.mp4",
        ),
        (
            "data: {\"choices\":[{\"delta\":{\"content\":\"nearly\"}}]}\n\n",
            ErrorKind::OutcomeUnknown,
            "nearly",
        ),
    ] {
        for (what, outcome) in chats(body, "text/event-stream") {
            let error = outcome.expect_err(body);
            assert_eq!(error.kind(), kind, "{what}: {error}");
            assert!(error.reason().contains(says), "{what}: {error}");
            if body.contains("task_7") {
                assert_eq!(error.job_id(), Some("task_7"), "{what}");
            }
        }
    }
}

#[test]
fn no_sora_2_spends_no_refresh_token_and_a_cdn_before_the_sentinel_names_its_proxy() {
    let simulator = stepped();
    simulator.add_fault(
        Rule::new(answering(
            401,
            r#"{"error":{"message":"Unauthorized"}}"#,
            &[],
        ))
        .operation("sora.invites.mine")
        .always(),
    );
    simulator.add_fault(
        Rule::new(answering(403, "<html>denied", &[("cf-ray", "1")]))
            .operation("sora.sentinel.request")
            .always(),
    );
    let client = client(&simulator);
    let error = wait(client.call(GetInvite {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AccountSetup, "{error}");
    assert!(
        error.to_string().contains("sora.account.bootstrap"),
        "{error}"
    );
    assert_eq!(simulator.requests_of("sora.invites.mine").len(), 1);
    assert!(simulator.requests_of("sora.tokens.refresh").is_empty());
    let request = RequestSentinel {
        p: "gAAAAACx".into(),
        id: "d".into(),
        flow: "sora_init".into(),
    };
    let error = wait(client.call(request)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Blocked, "{error}");
    assert!(error.to_string().contains("sentinel_proxy"), "{error}");
}

/// Serves one answer, byte for byte.
fn serve(answer: Vec<u8>) -> (String, std::thread::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let serving = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 8192];
        let _ = stream.read(&mut request);
        let _ = stream.write_all(&answer);
    });
    (url, serving)
}

fn models(answer: Vec<u8>) -> Result<String, Error> {
    let (url, serving) = serve(answer);
    let client = client_with(Options {
        dialect: Some(Dialect::Openai),
        base_url: Some(url),
        api_key: Some(KEY.into()),
        max_retries: Some(0),
        ..Options::default()
    });
    let outcome = wait(client.call(ListModels {}));
    serving.join().unwrap();
    outcome.map(|models| serde_json::to_string(&models).unwrap())
}

fn head(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut answer = format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    answer.extend_from_slice(body);
    answer
}

#[test]
fn a_key_that_is_echoed_is_shown_nowhere() {
    let body = format!(
        r#"{{"error":{{"message":"{}Bearer {KEY}: bad","code":"{KEY}"}}}}"#,
        "x".repeat(380)
    );
    let headers = format!("x-request-id: r-{KEY}\r\n");
    let error = models(head("401 Unauthorized", &headers, body.as_bytes())).unwrap_err();
    let shown = format!(
        "{error} {error:?} {:?} {:?} {:?}",
        error.code(),
        error.request_id(),
        error.report()
    );
    assert!(!shown.contains("sk-echoed"), "{shown}");
    assert!(shown.contains("[secret]"), "{shown}");
}

#[test]
fn an_answer_that_comes_compressed_is_read_or_refused_by_its_encoding() {
    // `{"data":[{"id":"m"}]}`, in one stored block of DEFLATE.
    let text = br#"{"data":[{"id":"m"}]}"#;
    let length = u16::try_from(text.len()).unwrap();
    let mut raw = vec![1];
    raw.extend_from_slice(&length.to_le_bytes());
    raw.extend_from_slice(&(!length).to_le_bytes());
    raw.extend_from_slice(text);
    let answer = head("200 OK", "content-encoding: deflate\r\n", &raw);
    assert!(models(answer).unwrap().contains(r#""m""#));
    // What only says so is taken as it is.
    let answer = head("200 OK", "content-encoding: zstd\r\n", text);
    assert!(models(answer).unwrap().contains(r#""m""#));
    let packed = b"\x28\xb5\x2f\xfd\x04\x00";
    let error = models(head("200 OK", "content-encoding: zstd\r\n", packed)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    assert!(error.to_string().contains("zstd"), "{error}");
}

#[test]
fn what_a_server_writes_moves_no_cursor_and_turns_no_text() {
    let body = "{\"error\":{\"message\":\"a\\u001b[2Jb\\u202ec\\u0007\",\"code\":\"x\\u009b31m\\u2066y\"}}";
    let error = models(head("400 Bad Request", "", body.as_bytes())).unwrap_err();
    let shown = error.with_job("j\u{1b}]0;t\u{7}\u{202e}").to_string();
    let bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{2066}';
    assert!(!shown.contains(bad), "{shown:?}");
    assert!(
        shown.contains("a[2Jbc") && shown.contains("x31my"),
        "{shown}"
    );
}
