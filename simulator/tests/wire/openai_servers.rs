//! The Videos API as other servers serve it (`docs/wire/openai.md` §11).

use serde_json::{Value, json};
use sorakit_simulator::Simulator;

use crate::client::{Client, VIDEO_TIME, measure, stepped};

fn text<'a>(name: &'a str, value: &'a str) -> (&'a str, Option<&'a str>, &'a str, &'a [u8]) {
    (name, None, "", value.as_bytes())
}

fn path(video: &Value) -> String {
    format!("/v1/videos/{}", video["id"].as_str().unwrap())
}

#[test]
fn sglang_counts_in_numbers_and_answers_deleted_videos() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai/sglang");
    let body = json!({"prompt": "a cat", "seconds": 2, "size": "832x480", "fps": 16});
    let video = client.post("/v1/videos", &body).expect(200);
    assert_eq!(video["id"].as_str().unwrap().len(), 36);
    assert_eq!(video["seconds"], "2");
    assert!(video["file_path"].is_string());
    assert_eq!(video["url"], json!(null));
    let wrong = client
        .post("/v1/videos", &json!({"prompt": "a", "seconds": "2"}))
        .expect(422);
    assert_eq!(wrong["detail"][0]["loc"], json!(["body", "seconds"]));
    let path = path(&video);
    let early = client.get(&format!("{path}/content")).expect(404);
    assert_eq!(early["detail"], "Generation is still in-progress");
    simulator.advance(VIDEO_TIME);
    assert_eq!(
        measure(&client.get(&format!("{path}/content")).body),
        (832, 480, 2)
    );
    let list = client.get("/v1/videos").expect(200);
    assert_eq!(list["has_more"], false);
    assert_eq!(list["first_id"], list["last_id"]);
    assert_eq!(client.delete(&path).expect(200)["status"], "deleted");
    assert_eq!(client.get(&path).expect(404)["detail"], "Video not found");
    client
        .post(&format!("{path}/remix"), &json!({"prompt": "a"}))
        .expect(404);
}

#[test]
fn vllm_takes_forms_only() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai/vllm-omni");
    let refused = client
        .post("/v1/videos", &json!({"prompt": "a"}))
        .expect(400);
    assert_eq!(refused["error"]["code"], 400);
    let reference = r#"{"image_url": "https://example.com/a.png"}"#;
    let parts = [
        text("prompt", "a cat"),
        text("seconds", "3"),
        text("num_frames", "48"),
        text("fps", "16"),
        text("size", "480x832"),
        text("image_reference", reference),
    ];
    let video = client.form("/v1/videos", &parts).expect(200);
    assert!(video["id"].as_str().unwrap().starts_with("video_gen_"));
    assert_eq!(video["file_name"], json!(null));
    simulator.advance(VIDEO_TIME);
    let path = path(&video);
    assert!(client.get(&path).expect(200)["file_name"].is_string());
    assert_eq!(
        measure(&client.get(&format!("{path}/content")).body),
        (480, 832, 3)
    );
    assert_eq!(client.get("/v1/videos").expect(200)["has_more"], false);
    assert_eq!(client.delete(&path).expect(200)["object"], "video.deleted");
    let address = [
        text("prompt", "a"),
        text("input_reference", "https://example.com/a.png"),
    ];
    client.form("/v1/videos", &address).expect(400);
}

#[test]
fn new_api_has_a_task_id_and_an_address_but_no_list() {
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai/new-api");
    let body = json!({"prompt": "a cat", "model": "sora-2", "seconds": "10", "image": "https://example.com/a.png"});
    let video = client.post("/v1/videos", &body).expect(200);
    assert_eq!(video["id"], video["task_id"]);
    assert!(video.get("error").is_none() && video.get("metadata").is_none());
    let path = path(&video);
    let early = client.get(&format!("{path}/content")).expect(400);
    assert_eq!(early["error"]["message"], "Task is not completed yet");
    simulator.advance(VIDEO_TIME);
    let done = client.get(&path).expect(200);
    let url = done["metadata"]["url"].as_str().unwrap();
    let direct = client.send("GET", url, &[], b"").unwrap();
    assert_eq!(direct.body, client.get(&format!("{path}/content")).body);
    client.get("/v1/videos").expect(405);
    client.delete(&path).expect(405);
    let remix = client
        .post(&format!("{path}/remix"), &json!({"prompt": "a dog"}))
        .expect(200);
    assert_eq!(remix["remixed_from_video_id"], video["id"]);
    let missing = client.get("/v1/videos/task_none").expect(400);
    assert_eq!(missing["error"]["code"], "task_not_exist");
}

#[test]
fn litellm_wraps_ids() {
    use base64::Engine as _;
    let simulator = stepped();
    let client = Client::of_dialect(&simulator, "openai/litellm");
    let video = client
        .post("/v1/videos", &json!({"prompt": "a cat"}))
        .expect(200);
    let id = video["id"]
        .as_str()
        .unwrap()
        .strip_prefix("video_")
        .unwrap();
    let envelope = base64::prelude::BASE64_STANDARD.decode(id).unwrap();
    let envelope = String::from_utf8(envelope).unwrap();
    assert!(
        envelope.starts_with("litellm:custom_llm_provider:openai;"),
        "{envelope}"
    );
    let encoded = path(&video).replace('=', "%3D").replace('+', "%2B");
    assert_eq!(client.get(&encoded).expect(200)["id"], video["id"]);
    let wrong = client.post("/v1/videos", &json!({})).expect(400);
    assert_eq!(wrong["error"]["code"], "400");
}

#[test]
fn dynamo_answers_when_the_video_is_done() {
    let simulator = Simulator::builder().speed(2000.0).start().unwrap();
    let client = Client::of_dialect(&simulator, "openai/dynamo");
    let body = json!({"prompt": "a cat", "model": "wan", "seconds": 1, "size": "320x240"});
    let video = client.post("/v1/videos", &body).expect(200);
    assert_eq!(video["status"], "completed");
    let file = client
        .send("GET", video["data"][0]["url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(measure(&file.body), (320, 240, 1));
    client
        .form("/v1/videos", &[text("prompt", "a")])
        .expect(400);
    client.get(&path(&video)).expect(404);
    let refused = json!({"prompt": "simulate:generation_failed", "model": "wan"});
    assert_eq!(client.post("/v1/videos", &refused).expect(500)["code"], 500);
}

#[test]
fn a_server_can_stand_at_the_root_of_a_port() {
    let simulator = Simulator::builder()
        .port_for("openai/sglang", 0)
        .stepped()
        .start()
        .unwrap();
    let base = simulator.base_url("openai/sglang");
    assert_ne!(base, format!("{}/openai/sglang", simulator.url()));
    let client = Client::of_dialect(&simulator, "openai/sglang");
    client
        .post("/v1/videos", &json!({"prompt": "a cat"}))
        .expect(200);
}
