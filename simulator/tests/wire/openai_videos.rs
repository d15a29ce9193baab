//! The Videos API as OpenAI defined it.

use serde_json::{Value, json};

use crate::client::{Answer, Client, VIDEO_TIME, measure, mp4, png, stepped};

fn text<'a>(name: &'a str, value: &'a str) -> (&'a str, Option<&'a str>, &'a str, &'a [u8]) {
    (name, None, "", value.as_bytes())
}

#[test]
fn a_video_is_made_looked_at_and_fetched() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai");
    let image = png();
    let parts = [
        text("prompt", "a cat"),
        text("model", "sora-2"),
        text("seconds", "8"),
        text("size", "1280x720"),
        ("input_reference", Some("cat.png"), "image/png", &image[..]),
    ];
    let video = client.form("/v1/videos", &parts).expect(200);
    let id = video["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("video_"), "{id}");
    assert_eq!(video["object"], "video");
    assert_eq!(video["status"], "queued");
    assert_eq!(video["progress"], 0);
    assert_eq!(video["seconds"], "8");
    assert_eq!(video["size"], "1280x720");
    assert_eq!(video["completed_at"], json!(null));
    let path = format!("/v1/videos/{id}");
    let early = client.get(&format!("{path}/content"));
    assert_eq!(early.expect(404)["error"]["code"], "video_not_ready");

    simulator.advance(VIDEO_TIME / 4);
    let running = client.get(&path).expect(200);
    assert_eq!(running["status"], "in_progress");
    let progress = running["progress"].as_u64().unwrap();
    assert!((1..100).contains(&progress), "{progress}");

    simulator.advance(VIDEO_TIME);
    let done = client.get(&path).expect(200);
    assert_eq!(done["status"], "completed");
    assert_eq!(done["progress"], 100);
    assert!(done["completed_at"].as_i64() > done["created_at"].as_i64());
    assert!(done["expires_at"].as_i64() > done["completed_at"].as_i64());

    let content = |query: &str| client.get(&format!("{path}/content{query}"));
    let file = content("");
    assert_eq!(file.header("content-type"), Some("video/mp4"));
    assert_eq!(measure(&file.body), (1280, 720, 8));
    let thumbnail = content("?variant=thumbnail");
    assert_eq!(thumbnail.header("content-type"), Some("image/webp"));
    let sheet = content("?variant=spritesheet");
    assert_eq!(sheet.header("content-type"), Some("image/jpeg"));
    assert_eq!(&sheet.body[..3], [0xff, 0xd8, 0xff]);
    assert_eq!(
        content("?variant=gif").expect(400)["error"]["param"],
        "variant"
    );

    let created = &simulator.requests_of("openai.videos.create")[0];
    assert_eq!(created.jobs.len(), 1);
    simulator.advance(std::time::Duration::from_secs(24 * 3600));
    content("").expect(404);
}

#[test]
fn bad_requests_are_refused_by_name() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai");
    let post = |body: Value| client.post("/v1/videos", &body);
    let param = |answer: Answer| answer.expect(400)["error"]["param"].clone();
    assert_eq!(param(post(json!({}))), "prompt");
    assert_eq!(param(post(json!({"prompt": " "}))), "prompt");
    assert_eq!(param(post(json!({"prompt": "a", "seconds": 8}))), "seconds");
    assert_eq!(
        param(post(json!({"prompt": "a", "seconds": "10"}))),
        "seconds"
    );
    assert_eq!(
        param(post(json!({"prompt": "a", "model": "sora-1"}))),
        "model"
    );
    // The larger sizes are those of the Pro model.
    assert_eq!(
        param(post(json!({"prompt": "a", "size": "1792x1024"}))),
        "size"
    );
    assert_eq!(
        param(post(json!({"prompt": "a", "style": "anime"}))),
        "style"
    );
    let reference = json!({"prompt": "a", "input_reference": "https://example.com/a.png"});
    assert_eq!(param(post(reference)), "input_reference");
    let both = json!({"image_url": "https://example.com/a.png", "file_id": "file_1"});
    let both = json!({"prompt": "a", "input_reference": both});
    assert_eq!(param(post(both)), "input_reference");

    let image = png();
    let form = |name: Option<&'static str>, media_type: &'static str| {
        let file = ("input_reference", name, media_type, &image[..]);
        param(client.form("/v1/videos", &[text("prompt", "a"), file]))
    };
    assert_eq!(
        form(Some("a.png"), "application/octet-stream"),
        "input_reference"
    );
    assert_eq!(form(Some(""), "image/png"), "input_reference");
    let broken = client.try_post("/v1/videos", &json!([1]), &[]).unwrap();
    broken.expect(400);
    assert!(
        simulator
            .journal()
            .iter()
            .all(|entry| entry.jobs.is_empty())
    );

    let stranger = Client::of_dialect(&simulator, "openai").with_token("sk-nobody");
    let refused = stranger.get("/v1/videos").expect(401);
    assert_eq!(refused["error"]["code"], "invalid_api_key");
    let nobody = client.send("GET", "/v1/videos", &[], b"").unwrap();
    nobody.expect(401);
}

#[test]
fn lists_go_on_after_an_id_in_both_orders() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai");
    let empty = client.get("/v1/videos").expect(200);
    assert_eq!(empty["data"], json!([]));
    assert_eq!(empty["first_id"], json!(null));
    let mut ids = Vec::new();
    for number in 0..5 {
        let body = json!({"prompt": format!("cat {number}"), "seconds": "4"});
        ids.push(client.post("/v1/videos", &body).expect(200)["id"].clone());
        simulator.advance(VIDEO_TIME);
    }
    let page = |query: &str| client.get(&format!("/v1/videos?{query}")).expect(200);
    let ids_of = |page: &Value| -> Vec<Value> {
        page["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|video| video["id"].clone())
            .collect()
    };
    let first = page("limit=2");
    assert_eq!(ids_of(&first), [ids[4].clone(), ids[3].clone()]);
    assert_eq!(first["has_more"], true);
    assert_eq!(first["first_id"], ids[4]);
    let next = page(&format!(
        "limit=3&after={}",
        first["last_id"].as_str().unwrap()
    ));
    assert_eq!(
        ids_of(&next),
        [ids[2].clone(), ids[1].clone(), ids[0].clone()]
    );
    assert_eq!(next["has_more"], false);
    assert_eq!(ids_of(&page("order=asc&limit=1")), [ids[0].clone()]);
    client.get("/v1/videos?order=up").expect(400);
    client.get("/v1/videos?limit=0").expect(400);
    client.get("/v1/videos?after=video_none").expect(400);

    let path = format!("/v1/videos/{}", ids[4].as_str().unwrap());
    let deleted = client.delete(&path).expect(200);
    assert_eq!(
        deleted,
        json!({"id": ids[4], "object": "video.deleted", "deleted": true})
    );
    client.get(&path).expect(404);
    client.delete(&path).expect(404);
    assert_eq!(page("")["data"].as_array().unwrap().len(), 4);

    // Other accounts see none of it.
    let (_, other) = simulator.add_account(Default::default());
    let other = Client::of_dialect(&simulator, "openai").with_token(&other.api_key);
    assert_eq!(other.get("/v1/videos").expect(200)["data"], json!([]));
    other
        .get(&format!("/v1/videos/{}", ids[0].as_str().unwrap()))
        .expect(404);
}

#[test]
fn videos_are_remixed_edited_and_extended() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai");
    let body = json!({"prompt": "a cat", "seconds": "12", "size": "1280x720"});
    let id = client.post("/v1/videos", &body).expect(200)["id"].clone();
    let remix_path = format!("/v1/videos/{}/remix", id.as_str().unwrap());
    // Only what is done can be worked on.
    client
        .post(&remix_path, &json!({"prompt": "a dog"}))
        .expect(400);
    simulator.advance(VIDEO_TIME);
    let remix = client
        .post(&remix_path, &json!({"prompt": "a dog"}))
        .expect(200);
    assert_eq!(remix["remixed_from_video_id"], id);
    assert_eq!(
        (&remix["seconds"], &remix["size"]),
        (&json!("12"), &json!("1280x720"))
    );
    client
        .post(&remix_path, &json!({"prompt": "a dog", "seconds": "4"}))
        .expect(400);

    let edit = client.post(
        "/v1/videos/edits",
        &json!({"prompt": "at night", "video": {"id": id}}),
    );
    assert_eq!(edit.expect(200)["seconds"], "12");
    let parts = [
        text("prompt", "and then"),
        text("seconds", "8"),
        text("video[id]", id.as_str().unwrap()),
    ];
    let extended = client.form("/v1/videos/extensions", &parts).expect(200);
    assert_eq!(extended["seconds"], "20");
    simulator.advance(VIDEO_TIME * 2);
    let path = format!("/v1/videos/{}/content", extended["id"].as_str().unwrap());
    assert_eq!(measure(&client.get(&path).body), (1280, 720, 20));

    let film = mp4();
    let parts = [
        text("prompt", "in colour"),
        ("video", Some("a.mp4"), "video/mp4", &film[..]),
    ];
    client.form("/v1/videos/edits", &parts).expect(200);
    let parts = [
        text("prompt", "in colour"),
        ("video", Some("a.png"), "image/png", &png()[..]),
    ];
    client.form("/v1/videos/edits", &parts).expect(400);
    client
        .post(
            "/v1/videos/edits",
            &json!({"prompt": "x", "video": {"id": "video_0"}}),
        )
        .expect(404);
}

#[test]
fn characters_are_made_from_a_video_and_used() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai");
    let film = mp4();
    let parts = [
        text("name", "Mittens"),
        ("video", Some("a.mp4"), "video/mp4", &film[..]),
    ];
    let character = client.form("/v1/videos/characters", &parts).expect(200);
    assert_eq!(character["name"], "Mittens");
    let id = character["id"].as_str().unwrap();
    let path = format!("/v1/videos/characters/{id}");
    assert_eq!(client.get(&path).expect(200), character);
    client.get("/v1/videos/characters/ch_none").expect(404);
    let with = |id: &str| json!({"prompt": "Mittens runs", "characters": [{"id": id}]});
    client.post("/v1/videos", &with(id)).expect(200);
    client.post("/v1/videos", &with("ch_none")).expect(400);
    client
        .form("/v1/videos/characters", &parts[..1])
        .expect(400);
}

#[test]
fn a_refused_video_says_so_and_costs_nothing() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai");
    let video = |prompt: &str| client.post("/v1/videos", &json!({"prompt": prompt}));
    let id = video("simulate:content_policy_violation").expect(200)["id"].clone();
    simulator.advance(VIDEO_TIME);
    let failed = client
        .get(&format!("/v1/videos/{}", id.as_str().unwrap()))
        .expect(200);
    assert_eq!(failed["status"], "failed");
    assert_eq!(failed["error"]["code"], "moderation_blocked");
    let refused = video("simulate:rate_limit_exhausted").expect(429);
    assert_eq!(refused["error"]["code"], "insufficient_quota");
    let busy = video("simulate:heavy_load");
    assert_eq!(busy.header("retry-after"), Some("2"));
    busy.expect(503);
}
