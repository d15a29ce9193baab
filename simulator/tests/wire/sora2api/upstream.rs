//! The other flavour of the administration (docs/wire/sora2api.md §11.3).

use serde_json::{Value, json};
use sorakit_simulator::dialects::sora2api::UPSTREAM;
use sorakit_simulator::{AccountSpec, Simulator};

use super::{administrator, create, gateway};
use crate::client::{Client, stepped};

fn upstream(simulator: &Simulator) -> Client {
    let mut admin = administrator(simulator);
    admin.base = simulator.base_url(UPSTREAM);
    admin
}

#[test]
fn chosen_tokens_are_changed_together() {
    let simulator = stepped();
    simulator.add_account(AccountSpec::default());
    let admin = upstream(&simulator);
    let chosen = json!({"token_ids": [2]});
    let path = |word: &str| format!("/api/tokens/batch/{word}");
    let tested = admin.post(&path("test-update"), &chosen).expect(200);
    assert_eq!(tested["success_count"], 1);
    assert_eq!(tested["results"][0]["id"], 2);
    let proxy = json!({"token_ids": [2], "proxy_url": "http://127.0.0.1:1"});
    admin.post(&path("update-proxy"), &proxy).expect(200);
    let disabled = admin.post(&path("disable-selected"), &chosen).expect(200);
    assert_eq!(disabled["disabled_count"], 1);
    let token = admin.get("/api/tokens").expect(200)[1].clone();
    assert_eq!(
        (&token["is_active"], &token["proxy_url"]),
        (&json!(false), &json!("http://127.0.0.1:1"))
    );
    let enabled = admin.send(
        "POST",
        &path("enable-all"),
        &[("authorization", &format!("Bearer {}", admin.access_token))],
        b"",
    );
    assert_eq!(enabled.unwrap().expect(200)["enabled_count"], 1);
    admin.post(&path("disable-selected"), &chosen).expect(200);
    let deleted = admin.post(&path("delete-disabled"), &json!({"token_ids": [1, 2]}));
    assert_eq!(deleted.expect(200)["deleted_count"], 1);
    let deleted = admin.post(&path("delete-selected"), &json!({"token_ids": [1]}));
    assert_eq!(deleted.expect(200)["deleted_count"], 1);
    assert_eq!(admin.get("/api/tokens").expect(200), json!([]));
    // It always answers as measured.
    let missing = admin.post(&path("delete-selected"), &json!({})).expect(422);
    assert_eq!(missing["detail"][0]["loc"], json!(["body", "token_ids"]));
}

#[test]
fn refresh_tokens_become_tokens() {
    let simulator = stepped();
    let (_, credentials) = simulator.add_account(AccountSpec::default());
    let admin = upstream(&simulator);
    admin.delete("/api/tokens/2").expect(200);
    let body = json!({
        "refresh_tokens": [credentials.refresh_token, "rt_unknown"],
        "client_id": credentials.client_id,
    });
    let imported = admin.post("/api/tokens/import/pure-rt", &body).expect(200);
    assert_eq!(
        (&imported["added"], &imported["failed"]),
        (&json!(1), &json!(1))
    );
    let token = admin.get("/api/tokens").expect(200)[1].clone();
    assert_ne!(token["rt"], credentials.refresh_token);
    let path = format!("/api/tokens/{}/test", token["id"]);
    assert_eq!(
        admin.post(&path, &Value::Null).expect(200)["status"],
        "success"
    );
}

#[test]
fn tasks_are_cancelled_and_logs_cleared() {
    let simulator = stepped();
    let client = gateway(&simulator);
    let id = create(&client, "a cat");
    let admin = upstream(&simulator);
    let task = admin.get("/api/logs").expect(200)[0]["task_id"].clone();
    let path = format!("/api/tasks/{}/cancel", task.as_str().unwrap());
    assert_eq!(admin.post(&path, &Value::Null).expect(200)["success"], true);
    assert_eq!(
        client.get(&format!("/v1/videos/{id}")).json()["status"],
        "cancelled"
    );
    assert_eq!(
        admin.post(&path, &Value::Null).expect(200)["success"],
        false
    );
    admin
        .post("/api/tasks/task_0/cancel", &Value::Null)
        .expect(404);
    admin.delete("/api/logs").expect(200);
    assert_eq!(admin.get("/api/logs").expect(200), json!([]));
}

#[test]
fn its_models_are_its_own() {
    let simulator = stepped();
    let mut client = gateway(&simulator);
    client.base = simulator.base_url(UPSTREAM);
    let models = client.get("/v1/models").expect(200);
    let ids: Vec<_> = models["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|model| model["id"].as_str().unwrap())
        .collect();
    assert!(ids.contains(&"sora2-landscape-10s") && !ids.contains(&"sora-image"));
}
