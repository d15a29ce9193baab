//! Refusals and failures, by prompt and by account, in both forms.

use serde_json::{Value, json};
use sorakit_simulator::AccountSpec;

use crate::client::{Client, VIDEO_TIME, stepped, video};

#[test]
fn a_prompt_can_ask_for_every_refusal() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let observed = Client::observed(&simulator);
    for (name, status, observed_status) in [
        ("heavy_load", 503, 400),
        ("too_many_concurrent_tasks", 429, 429),
        ("rate_limit_exhausted", 429, 429),
        ("rate_limit_exceeded", 429, 429),
        ("unsupported_country_code", 403, 400),
        ("phone_number_required", 403, 403),
        ("sora_username_not_yet_created", 400, 400),
        ("sentinel_block", 400, 400),
        ("invalid_request", 400, 400),
        ("token_invalidated", 401, 401),
        ("internal_error", 500, 500),
    ] {
        let body = video(&format!("a cat simulate:{name}"));
        let refused = client.create("/nf/create", &body).expect(status);
        assert_eq!(refused["error"]["code"], name);
        let refused = observed.create("/nf/create", &body).expect(observed_status);
        assert_eq!(refused["error"]["code"], name);
    }
    let busy = client.create("/nf/create", &video("simulate:heavy_load"));
    assert_eq!(busy.header("retry-after"), Some("2"));
    assert!(
        busy.json()["error"]["message"]
            .as_str()
            .unwrap()
            .contains("under heavy load")
    );
    assert_eq!(client.get("/nf/pending/v2").expect(200), json!([]));
}

#[test]
fn refused_content_and_failures_show_among_the_drafts() {
    for (name, kind) in [
        ("content_policy_violation", "sora_content_violation"),
        ("safety_filter_triggered", "sora_content_violation"),
        ("generation_failed", "sora_error"),
        ("timeout", "sora_error"),
    ] {
        let simulator = stepped();
        let client = Client::new(&simulator);
        client
            .create("/nf/create", &video(&format!("simulate:{name}")))
            .expect(200);
        simulator.advance(VIDEO_TIME);
        let draft = client.get("/project_y/profile/drafts").expect(200)["drafts"][0].clone();
        assert_eq!(draft["status"], "failed");
        assert_eq!(draft["error"]["code"], name);
        assert_eq!(draft["video_url"], Value::Null);
        let observed = Client::observed(&simulator);
        let draft = observed.get("/project_y/profile/drafts").expect(200)["items"][0].clone();
        assert_eq!(draft["kind"], kind);
        assert!(draft["reason_str"].is_string());
        assert_eq!(draft["url"], Value::Null);
    }
}

#[test]
fn a_failure_of_the_machine_shows_in_the_pending_list_first() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    client
        .create("/nf/create", &video("simulate:generation_failed"))
        .expect(200);
    let status = || client.get("/nf/pending/v2").expect(200)[0]["status"].clone();
    while status() == "pending" || status() == "processing" {
        simulator.advance(std::time::Duration::from_secs(1));
    }
    let task = client.get("/nf/pending/v2").expect(200)[0].clone();
    assert_eq!(task["status"], "failed");
    assert_eq!(task["error"]["code"], "generation_failed");
    let observed = Client::observed(&simulator)
        .get("/nf/pending/v2")
        .expect(200)[0]
        .clone();
    assert!(observed["failure_reason"].is_string());
}

#[test]
fn a_job_can_vanish_be_stuck_or_show_its_media_late() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    for word in ["vanish", "stuck", "late_media"] {
        client
            .create("/nf/create", &video(&format!("simulate:{word}")))
            .expect(200);
    }
    let first_drafts = || client.get("/project_y/profile/drafts").expect(200)["items"].clone();
    while first_drafts() == json!([]) {
        simulator.advance(std::time::Duration::from_secs(1));
    }
    simulator.advance(std::time::Duration::from_secs(5));
    let drafts = first_drafts();
    assert_eq!(drafts.as_array().unwrap().len(), 1);
    assert_eq!(drafts[0]["kind"], "sora_draft");
    assert_eq!(drafts[0]["url"], Value::Null);
    simulator.advance(VIDEO_TIME);
    assert!(first_drafts()[0]["url"].is_string());
    simulator.advance(VIDEO_TIME);
    let pending = client.get("/nf/pending/v2").expect(200);
    assert_eq!(pending.as_array().unwrap().len(), 1);
    assert_eq!(pending[0]["prompt"], "simulate:stuck");
}

#[test]
fn progress_can_be_absent_or_jump() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    client
        .create("/nf/create", &video("simulate:progress_absent"))
        .expect(200);
    client.create("/nf/create", &video("a cat")).expect(200);
    simulator.advance(std::time::Duration::from_secs(70));
    let pending = client.get("/nf/pending/v2").expect(200);
    assert_eq!(pending[0]["progress_pct"], Value::Null);
    assert!(pending[1]["progress_pct"].as_f64().unwrap() > 0.1);
    assert_eq!(
        client.get("/nf/pending").expect(200)[1]["progress_pct"],
        0.0
    );
}

#[test]
fn accounts_lack_what_they_lack() {
    let simulator = stepped();
    let with = |spec: AccountSpec| {
        let (_, credentials) = simulator.add_account(spec);
        Client::new(&simulator).with_token(&credentials.access_token)
    };
    let abroad = with(AccountSpec {
        country: "CN".into(),
        ..AccountSpec::default()
    });
    let refused = abroad.create("/nf/create", &video("a cat")).expect(403);
    assert_eq!(refused["error"]["code"], "unsupported_country_code");
    assert_eq!(refused["error"]["param"], "country");
    abroad.get("/project_y/invite/mine").expect(403);
    let unverified = with(AccountSpec {
        phone_verified: false,
        ..AccountSpec::default()
    });
    let refused = unverified.create("/nf/create", &video("a cat")).expect(403);
    assert_eq!(refused["error"]["code"], "phone_number_required");
}

#[test]
fn unknown_paths_and_methods_are_told_apart() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    assert_eq!(
        client.get("/backend/nothing").expect(404)["error"]["code"],
        "not_found"
    );
    let refused = client.get("/nf/create");
    assert_eq!(refused.header("allow"), Some("POST"));
    refused.expect(405);
    let observed = Client::observed(&simulator);
    assert!(observed.get("/nothing").expect(404)["detail"].is_string());
}
