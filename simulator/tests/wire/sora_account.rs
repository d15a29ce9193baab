//! Login, profile, quota, invites, user names.

use std::time::Duration;

use serde_json::{Value, json};
use sorakit_simulator::{AccountSpec, Lives, Plan, Simulator};

use crate::client::{Client, stepped, video};

fn refresh(
    client: &Client,
    token: &str,
    client_id: &str,
    redirect_uri: &str,
) -> crate::client::Answer {
    client.post(
        "/oauth/token",
        &json!({
            "client_id": client_id,
            "grant_type": "refresh_token",
            "redirect_uri": redirect_uri,
            "refresh_token": token,
        }),
    )
}

#[test]
fn refresh_tokens_rotate_and_belong_to_their_client() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let own = simulator.credentials();
    let web = "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh";
    let web_uri = "https://chatgpt.com/api/auth/callback/login-web";

    let code = |body: &Value| body["error"]["code"].clone();
    let refused = refresh(&client, &own.refresh_token, web, web_uri).expect(400);
    assert_eq!(code(&refused), "invalid_grant");
    let refused = refresh(&client, &own.refresh_token, &own.client_id, web_uri).expect(400);
    assert_eq!(code(&refused), "invalid_grant");
    let refused = refresh(&client, &own.refresh_token, "app_unknown", web_uri).expect(401);
    assert_eq!(code(&refused), "Unauthorized");

    // A token of the web client works with its pair alone.
    let (_, of_web) = simulator.add_account(AccountSpec {
        client_id: Some(web.into()),
        ..AccountSpec::default()
    });
    assert_eq!(
        (of_web.client_id.as_str(), of_web.redirect_uri.as_str()),
        (web, web_uri)
    );
    for (id, uri) in [
        (own.client_id.as_str(), own.redirect_uri.as_str()),
        (web, &own.redirect_uri),
    ] {
        let refused = refresh(&client, &of_web.refresh_token, id, uri).expect(400);
        assert_eq!(code(&refused), "invalid_grant");
    }
    refresh(&client, &of_web.refresh_token, web, web_uri).expect(200);

    let fresh = refresh(
        &client,
        &own.refresh_token,
        &own.client_id,
        &own.redirect_uri,
    )
    .expect(200);
    assert_eq!(fresh["token_type"], "Bearer");
    assert_eq!(fresh["expires_in"], 86_400);
    let next = fresh["refresh_token"].as_str().unwrap();
    assert_ne!(next, own.refresh_token);

    let observed = Client::observed(&simulator);
    let used = refresh(
        &observed,
        &own.refresh_token,
        &own.client_id,
        &own.redirect_uri,
    )
    .expect(400);
    assert_eq!(used["error"], "invalid_grant");
    assert!(used["error_description"].is_string());
    refresh(&observed, next, &own.client_id, &own.redirect_uri).expect(200);

    let client = client.with_token(fresh["access_token"].as_str().unwrap());
    client.get("/me").expect(200);
    simulator.advance(Duration::from_secs(86_401));
    assert_eq!(
        client.get("/me").expect(401)["error"]["code"],
        "token_expired"
    );
}

#[test]
fn a_session_ends() {
    let lives = Lives {
        session: jiff::SignedDuration::from_hours(1),
        ..Lives::default()
    };
    let simulator = Simulator::builder().stepped().lives(lives).start().unwrap();
    let client = Client::new(&simulator);
    let cookie = format!(
        "__Secure-next-auth.session-token={}",
        simulator.credentials().session_token
    );
    let get = || {
        let headers = [
            ("cookie", cookie.as_str()),
            ("accept", "application/json"),
            ("sec-fetch-mode", "cors"),
        ];
        client
            .send("GET", "/api/auth/session", &headers, b"")
            .unwrap()
            .status
    };
    assert_eq!(get(), 200);
    simulator.advance(Duration::from_secs(3601));
    assert_eq!(get(), 401);
}

#[test]
fn the_session_is_for_pages_of_the_service_and_of_this_server() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let cookie = format!(
        "__Secure-next-auth.session-token={}",
        simulator.credentials().session_token
    );
    let get = |origin: &str, referer: &str| {
        let headers = [
            ("cookie", cookie.as_str()),
            ("accept", "application/json"),
            ("origin", origin),
            ("referer", referer),
        ];
        client
            .send("GET", "/api/auth/session", &headers, b"")
            .unwrap()
    };
    let own = simulator.url();
    get("https://sora.chatgpt.com", "https://sora.chatgpt.com/").expect(200);
    get(own, &format!("{own}/")).expect(200);
    let refused = get("https://example.test", "https://sora.chatgpt.com/").expect(400);
    assert_eq!(refused["error"]["param"], "Origin");
    let refused = get(own, &format!("{own}/explore")).expect(400);
    assert_eq!(refused["error"]["param"], "Referer");
}

#[test]
fn authentication_is_required_and_told_apart() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let bare = client
        .send("GET", "/me", &[("accept", "application/json")], b"")
        .unwrap();
    let refused = bare.expect(401);
    assert_eq!(
        refused["error"]["message"],
        "Missing bearer authentication in header"
    );
    assert_eq!(refused["error"]["code"], "Unauthorized");
    let forged = Client::new(&simulator).with_token("eyJhbGciOiJforged");
    assert_eq!(
        forged.get("/me").expect(401)["error"]["code"],
        "Unauthorized"
    );
    let no_accept = client.send(
        "GET",
        "/me",
        &[
            ("authorization", &format!("Bearer {}", client.access_token)),
            ("accept", "text/html"),
        ],
        b"",
    );
    assert_eq!(no_accept.unwrap().expect(400)["error"]["param"], "Accept");
    let observed = Client::observed(&simulator);
    let bare = observed.send("GET", "/me", &[], b"").unwrap().expect(401);
    assert_eq!(bare["error"]["code"], Value::Null);
}

#[test]
fn subscriptions_take_both_forms() {
    let simulator = stepped();
    let documented = Client::new(&simulator)
        .get("/billing/subscriptions")
        .expect(200);
    assert_eq!(documented["data"][0]["plan"]["id"], "chatgpt_plus");
    assert!(documented["data"][0]["end_ts"].is_string());
    let observed = Client::observed(&simulator)
        .get("/billing/subscriptions")
        .expect(200);
    assert_eq!(observed["data"][0]["plan"]["id"], "chatgptplusplan");
    assert!(observed["data"][0]["end_ts"].is_string());

    let (_, free) = simulator.add_account(AccountSpec {
        plan: Plan::Free,
        username: None,
        ..AccountSpec::default()
    });
    let free = Client::new(&simulator).with_token(&free.access_token);
    assert_eq!(
        free.get("/billing/subscriptions").expect(200),
        json!({"data": []})
    );
    assert_eq!(free.get("/me").expect(200)["username"], Value::Null);
}

#[test]
fn an_invite_opens_sora2() {
    let simulator = stepped();
    let host = Client::new(&simulator);
    let invite = host.get("/project_y/invite/mine").expect(200);
    let (_, guest) = simulator.add_account(AccountSpec {
        sora2: false,
        plan: Plan::Free,
        username: None,
        ..AccountSpec::default()
    });
    let guest = Client::new(&simulator).with_token(&guest.access_token);
    guest.get("/project_y/invite/mine").expect(401);
    guest.get("/m/bootstrap").expect(200);
    guest.get("/project_y/invite/mine").expect(401);
    let wrong = guest.post(
        "/project_y/invite/accept",
        &json!({"invite_code": "SORA-NONE"}),
    );
    assert_eq!(wrong.expect(400)["error"]["param"], "invite_code");
    let code = json!({"invite_code": invite["invite_code"]});
    let accepted = guest.post("/project_y/invite/accept", &code).expect(200);
    assert_eq!(
        accepted,
        json!({"success": true, "already_accepted": false})
    );
    let again = guest.post("/project_y/invite/accept", &code).expect(200);
    assert_eq!(again["already_accepted"], true);
    guest.get("/project_y/invite/mine").expect(200);
    assert_eq!(
        host.get("/project_y/invite/mine").expect(200)["redeemed_count"],
        1
    );

    let (_, subscriber) = simulator.add_account(AccountSpec {
        sora2: false,
        ..AccountSpec::default()
    });
    let subscriber = Client::new(&simulator).with_token(&subscriber.access_token);
    assert_eq!(
        subscriber.get("/m/bootstrap").expect(200),
        json!({"success": true})
    );
    subscriber.get("/project_y/invite/mine").expect(200);
}

#[test]
fn user_names_are_checked_and_set() {
    let simulator = stepped();
    let (_, other) = simulator.add_account(AccountSpec {
        username: None,
        ..AccountSpec::default()
    });
    let other = Client::new(&simulator).with_token(&other.access_token);
    let available = |name: &str| {
        let body = json!({"username": name});
        other
            .post("/project_y/profile/username/check", &body)
            .expect(200)["available"]
            .clone()
    };
    assert_eq!(available("Simulated"), false);
    assert_eq!(available("a b"), false);
    assert_eq!(available("new.name"), true);
    let taken = other.post(
        "/project_y/profile/username/set",
        &json!({"username": "simulated"}),
    );
    assert_eq!(taken.expect(400)["error"]["param"], "username");
    let set = other
        .post(
            "/project_y/profile/username/set",
            &json!({"username": "new.name"}),
        )
        .expect(200);
    assert_eq!(
        set,
        json!({"username": "new.name", "display_name": "Simulated User"})
    );
    assert_eq!(other.get("/me").expect(200)["username"], "new.name");
    let me = other.get("/project_y/v2/me").expect(200);
    assert_eq!(me["profile"]["username"], "new.name");
    assert!(me["my_info"]["invite_code"].is_string());
    other
        .post("/project_y/initialize_async", &json!({}))
        .expect(200);
}

#[test]
fn quota_runs_out_is_refunded_and_resets() {
    let spec = AccountSpec {
        quota: 1,
        ..AccountSpec::default()
    };
    let simulator = Simulator::builder()
        .stepped()
        .first_run_account(spec)
        .start()
        .unwrap();
    let client = Client::new(&simulator);
    client
        .create("/nf/create", &video("simulate:generation_failed"))
        .expect(200);
    let refused = client.create("/nf/create", &video("a cat")).expect(429);
    assert_eq!(refused["error"]["code"], "rate_limit_exhausted");
    let wait = refused["rate_limit_and_credit_balance"]["access_resets_in_seconds"]
        .as_u64()
        .unwrap();
    assert!(wait > 80_000, "{wait}");
    let check = client.get("/nf/check").expect(200);
    assert_eq!(
        check["rate_limit_and_credit_balance"]["rate_limit_reached"],
        true
    );

    // The failed job is not charged once it has failed.
    simulator.advance(crate::client::VIDEO_TIME);
    client.create("/nf/create", &video("a cat")).expect(200);
    client.create("/nf/create", &video("a dog")).expect(429);
    simulator.advance(Duration::from_secs(wait));
    client.create("/nf/create", &video("a dog")).expect(200);

    let observed = Client::observed(&simulator);
    let refused = observed
        .create("/nf/create", &video("simulate:rate_limit_exhausted"))
        .expect(429);
    assert_eq!(refused["type"], "rate_limit_exhausted");
    let balance = &observed.get("/nf/check").expect(200)["rate_limit_and_credit_balance"];
    assert!(balance["access_resets_in_seconds"].is_f64());
    assert!(balance["credit_remaining"].is_number());
}

#[test]
fn a_browser_may_use_its_session_cookie_under_project_y() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let cookie = format!(
        "__Secure-next-auth.session-token={}",
        simulator.credentials().session_token
    );
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-mode", "cors")];
    let get = |path: &str, headers: &[(&str, &str)]| {
        client.send("GET", path, headers, b"").unwrap().status
    };
    assert_eq!(get("/project_y/v2/me", &headers), 200);
    assert_eq!(get("/project_y/v2/me", &headers[..1]), 401);
    assert_eq!(get("/nf/pending/v2", &headers), 401);
}
