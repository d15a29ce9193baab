//! What others published, who they are, and what a token works on.

use std::time::Duration;

use serde_json::json;

use super::{VIDEO_TIME, administrator, create, gateway, observed};
use crate::client::stepped;

#[test]
fn published_videos_stand_in_every_feed() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let ids = [create(&client, "one"), create(&client, "two")];
    simulator.advance(VIDEO_TIME);
    let empty = client.get("/v1/feed").expect(200);
    assert_eq!(empty["count"], 0);
    assert_eq!(empty["cursor"], json!(null));

    // Links without a watermark come from a post.
    let admin = administrator(&simulator);
    let config = json!({"watermark_free_enabled": true});
    admin
        .post("/api/watermark-free/config", &config)
        .expect(200);
    for id in &ids {
        client.get(&format!("/v1/videos/{id}/content"));
    }
    let video = observed(&simulator).get(&format!("/v1/videos/{}", ids[0]));
    let permalink = video.expect(200)["metadata"]["permalink"].clone();

    let feed = client.get("/v1/feed?limit=1&cut=nf2_latest").expect(200);
    assert_eq!(feed["count"], 1);
    let cursor = feed["cursor"].as_str().unwrap();
    let rest = client
        .get(&format!("/v1/feed?limit=1&cursor={cursor}"))
        .expect(200);
    assert_eq!(rest["cursor"], json!(null));
    let item = &rest["items"][0];
    assert_eq!(item["permalink"], permalink);
    assert_eq!(item["text"], "one");
    assert_eq!(item["attachment"]["duration_seconds"], 15.0);
    assert_eq!(item["author"]["username"], "simulated");
    let user = item["author"]["user_id"].as_str().unwrap();
    let of_user = client.get(&format!("/v1/users/{user}/feed")).expect(200);
    assert_eq!(of_user["feed"]["items"].as_array().unwrap().len(), 2);
    let own = client.get("/v1/tokens/1/profile-feed").expect(200);
    assert_eq!(own["feed"], of_user["feed"]);
    client.get("/v1/users/user-nobody/feed").expect(404);

    // A post can be remixed by its link.
    let remix = json!({"prompt": "again", "remix_target_id": permalink});
    client.post("/v1/videos", &remix).expect(201);
}

#[test]
fn people_are_found_by_name() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let profile = client.get("/v1/profiles/simulated").expect(200);
    assert_eq!(profile["profile"]["display_name"], "Simulated User");
    assert_eq!(profile["profile"]["verified"], false);
    client.get("/v1/profiles/nobody").expect(404);
    let found = client
        .get("/v1/characters/search?username=SIMUL")
        .expect(200);
    assert_eq!(found["count"], 1);
    assert_eq!(found["results"][0]["can_cameo"], false);
    let cameos = client
        .get("/v1/characters/search?username=simul&intent=cameo")
        .expect(200);
    assert_eq!(cameos["count"], 0);
}

#[test]
fn the_tasks_of_a_token_show_how_far_they_are() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let id = create(&client, "a cat");
    simulator.advance(Duration::from_secs(80));
    let pending = client.get("/v1/tokens/1/pending-tasks-v2").expect(200);
    assert_eq!(pending["count"], 1);
    let task = &pending["tasks"][0];
    assert_eq!(task["status"], "running");
    assert_eq!(task["prompt"], "a cat");
    let progress = task["progress_pct"].as_f64().unwrap();
    assert!(0.0 < progress && progress < 0.9, "{progress}");
    let older = client.get("/v1/tokens/1/pending-tasks").expect(200);
    assert_eq!(older["tasks"][0]["progress_pct"], 0.0);

    let path = format!("/v1/tokens/1/tasks/{}", task["id"].as_str().unwrap());
    assert_eq!(
        client.get(&path).expect(200)["task"]["generations"],
        json!([])
    );
    simulator.advance(VIDEO_TIME);
    let done = client.get(&path).expect(200)["task"].clone();
    assert_eq!(done["status"], "succeeded");
    assert!(done["generations"][0]["url"].is_string());
    let by_video = client.get(&format!("/v1/tokens/1/tasks/{id}")).expect(200);
    assert_eq!(by_video["task"]["id"], done["id"]);
    client.get("/v1/tokens/1/tasks/task_0").expect(404);
    assert_eq!(client.get("/v1/tokens/1/pending-tasks").json()["count"], 0);
}

#[test]
fn prompts_are_enhanced_as_far_as_asked() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let enhance = |level: &str| {
        let body = json!({"prompt": "a cat", "expansion_level": level, "duration_s": 15});
        let answer = client
            .post("/v1/enhance_prompt?token_id=1", &body)
            .expect(200);
        answer["enhanced_prompt"].as_str().unwrap().to_owned()
    };
    assert!(enhance("long").len() > enhance("short").len());
    let default = client.post("/v1/enhance_prompt", &json!({"prompt": "a cat"}));
    assert!(default.expect(200)["enhanced_prompt"].is_string());
    for body in [
        json!({}),
        json!({"prompt": "x", "duration_s": 20}),
        json!({"prompt": "x", "expansion_level": "huge"}),
    ] {
        client.post("/v1/enhance_prompt", &body).expect(400);
    }
}
