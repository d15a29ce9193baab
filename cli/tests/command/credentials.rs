//! Which credential goes where, and what is kept of it when the command is ended.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sorakit_simulator::{Action, Rule, Simulator};

use crate::run::{Desk, Ran, bare, run};

fn stepped() -> Desk {
    Desk::with(Simulator::builder().stepped().start().unwrap())
}

/// The `Authorization` headers that the server got.
fn sent(desk: &Desk) -> Vec<String> {
    let journal = desk.simulator.journal();
    let headers = journal
        .iter()
        .filter_map(|entry| entry.header("authorization"));
    headers.map(Into::into).collect()
}

fn list_models<'a>(url: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let call = [
        "call",
        "openai.models.list",
        "--dialect",
        "openai",
        "--base-url",
        url,
    ];
    [&call[..], more].concat()
}

#[test]
fn a_key_of_the_command_line_silences_the_whole_credential_of_the_environment() {
    let desk = stepped();
    let url = desk.simulator.base_url("openai");
    let mut command = bare(&list_models(
        &url,
        &["--api-key", "key-of-the-call", "--verbose"],
    ));
    command
        .env("SORAKIT_ACCESS_TOKEN", "token-of-the-environment")
        .env("SORAKIT_REFRESH_TOKEN", "refresh-of-the-environment")
        .env("SORAKIT_SESSION_TOKEN", "session-of-the-environment")
        .env("SORAKIT_CREDENTIAL_FILE", desk.path("account.json"));
    let ran = run(&mut command).expect(1);
    assert_eq!(
        sent(&desk),
        ["Bearer key-of-the-call"],
        "and none is renewed"
    );
    assert!(ran.stderr.contains("from the call"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("key-of-the-call"), "{}", ran.stderr);
    assert!(!desk.path("account.json").exists());
}

#[test]
fn a_key_stays_with_the_server_of_its_source() {
    let desk = stepped();
    let url = desk.simulator.base_url("openai");
    let call = |base_url: Option<&str>, more: &[&str]| {
        desk.simulator.clear_journal();
        let mut command = bare(&list_models(&url, more));
        command.env("SORAKIT_API_KEY", "key-of-the-environment");
        if let Some(base_url) = base_url {
            command.env("SORAKIT_BASE_URL", base_url);
        }
        run(&mut command);
        sent(&desk)
    };
    assert_eq!(
        call(None, &[]),
        ["Bearer key-of-the-environment"],
        "given alone"
    );
    assert_eq!(call(Some(&url), &[]), ["Bearer key-of-the-environment"]);
    assert!(
        call(Some("http://127.0.0.1:9/v1"), &[]).is_empty(),
        "bound elsewhere"
    );
    // The file is a source as the environment is.
    let config = desk.path("sorakit.toml");
    for (base_url, expected) in [(url.as_str(), 1), ("http://127.0.0.1:9/v1", 0)] {
        let text = format!("[client]\nbase_url = \"{base_url}\"\napi_key = \"key-of-the-file\"\n");
        fs::write(&config, text).unwrap();
        desk.simulator.clear_journal();
        let mut command = bare(&list_models(&url, &["--config", config.to_str().unwrap()]));
        run(&mut command);
        assert_eq!(sent(&desk).len(), expected, "{base_url}");
    }
}

#[test]
fn a_simulator_of_the_command_takes_nothing_from_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let account = folder.path().join("account.json");
    fs::write(
        &account,
        r#"{"access_token": "precious", "refresh_token": "precious"}"#,
    )
    .unwrap();
    let mut command = bare(&["quota", "--simulate"]);
    command
        .env("SORAKIT_CREDENTIAL_FILE", &account)
        .env("SORAKIT_REFRESH_TOKEN", "precious")
        .env("SORAKIT_BASE_URL", "http://127.0.0.1:9");
    run(&mut command).expect(0);
    assert!(fs::read_to_string(&account).unwrap().contains("precious"));
}

#[test]
fn a_server_that_only_the_list_names_gets_the_key_that_began_the_job_alone() {
    let desk = stepped();
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    crate::jobs::assert_no_secret(&desk);
    desk.simulator.clear_journal();
    let with = |key: &str, arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command
            .env_remove("SORAKIT_BASE_URL")
            .env_remove("SORAKIT_DIALECT")
            .env("SORAKIT_ACCESS_TOKEN", key);
        run(&mut command)
    };
    let ran = with("key-of-another-server", &["resume", id.trim(), "--json"]).expect(2);
    assert_eq!(ran.error()["field"], "base_url");
    let ran = with("key-of-another-server", &["jobs"]).expect(0);
    assert!(ran.stderr.contains("another credential"), "{}", ran.stderr);
    assert!(desk.simulator.journal().is_empty());

    let own = desk.simulator.credentials().access_token;
    with(&own, &["jobs"]).expect(0);
    assert!(!desk.simulator.journal().is_empty());
}

#[test]
fn a_mistyped_variable_is_refused_and_an_unknown_one_is_mentioned() {
    let desk = stepped();
    let mut command = desk.command(&["call", "sora.quota.check"]);
    let ran = run(command.env("SORAKIT_PROXI", "http://127.0.0.1:9")).expect(2);
    assert!(ran.stdout.contains("SORAKIT_PROXY"), "{}", ran.stdout);
    assert!(desk.simulator.journal().is_empty());
    let mut command = desk.command(&["call", "sora.quota.check"]);
    let ran = run(command.env("SORAKIT_FAVOURITE_COLOUR", "blue")).expect(0);
    assert!(
        ran.stderr.contains("SORAKIT_FAVOURITE_COLOUR"),
        "{}",
        ran.stderr
    );
}

#[cfg(unix)]
#[test]
fn a_credential_file_that_others_can_write_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let desk = stepped();
    let path = desk.path("account.json");
    let quota = || {
        let arguments = [
            "call",
            "sora.quota.check",
            "--credential-file",
            "account.json",
        ];
        let mut command = desk.command(&arguments);
        run(command.env_remove("SORAKIT_ACCESS_TOKEN"))
    };
    let token = desk.simulator.credentials().access_token;
    fs::write(&path, format!("{{\"access_token\": \"{token}\"}}")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
    let ran = quota().expect(1);
    assert!(ran.stdout.contains("can write"), "{}", ran.stdout);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let ran = quota().expect(0);
    assert!(ran.stderr.contains("can read"), "{}", ran.stderr);
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

/// A command that is in the middle of a renewal, which takes a second.
fn renewing(desk: &Desk) -> Child {
    let slow = Rule::new(Action::StallAnswer { ms: 1000 });
    desk.simulator
        .add_fault(slow.operation("sora.tokens.refresh"));
    let child = quota(desk)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let began = Instant::now();
    while desk.simulator.requests_of("sora.tokens.refresh").is_empty() {
        assert!(began.elapsed() < Duration::from_secs(20), "it renews");
        std::thread::sleep(Duration::from_millis(10));
    }
    child.unwrap()
}

fn quota(desk: &Desk) -> Command {
    let arguments = [
        "call",
        "sora.quota.check",
        "--credential-file",
        "account.json",
    ];
    let mut command = desk.command(&arguments);
    command.env_remove("SORAKIT_ACCESS_TOKEN").env(
        "SORAKIT_REFRESH_TOKEN",
        desk.simulator.credentials().refresh_token,
    );
    command
}

#[cfg(unix)]
#[test]
fn a_signal_in_mid_renewal_does_not_lose_the_new_token() {
    use std::os::unix::process::ExitStatusExt;
    for (signal, name) in [(2, "-INT"), (15, "-TERM"), (1, "-HUP")] {
        let desk = stepped();
        let child = renewing(&desk);
        let killed = Command::new("kill")
            .args([name, &child.id().to_string()])
            .status();
        assert!(killed.unwrap().success());
        let output = child.wait_with_output().unwrap();
        // The command answers some itself; the others take effect when it is stored.
        match signal {
            2 | 15 => assert_eq!(output.status.code(), Some(128 + signal)),
            _ => assert_eq!(output.status.signal(), Some(signal), "{name}"),
        }
        Ran::from(quota(&desk).output().unwrap()).expect(0);
        assert_eq!(
            desk.simulator.requests_of("sora.tokens.refresh").len(),
            1,
            "{name}"
        );
    }
}

#[test]
fn the_source_that_is_named_is_the_one_that_is_used() {
    let desk = stepped();
    let url = desk.simulator.base_url("openai");
    let file = desk.path("account.json");
    fs::write(&file, r#"{"access_token": "token-of-the-file"}"#).unwrap();
    fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    for variable in ["SORAKIT_API_KEY", "SORAKIT_ACCESS_TOKEN"] {
        desk.simulator.clear_journal();
        let path = file.to_str().unwrap();
        let mut command = bare(&list_models(
            &url,
            &["--credential-file", path, "--verbose"],
        ));
        command.env(variable, "of-the-environment");
        let ran = run(&mut command);
        assert_eq!(sent(&desk)[0], "Bearer token-of-the-file");
        let said = "from the credential file that the call names";
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
}
