//! From a video to a character, and its end.

use std::time::Duration;

use serde_json::{Value, json};

use super::sora_uploads::{mp4, png};
use crate::client::{Client, VIDEO_TIME, stepped, video};

fn upload(client: &Client, file_name: &str, timestamps: &str) -> crate::client::Answer {
    let mp4 = mp4();
    let parts = [
        ("file", Some(file_name), "video/mp4", mp4.as_slice()),
        ("timestamps", None, "", timestamps.as_bytes()),
    ];
    client.form("/characters/upload", &parts)
}

fn picture(client: &Client) -> Value {
    let png = png();
    let parts = [
        ("file", Some("profile.png"), "image/png", png.as_slice()),
        ("use_case", None, "", b"profile".as_slice()),
    ];
    client.form("/project_y/file/upload", &parts).expect(200)["asset_pointer"].clone()
}

#[test]
fn a_video_becomes_a_character_that_prompts_can_use() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let cameo = upload(&client, "me.mp4", "0,3").expect(200)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/project_y/cameos/in_progress/{cameo}");
    assert_eq!(client.get(&path).expect(200)["status"], "processing");
    let finalize = |username: &str, pointer: &Value| {
        let body = json!({
            "cameo_id": cameo, "username": username, "display_name": "My Character",
            "profile_asset_pointer": pointer, "instruction_set": null, "safety_instruction_set": null,
        });
        client.post("/characters/finalize", &body)
    };
    let pointer = picture(&client);
    assert_eq!(
        finalize("my.character", &pointer).expect(400)["error"]["param"],
        "cameo_id"
    );
    simulator.advance(Duration::from_secs(30));
    let done = client.get(&path).expect(200);
    assert_eq!(done["status"], "completed");
    let file = client
        .send("GET", done["profile_asset_url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(file.header("content-type"), Some("image/webp"));

    assert_eq!(
        finalize("simulated", &pointer).expect(400)["error"]["param"],
        "username"
    );
    let wrong = finalize("my.character", &json!("asset_ptr_x")).expect(400);
    assert_eq!(wrong["error"]["param"], "profile_asset_pointer");
    let made = finalize("my.character", &pointer).expect(200);
    let character = made["character"]["character_id"].as_str().unwrap();

    let (_, stranger) = simulator.add_account(sorakit_simulator::AccountSpec::default());
    let stranger = Client::new(&simulator).with_token(&stranger.access_token);
    let mut request = video("@my.character dances");
    request["cameo_ids"] = json!([character]);
    assert_eq!(
        stranger.create("/nf/create", &request).expect(400)["error"]["param"],
        "cameo_ids"
    );
    let nobody = video("@nobody.here dances");
    let refused = client.create("/nf/create", &nobody).expect(400);
    assert_eq!(refused["error"]["param"], "prompt", "{refused}");
    let mut replaced = video("@my.character dances");
    replaced["cameo_replacements"] = json!({character: "char_of_nobody"});
    let refused = client.create("/nf/create", &replaced).expect(400);
    assert_eq!(refused["error"]["param"], "cameo_replacements", "{refused}");
    replaced["cameo_replacements"] = json!({character: character});
    client.create("/nf/create", &replaced).expect(200);
    let update = format!("/project_y/cameos/by_id/{cameo}/update_v2");
    assert_eq!(
        client
            .post(&update, &json!({"visibility": "open"}))
            .expect(400)["error"]["param"],
        "visibility"
    );
    stranger
        .post(&update, &json!({"visibility": "public"}))
        .expect(404);
    client
        .post(&update, &json!({"visibility": "public"}))
        .expect(200);
    stranger.create("/nf/create", &request).expect(200);
    let found = stranger
        .get("/project_y/profile/search_mentions?username=my.ch&intent=cameo")
        .expect(200);
    assert_eq!(found["items"][0]["profile"]["username"], "my.character");

    let path = format!("/project_y/characters/{character}");
    stranger.delete(&path).expect(404);
    client.delete(&path).expect(204);
    client.delete(&path).expect(404);
}

#[test]
fn the_observed_form_says_completed_in_a_message() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    client.create("/nf/create", &video("a cat")).expect(200);
    simulator.advance(VIDEO_TIME);
    let generation = client.get("/project_y/profile/drafts").expect(200)["items"][0]["id"].clone();
    let body = json!({"generation_id": generation, "character_id": null, "timestamps": [0, 3]});
    let cameo = client
        .post("/characters/from-generation", &body)
        .expect(200)["id"]
        .clone();
    let path = format!("/project_y/cameos/in_progress/{}", cameo.as_str().unwrap());
    assert_eq!(client.get(&path).expect(200)["status"], "processing");
    simulator.advance(Duration::from_secs(30));
    let done = client.get(&path).expect(200);
    assert_eq!(done["status"], Value::Null);
    assert_eq!(done["status_message"], "Completed");
    assert!(done["instruction_set"].is_array());
    let body = json!({
        "cameo_id": cameo, "username": "my.cat", "display_name": "Cat", "profile_asset_pointer": picture(&client),
        "instruction_set": {"value": [{"type": "text", "value": "calm"}]}, "safety_instruction_set": null,
    });
    let made = client.post("/characters/finalize", &body).expect(200);
    assert!(
        made["character"]["character_id"]
            .as_str()
            .unwrap()
            .starts_with("ch_")
    );
    assert_eq!(client.get(&path).expect(200)["status"], "finalized");
    let update = format!(
        "/project_y/cameos/by_id/{}/update_v2",
        cameo.as_str().unwrap()
    );
    let instructions = json!({"instruction_set": {"value": [{"type": "text", "value": "wild"}]}});
    let updated = client.post(&update, &instructions).expect(200);
    assert_eq!(updated["instruction_set"]["value"][0]["value"], "wild");
    assert_eq!(updated["visibility"], "private");
}

#[test]
fn uploads_are_checked_and_can_fail() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    for timestamps in ["0", "3,0", "a,b"] {
        assert_eq!(
            upload(&client, "me.mp4", timestamps).expect(400)["error"]["param"],
            "timestamps"
        );
    }
    let cameo = upload(&client, "simulate:failure.mp4", "0,3").expect(200)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    simulator.advance(Duration::from_secs(30));
    let path = format!("/project_y/cameos/in_progress/{cameo}");
    assert_eq!(client.get(&path).expect(200)["status"], "failed");
}
