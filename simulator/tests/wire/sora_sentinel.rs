//! The sentinel: what is asked, what is accepted, what is blocked.

use serde_json::json;
use sorakit_simulator::{SentinelSettings, Simulator};

use crate::client::{Client, SENTINEL_HEADERS, stepped, video};

/// Posts a video with `token` and expects a `sentinel_block` that says `why`.
#[track_caller]
fn blocked(client: &Client, token: &str, why: &str) {
    let refused = client
        .try_post(
            "/nf/create",
            &video("a cat"),
            &[("openai-sentinel-token", token)],
        )
        .unwrap()
        .expect(400);
    assert_eq!(refused["error"]["code"], "sentinel_block");
    assert_eq!(refused["error"]["param"], "openai-sentinel-token");
    let message = refused["error"]["message"].as_str().unwrap();
    assert!(message.contains(why), "{message}");
}

#[test]
fn a_token_serves_once() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let token = client.sentinel().to_header();
    let headers = [("openai-sentinel-token", token.as_str())];
    client
        .try_post("/nf/create", &video("a cat"), &headers)
        .unwrap()
        .expect(200);
    blocked(&client, &token, "used before");
    assert_eq!(simulator.requests_of("sora.videos.create").len(), 2);
}

#[test]
fn a_token_without_a_valid_proof_is_blocked() {
    let simulator = Simulator::builder()
        .stepped()
        .sentinel(SentinelSettings {
            difficulty: "000fff".into(),
            ..SentinelSettings::default()
        })
        .start()
        .unwrap();
    let client = Client::new(&simulator);
    blocked(&client, "not json", "cannot be read");

    let mut token = client.sentinel();
    token.c = "gAAAAABsomething".into();
    blocked(&client, &token.to_header(), "not issued");

    let mut token = client.sentinel();
    token.id = "another".into();
    blocked(&client, &token.to_header(), "id is not");

    let mut token = client.sentinel();
    token.t = "something".into();
    blocked(&client, &token.to_header(), "turnstile");

    // The proof of another challenge, and the text that stands for none.
    let other = client.sentinel().p;
    let mut token = client.sentinel();
    token.p = other;
    blocked(&client, &token.to_header(), "above the difficulty");
    let mut token = client.sentinel();
    token.p = "gAAAAABwQ8Lk5FbGpA2NcR9dShT6gYjU7VxZ4DIjAuNSI=~S".into();
    blocked(&client, &token.to_header(), "in place of a solution");
    let mut token = client.sentinel();
    token.p = token.p.replacen("gAAAAAB", "gAAAAAC", 1);
    blocked(&client, &token.to_header(), "not solved");

    let late = client.sentinel().to_header();
    simulator.advance(std::time::Duration::from_secs(3600));
    blocked(&client, &late, "expired");

    let missing = client.post("/nf/create", &video("a cat")).expect(400);
    assert_eq!(missing["error"]["code"], "sentinel_block");
}

#[test]
fn a_challenge_can_be_waived_and_a_turnstile_added() {
    let simulator = Simulator::builder()
        .sentinel(SentinelSettings {
            required: false,
            turnstile: true,
            ..SentinelSettings::default()
        })
        .start()
        .unwrap();
    let client = Client::observed(&simulator);
    let token = client.sentinel();
    assert!(token.p.starts_with("gAAAAAC") && token.p.ends_with("~S"));
    assert!(!token.t.is_empty());
    client
        .try_post(
            "/nf/create",
            &video("a cat"),
            &[("openai-sentinel-token", &token.to_header())],
        )
        .unwrap()
        .expect(200);
}

#[test]
fn the_request_is_checked_as_documented_and_read_as_observed() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let p = client
        .sentinel()
        .p
        .replacen("gAAAAAB", "gAAAAAC", 1)
        .replace("~S", "");
    let body = json!({"p": p, "id": "x", "flow": "sora_init"}).to_string();
    for missing in [
        "origin",
        "referer",
        "user-agent",
        "sec-ch-ua",
        "sec-ch-ua-platform",
    ] {
        let headers: Vec<_> = SENTINEL_HEADERS
            .into_iter()
            .filter(|(name, _)| *name != missing)
            .collect();
        // The test's own client adds a User-Agent where there is none.
        let headers: Vec<_> = headers
            .into_iter()
            .chain((missing == "user-agent").then_some(("user-agent", "")))
            .collect();
        let refused = client.send(
            "POST",
            "/backend-api/sentinel/req",
            &headers,
            body.as_bytes(),
        );
        let refused = refused.unwrap().expect(400);
        let param = refused["error"]["param"].as_str().unwrap().to_lowercase();
        assert_eq!(param, missing);
    }
    let wrong = json!({"p": "gAAAAACx", "id": "x", "flow": "sora_init"}).to_string();
    let refused = client.send(
        "POST",
        "/backend-api/sentinel/req",
        &SENTINEL_HEADERS,
        wrong.as_bytes(),
    );
    assert_eq!(refused.unwrap().expect(400)["error"]["param"], "p");

    // Gateways send JSON, another flow, and no browser headers.
    let observed = Client::observed(&simulator);
    let body = json!({"p": p, "id": "x", "flow": "sora_2_create_task"});
    let asked = observed
        .post("/backend-api/sentinel/req", &body)
        .expect(200);
    assert!(asked["token"].as_str().unwrap().starts_with("gAAAAAB"));
    assert_eq!(asked.get("turnstile"), None);
}

#[test]
fn gateways_find_a_device_id_and_have_the_proof_solved_for_them() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let page = client.send("GET", "/", &[], b"").unwrap();
    assert_eq!(page.status, 200);
    let cookie = page.header("set-cookie").unwrap();
    let device = cookie.strip_prefix("oai-did=").unwrap();
    assert_eq!(device.split(';').next().unwrap().len(), 36, "{cookie}");

    let path = "/api/v1/sora/sentinel-token";
    let body = br#"{"device_type": "ios", "access_token": "x"}"#;
    let json = ("content-type", "application/json");
    assert_eq!(
        client.send("POST", path, &[json], body).unwrap().status,
        401
    );
    let headers = [json, ("authorization", "Bearer any-key")];
    let solved = client
        .send("POST", path, &headers, body)
        .unwrap()
        .expect(200);
    assert!(solved["user_agent"].is_string() && solved["cookie_header"].is_string());
    let token = solved["sentinel_token"].as_str().unwrap();
    client
        .try_post(
            "/nf/create",
            &video("a cat"),
            &[("openai-sentinel-token", token)],
        )
        .unwrap()
        .expect(200);
    blocked(&client, token, "used before");
}
