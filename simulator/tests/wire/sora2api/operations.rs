//! Which operations there are, and how a client learns of it.

use serde_json::Value;
use sorakit::Dialect;
use sorakit_simulator::dialects::sora2api::UPSTREAM;

use super::gateway;
use crate::client::stepped;

/// The operations of the document in its order: method and path.
const OPERATIONS: [&str; 71] = [
    "get /v1/models",
    "post /v1/chat/completions",
    "post /v1/videos",
    "get /v1/videos/{video_id}",
    "get /v1/videos/{video_id}/content",
    "post /v1/videos/{video_id}/remix",
    "post /v1/images/generations",
    "post /v1/images/edits",
    "post /v1/characters",
    "get /v1/stats",
    "get /v1/invite-codes",
    "get /v1/profiles/{username}",
    "get /v1/users/{user_id}/feed",
    "get /v1/characters/search",
    "get /v1/feed",
    "post /v1/enhance_prompt",
    "get /v1/tokens/{token_id}/pending-tasks",
    "get /v1/tokens/{token_id}/pending-tasks-v2",
    "get /v1/tokens/{token_id}/tasks/{task_id}",
    "get /v1/tokens/{token_id}/profile-feed",
    "post /api/login",
    "post /api/logout",
    "get /api/tokens",
    "post /api/tokens",
    "post /api/tokens/batch-add",
    "put /api/tokens/{token_id}",
    "put /api/tokens/{token_id}/status",
    "post /api/tokens/{token_id}/enable",
    "post /api/tokens/{token_id}/disable",
    "post /api/tokens/{token_id}/test",
    "delete /api/tokens/{token_id}",
    "delete /api/tokens/batch-delete-disabled",
    "post /api/tokens/batch-test",
    "post /api/tokens/batch-enable",
    "post /api/tokens/batch-disable",
    "post /api/tokens/batch-activate",
    "post /api/tokens/import",
    "post /api/tokens/st2at",
    "post /api/tokens/rt2at",
    "get /api/admin/config",
    "post /api/admin/config",
    "post /api/admin/password",
    "post /api/admin/apikey",
    "post /api/admin/debug",
    "get /api/proxy/config",
    "post /api/proxy/config",
    "get /api/cache/config",
    "post /api/cache/config",
    "post /api/cache/base-url",
    "post /api/cache/enabled",
    "get /api/generation/timeout",
    "post /api/generation/timeout",
    "get /api/watermark-free/config",
    "post /api/watermark-free/config",
    "get /api/cloudflare/config",
    "post /api/cloudflare/config",
    "get /api/cloudflare/state",
    "post /api/cloudflare/refresh",
    "post /api/cloudflare/clear",
    "get /api/token-refresh/config",
    "post /api/token-refresh/enabled",
    "get /api/stats",
    "get /api/logs",
    "post /api/tokens/{token_id}/sora2/activate",
    "post /api/tokens/{token_id}/activate-username",
    "post /api/tokens/batch-activate-username",
    "get /api/characters",
    "get /api/characters/by-token/{token_id}",
    "get /api/characters/{cameo_id}",
    "post /api/characters/{cameo_id}/update",
    "delete /api/characters/{cameo_id}",
];

/// Method and path of what a description lists, with the names.
fn listed(description: &Value) -> Vec<(String, String)> {
    let paths = description["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().iter();
            methods.map(move |(method, operation)| {
                let name = operation["operationId"].as_str().unwrap();
                (format!("{method} {path}"), name.to_owned())
            })
        })
        .collect()
}

#[test]
fn the_description_lists_every_documented_operation_without_a_credential() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let description = client.send("GET", "/openapi.json", &[], b"").unwrap();
    let listed = listed(&description.expect(200));
    for operation in OPERATIONS {
        let found = listed.iter().any(|(known, _)| known == operation);
        assert!(found, "{operation} is not served");
    }
    assert_eq!(listed.len(), OPERATIONS.len());
}

#[test]
fn operations_have_the_names_that_the_client_gives_them() {
    let simulator = stepped();
    let mut client = gateway(&simulator);
    let mut served = listed(&client.get("/openapi.json").expect(200));
    client.base = simulator.base_url(UPSTREAM);
    served.extend(listed(&client.get("/openapi.json").expect(200)));
    served.push((
        "get /openapi.json".into(),
        "sora2api.server.describe".into(),
    ));
    let known = sorakit::api::operations().filter(|known| known.meta.dialect == Dialect::Sora2api);
    for known in known {
        let method = format!("{:?}", known.meta.method).to_ascii_lowercase();
        let route = format!("{method} {}", known.meta.path);
        let name = served.iter().find(|(served, _)| *served == route);
        let name = name.map(|(_, name)| name.as_str());
        assert_eq!(name, Some(known.meta.name), "{route}");
    }
}

#[test]
fn the_flavours_differ_in_their_batch_operations() {
    let simulator = stepped();
    let mut client = gateway(&simulator);
    client.base = simulator.base_url(UPSTREAM);
    let upstream = listed(&client.get("/openapi.json").expect(200));
    let has = |operation: &str| upstream.iter().any(|(known, _)| known == operation);
    assert!(has("post /api/tokens/batch/enable-all"));
    assert!(has("delete /api/logs"));
    assert!(!has("post /api/tokens/batch-enable"));
    assert!(!has("post /v1/videos"));
    let missing = client.post("/api/tokens/batch-enable", &Value::Null);
    assert!(matches!(missing.status, 404 | 405), "{missing:?}");
}

#[test]
fn the_gateway_can_have_a_port_of_its_own() {
    let builder = sorakit_simulator::Simulator::builder().stepped();
    let simulator = builder.port_for("sora2api", 0).start().unwrap();
    assert_ne!(simulator.base_url("sora2api"), simulator.url());
    let models = gateway(&simulator).get("/v1/models").expect(200);
    assert_eq!(models["object"], "list");
    assert_eq!(models["data"].as_array().unwrap().len(), 9);
}
