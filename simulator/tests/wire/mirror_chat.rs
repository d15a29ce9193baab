//! The mirror's chat completions (`docs/wire/mirror.md` §2).

use serde_json::{Value, json};
use sorakit_simulator::Simulator;

use crate::client::{Client, events};

fn request(model: &str, content: Value, stream: bool) -> Value {
    let messages = json!([{"role": "user", "content": content}]);
    json!({"model": model, "stream": stream, "messages": messages})
}

#[test]
fn an_image_comes_as_markdown_at_the_end_of_a_stream() {
    let simulator = Simulator::builder().speed(2000.0).start().unwrap();
    let client = Client::of_dialect(&simulator, "mirror");
    let path = "/v1/chat/completions";
    let streamed = client.post(path, &request("sora_image", json!("画小猫"), true));
    assert!(
        streamed
            .header("content-type")
            .unwrap()
            .starts_with("text/event-stream")
    );
    assert!(streamed.body.ends_with(b"data: [DONE]\n\n"));
    let chunks = events(&streamed.body);
    let content: String = chunks
        .iter()
        .filter_map(|chunk| chunk["choices"][0]["delta"]["content"].as_str())
        .collect();
    assert!(content.starts_with("![Generated Image](http"), "{content}");
    let told = |chunk: &Value| chunk["choices"][0]["delta"]["reasoning_content"].is_string();
    assert!(chunks.iter().any(told));
    assert_eq!(
        chunks.last().unwrap()["choices"][0]["finish_reason"],
        "stop"
    );

    let image = json!({"type": "image_url", "image_url": {"url": "https://example.com/a.png"}});
    let content = json!([{"type": "text", "text": "换个风格"}, image]);
    let whole = client
        .post(path, &request("sora_image", content, false))
        .expect(200);
    assert_eq!(whole["object"], "chat.completion");
    assert!(
        whole["choices"][0]["message"]["content"]
            .as_str()
            .unwrap()
            .starts_with("![")
    );
}

#[test]
fn a_video_comes_as_a_block_and_a_refusal_as_text() {
    let simulator = Simulator::builder().speed(2000.0).start().unwrap();
    let client = Client::of_dialect(&simulator, "mirror");
    let path = "/v1/chat/completions";
    let said = |prompt: &str| {
        let body = request("sora_video2-landscape-10s", json!(prompt), true);
        let answer = client.post(path, &body);
        assert_eq!(answer.status, 200);
        let chunks = events(&answer.body);
        let contents = chunks
            .iter()
            .filter_map(|chunk| chunk["choices"][0]["delta"]["content"].as_str());
        contents.collect::<String>()
    };
    let video = said("a cat");
    let url = video.split('\'').nth(1).unwrap();
    let file = client.send("GET", url, &[], b"").unwrap();
    assert_eq!(file.header("content-type"), Some("video/mp4"));
    assert!(said("simulate:content_policy_violation").starts_with('❌'));

    client
        .post(path, &request("gpt-4", json!("hello"), true))
        .expect(400);
    client
        .post(path, &json!({"model": "sora_image"}))
        .expect(400);
}
