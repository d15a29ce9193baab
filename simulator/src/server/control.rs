//! The control surface under `/__simulator/`: for tests in other languages and for people.
//!
//! The README lists its paths; [`route`] is the whole of it.
//!
//! Nothing here is recorded in the journal or hit by faults.

use http::{Method, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::Duration;

use crate::credentials::Credentials;
use crate::engine::accounts::AccountSpec;
use crate::engine::journal::Entry;
use crate::engine::{Engine, Shapes};
use crate::exchange::Reply;
use crate::faults::Rule;

const PREFIX: &str = "/__simulator";

/// Whether `path` belongs to the control surface.
pub fn owns(path: &str) -> bool {
    path.strip_prefix(PREFIX)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Answers a request to the control surface.
pub fn answer(engine: &Engine, parts: &http::request::Parts, body: &[u8]) -> Reply {
    let path = parts
        .uri
        .path()
        .trim_start_matches(PREFIX)
        .trim_matches('/');
    let segments: Vec<_> = path.split('/').collect();
    let query = parts.uri.query().unwrap_or_default();
    match route(engine, &parts.method, &segments, query, body) {
        Ok(value) => Reply::json(value),
        Err((status, message)) => {
            Reply::json(json!({"error": {"message": message}})).status(status)
        }
    }
}

type Outcome = Result<Value, (StatusCode, String)>;

fn route(engine: &Engine, method: &Method, segments: &[&str], query: &str, body: &[u8]) -> Outcome {
    match (method.as_str(), segments) {
        ("GET", [""] | ["state"]) => Ok(state(engine)),
        ("POST", ["clock"]) => set_clock(engine, &read(body)?),
        ("POST", ["shapes"]) => {
            let change: ShapesChange = read(body)?;
            engine.set_shapes(change.shapes);
            Ok(json!({"shapes": change.shapes}))
        }
        ("GET", ["journal"]) => Ok(journal(engine, query)),
        ("DELETE", ["journal"]) => {
            engine.journal().clear();
            Ok(json!({}))
        }
        ("GET", ["faults"]) => Ok(faults(engine)),
        ("POST", ["faults"]) => {
            let rule: Rule = read(body)?;
            Ok(json!({"id": engine.faults().add(rule)}))
        }
        ("DELETE", ["faults"]) => {
            engine.faults().clear();
            Ok(json!({}))
        }
        ("DELETE", ["faults", id]) => {
            let removed = id.parse().is_ok_and(|id| engine.faults().remove(id));
            if removed {
                Ok(json!({}))
            } else {
                Err(absent("fault", id))
            }
        }
        ("GET", ["accounts"]) => {
            let world = engine.world();
            Ok(world
                .accounts
                .iter()
                .map(|account| json!(account))
                .collect())
        }
        ("POST", ["accounts"]) => add_account(engine, read(body)?),
        ("POST", ["accounts", id]) => change_account(engine, id, read(body)?),
        ("GET", ["jobs"]) => Ok(jobs(engine)),
        _ => {
            let path = segments.join("/");
            Err((
                StatusCode::NOT_FOUND,
                format!("There is no {method} {PREFIX}/{path}."),
            ))
        }
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, (StatusCode, String)> {
    let body = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))
}

fn absent(what: &str, id: &str) -> (StatusCode, String) {
    (StatusCode::NOT_FOUND, format!("There is no {what} {id}."))
}

fn state(engine: &Engine) -> Value {
    let addresses = engine.addresses();
    let base_urls: serde_json::Map<_, _> = crate::dialects::all()
        .iter()
        .map(|dialect| {
            (
                dialect.name.to_owned(),
                json!(addresses.base_url(dialect.name)),
            )
        })
        .collect();
    let world = engine.world();
    json!({
        "url": addresses.url,
        "cdn": addresses.cdn,
        "base_urls": base_urls,
        "now": engine.clock.now(),
        "speed": engine.clock.speed(),
        "shapes": engine.shapes(),
        "credentials": Credentials::first_run(),
        "accounts": world.accounts.iter().count(),
        "jobs": world.jobs.iter().count(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShapesChange {
    shapes: Shapes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockChange {
    advance_s: Option<f64>,
    speed: Option<f64>,
}

fn set_clock(engine: &Engine, change: &ClockChange) -> Outcome {
    if let Some(speed) = change.speed {
        engine.clock.set_speed(speed);
    }
    if let Some(seconds) = change.advance_s {
        let step = Duration::try_from_secs_f64(seconds)
            .map_err(|error| (StatusCode::BAD_REQUEST, format!("advance_s: {error}.")))?;
        engine.clock.advance(step);
    }
    Ok(json!({"now": engine.clock.now(), "speed": engine.clock.speed()}))
}

fn journal(engine: &Engine, query: &str) -> Value {
    let asked: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let holds = |entry: &&Entry| {
        asked.iter().all(|(name, value)| match name.as_str() {
            "operation" => entry.operation.as_deref() == Some(value),
            "method" => entry.method.eq_ignore_ascii_case(value),
            "path" => entry.path == *value,
            "origin" => entry.origin == *value,
            _ => true,
        })
    };
    let journal = engine.journal();
    journal
        .entries()
        .filter(holds)
        .map(|entry| json!(entry))
        .collect()
}

fn faults(engine: &Engine) -> Value {
    let faults = engine.faults();
    let rules = faults.rules();
    rules
        .map(|(id, rule, played)| json!({"id": id, "rule": rule, "played": played}))
        .collect()
}

fn add_account(engine: &Engine, spec: AccountSpec) -> Outcome {
    let now = engine.clock.now();
    let mut world = engine.world();
    let id = world.add_account(spec, now);
    let credentials = Credentials::issue(&mut world, &id, now);
    Ok(json!({"account": world.accounts.get(&id), "credentials": credentials}))
}

#[derive(Deserialize)]
struct AccountChange {
    #[serde(default)]
    expire_access: bool,
    #[serde(default)]
    invalidate_access: bool,
    #[serde(default)]
    revoke_logins: bool,
    #[serde(flatten)]
    spec: serde_json::Map<String, Value>,
}

fn change_account(engine: &Engine, id: &str, change: AccountChange) -> Outcome {
    let now = engine.clock.now();
    let mut world = engine.world();
    let account = world
        .accounts
        .get_mut(id)
        .ok_or_else(|| absent("account", id))?;
    if let Value::Object(mut spec) = json!(account.spec) {
        spec.extend(change.spec);
        account.spec = serde_json::from_value(Value::Object(spec))
            .map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
    }
    let answer = json!(account);
    if change.expire_access {
        world.tokens.expire_access(id, now);
    }
    if change.invalidate_access {
        world.tokens.invalidate_access(id);
    }
    if change.revoke_logins {
        world.tokens.revoke_logins(id);
    }
    Ok(answer)
}

fn jobs(engine: &Engine) -> Value {
    let now = engine.clock.now();
    let world = engine.world();
    let describe = |job: &crate::engine::jobs::Job| {
        let moment = job.moment(now);
        json!({
            "id": job.id,
            "generations": job.generations,
            "account": job.account,
            "dialect": job.asked.dialect,
            "prompt": job.asked.prompt,
            "stage": format!("{:?}", moment.stage).to_lowercase(),
            "progress": moment.progress,
            "status": format!("{:?}", job.status(now)).to_lowercase(),
            "created_at": job.created_at,
            "request": job.asked.request,
        })
    };
    world.jobs.iter().map(describe).collect()
}
