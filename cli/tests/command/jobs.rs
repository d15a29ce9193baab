//! The list of jobs, and going on with them.

use sorakit_simulator::Simulator;

use crate::run::{Desk, assert_video, run};

#[test]
fn a_job_is_written_down_before_it_is_waited_for() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let begun = ["video", "a cat\nin the snow", "-o", "cat.mp4", "--no-wait"];
    let id = desk.run(&begun).expect(0).stdout.trim().to_owned();
    assert!(id.starts_with("gen_"), "{id}");

    let jobs = desk.run(&["jobs", "--json"]).expect(0).json();
    assert_eq!(jobs.as_array().unwrap().len(), 1);
    assert_eq!(jobs[0]["id"], id);
    assert_eq!(jobs[0]["dialect"], "sora");
    assert_eq!(jobs[0]["status"], "queued");
    assert_eq!(jobs[0]["downloaded"], false);
    assert_eq!(
        jobs[0]["base_url"],
        format!("{}/backend", desk.simulator.url())
    );
    let text = std::fs::read_to_string(desk.path("state/jobs.json")).unwrap();
    assert!(!text.contains(&desk.simulator.credentials().access_token));

    desk.simulator.advance(std::time::Duration::from_secs(60));
    let jobs = desk.run(&["jobs", "--json"]).expect(0).json();
    assert_eq!(jobs[0]["status"], "running");
    assert!(jobs[0]["progress"].as_f64().unwrap() > 0.0);

    desk.simulator.advance(std::time::Duration::from_secs(120));
    desk.run(&["resume", &id]).expect(0);
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    let list = desk.run(&["jobs"]).expect(0).stdout;
    assert!(list.contains("downloaded 100 %"), "{list}");
    assert_eq!(list.lines().count(), 1, "a prompt does not break the list");
    assert_eq!(desk.creates(), 1);
}

#[test]
fn one_request_serves_all_jobs() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    for _ in 0..3 {
        desk.run(&["video", "a cat", "--no-wait"]).expect(0);
    }
    desk.simulator.clear_journal();
    // Longer than a slow machine takes to look at the answer.
    let mut command = desk.command(&["jobs", "--json"]);
    let jobs = run(command.env("SORAKIT_POLL_INTERVAL", "2"))
        .expect(0)
        .json();
    assert_eq!(jobs.as_array().unwrap().len(), 3);
    let asked: Vec<_> = desk.simulator.journal();
    assert_eq!(asked.len(), 1, "{asked:?}");
}

#[test]
fn what_is_known_is_shown_when_the_server_is_gone() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    desk.simulator
        .add_fault(sorakit_simulator::Rule::new(sorakit_simulator::Action::ResetBefore).always());
    let ran = desk.run(&["jobs"]).expect(0);
    assert!(ran.stdout.contains(id.trim()));
    assert!(ran.stderr.contains("as last seen"), "{}", ran.stderr);
}

#[test]
fn a_credential_for_one_server_does_not_go_to_another() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    desk.simulator.clear_journal();
    let elsewhere = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        run(command.env("SORAKIT_BASE_URL", "http://127.0.0.1:9/backend"))
    };
    let ran = elsewhere(&["resume", id.trim(), "--json"]).expect(2);
    assert_eq!(ran.error()["field"], "base_url");
    elsewhere(&["jobs"]).expect(0);
    assert!(desk.simulator.journal().is_empty());
}

#[test]
fn the_server_need_not_be_named_again() {
    let desk = Desk::new();
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    let mut command = desk.command(&["resume", id.trim(), "-o", "cat.mp4"]);
    command
        .env_remove("SORAKIT_BASE_URL")
        .env_remove("SORAKIT_DIALECT");
    run(&mut command).expect(0);
    assert_eq!(desk.files(), ["cat.mp4"]);
}

#[test]
fn a_job_of_another_machine_is_resumed_by_its_id_alone() {
    let desk = Desk::new();
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    let mut command = desk.command(&["resume", id.trim(), "-o", "cat.mp4"]);
    command.env("SORAKIT_STATE_DIR", desk.path("other"));
    run(&mut command).expect(0);
    assert_eq!(desk.files(), ["cat.mp4", "other"]);
}

#[test]
fn a_list_that_cannot_be_written_stops_before_anything_is_paid_for() {
    let desk = Desk::new();
    std::fs::write(desk.path("state"), "a file, where a folder is needed").unwrap();
    let ran = desk.run(&["video", "a cat", "--json"]).expect(1);
    assert_eq!(ran.error()["kind"], "storage");
    assert!(desk.simulator.journal().is_empty());
}
