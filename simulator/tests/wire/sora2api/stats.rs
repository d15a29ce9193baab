//! Numbers, the log and invite codes.

use serde_json::{Value, json};
use sorakit_simulator::{AccountSpec, Simulator};

use super::{VIDEO_TIME, administrator, create, gateway, observed};
use crate::client::stepped;

#[test]
fn numbers_and_log_follow_what_happens() {
    let simulator = Simulator::builder()
        .stepped()
        .start_time("2026-01-15T10:00:00Z".parse().unwrap())
        .start()
        .unwrap();
    let client = gateway(&simulator);
    let id = create(&client, "a cat");
    create(&client, "simulate:generation_failed");
    client
        .post("/v1/videos", &json!({"prompt": "simulate:heavy_load"}))
        .expect(500);
    simulator.advance(VIDEO_TIME);
    let stats = client.get("/v1/stats").expect(200);
    let expected = json!({
        "total_tokens": 1,
        "active_tokens": 1,
        "today_images": 0,
        "total_images": 0,
        "today_videos": 2,
        "total_videos": 2,
        "today_errors": 2,
        "total_errors": 2,
    });
    assert_eq!(stats, json!({"success": true, "stats": expected}));
    let admin = administrator(&simulator);
    assert_eq!(admin.get("/api/stats").expect(200), expected);

    let log = admin.get("/api/logs").expect(200);
    let words: Vec<_> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (
                entry["status_code"].as_u64().unwrap(),
                entry["task_status"].as_str(),
            )
        })
        .collect();
    let expected = [(500, None), (200, Some("failed")), (200, Some("completed"))];
    assert_eq!(words, expected);
    assert_eq!(log[2]["operation"], "video_generation");
    assert_eq!(log[2]["token_email"], "first.run@example.test");
    assert_eq!(log[2]["created_at"], "2026-01-15T10:00:00");
    assert_eq!(log[2]["progress"], 100);
    assert!(log[2]["duration"].as_f64().unwrap() > 60.0);
    assert_eq!(
        admin
            .get("/api/logs?limit=1")
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );

    // The next day counts anew.
    simulator.advance(std::time::Duration::from_secs(86_400));
    let stats = client.get("/v1/stats").expect(200)["stats"].clone();
    assert_eq!(
        (&stats["today_videos"], &stats["total_videos"]),
        (&json!(0), &json!(2))
    );
    let token = admin.get("/api/tokens").expect(200)[0].clone();
    assert_eq!(token["video_count"], 2);
    assert_eq!(token["use_count"], 3);
    assert_eq!(client.get(&format!("/v1/videos/{id}")).status, 200);
}

#[test]
fn invite_codes_run_out() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let answer = client.get("/v1/invite-codes").expect(200);
    assert_eq!(answer["success"], true);
    assert_eq!(answer["remaining_count"], 5);
    assert_eq!(answer["email"], "first.run@example.test");
    let code = answer["invite_code"].as_str().unwrap().to_owned();

    let spec = AccountSpec {
        sora2: false,
        ..AccountSpec::default()
    };
    simulator.add_account(spec);
    let admin = administrator(&simulator);
    let activate = format!("/api/tokens/2/sora2/activate?invite_code={code}");
    let done = admin.post(&activate, &Value::Null).expect(200);
    assert_eq!(done["success"], true);
    assert_eq!(done["already_accepted"], false);
    let again = admin.post(&activate, &Value::Null).expect(200);
    assert_eq!(again["already_accepted"], true);
    let missing = admin.post("/api/tokens/2/sora2/activate", &Value::Null);
    missing.expect(400);

    let mut measured = observed(&simulator);
    measured.access_token.clone_from(&admin.access_token);
    measured
        .post("/api/tokens/batch-disable", &Value::Null)
        .expect(200);
    let none = client.get("/v1/invite-codes").expect(200);
    assert_eq!(none["success"], false);
    assert!(none["message"].is_string());
}
