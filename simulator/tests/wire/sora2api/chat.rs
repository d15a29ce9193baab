//! Chat completions: streams and whole answers, documented and measured.

use serde_json::{Value, json};
use sorakit_simulator::dialects::sora2api::UPSTREAM;

use super::{VIDEO_TIME, create, encoded, events, fast, gateway, mp4, observed, png};
use crate::client::{Client, stepped};

fn ask(model: &str, prompt: &str) -> Value {
    json!({
        "model": model,
        "messages": [{"role": "user", "content": prompt}],
        "stream": true,
    })
}

fn stream(client: &Client, body: &Value) -> Vec<Value> {
    let answer = client.post("/v1/chat/completions", body);
    assert_eq!(answer.status, 200, "{answer:?}");
    let kind = answer.header("content-type").unwrap();
    assert!(kind.starts_with("text/event-stream"), "{kind}");
    events(&answer.body)
}

fn delta(event: &Value) -> &Value {
    &event["choices"][0]["delta"]
}

/// All pieces of content, joined.
fn text(events: &[Value]) -> String {
    let pieces = events
        .iter()
        .filter_map(|event| delta(event)["content"].as_str());
    pieces.collect()
}

#[test]
fn a_documented_stream_thinks_in_objects_and_ends_with_json() {
    let simulator = fast();
    let client = gateway(&simulator);
    let events = stream(&client, &ask("sora-video-landscape-10s", "a cat"));
    assert_eq!(events.last(), Some(&json!("[DONE]")));
    let chunks = &events[..events.len() - 1];
    for chunk in chunks {
        assert_eq!(chunk["object"], "chat.completion.chunk");
        assert_eq!(chunk["model"], "sora");
        assert!(chunk["id"].as_str().unwrap().starts_with("chatcmpl-"));
    }
    assert_eq!(delta(&chunks[0])["role"], "assistant");
    let thoughts: Vec<_> = chunks
        .iter()
        .map(|chunk| &delta(chunk)["reasoning_content"])
        .filter(|thought| thought.is_object())
        .collect();
    assert!(thoughts.len() >= 3, "{thoughts:?}");
    assert!(
        thoughts
            .iter()
            .all(|thought| thought["stage"] == "generation")
    );
    let percents: Vec<_> = thoughts
        .iter()
        .map(|thought| thought["progress"].as_u64())
        .collect();
    assert!(percents.is_sorted(), "{percents:?}");
    let last = chunks.last().unwrap();
    assert_eq!(last["choices"][0]["finish_reason"], "stop");
    let result: Value = serde_json::from_str(&text(chunks)).unwrap();
    assert_eq!(result["type"], "video");
    let file = client.send("GET", result["url"].as_str().unwrap(), &[], b"");
    assert_eq!(&file.unwrap().body[4..8], b"ftyp");
}

#[test]
fn a_measured_stream_thinks_in_text_and_stops_in_capitals() {
    let simulator = fast();
    let client = observed(&simulator);
    let events = stream(&client, &ask("sora2-portrait-15s", "a cat"));
    let chunks = &events[..events.len() - 1];
    let first = delta(&chunks[0]);
    assert!(first["reasoning_content"].is_string());
    assert_eq!(first["content"], Value::Null);
    assert!(first.as_object().unwrap().contains_key("tool_calls"));
    let last = chunks.last().unwrap();
    assert_eq!(last["choices"][0]["finish_reason"], "STOP");
    assert_eq!(last["choices"][0]["native_finish_reason"], "STOP");
    assert_eq!(last["usage"]["total_tokens"], 1);
    let content = text(chunks);
    assert!(
        content.starts_with("```html\n<video src='http"),
        "{content}"
    );

    let events = stream(&client, &ask("gpt-image", "a cat"));
    let content = text(&events[..events.len() - 1]);
    assert!(content.starts_with("![Generated Image](http"), "{content}");
}

#[test]
fn without_a_stream_the_document_promises_a_result_and_real_servers_make_none() {
    let simulator = fast();
    let mut body = ask("sora-image", "a cat");
    body["stream"] = json!(false);
    let answer = gateway(&simulator)
        .post("/v1/chat/completions", &body)
        .expect(200);
    assert_eq!(answer["object"], "chat.completion");
    assert_eq!(answer["model"], "sora-image");
    let content = answer["choices"][0]["message"]["content"].as_str().unwrap();
    let result: Value = serde_json::from_str(content).unwrap();
    assert_eq!(result["type"], "image");

    let before = simulator.engine().world().jobs.iter().count();
    let measured = observed(&simulator);
    let answer = measured.post("/v1/chat/completions", &body).expect(200);
    let content = answer["choices"][0]["message"]["content"].as_str().unwrap();
    assert!(content.contains("enable streaming"), "{content}");
    assert_eq!(simulator.engine().world().jobs.iter().count(), before);

    let admin = super::administrator(&simulator);
    admin
        .post("/api/tokens/1/disable", &Value::Null)
        .expect(200);
    let refused = measured.post("/v1/chat/completions", &body).expect(500);
    assert_eq!(refused["error"]["message"], "Availability check failed");
}

#[test]
fn errors_and_refusals_come_inside_the_stream() {
    let simulator = fast();
    let broken = ask("sora-video-landscape-10s", "simulate:generation_failed");
    let refused = ask(
        "sora-video-landscape-10s",
        "simulate:content_policy_violation",
    );
    let at_once = ask("sora-video-landscape-10s", "simulate:heavy_load");
    let client = gateway(&simulator);
    for (body, code) in [
        (&broken, "generation_failed"),
        (&refused, "content_policy_violation"),
        (&at_once, "heavy_load"),
    ] {
        let events = stream(&client, body);
        let error = &events[events.len() - 2]["error"];
        assert_eq!(error["code"], code);
        assert!(error["message"].is_string() && error["type"].is_string());
        assert_eq!(events.last(), Some(&json!("[DONE]")));
    }
    let measured = observed(&simulator);
    let events = stream(&measured, &broken);
    assert_eq!(events[events.len() - 2]["error"]["type"], "server_error");
    let events = stream(&measured, &refused);
    let chunk = &events[events.len() - 2];
    assert_eq!(chunk["choices"][0]["finish_reason"], "STOP");
    let content = delta(chunk)["content"].as_str().unwrap();
    assert!(content.starts_with("❌ 生成失败: "), "{content}");
}

#[test]
fn an_enhanced_prompt_ends_without_done() {
    let simulator = stepped();
    let mut client = gateway(&simulator);
    client.base = simulator.base_url(UPSTREAM);
    let events = stream(&client, &ask("prompt-enhance-long-15s", "a cat"));
    assert_eq!(events.len(), 2);
    assert!(text(&events).starts_with("a cat. "));
    assert_eq!(events[1]["choices"][0]["finish_reason"], "STOP");
}

#[test]
fn a_video_becomes_a_character_with_a_card() {
    let simulator = fast();
    let mut body = ask("sora-video-landscape-10s", "");
    body["video"] = json!(encoded(&mp4()));
    body["character_options"] = json!({"username": "neko", "display_name": "Neko"});
    for client in [gateway(&simulator), observed(&simulator)] {
        let events = stream(&client, &body);
        let content = text(&events[..events.len() - 1]);
        let (card, words) = content.split_once('\n').unwrap();
        let card: Value = serde_json::from_str(card).unwrap();
        assert_eq!(card["event"], "character_card");
        assert_eq!(card["card"]["display_name"], "Neko");
        assert!(
            card["card"]["cameo_id"]
                .as_str()
                .unwrap()
                .starts_with("ch_")
        );
        assert!(words.contains(card["card"]["username"].as_str().unwrap()));
        body["character_options"]["username"] = json!("neko2");
    }
    body["messages"][0]["content"] = json!("dances");
    body["character_options"] = json!({"username": "neko3"});
    let events = stream(&gateway(&simulator), &body);
    assert!(text(&events[..events.len() - 1]).contains("\"type\":\"video\""));
    let world = simulator.engine().world();
    let job = world.jobs.iter().next_back().unwrap();
    assert_eq!(job.asked.prompt, "@neko3 dances");
}

#[test]
fn images_and_remixes_are_taken_and_checked() {
    let simulator = fast();
    let client = gateway(&simulator);
    let data_url = format!("data:image/png;base64,{}", encoded(&png()));
    let with_image = |url: &str| {
        let mut body = ask("sora-image", "");
        body["messages"][0]["content"] = json!([
            {"type": "text", "text": "make it move"},
            {"type": "image_url", "image_url": {"url": url}},
        ]);
        body
    };
    stream(&client, &with_image(&data_url));
    let remote = with_image("https://example.test/cat.png");
    client.post("/v1/chat/completions", &remote).expect(400);
    // Real servers pass over the address without a word.
    stream(&observed(&simulator), &remote);

    let source = create(&client, "a cat");
    while client.get(&format!("/v1/videos/{source}")).json()["status"] != "completed" {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let mut remix = ask("sora-video-landscape-10s", "in snow");
    remix["remix_target_id"] = json!(source);
    stream(&client, &remix);
    {
        let world = simulator.engine().world();
        let job = world.jobs.iter().next_back().unwrap();
        assert_eq!(job.asked.remix_of.as_deref(), Some(source.as_str()));
    }
    remix["remix_target_id"] = json!(format!("s_{}", "0".repeat(32)));
    client.post("/v1/chat/completions", &remix).expect(400);
}

#[test]
fn wrong_requests_are_refused_before_a_stream_begins() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let mut unknown = ask("sora-video-landscape-10s", "a cat");
    unknown["typo"] = json!(1);
    let mut style = ask("sora-video-landscape-10s", "a cat");
    style["style_id"] = json!("loud");
    for body in [
        json!({"messages": []}),
        json!({"model": "sora-image", "messages": []}),
        ask("sora-9", "a cat"),
        ask("sora-image", " "),
        ask("prompt-enhance-long-15s", "a cat"),
        unknown,
        style,
    ] {
        let refused = client.post("/v1/chat/completions", &body).expect(400);
        assert!(refused["detail"].is_string(), "{body}");
    }
    let missing = observed(&simulator).post("/v1/chat/completions", &json!({"messages": []}));
    assert_eq!(
        missing.expect(422)["detail"][0]["loc"],
        json!(["body", "model"])
    );
}

#[test]
fn a_client_that_goes_leaves_nothing_behind() {
    use std::io::{Read as _, Write as _};
    let simulator = stepped();
    let url = simulator.url().trim_start_matches("http://").to_owned();
    let body = ask("sora-video-landscape-10s", "a cat").to_string();
    let mut socket = std::net::TcpStream::connect(&url).unwrap();
    write!(
        socket,
        "POST /sora2api/v1/chat/completions HTTP/1.1\r\nHost: {url}\r\n\
         Authorization: Bearer {}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        simulator.credentials().api_key,
        body.len()
    )
    .unwrap();
    let mut begin = [0; 512];
    assert!(socket.read(&mut begin).unwrap() > 0);
    drop(socket);
    simulator.advance(VIDEO_TIME);
    // The simulator still answers, and the job went on.
    let world = simulator.engine().world();
    assert_eq!(world.jobs.iter().count(), 1);
    drop(world);
    gateway(&simulator).get("/v1/models").expect(200);
}
