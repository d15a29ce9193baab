//! `sorakit simulate`: its log, its seed, its quota, its faults.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::run::{Ran, bare, run};

/// A simulator that runs until it is asked to end.
struct Server {
    child: Child,
    facts: Value,
}

impl Server {
    fn start(more: &[&str]) -> Self {
        Self::at("600", more)
    }

    /// One whose jobs run so many times as fast as real ones.
    fn at(speed: &str, more: &[&str]) -> Self {
        let start = ["simulate", "--port", "0", "--speed", speed, "--json"];
        let mut command = bare(&[&start[..], more].concat());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        stdout.read_line(&mut line).unwrap();
        let facts = serde_json::from_str(&line).unwrap();
        Self { child, facts }
    }

    fn command(&self, arguments: &[&str]) -> Ran {
        let text = |name: &str| self.facts["credentials"][name].as_str().unwrap().to_owned();
        let mut command = bare(arguments);
        command
            .env("SORAKIT_DIALECT", "openai")
            .env(
                "SORAKIT_BASE_URL",
                self.facts["base_urls"]["openai"].as_str().unwrap(),
            )
            .env("SORAKIT_API_KEY", text("api_key"))
            .env("SORAKIT_MAX_RETRIES", "0");
        run(&mut command)
    }

    /// Asks it to end, as the system does, and answers with what it said.
    fn end(self) -> String {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        let output = self.child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "a server ends well");
        String::from_utf8(output.stderr).unwrap()
    }
}

#[test]
fn a_server_of_the_videos_api_needs_its_address_and_key_alone() {
    // The video must still run when it is cancelled, however long the command takes to begin.
    let server = Server::at("0.1", &["--flavour", "vllm-omni"]);
    let key = server.facts["credentials"]["api_key"].as_str().unwrap();
    let url = server.facts["base_urls"]["vllm-omni"].as_str().unwrap();
    let command = |arguments: &[&str]| {
        let mut command = bare(arguments);
        command
            .env("SORAKIT_BASE_URL", url)
            .env("SORAKIT_API_KEY", key);
        run(&mut command)
    };
    let options = [
        "--seed=-7",
        "--steps",
        "20",
        "--guidance",
        "4.5",
        "--frames",
        "81",
    ];
    let made = [&["video", "a cat", "--no-wait", "--json"][..], &options].concat();
    let made = command(&made).expect(0).json();
    let id = made["job"]["id"].as_str().unwrap();
    assert!(id.starts_with("video_gen_"), "{id}");
    assert_eq!(made["job"]["requested"]["frames"], 81);
    let stopped = command(&["cancel", id, "--json"]).expect(0).json();
    assert_eq!(stopped["cancelled"][0], id);
    command(&["cancel", id]).expect(1);
    let refused = command(&["video", "a cat", "--steps", "201", "--json"]).expect(2);
    assert_eq!(refused.error()["field"], "steps");
    let refused = command(&["video", "a cat", "--enhance"]).expect(2);
    assert!(refused.stderr.contains("sglang"), "{}", refused.stderr);
    server.end();
}

#[test]
fn a_gateway_of_sora2api_needs_its_address_and_key_alone() {
    for (flavour, made_by) in [
        ("upstream", "sora2api.chat.create"),
        ("fork", "sora2api.videos.create"),
    ] {
        let server = Server::start(&["--flavour", flavour]);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cat.mp4");
        let mut command = bare(&["video", "a cat in the snow", "--json"]);
        command
            .args(["-o", file.to_str().unwrap()])
            .env("SORAKIT_BASE_URL", server.facts["url"].as_str().unwrap())
            .env(
                "SORAKIT_API_KEY",
                server.facts["credentials"]["api_key"].as_str().unwrap(),
            )
            .env("SORAKIT_POLL_INTERVAL", "0.1");
        let ran = run(&mut command).expect(0);
        assert_eq!(
            ran.json()["job"]["resumable"],
            flavour == "fork",
            "{flavour}"
        );
        let warns = ran.stderr.contains("cannot be resumed elsewhere");
        assert_eq!(warns, flavour == "upstream", "{}", ran.stderr);
        assert!(std::fs::metadata(&file).unwrap().len() > 1000);
        let log = server.end();
        let posts: Vec<_> = log.lines().filter(|line| line.contains(" POST ")).collect();
        assert!(posts.len() == 1 && posts[0].contains(made_by), "{log}");
    }
}

#[test]
fn every_request_is_said_and_no_key() {
    let server = Server::start(&[]);
    server.command(&["models"]).expect(0);
    // It is said a moment later.
    std::thread::sleep(std::time::Duration::from_millis(500));
    let key = server.facts["credentials"]["api_key"]
        .as_str()
        .unwrap()
        .to_owned();
    let said = server.end();
    assert!(
        said.contains("200 GET /openai/v1/models  openai.models.list"),
        "{said}"
    );
    assert!(!said.contains(&key), "{said}");
    let server = Server::start(&["-q"]);
    server.command(&["models"]).expect(0);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(server.end(), "");
}

#[test]
fn the_same_seed_gives_the_same_ids() {
    let first = |seed: &str| {
        let server = Server::start(&["--seed", seed]);
        let fields = r#"{"prompt": "a cat"}"#;
        let made = server.command(&["call", "openai.videos.create", "--json", fields]);
        let id = made.expect(0).json()["id"].clone();
        server.end();
        id
    };
    assert_eq!(first("7"), first("7"));
    assert_ne!(first("7"), first("8"));
}

#[test]
fn a_quota_is_used_up_and_faults_are_played() {
    let folder = tempfile::tempdir().unwrap();
    let faults = folder.path().join("faults.toml");
    let text = "[[fault]]\noperation = \"openai.models.list\"\n\
        action = { kind = \"status\", status = 503 }\n";
    std::fs::write(&faults, text).unwrap();
    let server = Server::start(&["--quota", "1", "--faults", faults.to_str().unwrap()]);
    server.command(&["models"]).expect(1);
    server.command(&["models"]).expect(0);
    let fields = r#"{"prompt": "a cat"}"#;
    let create = ["call", "openai.videos.create", "--json", fields];
    server.command(&create).expect(0);
    let error = server.command(&create).expect(1).error();
    assert_eq!(error["status"], 429, "{error}");
    server.end();
}
