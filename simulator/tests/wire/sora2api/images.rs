//! Images: from a prompt, and from references of every form.

use serde_json::json;

use super::{encoded, fast, gateway, observed, png};
use sorakit_simulator::Simulator;

#[test]
fn an_image_comes_as_an_address_or_as_base64() {
    let simulator = fast();
    let client = gateway(&simulator);
    let body = json!({"model": "gpt-image-2", "prompt": "a cat", "size": "16:9", "n": 1});
    let answer = client.post("/v1/images/generations", &body).expect(200);
    assert!(answer["created"].is_i64());
    let image = &answer["data"][0];
    assert_eq!(image["revised_prompt"], "a cat");
    let file = client.send("GET", image["url"].as_str().unwrap(), &[], b"");
    let file = file.unwrap();
    assert_eq!(file.header("content-type"), Some("image/png"));
    let side = |at: usize| u32::from_be_bytes(file.body[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (1816, 1024));

    let body = json!({"prompt": "a cat", "size": "64x64", "response_format": "b64_json"});
    let answer = client.post("/v1/images/generations", &body).expect(200);
    let text = answer["data"][0]["b64_json"].as_str().unwrap();
    assert!(text.starts_with(&encoded(&png())[..10]));
    assert_eq!(answer["data"][0].get("url"), None);
}

#[test]
fn references_may_be_one_or_many_in_every_form() {
    let simulator = fast();
    let client = gateway(&simulator);
    let data_url = format!("data:image/png;base64,{}", encoded(&png()));
    let address = "https://example.test/reference.png";
    for image in [
        json!(address),
        json!(data_url),
        json!({"url": address}),
        json!([address, data_url, {"url": address}]),
    ] {
        let body = json!({"prompt": "a poster", "size": "64x64", "image": image});
        client.post("/v1/images/generations", &body).expect(200);
        client.post("/v1/images/edits", &body).expect(200);
    }
    for image in [
        json!("not an address"),
        json!("data:image/png;base64,AAAA"),
        json!([7]),
        json!({}),
    ] {
        let body = json!({"prompt": "a poster", "image": image});
        let refused = client.post("/v1/images/edits", &body).expect(400);
        assert!(refused["detail"].as_str().unwrap().contains("image"));
    }
}

#[test]
fn files_are_edited_by_a_form() {
    let simulator = fast();
    let client = gateway(&simulator);
    let image = png();
    let text = |name: &'static str, text: &'static str| (name, None, "", text.as_bytes());
    let file = |name: &'static str| (name, Some("a.png"), "image/png", image.as_slice());
    let parts = [text("prompt", "blend them"), text("size", "64x64")];
    for files in [vec![file("image")], vec![file("image[]"), file("image[]")]] {
        let parts: Vec<_> = parts.iter().copied().chain(files).collect();
        client.form("/v1/images/edits", &parts).expect(200);
    }
    client.form("/v1/images/edits", &parts).expect(400);
    let nameless = ("image", Some(""), "image/png", image.as_slice());
    client
        .form("/v1/images/edits", &[parts[0], nameless])
        .expect(400);
}

#[test]
fn wrong_requests_are_refused_by_field() {
    let simulator = fast();
    let client = gateway(&simulator);
    for (body, field) in [
        (json!({}), "prompt"),
        (json!({"prompt": "x", "n": 2}), "n"),
        (json!({"prompt": "x", "size": "big"}), "size"),
        (json!({"prompt": "x", "quality": "best"}), "quality"),
        (json!({"prompt": "x", "style": "bold"}), "style"),
        (
            json!({"prompt": "x", "response_format": "png"}),
            "response_format",
        ),
        (
            json!({"prompt": "x", "model": "sora-video-landscape-10s"}),
            "model",
        ),
        (json!({"prompt": "x", "model": "dall-e-3"}), "model"),
    ] {
        let refused = client.post("/v1/images/generations", &body).expect(400);
        let detail = refused["detail"].as_str().unwrap().to_lowercase();
        assert!(detail.contains(field), "{detail}");
    }
    let failing = json!({"prompt": "simulate:generation_failed"});
    let failed = observed(&simulator).post("/v1/images/generations", &failing);
    assert_eq!(failed.expect(500)["error"]["type"], "server_error");
}

#[test]
fn an_image_that_takes_too_long_fails() {
    let simulator = Simulator::builder().speed(20_000.0).start().unwrap();
    let client = gateway(&simulator);
    let stuck = json!({"prompt": "simulate:stuck"});
    let failed = client.post("/v1/images/generations", &stuck).expect(500);
    let message = failed["error"]["message"].as_str().unwrap();
    assert!(message.contains("300 seconds"), "{message}");
}
