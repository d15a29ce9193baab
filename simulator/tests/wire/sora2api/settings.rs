//! What is set is kept and shown again.

use serde_json::{Value, json};

use super::{administrator, observed};
use crate::client::stepped;

#[test]
fn every_setting_is_kept() {
    let simulator = stepped();
    let admin = administrator(&simulator);
    let cases = [
        (
            "/api/admin/config",
            json!({"error_ban_threshold": 7}),
            "/api/admin/config",
            "/error_ban_threshold",
            json!(7),
        ),
        (
            "/api/admin/debug",
            json!({"enabled": true}),
            "/api/admin/config",
            "/debug_enabled",
            json!(true),
        ),
        (
            "/api/proxy/config",
            json!({"proxy_enabled": true, "proxy_url": "http://p"}),
            "/api/proxy/config",
            "/proxy_url",
            json!("http://p"),
        ),
        (
            "/api/proxy/config",
            json!({"proxy_enabled": true, "proxy_pool_enabled": true}),
            "/api/proxy/config",
            "/proxy_pool_enabled",
            json!(true),
        ),
        (
            "/api/cache/config",
            json!({"timeout": 60}),
            "/api/cache/config",
            "/config/timeout",
            json!(60),
        ),
        (
            "/api/cache/base-url",
            json!({"base_url": "https://a.test/"}),
            "/api/cache/config",
            "/config/effective_base_url",
            json!("https://a.test"),
        ),
        (
            "/api/cache/enabled",
            json!({"enabled": false}),
            "/api/cache/config",
            "/config/enabled",
            json!(false),
        ),
        (
            "/api/generation/timeout",
            json!({"video_timeout": 90}),
            "/api/generation/timeout",
            "/config/video_timeout",
            json!(90),
        ),
        (
            "/api/watermark-free/config",
            json!({"watermark_free_enabled": true, "parse_method": "custom", "custom_parse_url": "http://c"}),
            "/api/watermark-free/config",
            "/custom_parse_url",
            json!("http://c"),
        ),
        (
            "/api/cloudflare/config",
            json!({"solver_enabled": true, "solver_api_url": "http://s"}),
            "/api/cloudflare/config",
            "/config/solver_api_url",
            json!("http://s"),
        ),
        (
            "/api/token-refresh/enabled",
            json!({"enabled": true}),
            "/api/token-refresh/config",
            "/config/at_auto_refresh_enabled",
            json!(true),
        ),
    ];
    for (set, body, get, pointer, expected) in cases {
        let before = admin.get(get).expect(200);
        assert_ne!(before.pointer(pointer), Some(&expected), "{set}");
        let answer = admin.post(set, &body).expect(200);
        assert_eq!(answer["success"], true);
        assert!(answer["message"].is_string(), "{set}");
        let after = admin.get(get).expect(200);
        assert_eq!(after.pointer(pointer), Some(&expected), "{set}");
    }
}

#[test]
fn defaults_are_those_of_the_document() {
    let simulator = stepped();
    let admin = administrator(&simulator);
    let timeouts = admin.get("/api/generation/timeout").expect(200);
    assert_eq!(
        timeouts["config"],
        json!({"image_timeout": 300, "video_timeout": 1800})
    );
    let cache = admin.get("/api/cache/config").expect(200)["config"].clone();
    assert_eq!(cache["timeout"], 7200);
    assert_eq!(cache["effective_base_url"], simulator.base_url("sora2api"));
    let watermark = admin.get("/api/watermark-free/config").expect(200);
    let expected = json!({
        "watermark_free_enabled": false,
        "parse_method": "third_party",
        "custom_parse_url": null,
        "custom_parse_token": null,
    });
    assert_eq!(watermark, expected);
    let proxy = admin.get("/api/proxy/config").expect(200);
    assert_eq!(proxy["proxy_pool_count"], 0);
}

#[test]
fn wrong_settings_are_refused() {
    let simulator = stepped();
    let admin = administrator(&simulator);
    let mut measured = observed(&simulator);
    measured.access_token.clone_from(&admin.access_token);
    for (path, body) in [
        ("/api/cache/config", json!({"timeout": 59})),
        ("/api/cache/config", json!({"timeout": 86_401})),
        ("/api/cache/base-url", json!({"base_url": "ftp://a"})),
        ("/api/generation/timeout", json!({"image_timeout": 3601})),
        ("/api/admin/apikey", json!({"new_api_key": ""})),
    ] {
        admin.post(path, &body).expect(400);
        measured.post(path, &body).expect(400);
    }
    for (path, body) in [
        ("/api/admin/debug", json!({})),
        ("/api/admin/debug", json!({"enabled": "yes"})),
        ("/api/admin/config", json!({"error_ban_threshold": "3"})),
        ("/api/proxy/config", json!({"proxy_url": "http://p"})),
    ] {
        admin.post(path, &body).expect(400);
        let invalid = measured.post(path, &body).expect(422);
        assert_eq!(invalid["detail"][0]["loc"][0], "body");
    }
    let builtin = json!({"watermark_free_enabled": true, "parse_method": "builtin"});
    admin
        .post("/api/watermark-free/config", &builtin)
        .expect(400);
    measured
        .post("/api/watermark-free/config", &builtin)
        .expect(200);
    let config = measured.get("/api/watermark-free/config").expect(200);
    assert_eq!(config["fallback_on_failure"], true);
}

#[test]
fn solver_credentials_come_and_go() {
    let simulator = stepped();
    let admin = administrator(&simulator);
    admin
        .post("/api/cloudflare/refresh", &Value::Null)
        .expect(400);
    let config = json!({"solver_enabled": true, "solver_api_url": "http://localhost:8000"});
    admin.post("/api/cloudflare/config", &config).expect(200);
    let valid = || admin.get("/api/cloudflare/state").expect(200)["state"]["is_valid"].clone();
    assert_eq!(valid(), false);
    let refreshed = admin
        .post("/api/cloudflare/refresh", &Value::Null)
        .expect(200);
    assert_eq!(refreshed["state"]["remaining_seconds"], 1800);
    assert_eq!(valid(), true);
    simulator.advance(std::time::Duration::from_secs(1800));
    assert_eq!(valid(), false);
    let cleared = admin
        .post("/api/cloudflare/clear", &Value::Null)
        .expect(200);
    assert_eq!(cleared["state"]["has_credentials"], false);
}
