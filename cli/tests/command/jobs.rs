//! The list of jobs, and going on with them.

use sorakit_simulator::{AccountSpec, Simulator};

use crate::run::{Desk, assert_video, run};

#[test]
fn a_job_is_written_down_before_it_is_waited_for() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let begun = ["video", "a cat\nin the snow", "-o", "cat.mp4", "--no-wait"];
    let id = desk.run(&begun).expect(0).stdout.trim().to_owned();
    assert!(id.starts_with("task_"), "{id}");

    let jobs = desk.run(&["jobs", "--json"]).expect(0).json();
    assert_eq!(jobs.as_array().unwrap().len(), 1);
    assert_eq!(jobs[0]["id"], id);
    assert_eq!(jobs[0]["dialect"], "sora");
    assert_eq!(jobs[0]["progress"], 0.0);
    assert_eq!(jobs[0]["downloaded"], false);
    assert_eq!(
        jobs[0]["base_url"],
        format!("{}/backend", desk.simulator.url())
    );
    assert_no_secret(&desk);

    desk.simulator.advance(std::time::Duration::from_secs(60));
    let jobs = desk.run(&["jobs", "--json"]).expect(0).json();
    assert_eq!(jobs[0]["status"], "running");
    assert!(jobs[0]["progress"].as_f64().unwrap() > 0.0);

    desk.simulator.advance(std::time::Duration::from_secs(120));
    desk.run(&["resume", &id]).expect(0);
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    let list = desk.run(&["jobs"]).expect(0).stdout;
    assert!(list.contains("downloaded 100 %"), "{list}");
    assert_eq!(list.lines().count(), 2, "a prompt does not break the list");
    assert!(list.starts_with("ID "), "{list}");
    assert_eq!(desk.creates(), 1);
}

/// No file of the state folder holds the credential.
#[track_caller]
pub fn assert_no_secret(desk: &Desk) {
    let token = desk.simulator.credentials().access_token;
    for entry in std::fs::read_dir(desk.path("state")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let holds = bytes.windows(token.len()).any(|it| it == token.as_bytes());
        assert!(!holds, "{}", path.display());
    }
}

#[test]
fn jobs_are_chosen_by_id_status_and_age_and_forgotten() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let begin = |prompt: &str| {
        let ran = desk.run(&["video", prompt, "--no-wait"]).expect(0);
        ran.stdout.trim().to_owned()
    };
    let ids = ["one", "two", "three"].map(begin);
    desk.simulator.advance(std::time::Duration::from_secs(600));
    desk.run(&["resume", &ids[0]]).expect(0);
    let prompts = |arguments: &[&str]| {
        let shown = desk
            .run(&[arguments, &["--json"]].concat())
            .expect(0)
            .json();
        let shown = shown.as_array().unwrap().clone();
        let prompts = shown
            .iter()
            .map(|job| job["prompt"].as_str().unwrap().to_owned());
        prompts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(prompts(&["jobs"]), "one two three");
    assert_eq!(prompts(&["jobs", "--last"]), "three");
    assert_eq!(prompts(&["jobs", "--limit", "2"]), "two three");
    assert_eq!(prompts(&["jobs", "--status", "downloaded"]), "one");
    assert_eq!(
        prompts(&["jobs", "--status", "succeeded,failed"]),
        "two three"
    );
    // Ids begin alike, and each is told by enough of it.
    let short = &ids[1][..ids[1].len() - 1];
    assert_eq!(prompts(&["jobs", short]), "two");
    let refused = desk.run(&["jobs", &ids[1][..4], "--json"]).expect(2);
    assert_eq!(refused.error()["field"], "id");
    desk.run(&["jobs", "nobody", "--json"]).expect(2);
    let shown = desk.run(&["jobs", "--limit", "1"]).expect(0).stdout;
    assert!(shown.contains("and 2 older"), "{shown}");

    desk.run(&["resume", short, "-o", "two.mp4"]).expect(0);
    desk.run(&["resume", "--last", "-o", "three.mp4"]).expect(0);
    assert_video(&desk.path("two.mp4"), 1280, 10);
    assert_video(&desk.path("three.mp4"), 1280, 10);
    desk.run(&["jobs", "remove", short]).expect(0);
    assert_eq!(prompts(&["jobs"]), "one three");
    let removed = desk.run(&["jobs", "remove", "--status", "downloaded", "--json"]);
    assert_eq!(removed.expect(0).json()["count"], 2);
    assert_eq!(prompts(&["jobs"]), "");
    desk.run(&["resume", "--last"]).expect(2);
}

#[test]
fn each_server_is_asked_after_its_own_jobs() {
    let new = || Desk::with(Simulator::builder().stepped().start().unwrap());
    let (one, two) = (new(), new());
    let own = one.simulator.credentials().access_token;
    let (_, another) = two.simulator.add_account(AccountSpec::default());
    let begin = |desk: &Desk, token: &str| {
        let mut command = desk.command(&["video", "a cat", "--no-wait"]);
        command
            .env("SORAKIT_STATE_DIR", one.path("state"))
            .env("SORAKIT_ACCESS_TOKEN", token);
        run(&mut command).expect(0);
    };
    begin(&one, &own);
    begin(&two, &another.access_token);
    for desk in [&one, &two] {
        desk.simulator.advance(std::time::Duration::from_secs(60));
        desk.simulator.clear_journal();
    }
    // No server is set: each gets the credential that began its jobs, and no other.
    let mut command = one.command(&["jobs", "--json"]);
    command.env_remove("SORAKIT_BASE_URL");
    let ran = run(&mut command).expect(0);
    let (first, second) = (one.simulator.journal(), two.simulator.journal());
    assert_eq!((first.len(), second.len()), (1, 0), "{}", ran.stderr);
    assert_eq!(ran.json()[0]["status"], "running");
    assert_eq!(ran.json()[1]["status"], "queued");
    assert!(ran.stderr.contains("another credential"), "{}", ran.stderr);
    // With a profile for each, both are asked in one command.
    let profile = |name: &str, desk: &Desk, token: &str| {
        format!(
            "[profiles.{name}]\ndialect = \"sora\"\nbase_url = \"{}/backend\"\napi_key = \"{}\"\n",
            desk.simulator.url(),
            token
        )
    };
    let servers = profile("one", &one, &own) + &profile("two", &two, &another.access_token);
    std::fs::write(one.path("servers.toml"), servers).unwrap();
    let user = |arguments: &[&str]| {
        let mut command = one.user(&[arguments, &["--config", "servers.toml"]].concat());
        run(command.env("SORAKIT_STATE_DIR", one.path("other"))).expect(0)
    };
    user(&["video", "a cat", "--no-wait", "--profile", "one"]);
    user(&["video", "a dog", "--no-wait", "--profile", "two"]);
    for desk in [&one, &two] {
        desk.simulator.advance(std::time::Duration::from_secs(60));
        desk.simulator.clear_journal();
    }
    let jobs = user(&["jobs", "--json"]).json();
    assert_eq!(
        (&jobs[0]["status"], &jobs[1]["status"]),
        (&"running".into(), &"running".into())
    );
    let asked = [&one, &two].map(|desk| desk.simulator.journal().len());
    assert_eq!(asked, [1, 1]);
}

#[test]
fn the_list_of_an_earlier_version_is_taken_over() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let id = desk.run(&["video", "a cat", "-o", "cat.mp4", "--no-wait"]);
    let id = id.expect(0).stdout.trim().to_owned();
    let list = desk.run(&["jobs", "--offline", "--json"]).expect(0).stdout;
    // As the version before this one has written it.
    let old = desk.path("old");
    std::fs::create_dir(&old).unwrap();
    std::fs::write(old.join("jobs.json"), &list).unwrap();
    desk.simulator.advance(std::time::Duration::from_secs(600));
    let with_old = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command
            .env_remove("SORAKIT_BASE_URL")
            .env("SORAKIT_STATE_DIR", &old);
        run(&mut command).expect(0)
    };
    with_old(&["resume", &id]);
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    assert!(!old.join("jobs.json").exists());
    let jobs = with_old(&["jobs", "--offline", "--json"]).json();
    assert_eq!(
        (&jobs[0]["id"], &jobs[0]["downloaded"]),
        (&id.into(), &true.into())
    );
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
    // The status of what is refused before anything is sent.
    let ran = desk.run(&["video", "a cat", "--json"]).expect(2);
    assert_eq!(ran.error()["kind"], "storage");
    assert!(desk.simulator.journal().is_empty());
}

#[test]
fn a_header_that_is_a_secret_goes_to_no_server_that_the_list_alone_names() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    desk.simulator.clear_journal();
    let with_header = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command
            .env_remove("SORAKIT_BASE_URL")
            .env_remove("SORAKIT_ACCESS_TOKEN")
            .env("SORAKIT_HEADERS", "X-Api-Key: of-another-server");
        run(&mut command)
    };
    let ran = with_header(&["resume", id.trim(), "--json"]).expect(2);
    assert_eq!(ran.error()["field"], "base_url");
    let ran = with_header(&["jobs"]).expect(0);
    assert!(ran.stderr.contains("another credential"), "{}", ran.stderr);
    assert!(desk.simulator.journal().is_empty());
}

#[test]
fn images_are_asked_after_too() {
    let desk = Desk::with(Simulator::builder().stepped().start().unwrap());
    let mut command = desk.command(&["image", "a cat", "-o", "cat.png", "--timeout", "0.2"]);
    run(&mut command).expect(1);
    let jobs = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
    assert_eq!(jobs[0]["kind"], "image");
    assert_ne!(jobs[0]["status"], "succeeded");
    desk.simulator.advance(std::time::Duration::from_secs(600));
    let jobs = desk.run(&["jobs", "--json"]).expect(0).json();
    assert_eq!(jobs[0]["status"], "succeeded");
    let id = jobs[0]["id"].as_str().unwrap();
    desk.run(&["resume", id]).expect(0);
    assert_eq!(desk.files(), ["cat.png"]);
}

#[test]
fn an_id_that_no_address_can_hold_is_no_wrong_input_once_it_was_paid_for() {
    use sorakit_simulator::{Action, Rule};
    for id in [".", ".."] {
        let desk = Desk::new();
        desk.simulator.add_fault(
            Rule::new(Action::Status {
                status: 200,
                body: None,
                text: Some(format!(r#"{{"id":"{id}","status":"queued"}}"#)),
                headers: Default::default(),
                retry_after: None,
            })
            .operation("openai.videos.create"),
        );
        let mut command = desk.command(&["video", "a cat", "--json"]);
        command
            .env("SORAKIT_DIALECT", "openai")
            .env("SORAKIT_BASE_URL", desk.simulator.base_url("openai"))
            .env("SORAKIT_ACCESS_TOKEN", desk.simulator.credentials().api_key);
        let ran = run(&mut command).expect(1);
        assert_eq!(ran.error()["kind"], "outcome_unknown");
        let jobs = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
        assert_eq!(jobs.as_array().unwrap().len(), 1, "it stays written down");
    }
}
