//! What fails at the server: a typed error, the job's id, no half files, and
//! never a second creation.

use sorakit_simulator::{Action, Rule, Simulator};

use crate::run::{Desk, Ran, assert_video};

const VIDEO: &[&str] = &["video", "a cat", "-o", "cat.mp4", "--json"];

fn with(rules: impl IntoIterator<Item = Rule>) -> Desk {
    let desk = Desk::new();
    for rule in rules {
        desk.simulator.add_fault(rule);
    }
    desk
}

fn on_create(action: Action) -> Rule {
    Rule::new(action).operation("sora.videos.create").always()
}

fn on_media(action: Action) -> Rule {
    Rule::new(action).operation("cdn.assets.get").always()
}

/// Asks for an error of this kind, and no file.
#[track_caller]
fn expect(desk: &Desk, ran: Ran, kind: &str) -> serde_json::Value {
    let error = ran.expect(1).error();
    assert_eq!(error["kind"], kind, "{error}");
    assert_eq!(desk.files(), [] as [&str; 0]);
    error
}

#[test]
fn a_server_that_is_down_is_a_connection_error() {
    let desk = Desk::new();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/backend", port.local_addr().unwrap());
    drop(port);
    let ran = desk.run(&[VIDEO, &["--base-url", &address]].concat());
    let error = expect(&desk, ran, "connection");
    assert_eq!(error["job_id"], serde_json::Value::Null);
    assert_eq!(error["retryable"], true);
}

#[test]
fn a_page_of_a_cdn_is_named_as_one() {
    let desk = with([on_create(Action::Cloudflare { status: 403 })]);
    let ran = desk.run(VIDEO);
    assert!(!ran.stdout.contains("DOCTYPE"));
    let error = expect(&desk, ran, "blocked");
    assert_eq!(error["status"], 403);
    assert_eq!(error["operation"], "sora.videos.create");
}

#[test]
fn an_answer_that_is_lost_is_not_asked_for_again_and_its_job_is_found() {
    for action in [
        Action::ResetAfter,
        Action::InvalidJson,
        Action::Truncate { bytes: 5 },
    ] {
        let desk = with([on_create(action.clone())]);
        desk.run(VIDEO).expect(0);
        assert_video(&desk.path("cat.mp4"), 1280, 10);
        assert_eq!(desk.creates(), 1, "{action:?}");
    }
}

#[test]
fn a_download_that_drops_goes_on_by_itself() {
    let desk =
        with([Rule::new(Action::ResetBodyAt { bytes: 300_000 }).operation("cdn.assets.get")]);
    desk.run(VIDEO).expect(0);
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    let downloads = desk.downloads();
    assert_eq!(downloads.len(), 2);
    let range = downloads[1].header("range").unwrap();
    let from: u64 = range
        .trim_start_matches("bytes=")
        .trim_end_matches('-')
        .parse()
        .unwrap();
    assert!(0 < from && from <= 300_000, "{range}");
    assert!(downloads[1].header("if-range").is_some());
    assert_eq!(desk.creates(), 1);
}

#[test]
fn a_download_that_keeps_dropping_is_resumed_by_another_process() {
    let desk = with([on_media(Action::ResetBodyAt { bytes: 0 })]);
    let ran = desk.run(VIDEO);
    let error = expect(&desk, ran, "connection");
    let id = error["job_id"].as_str().unwrap();
    let resume = error["resume"].as_str().unwrap();
    assert_eq!(resume, format!("sorakit resume {id} -o cat.mp4"));

    desk.simulator.clear_faults();
    let words: Vec<_> = resume.split(' ').skip(1).collect();
    desk.run(&words).expect(0);
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    assert_eq!(desk.creates(), 1, "it was made once");
}

#[test]
fn something_else_than_a_video_does_not_get_its_name() {
    for (text, content) in [
        ("<html><body>Sign in</body></html>", "HTML"),
        (
            "{\"error\": {\"message\": \"the link is broken\"}}",
            "the link is broken",
        ),
        ("plain words", "text"),
    ] {
        let desk = with([on_media(Action::Status {
            status: 200,
            body: None,
            text: Some(text.into()),
            headers: Default::default(),
            retry_after: None,
        })]);
        let ran = desk.run(VIDEO);
        let error = expect(&desk, ran, "unexpected_response");
        assert!(
            error["message"].as_str().unwrap().contains(content),
            "{error}"
        );
        assert!(error["job_id"].is_string());
    }
}

#[test]
fn a_refusal_by_moderation_says_why_and_offers_no_resumption() {
    let desk = Desk::new();
    let arguments = ["video", "a cat simulate:content_policy_violation", "--json"];
    let ran = desk.run(&arguments);
    let error = expect(&desk, ran, "content_policy");
    assert!(error["job_id"].is_string());
    assert_eq!(error["resume"], serde_json::Value::Null);
    assert_eq!(error["retryable"], false);
    let jobs = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
    assert_eq!(jobs[0]["status"], "failed");
}

#[test]
fn a_job_that_failed_for_whatever_reason_is_not_said_to_go_on() {
    for code in ["insufficient_quota", "rate_limit_exceeded"] {
        let code = code.to_owned();
        let desk = with([on_create(Action::FailJob { code })]);
        let error = desk.run(VIDEO).expect(1).error();
        assert!(error["job_id"].is_string(), "{error}");
        assert_eq!(error["resume"], serde_json::Value::Null, "{error}");
        let jobs = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
        assert_eq!(jobs[0]["status"], "failed", "{error}");
    }
}

#[test]
fn a_job_that_takes_too_long_can_be_resumed() {
    let desk = Desk::with(Simulator::builder().speed(1.0).start().unwrap());
    let ran = desk.run(&[
        "video",
        "a cat",
        "-o",
        "cat.mp4",
        "--timeout",
        "0.5",
        "--json",
    ]);
    let error = expect(&desk, ran, "timeout");
    assert!(
        error["resume"]
            .as_str()
            .unwrap()
            .starts_with("sorakit resume ")
    );
    desk.simulator.set_speed(600.0);
    let id = error["job_id"].as_str().unwrap();
    desk.run(&["resume", id]).expect(0);
    assert_eq!(desk.files(), ["cat.mp4"], "it goes where it was to go");
}

#[test]
fn an_error_for_people_says_what_to_do() {
    let desk = with([on_media(Action::Cloudflare { status: 503 })]);
    let ran = desk.run(&["video", "a cat", "-o", "cat.mp4"]).expect(1);
    assert_eq!(ran.stdout, "");
    assert!(
        ran.stderr.contains("\nerror: videos.download: "),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("sorakit resume task_"),
        "{}",
        ran.stderr
    );
}
