//! The account: who it is, what it pays for, what it has left (`docs/wire/sora.md` §3).

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::access::{authenticate, authenticate_json};
use super::bodies;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `GET /me`
pub async fn me(call: Call) -> Answer {
    let id = authenticate_json(&call)?;
    let world = call.world();
    let account = world
        .accounts
        .get(&id)
        .ok_or_else(|| Refusal::of("Unauthorized"))?;
    let mut body = json!({
        "email": account.email,
        "name": account.spec.name,
        "username": account.spec.username,
        "picture": call.asset_url(&account.id, "avatar.png"),
        "created_at": bodies::iso(account.created_at),
    });
    if call.observed() {
        body["id"] = json!(account.id);
        body["object"] = json!("user");
        body["created"] = json!(account.created_at.as_second());
        body["phone_number"] = Value::Null;
    }
    Ok(Reply::json(body))
}

/// `GET /billing/subscriptions`; real servers name plans otherwise.
pub async fn subscriptions(call: Call) -> Answer {
    let id = authenticate(&call)?;
    let world = call.world();
    let plan = world
        .accounts
        .get(&id)
        .and_then(|account| account.spec.plan.names());
    let ends = call.now + SignedDuration::from_hours(24 * 30);
    let end_ts = bodies::iso(ends);
    let data: Vec<_> = plan
        .into_iter()
        .map(|(id, title)| {
            let id = if call.observed() {
                format!("{}plan", id.replace('_', ""))
            } else {
                id.to_owned()
            };
            json!({"plan": {"id": id, "title": title}, "end_ts": end_ts})
        })
        .collect();
    Ok(Reply::json(json!({"data": data})))
}

/// `GET /nf/check`
pub async fn quota(call: Call) -> Answer {
    let id = authenticate_json(&call)?;
    let world = call.world();
    Ok(Reply::json(json!({
        "rate_limit_and_credit_balance": bodies::balance(&call, &world, &id),
    })))
}
