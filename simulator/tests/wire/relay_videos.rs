//! The relay (`docs/wire/relay.md`).

use serde_json::{Value, json};

use crate::client::{Client, VIDEO_TIME, measure, png, stepped};

const CREATE: &str = "/v2/videos/generations";

fn path(task: &Value) -> String {
    format!("{CREATE}/{}", task["task_id"].as_str().unwrap())
}

#[test]
fn a_documented_task_is_json_as_text() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "relay");
    let body = json!({
        "model": "sora-2-pro",
        "prompt": "猫继续在公园里奔跑",
        "images": ["https://example.com/image1.jpg"],
        "aspect_ratio": "9:16",
        "duration": 15,
        "hd": true,
    });
    let task = client.post(CREATE, &body).expect(200);
    assert_eq!(
        (&task["status"], &task["progress"]),
        (&json!("NOT_START"), &json!(0))
    );
    simulator.advance(VIDEO_TIME / 4);
    let answer = client.get(&path(&task));
    assert!(
        answer
            .header("content-type")
            .unwrap()
            .starts_with("text/plain")
    );
    let running = answer.expect(200);
    assert_eq!(running["status"], "IN_PROGRESS");
    assert!(running["progress"].is_u64());
    assert_eq!(running["video_url"], json!(null));
    simulator.advance(VIDEO_TIME);
    let done = client.get(&path(&task)).expect(200);
    assert_eq!(done["status"], "SUCCESS");
    assert_eq!(
        (&done["duration"], &done["size"]),
        (&json!(15), &json!("1080x1920"))
    );
    let file = client
        .send("GET", done["video_url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(measure(&file.body), (1080, 1920, 15));

    let remix = format!("/v1/videos/{}/remix", task["task_id"].as_str().unwrap());
    let again = client
        .post(&remix, &json!({"prompt": "猫在公园里跳舞"}))
        .expect(200);
    assert_ne!(again["task_id"], task["task_id"]);
    let unfinished = format!("/v1/videos/{}/remix", again["task_id"].as_str().unwrap());
    client
        .post(&unfinished, &json!({"prompt": "a"}))
        .expect(400);
    simulator.advance(VIDEO_TIME);
    assert_eq!(client.get(&path(&again)).expect(200)["size"], "1080x1920");
}

#[test]
fn an_observed_task_has_percent_signs_and_data() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "relay").with_observed_shapes();
    let make = |ratio: &str| {
        let body =
            json!({"model": "sora-2", "prompt": "a cat", "aspect_ratio": ratio, "duration": "10"});
        client.post(CREATE, &body).expect(200)
    };
    let (wide, tall) = (make("16:9"), make("9:16"));
    assert_eq!(wide.as_object().unwrap().len(), 1);
    assert_eq!(client.get(&path(&wide)).expect(200)["status"], "SUBMITTED");
    simulator.advance(VIDEO_TIME / 4);
    let running = client.get(&path(&wide)).expect(200);
    assert!(running["progress"].as_str().unwrap().ends_with('%'));
    assert_eq!(running["finish_time"], 0);
    simulator.advance(VIDEO_TIME);
    let done = client.get(&path(&wide)).expect(200);
    assert_eq!(done["progress"], "100%");
    assert!(done["data"]["output"].is_string());
    assert!(client.get(&path(&tall)).expect(200)["data"]["outputs"][0].is_string());

    let failing = json!({"model": "sora-2", "prompt": "simulate:generation_failed"});
    let failing = client.post(CREATE, &failing).expect(200);
    simulator.advance(VIDEO_TIME);
    let failed = client.get(&path(&failing)).expect(200);
    assert_eq!(failed["status"], "FAILURE");
    assert!(!failed["fail_reason"].as_str().unwrap().is_empty());
    let long = json!({"model": "sora-2", "prompt": "a", "duration": 25});
    assert!(client.post(CREATE, &long).expect(400)["error"]["message"].is_string());
}

#[test]
fn each_review_has_its_code() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "relay");
    let code = |prompt: &str, images: Value| {
        let body = json!({"model": "sora-2", "prompt": prompt, "images": images});
        let task = client.post(CREATE, &body).expect(200);
        simulator.advance(VIDEO_TIME);
        let failed = client.get(&path(&task)).expect(200);
        assert_eq!(failed["status"], "FAILURE");
        failed["error"]["code"].clone()
    };
    let image = json!(["https://example.com/person.jpg"]);
    assert_eq!(
        code("simulate:content_policy_violation", json!([])),
        "prompt_review_failed"
    );
    assert_eq!(
        code("simulate:content_policy_violation", image),
        "image_review_failed"
    );
    assert_eq!(
        code("simulate:safety_filter_triggered", json!([])),
        "result_review_failed"
    );
}

#[test]
fn quota_goes_down_and_comes_back_for_failures() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "relay");
    let quota = || client.get("/v1/token/quota").expect(200);
    let full = quota();
    assert_eq!(full["total_quota"], full["remaining_quota"]);
    client
        .post(CREATE, &json!({"model": "sora-2", "prompt": "a"}))
        .expect(200);
    let after = quota();
    assert_eq!(after["used_quota"], 500_000);
    client
        .post(
            CREATE,
            &json!({"model": "sora-2", "prompt": "simulate:generation_failed"}),
        )
        .expect(200);
    assert_eq!(quota()["used_quota"], 1_000_000);
    simulator.advance(VIDEO_TIME);
    assert_eq!(quota()["used_quota"], 500_000);
    let observed = Client::of_dialect(&simulator, "relay").with_observed_shapes();
    let bare = observed.get("/v1/token/quota").expect(200);
    assert_eq!(bare, json!({"quota": after["remaining_quota"]}));
}

#[test]
fn wrong_requests_say_what_is_wrong() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "relay");
    for (word, more) in [
        ("model", json!({"model": "sora-3"})),
        ("aspect_ratio", json!({"aspect_ratio": "1:1"})),
        ("duration", json!({"duration": 12})),
        ("hd", json!({"hd": true})),
        ("hd", json!({"hd": "true", "model": "sora-2-pro"})),
        ("images", json!({"images": ["nothing!"]})),
        ("images", json!({"images": "https://example.com/a.png"})),
        ("seconds", json!({"seconds": 10})),
    ] {
        let mut body = json!({"model": "sora-2", "prompt": "a"});
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let message = client.post(CREATE, &body).expect(400)["message"].clone();
        assert!(
            message.as_str().unwrap().contains(&format!("`{word}`")),
            "{message}"
        );
    }
    client.get(&format!("{CREATE}/none")).expect(404);
    let stranger = Client::of_dialect(&simulator, "relay").with_token("sk-nobody");
    assert_eq!(
        stranger.get("/v1/token/quota").expect(401)["code"],
        "invalid_api_key"
    );
}

#[test]
fn files_and_characters_are_taken() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "relay");
    let image = png();
    let file = client.form(
        "/v1/files",
        &[("file", Some("a.png"), "image/png", &image[..])],
    );
    let url = file.expect(200)["url"].clone();
    assert_eq!(
        client
            .send("GET", url.as_str().unwrap(), &[], b"")
            .unwrap()
            .body,
        image
    );
    let body = json!({"model": "sora-2", "prompt": "a", "images": [url]});
    client.post(CREATE, &body).expect(200);
    let character = json!({"url": "https://example.com/a.mp4", "timestamps": "1,3"});
    let character = client.post("/sora/v1/characters", &character).expect(200);
    assert!(character["username"].is_string());
    client.post("/sora/v1/characters", &json!({})).expect(400);
}

#[test]
fn the_hook_hears_of_the_end_on_this_machine_alone() {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "relay");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let hook = format!("http://{}/done?job=1", listener.local_addr().unwrap());
    let ask = |hook: &str| {
        let body = json!({"model": "sora-2", "prompt": "a cat", "notify_hook": hook});
        client.post(CREATE, &body).expect(200)
    };
    let task = ask(&hook);
    // Another machine is not called, and its task is made all the same.
    ask("http://192.0.2.1:9/done");
    simulator.advance(VIDEO_TIME);
    let (mut socket, _) = listener.accept().unwrap();
    let mut heard = Vec::new();
    let mut piece = [0; 1024];
    let whole = |heard: &[u8]| {
        let text = String::from_utf8_lossy(heard).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let length = head.split("content-length: ").nth(1)?;
        let length: usize = length.split("\r\n").next()?.parse().ok()?;
        (body.len() >= length).then(|| (head.to_owned(), body.to_owned()))
    };
    let (head, body) = loop {
        let length = socket.read(&mut piece).unwrap();
        heard.extend_from_slice(&piece[..length]);
        if let Some(said) = whole(&heard) {
            break said;
        }
        assert!(length > 0);
    };
    socket
        .write_all(b"HTTP/1.1 204 No Content\r\n\r\n")
        .unwrap();
    drop(socket);
    assert!(head.starts_with("POST /done?job=1 HTTP/1.1"), "{head}");
    let said: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (&said["task_id"], &said["status"]),
        (&task["task_id"], &json!("SUCCESS"))
    );
    assert!(said["video_url"].is_string());
}
