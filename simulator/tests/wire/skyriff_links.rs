//! The SkyRiff gateway's lookup of links (`docs/wire/skyriff.md` §7, §8).

use serde_json::{Value, json};

use crate::client::{Client, VIDEO_TIME, stepped, video};

fn ask(model: &str, content: &str, stream: Value) -> Value {
    json!({"model": model, "stream": stream, "messages": [{"role": "user", "content": content}]})
}

#[test]
fn the_links_of_drafts_and_posts_are_found() {
    let simulator = stepped();
    let native = Client::new(&simulator);
    let client = Client::of_dialect(&simulator, "skyriff");
    let path = "/v1/chat/completions";
    let token = simulator.credentials().access_token;
    client
        .post(path, &ask("sora-drafts-url", &token, json!(false)))
        .expect(404);

    let draft = native.create("/nf/create", &video("a cat")).expect(200)["id"].clone();
    simulator.advance(VIDEO_TIME);
    let found = client
        .post(path, &ask("sora-drafts-url", &token, json!(false)))
        .expect(200);
    assert!(found["post_id"].as_str().unwrap().starts_with("draft_"));
    assert_eq!(found["links"]["text"], "a cat");
    for (link, media_type) in [
        ("mp4", "video/mp4"),
        ("mp4_wm", "video/mp4"),
        ("gif", "image/gif"),
        ("thumbnail", "image/jpeg"),
    ] {
        let url = found["links"][link].as_str().unwrap();
        let file = native.send("GET", url, &[], b"").unwrap();
        assert_eq!(file.header("content-type"), Some(media_type));
    }
    let post = json!({"attachments_to_create": [{"generation_id": draft, "kind": "sora"}], "post_text": "my cat"});
    let post = native.create("/project_y/post", &post).expect(200);
    let id = post["post"]["id"].as_str().unwrap();
    let url = format!("https://sora.chatgpt.com/p/{id}");
    let found = client
        .post(path, &ask("sora_url", &url, json!(false)))
        .expect(200);
    assert_eq!(found["post_id"], id);
    assert_eq!(found["post_info"]["like_count"], 0);
    assert_eq!(simulator.requests_of("skyriff.posts.link").len(), 1);
    assert_eq!(simulator.requests_of("skyriff.drafts.link").len(), 2);

    for body in [
        ask("sora_url", &url, json!(true)),
        ask("sora_url", &url, Value::Null),
        ask("sora_url", &format!(" {url}"), json!(false)),
        ask("sora_url", "https://example.com/p/s_1", json!(false)),
        ask("sora-drafts-url", "not a token", json!(false)),
    ] {
        client.post(path, &body).expect(400);
    }
    client
        .post(
            path,
            &ask("sora_url", "https://sora.chatgpt.com/p/s_0", json!(false)),
        )
        .expect(404);
}
