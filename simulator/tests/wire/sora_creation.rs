//! Creation: what is required, what is accepted, what comes out.

use serde_json::{Value, json};

use crate::client::{Client, VIDEO_TIME, stepped, video};

/// Creates with `change` applied to a good request; the field that is refused.
fn refused(client: &Client, change: Value) -> String {
    let mut body = video("a cat");
    for (name, value) in change.as_object().unwrap() {
        match value {
            Value::String(text) if text == "(none)" => {
                body.as_object_mut().unwrap().remove(name);
            }
            value => body[name] = value.clone(),
        }
    }
    let answer = client.create("/nf/create", &body).expect(400);
    assert_eq!(
        answer["error"]["code"],
        if client.shapes == Some("observed") {
            "invalid_request"
        } else {
            "bad_request"
        }
    );
    let param = answer["error"]["param"].as_str().unwrap().to_owned();
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(message.contains(&param), "{message}");
    param
}

#[test]
fn a_video_request_is_checked_field_by_field() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    for name in ["kind", "prompt", "orientation", "size", "n_frames", "model"] {
        assert_eq!(refused(&client, json!({name: "(none)"})), name);
        assert_eq!(refused(&client, json!({name: [1]})), name);
    }
    for (name, value) in [
        ("kind", json!("image")),
        ("prompt", json!("  ")),
        ("orientation", json!("square")),
        ("size", json!("medium")),
        ("size", json!("large")),
        ("n_frames", json!(360)),
        ("n_frames", json!("300")),
        ("model", json!("sora-2")),
        ("style_id", json!("cubist")),
        ("promt", json!("typo")),
        ("remix_target_id", json!("s_unknown")),
    ] {
        assert_eq!(refused(&client, json!({name: value})), name);
    }
    let hd = json!({"model": "sy_ore", "size": "large", "n_frames": 750});
    assert_eq!(refused(&client, hd), "n_frames");
    let item = json!({"inpaint_items": [{"kind": "upload"}]});
    assert_eq!(refused(&client, item), "inpaint_items[0].upload_id");
    let item = json!({"inpaint_items": [{"kind": "upload", "upload_id": "upload_x"}]});
    assert_eq!(refused(&client, item), "inpaint_items[0].upload_id");
    let item = json!({"inpaint_items": [{"kind": "file", "file_id": "x"}]});
    assert_eq!(refused(&client, item), "inpaint_items[0].kind");
    let send = |agent: &str, body: &str| {
        let bearer = format!("Bearer {}", client.access_token);
        let sentinel = client.sentinel().to_header();
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
            ("user-agent", agent),
            ("openai-sentinel-token", sentinel.as_str()),
        ];
        let answer = client
            .send("POST", "/nf/create", &headers, body.as_bytes())
            .unwrap();
        answer.expect(400)["error"]["param"].clone()
    };
    assert_eq!(send("Mozilla/5.0 (test)", "{"), "body");
    assert_eq!(
        send("python-requests/2", &video("a cat").to_string()),
        "User-Agent"
    );
    // Nothing of all this made a job.
    assert!(
        simulator
            .journal()
            .iter()
            .all(|entry| entry.jobs.is_empty())
    );
}

#[test]
fn the_observed_form_accepts_what_real_clients_send() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    let mut body = video("a cat");
    body["orientation"] = json!("square");
    body["size"] = json!("medium");
    body["n_frames"] = json!(150);
    body["model"] = json!("sy_8_20251208");
    body["style_id"] = json!("kpop");
    body["use_image_as_first_frame"] = json!(true);
    client.create("/nf/create", &body).expect(200);
    assert_eq!(refused(&client, json!({"n_frames": 1})), "n_frames");
    simulator.advance(VIDEO_TIME);
    let draft = client.get("/project_y/profile/drafts").expect(200)["items"][0].clone();
    assert_eq!(draft["duration_s"], 5.0);
    assert_eq!(draft["width"], draft["height"]);
    assert_eq!(draft["creation_config"]["style_id"], "kpop");
}

#[test]
fn a_json_body_may_be_declared_as_plain_text() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let body = json!({"username": "free.name"}).to_string();
    let bearer = format!("Bearer {}", client.access_token);
    let send = |content_type: &str| {
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", content_type),
        ];
        client
            .send(
                "POST",
                "/project_y/profile/username/check",
                &headers,
                body.as_bytes(),
            )
            .unwrap()
    };
    send("text/plain;charset=UTF-8").expect(200);
    let refused = send("application/x-www-form-urlencoded").expect(400);
    assert_eq!(refused["error"]["param"], "Content-Type");
}

#[test]
fn at_most_three_run_at_once() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    for _ in 0..3 {
        client.create("/nf/create", &video("a cat")).expect(200);
    }
    let refused = client.create("/nf/create", &video("a cat")).expect(429);
    assert_eq!(refused["error"]["code"], "too_many_concurrent_tasks");
    assert_eq!(refused["details"]["num_tasks"], 3);
    simulator.advance(VIDEO_TIME);
    client.create("/nf/create", &video("a cat")).expect(200);
    let drafts = client.get("/project_y/profile/drafts").expect(200);
    assert_eq!(drafts["drafts"].as_array().unwrap().len(), 3);
}

#[test]
fn storyboards_need_shots_that_fit() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let refused = client
        .create("/nf/create/storyboard", &video("a cat"))
        .expect(400);
    assert_eq!(refused["error"]["param"], "prompt");
    let prompt = "current timeline:\nShot 1:\nduration: 5.0sec\nScene: a cat jumps\n\nShot 2:\n\
        duration: 5.0sec\nScene: it lands\n\ninstructions:\nCinematic";
    let mut body = video(prompt);
    body["title"] = json!("Draft your video");
    client.create("/nf/create/storyboard", &body).expect(200);
    body["n_frames"] = json!(150);
    client.create("/nf/create/storyboard", &body).expect(400);
}

#[test]
fn several_at_once_and_a_longer_one() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    let mut body = video("a cat");
    body["nsamples"] = json!(2);
    let made = client.create("/nf/bulk_create", &body).expect(200);
    assert_eq!(made["tasks"].as_array().unwrap().len(), 2);
    simulator.advance(VIDEO_TIME);
    let draft = client.get("/project_y/profile/drafts").expect(200)["items"][0].clone();
    let path = format!(
        "/project_y/profile/drafts/{}/long_video_extension",
        draft["id"].as_str().unwrap()
    );
    let wrong = client.create(
        &path,
        &json!({"user_prompt": "on", "extension_duration_s": 20}),
    );
    assert_eq!(wrong.expect(400)["error"]["param"], "extension_duration_s");
    let extension =
        json!({"user_prompt": "on", "extension_duration_s": 15, "enable_rewrite": true});
    client.create(&path, &extension).expect(200);
    simulator.advance(VIDEO_TIME * 2);
    let longer = client.get("/project_y/profile/drafts").expect(200)["items"][0].clone();
    assert_eq!(longer["duration_s"], 25.0);
}

#[test]
fn images_are_made_and_listed_in_both_forms() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let image = |operation: &str, items: Value| {
        json!({
            "type": "image_gen", "operation": operation, "prompt": "a sunset", "width": 540, "height": 360,
            "n_variants": 1, "n_frames": 1, "inpaint_items": items,
        })
    };
    let created = client
        .create("/video_gen", &image("simple_compose", json!([])))
        .expect(200);
    let task = created["id"].as_str().unwrap();
    assert!(task.starts_with("task_"));
    let recent = || client.get("/v2/recent_tasks?limit=20").expect(200)["tasks"][0].clone();
    assert_eq!(recent()["status"], "pending");
    assert_eq!(client.get("/nf/pending/v2").expect(200), json!([]));
    simulator.advance(VIDEO_TIME);
    assert_eq!(recent()["status"], "completed");
    let url = recent()["image_url"].as_str().unwrap().to_owned();
    let file = client.send("GET", &url, &[], b"").unwrap();
    assert_eq!(file.header("content-type"), Some("image/png"));
    assert_eq!(&file.body[..4], b"\x89PNG");
    assert_eq!(&file.body[16..24], [0, 0, 2, 28, 0, 0, 1, 104], "540x360");

    let observed = Client::observed(&simulator);
    let list = observed.get("/v2/recent_tasks").expect(200);
    assert_eq!(list["last_id"], task);
    assert_eq!(list["has_more"], false);
    let entry = &list["task_responses"][0];
    assert_eq!(entry["status"], "succeeded");
    assert!(entry["generations"][0]["url"].is_string());

    let remix = client
        .create("/video_gen", &image("remix", json!([])))
        .expect(400);
    assert_eq!(remix["error"]["param"], "inpaint_items");
    let mut wrong = image("simple_compose", json!([]));
    wrong["width"] = json!(1024);
    assert_eq!(
        client.create("/video_gen", &wrong).expect(400)["error"]["param"],
        "width"
    );

    observed
        .create("/video_gen", &image("simple_compose", json!([])))
        .expect(200);
    let first = observed.get("/v2/list_tasks?limit=1").expect(200);
    assert_eq!(first["has_more"], true);
    assert_eq!(first["task_responses"][0]["progress_pct"], Value::Null);
    let next = format!(
        "/v2/list_tasks?limit=1&after={}",
        first["last_id"].as_str().unwrap()
    );
    let second = observed.get(&next).expect(200);
    assert_eq!(second["task_responses"][0]["id"], task);
    assert_eq!(second["has_more"], false);
}

#[test]
fn prompts_are_enhanced() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let ask = |level: &str, seconds: i64| {
        let body =
            json!({"prompt": "A cat playing", "expansion_level": level, "duration_s": seconds});
        client.post("/editor/enhance_prompt", &body)
    };
    let long = ask("long", 15).expect(200)["enhanced_prompt"]
        .as_str()
        .unwrap()
        .to_owned();
    let short = ask("short", 15).expect(200)["enhanced_prompt"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(long.starts_with("A cat playing") && long.len() > short.len());
    assert_eq!(
        ask("huge", 15).expect(400)["error"]["param"],
        "expansion_level"
    );
    assert_eq!(ask("long", 12).expect(400)["error"]["param"], "duration_s");
}

#[test]
fn drafts_come_in_pages() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    for number in 0..5 {
        client
            .create("/nf/create", &video(&format!("cat {number}")))
            .expect(200);
        simulator.advance(VIDEO_TIME);
    }
    let mut seen = Vec::new();
    let mut path = "/project_y/profile/drafts/v2?limit=2".to_owned();
    loop {
        let page = client.get(&path).expect(200);
        seen.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item["prompt"].clone()),
        );
        match page["cursor"].as_str() {
            Some(cursor) => path = format!("/project_y/profile/drafts/v2?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen, ["cat 4", "cat 3", "cat 2", "cat 1", "cat 0"]);
    client
        .get("/project_y/profile/drafts/v2?limit=0")
        .expect(400);
    client
        .get("/project_y/profile/drafts/v2?cursor=nonsense")
        .expect(400);
}
