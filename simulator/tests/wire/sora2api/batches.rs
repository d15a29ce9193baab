//! Many tokens at once, in the documented flavour.

use serde_json::{Value, json};
use sorakit_simulator::{AccountSpec, Simulator};

use super::{administrator, observed};
use crate::client::{Client, stepped};

fn with_three_accounts() -> (Simulator, Client) {
    let simulator = stepped();
    for username in [None, Some("second".to_owned())] {
        let spec = AccountSpec {
            sora2: false,
            username,
            ..AccountSpec::default()
        };
        simulator.add_account(spec);
    }
    let admin = administrator(&simulator);
    (simulator, admin)
}

fn active(admin: &Client) -> Vec<bool> {
    let tokens = admin.get("/api/tokens").expect(200);
    let tokens = tokens.as_array().unwrap().iter();
    tokens.map(|token| token["is_active"] == true).collect()
}

#[test]
fn tokens_are_tested_enabled_disabled_and_deleted_together() {
    let (simulator, admin) = with_three_accounts();
    let tokens = admin.get("/api/tokens").expect(200);
    let email = tokens[1]["email"].as_str().unwrap().to_owned();
    {
        let mut world = simulator.engine().world();
        let id = world
            .accounts
            .iter()
            .find(|account| account.email == email)
            .map(|account| account.id.clone());
        world.tokens.invalidate_access(&id.unwrap());
    }
    let tested = admin
        .post("/api/tokens/batch-test", &Value::Null)
        .expect(200);
    let figures = |body: &Value| {
        ["valid", "invalid", "auto_disabled", "auto_enabled"]
            .map(|name| body[name].as_u64().unwrap())
    };
    assert_eq!(figures(&tested), [2, 1, 1, 0]);
    assert_eq!(active(&admin), [true, false, true]);
    assert_eq!(tested.get("results"), None);
    admin
        .post("/api/tokens/1/disable", &Value::Null)
        .expect(200);
    let mut measured = observed(&simulator);
    measured.access_token.clone_from(&admin.access_token);
    let path = "/api/tokens/batch-test?only_disabled=true";
    let tested = measured.post(path, &Value::Null).expect(200);
    assert_eq!(figures(&tested), [1, 1, 0, 1]);
    assert_eq!(
        (&tested["total"], &tested["tested"]),
        (&json!(3), &json!(2))
    );
    let path = "/api/tokens/batch-test?only_active=maybe";
    admin.post(path, &Value::Null).expect(400);

    let enabled = admin
        .post("/api/tokens/batch-enable", &Value::Null)
        .expect(200);
    assert_eq!(enabled["enabled_count"], 1);
    assert_eq!(active(&admin), [true, true, true]);
    admin
        .post("/api/tokens/2/disable", &Value::Null)
        .expect(200);
    let deleted = admin
        .delete("/api/tokens/batch-delete-disabled")
        .expect(200);
    assert_eq!(deleted["deleted_count"], 1);
    let disabled = admin
        .post("/api/tokens/batch-disable", &Value::Null)
        .expect(200);
    assert_eq!(disabled["disabled_count"], 2);
    assert_eq!(active(&admin), [false, false]);
}

#[test]
fn tokens_are_added_and_imported_together() {
    let (simulator, admin) = with_three_accounts();
    let tokens = admin.get("/api/tokens").expect(200);
    let known = tokens[0]["token"].as_str().unwrap();
    admin.delete("/api/tokens/2").expect(200);
    let gone = tokens[1]["token"].as_str().unwrap();
    let body = json!({"tokens": [
        {"token": gone, "remark": "again"},
        {"token": known},
        {"token": "unreadable"},
    ]});
    let added = admin.post("/api/tokens/batch-add", &body).expect(200);
    let counts = ["added", "skipped", "failed"].map(|name| added[name].as_u64().unwrap());
    assert_eq!(counts, [1, 1, 1]);
    let words: Vec<_> = added["details"]
        .as_array()
        .unwrap()
        .iter()
        .map(|detail| detail["status"].as_str().unwrap())
        .collect();
    assert_eq!(words, ["added", "skipped", "failed"]);
    assert_eq!(added["details"][0]["token_id"], 4);
    let mut measured = observed(&simulator);
    measured.access_token.clone_from(&admin.access_token);
    let broken = measured.post("/api/tokens/batch-add", &body).expect(500);
    assert!(broken["detail"].is_string());

    let body = json!({"tokens": [
        {"email": "first.run@example.test", "access_token": known, "remark": "kept", "is_active": false},
        {"email": "new@example.test", "access_token": gone},
    ]});
    let imported = admin.post("/api/tokens/import", &body).expect(200);
    assert_eq!(
        (&imported["added"], &imported["updated"]),
        (&json!(1), &json!(1))
    );
    let first = admin.get("/api/tokens").expect(200)[0].clone();
    assert_eq!(
        (&first["remark"], &first["is_active"]),
        (&json!("kept"), &json!(false))
    );
    for body in [json!({}), json!({"tokens": [{"email": "x"}]})] {
        admin.post("/api/tokens/import", &body).expect(400);
        let missing = measured.post("/api/tokens/import", &body).expect(422);
        assert_eq!(missing["detail"][0]["type"], "missing");
    }
}

#[test]
fn sora2_and_names_are_given_to_all() {
    let (simulator, admin) = with_three_accounts();
    let code = admin.get("/api/tokens").expect(200)[0]["sora2_invite_code"].clone();
    let path = "/api/tokens/batch-activate";
    let body = json!({"invite_code": code});
    let done = admin.post(path, &body).expect(200);
    let counts = ["activated", "already_active", "failed"].map(|name| done[name].clone());
    assert_eq!(counts, [json!(2), json!(1), json!(0)]);
    // The code belongs into the body.
    let mut measured = observed(&simulator);
    measured.access_token.clone_from(&admin.access_token);
    let in_query = format!("{path}?invite_code={}", code.as_str().unwrap());
    measured.post(&in_query, &json!({})).expect(422);

    let path = "/api/tokens/batch-activate-username";
    let done = admin.post(path, &Value::Null).expect(200);
    let counts = ["activated", "already_set", "failed", "total"].map(|name| done[name].clone());
    assert_eq!(counts, [json!(1), json!(2), json!(0), json!(3)]);
    let path = "/api/tokens/1/activate-username";
    let known = admin.post(path, &Value::Null).expect(200);
    assert_eq!(known["already_set"], true);
    assert_eq!(known["username"], "simulated");
}
