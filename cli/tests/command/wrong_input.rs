//! Wrong input ends with status 2 before anything is sent.

use crate::run::{Desk, bare, run};

/// Options, what the message has to name, and what it has to say is accepted.
const CASES: &[(&[&str], &str, &str)] = &[
    (&["video", ""], "prompt", "empty"),
    (&["video", "  "], "prompt", "empty"),
    (
        &["video", "a cat", "--duration", "12"],
        "duration",
        "10, 15 or 25",
    ),
    (
        &["video", "a cat", "--duration", "ten"],
        "duration",
        "must be a whole number",
    ),
    (
        &["video", "a cat", "--duration", "25", "--quality", "hd"],
        "duration",
        "10 or 15",
    ),
    (
        &["video", "a cat", "--size", "large", "--model", "sy_8"],
        "size",
        "sy_ore",
    ),
    (&["video", "a cat", "--size", "huge"], "size", "small"),
    (
        &["video", "a cat", "--model", "sora-9"],
        "model",
        "sora2-landscape-10s",
    ),
    (&["video", "a cat", "--style", "baroque"], "style", "anime"),
    (
        &["video", "a cat", "--orientation", "up"],
        "orientation",
        "landscape, portrait",
    ),
    (
        &["video", "a cat", "--image", "missing.png"],
        "references",
        "missing.png",
    ),
    (
        &["video", "a cat", "--image", "text.png"],
        "references",
        "PNG",
    ),
    (
        &["video", "a cat", "--image", "folder"],
        "references",
        "folder",
    ),
    (
        &["video", "a cat", "--extra", "[1]"],
        "extra",
        "JSON object",
    ),
    (&["video", "a cat", "--timeout", "0"], "timeout", "above 0"),
    (
        &["video", "a cat", "-o", "nowhere/cat.mp4"],
        "nowhere",
        "does not exist",
    ),
    (&["video", "a cat", "-o", "folder"], "folder", "is a folder"),
    (
        &["video", "a cat", "--proxy", "127.0.0.1:1080"],
        "proxy",
        "socks5",
    ),
    (
        &["video", "a cat", "--proxy", "ftp://127.0.0.1"],
        "proxy",
        "socks5",
    ),
    (
        &["video", "a cat", "--base-url", "gateway"],
        "base_url",
        "https://",
    ),
    (
        &["video", "a cat", "--base-url", "http://gateway.example"],
        "base_url",
        "--allow-http",
    ),
    (
        &["video", "a cat", "--dialect", "klingon"],
        "dialect",
        "skyriff",
    ),
    (
        &["video", "a cat", "--ca-file", "missing.pem"],
        "ca_file",
        "missing.pem",
    ),
    (
        &["video", "a cat", "--config", "missing.toml"],
        "missing.toml",
        "configuration",
    ),
    (
        &["video", "a cat", "--api-key-file", "missing"],
        "api_key_file",
        "missing",
    ),
    (
        &["video", "a cat", "--access-token-env", "UNSET"],
        "access_token",
        "UNSET",
    ),
    (&["resume", "gen_unknown"], "output", "-o"),
    (
        &["resume", "gen_unknown", "-o", "nowhere/cat.mp4"],
        "nowhere",
        "does not exist",
    ),
    (
        &["call", "sora.quota.chek"],
        "operation",
        "sora.quota.check",
    ),
    (
        &["call", "sora.quota.check", "--json", "[]"],
        "json",
        "object",
    ),
    (
        &["call", "sora.drafts.list", "--json", "{\"limit\": \"x\"}"],
        "limit",
        "whole number",
    ),
    (
        &["pow", "solve", "--challenge", "missing.json"],
        "challenge",
        "missing.json",
    ),
    (&["simulate", "--speed", "-1"], "speed", "0 or above"),
    (&["video", "a cat", "--timeout", "-1"], "timeout", "above 0"),
];

#[test]
fn wrong_input_is_refused_by_name_and_nothing_is_sent() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder")).unwrap();
    std::fs::write(desk.path("text.png"), "not an image").unwrap();
    let files = desk.files();

    for (arguments, field, accepted) in CASES {
        let ran = desk.run(arguments);
        let all = format!("{}{}", ran.stdout, ran.stderr);
        assert_eq!(ran.status, 2, "{arguments:?}: {all}");
        assert!(all.contains("error"), "{arguments:?}: {all}");
        assert!(
            all.to_lowercase()
                .contains(&field.to_lowercase().replace('-', "_"))
                || all.contains(&field.replace('_', "-")),
            "{arguments:?} does not name {field}: {all}"
        );
        assert!(
            all.contains(accepted),
            "{arguments:?} does not say {accepted}: {all}"
        );
    }
    let sent: Vec<_> = desk.simulator.journal();
    assert!(sent.is_empty(), "{sent:?}");
    assert_eq!(desk.files(), files, "nothing was left behind");
}

#[test]
fn a_malformed_token_is_refused_and_not_shown() {
    let desk = Desk::new();
    for token in ["eyJhbGciOi.only-two", "has spaces in it", "line\nbreak"] {
        let mut command = desk.command(&["video", "a cat"]);
        let ran = run(command.env("SORAKIT_ACCESS_TOKEN", token)).expect(2);
        assert!(ran.stderr.contains("access_token"), "{}", ran.stderr);
        assert!(!ran.stderr.contains(token), "{}", ran.stderr);
    }
    assert!(desk.simulator.journal().is_empty());
}

#[test]
fn without_a_server_it_says_how_to_name_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = bare(&["video", "a cat"]);
    command.env("SORAKIT_STATE_DIR", folder.path());
    let ran = run(&mut command).expect(2);
    assert!(ran.stderr.contains("--base-url"), "{}", ran.stderr);
    assert!(ran.stderr.contains("--simulate"), "{}", ran.stderr);
}

#[test]
fn scripts_get_errors_as_json_whatever_is_wrong() {
    let desk = Desk::new();
    let error = desk.run(&["video", "", "--json"]).expect(2).error();
    assert_eq!(error["kind"], "invalid_input");
    assert_eq!(error["field"], "prompt");
    assert_eq!(error["retryable"], false);
    let error = desk
        .run(&["video", "a", "--orientation", "up", "--json"])
        .expect(2)
        .error();
    assert_eq!(error["kind"], "invalid_input");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("landscape, portrait")
    );
    let error = desk.run(&["video", "--json"]).expect(2).error();
    assert!(error["message"].as_str().unwrap().contains("PROMPT"));
    assert_eq!(error["field"], "prompt");
    let error = desk.run(&["video", "a", "--duratoin", "5", "--json"]);
    let error = error.expect(2).error();
    assert_eq!(error["field"], "duratoin");
    assert!(
        error["message"].as_str().unwrap().contains("--duration"),
        "{error}"
    );
    for (option, value) in [("--steps", "many"), ("--guidance", "x"), ("--seed", "1e3")] {
        let error = desk.run(&["video", "a", option, value, "--json"]);
        let error = error.expect(2).error();
        assert_eq!(error["field"], option.trim_start_matches('-'));
        let message = error["message"].as_str().unwrap();
        assert!(
            message.contains(value) && message.contains("must be a"),
            "{error}"
        );
    }
}

#[test]
fn help_and_version_are_no_errors() {
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["video", "--help"],
        &["help", "pow"],
    ] {
        let ran = run(&mut bare(arguments)).expect(0);
        assert!(!ran.stdout.is_empty());
    }
    for command in [
        "video",
        "resume",
        "jobs",
        "quota",
        "simulate",
        "operations",
        "call",
        "completions",
    ] {
        let ran = run(&mut bare(&[command, "--help"])).expect(0);
        assert!(ran.stdout.contains("Example"), "{command} shows no example");
        assert!(
            !ran.stdout.contains('\u{1b}'),
            "no colours where nobody sees them"
        );
    }
    assert!(
        run(&mut bare(&[]))
            .expect(2)
            .stderr
            .contains("sorakit video")
    );
}
