//! Operations by name, and quota.

use crate::run::{Desk, bare, run};

#[test]
fn every_operation_is_listed() {
    let all = run(&mut bare(&["operations", "--json"])).expect(0).json();
    let names: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["name"])
        .collect();
    assert_eq!(names.len(), sorakit::api::operations().count());
    assert!(names.iter().any(|name| *name == "sora.videos.create"));
    let sora = run(&mut bare(&["operations", "--dialect", "sora"]))
        .expect(0)
        .stdout;
    assert!(sora.lines().all(|line| line.starts_with("sora.")));
}

#[test]
fn any_operation_is_called_by_its_name() {
    let desk = Desk::new();
    let quota = desk.run(&["call", "sora.quota.check"]).expect(0).json();
    let left = &quota["rate_limit_and_credit_balance"]["estimated_num_videos_remaining"];
    assert_eq!(left, 30);
    let drafts = desk
        .run(&["call", "sora.drafts.list", "--json", "{\"limit\": 5}"])
        .expect(0);
    assert!(drafts.json().is_object());
    assert_eq!(
        desk.simulator.requests_of("sora.drafts.list")[0].query,
        "limit=5"
    );
}

#[test]
fn a_call_that_the_server_refuses_fails() {
    let desk = Desk::new();
    let mut command = desk.command(&["call", "sora.quota.check"]);
    let ran = run(command.env("SORAKIT_ACCESS_TOKEN", "sk-unknown")).expect(1);
    assert_eq!(ran.error()["kind"], "authentication");
    assert_eq!(ran.error()["operation"], "sora.quota.check");
}

#[test]
fn the_quota_is_one_sentence_or_one_object() {
    let desk = Desk::new();
    let ran = desk.run(&["quota"]).expect(0);
    assert!(ran.stdout.starts_with("30 videos left"), "{}", ran.stdout);
    let quota = desk.run(&["quota", "--json"]).expect(0).json();
    assert_eq!(quota["remaining"], 30.0);
    assert_eq!(quota["unit"], "videos");
    let ran = desk.run(&["quota", "--dialect", "openai"]).expect(2);
    assert!(
        ran.stderr.contains("relay"),
        "it names who has it: {}",
        ran.stderr
    );
}
