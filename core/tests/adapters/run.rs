//! Plays a case: the verb, over scripted answers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_lite::future::block_on;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use sorakit::host::{Exchange, ScriptedHost};
use sorakit::{Client, Dialect, Error, Job, PageRequest, Result};

use crate::case::{Case, Response, Seen};
use crate::exchange::read_form;

/// The host's clock at the start.
const START: i64 = 1_767_225_600;

/// What a Sentinel request is answered, where nothing has to be proved.
const CHALLENGE: &str = r#"{"token": "gAAAAAC", "proofofwork": {"required": false}}"#;

/// What the case does.
pub(crate) fn run(dialect: Dialect, case: &Case) -> Seen {
    let script = case.exchanges.iter().flat_map(|exchange| {
        let challenge = exchange.sentinel.then(challenge);
        challenge.into_iter().chain([answer(&exchange.response)])
    });
    play(dialect, &case.options, &case.verb, &case.given, script)
}

/// What a call does over these answers.
pub(crate) fn play(
    dialect: Dialect,
    options: &Map<String, Value>,
    verb: &str,
    given: &Map<String, Value>,
    script: impl IntoIterator<Item = Exchange>,
) -> Seen {
    // Every case is of a server of its own.
    sorakit::testing::forget_servers();
    let host = ScriptedHost::new(script);
    let mut all = json!({
        "dialect": dialect,
        "base_url": "https://gateway.example/backend",
        "access_token": "test-token",
        "device_id": "550e8400-e29b-41d4-a716-446655440000",
        "max_retries": 0,
        "auto_refresh": false,
    });
    let mut options = options.clone();
    // No option, but a setting of the client's.
    let admin_token = options.shift_remove("admin_token");
    all.as_object_mut().unwrap().extend(options);
    let client = Client::with_host(serde_json::from_value(all).unwrap(), host.clone()).unwrap();
    if let Some(Value::String(token)) = admin_token {
        client.set_admin_token(Some(token.into()));
    }
    let outcome = block_on(call(&client, verb, given.clone()));
    let now = host_now(&host);
    let requests = sent(&host, verb);
    Seen {
        headers: requests.iter().map(headers_of).collect(),
        requests: requests.iter().map(outline).collect(),
        outcome: outcome
            .map(|result| placeholders(verb, result, now))
            .map_err(|error| serde_json::to_value(error.report()).unwrap()),
        unused: host.remaining(),
    }
}

fn host_now(host: &ScriptedHost) -> i64 {
    START
        + host
            .sleeps()
            .iter()
            .map(|slept| slept.as_secs() as i64 + 1)
            .sum::<i64>()
}

async fn call(client: &Client, verb: &str, mut given: Map<String, Value>) -> Result<Value> {
    let mut text = |name: &str| match given.shift_remove(name) {
        Some(Value::String(text)) => text,
        other => panic!("{verb} takes `{name}`, and {other:?} is given"),
    };
    match verb {
        "videos.create" => plain(client.videos().create(whole(given)?).await),
        "videos.get" => plain(client.videos().get(&text("id")).await),
        "videos.wait" => plain(
            client
                .videos()
                .wait(&client.videos().resume(text("id")))
                .await,
        ),
        "videos.list" => plain(client.videos().list(whole::<PageRequest>(given)?).await),
        "videos.delete" => client
            .videos()
            .delete(&text("id"))
            .await
            .map(|()| true.into()),
        "videos.cancel" => client
            .videos()
            .cancel(&text("id"))
            .await
            .map(|()| true.into()),
        "videos.open" => {
            let job: Job = client.videos().resume(text("id"));
            let mut stream = client.videos().open(&job).await?;
            let mut bytes = Vec::new();
            while let Some(more) = stream.chunk().await? {
                bytes.extend_from_slice(&more);
            }
            Ok(String::from_utf8_lossy(&bytes).into())
        }
        "images.create" => plain(client.images().create(whole(given)?).await),
        "images.get" => plain(client.images().get(&text("id")).await),
        "images.wait" => plain(
            client
                .images()
                .wait(&client.images().resume(text("id")))
                .await,
        ),
        "characters.create" => plain(client.characters().create(whole(given)?).await),
        "characters.get" => plain(client.characters().get(&text("id")).await),
        "characters.search" => {
            let username = text("username");
            plain(client.characters().search(&username, whole(given)?).await)
        }
        "characters.delete" => client
            .characters()
            .delete(&text("id"))
            .await
            .map(|()| true.into()),
        "prompts.enhance" => plain(client.prompts().enhance(whole(given)?).await),
        "videos.publish" => {
            let id = text("id");
            let words = given.shift_remove("text");
            let words = words.and_then(|words| words.as_str().map(Into::into));
            let words: String = words.unwrap_or_default();
            plain(client.videos().publish(&id, words).await)
        }
        "videos.unpublish" => client
            .videos()
            .unpublish(&text("id"))
            .await
            .map(|()| true.into()),
        "videos.link" => plain(client.videos().link(&text("id")).await),
        "account.quota" => plain(client.account().quota().await),
        "account.me" => plain(client.account().me().await),
        "account.subscriptions" => plain(client.account().subscriptions().await),
        "account.invites" => plain(client.account().invites().await),
        "account.accept_invite" => plain(client.account().accept_invite(text("invite_code")).await),
        "account.username_available" => {
            let name = text("username");
            plain(client.account().username_available(name).await)
        }
        "account.username" => {
            let name = given.shift_remove("username");
            let name = name.and_then(|name| name.as_str().map(Into::into));
            plain(client.account().username(name).await)
        }
        "account.bootstrap" => client.account().bootstrap().await.map(|()| true.into()),
        "account.sentinel_token" => plain(client.account().sentinel_token().await),
        "models.list" => plain(client.models().list().await),
        // An operation by its name.
        other => match sorakit::api::find(other) {
            Some(operation) => client.call_described(operation, given.into(), &[]).await,
            None => panic!("there is no verb `{other}`"),
        },
    }
}

fn whole<T: DeserializeOwned>(given: Map<String, Value>) -> Result<T> {
    serde_json::from_value(given.into()).map_err(|error| Error::invalid("given", error.to_string()))
}

fn plain<T: serde::Serialize>(result: Result<T>) -> Result<Value> {
    result.map(|result| serde_json::to_value(result).unwrap())
}

/// Marks what differs from run to run.
fn placeholders(verb: &str, mut result: Value, now: i64) -> Value {
    if let Some(job) = result.as_object_mut() {
        for name in ["created_at", "completed_at", "resets_at"] {
            let time = job.get(name).and_then(Value::as_f64);
            if time.is_some_and(|time| (START as f64..=now as f64).contains(&time)) {
                job.insert(name.into(), "<now>".into());
            }
        }
        let made_up = |id: &str| id.len() == 36 && id.matches('-').count() == 4;
        if verb.ends_with(".create") && job.get("id").and_then(Value::as_str).is_some_and(made_up) {
            job.insert("id".into(), "<uuid>".into());
        }
    }
    result
}

/// The answer to the request for a challenge.
pub(crate) fn challenge() -> Exchange {
    Exchange::json(200, CHALLENGE)
}

pub(crate) fn answer(response: &Response) -> Exchange {
    let status = response.status.unwrap_or(200);
    let mut headers: Vec<_> = response
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().expect("a header is text")))
        .collect();
    if response.json.is_some() && !response.headers.contains_key("content-type") {
        headers.push(("content-type", "application/json"));
    }
    let body = match response {
        Response {
            json: Some(json), ..
        } => json.to_string().into_bytes(),
        Response {
            text: Some(text), ..
        } => text.clone().into_bytes(),
        Response {
            base64: Some(base64),
            ..
        } => STANDARD.decode(base64).expect("base64"),
        _ => Vec::new(),
    };
    Exchange::answer(status, &headers, body)
}

/// The requests, without those for a challenge that is asked for on the way.
fn sent(host: &ScriptedHost, verb: &str) -> Vec<http::Request<bytes::Bytes>> {
    let is_shown = |request: &http::Request<bytes::Bytes>| {
        verb == "sora.sentinel.request" || !request.uri().path().ends_with("/sentinel/req")
    };
    host.requests().into_iter().filter(is_shown).collect()
}

fn headers_of(request: &http::Request<bytes::Bytes>) -> Value {
    let headers = request.headers().iter();
    headers
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.to_string(), Value::from(value))
        })
        .collect()
}

fn outline(request: &http::Request<bytes::Bytes>) -> Value {
    let header = |name: &str| {
        let value = request.headers().get(name)?;
        Some(value.to_str().expect("a header is text").to_owned())
    };
    let mut outline = Map::new();
    outline.insert("method".into(), request.method().as_str().into());
    if let Some(host) = request
        .uri()
        .host()
        .filter(|host| *host != "gateway.example")
    {
        outline.insert("host".into(), host.into());
    }
    let path = request.uri().path_and_query().map(ToString::to_string);
    outline.insert("path".into(), path.into());
    let mut headers = Map::new();
    if header("authorization").as_deref() != Some("Bearer test-token") {
        headers.insert("authorization".into(), header("authorization").into());
    }
    for name in ["cookie", "range", "if-range"] {
        if let Some(value) = header(name) {
            headers.insert(name.into(), value.into());
        }
    }
    if !headers.is_empty() {
        outline.insert("headers".into(), headers.into());
    }
    let body = request.body();
    if body.is_empty() {
        return outline.into();
    }
    let content_type = header("content-type").unwrap_or_default();
    let (name, content) = match serde_json::from_slice(body) {
        _ if content_type.starts_with("multipart/form-data") => {
            ("form", read_form(&content_type, body))
        }
        Ok(json) => ("json", json),
        Err(_) => ("text", String::from_utf8_lossy(body).into()),
    };
    outline.insert(name.into(), content);
    outline.into()
}
