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
    let ran = run(command.env("SORAKIT_ACCESS_TOKEN", "unknown")).expect(1);
    assert_eq!(ran.error()["kind"], "authentication");
    assert_eq!(ran.error()["operation"], "sora.quota.check");
}

#[test]
fn an_operation_of_another_dialect_is_refused_before_anything_is_sent() {
    let desk = Desk::new();
    let ran = desk.run(&["call", "openai.videos.list"]).expect(2);
    let error = ran.error();
    assert_eq!(error["kind"], "unsupported");
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("this client speaks `sora`"), "{message}");
    assert!(desk.simulator.journal().is_empty());
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

#[test]
fn a_gateways_administration_is_called_with_a_token_or_a_login_that_is_kept() {
    let desk = Desk::new();
    let command = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command
            .env("SORAKIT_DIALECT", "sora2api")
            .env("SORAKIT_BASE_URL", desk.simulator.base_url("sora2api"))
            .env("SORAKIT_ACCESS_TOKEN", desk.simulator.credentials().api_key)
            .env("XDG_CONFIG_HOME", desk.path("config"));
        command
    };
    let list = ["call", "sora2api.admin_tokens.list"];
    let ran = run(&mut command(&list)).expect(2);
    let message = ran.error()["message"].to_string();
    assert!(message.contains("--admin-token-file"), "{message}");

    let logins = || desk.simulator.requests_of("sora2api.admin.login").len();
    for _ in 0..2 {
        let mut as_admin = command(&list);
        as_admin
            .env("SORAKIT_ADMIN_USERNAME", "admin")
            .env("SORAKIT_ADMIN_PASSWORD", "admin");
        assert_eq!(
            run(&mut as_admin)
                .expect(0)
                .json()
                .as_array()
                .unwrap()
                .len(),
            1
        );
        assert_eq!(logins(), 1, "the session is kept");
    }
    // It holds without the password, until it is ended.
    run(&mut command(&list)).expect(0);
    run(&mut command(&["call", "sora2api.admin.logout"])).expect(0);
    run(&mut command(&list)).expect(2);

    let fields = r#"{"username": "admin", "password": "admin"}"#;
    let login = command(&["call", "sora2api.admin.login", "--json", fields]);
    let token = run(&mut { login }).expect(0).json()["token"].clone();
    let file = desk.path("admin-token");
    std::fs::write(&file, token.as_str().unwrap()).unwrap();
    let file = file.to_str().unwrap();
    let with_file = [list[0], list[1], "--admin-token-file", file];
    run(&mut command(&with_file)).expect(0);
    assert_eq!(logins(), 2);
}

#[test]
fn an_operation_of_an_admin_says_how_the_command_gets_one() {
    let desk = Desk::new();
    let url = desk.simulator.base_url("sora2api");
    let mut command = bare(&["call", "sora2api.admin_tokens.list", "--base-url", &url]);
    command
        .env("SORAKIT_STATE_DIR", desk.path("state"))
        .env("SORAKIT_API_KEY", desk.simulator.credentials().api_key);
    let error = run(&mut command).expect(2).error();
    assert_eq!(error["kind"], "authentication");
    let message = error["message"].as_str().unwrap();
    for word in ["--admin-token-file", "SORAKIT_ADMIN_USERNAME"] {
        assert!(message.contains(word), "{message}");
    }
    let ran = run(&mut bare(&[
        "models",
        "--base-url",
        "http://192.0.2.1/v1",
        "--dialect",
        "openai",
    ]));
    assert!(ran.stderr.contains("`--allow-http`"), "{}", ran.stderr);
}

#[test]
fn a_job_of_a_stream_is_gone_on_with_by_an_admin() {
    let simulator = sorakit_simulator::Simulator::builder().speed(600.0);
    let desk = Desk::with(simulator.only("upstream").start().unwrap());
    let mut command = bare(&[
        "resume",
        "job_of_another",
        "-o",
        "cat.mp4",
        "--flavour",
        "upstream",
    ]);
    command
        .current_dir(desk.folder.path())
        .env("SORAKIT_STATE_DIR", desk.path("state"))
        .env("SORAKIT_BASE_URL", desk.simulator.base_url("upstream"))
        .env("SORAKIT_API_KEY", desk.simulator.credentials().api_key);
    let ran = run(&mut command).expect(2);
    assert!(ran.stderr.contains("--admin-token-file"), "{}", ran.stderr);
    assert!(
        !ran.stderr.contains("To wait for it again"),
        "{}",
        ran.stderr
    );
}
