//! Characters, and the administration's view of them.

use serde_json::{Value, json};

use super::{administrator, encoded, fast, gateway, mp4, observed};

#[test]
fn a_character_is_made_from_a_file_or_from_base64() {
    let simulator = fast();
    let client = gateway(&simulator);
    let video = mp4();
    let text = |name: &'static str, text: &'static str| (name, None, "", text.as_bytes());
    let made = client.form(
        "/v1/characters",
        &[
            text("model", "sora-video-10s"),
            ("video", Some("me.mp4"), "video/mp4", &video),
            text("timestamps", "0,3"),
            text("username", "my_character"),
            text("display_name", "My Character"),
            text("instruction_set", "Always speak politely."),
        ],
    );
    let made = made.expect(200);
    assert!(made["id"].as_str().unwrap().starts_with("char_"));
    assert_eq!(made["object"], "character");
    assert_eq!(made["data"]["username"], "my_character");
    let cameo = made["data"]["cameo_id"].as_str().unwrap();
    assert!(cameo.starts_with("ch_"), "{cameo}");

    for name in ["video", "video_base64"] {
        let mut body = json!({});
        body[name] = json!(encoded(&video));
        let made = client.post("/v1/characters", &body).expect(200);
        assert!(made["data"]["username"].is_string());
    }

    let admin = administrator(&simulator);
    let listed = admin.get("/api/characters").expect(200);
    assert_eq!(listed["characters"].as_array().unwrap().len(), 3);
    let path = format!("/api/characters/{cameo}");
    let change = json!({"visibility": "public", "instruction_set": "Sing."});
    admin.post(&format!("{path}/update"), &change).expect(200);
    let one = admin.get(&path).expect(200)["character"].clone();
    assert_eq!(one["visibility"], "public");
    assert_eq!(one["instruction_set"], "Sing.");
    assert_eq!(one["status"], "finalized");
    assert_eq!(one["token_id"], 1);
    let of_token = admin.get("/api/characters/by-token/1").expect(200);
    assert_eq!(of_token["characters"].as_array().unwrap().len(), 3);
    let of_other = admin.get("/api/characters/by-token/2").expect(200);
    assert_eq!(of_other["characters"], json!([]));
    admin.delete(&path).expect(200);
    admin.get(&path).expect(404);
    admin.delete(&path).expect(404);
    admin
        .post(&format!("{path}/update"), &json!({"visibility": "public"}))
        .expect(404);
    // Only the database forgot it.
    let found = client
        .get("/v1/characters/search?username=my_char&intent=cameo")
        .expect(200);
    assert_eq!(found["results"][0]["token"], format!("<@{cameo}>"));
    assert_eq!(found["results"][0]["can_cameo"], true);
}

#[test]
fn wrong_videos_and_names_are_refused() {
    let simulator = fast();
    let client = gateway(&simulator);
    let video = encoded(&mp4());
    for body in [
        json!({}),
        json!({"video": "AAAA"}),
        json!({"video": video, "video_base64": video}),
        json!({"video": video, "timestamps": "3,0"}),
        json!({"video": video, "username": "a b"}),
        json!({"video": video, "username": "simulated"}),
        json!({"video": video, "model": "sora-image"}),
    ] {
        let refused = client.post("/v1/characters", &body).expect(400);
        assert!(refused["detail"].is_string());
    }
    let bad = mp4();
    let part = (
        "video",
        Some("simulate:failure.mp4"),
        "video/mp4",
        bad.as_slice(),
    );
    let failed = observed(&simulator).form("/v1/characters", &[part]);
    assert_eq!(failed.expect(500)["error"]["code"], Value::Null);
}
