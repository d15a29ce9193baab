//! `sorakit doctor`: what is wrong, and what to do next.

use serde_json::Value;
use sorakit_simulator::Simulator;

use crate::run::{Desk, Ran, bare, run};

/// What was found of something.
fn of<'a>(report: &'a Value, name: &str) -> &'a Value {
    let findings = report["findings"].as_array().unwrap();
    let mut found = findings.iter().filter(|finding| finding["name"] == name);
    found.next().unwrap_or_else(|| panic!("{name}: {report}"))
}

fn openai(desk: &Desk, key: &str, more: &[&str]) -> Ran {
    let url = desk.simulator.base_url("openai");
    let arguments = [&["doctor", "--dialect", "openai", "--base-url", &url], more].concat();
    let mut command = bare(&arguments);
    command
        .current_dir(desk.folder.path())
        .env("SORAKIT_API_KEY", key);
    run(&mut command)
}

#[test]
fn a_server_that_works_is_good_from_the_settings_to_the_credential() {
    let desk = Desk::new();
    let key = desk.simulator.credentials().api_key;
    let report = openai(&desk, &key, &["--json"]).expect(0).json();
    assert_eq!(report["works"], true);
    for name in [
        "settings",
        "proxy",
        "reach",
        "tls",
        "whose",
        "dialect",
        "credential",
    ] {
        assert_eq!(of(&report, name)["grade"], "good", "{report}");
    }
    let said = openai(&desk, &key, &[]).expect(0).stdout;
    assert!(said.lines().all(|line| line.starts_with("ok ")), "{said}");
    assert!(!said.contains(&key));
}

#[test]
fn each_thing_that_is_wrong_has_a_next_step() {
    let desk = Desk::new();
    let report = openai(&desk, "sk-hidden-and-wrong", &["--json"])
        .expect(1)
        .json();
    let credential = of(&report, "credential");
    assert_eq!(credential["grade"], "bad", "{report}");
    assert!(credential["next"].is_string(), "{report}");
    assert!(
        credential["said"].is_string(),
        "in words of the server's: {report}"
    );
    assert!(!report.to_string().contains("sk-hidden"), "{report}");

    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}", port.local_addr().unwrap());
    drop(port);
    let report = run(&mut bare(&["doctor", "--base-url", &nobody, "--json"]));
    let report = report.expect(1).json();
    assert_eq!(of(&report, "reach")["grade"], "bad", "{report}");
    let ran = run(&mut bare(&["doctor"])).expect(1);
    assert!(ran.stdout.contains("--base-url"), "{}", ran.stdout);

    let (page, _) = crate::network::server("<html><body>It works!</body></html>");
    let report = run(&mut bare(&["doctor", "--base-url", &page, "--json"]));
    let report = report.expect(1).json();
    assert!(of(&report, "dialect")["next"].is_string(), "{report}");
}

#[test]
fn a_dialect_that_is_named_wrongly_is_told() {
    let desk = Desk::new();
    let url = desk.simulator.base_url("sora2api");
    let mut command = bare(&["doctor", "--json", "--dialect", "relay", "--base-url", &url]);
    let ran = run(command.env("SORAKIT_API_KEY", desk.simulator.credentials().api_key));
    let report = ran.json();
    let next = of(&report, "dialect")["next"].as_str().unwrap();
    assert!(next.contains("--dialect sora2api"), "{report}");
}

#[test]
fn a_certificate_that_does_not_hold_is_told() {
    let simulator = Simulator::builder().tls([]).start().unwrap();
    let url = simulator.base_url("openai");
    let doctor = |more: &[&str]| {
        let arguments = [
            &[
                "doctor",
                "--json",
                "--dialect",
                "openai",
                "--base-url",
                &url,
            ],
            more,
        ];
        let mut command = bare(&arguments.concat());
        run(command.env("SORAKIT_API_KEY", simulator.credentials().api_key))
    };
    let report = doctor(&[]).expect(1).json();
    assert_eq!(of(&report, "tls")["grade"], "bad", "{report}");
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("ca.pem");
    std::fs::write(&authority, simulator.authority().unwrap()).unwrap();
    let report = doctor(&["--ca-file", authority.to_str().unwrap()])
        .expect(0)
        .json();
    assert_eq!(of(&report, "tls")["grade"], "good", "{report}");
}

#[test]
fn a_report_holds_what_was_found_and_no_secret() {
    let desk = Desk::new();
    let key = desk.simulator.credentials().api_key;
    openai(&desk, &key, &["--report", "odd.json"]).expect(0);
    let text = std::fs::read_to_string(desk.path("odd.json")).unwrap();
    assert!(
        !text.contains(&key) && !text.contains("127.0.0.1"),
        "{text}"
    );
    let report: Value = serde_json::from_str(&text).unwrap();
    assert!(
        report["server"].as_str().unwrap().contains("dialect"),
        "{text}"
    );
    let case = &report["cases"][0];
    assert_eq!(case["verb"], "models.list");
    assert_eq!(case["exchanges"][0]["request"], "GET /v1/models");
    openai(&desk, &key, &["--report", "odd.json"]).expect(2);
}

/// On every dialect of the simulator, named or found out.
#[test]
fn a_key_is_good_where_it_is_taken_and_bad_where_it_is_not() {
    let desk = Desk::new();
    let right = desk.simulator.credentials().api_key;
    let doctor = |dialect: &str, key: Option<&str>, is_named: bool| {
        let url = desk.simulator.base_url(dialect);
        let mut arguments = vec!["doctor", "--json", "--base-url", &url];
        if is_named {
            arguments.extend(["--dialect", dialect]);
        }
        let mut command = bare(&arguments);
        command.current_dir(desk.folder.path());
        command.env("SORAKIT_STATE_DIR", desk.path("state"));
        if let Some(key) = key {
            command.env("SORAKIT_API_KEY", key);
        }
        run(&mut command).json()
    };
    for dialect in ["openai", "relay", "sora2api", "mirror", "skyriff"] {
        let report = doctor(dialect, Some(&right), true);
        assert_eq!(of(&report, "credential")["grade"], "good", "{report}");
        assert_eq!(report["works"], true, "{report}");
        for key in [Some("sk-wrong"), None] {
            let report = doctor(dialect, key, true);
            assert_eq!(of(&report, "credential")["grade"], "bad", "{report}");
        }
    }
    for dialect in ["openai", "relay"] {
        for (key, word) in [
            (Some("sk-wrong"), "Check the key"),
            (None, "SORAKIT_API_KEY"),
        ] {
            let report = doctor(dialect, key, false);
            let next = of(&report, "dialect")["next"].as_str().unwrap();
            assert!(next.contains(word), "{report}");
        }
    }
}
