//! Ctrl-C, as a terminal sends it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use sorakit_simulator::Simulator;

use crate::run::{Desk, Ran, bare};

fn interrupt(child: &Child) {
    signal(child, "-INT");
}

fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    let sent = Command::new("kill").args([name, &id]).status().unwrap();
    assert!(sent.success());
}

/// Waits until `done`, and not for ever.
fn wait_until(what: &str, done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn an_interrupted_wait_says_how_to_go_on() {
    // By the user, and by the system, which is the same but for the status.
    for (name, status) in [("-INT", 130), ("-TERM", 143)] {
        let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
        let mut command = desk.command(&["video", "a cat", "-o", "cat.mp4"]);
        let child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        wait_until("it waits", || {
            !desk.simulator.requests_of("sora.tasks.pending").is_empty()
        });
        signal(&child, name);
        let ran = Ran::from(child.wait_with_output().unwrap()).expect(status);
        assert!(ran.stderr.contains("interrupted"), "{}", ran.stderr);
        assert!(
            ran.stderr.contains("sorakit resume task_"),
            "{}",
            ran.stderr
        );
        assert!(desk.files().is_empty());

        desk.simulator.set_speed(600.0);
        let jobs = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
        desk.run(&["resume", jobs[0]["id"].as_str().unwrap()])
            .expect(0);
        assert_eq!(desk.files(), ["cat.mp4"]);
    }
}

/// One that lives in the answer to its creation is gone with it.
#[test]
fn a_job_that_may_end_with_the_command_is_offered_to_an_admin_alone() {
    let simulator = Simulator::builder().only("sora2api-upstream").speed(0.1);
    let desk = Desk::with(simulator.start().unwrap());
    let mut command = desk.command(&["video", "a cat"]);
    let mut child = command
        .env("SORAKIT_DIALECT", "sora2api")
        .env("SORAKIT_FLAVOUR", "upstream")
        .env("SORAKIT_BASE_URL", desk.simulator.url())
        .env_remove("SORAKIT_ACCESS_TOKEN")
        .env("SORAKIT_API_KEY", desk.simulator.credentials().api_key)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let is_named = |line: &std::io::Result<String>| line.as_ref().unwrap().starts_with("job ");
    assert!(lines.find(is_named).is_some(), "it is waited for");
    interrupt(&child);
    let said: Vec<_> = lines.map(Result::unwrap).collect();
    let said = said.join("\n");
    assert_eq!(child.wait().unwrap().code(), Some(130), "{said}");
    assert!(!said.contains("The job goes on at the server"), "{said}");
    assert!(said.contains("admin alone"), "{said}");
    assert!(said.contains("--admin-token-file"), "{said}");
    assert!(said.contains("sorakit resume"), "{said}");
}

#[test]
fn a_proof_of_work_ends_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hard.json");
    std::fs::write(&file, r#"{"seed": "0.1", "difficulty": "0000000000"}"#).unwrap();
    let path = file.to_str().unwrap();
    let solve = format!("pow solve --threads 1 --challenge {path} --max-tries 9000000000000");
    for words in [solve.as_str(), "pow bench --seconds 60"] {
        let arguments: Vec<_> = words.split(' ').collect();
        let child = bare(&arguments).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(300));
        let began = Instant::now();
        interrupt(&child);
        Ran::from(child.wait_with_output().unwrap()).expect(130);
        assert!(began.elapsed() < Duration::from_secs(5), "{words}");
    }
}

#[test]
fn the_simulator_runs_until_it_is_interrupted() {
    let arguments = ["simulate", "--port", "0", "--speed", "600", "--json"];
    let mut child = bare(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    let facts: Value = serde_json::from_str(&line).unwrap();
    for dialect in ["sora", "mirror", "sora2api", "skyriff", "relay", "openai"] {
        assert!(
            facts["base_urls"][dialect]
                .as_str()
                .unwrap()
                .starts_with("http://127.0.0.1:")
        );
    }

    let folder = tempfile::tempdir().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut video = bare(&["video", "a cat", "-o", "cat.mp4"]);
    video
        .current_dir(folder.path())
        .env("SORAKIT_STATE_DIR", folder.path().join("state"))
        .env("SORAKIT_DIALECT", "sora")
        .env("SORAKIT_BASE_URL", text(&facts["base_urls"]["sora"]))
        .env(
            "SORAKIT_SESSION_TOKEN",
            text(&facts["credentials"]["session_token"]),
        )
        .env("SORAKIT_POLL_INTERVAL", "0.1");
    crate::run::run(&mut video).expect(0);
    assert!(folder.path().join("cat.mp4").is_file());

    interrupt(&child);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let address = text(&facts["url"]).replace("http://", "");
    assert!(
        std::net::TcpStream::connect(address).is_err(),
        "the port is closed"
    );
}

#[test]
fn the_simulator_says_what_to_do_next() {
    let arguments = ["simulate", "--port", "0"];
    let mut child = bare(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = String::new();
    for line in lines.map_while(Result::ok) {
        said.push_str(&line);
        said.push('\n');
        if line.contains("sorakit video") {
            break;
        }
    }
    interrupt(&child);
    child.wait().unwrap();
    for word in ["openai", "session token", "--base-url http://127.0.0.1:"] {
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = crate::run::run(&mut bare(&["simulate", "--port", &port])).expect(2);
    assert!(ran.stderr.contains(&port), "{}", ran.stderr);
    assert!(ran.stderr.contains("--port"), "{}", ran.stderr);
}

/// However often somebody insists: the old refresh token is used up.
#[cfg(unix)]
#[test]
fn no_number_of_signals_loses_a_token_in_mid_renewal() {
    use sorakit_simulator::{Action, Rule};
    for name in [
        "-INT", "-TERM", "-QUIT", "-USR1", "-USR2", "-ALRM", "-XCPU", "-PROF",
    ] {
        let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
        let first = desk.simulator.credentials().refresh_token;
        let slow = Rule::new(Action::StallAnswer { ms: 2000 });
        desk.simulator
            .add_fault(slow.operation("sora.tokens.refresh"));
        let file = desk.path("account.json");
        let mut command = desk.command(&["quota", "--credential-file"]);
        command
            .arg(&file)
            .env_remove("SORAKIT_ACCESS_TOKEN")
            .env("SORAKIT_REFRESH_TOKEN", &first);
        let child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        wait_until("it renews", || {
            !desk.simulator.requests_of("sora.tokens.refresh").is_empty()
        });
        for _ in 0..3 {
            let id = child.id().to_string();
            Command::new("kill").args([name, &id]).status().unwrap();
            std::thread::sleep(Duration::from_millis(200));
        }
        let ran = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(!ran.status.success(), "{name}: {said}");
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(kept.contains("refresh_token"), "{name}: {said}");
        assert!(
            !kept.contains(first.as_str()),
            "{name}: the new one is kept"
        );
        if name == "-INT" {
            assert!(said.contains("new token"), "{said}");
        }
    }
}
