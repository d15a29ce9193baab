//! Videos: creating, looking, fetching, remixing.

use std::time::Duration;

use serde_json::json;

use super::{VIDEO_TIME, create, encoded, fast, gateway, observed, png};
use crate::client::stepped;

#[test]
fn a_documented_video_goes_through_the_documented_words() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let body = json!({"prompt": "a cat", "seconds": "10", "size": "720x1280"});
    let created = client.post("/v1/videos", &body).expect(201);
    let id = created["id"].as_str().unwrap();
    assert!(id.starts_with("sora-2-"), "{id}");
    assert_eq!(id.len(), "sora-2-".len() + 12);
    let now = simulator.now().as_second();
    let expected = json!({
        "id": id,
        "object": "video",
        "model": "sora-2",
        "status": "in_progress",
        "progress": 0,
        "created_at": now,
        "seconds": "10",
        "size": "720x1280",
    });
    assert_eq!(created, expected);

    let path = format!("/v1/videos/{id}");
    let mut words: Vec<String> = Vec::new();
    let mut progress = 0;
    for _ in 0..200 {
        let video = client.get(&path).expect(200);
        let word = video["status"].as_str().unwrap().to_owned();
        let percent = video["progress"].as_u64().unwrap();
        assert!(percent >= progress && (percent < 100 || word == "completed"));
        progress = percent;
        if words.last() != Some(&word) {
            words.push(word);
        }
        simulator.advance(Duration::from_secs(1));
    }
    let expected = [
        "queued",
        "pending",
        "in_progress",
        "processing",
        "completed",
    ];
    assert_eq!(words, expected);

    let done = client.get(&path).expect(200);
    assert_eq!(done["progress"], 100);
    assert!(done["completed_at"].as_i64().unwrap() > now);
    assert_eq!(done.get("video_url"), None);

    let content = client.get(&format!("{path}/content"));
    assert_eq!(content.status, 302);
    let location = content.header("location").unwrap();
    assert!(location.starts_with(simulator.cdn_url()), "{location}");
    let file = client.send("GET", location, &[], b"").unwrap();
    assert_eq!(file.header("content-type"), Some("video/mp4"));
    assert_eq!(&file.body[4..8], b"ftyp");
    let jobs = &simulator.requests_of("sora2api.videos.create")[0].jobs;
    assert_eq!(jobs.len(), 1);
}

#[test]
fn a_measured_video_is_queued_and_tells_its_address() {
    let simulator = stepped();
    let client = observed(&simulator);
    let created = client.post("/v1/videos", &json!({"prompt": "a cat"}));
    assert_eq!(created.status, 200);
    let created = created.json();
    assert_eq!(created["status"], "queued");
    assert_eq!(created["seconds"], "15");
    let path = format!("/v1/videos/{}", created["id"].as_str().unwrap());
    simulator.advance(Duration::from_secs(90));
    assert_eq!(client.get(&path).expect(200)["status"], "in_progress");
    let early = client.get(&format!("{path}/content")).expect(400);
    assert_eq!(early["detail"]["error"]["code"], "task_not_completed");

    simulator.advance(VIDEO_TIME);
    let done = client.get(&path).expect(200);
    assert_eq!(done["status"], "completed");
    let completed = done["completed_at"].as_i64().unwrap();
    assert_eq!(done["expires_at"], completed + 3600);
    assert!(done["metadata"]["generation_id"].is_string());
    let url = done["video_url"].as_str().unwrap();
    let content = client.get(&format!("{path}/content"));
    assert_eq!(content.status, 307);
    assert_eq!(content.header("location"), Some(url));

    // An hour later the link comes from the database, as the text of an array.
    simulator.advance(Duration::from_secs(3600));
    let content = client.get(&format!("{path}/content"));
    let location = content.header("location").unwrap();
    assert!(location.starts_with("[%22http"), "{location}");
    let text = location.replace("%22", "\"");
    let list: Vec<String> = serde_json::from_str(&text).unwrap();
    let file = client.send("GET", &list[0], &[], b"").unwrap();
    assert_eq!(file.status, 200);
}

#[test]
fn a_form_may_bring_an_image() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let image = png();
    let part = |name, file, kind, content| (name, file, kind, content);
    let prompt = part("prompt", None, "", b"a cat" as &[u8]);
    let created = client.form(
        "/v1/videos",
        &[
            prompt,
            part("seconds", None, "", b"10"),
            part("async_mode", None, "", b"true"),
            part("metadata", None, "", br#"{"note":1}"#),
            part("input_reference", Some("cat.png"), "image/png", &image),
        ],
    );
    assert_eq!(created.expect(201)["metadata"], json!({"note": 1}));

    let wrong_kind = part("input_reference", Some("cat.jpg"), "image/jpeg", &image);
    let refused = client.form("/v1/videos", &[prompt, wrong_kind]).expect(400);
    assert!(refused["detail"].as_str().unwrap().contains("image/png"));
    let no_image = part("input_reference", Some("cat.png"), "image/png", b"cat");
    client.form("/v1/videos", &[prompt, no_image]).expect(400);

    let text = json!({"prompt": "a cat", "input_image": encoded(&image)});
    client.post("/v1/videos", &text).expect(201);
    let in_json = json!({"prompt": "a cat", "input_reference": encoded(&image)});
    client.post("/v1/videos", &in_json).expect(400);
    observed(&simulator)
        .post("/v1/videos", &in_json)
        .expect(200);
}

#[test]
fn a_remix_names_its_source_and_keeps_its_size() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let body = json!({"prompt": "a cat", "orientation": "portrait"});
    let source = client.post("/v1/videos", &body).expect(201);
    let source = source["id"].as_str().unwrap();
    let path = format!("/v1/videos/{source}/remix");
    client
        .post(&path, &json!({"prompt": "more snow"}))
        .expect(400);
    simulator.advance(VIDEO_TIME);
    let remix = client
        .post(&path, &json!({"prompt": "more snow"}))
        .expect(201);
    assert_eq!(remix["remixed_from_video_id"], source);
    assert_eq!(remix["size"], "720x1280");
    assert_eq!(remix["seconds"], "15");
    assert_ne!(remix["id"], source);
    let measured = observed(&simulator).post(&path, &json!({"prompt": "more snow"}));
    assert_eq!(measured.expect(200)["status"], "in_progress");
    client
        .post(
            "/v1/videos/sora-2-000000000000/remix",
            &json!({"prompt": "x"}),
        )
        .expect(404);
}

#[test]
fn without_async_mode_the_answer_waits_for_the_video() {
    let simulator = fast();
    let client = gateway(&simulator);
    let body = json!({"prompt": "a cat", "seconds": "10", "async_mode": false});
    let video = client.post("/v1/videos", &body).expect(200);
    assert_eq!(video["status"], "completed");
    assert_eq!(video["progress"], 100);
    assert!(video["completed_at"].as_i64() > video["created_at"].as_i64());
    let failing = json!({"prompt": "simulate:generation_failed", "async_mode": false});
    let failed = client.post("/v1/videos", &failing).expect(200);
    assert_eq!(failed["status"], "failed");
    assert_eq!(failed["error"]["code"], "generation_failed");
}

#[test]
fn failures_say_why_and_have_no_content() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let refused = create(&client, "simulate:content_policy_violation");
    let stuck = create(&client, "simulate:stuck");
    let late = create(&client, "simulate:late_media");
    simulator.advance(VIDEO_TIME);
    let video = client.get(&format!("/v1/videos/{refused}")).expect(200);
    assert_eq!(video["status"], "failed");
    assert_eq!(video["error"]["code"], "content_policy_violation");
    let content = client.get(&format!("/v1/videos/{refused}/content"));
    assert_eq!(content.expect(400)["error"]["code"], "generation_failed");
    let waiting = client.get(&format!("/v1/videos/{stuck}/content"));
    assert_eq!(waiting.expect(400)["error"]["code"], "task_not_completed");
    let unknown = client.get("/v1/videos/sora-2-0/content");
    assert_eq!(unknown.expect(404)["error"]["code"], "task_not_found");
    client.get(&format!("/v1/videos/{late}")).expect(200);

    // The gateway gives up on it after half an hour.
    simulator.advance(Duration::from_secs(1800));
    let video = client.get(&format!("/v1/videos/{stuck}")).expect(200);
    assert_eq!(video["status"], "failed");
    let message = video["error"]["message"].as_str().unwrap();
    assert!(message.contains("1800 seconds"), "{message}");
    let measured = observed(&simulator).get(&format!("/v1/videos/{refused}"));
    assert_eq!(measured.expect(200)["error"]["code"], "generation_failed");
}

#[test]
fn media_that_is_late_is_not_available_yet() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let id = create(&client, "simulate:late_media");
    let path = format!("/v1/videos/{id}");
    while client.get(&path).expect(200)["status"] != "completed" {
        simulator.advance(Duration::from_secs(1));
    }
    let content = client.get(&format!("{path}/content"));
    assert_eq!(content.expect(404)["error"]["code"], "content_not_found");
    simulator.advance(Duration::from_secs(20));
    assert_eq!(client.get(&format!("{path}/content")).status, 302);
}

#[test]
fn videos_are_neither_listed_nor_deleted() {
    let simulator = stepped();
    let client = observed(&simulator);
    let id = create(&client, "a cat");
    assert_eq!(client.get("/v1/videos").status, 405);
    let deleted = client.delete(&format!("/v1/videos/{id}"));
    assert_eq!(deleted.expect(405)["detail"], "Method Not Allowed");
}

#[test]
fn wrong_requests_are_refused_by_field() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let measured = observed(&simulator);
    let cases = [
        (json!({}), "prompt"),
        (json!({"prompt": "x", "seconds": "12"}), "seconds"),
        (json!({"prompt": "x", "size": "1x1"}), "size"),
        (json!({"prompt": "x", "model": "sora-9"}), "model"),
        (json!({"prompt": "x", "metadata": "no"}), "metadata"),
        (
            json!({"prompt": "x", "remix_target_id": "s_1"}),
            "remix_target_id",
        ),
    ];
    for (body, field) in cases {
        for client in [&client, &measured] {
            let refused = client.post("/v1/videos", &body).expect(400);
            let detail = refused["detail"].as_str().unwrap();
            assert!(detail.contains(field), "{detail}");
        }
    }
    // The documents know one model and the styles that they list.
    for body in [
        json!({"prompt": "x", "model": "sora-2-pro"}),
        json!({"prompt": "x", "style_id": "golden"}),
        json!({"prompt": "x", "seconds": 10}),
    ] {
        client.post("/v1/videos", &body).expect(400);
        measured.post("/v1/videos", &body).expect(200);
    }
    client
        .post("/v1/videos", &json!({"prompt": "x", "typo": 1}))
        .expect(400);
    let wrong_type = measured
        .post("/v1/videos", &json!({"prompt": 1}))
        .expect(422);
    let detail = &wrong_type["detail"][0];
    assert_eq!(detail["loc"], json!(["body", "prompt"]));
    assert!(detail["msg"].is_string() && detail["type"].is_string());
}
