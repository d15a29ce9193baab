//! The tokens of the pool, one by one (`docs/wire/sora2api.md` §7.2.1).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use http::StatusCode;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::config::{done, required_flag, text};
use crate::dialects::sora2api::access::{administrator, body, number};
use crate::dialects::sora2api::gateway::{Gateway, open};
use crate::dialects::sora2api::pool::Token;
use crate::dialects::sora2api::tasks::no_token;
use crate::dialects::sora2api::views;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Fields, Reply};

/// The members of a token that is added or changed.
pub const FIELDS: [&str; 10] = [
    "token",
    "st",
    "rt",
    "client_id",
    "proxy_url",
    "remark",
    "image_enabled",
    "video_enabled",
    "image_concurrency",
    "video_concurrency",
];

/// `GET /api/tokens`: a bare array.
pub async fn list(call: Call) -> Answer {
    administrator(&call)?;
    let tokens = open(&call, |gateway, world| {
        let tokens = gateway.pool.iter();
        let views = tokens.map(|token| views::token(world, token, call.now));
        views.collect::<Value>()
    });
    Ok(Reply::json(tokens))
}

/// `POST /api/tokens`
pub async fn add(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &FIELDS)?;
    let id = open(&call, |gateway, world| {
        add_one(&call, gateway, world, &fields)
    })?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "Token 添加成功",
        "token_id": id,
    })))
}

/// Adds the token that `fields` describe; 409 if its account has one.
pub fn add_one(
    call: &Call,
    gateway: &mut Gateway,
    world: &World,
    fields: &Fields,
) -> Result<u64, Refusal> {
    let text = fields.string("token")?;
    let mut token = read_jwt(call, world, text).map_err(|mut refusal| {
        refusal.param = Some(fields.path("token"));
        refusal
    })?;
    fill(&mut token, fields)?;
    if gateway.pool.by_email(&token.email).is_some() {
        let message = format!("Token for {} already exists", token.email);
        return Err(Refusal::of("conflict").message(message));
    }
    Ok(gateway.pool.add(token))
}

/// What a JWT says of itself: its account, email and end. Real servers call an
/// unreadable one a duplicate (docs/wire/sora2api.md §12.1).
pub fn read_jwt(call: &Call, world: &World, text: &str) -> Result<Token, Refusal> {
    let claims = text.split('.').nth(1).and_then(|claims| {
        let claims = BASE64.decode(claims.trim_end_matches('=')).ok()?;
        serde_json::from_slice::<Value>(&claims).ok()
    });
    let claims = claims.filter(Value::is_object).ok_or_else(|| {
        let mut refusal = Refusal::wrong_value("token", "`token` is not a readable JWT.");
        if call.observed() {
            refusal.status = StatusCode::CONFLICT;
        }
        refusal
    })?;
    let email = claims["https://api.openai.com/profile"]["email"].as_str();
    let subject = claims["sub"].as_str().unwrap_or("unknown");
    let email = email.map_or_else(|| format!("{subject}@unknown"), str::to_owned);
    let mut token = Token::new(email, text.to_owned(), call.now);
    let known = world.tokens.check_access(text, call.now).is_ok();
    let own = claims["sub"].as_str().filter(|_| known);
    token.account = own.map(str::to_owned);
    let expires = claims["exp"].as_i64();
    token.expires = expires.and_then(|at| Timestamp::from_second(at).ok());
    Ok(token)
}

/// Writes the members that were sent into `token`.
pub fn fill(token: &mut Token, fields: &Fields) -> Result<(), Refusal> {
    for (name, member) in [
        ("st", &mut token.st),
        ("rt", &mut token.rt),
        ("client_id", &mut token.client_id),
        ("proxy_url", &mut token.proxy_url),
        ("remark", &mut token.remark),
    ] {
        if fields.has(name) {
            *member = text(fields, name)?;
        }
    }
    for (name, member) in [
        ("image_enabled", &mut token.image_enabled),
        ("video_enabled", &mut token.video_enabled),
    ] {
        *member = fields.optional_boolean(name)?.unwrap_or(*member);
    }
    for (name, member) in [
        ("image_concurrency", &mut token.image_concurrency),
        ("video_concurrency", &mut token.video_concurrency),
    ] {
        if fields.get(name).is_none() {
            continue;
        }
        let limit = fields.integer(name)?;
        if limit < -1 {
            let message =
                format!("`{name}` is {limit}; accepted: -1 for any number, or 0 and more.");
            return Err(Refusal::wrong_value(&fields.path(name), message));
        }
        *member = limit;
    }
    Ok(())
}

/// `PUT /api/tokens/{token_id}`
pub async fn update(call: Call) -> Answer {
    let fields = {
        administrator(&call)?;
        body(&call, &FIELDS)?
    };
    let id = number(&call, "token_id")?;
    open(&call, |gateway, world| {
        let fresh = match fields.optional_text("token")? {
            Some(text) => Some(read_jwt(&call, world, text)?),
            None => None,
        };
        let Some(token) = gateway.pool.get_mut(id) else {
            return absent(&call);
        };
        // All of the change, or nothing of it.
        let mut changed = token.clone();
        fill(&mut changed, &fields)?;
        if let Some(fresh) = fresh {
            changed.token = fresh.token;
            changed.email = fresh.email;
            changed.expires = fresh.expires;
            changed.account = fresh.account;
        }
        *token = changed;
        Ok(())
    })?;
    done("Token updated")
}

/// `PUT /api/tokens/{token_id}/status`
pub async fn set_status(call: Call) -> Answer {
    administrator(&call)?;
    let active = required_flag(&body(&call, &["is_active"])?, "is_active")?;
    change(&call, |token| token.is_active = active)?;
    done("Token status updated")
}

/// `POST /api/tokens/{token_id}/enable`
pub async fn enable(call: Call) -> Answer {
    administrator(&call)?;
    change(&call, Token::enable)?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "Token enabled",
        "is_active": 1,
        "error_count": 0,
    })))
}

/// `POST /api/tokens/{token_id}/disable`
pub async fn disable(call: Call) -> Answer {
    administrator(&call)?;
    change(&call, |token| token.is_active = false)?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "Token disabled",
        "is_active": 0,
    })))
}

/// `POST /api/tokens/{token_id}/test`
pub async fn test(call: Call) -> Answer {
    administrator(&call)?;
    let id = number(&call, "token_id")?;
    let body = open(&call, |gateway, world| {
        let Some(token) = gateway.pool.get(id) else {
            absent(&call)?;
            return Ok(json!({
                "success": true,
                "status": "failed",
                "message": "Token not found",
                "email": null,
                "username": null,
            }));
        };
        let account = token.account.as_deref();
        let account = account.and_then(|id| world.accounts.get(id));
        let problem = token.problem(world, call.now);
        let mut body = json!({
            "success": true,
            "status": if problem.is_none() { "success" } else { "failed" },
            "message": problem.unwrap_or("Token is valid"),
            "email": token.email,
            "username": account.and_then(|account| account.spec.username.as_ref()),
        });
        if problem.is_none() {
            for (name, value) in views::sora2(world, account, call.now) {
                body[name] = value;
            }
        }
        Ok::<_, Refusal>(body)
    })?;
    Ok(Reply::json(body))
}

/// `DELETE /api/tokens/{token_id}`
pub async fn delete(call: Call) -> Answer {
    administrator(&call)?;
    let id = number(&call, "token_id")?;
    open(&call, |gateway, _| {
        match gateway.pool.retain(|token| token.id != id) {
            0 => absent(&call),
            _ => Ok(()),
        }
    })?;
    done("Token deleted")
}

fn change(call: &Call, update: impl FnOnce(&mut Token)) -> Result<(), Refusal> {
    let id = number(call, "token_id")?;
    open(call, |gateway, _| match gateway.pool.get_mut(id) {
        Some(token) => {
            update(token);
            Ok(())
        }
        None => absent(call),
    })
}

/// There is no such token: 404; real servers do nothing and call it a success
/// (docs/wire/sora2api.md §12.1).
fn absent(call: &Call) -> Result<(), Refusal> {
    if call.observed() {
        return Ok(());
    }
    Err(no_token())
}
