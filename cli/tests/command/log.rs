//! `-v`, `-q` and `SORAKIT_LOG`: what is said of the traffic, and never a secret.

use crate::run::{Desk, run};

#[test]
fn requests_and_answers_are_shown_timed_and_without_secrets() {
    let desk = Desk::new();
    let token = desk.simulator.credentials().access_token;
    let refresh = desk.simulator.credentials().refresh_token;
    let said = |arguments: &[&str], level: &str| {
        let mut command = desk.command(arguments);
        command
            .env_remove("SORAKIT_ACCESS_TOKEN")
            .env("SORAKIT_REFRESH_TOKEN", &refresh)
            .env("SORAKIT_CREDENTIAL_FILE", desk.path("state/account.json"))
            .env("SORAKIT_LOG", level);
        std::fs::create_dir_all(desk.path("state")).unwrap();
        let ran = run(&mut command).expect(0);
        for secret in [&refresh, &token] {
            assert!(!ran.stderr.contains(secret.as_str()), "{}", ran.stderr);
        }
        assert!(!ran.stderr.contains("eyJ"), "{}", ran.stderr);
        ran.stderr
    };
    let full = said(&["quota"], "debug");
    assert!(full.contains("> POST"), "{full}");
    assert!(full.contains("authorization: …"), "{full}");
    assert!(full.contains("left out"), "the answer to a renewal: {full}");
    for brief in [said(&["quota"], "info"), said(&["quota", "-v"], "")] {
        assert!(brief.contains("> GET http://127.0.0.1"), "{brief}");
        let answer = brief.lines().find(|line| line.contains("< 200")).unwrap();
        assert!(answer.ends_with(" ms"), "{brief}");
        assert!(!brief.contains("authorization"), "{brief}");
    }
    assert_eq!(said(&["quota"], "off"), "");
    let mut command = desk.command(&["quota"]);
    let ran = run(command.env("SORAKIT_LOG", "loud")).expect(2);
    assert!(ran.stderr.contains("off, info or debug"), "{}", ran.stderr);
}

#[test]
fn a_key_in_an_address_is_not_shown() {
    let (url, _) = crate::network::server(r#"{"object": "list", "data": []}"#);
    let base = format!("{url}/v1?api_key=hidden-in-the-address");
    let arguments = ["models", "--dialect", "openai", "--base-url", &base, "-vv"];
    let ran = run(&mut crate::run::bare(&arguments)).expect(0);
    assert!(ran.stderr.contains("/v1/models"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("hidden-in"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_state_folder_that_others_can_write_to_is_mentioned() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let state = desk.path("state");
    std::fs::create_dir(&state).unwrap();
    std::fs::set_permissions(&state, std::fs::Permissions::from_mode(0o777)).unwrap();
    let ran = desk.run(&["jobs", "--offline"]).expect(0);
    assert!(
        ran.stderr.contains("others on this machine can write"),
        "{}",
        ran.stderr
    );
    let ran = desk.run(&["jobs", "--offline", "-q"]).expect(0);
    assert_eq!(ran.stderr, "");
}
