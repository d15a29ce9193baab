//! The SkyRiff gateway's videos and chat mode (`docs/wire/skyriff.md`).

use serde_json::{Value, json};
use sorakit_simulator::Simulator;

use crate::client::{Client, VIDEO_TIME, events, measure, png, stepped};

fn text<'a>(name: &'a str, value: &'a str) -> (&'a str, Option<&'a str>, &'a str, &'a [u8]) {
    (name, None, "", value.as_bytes())
}

fn path(video: &Value) -> String {
    format!("/v1/videos/{}", video["id"].as_str().unwrap())
}

#[test]
fn a_documented_video_goes_from_pending_to_success() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "skyriff");
    let body = json!({"prompt": "可爱的狗 开飞机", "model": "sora2-portrait-15s"});
    let video = client.post("/v1/videos", &body).expect(200);
    let members: Vec<_> = video.as_object().unwrap().keys().cloned().collect();
    let mut expected = [
        "id",
        "object",
        "model",
        "status",
        "progress",
        "created_at",
        "size",
    ];
    expected.sort_unstable();
    let mut members: Vec<_> = members.iter().map(String::as_str).collect();
    members.sort_unstable();
    assert_eq!(members, expected);
    assert_eq!(
        (&video["status"], &video["size"]),
        (&json!("pending"), &json!("720x1280"))
    );
    simulator.advance(VIDEO_TIME / 4);
    let running = client.get(&path(&video)).expect(200);
    assert_eq!(running["status"], "processing");
    assert_eq!(running["video_url"], json!(null));
    let early = client.get(&format!("{}/content", path(&video)));
    assert_eq!(early.expect(400)["error"]["code"], "video_not_ready");
    simulator.advance(VIDEO_TIME);
    let done = client.get(&path(&video)).expect(200);
    assert_eq!(
        (&done["status"], &done["progress"]),
        (&json!("success"), &json!(100))
    );
    assert!(done["completed_at"].is_i64());
    let file = client
        .send("GET", done["video_url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(measure(&file.body), (720, 1280, 15));
    assert_eq!(
        client.get(&format!("{}/content", path(&video))).body,
        file.body
    );
}

#[test]
fn the_original_relay_uses_other_words_and_answers_json_for_content() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "skyriff").with_observed_shapes();
    let make = |model: &str| {
        client
            .post("/v1/videos", &json!({"prompt": "a", "model": model}))
            .expect(200)
    };
    let (plain, pro) = (make("sora2-landscape"), make("sora2-pro-landscape-hd-10s"));
    let mut words = vec![plain["status"].clone()];
    for _ in 0..250 {
        simulator.advance(std::time::Duration::from_secs(1));
        let status = client.get(&path(&plain)).expect(200)["status"].clone();
        if words.last() != Some(&status) {
            words.push(status);
        }
    }
    assert_eq!(
        words,
        ["created", "queued", "running", "in_progress", "done"]
    );
    let done = client.get(&path(&plain)).expect(200);
    let file = client
        .send("GET", done["video_url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(done["size"], file.body.len());
    assert!(done["started_at"].is_i64());
    let content = client.get(&format!("{}/content", path(&plain))).expect(200);
    assert_eq!(content["video_url"], done["video_url"]);
    assert!(content["thumbnail_url"].is_string());
    let content = client.get(&format!("{}/content", path(&pro))).expect(200);
    assert!(content["links"]["mp4"].is_string());
    let broke = client.post(
        "/v1/videos",
        &json!({"prompt": "simulate:rate_limit_exhausted", "model": "sora2-portrait"}),
    );
    assert_eq!(broke.expect(403)["error"]["code"], "insufficient_credits");
}

#[test]
fn images_come_as_a_file_or_by_address() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "skyriff");
    let image = png();
    let parts = [
        text("prompt", "换一个风格 广告"),
        text("model", "sora2-portrait-15s"),
        text("size", "1280x720"),
        text("seconds", "4"),
        (
            "input_reference",
            Some("image.png"),
            "image/png",
            &image[..],
        ),
    ];
    let video = client.form("/v1/videos", &parts).expect(200);
    assert_eq!(video["size"], "1280x720");
    let by_url =
        json!({"prompt": "a", "model": "sora2-portrait", "image_url": "https://example.com/a.png"});
    client.post("/v1/videos", &by_url).expect(200);

    client.form("/v1/videos", &parts[..2]).expect(400);
    for body in [
        json!({"model": "sora2-portrait"}),
        json!({"prompt": "a"}),
        json!({"prompt": "a", "model": "sora2"}),
        json!({"prompt": "a", "model": "sora2-portrait", "image_url": "a.png"}),
        json!({"prompt": "a", "model": "sora2-portrait", "duration": 10}),
    ] {
        client.post("/v1/videos", &body).expect(400);
    }
    client.get("/v1/videos/video_none").expect(404);
    let stranger = Client::of_dialect(&simulator, "skyriff").with_token("sk-nobody");
    stranger.get("/v1/videos/video_none").expect(401);
    let failing = json!({"prompt": "simulate:content_policy_violation", "model": "sora2-portrait"});
    let failing = client.post("/v1/videos", &failing).expect(200);
    simulator.advance(VIDEO_TIME);
    let failed = client.get(&path(&failing)).expect(200);
    assert_eq!(failed["status"], "failed");
    assert_eq!(failed["error"]["code"], "content_policy_violation");
}

#[test]
fn chat_mode_makes_videos_whole_and_streamed() {
    let simulator = Simulator::builder().speed(2000.0).start().unwrap();
    let client = Client::of_dialect(&simulator, "skyriff");
    let body = |model: &str, stream: bool| {
        let content = json!([
            {"type": "text", "text": "竖屏 动起来"},
            {"type": "image_url", "image_url": {"url": "https://example.com/image.png"}},
        ]);
        json!({"model": model, "stream": stream, "messages": [{"role": "user", "content": content}]})
    };
    let path = "/v1/chat/completions";
    let streamed = client.post(path, &body("sora2-portrait", true));
    let text: String = events(&streamed.body)
        .iter()
        .filter_map(|chunk| chunk["choices"][0]["delta"]["content"].as_str())
        .collect();
    assert!(text.contains("<video src='http"), "{text}");
    let whole = client
        .post(path, &body("sora2-portrait", false))
        .expect(200);
    let text = whole["choices"][0]["message"]["content"].as_str().unwrap();
    assert!(text.contains("<video src='http"), "{text}");
    client
        .post(path, &body("sora2-pro-portrait-25s", true))
        .expect(400);
}
