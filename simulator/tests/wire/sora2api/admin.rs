//! Login, and tokens one by one.

use serde_json::{Value, json};
use sorakit_simulator::{AccountSpec, Credentials};

use super::{administrator, create, gateway, observed};
use crate::client::stepped;

/// A JWT that no simulator issued.
fn foreign_token(email: &str) -> String {
    use base64::Engine as _;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
    let claims = json!({
        "sub": "user-foreign",
        "exp": 4_102_444_800_i64,
        "https://api.openai.com/profile": {"email": email},
    });
    let encode = |value: &Value| BASE64.encode(value.to_string());
    format!(
        "{}.{}.c2ln",
        encode(&json!({"alg": "RS256"})),
        encode(&claims)
    )
}

#[test]
fn sessions_end_with_logout_and_with_the_password() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let wrong = json!({"username": "admin", "password": "wrong"});
    let refused = client.post("/api/login", &wrong).expect(200);
    assert_eq!(
        (&refused["success"], &refused["token"]),
        (&json!(false), &json!(null))
    );

    let (first, second) = (administrator(&simulator), administrator(&simulator));
    assert!(first.access_token.starts_with("admin-"));
    first.post("/api/logout", &Value::Null).expect(200);
    first.get("/api/tokens").expect(401);
    second.get("/api/tokens").expect(200);

    let wrong = json!({"old_password": "wrong", "new_password": "new"});
    second.post("/api/admin/password", &wrong).expect(400);
    let change = json!({"old_password": "admin", "new_password": "new", "username": "root"});
    second.post("/api/admin/password", &change).expect(200);
    second.get("/api/tokens").expect(401);
    let login = json!({"username": "root", "password": "new"});
    let login = client.post("/api/login", &login).expect(200);
    let third = client.with_token(login["token"].as_str().unwrap());
    let config = third.get("/api/admin/config").expect(200);
    assert_eq!(config["admin_username"], "root");
}

#[test]
fn the_api_key_can_be_changed() {
    let simulator = stepped();
    let admin = administrator(&simulator);
    let config = admin.get("/api/admin/config").expect(200);
    assert_eq!(config["api_key"], simulator.credentials().api_key);
    let new = json!({"new_api_key": "sk-new"});
    admin.post("/api/admin/apikey", &new).expect(200);
    gateway(&simulator).get("/v1/models").expect(401);
    let client = gateway(&simulator).with_token("sk-new");
    create(&client, "a cat");
    assert_eq!(admin.get("/api/admin/config").json()["api_key"], "sk-new");
}

#[test]
fn a_token_is_added_changed_tested_and_deleted() {
    let simulator = stepped();
    let admin = administrator(&simulator);
    let token = foreign_token("foreign@example.test");
    let body = json!({"token": token, "remark": "a note", "video_concurrency": 2});
    let added = admin.post("/api/tokens", &body).expect(200);
    assert_eq!(added["token_id"], 2);
    let again = admin.post("/api/tokens", &body).expect(409);
    assert!(
        again["detail"]
            .as_str()
            .unwrap()
            .contains("foreign@example.test")
    );
    let own = json!({"token": simulator.credentials().access_token});
    admin.post("/api/tokens", &own).expect(409);
    let unreadable = json!({"token": "not a jwt"});
    admin.post("/api/tokens", &unreadable).expect(400);

    let listed = admin.get("/api/tokens").expect(200);
    let foreign = &listed[1];
    assert_eq!(foreign["email"], "foreign@example.test");
    assert_eq!(foreign["expiry_time"], "2100-01-01T00:00:00");
    assert_eq!(foreign["remark"], "a note");
    assert_eq!(foreign["video_concurrency"], 2);
    assert_eq!(foreign["image_concurrency"], -1);
    assert_eq!(foreign["sora2_supported"], json!(null));
    assert_eq!(listed[0]["sora2_remaining_count"], 30);
    assert_eq!(listed[0]["plan_type"], "chatgpt_plus");

    let change = json!({"remark": null, "proxy_url": "http://127.0.0.1:1", "image_enabled": false});
    admin.put("/api/tokens/2", &change).expect(200);
    let changed = admin.get("/api/tokens").expect(200)[1].clone();
    assert_eq!(changed["remark"], json!(null));
    assert_eq!(changed["proxy_url"], "http://127.0.0.1:1");
    assert_eq!(changed["image_enabled"], false);
    admin
        .put("/api/tokens/2", &json!({"video_concurrency": -5}))
        .expect(400);

    let bad = admin.post("/api/tokens/2/test", &Value::Null).expect(200);
    assert_eq!(
        (&bad["success"], &bad["status"]),
        (&json!(true), &json!("failed"))
    );
    let good = admin.post("/api/tokens/1/test", &Value::Null).expect(200);
    assert_eq!(good["status"], "success");
    assert_eq!(good["username"], "simulated");
    assert_eq!(good["sora2_total_count"], 5);

    admin.delete("/api/tokens/2").expect(200);
    assert_eq!(admin.get("/api/tokens").json().as_array().unwrap().len(), 1);
}

#[test]
fn unknown_tokens_are_404_and_a_success_on_real_servers() {
    let simulator = stepped();
    let admin = administrator(&simulator);
    let mut measured = observed(&simulator);
    measured.access_token.clone_from(&admin.access_token);
    let status = json!({"is_active": true});
    admin.put("/api/tokens/9/status", &status).expect(404);
    admin.delete("/api/tokens/9").expect(404);
    admin.post("/api/tokens/9/enable", &Value::Null).expect(404);
    admin.post("/api/tokens/9/test", &Value::Null).expect(404);
    assert_eq!(
        measured.put("/api/tokens/9/status", &status).expect(200)["success"],
        true
    );
    assert_eq!(
        measured.delete("/api/tokens/9").expect(200)["success"],
        true
    );
    let unreadable = json!({"token": "not a jwt"});
    measured.post("/api/tokens", &unreadable).expect(409);
}

#[test]
fn a_disabled_token_does_not_work_and_errors_disable_it() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let admin = administrator(&simulator);
    let body = json!({"prompt": "a cat"});
    admin
        .post("/api/tokens/1/disable", &Value::Null)
        .expect(200);
    client.post("/v1/videos", &body).expect(404);
    let enabled = admin.post("/api/tokens/1/enable", &Value::Null).expect(200);
    assert_eq!(enabled["error_count"], 0);
    create(&client, "a cat");

    let broken = json!({"prompt": "simulate:internal_error"});
    for _ in 0..3 {
        client.post("/v1/videos", &broken).expect(500);
    }
    let token = admin.get("/api/tokens").expect(200)[0].clone();
    assert_eq!(
        (&token["is_active"], &token["error_count"]),
        (&json!(false), &json!(3))
    );
    client.post("/v1/videos", &body).expect(404);
    let status = json!({"is_active": true});
    admin.put("/api/tokens/1/status", &status).expect(200);
    // Too much at once is nobody's error.
    let busy = json!({"prompt": "simulate:too_many_concurrent_tasks"});
    client.post("/v1/videos", &busy).expect(500);
    create(&client, "a cat");
}

#[test]
fn limits_of_a_token_hold() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let admin = administrator(&simulator);
    admin
        .put("/api/tokens/1", &json!({"video_concurrency": 1}))
        .expect(200);
    create(&client, "a cat");
    client
        .post("/v1/videos", &json!({"prompt": "a cat"}))
        .expect(404);
    simulator.advance(super::VIDEO_TIME);
    create(&client, "a cat");
    simulator.advance(super::VIDEO_TIME);
    admin
        .put("/api/tokens/1", &json!({"video_enabled": false}))
        .expect(200);
    client
        .post("/v1/videos", &json!({"prompt": "a cat"}))
        .expect(404);
}

#[test]
fn expired_tokens_are_renewed_when_asked_to() {
    let simulator = stepped();
    let client = gateway(&simulator);
    administrator(&simulator).get("/api/tokens").expect(200);
    simulator.advance(std::time::Duration::from_secs(11 * 86_400));
    let admin = administrator(&simulator);
    let tested = admin.post("/api/tokens/1/test", &Value::Null).expect(200);
    assert_eq!(tested["message"], "Token has expired");
    client
        .post("/v1/videos", &json!({"prompt": "a cat"}))
        .expect(404);
    admin
        .post("/api/token-refresh/enabled", &json!({"enabled": true}))
        .expect(200);
    create(&client, "a cat");
}

#[test]
fn session_and_refresh_tokens_are_converted() {
    let simulator = stepped();
    let (_, credentials): (String, Credentials) = simulator.add_account(AccountSpec::default());
    let admin = administrator(&simulator);
    let st = json!({"st": credentials.session_token});
    let converted = admin.post("/api/tokens/st2at", &st).expect(200);
    let me = gateway(&simulator).with_token(converted["access_token"].as_str().unwrap());
    let me = me.send(
        "GET",
        &format!("{}/me", simulator.url()),
        &[
            ("authorization", &format!("Bearer {}", me.access_token)),
            ("accept", "application/json"),
        ],
        b"",
    );
    assert_eq!(me.unwrap().expect(200)["email"], converted["email"]);
    let rt = json!({"rt": credentials.refresh_token});
    let converted = admin.post("/api/tokens/rt2at", &rt).expect(200);
    assert_eq!(converted["expires_in"], 86_400);
    assert_ne!(converted["refresh_token"], credentials.refresh_token);
    // It serves once.
    admin.post("/api/tokens/rt2at", &rt).expect(400);
    admin
        .post("/api/tokens/st2at", &json!({"st": "x"}))
        .expect(400);
}
