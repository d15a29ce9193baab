//! The mirror's videos, images and characters (`docs/wire/mirror.md`).

use serde_json::{Value, json};
use sorakit_simulator::{AccountSpec, Plan, Simulator};

use crate::client::{Answer, Client, VIDEO_TIME, measure, png, stepped};

fn text<'a>(name: &'a str, value: &'a str) -> (&'a str, Option<&'a str>, &'a str, &'a [u8]) {
    (name, None, "", value.as_bytes())
}

fn path(video: &Value) -> String {
    format!("/v1/videos/{}", video["id"].as_str().unwrap())
}

#[test]
fn a_licence_is_accepted_with_and_without_bearer() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "mirror");
    let body = json!({"prompt": "画小猫", "model": "sora_video2"}).to_string();
    let key = simulator.credentials().api_key;
    for authorization in [key.clone(), format!("Bearer {key}")] {
        let headers = [
            ("authorization", authorization.as_str()),
            ("content-type", "application/json"),
        ];
        let made = client.send("POST", "/v1/videos", &headers, body.as_bytes());
        made.unwrap().expect(200);
        simulator.advance(VIDEO_TIME);
    }
    let refused = client.send("POST", "/v1/videos", &[("authorization", "nobody")], b"{}");
    assert_eq!(
        refused.unwrap().expect(401)["error"]["code"],
        "invalid_license"
    );

    let free = AccountSpec {
        plan: Plan::Free,
        ..AccountSpec::default()
    };
    let (_, free) = simulator.add_account(free);
    let free = Client::of_dialect(&simulator, "mirror").with_token(&free.api_key);
    free.post(
        "/v1/videos",
        &json!({"prompt": "a", "model": "sora_video2"}),
    )
    .expect(403);
}

#[test]
fn a_documented_video_has_the_size_and_length_asked_for() {
    let pro = AccountSpec {
        plan: Plan::Pro,
        ..AccountSpec::default()
    };
    let simulator = Simulator::builder().stepped().first_run_account(pro);
    let simulator = simulator.start().unwrap();
    let client = Client::of_dialect(&simulator, "mirror");
    let image = png();
    let parts = [
        text("prompt", "根据图片生成视频"),
        text("model", "sora_video2-pro-hd"),
        text("size", "16x9"),
        text("seconds", "15"),
        text("watermark", "true"),
        ("input_reference[]", Some("a.png"), "image/png", &image[..]),
        ("input_reference[]", Some("b.png"), "image/png", &image[..]),
    ];
    let video = client.form("/v1/videos", &parts).expect(200);
    assert_eq!(video["status"], "queued");
    simulator.advance(VIDEO_TIME * 2);
    let path = path(&video);
    let done = client.get(&path).expect(200);
    assert_eq!(done["status"], "completed");
    assert!(done.get("video_url").is_none());
    let file = client.get(&format!("{path}/content"));
    assert_eq!(file.header("content-type"), Some("video/mp4"));
    assert_eq!(measure(&file.body), (1792, 1024, 15));
    assert_eq!(simulator.requests_of("mirror.videos.create").len(), 1);
}

#[test]
fn an_observed_video_has_an_address_and_content_redirects() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "mirror").with_observed_shapes();
    let body = json!({"prompt": "a cat", "model": "sora_video2-landscape", "duration": 10});
    let video = client.post("/v1/videos", &body).expect(200);
    simulator.advance(VIDEO_TIME / 4);
    let running = client.get(&path(&video)).expect(200);
    assert_eq!(
        (&running["status"], &running["video_url"]),
        (&json!("processing"), &json!(null))
    );
    simulator.advance(VIDEO_TIME);
    let done = client.get(&path(&video)).expect(200);
    let redirect = client.get(&format!("{}/content", path(&video)));
    assert_eq!(redirect.status, 302);
    assert_eq!(redirect.header("location"), done["video_url"].as_str());
    let file = client
        .send("GET", done["video_url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(measure(&file.body), (1280, 720, 10));

    let failed = json!({"prompt": "simulate:safety_filter_triggered", "model": "sora_video2"});
    let failed = client.post("/v1/videos", &failed).expect(200);
    simulator.advance(VIDEO_TIME);
    assert!(client.get(&path(&failed)).expect(200)["error"].is_string());
    assert!(client.post("/v1/videos", &json!({})).expect(400)["error"].is_string());
}

#[test]
fn wrong_parameters_are_named() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "mirror");
    let param = |answer: Answer| answer.expect(400)["error"]["param"].clone();
    for (field, more) in [
        ("model", json!({"model": "sora-2"})),
        ("model", json!({"model": "sora_image"})),
        ("hd", json!({"hd": true})),
        (
            "hd",
            json!({"hd": true, "model": "sora_video2-pro", "duration": 25}),
        ),
        ("duration", json!({"duration": 20})),
        ("seconds", json!({"seconds": "4"})),
        ("style", json!({"style": "retro"})),
        ("style", json!({"style": "anime", "model": "sora_video"})),
        ("n", json!({"n": 5})),
        ("n", json!({"n": "2"})),
        ("size", json!({"size": "wide"})),
        ("watermark", json!({"watermark": "yes"})),
        (
            "character_timestamps",
            json!({"character_timestamps": "0,9"}),
        ),
        ("input_reference", json!({"input_reference": ["nothing!"]})),
        ("colour", json!({"colour": "red"})),
    ] {
        let mut body = json!({"prompt": "a", "model": "sora_video2"});
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        assert_eq!(param(client.post("/v1/videos", &body)), field, "{body}");
    }
}

#[test]
fn remixes_can_bring_characters() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "mirror");
    let create = |more: Value| {
        let mut body = json!({"prompt": "a cat", "model": "sora_video2"});
        if let Some(more) = more.as_object() {
            body.as_object_mut().unwrap().extend(more.clone());
        }
        let video = client.post("/v1/videos", &body).expect(200);
        simulator.advance(VIDEO_TIME);
        video
    };
    let (open, private) = (create(json!({})), create(json!({"private": true})));
    let remix = |video: &Value, body: Value| client.post(&format!("{}/remix", path(video)), &body);
    remix(&private, json!({"prompt": "a dog"})).expect(400);
    let plain = remix(&open, json!({"prompt": "a dog"})).expect(200);
    assert_eq!(plain["remixed_from_video_id"], open["id"]);
    assert!(plain.get("character").is_none());

    let from_task =
        json!({"prompt": "a dog", "model": "sora_video2", "character_from_task": open["id"]});
    let from_task = remix(&open, from_task).expect(200);
    assert!(from_task["character"]["username"].is_string());
    let later = remix(&open, json!({"prompt": "a dog", "character_create": true})).expect(200);
    assert!(later.get("character").is_none());
    simulator.advance(VIDEO_TIME);
    let done = client.get(&path(&later)).expect(200);
    assert!(done["character"]["id"].is_string());
    assert_eq!(
        client.get(&path(&later)).expect(200)["character"],
        done["character"]
    );

    let post = |body: Value| client.post("/v1/characters", &body);
    let character = post(json!({"from_task": open["id"], "timestamps": "0,3"})).expect(200);
    for member in ["id", "username", "permalink", "profile_picture_url"] {
        assert!(character[member].is_string(), "{member}");
    }
    let picture = character["profile_picture_url"].as_str().unwrap();
    assert_eq!(client.send("GET", picture, &[], b"").unwrap().status, 200);
    post(json!({"url": "https://example.com/a.mp4"})).expect(200);
    post(json!({"timestamps": "0,3"})).expect(400);
    post(json!({"url": "https://example.com/a.mp4", "timestamps": "0,0.5"})).expect(400);
    post(json!({"from_task": "video_none"})).expect(404);
}

#[test]
fn images_come_when_they_are_done() {
    let simulator = Simulator::builder().speed(2000.0).start().unwrap();
    let client = Client::of_dialect(&simulator, "mirror");
    let parts = [
        text("prompt", "画小猫"),
        text("model", "sora_image"),
        text("n", "2"),
        text("size", "3x2"),
    ];
    let images = client.form("/v1/images/generations", &parts).expect(200);
    assert_eq!(images["data"].as_array().unwrap().len(), 2);
    let file = client
        .send("GET", images["data"][0]["url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(file.header("content-type"), Some("image/png"));
    // Width and height in the PNG's header.
    assert_eq!(&file.body[16..24], [0, 0, 2, 28, 0, 0, 1, 104]);

    let body = json!({"prompt": "a", "model": "sora_image", "response_format": "b64_json"});
    let inline = client.post("/v1/images/generations", &body).expect(200);
    assert!(
        inline["data"][0]["b64_json"]
            .as_str()
            .unwrap()
            .starts_with("iVBOR")
    );
    let image = png();
    let parts = [
        text("prompt", "换一个风格"),
        text("model", "sora_image"),
        ("image[]", Some("a.png"), "image/png", &image[..]),
    ];
    client.form("/v1/images/edits", &parts).expect(200);
    client.form("/v1/images/edits", &parts[..2]).expect(400);
    let refused = json!({"prompt": "simulate:content_policy_violation", "model": "sora_image"});
    let refused = client.post("/v1/images/generations", &refused).expect(400);
    assert_eq!(refused["error"]["code"], "content_policy_violation");
}

#[test]
fn what_pro_opens_wants_a_pro_account_where_documented() {
    let simulator = stepped();
    let documented = Client::of_dialect(&simulator, "mirror");
    let body = json!({"prompt": "a cat", "model": "sora_video2-pro"});
    let refused = documented.post("/v1/videos", &body).expect(403);
    assert!(
        refused["error"]["message"]
            .as_str()
            .unwrap()
            .contains("Pro"),
        "{refused}"
    );
    let observed = Client::of_dialect(&simulator, "mirror").with_observed_shapes();
    observed.post("/v1/videos", &body).expect(200);
}

#[test]
fn style_storyboard_and_watermark_show_in_the_file() {
    let file = |more: Value| {
        // The same seed: whatever differs comes of the request.
        let simulator = stepped();
        let client = Client::of_dialect(&simulator, "mirror");
        let mut body = json!({"prompt": "a cat", "model": "sora_video2"});
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        let video = client.post("/v1/videos", &body).expect(200);
        simulator.advance(VIDEO_TIME * 2);
        client.get(&format!("{}/content", path(&video))).body
    };
    let plain = file(json!({}));
    assert_eq!(plain, file(json!({})));
    assert_eq!(plain, file(json!({"watermark": false})));
    for more in [
        json!({"style": "anime"}),
        json!({"storyboard": true}),
        json!({"watermark": true}),
    ] {
        assert_ne!(plain, file(more.clone()), "{more}");
    }
    assert_ne!(
        file(json!({"style": "anime"})),
        file(json!({"style": "news"}))
    );
}
