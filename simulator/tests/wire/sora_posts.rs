//! Publishing, feeds, likes, remixes, links.

use serde_json::{Value, json};
use sorakit_simulator::Simulator;

use crate::client::{Client, VIDEO_TIME, stepped, video};

/// Makes a video and gives its generation.
fn generation(simulator: &Simulator, client: &Client, request: &Value) -> String {
    client.create("/nf/create", request).expect(200);
    simulator.advance(VIDEO_TIME);
    let drafts = client.get("/project_y/profile/drafts/v2").expect(200);
    drafts["items"][0]["id"].as_str().unwrap().to_owned()
}

fn publish(client: &Client, generation: &str) -> crate::client::Answer {
    let body = json!({
        "attachments_to_create": [{"generation_id": generation, "kind": "sora"}],
        "post_text": "",
    });
    client.create("/project_y/post", &body)
}

#[test]
fn a_draft_is_published_once_and_deleted() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let generation = generation(&simulator, &client, &video("a cat"));
    let without = client.post("/project_y/post", &json!({})).expect(400);
    assert_eq!(without["error"]["code"], "sentinel_block");
    let wrong = publish(&client, "gen_unknown").expect(400);
    assert_eq!(
        wrong["error"]["param"],
        "attachments_to_create[0].generation_id"
    );
    let post = publish(&client, &generation).expect(200)["post"].clone();
    let id = post["id"].as_str().unwrap();
    assert!(id.starts_with("s_") && id.len() == 34, "{id}");
    assert_eq!(
        client
            .send("GET", post["video_url"].as_str().unwrap(), &[], b"")
            .unwrap()
            .status,
        200
    );
    publish(&client, &generation).expect(400);

    let link = |url: &str, token: &str| {
        client.post("/get-sora-link", &json!({"url": url, "token": token}))
    };
    let share = format!("https://sora.chatgpt.com/p/{id}?source=x");
    let key = simulator.credentials().api_key;
    let found = link(&share, &key).expect(200);
    assert_eq!(
        client
            .send("GET", found["download_link"].as_str().unwrap(), &[], b"")
            .unwrap()
            .status,
        200
    );
    link(&share, "wrong").expect(400);
    let path = format!("/project_y/post/{id}");
    client.delete(&path).expect(204);
    client.delete(&path).expect(404);
    client.get(&path).expect(404);
    let observed = Client::observed(&simulator);
    let gone = observed
        .post("/get-sora-link", &json!({"url": share, "token": key}))
        .expect(200);
    assert!(gone["error"].is_string());
}

#[test]
fn posts_are_liked_remixed_and_shown_in_feeds() {
    let simulator = stepped();
    let client = Client::observed(&simulator);
    let first = generation(&simulator, &client, &video("a cat"));
    let first = publish(&client, &first).expect(200)["post"].clone();
    let id = first["id"].as_str().unwrap();
    assert!(first["permalink"].as_str().unwrap().ends_with(id));
    assert!(first["posted_at"].is_f64());
    let attachment = &first["attachments"][0];
    assert!(attachment["download_urls"]["no_watermark"].is_string());

    let mut request = video("the cat swims");
    request["remix_target_id"] = json!(id);
    request.as_object_mut().unwrap().remove("size");
    let second = generation(&simulator, &client, &request);
    let second = publish(&client, &second).expect(200)["post"]["id"].clone();
    let tree = client
        .get(&format!("/project_y/post/{id}/tree"))
        .expect(200);
    assert_eq!(tree["children"]["items"][0]["post"]["id"], second);
    let remixes = client
        .get(&format!("/project_y/post/{id}/remix_feed"))
        .expect(200);
    assert_eq!(remixes["items"].as_array().unwrap().len(), 1);

    let like = format!("/project_y/post/{id}/like");
    client.post(&like, &json!({})).expect(200);
    assert_eq!(client.post(&like, &json!({})).expect(200)["like_count"], 1);
    let ids = |path: &str| -> Vec<Value> {
        let feed = client.get(path).expect(200);
        feed["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["post"]["id"].clone())
            .collect()
    };
    assert_eq!(
        ids("/project_y/feed?cut=nf2_latest"),
        [second.clone(), json!(id)]
    );
    assert_eq!(
        ids("/project_y/feed?cut=nf2_top"),
        [json!(id), second.clone()]
    );
    assert_eq!(ids("/project_y/profile_feed/me?limit=8&cut=nf2").len(), 2);
    client.get("/project_y/feed?cut=best").expect(400);
    let page = client.get("/project_y/feed?limit=1").expect(200);
    let next = format!(
        "/project_y/feed?limit=1&cursor={}",
        page["cursor"].as_str().unwrap()
    );
    let last = client.get(&next).expect(200);
    assert_eq!(last["items"][0]["post"]["id"], id);
    assert_eq!(last["cursor"], Value::Null);
    let profile = client
        .get("/project_y/profile/username/@simulated")
        .expect(200);
    assert_eq!(profile["post_count"], 2);
    assert_eq!(profile["likes_received_count"], 1);
    client.get("/project_y/profile/username/nobody").expect(404);
    client.delete(&format!("/project_y/post/{id}")).expect(200);
}
