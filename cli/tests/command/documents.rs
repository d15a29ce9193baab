//! The documents' own examples by `sorakit call`: `tests/contract/documents/`, whose form
//! `core/tests/documents.rs` says. Those of operations are made here; a login of an admin
//! is of one process, so that what needs one is left to the other languages.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use sorakit::api::{Auth, find};

use crate::run::{bare, run};

/// A server that answers as it is told, and keeps what it was asked.
struct Scripted {
    url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Value>,
    asked: Vec<String>,
    shows_challenges: bool,
}

impl Scripted {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = shared.clone();
                std::thread::spawn(move || answer(stream, &shared));
            }
        });
        Self { url, state }
    }
}

fn answer(mut stream: TcpStream, state: &Mutex<State>) -> Option<()> {
    let head = head_of(&mut stream)?;
    let mut line = head.split_whitespace();
    let asked = format!("{} {}", line.next()?, line.next()?);
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).ok()?;
    let mut state = state.lock().unwrap();
    let is_challenge = asked.ends_with("/sentinel/req") && !state.shows_challenges;
    let response = match is_challenge {
        true => json!({"json": {"token": "t", "proofofwork": {"required": false}}}),
        false => {
            state.asked.push(asked);
            state.script.pop_front().unwrap_or(json!({"status": 418}))
        }
    };
    drop(state);
    let body = match (&response["json"], &response["text"]) {
        (Value::Null, Value::String(text)) => text.clone(),
        (Value::Null, _) => String::new(),
        (json, _) => json.to_string(),
    };
    let mut head = format!(
        "HTTP/1.1 {} x\r\nconnection: close\r\n",
        response["status"].as_u64().unwrap_or(200)
    );
    for (name, value) in response["headers"].as_object().into_iter().flatten() {
        head.push_str(&format!("{name}: {}\r\n", value.as_str().unwrap()));
    }
    if response["status"] != 204 {
        head.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    write!(stream, "{head}\r\n").ok()?;
    stream.write_all(body.as_bytes()).ok()
}

fn head_of(stream: &mut TcpStream) -> Option<String> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    String::from_utf8(head).ok()
}

#[test]
fn the_documents_examples_are_calls_of_the_command() {
    let server = Scripted::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/contract/documents");
    let mut called = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let text = text.replace("https://gateway.example", &server.url);
        let document: Value = serde_json::from_str(&text).unwrap();
        for example in document["cases"].as_array().unwrap() {
            for call in example["calls"].as_array().unwrap() {
                let Some(operation) = find(call["verb"].as_str().unwrap()) else {
                    continue;
                };
                if operation.meta.auth != Auth::Admin {
                    check(&server, &document, example, call);
                    called += 1;
                }
            }
        }
    }
    assert!(called > 60, "{called}");
}

fn check(server: &Scripted, document: &Value, example: &Value, call: &Value) {
    let name = call["verb"].as_str().unwrap();
    let exchanges = call["exchanges"].as_array().unwrap();
    *server.state.lock().unwrap() = State {
        script: exchanges.iter().map(|it| it["response"].clone()).collect(),
        asked: Vec::new(),
        shows_challenges: name == "sora.sentinel.request",
    };
    let fields = call["given"].to_string();
    let mut command = bare(&["call", name, "--json", &fields, "--max-retries", "0"]);
    command
        .env("SORAKIT_BASE_URL", document["base_url"].as_str().unwrap())
        .env("SORAKIT_ACCESS_TOKEN", "test-token");
    for (option, value) in example["options"].as_object().into_iter().flatten() {
        let value = value.as_str().map_or(value.to_string(), Into::into);
        command.env(format!("SORAKIT_{}", option.to_uppercase()), value);
    }
    let ran = run(&mut command);
    let place = format!("{} {}: {name}", document["page"], example["section"]);
    let shown: Vec<_> = exchanges
        .iter()
        .map(|it| {
            let request = &it["request"];
            let text = |name: &str| request[name].as_str().unwrap().to_owned();
            format!("{} {}", text("method"), text("path"))
        })
        .collect();
    let asked = server.state.lock().unwrap().asked.clone();
    assert_eq!(asked, shown, "{place}: {}{}", ran.stdout, ran.stderr);
    match call.get("error") {
        Some(error) => {
            let ran = ran.expect(1);
            assert_eq!(ran.error()["kind"], error["kind"], "{place}");
        }
        None => {
            let printed = told(&ran.expect(0).json());
            assert_eq!(printed, told(&call["result"]), "{place}");
        }
    }
}

/// Without what says nothing.
fn told(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| {
                !value.is_null() && value.as_array().is_none_or(|it| !it.is_empty())
            })
            .map(|(name, value)| (name.clone(), told(value)))
            .collect(),
        Value::Array(items) => items.iter().map(told).collect(),
        other => other.clone(),
    }
}
