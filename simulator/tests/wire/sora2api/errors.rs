//! Error bodies and statuses, documented and measured (docs/wire/sora2api.md §12.1).

use serde_json::json;
use sorakit_simulator::{AccountSpec, Action, Rule, Simulator};

use super::{create, gateway, observed};
use crate::client::stepped;

#[test]
fn keys_are_required_and_checked() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let none = client.send("GET", "/v1/models", &[], b"").unwrap();
    assert!(none.expect(401)["detail"].is_string());
    let measured = observed(&simulator);
    let none = measured.send("GET", "/v1/models", &[], b"").unwrap();
    assert_eq!(none.expect(403)["detail"], "Not authenticated");
    for client in [
        client.with_token("sk-wrong"),
        measured.with_token("sk-wrong"),
    ] {
        let wrong = client.get("/v1/models").expect(401);
        assert_eq!(wrong["detail"], "Invalid API key");
        let wrong = client.get("/api/tokens").expect(401);
        assert_eq!(wrong["detail"], "Invalid or expired token");
    }
}

#[test]
fn a_body_that_is_not_json_makes_real_servers_stumble() {
    let simulator = stepped();
    let key = format!("Bearer {}", simulator.credentials().api_key);
    let headers = [
        ("authorization", key.as_str()),
        ("content-type", "application/json"),
    ];
    let send = |client: &crate::client::Client| {
        client
            .send("POST", "/v1/videos", &headers, b"{\"prompt\":")
            .unwrap()
    };
    assert!(send(&gateway(&simulator)).expect(400)["detail"].is_string());
    let stumble = send(&observed(&simulator)).expect(500);
    assert_eq!(stumble["error"]["code"], "server_error");
}

#[test]
fn trouble_behind_the_gateway_is_its_own() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let body = json!({"prompt": "simulate:heavy_load"});
    let refused = client.post("/v1/videos", &body).expect(500);
    assert_eq!(refused["error"]["type"], "server_error");
    assert_eq!(refused["error"]["code"], "heavy_load");
    let measured = observed(&simulator).post("/v1/videos", &body).expect(500);
    assert_eq!(measured["error"]["code"], json!(null));
    let content = json!({"prompt": "simulate:refuse_content"});
    let refused = client.post("/v1/videos", &content).expect(400);
    assert_eq!(refused["error"]["code"], "content_policy_violation");
    let country = json!({"prompt": "simulate:unsupported_country_code"});
    let refused = observed(&simulator)
        .post("/v1/videos", &country)
        .expect(500);
    assert_eq!(refused["error"]["code"], "unsupported_country_code");
    assert_eq!(refused["error"]["param"], "country");
}

#[test]
fn without_a_token_that_can_work_there_is_404() {
    let spec = AccountSpec {
        quota: 1,
        ..AccountSpec::default()
    };
    let simulator = Simulator::builder()
        .stepped()
        .first_run_account(spec)
        .start()
        .unwrap();
    let client = observed(&simulator);
    create(&client, "a cat");
    let refused = client.post("/v1/videos", &json!({"prompt": "a cat"}));
    assert_eq!(refused.expect(404)["detail"], "No active tokens available");

    // Another account joins the pool, and works.
    let (id, credentials) = simulator.add_account(AccountSpec::default());
    create(&client, "a cat");
    let last = simulator.journal().pop().unwrap();
    assert_eq!(last.account.as_deref(), Some(id.as_str()));
    // Its own key stands for it alone.
    let own = client.with_token(&credentials.api_key);
    create(&own, "a cat");
    let last = simulator.journal().pop().unwrap();
    assert_eq!(last.account.as_deref(), Some(id.as_str()));
}

#[test]
fn scripted_refusals_are_worded_as_the_gateway_does() {
    let simulator = stepped();
    let rule = Rule::new(Action::Refuse {
        code: "rate_limit_exceeded".into(),
    });
    simulator.add_fault(rule.operation("sora2api.videos.create"));
    let client = gateway(&simulator);
    let limited = client.post("/v1/videos", &json!({"prompt": "a cat"}));
    assert_eq!(limited.header("retry-after"), Some("2"));
    assert_eq!(limited.expect(429)["error"]["code"], "rate_limit_exceeded");
}

#[test]
fn numbers_in_paths_and_queries_are_checked() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let measured = observed(&simulator);
    client.get("/v1/tokens/one/pending-tasks").expect(400);
    let wrong = measured.get("/v1/tokens/one/pending-tasks").expect(422);
    assert_eq!(wrong["detail"][0]["loc"], json!(["path", "token_id"]));
    client.get("/v1/tokens/99/pending-tasks").expect(404);
    client.get("/v1/feed?token_id=99").expect(404);
    client.get("/v1/feed?limit=0").expect(400);
    client.get("/v1/feed?cut=best").expect(400);
    client.get("/v1/characters/search").expect(400);
}
