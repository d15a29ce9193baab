//! A creation is never lost: whatever ends the command while the server's answer is
//! awaited, the list of jobs says so, and the job is found again where it can be.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use sorakit_simulator::{Action, Rule, Simulator};

use crate::run::{Desk, Ran, assert_video};

/// With a simulator that makes a video in seconds: the access token lives an hour.
fn desk() -> Desk {
    Desk::with(Simulator::builder().speed(60.0).start().unwrap())
}

/// The answer to a creation comes late: the server has the job long before.
fn slow_desk() -> Desk {
    let desk = desk();
    let late = Rule::new(Action::StallAnswer { ms: 20_000 });
    desk.simulator
        .add_fault(late.operation("sora.videos.create"));
    desk
}

/// Begins a video, and answers when the server has the creation.
fn begin(desk: &Desk) -> Child {
    let mut command = desk.command(&["video", "a cat in the snow", "-o", "cat.mp4"]);
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while desk.creates() == 0 {
        assert!(began.elapsed() < Duration::from_secs(30), "it creates");
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(100));
    child
}

fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    let sent = Command::new("kill").args([name, &id]).status().unwrap();
    assert!(sent.success());
}

fn jobs(desk: &Desk, arguments: &[&str]) -> Value {
    desk.run(arguments).expect(0).json()
}

#[test]
fn an_end_in_mid_creation_leaves_it_unknown_and_findable() {
    for (name, status) in [("-INT", 130), ("-TERM", 143), ("-KILL", -1)] {
        let desk = slow_desk();
        let child = begin(&desk);
        signal(&child, name);
        let ran = Ran::from(child.wait_with_output().unwrap()).expect(status);
        if name != "-KILL" {
            assert!(ran.stderr.contains("unknown whether"), "{}", ran.stderr);
            assert!(ran.stderr.contains("sorakit jobs"), "{}", ran.stderr);
        }
        let known = jobs(&desk, &["jobs", "--offline", "--json"]);
        assert_eq!(known.as_array().unwrap().len(), 1, "{name}");
        assert!(known[0]["id"].is_null(), "{known}");
        assert_eq!(known[0]["request"]["prompt"], "a cat in the snow");
        let shown = desk.run(&["jobs", "--offline"]).expect(0).stdout;
        assert!(shown.contains("unknown"), "{shown}");

        // The server has it: the list of its jobs says so.
        let found = jobs(&desk, &["jobs", "--json"]);
        let id = found[0]["id"].as_str().unwrap();
        assert!(found[0].get("request").is_none(), "{found}");
        desk.run(&["resume", id]).expect(0);
        assert_video(&desk.path("cat.mp4"), 1280, 10);
        assert_eq!(desk.creates(), 1, "{name}");
    }
}

#[test]
fn a_job_whose_answer_is_lost_is_looked_for_and_delivered() {
    let desk = desk();
    desk.simulator
        .add_fault(Rule::new(Action::ResetAfter).operation("sora.videos.create"));
    let ran = desk.run(&["video", "a cat", "-o", "cat.mp4"]).expect(0);
    assert!(ran.stdout.contains("cat.mp4"), "{}", ran.stdout);
    assert_eq!(desk.creates(), 1);
    let known = jobs(&desk, &["jobs", "--offline", "--json"]);
    assert_eq!(known.as_array().unwrap().len(), 1);
    assert_eq!(known[0]["downloaded"], true);
}

#[test]
fn a_creation_that_did_not_arrive_stays_unknown() {
    let desk = desk();
    desk.simulator
        .add_fault(Rule::new(Action::ResetBefore).operation("sora.videos.create"));
    let ran = desk.run(&["video", "a cat", "--json"]).expect(1);
    let error = ran.error();
    assert_eq!(error["kind"], "outcome_unknown");
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("sorakit jobs"), "{message}");
    assert_eq!(desk.creates(), 1);
    let known = jobs(&desk, &["jobs", "--json"]);
    assert!(known[0]["id"].is_null(), "{known}");
}

#[test]
fn a_dialect_without_a_list_says_where_to_look() {
    let desk = desk();
    let lost = Rule::new(Action::ResetAfter).operation("relay.videos.create");
    desk.simulator.add_fault(lost);
    let mut command = desk.command(&["video", "a cat", "-o", "cat.mp4"]);
    command
        .env("SORAKIT_DIALECT", "relay")
        .env("SORAKIT_BASE_URL", desk.simulator.base_url("relay"))
        .env_remove("SORAKIT_ACCESS_TOKEN")
        .env("SORAKIT_API_KEY", desk.simulator.credentials().api_key);
    let ran = crate::run::run(&mut command).expect(1);
    assert!(ran.stderr.contains("no list of jobs"), "{}", ran.stderr);
    let known = jobs(&desk, &["jobs", "--offline", "--json"]);
    assert!(known[0]["id"].is_null(), "{known}");
}

#[test]
fn what_the_server_refused_is_not_listed() {
    let desk = desk();
    let refused = "a cat simulate:refuse_content";
    desk.run(&["video", refused]).expect(1);
    let known = jobs(&desk, &["jobs", "--offline", "--json"]);
    assert_eq!(known, serde_json::json!([]));
}

#[cfg(unix)]
#[test]
fn a_folder_of_any_name_holds_videos_and_lists() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let desk = desk();
    let folder = desk.folder.path().join(OsStr::from_bytes(b"caf\xe9"));
    std::fs::create_dir(&folder).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command.current_dir(&folder).env(
            "SORAKIT_STATE_DIR",
            folder.join(OsStr::from_bytes(b"st\xff")),
        );
        Ran::from(command.output().unwrap())
    };
    let made = run(&["video", "a cat", "-o", "cat.mp4", "--json"]).expect(0);
    assert!(made.json()["job"]["id"].is_string());
    assert_video(&folder.join("cat.mp4"), 1280, 10);
    run(&["video", "a dog"]).expect(0);
    let listed = run(&["jobs", "--offline", "--json"]).expect(0).json();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    let id = listed[0]["id"].as_str().unwrap();
    std::fs::remove_file(folder.join("cat.mp4")).unwrap();
    run(&["resume", id]).expect(0);
    assert!(folder.join("cat.mp4").is_file());
}

#[test]
fn a_simulators_run_is_in_no_list() {
    let desk = Desk::with(Simulator::builder().start().unwrap());
    let arguments = [
        "video",
        "a cat",
        "--simulate",
        "--speed",
        "600",
        "-o",
        "cat.mp4",
    ];
    desk.run(&arguments).expect(0);
    assert!(!desk.path("state").exists());
}

#[test]
fn a_job_that_is_listed_is_not_the_lost_one() {
    let desk = desk();
    desk.run(&["video", "a cat", "-o", "1.mp4"]).expect(0);
    // The second request never arrives: the server knows the first job alone.
    desk.simulator
        .add_fault(Rule::new(Action::ResetBefore).operation("sora.videos.create"));
    let ran = desk.run(&["video", "a cat", "-o", "2.mp4"]).expect(1);
    assert!(ran.stderr.contains("not among"), "{}", ran.stderr);
    assert_eq!(desk.files(), ["1.mp4"]);
    let known = jobs(&desk, &["jobs", "--json"]);
    assert_eq!(known.as_array().unwrap().len(), 2, "{known}");
    assert!(known[1]["id"].is_null(), "{known}");
}

#[test]
fn an_error_that_names_the_job_is_gone_on_with() {
    let desk = desk();
    let begun = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    let id = begun.trim();
    let body = serde_json::json!({"task_id": id, "message": "upstream timeout"});
    let named = Action::Status {
        status: 504,
        body: Some(body),
        text: None,
        headers: Default::default(),
        retry_after: None,
    };
    desk.simulator
        .add_fault(Rule::new(named).operation("sora.videos.create"));
    desk.run(&["video", "a dog", "-o", "dog.mp4"]).expect(0);
    assert_video(&desk.path("dog.mp4"), 1280, 10);
}
