//! `login`, `logout`, `profiles`, `config show`, and what is refused without a key.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::run::{Desk, Ran, bare, run, run_with};

/// Logs in with a token on the standard input.
fn login(desk: &Desk, dialect: &str, token: &str, more: &[&str]) -> Ran {
    let url = match dialect {
        "sora" => format!("{}/backend", desk.simulator.url()),
        other => desk.simulator.base_url(other),
    };
    let arguments = [&["login", "--dialect", dialect, "--base-url", &url], more].concat();
    run_with(&mut desk.user(&arguments), &format!("{token}\n"))
}

fn user(desk: &Desk, arguments: &[&str]) -> Ran {
    run(&mut desk.user(arguments))
}

#[cfg(unix)]
fn assert_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "{}", path.display());
}

#[test]
fn a_server_is_kept_under_a_name_and_its_token_beside_it() {
    let desk = Desk::new();
    let token = desk.simulator.credentials().access_token;
    let ran = login(&desk, "sora", &token, &[]).expect(0);
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
    assert!(
        ran.stdout.contains("the server takes the token"),
        "{}",
        ran.stdout
    );
    let file = desk.path("config/sorakit/config.toml");
    let kept = desk.path("config/sorakit/credentials/default.json");
    assert!(!fs::read_to_string(&file).unwrap().contains(&token));
    assert!(fs::read_to_string(&kept).unwrap().contains(&token));
    #[cfg(unix)]
    for path in [&file, &kept] {
        assert_private(path);
    }
    user(&desk, &["quota"]).expect(0);

    let shown = user(&desk, &["config", "show", "--json"]).expect(0);
    assert!(!shown.stdout.contains(&token));
    let settings = &shown.json()["settings"];
    assert_eq!(settings["dialect"]["value"], "sora");
    let source = settings["dialect"]["source"].as_str().unwrap();
    assert!(source.contains("config.toml"), "{source}");

    let ran = user(&desk, &["logout"]).expect(0);
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
    assert!(!kept.exists());
    let refused = user(&desk, &["quota"]).expect(2);
    for word in ["SORAKIT_API_KEY", "--api-key-file", "sorakit login"] {
        assert!(refused.stderr.contains(word), "{}", refused.stderr);
    }
}

#[test]
fn a_token_that_the_server_refuses_is_not_kept() {
    let desk = Desk::new();
    let ran = login(&desk, "openai", "sk-not-known-at-all", &[]).expect(1);
    assert!(ran.stderr.contains("Nothing was kept"), "{}", ran.stderr);
    assert!(
        !ran.stderr.contains("sk-not-known-at-all"),
        "{}",
        ran.stderr
    );
    let folder = desk.path("config/sorakit/credentials");
    let left = fs::read_dir(folder).map_or(0, Iterator::count);
    assert_eq!(left, 0);
    assert!(!desk.path("config/sorakit/config.toml").exists());
}

#[test]
fn what_is_renewed_is_kept_where_it_was() {
    let desk = Desk::new();
    let first = desk.simulator.credentials().refresh_token;
    login(&desk, "sora", &first, &["native", "--token", "refresh"]).expect(0);
    let kept = desk.path("config/sorakit/credentials/native.json");
    let text = fs::read_to_string(&kept).unwrap();
    assert!(!text.contains(&first), "it is used up");
    assert!(text.contains("refresh_token"));
    user(&desk, &["quota"]).expect(0);
    assert_eq!(desk.simulator.requests_of("sora.tokens.refresh").len(), 1);
}

#[test]
fn a_profile_that_is_named_goes_before_the_variables() {
    let desk = Desk::new();
    let credentials = desk.simulator.credentials();
    login(&desk, "sora", &credentials.access_token, &["home"]).expect(0);
    login(&desk, "openai", &credentials.api_key, &["work"]).expect(0);
    let listed = user(&desk, &["profiles", "--json"]).expect(0).json();
    let names: Vec<&Value> = listed["profiles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|profile| &profile["name"])
        .collect();
    assert_eq!(names, ["home", "work"]);
    assert_eq!(listed["profiles"][0]["default"], true);

    let models = |more: &[&str]| {
        let arguments = [&["models", "--json"], more].concat();
        let mut command = desk.user(&arguments);
        command
            .env("SORAKIT_DIALECT", "openai")
            .env("SORAKIT_BASE_URL", "http://127.0.0.1:9/v1")
            .env("SORAKIT_API_KEY", "of-the-environment")
            .env("SORAKIT_MAX_RETRIES", "0");
        run(&mut command)
    };
    assert_eq!(models(&[]).expect(1).error()["kind"], "connection");
    models(&["--profile", "work"]).expect(0);
    let mut command = desk.user(&["models"]);
    run(command.env("SORAKIT_CONFIG_PROFILE", "work")).expect(0);

    user(&desk, &["profiles", "use", "work"]).expect(0);
    let listed = user(&desk, &["profiles"]).expect(0).stdout;
    assert!(listed.contains("* work"), "{listed}");
    user(&desk, &["profiles", "remove", "work"]).expect(0);
    assert!(!desk.path("config/sorakit/credentials/work.json").exists());
    let ran = user(&desk, &["quota", "--profile", "hmoe"]).expect(2);
    assert!(ran.stderr.contains("`home` is meant"), "{}", ran.stderr);
}

#[test]
fn the_file_has_keys_at_the_top_and_an_unknown_one_is_refused() {
    let desk = Desk::new();
    let folder = desk.path("config/sorakit");
    fs::create_dir_all(&folder).unwrap();
    let url = desk.simulator.base_url("openai");
    let key = desk.simulator.credentials().api_key;
    let text = format!("dialect = \"openai\"\nbase_url = \"{url}\"\napi_key = \"{key}\"\n");
    fs::write(folder.join("config.toml"), &text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let private = fs::Permissions::from_mode(0o600);
        fs::set_permissions(folder.join("config.toml"), private).unwrap();
    }
    user(&desk, &["models"]).expect(0);
    fs::write(folder.join("config.toml"), format!("{text}timout = 5\n")).unwrap();
    for arguments in [&["models"][..], &["profiles"], &["config", "show"]] {
        let ran = user(&desk, arguments).expect(2);
        assert!(ran.stderr.contains("`timeout` is meant"), "{}", ran.stderr);
        assert!(!ran.stderr.contains(&key), "{}", ran.stderr);
    }
}

#[test]
fn a_key_is_missed_before_anything_is_sent_where_servers_have_keys() {
    let desk = Desk::new();
    for dialect in ["sora", "mirror", "sora2api", "skyriff", "relay"] {
        let mut command = desk.command(&["video", "a cat", "--json"]);
        command
            .env("SORAKIT_DIALECT", dialect)
            .env("SORAKIT_BASE_URL", desk.simulator.base_url(dialect))
            .env_remove("SORAKIT_ACCESS_TOKEN");
        let error = run(&mut command).expect(2).error();
        let message = error["message"].as_str().unwrap();
        assert!(message.contains("SORAKIT_API_KEY"), "{dialect}: {message}");
        assert!(message.contains("--api-key-file"), "{dialect}: {message}");
    }
    assert!(desk.simulator.journal().is_empty());
    // A server of its own may ask for none: it is asked, and says so.
    let mut command = desk.command(&["models"]);
    command
        .env("SORAKIT_DIALECT", "openai")
        .env("SORAKIT_BASE_URL", desk.simulator.base_url("openai"))
        .env_remove("SORAKIT_ACCESS_TOKEN");
    let ran = run(&mut command).expect(2);
    assert!(ran.stderr.contains("--api-key-file"), "{}", ran.stderr);
    assert_eq!(desk.simulator.journal().len(), 1);
    let (url, _) = crate::network::server(r#"{"object": "list", "data": []}"#);
    run(&mut bare(&[
        "models",
        "--dialect",
        "openai",
        "--base-url",
        &url,
    ]))
    .expect(0);
}

#[test]
fn a_name_that_is_none_is_refused() {
    let desk = Desk::new();
    let ran = login(&desk, "openai", "key", &["../x"]).expect(2);
    assert!(ran.stderr.contains("profile"), "{}", ran.stderr);
    let ran = run_with(&mut desk.user(&["login"]), "key").expect(2);
    assert!(ran.stderr.contains("--dialect"), "{}", ran.stderr);
    assert!(!desk.path("config").exists());
}

#[test]
fn a_job_is_resumed_with_the_profile_that_began_it() {
    let desk = Desk::new();
    let credentials = desk.simulator.credentials();
    login(&desk, "sora", &credentials.access_token, &["home"]).expect(0);
    login(&desk, "openai", &credentials.api_key, &["work"]).expect(0);
    user(&desk, &["profiles", "use", "home"]).expect(0);
    let id = user(&desk, &["video", "a cat", "--no-wait"])
        .expect(0)
        .stdout;
    user(&desk, &["profiles", "use", "work"]).expect(0);
    user(&desk, &["jobs"]).expect(0);
    let mut command = desk.user(&["resume", id.trim(), "-o", "cat.mp4"]);
    run(command.env("SORAKIT_POLL_INTERVAL", "0.05")).expect(0);
    assert_eq!(desk.files(), ["cat.mp4"]);
}
