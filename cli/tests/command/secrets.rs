//! No credential is shown, whatever happens.

use std::fs;
use std::process::Stdio;

use crate::run::{Desk, Ran, run};

#[test]
fn a_token_from_a_file_or_a_variable_is_used_and_never_shown() {
    let desk = Desk::new();
    let token = desk.simulator.credentials().access_token;
    fs::write(desk.path("token.txt"), format!("{token}\n")).unwrap();
    for option in [
        ["--api-key-file", "token.txt"],
        ["--access-token-env", "MY_TOKEN"],
    ] {
        let arguments = [&["call", "sora.quota.check"][..], &option].concat();
        let mut command = desk.command(&arguments);
        command
            .env_remove("SORAKIT_ACCESS_TOKEN")
            .env("MY_TOKEN", &token);
        run(&mut command).expect(0);
    }
}

#[test]
fn a_refused_token_is_not_in_the_error() {
    let desk = Desk::new();
    let token = "this-must-not-be-seen";
    for arguments in [
        &["video", "a cat"][..],
        &["video", "a cat", "--json"],
        &["call", "sora.quota.check"],
        &[
            "video",
            "a cat",
            "--proxy",
            "http://user:this-must-not-be-seen@127.0.0.1:9",
        ],
    ] {
        let mut command = desk.command(arguments);
        let ran = run(command.env("SORAKIT_ACCESS_TOKEN", token)).expect(1);
        assert!(!ran.stdout.contains(token), "{}", ran.stdout);
        assert!(!ran.stderr.contains(token), "{}", ran.stderr);
    }
}

#[test]
fn renewed_tokens_are_kept_for_their_owner_alone() {
    let desk = Desk::new();
    let refresh = desk.simulator.credentials().refresh_token;
    let quota = || {
        let arguments = [
            "call",
            "sora.quota.check",
            "--credential-file",
            "account.json",
        ];
        let mut command = desk.command(&arguments);
        command
            .env_remove("SORAKIT_ACCESS_TOKEN")
            .env("SORAKIT_REFRESH_TOKEN", &refresh);
        run(&mut command).expect(0)
    };
    quota();
    // The refresh token is used up; what replaced it is in the file.
    quota();
    assert_eq!(desk.simulator.requests_of("sora.tokens.refresh").len(), 1);
    let kept = fs::read_to_string(desk.path("account.json")).unwrap();
    assert!(!kept.contains(&refresh));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(desk.path("account.json"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn processes_share_a_credential_that_rotates() {
    let desk = Desk::new();
    let refresh = desk.simulator.credentials().refresh_token;
    for round in 1..=4 {
        let children: Vec<_> = (0..3)
            .map(|_| {
                let arguments = [
                    "call",
                    "sora.quota.check",
                    "--credential-file",
                    "account.json",
                ];
                let mut command = desk.command(&arguments);
                command
                    .env_remove("SORAKIT_ACCESS_TOKEN")
                    .env("SORAKIT_REFRESH_TOKEN", &refresh)
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped());
                command.spawn().unwrap()
            })
            .collect();
        for child in children {
            Ran::from(child.wait_with_output().unwrap()).expect(0);
        }
        let refreshes = desk.simulator.requests_of("sora.tokens.refresh").len();
        assert_eq!(refreshes, round, "one of them refreshes, for all");
        let mut world = desk.simulator.engine().world();
        world.tokens.invalidate_access("user-firstrun");
    }
}

#[cfg(unix)]
#[test]
fn a_key_in_a_file_that_others_can_reach_is_told_of() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.path("key.txt");
    fs::write(&path, desk.simulator.credentials().access_token).unwrap();
    for (mode, status, says) in [
        (0o600, 0, ""),
        (0o644, 0, "can read"),
        (0o666, 2, "can write"),
    ] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let arguments = ["call", "sora.quota.check", "--api-key-file", "key.txt"];
        let mut command = desk.command(&arguments);
        let ran = run(command.env_remove("SORAKIT_ACCESS_TOKEN")).expect(status);
        let told = format!("{}{}", ran.stdout, ran.stderr);
        assert!(told.contains(says), "{mode:o}: {told}");
        assert_eq!(
            told.contains("others"),
            says == "can read",
            "{mode:o}: {told}"
        );
    }
}

#[test]
fn a_header_or_a_parameter_that_is_given_twice_is_refused() {
    let desk = Desk::new();
    for (option, values) in [
        ("--header", ["X-Team: a", "x-team: b"]),
        ("--query", ["v=1", "v=2"]),
    ] {
        let arguments = ["quota", option, values[0], option, values[1]];
        let ran = desk.run(&arguments).expect(2);
        assert!(ran.stderr.contains("is given twice"), "{}", ran.stderr);
    }
    for (variable, value) in [
        ("SORAKIT_HEADERS", "X-Team: a\nx-team: b"),
        ("SORAKIT_QUERY", "v=1&v=2"),
    ] {
        let mut command = desk.command(&["quota"]);
        let ran = run(command.env(variable, value)).expect(2);
        assert!(ran.stderr.contains(variable), "{}", ran.stderr);
    }
    assert!(desk.simulator.journal().is_empty());
}
