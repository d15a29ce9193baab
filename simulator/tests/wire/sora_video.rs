//! One video, from login to file, in both forms.

use std::time::Duration;

use crate::client::{Client, VIDEO_TIME, stepped, video};
use serde_json::json;
use sorakit_simulator::Simulator;

#[test]
fn a_session_becomes_an_access_token() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let cookie = format!(
        "oai-did=x; __Secure-next-auth.session-token={}",
        simulator.credentials().session_token
    );
    let headers = [
        ("cookie", cookie.as_str()),
        ("accept", "application/json"),
        ("origin", "https://sora.chatgpt.com"),
        ("referer", "https://sora.chatgpt.com/"),
    ];
    let session = client
        .send("GET", "/api/auth/session", &headers, b"")
        .unwrap()
        .expect(200);
    assert_eq!(session["user"]["email"], "first.run@example.test");
    let token = session["accessToken"].as_str().unwrap();
    assert!(token.starts_with("eyJhbGciOiJ"));

    let client = client.with_token(token);
    assert_eq!(
        client.get("/backend/me").expect(200)["username"],
        "simulated"
    );
    assert_eq!(client.get("/me").expect(200)["username"], "simulated");

    let refused = client
        .send("GET", "/api/auth/session", &headers[1..], b"")
        .unwrap();
    assert_eq!(refused.expect(401)["error"]["code"], "Unauthorized");
    let observed = Client::observed(&simulator);
    let empty = observed.send("GET", "/api/auth/session", &[], b"").unwrap();
    assert_eq!(empty.expect(200), json!({}));
}

#[test]
fn a_documented_video_goes_from_pending_to_completed_and_to_the_drafts() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let before = client.get("/backend/nf/check").expect(200);
    let created = client
        .create("/backend/nf/create", &video("a cat in the snow"))
        .expect(200);
    let id = created["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("gen_"), "{id}");
    assert_eq!(created.as_object().unwrap().len(), 1);

    let after = client.get("/backend/nf/check").expect(200);
    let left = |body: &serde_json::Value| {
        body["rate_limit_and_credit_balance"]["estimated_num_videos_remaining"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(left(&after) + 1, left(&before));

    let pending = || client.get("/backend/nf/pending/v2").expect(200);
    let drafts = || {
        client
            .get("/backend/project_y/profile/drafts?limit=15")
            .expect(200)["drafts"]
            .clone()
    };
    assert_eq!(pending()[0]["status"], "pending");
    simulator.advance(Duration::from_secs(60));
    let running = pending()[0].clone();
    assert_eq!(running["id"], id.as_str());
    assert_eq!(running["status"], "processing");
    let progress = running["progress"].as_f64().unwrap();
    assert!(0.0 < progress && progress < 1.0, "{progress}");

    let mut completed = 0;
    while drafts() == json!([]) {
        if pending()[0]["status"] == "completed" {
            assert_eq!(pending()[0]["progress"], 1.0);
            completed += 1;
        }
        simulator.advance(Duration::from_secs(1));
    }
    assert!((3..=5).contains(&completed), "completed for {completed} s");
    assert_eq!(pending(), json!([]));
    let draft = drafts()[0].clone();
    assert_eq!(draft["id"], id.as_str());
    assert_eq!(draft["status"], "completed");
    assert_eq!(draft["duration_seconds"], 10);

    let url = draft["video_url"].as_str().unwrap();
    assert!(url.starts_with(simulator.cdn_url()), "{url}");
    let file = client.send("GET", url, &[], b"").unwrap();
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), Some("video/mp4"));
    assert_eq!(&file.body[4..8], b"ftyp");

    let creates = simulator.requests_of("sora.videos.create");
    assert_eq!(creates.len(), 1);
    assert_eq!(creates[0].jobs.len(), 1);
    assert_eq!(creates[0].path, "/backend/nf/create");
    assert_eq!(creates[0].status, Some(200));
}

#[test]
fn an_observed_video_has_a_task_id_and_a_generation_id() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    let created = client
        .create("/backend/nf/create", &video("a cat"))
        .expect(200);
    let task = created["id"].as_str().unwrap();
    assert!(task.starts_with("task_01"));
    assert_eq!(created["task_type"], "video_gen");
    let pending = client.get("/nf/pending/v2").expect(200);
    assert_eq!(pending[0]["status"], "preprocessing");
    assert_eq!(pending[0]["progress_pct"], json!(null));
    simulator.advance(Duration::from_secs(6));
    assert_eq!(
        client.get("/nf/pending/v2").expect(200)[0]["status"],
        "queued"
    );
    simulator.advance(VIDEO_TIME);
    let drafts = client.get("/project_y/profile/drafts").expect(200);
    let draft = &drafts["items"][0];
    assert_eq!(draft["task_id"], task);
    assert_eq!(draft["kind"], "sora_draft");
    assert_eq!(draft["duration_s"], 10.0);
    let generation = draft["id"].as_str().unwrap();
    assert!(generation.starts_with("gen_"));
    let one = client
        .get(&format!("/project_y/profile/drafts/v2/{generation}"))
        .expect(200);
    assert_eq!(one["encodings"]["source"]["path"], one["url"]);
    let link = client
        .get(&format!("/generations/{generation}/download"))
        .expect(200);
    let file = client
        .send("GET", link["url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(file.status, 200);
}

#[test]
fn a_fast_clock_finishes_a_video_in_moments() {
    let simulator = Simulator::builder().speed(600.0).start().unwrap();
    let client = Client::new(&simulator);
    client.create("/nf/create", &video("a cat")).expect(200);
    let start = std::time::Instant::now();
    while client.get("/project_y/profile/drafts").expect(200)["drafts"] == json!([]) {
        assert!(start.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(20));
    }
}
