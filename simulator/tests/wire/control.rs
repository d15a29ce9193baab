//! The control surface, as tests in other languages use it.

use serde_json::{Value, json};
use sorakit_simulator::Simulator;

use crate::client::{Client, video};

#[test]
fn everything_can_be_steered_over_http() {
    let simulator = Simulator::builder().stepped().start().unwrap();
    let client = Client::new(&simulator);
    let control = |method: &str, path: &str, body: Value| {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let path = format!("/__simulator/{path}");
        client
            .send(
                method,
                &path,
                &[
                    ("content-type", "application/json"),
                    ("x-simulator-token", simulator.control_token()),
                ],
                body.as_bytes(),
            )
            .unwrap()
    };
    let state = control("GET", "state", Value::Null).expect(200);
    assert_eq!(state["url"], simulator.url());
    assert_eq!(state["base_urls"]["sora"], simulator.url());
    assert_eq!(state["credentials"]["access_token"], client.access_token);

    client.create("/nf/create", &video("a cat")).expect(200);
    let jobs = control("GET", "jobs", Value::Null).expect(200);
    assert_eq!(jobs[0]["stage"], "preprocessing");
    control("POST", "clock", json!({"advance_s": 200.5})).expect(200);
    let jobs = control("GET", "jobs", Value::Null).expect(200);
    assert_eq!(jobs[0]["status"], "succeeded");
    assert_eq!(
        control("POST", "clock", json!({"speed": 5})).expect(200)["speed"],
        5.0
    );
    control("POST", "clock", json!({"advance_s": -1})).expect(400);

    let creates = control("GET", "journal?operation=sora.videos.create", Value::Null).expect(200);
    assert_eq!(creates.as_array().unwrap().len(), 1);
    assert_eq!(creates[0]["jobs"][0], jobs[0]["id"]);
    control("DELETE", "journal", Value::Null).expect(200);
    assert_eq!(
        control("GET", "journal", Value::Null).expect(200),
        json!([])
    );

    let rule = json!({"operation": "sora.account.me", "times": null, "action": {"kind": "refuse", "code": "heavy_load"}});
    let id = control("POST", "faults", rule).expect(200)["id"]
        .as_u64()
        .unwrap();
    client.get("/me").expect(503);
    client.get("/me").expect(503);
    assert_eq!(
        control("GET", "faults", Value::Null).expect(200)[0]["played"],
        2
    );
    control("DELETE", &format!("faults/{id}"), Value::Null).expect(200);
    client.get("/me").expect(200);
    control("POST", "faults", json!({"action": {"kind": "explode"}})).expect(400);

    let added = control("POST", "accounts", json!({"username": null, "quota": 2})).expect(200);
    let other =
        Client::new(&simulator).with_token(added["credentials"]["access_token"].as_str().unwrap());
    let left = || {
        let body = other.get("/nf/check").expect(200);
        body["rate_limit_and_credit_balance"]["estimated_num_videos_remaining"].clone()
    };
    assert_eq!(left(), 2);
    let path = format!("accounts/{}", added["account"]["id"].as_str().unwrap());
    control("POST", &path, json!({"quota": 7})).expect(200);
    assert_eq!(left(), 7);
    control("POST", &path, json!({"quta": 7})).expect(400);
    control("POST", &path, json!({"invalidate_access": true})).expect(200);
    assert_eq!(
        other.get("/me").expect(401)["error"]["code"],
        "token_invalidated"
    );
    assert_eq!(
        control("GET", "accounts", Value::Null)
            .expect(200)
            .as_array()
            .unwrap()
            .len(),
        2
    );

    let mut as_told = Client::new(&simulator);
    as_told.shapes = None;
    let drafts = |shapes: &str| {
        control("POST", "shapes", json!({"shapes": shapes})).expect(200);
        as_told.get("/project_y/profile/drafts").expect(200)
    };
    assert!(!drafts("documented")["items"].is_array());
    assert!(drafts("observed")["items"].is_array());
    control("GET", "nothing", Value::Null).expect(404);
}
